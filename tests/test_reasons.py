"""Every reason has words, and no words are left without a reason."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import generator
from generator.model import reason
from generator.render.reasons import TEMPLATES, edits, names, origins, times, words


def used_codes() -> set[str]:
    """The codes in all calls of `reason("code", …)` and `Reason("code", …)`."""
    found = set()
    for path in Path(generator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in ("reason", "Reason") and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


def test_every_code_has_words() -> None:
    assert used_codes() <= TEMPLATES.keys()


def test_no_code_has_words_in_two_areas() -> None:
    areas = [area.TEMPLATES for area in (names, edits, times, origins)]
    assert sum(map(len, areas)) == len(TEMPLATES)


def test_unknown_codes_and_missing_arguments_are_errors() -> None:
    with pytest.raises(LookupError, match="no-such-code"):
        words(reason("no-such-code"))
