"""Every reason has words, and no words are left without a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator
from generator.model import Alias, Reason, reason
from generator.render.reasons import AREAS, TEMPLATES, alias_words, chain_words, words

PACKAGE = Path(generator.__file__).parent
CODE = re.compile("[a-z]+(-[a-z]+)*")
MAKERS = ("reason", "Reason", "refuse", "_refuse")


def strings(node: ast.AST) -> set[str]:
    constants = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def trees() -> Iterator[ast.AST]:
    """The code of all modules but those with the words."""
    for path in PACKAGE.rglob("*.py"):
        if PACKAGE / "render/reasons" not in path.parents:
            yield ast.parse(path.read_text(encoding="utf-8"))


def used_codes() -> set[str]:
    """The codes in `reason("code", …)`, `edit.reason("code", …)` and `refuse(…, "code", …)`."""
    found = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in MAKERS:
                    found |= {s for argument in node.args for s in strings(argument)}
    return {code for code in found if CODE.fullmatch(code)}


def test_every_code_has_words() -> None:
    used = used_codes()
    assert len(used) > 40
    assert used <= TEMPLATES.keys()


def test_no_words_are_left_without_a_reason() -> None:
    written = {s for tree in trees() for s in strings(tree)}
    assert written >= TEMPLATES.keys()


def test_no_code_has_words_in_two_areas() -> None:
    assert sum(len(area.TEMPLATES) for area in AREAS) == len(TEMPLATES)


def test_words_follow_a_name_or_a_colon() -> None:
    for code, text in TEMPLATES.items():
        assert not text.endswith("."), code
        first = text.split()[0]
        assert first[0].islower() or first[0] in "“{" or first.isupper(), code


def test_unknown_codes_and_missing_arguments_are_errors() -> None:
    with pytest.raises(LookupError, match="no-such-code"):
        words(reason("no-such-code"))
    with pytest.raises(LookupError, match="place"):
        words(reason("same-place"))


def test_an_editors_note_follows_in_brackets() -> None:
    assert words(reason("pinned", note="the main day")) == "added to the key dates (the main day)"


def test_arguments_are_words_and_no_templates() -> None:
    assert "{x}" in words(reason("same-place", place="{x}"))


def test_chains_and_alternatives() -> None:
    steps: tuple[Reason, ...] = (reason("transliteration"), reason("middle-name"))
    chain = "another transliteration of the same full name, which is the same name with a middle"
    assert chain_words(steps) == f"{chain} name"
    alias = Alias("Ann", 1, ((reason("listed"),), steps))
    assert alias_words(alias) == f"listed in front matter; or {chain} name"
