"""The fields of a document: its metadata, checked and brought into one form.

Nothing is guessed. A date that could mean two days is reported and the document stays undated,
because a date read in the wrong order is worse than none.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit

from generator.errors import Problem
from generator.lang.codes import language_code
from generator.model import LONGEST_NAME, PUBLISH
from generator.personal import without_login
from generator.read.characters import clean, is_visible, losses, normalised
from generator.read.coordinates import take_coordinates
from generator.read.dates import GivenDate, given_date, is_undated, readings
from generator.read.draft import Draft, problem

# Of the item that a record describes.
_RECORD = ("image_alt", "caption", "format", "identifier", "parent", "licence", "rights")
_TEXT = ("title", "publisher", "url", "language", "kind", "summary", *_RECORD)
_LISTS = ("tags", "people", "organisations", "places", "author", "image")
_NAMES = ("people", "organisations", "places")
_KNOWN = (*_TEXT, *_LISTS, "date")
# Other names for the same keys, as in saved pages and spreadsheets.
_SAME = {
    "organizations": "organisations",
    "lang": "language",
    "authors": "author",
    "description": "summary",
    "outlet": "publisher",
    "link": "url",
    "images": "image",
    "cover": "image",
    "featured_image": "image",
    "picture": "image",
    "photo": "image",
    "audio": "image",
    "video": "image",
    "recording": "image",
    "alt": "image_alt",
    "image_caption": "caption",
    "license": "licence",
}
_ENGINES = "search_engines"
_OWN = ("title", "identifier", "search_engines")  # never those of what a source lies in
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Fields:
    """The checked metadata of one document. `extra` holds the keys that are not known.

    date_words: as in `generator.model.Document`
    dated: whether a date is given, valid or not
    """

    title: str = ""
    date: str = ""
    date_words: str = ""
    dated: bool = False
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
    image: tuple[str, ...] = ()
    image_alt: str = ""
    caption: str = ""
    format: str = ""
    identifier: str = ""
    parent: str = ""
    licence: str = ""
    rights: str = ""
    publish: str = ""
    search_engines: bool = True
    coordinates: tuple[float, float] | None = None
    extra: tuple[tuple[str, str], ...] = ()


def check_fields(draft: Draft, day_first: bool | None = None) -> tuple[Fields, tuple[Problem, ...]]:
    """The fields of a draft, and what is wrong with them.

    day_first: whether 3/4/2024 is 3 April; None if that is not known
    """
    values: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    others = ((one_line(key), one_line(value)) for key, value in draft.others)
    problems: list[Problem] = []
    dated = False
    for key, value in draft.fields.items():
        name = _SAME.get(key.lower().strip(), key.lower().strip())
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        line = draft.lines.get(key, draft.line)
        lost = {message: hint for text in _strings(value) for _, message, hint in losses(text)}
        problems += [
            problem(draft.source, line, "warning", f'"{_cut(one_line(key))}": {message}', hint)
            for message, hint in lost.items()
        ]
        if name == "date" and not isinstance(value, list | dict):
            if is_undated(one_line(value)):
                continue
            given = _date(value, day_first)
            dated = True
            if "date" in values:
                problems.append(problem(draft.source, line, "warning", *_twice(name, key)))
            elif given:
                values |= {"date": given.date, "date_words": given.words}
            else:
                problems.append(problem(draft.source, line, "warning", *_no_date(value)))
            continue
        if name == _ENGINES:
            values["search_engines"] = one_line(value).lower() not in ("no", "false", "0")
            continue
        if name == "publish" and (mode := publish_mode(value)):
            values["publish"] = mode
            continue
        if name not in _KNOWN or _is_of_another_kind(name, value):
            extra.append((one_line(key), _shown(value)))
            continue
        wrong = _wrong_type(name, value)
        if not wrong:
            found = _converted(name, value)
            wrong = _wrong_value(name, found, value)
        if wrong:
            problems.append(problem(draft.source, line, "warning", *wrong))
            continue
        if name in _NAMES:
            long = next((one for one in found if len(one) > LONGEST_NAME), "")
            if long:
                problems.append(problem(draft.source, line, "warning", *_too_long(long)))
            found = tuple(one for one in found if len(one) <= LONGEST_NAME)
        if name in values and draft.origin.code == "front-matter":
            problems.append(problem(draft.source, line, "warning", *_twice(name, key)))
        if name == "language":
            found = language_code(str(found)) or ""
        if name == "url":
            found = without_login(str(found))
        values[name] = _joined(values.get(name), found)
    position, rest = take_coordinates([*extra, *others])
    return Fields(**values, dated=dated, coordinates=position, extra=rest), tuple(problems)


def publish_mode(value: object) -> str:
    """How much of a document is published, by the value of the key "publish"; "" if it is another.

    Elsewhere the key says whether a document is public at all, or names the publisher.
    """
    words = " ".join(one_line(value).lower().split())
    return words if words in PUBLISH else ""


def with_inherited(own: Fields, draft: Draft, day_first: bool | None = None) -> Fields:
    """The fields of a draft, and those of what it lies in where it has none of its own.

    The date is left out, as the name of the draft's file may have a better one.
    """
    if not draft.inherited:
        return own
    given, _ = check_fields(replace(draft, fields=draft.inherited, others=()), day_first)
    names = (field.name for field in fields(Fields) if not field.name.startswith("date"))
    more = {name: getattr(given, name) for name in names if name not in _OWN}
    return replace(own, **{name: value for name, value in more.items() if not getattr(own, name)})


def inherited_date(draft: Draft, day_first: bool | None = None) -> Fields:
    """The date of what a draft lies in: `date` and `date_words` of the fields."""
    given = {key: value for key, value in draft.inherited.items() if key == "date"}
    return check_fields(replace(draft, fields=given, others=()), day_first)[0]


def _is_of_another_kind(name: str, value: object) -> bool:
    """Whether a key of an item holds what programs keep under the same name: it is only shown."""
    return isinstance(value, dict if name == "image" else list | dict) and (
        name == "image" or name in _RECORD
    )


def _converted(name: str, value: object) -> str | tuple[str, ...]:
    """The value of a known field in its own form."""
    return _names(value, commas=name == "tags") if name in _LISTS else one_line(value)


def _wrong_type(name: str, value: object) -> tuple[str, str] | None:
    """The message and the hint for a value that is not of the field's type."""
    if name in _LISTS and isinstance(value, dict):
        return f'"{name}" is not a list of names.', "Write a plain list: [First, Second]."
    if name not in _LISTS and isinstance(value, dict | list):
        return f'"{name}" is not plain text.', "Write one value, without brackets."
    return None


def _wrong_value(name: str, found: str | tuple[str, ...], value: object) -> tuple[str, str] | None:
    """The message and the hint for a value that the field cannot have.

    found: the value in the field's own form
    value: as in the source
    """
    if name == "title" and not any(map(is_visible, found)):
        return '"title" consists of invisible characters.', "Write a title that can be seen."
    if name == "url" and found and not is_url(str(found)):
        return (
            f'"{_cut(str(found))}" is not a valid URL.',
            "Write it like https://example.org/page.",
        )
    if name == "language" and found and language_code(str(found)) is None:
        hint = 'Write a code such as "en", or a name such as "English".'
        return f'"{_cut(str(found))}" is not a language code.', hint
    return None


def _no_date(value: object) -> tuple[str, str]:
    """The message and the hint for what is not a date, or could be two."""
    shown = _cut(_shown(value))
    if len(two := readings(one_line(value))) > 1:
        hint = 'Write YYYY-MM-DD, or set "date_order" in sourcebook.toml.'
        return f'"{shown}" is not an unambiguous date; it can be {two[0]} or {two[1]}.', hint
    return f'"{shown}" is not an unambiguous date.', "Write YYYY-MM-DD, YYYY-MM or YYYY."


def _joined(known: Any, found: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """The value of a field that is given again: of texts the first, of lists all that they have."""
    if isinstance(found, tuple):
        return tuple(dict.fromkeys((*(known or ()), *found)))
    return known or found


def _twice(name: str, key: str) -> tuple[str, str]:
    """The message and the hint for a field that is given under two keys."""
    message = f'The {name} is given twice, here as "{_cut(one_line(key))}".'
    return message, "Remove one of the two keys; of lists both count, otherwise the first."


def _too_long(name: str) -> tuple[str, str]:
    """The message and the hint for what is listed as a name, but probably is a list itself."""
    message = f'"{_cut(name)}" is too long for a name ({len(name)} characters).'
    return message, "Write a list, or put semicolons between names."


def one_line(value: object) -> str:
    """A value as one line of clean text."""
    # Other spaces are typography: "Paris\u00a0: oui".
    return _SPACES.sub(" ", normalised(clean(plain_text(value)))).strip()


def _date(value: object, day_first: bool | None) -> GivenDate | None:
    if isinstance(value, datetime.datetime):
        return GivenDate(value.date().isoformat())
    if isinstance(value, datetime.date):
        return GivenDate(value.isoformat())
    return given_date(one_line(value), day_first) if isinstance(value, str | int) else None


def plain_text(value: object) -> str:
    """A value of YAML or JSON as text; a list or a mapping as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _strings(value: object) -> Iterator[str]:
    """The texts in a value, however deep."""
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, list):
            todo += reversed(item)
        elif isinstance(item, dict):
            todo += [*item.values(), *item]


def _names(value: object, *, commas: bool) -> tuple[str, ...]:
    """Names from a list, or from text with semicolons.

    commas: whether commas separate too; names contain them ("Washington, D.C.")
    """
    if isinstance(value, str):
        parts: list[object] = _split(value, commas=commas)
    else:
        parts = list(value) if isinstance(value, list | tuple) else [value]
    names = (one_line(part) for part in parts if part is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def _split(text: str, *, commas: bool) -> list[object]:
    """The items of a list in a text: semicolons separate them, or bars."""
    return list(re.split(r"[;|]" if not commas or re.search(r"[;|]", text) else ",", text))


def _shown(value: object) -> str:
    """A value as shown to people; simple lists with commas."""
    if isinstance(value, list) and not any(isinstance(v, list | dict) for v in value):
        return ", ".join(one_line(v) for v in value)
    return one_line(value)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def is_url(text: str) -> bool:
    """Whether a text is the address of a web page."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text


def is_language(text: str) -> bool:
    """Whether a text has the form of a language code (BCP 47)."""
    return bool(_LANGUAGE.fullmatch(text))
