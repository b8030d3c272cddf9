"""The records of changes (`curation/changes.jsonl`), one JSON object a line.

The command `sourcebook changes --record` writes them, and editors may change them: add a note, name
what was withdrawn, or remove what is not to be shown. So each line is checked like the editors'
other files, and one that cannot be understood stops the build.
"""

from __future__ import annotations

import re

import msgspec

from generator.directions import CONTROLS
from generator.errors import Problem
from generator.model import FOLDERS, Change, NameStep, SeriesStep, Source
from generator.read.characters import clean, normalised
from generator.read.dates import parse_date
from generator.read.decode import decode_raw
from generator.read.draft import problem

_DAY = len("2026-11-29")
_ADDRESS = re.compile(r"[a-z0-9-]{1,200}", re.ASCII)
_NAME = re.compile(
    rf"({'|'.join(FOLDERS.values())})/[a-z0-9-]{{1,200}}(/[a-z0-9-]{{1,50}})?", re.ASCII
)


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object in a line."""


class _Begins(_Part, frozen=True):
    sources: int = 0
    events: int = 0


class _Sources(_Part, frozen=True):
    new: tuple[str, ...] = ()
    count: int = 0
    changed: tuple[str, ...] = ()
    withdrawn: int = 0
    named: tuple[str, ...] = ()


class _Events(_Part, frozen=True):
    most: tuple[str, ...] = ()
    count: int = 0


class _Figure(_Part, frozen=True):
    series: str
    after: tuple[str, str]
    before: tuple[str, str] = ("", "")


class _Names(_Part, frozen=True):
    merged: tuple[tuple[str, str], ...] = ()
    split: tuple[tuple[str, str, str], ...] = ()


class _Line(_Part, frozen=True):
    day: str
    note: str = ""
    begins: _Begins | None = None
    sources: _Sources = _Sources()
    events: _Events = _Events()
    figures: tuple[_Figure, ...] = ()
    names: _Names = _Names()


def is_address(text: str) -> bool:
    """Whether a text can be the id of a document, or the page of a name."""
    return (_ADDRESS.fullmatch(text) or _NAME.fullmatch(text)) is not None


def read_changes(source: Source, problems: list[Problem]) -> tuple[Change, ...]:
    """The records in the order of the file; the lines that are wrong go to the problems."""
    decoder = msgspec.json.Decoder(_Line)
    found = []
    for number, line in enumerate(decode_raw(source).text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line.encode("utf-8", "replace"))
            message = "" if _is_day(record.day) else "The day is not a date such as 2026-11-29."
        except (msgspec.DecodeError, RecursionError) as error:
            message = f"This line cannot be read: {error}."
        if message:
            hint = "Restore it as it was recorded, or remove the line."
            problems.append(problem(source, number, "error", message, hint))
        else:
            found.append(_change(record))
    return tuple(found)


def _is_day(text: str) -> bool:
    return len(text) == _DAY and parse_date(text) == text


def _change(record: _Line) -> Change:
    begins, sources, events, names = record.begins, record.sources, record.events, record.names
    return Change(
        day=record.day,
        note=_shown(record.note),
        begins=(begins.sources, begins.events) if begins else None,
        new=sources.new,
        came=max(sources.count, len(sources.new)),
        changed=sources.changed,
        withdrawn=max(sources.withdrawn, len(sources.named)),
        named=tuple(filter(None, map(_shown, sources.named))),
        events=events.most,
        happened=max(events.count, len(events.most)),
        figures=tuple(SeriesStep(one.series, one.before, one.after) for one in record.figures),
        merged=tuple(NameStep(*one) for one in names.merged),
        split=tuple(NameStep(*one) for one in names.split),
    )


def _shown(text: str) -> str:
    """A text that pages show, on one line and without control characters."""
    return " ".join(CONTROLS.sub("", normalised(clean(text))).split())
