"""The values of cells, and of the fields of JSON, as the fields of a document have them."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator, Mapping

from generator.lang import LANGUAGES
from generator.model import LONGEST_NAME
from generator.read.comments import with_texts, without_comments_in_values
from generator.read.fields import plain_text

# Where an object of JSON has its own text: CSL's and newspapers' names, WordPress' texts.
_OWN_TEXT = ("rendered", "literal", "raw", "main", "name", "value", "original", "title", "#text")
_TAG = re.compile(
    r"</?(?:a|b|br|cite|div|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?<! ) {2}(?! )")  # what a comment leaves between words
_SEPARATORS = re.compile(r"[;|]")
_LIFE = re.compile(r",?\s*\(?\b(?:b\.\s*)?\d{4}\s*[-–]?\s*(?:\d{4})?\)?\s*$")
_WORD = r"[^\W\d_][\w.'’-]*"
# "Lee, Ann B.", "van den Berg, Jan", "García Márquez, Gabriel", "Lee, Ann, Jr., photographer"; but
# "Ann Lee, Bob Ray" are two people.
_TURNED = re.compile(
    rf"((?:(?-i:[a-z'’]+) )*{_WORD}|{_WORD} {_WORD}(?=, {_WORD}\.?(?: \w\.)*(?:,|$)))"
    rf", ((?:{_WORD} ){{0,3}}{_WORD})(?:, ([JS]r\.?|[IVX]+))?(?:, [a-z][a-z ]{{2,30}})?"
)
_ORGANISATION = frozenset(
    word
    for language in LANGUAGES.values()
    for words in (
        language.names.organisation_words,
        language.names.organisation_openings,
        language.organisations.kinds,
        language.organisations.generic,
    )
    for word in words
)
_GIVEN = frozenset(name for language in LANGUAGES.values() for name in language.persons.given_names)
_INITIAL = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*|[A-Z]")


def plain(value: object) -> object:
    """A value without mappings: a text, a number, a date, or a list of these; None if it is empty.

    CSL's dates and names are put together: {"date-parts": [[2024, 3]]}, {"family", "given"}.
    """
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return _of_mapping(value)
    if isinstance(value, list):
        items = [item for one in value if (item := plain(one)) not in (None, "", [])]
        return items or None
    return value


def _of_mapping(value: Mapping[str, object]) -> object:
    parts = value.get("date-parts")
    if isinstance(parts, list):
        first = parts[0] if parts and isinstance(parts[0], list) else []
        return _date(first, about=bool(value.get("circa")))
    names = [value.get(key) for key in ("given", "non-dropping-particle", "family", "suffix")]
    if value.get("family"):
        return " ".join(name for name in names if isinstance(name, str))
    return next((found for key in _OWN_TEXT if (found := plain(value.get(key)))), None)


def _date(numbers: list[object], *, about: bool) -> str | None:
    """A date of CSL, which has no year 0: -44 is 44 BC, and astronomically -0043."""
    found = [int(str(n)) for n in numbers if str(n).removeprefix("-").isdigit()]
    if not found:
        return None
    year = f"{found[0]:04}" if found[0] >= 0 else f"-{-found[0] - 1:04}"
    date = "-".join((year, *(f"{n:02}" for n in found[1:])))
    return f"circa {date}" if about else date


def text_of(value: object) -> str:
    """A value as text: lists with semicolons, dates in ISO form, "" for what is empty."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(text_of(item) for item in value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else str(value)[:16]
    return plain_text(value)


def without_tags(value: object) -> object:
    """A value that is shown on one line, without HTML: catalogues have links in such cells."""
    if not isinstance(value, str) or not _TAG.search(value):
        return value
    return html.unescape(_TAG.sub("", value)).strip()


def without_comments(value: object) -> tuple[object, bool]:
    """A value without comments and hidden elements, however deep, and whether all are closed."""
    closed = True

    def bare(text: str) -> str:
        nonlocal closed
        found, wrong = without_comments_in_values(text)
        closed = closed and not wrong
        return text if found == text else _GAP.sub(" ", found).strip()

    return with_texts(value, bare), closed


def items_of(value: object) -> Iterator[str]:
    """The items of a list, or of a text with semicolons or vertical bars between them."""
    value = plain(value)
    for item in value if isinstance(value, list) else _SEPARATORS.split(text_of(value)):
        if text := text_of(item).strip():
            yield text


def turned(name: str) -> str:
    """A name in its usual order: "Lee, Ann, 1901-1980" is "Ann Lee"."""
    if len(name) > LONGEST_NAME:
        return name
    bare = _LIFE.sub("", name).strip()
    found = _TURNED.fullmatch(bare)
    if not found or any(map(_is_organisation, bare.split(", "))):
        return name
    surname, given, suffix = found.groups()
    return " ".join(part for part in (given, surname, suffix) if part)


def is_person(name: str, original: str) -> bool:
    """Whether a creator or a contributor is a person, judging by the name.

    original: the name before it was turned, which only people's names are
    """
    if name != original:
        return True
    first, *others = name.split() or [""]
    if not 1 <= len(others) <= 4 or _is_organisation(name):
        return False
    return first.casefold() in _GIVEN or any(map(_INITIAL.fullmatch, (first, *others[:-1])))


def is_organisation(name: str) -> bool:
    """Whether a creator or a contributor is an organisation, judging by the name."""
    return " " in name and "," not in name and _is_organisation(name)


def _is_organisation(name: str) -> bool:
    words = [word.strip(".,").casefold() for word in name.split()]
    return not _ORGANISATION.isdisjoint((words[0], words[-1])) if words else False
