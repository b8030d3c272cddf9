"""Languages: words of a language are in `generator/lang` alone, each once, and all can be used."""

from __future__ import annotations

import ast
import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

from generator import model
from generator.analyse.times.amounts import LETTERS
from generator.analyse.times.interpreters import interpreter_of
from generator.analyse.times.rules import expand, words_of
from generator.lang import LANGUAGES, UNKNOWN, language, language_of
from generator.lang.language import Language, Rule, SentenceRules, TimeRules

CASES = Path(__file__).parent / "cases" / "timex"
PACKAGE = Path(model.__file__).parent.parent
WORD = re.compile(r"[^\W\d_]+")
# Plain words with "|" between them, as in a regular expression.
ALTERNATIVES = re.compile(r"(?<!\[)\b[^\W\d_]+(?:\|[^\W\d_]+)+\b")
# Words that are names in the program, too: units, types, kinds of places, statuses, tags of HTML.
CODES = {
    *LETTERS,
    *get_args(model.EntityType),
    *get_args(model.Status),
    *[
        "fortnight",
        "easter",
        "calendar",
        "number",
        "before",
        "after",
        "start",
        "middle",
        "end",
        "more",
        "less",
    ],
    *[
        "reported",
        "report",
        "publication",
        "country",
        "capital",
        "city",
        "region",
        "section",
        "article",
        "figure",
        "dd",
        "close",
    ],
}
# Stages whose decisions rest on words; elsewhere "from" or "role" is a key of a table or a file.
STAGES = ("read", "analyse", "derive", "render/dates.py")
# Names of months and days are words of a language anywhere.
DAYS = {
    word
    for language in LANGUAGES.values()
    if language.times
    for table in (language.times.words, language.times.proper)
    for name in ("MONTH", "WEEKDAY")
    for word in table.get(name, ())
    if len(word) > 3
}


def words_in(value: object) -> Iterator[str]:
    """All words in a piece of a language's data, in small letters; of mappings, those of the keys."""
    if isinstance(value, TimeRules):
        for table in (*value.words.values(), *value.proper.values()):
            yield from table
        for rule in value.rules:
            yield from words_of(expand(rule.pattern, value.parts))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, re.Pattern):
        yield from words_in(value.pattern)
    elif isinstance(value, str):
        yield from (found.lower() for found in WORD.findall(re.sub(r"\\.", " ", value)))
    elif isinstance(value, Mapping):
        yield from (word for key in value for word in words_in(key))
    elif isinstance(value, (tuple, list, frozenset)):
        yield from (word for item in value for word in words_in(item))


VOCABULARY = {w for lang in LANGUAGES.values() for w in words_in(lang) if len(w) > 1} - CODES


@dataclasses.dataclass(frozen=True)
class Scan:
    """Looks through a module for words of a vocabulary, as far as its syntax shows them.

    Words that are listed, alternatives of a regular expression, words that something is compared
    with, and words in letters other than Latin ones. Sentences for people are not meant, and
    neither are names in capitals, such as those of word classes.
    """

    vocabulary: set[str]

    def lines(self, source: str) -> Iterator[tuple[int, str]]:
        """The lines with such words, and the words."""
        tree = ast.parse(source)
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in docs:
                continue
            yield from ((node.lineno, text) for text in self._found(node))  # type: ignore[attr-defined]

    def _found(self, node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            yield from (
                a for a in ALTERNATIVES.findall(text) if any(map(self._is_word, a.split("|")))
            )
            yield from (word for word in WORD.findall(text) if any(c >= "\u0370" for c in word))
        elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            yield from self._listed(strings(node.elts))
        elif isinstance(node, ast.Dict):
            yield from self._listed(strings([key for key in node.keys if key]))
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            sides += [
                e for s in sides if isinstance(s, (ast.Tuple, ast.List, ast.Set)) for e in s.elts
            ]
            yield from filter(self._is_word, strings(sides))
        elif isinstance(node, ast.Call):
            yield from self._called(node)

    def _called(self, node: ast.Call) -> Iterator[str]:
        if isinstance(node.func, ast.Name):  # words("…")
            for text in strings(node.args):
                yield from self._listed(text.split(), most=True)
        elif isinstance(node.func, ast.Attribute):
            if node.func.attr == "split":
                for text in strings([node.func.value]):
                    yield from self._listed(text.split())
            elif re.match("starts|ends|remove|find|index|count", node.func.attr):
                yield from filter(self._is_word, strings(node.args))

    def _listed(self, texts: list[str], *, most: bool = False) -> Iterator[str]:
        known = sum(map(self._is_word, texts))
        if known > 1 and known * 4 >= len(texts) * (4 if most else 2):
            yield " ".join(texts)

    def _is_word(self, text: str) -> bool:
        return not text.isupper() and text.strip().lower().removesuffix(".") in self.vocabulary


def strings(nodes: list[ast.expr]) -> list[str]:
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def modules(vocabulary: set[str]) -> list[Path]:
    """The modules that must be without words of a vocabulary."""
    found = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    where = ("",) if vocabulary == DAYS else STAGES
    return [p for name, p in found.items() if name.startswith(where) and name[:5] != "lang/"]


@pytest.mark.parametrize("vocabulary", [VOCABULARY, DAYS], ids=["all words", "months and days"])
def test_words_of_a_language_are_in_its_folder(vocabulary: set[str]) -> None:
    scan = Scan(vocabulary)
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in modules(vocabulary)
        for line, text in scan.lines(path.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        'MONTHS = ("january", "february")',
        'MONTHS = {"enero": 1, "febrero": 2}',
        'SAID = re.compile(r"\\b(said|told)\\b")',
        'SAID = re.compile(rf"\\b(?:said|told)\\b{more}")',
        'TITLES = frozenset("mr mrs dr".split())',
        'TITLES = words("mr mrs dr")',
        'if word == "the": pass',
        'if word in ("", "until"): pass',
        'if name.startswith("the "): pass',
        'YEAR = re.compile("года?")',
    ],
)
def test_the_check_would_notice(source: str) -> None:
    assert list(Scan(VOCABULARY).lines(source))


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Says whether january or february is meant, as in "года"."""',
        'raise ConfigError("The date is not in January or February.")',
        'if hit.has("BEFORE", "AFTER"): pass',
        'UNITS = ("day", "week", "month")',
    ],
)
def test_the_check_lets_other_things_be(source: str) -> None:
    assert not list(Scan(VOCABULARY).lines(source))


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_is_under_its_code_and_has_cases(code: str) -> None:
    assert LANGUAGES[code].code == code
    if LANGUAGES[code].times:
        assert any(
            tomllib.loads(path.read_text(encoding="utf-8"))["language"] == code
            for path in CASES.glob("*.toml")
        )


def test_a_language_is_found_by_any_code_of_it() -> None:
    assert language_of("en") is language_of("en-GB") is LANGUAGES["en"]
    assert language_of("es-MX") is LANGUAGES["es"]


def test_of_other_languages_only_the_ends_of_sentences_are_guessed() -> None:
    other = language_of("xx")
    assert other is UNKNOWN
    assert other.sentences == LANGUAGES["en"].sentences
    assert dataclasses.replace(other, sentences=SentenceRules()) == Language("", SentenceRules())


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_rule_names_an_interpreter(code: str) -> None:
    times = LANGUAGES[code].times
    assert all(map(interpreter_of, times.rules if times else ()))


@pytest.mark.parametrize(
    "rule", [Rule("YEAR", "yeer", "1998"), Rule("YEAR", "year", "1998", argument="12-25")]
)
def test_a_rule_with_an_interpreter_that_does_not_fit(rule: Rule) -> None:
    with pytest.raises(ValueError, match="no interpreter"):
        interpreter_of(rule)


def test_language_data_is_frozen_and_every_field_documented() -> None:
    kinds = [k for k in vars(language).values() if isinstance(k, type) and k is not re.Pattern]
    kinds = [k for k in kinds if k.__module__ == language.__name__]
    assert Language in kinds
    for kind in kinds:
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert "__slots__" in vars(kind)
        for field in dataclasses.fields(kind):
            assert re.search(rf"\b{field.name}\b", kind.__doc__ or ""), (kind, field.name)
