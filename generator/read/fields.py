"""The fields of a document: what its metadata say, checked and brought into one form.

Nothing is guessed. A date that is not written as YYYY-MM-DD, YYYY-MM or YYYY is reported and the
document stays undated, because a date read in the wrong order is worse than none.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.errors import Problem
from generator.read.decode import clean
from generator.read.draft import Draft, problem

_TEXT = ("title", "publisher", "url", "language", "kind", "summary")
_LISTS = ("tags", "people", "organisations", "places", "author")
_KNOWN = (*_TEXT, *_LISTS, "date")
# Other words for the same keys, as saved pages and spreadsheets have them.
_SAME = {
    "organizations": "organisations",
    "lang": "language",
    "authors": "author",
    "description": "summary",
    "outlet": "publisher",
    "link": "url",
}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Fields:
    """The checked metadata of one document. `extra` holds the keys we do not know."""

    title: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    kind: str = ""
    summary: str = ""
    author: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


def check_fields(draft: Draft) -> tuple[Fields, tuple[Problem, ...]]:
    """The fields of a draft, and what was wrong with them."""
    values: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    problems: list[Problem] = []

    def warn(key: str, message: str, hint: str) -> None:
        line = draft.lines.get(key, draft.line)
        problems.append(problem(draft.source, line, "warning", message, hint))

    for key, value in draft.fields.items():
        name = _SAME.get(key.lower().strip(), key.lower().strip())
        if value is None or value == "":
            continue
        if name in _KNOWN and isinstance(value, dict if name in _LISTS else dict | list):
            warn(key, f'"{key}" is not given as text.', "Write plain text, or a plain list.")
            continue
        if name in _TEXT:
            values[name] = one_line(value)
        elif name in _LISTS:
            values[name] = _names(value, commas=name == "tags")
        elif name == "date":
            values[name] = _date(value)
            if not values[name]:
                warn(
                    key,
                    f'"{_shown(value)}" is no date we can be sure of.',
                    "Write it as YYYY-MM-DD, YYYY-MM or YYYY.",
                )
        else:
            extra.append((one_line(key), _shown(value)))
    for name, checked, hint in (
        ("url", _is_url, "Write it like https://example.org/page."),
        ("language", _is_language, 'Write a code like "en".'),
    ):
        if values.get(name) and not checked(values[name]):
            warn(name, f'"{_cut(values[name])}" is no {name} we can use.', hint)
            del values[name]
    return Fields(**values, extra=tuple(extra)), tuple(problems)


def parse_date(text: str) -> str:
    """The ISO date that a text gives, of as much as it gives; "" when it is none."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return ""
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return ""
    return "-".join(part for part in found.groups() if part)


def one_line(value: object) -> str:
    """A value as one line of clean text."""
    return " ".join(clean(_plain(value)).split())


def _date(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return parse_date(str(value)) if isinstance(value, str | int) else ""


def _plain(value: object) -> str:
    """A value of YAML or JSON as text; a list or a mapping in the form of JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _names(value: object, *, commas: bool) -> tuple[str, ...]:
    """A list of names: as a list, or as text with semicolons.

    commas: whether commas separate too; not in names, which have them ("Washington, D.C.")
    """
    if isinstance(value, str):
        parts: list[object] = list(value.split("," if commas and ";" not in value else ";"))
    else:
        parts = list(value) if isinstance(value, list | tuple) else [value]
    names = (one_line(part) for part in parts if part is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def _shown(value: object) -> str:
    """A value of an unknown key, for the reader; simple lists with commas."""
    if isinstance(value, list) and not any(isinstance(v, list | dict) for v in value):
        return ", ".join(one_line(v) for v in value)
    return one_line(value)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


def _is_language(text: str) -> bool:
    return bool(_LANGUAGE.fullmatch(text))


def line_numbers(text: str, fields: Mapping[str, object], first: int) -> dict[str, int]:
    """The line of each top-level key in a block of YAML that begins at line `first`."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), first):
        if line[:1].isspace():
            continue
        key = line.split(":", 1)[0].strip().strip("\"'")
        if ":" in line and key in fields:
            lines.setdefault(key, number)
    return lines
