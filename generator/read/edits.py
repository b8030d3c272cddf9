"""The editors' tables, whose lines must all be understood.

What editors have hidden must not come back because a spreadsheet has saved their table in another
form. A table or a line that cannot be read therefore stops the build, unlike a source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.csv_text import unmarked
from generator.directions import CONTROLS
from generator.errors import CurationError, Problem
from generator.model import (
    ADDRESSES_TABLE,
    CHANGES_FILE,
    CLAIMS_TABLE,
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    FOLDERS,
    NOT_PUBLISHED,
    PUBLISH,
    REDACTIONS_TABLE,
    SOURCES_TABLE,
    STATUSES,
    Address,
    Change,
    Edits,
    EntityEdit,
    EventEdit,
    Redaction,
    Source,
    SourceEdit,
    StatementEdit,
)
from generator.read.changes import is_address, read_changes
from generator.read.characters import clean, losses, normalised
from generator.read.csv_rows import csv_rows
from generator.read.dates import given_date
from generator.read.decode import decode_raw
from generator.read.draft import problem
from generator.read.event_dates import is_event_date
from generator.redactions import LONGEST, tokens

Complaint = tuple[str, str] | None  # what is wrong, and what to do
_Complain = Callable[[Mapping[str, str]], Complaint]
_EVENT_COLUMNS = ("action", "id", "date", "text", "note", "into")
_ENTITY_COLUMNS = ("action", "name", "type", "into", "note", "sources")
_STATEMENT_COLUMNS = ("action", "id", "value", "note", "words", "source")
_REDACTION_COLUMNS = ("document", "words", "replacement", "note")
_SOURCE_COLUMNS = ("action", "source", "value", "note")
_ADDRESS_COLUMNS = ("address", "source", "text")
_OPTIONAL: Mapping[tuple[str, ...], set[str]] = {
    _REDACTION_COLUMNS: {"document", "replacement", "note"},
    _EVENT_COLUMNS: {"note", "into"},
    _ENTITY_COLUMNS: {"type", "note", "sources"},
    _ADDRESS_COLUMNS: {"text"},
    _SOURCE_COLUMNS: {"note"},
    _STATEMENT_COLUMNS: {"note", "words", "source"},
}
_EVENT_NEEDS = {
    "hide": ("id",),
    "pin": ("id",),
    "redate": ("id", "date"),
    "rewrite": ("id", "text"),
    "add": ("date", "text"),
    "merge": ("id", "into"),
    "split": ("id",),
    "status": ("id", "into"),
    "prefer": ("id",),
}
_FIGURE_NEEDS = {"hide": ("id",), "value": ("id", "value"), "holder": ("id", "value")}
_CLAIM_NEEDS = {"hide": ("id",), "holder": ("id", "value")}
_SOURCE_NEEDS = dict.fromkeys(("publish", "date"), ("source", "value"))
_NEED_INTO = ("merge", "distinct", "split", "rename", "retype", "alias", "wikidata", "locate")
_ENTITY_NEEDS = {
    **dict.fromkeys(_NEED_INTO, ("name", "into")),
    **dict.fromkeys(("hide", "redact"), ("name",)),
}
_WITHHELD = "[withheld]"  # what is shown where a line of redactions says nothing else
_FEWEST = 2  # letters and digits of withheld words
_EVENT_ID = re.compile(r"e\d[\w-]+", re.ASCII)
_STATEMENT_ID = re.compile(r"[cf]-[a-z2-7]{8}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}", re.ASCII)
_NORTH, _EAST = 90, 180  # degrees


def read_edits(tables: Iterable[Source]) -> Edits:
    """The editors' changes. Raises CurationError with all that could not be understood."""
    problems: list[Problem] = []
    found: dict[str, list[Any]] = {name: [] for name in _TABLES}
    changes: tuple[Change, ...] = ()
    for table in tables:
        if table.path == CHANGES_FILE:
            changes = read_changes(table, problems)
            continue
        name = table.path if table.path in _TABLES else ENTITIES_TABLE
        columns, complaint, make = _TABLES[name]
        rows = _rows(table, columns, complaint, problems)
        found[name] += [make(line, **cells) for line, cells in rows]
    if problems:
        raise CurationError(problems)
    return Edits(
        events=tuple(found[EVENTS_TABLE]),
        entities=tuple(found[ENTITIES_TABLE]),
        redactions=tuple(found[REDACTIONS_TABLE]),
        addresses=tuple(found[ADDRESSES_TABLE]),
        changes=changes,
        figures=tuple(found[FIGURES_TABLE]),
        claims=tuple(found[CLAIMS_TABLE]),
        sources=tuple(found[SOURCES_TABLE]),
    )


def _rows(
    table: Source,
    columns: tuple[str, ...],
    complain: _Complain,
    problems: list[Problem],
) -> list[tuple[int, dict[str, str]]]:
    """The line and the cells of each row that is understood; the others go to the problems."""
    raw = decode_raw(table)
    text = raw.text.removeprefix("\ufeff")
    if raw.problems or "\ufffd" in text or losses(text):
        message, hint = "Some characters of this table cannot be read.", "Save it as “CSV UTF-8”."
        problems.append(problem(table, 0, "error", message, hint))
        return []

    def lacks(names: Sequence[str]) -> Complaint:
        if set(columns) - _OPTIONAL[columns] <= set(names):
            return None
        hint = f"Start with the line {','.join(columns)}"
        return "The header row is missing or incomplete.", hint

    rows = []
    for line, row in csv_rows(table, text, columns, lacks, may_end_early=True):
        if isinstance(row, Problem):
            problems.append(row)
            continue
        texts = {key: normalised(clean(unmarked(row.get(key, "")))) for key in columns}
        cells = {key: " ".join(CONTROLS.sub("", text).split()) for key, text in texts.items()}
        cells |= {key: cells[key].lower() for key in ("action", "type") if key in cells}
        complaint = complain(cells) if any(cells.values()) else None
        if complaint:
            problems.append(problem(table, line, "error", *complaint))
        elif any(cells.values()):
            rows.append((line, cells))
    return rows


def _needed(cells: Mapping[str, str], needs: Mapping[str, Sequence[str]]) -> Complaint:
    """Whether the action is known, and what it needs is there."""
    action = cells["action"]
    if action not in needs:
        return f'Unknown action "{action}".', f"Known: {', '.join(needs)}."
    if not all(cells[key] for key in needs[action]):
        wanted = " and ".join(f'"{key}"' for key in needs[action])
        return f'"{action}" needs {wanted}.', "Fill the cells in."
    return None


def _event_complaint(cells: Mapping[str, str]) -> Complaint:
    complaint = _needed(cells, _EVENT_NEEDS)
    if complaint:
        return complaint
    needs = _EVENT_NEEDS[cells["action"]]
    if cells["into"] and "into" not in needs:
        hint = 'Leave it empty; it is for "merge" and "status".'
        return f'"{cells["action"]}" does not take "into".', hint
    if cells["action"] == "status":
        if cells["into"] not in STATUSES:
            return f'"{cells["into"]}" is not a status.', f"Known: {', '.join(STATUSES)}."
        needs = ("id",)
    for key in ("id", "into"):
        if key in needs and not _EVENT_ID.fullmatch(cells[key]):
            return f'"{cells[key]}" is not the id of an event.', "Copy it from the timeline."
    if "date" in needs and not is_event_date(cells["date"]):
        hint = "Write YYYY-MM-DD, YYYY-MM, YYYY, 1911~ (about), 1911? or 1911-05/1911-06."
        return f'"{cells["date"]}" is not a date.', hint
    return None


def _figure_complaint(cells: Mapping[str, str]) -> Complaint:
    complaint = _statement_complaint(cells, _FIGURE_NEEDS, "f", "figure")
    if complaint or cells["action"] != "value":
        return complaint
    try:
        _ = StatementEdit(0, **cells).number
    except ValueError:
        hint = "Write one such as 1200, 0.5, 40-60, “at least 40”, “at most 40” or “about 40”."
        return f'"{cells["value"]}" is not a number.', hint
    return None


def _claim_complaint(cells: Mapping[str, str]) -> Complaint:
    complaint = _statement_complaint(cells, _CLAIM_NEEDS, "c", "claim")
    if not complaint and StatementEdit(0, **cells).names_source:
        return "A claim needs somebody who makes it.", "Write a name, or hide the claim."
    return complaint


def _statement_complaint(
    cells: Mapping[str, str], needs: Mapping[str, Sequence[str]], kind: str, what: str
) -> Complaint:
    """What is wrong with a line about figures or claims, apart from its number."""
    complaint = _needed(cells, needs)
    if complaint:
        return complaint
    if not _STATEMENT_ID.fullmatch(cells["id"]) or cells["id"][0] != kind:
        hint = f"Copy it from data/{what}s.json."
        return f'"{cells["id"]}" is not the id of a {what}.', hint
    if cells["value"] and cells["action"] == "hide":
        return '"hide" does not take "value".', "Leave it empty."
    return None


def _entity_complaint(cells: Mapping[str, str]) -> Complaint:
    types = ", ".join(FOLDERS)
    action, into = cells["action"], cells["into"]
    complaint = _needed(cells, _ENTITY_NEEDS)
    if complaint:
        return complaint
    if cells["type"] and cells["type"] not in FOLDERS:
        return f'Unknown type "{cells["type"]}".', f"Known: {types}."
    if cells["sources"] and action != "split":
        return f'"{action}" does not take "sources".', 'Leave the cell empty; it is for "split".'
    if action == "retype" and into not in FOLDERS:
        return f'Unknown type "{into}".', f"Known: {types}."
    if action == "wikidata" and not _WIKIDATA.fullmatch(into):
        return f'"{into}" is not a Wikidata ID, a Q with a number.', "Write one such as Q42."
    if action == "locate" and EntityEdit(0, **cells).position is None:
        return _what_is_wrong(into), 'Write them as in "55.8258, 37.3903".'
    return None


def _source_complaint(cells: Mapping[str, str]) -> Complaint:
    complaint = _needed(cells, _SOURCE_NEEDS)
    if complaint:
        return complaint
    known = (*PUBLISH, NOT_PUBLISHED)
    if cells["action"] == "publish" and cells["value"] not in known:
        return f'"{cells["value"]}" is not how much is published.', f"Known: {', '.join(known)}."
    if cells["action"] == "date" and not given_date(cells["value"]):
        hint = "Write YYYY-MM-DD, YYYY-MM or YYYY."
        return f'"{cells["value"]}" is not an unambiguous date.', hint
    return None


def _redaction(line: int, document: str, words: str, replacement: str, note: str) -> Redaction:
    pattern = _pattern(words)
    return Redaction(
        f"{REDACTIONS_TABLE}:{line}",
        () if pattern else (words,),
        pattern,
        replacement or _WITHHELD,
        note,
        tuple(filter(None, (name.strip() for name in document.split(";")))),
    )


def _address_complaint(cells: Mapping[str, str]) -> Complaint:
    if not is_address(cells["address"]):
        hint = "Write what follows sources/, without .html, or of a name people/ann-lee."
        return "This is not the address of a source or of a name.", hint
    return None if cells["source"] else ('The cell "source" is empty.', "Name the file.")


def _pattern(words: str) -> str:
    """The regular expression that a cell gives between slashes; "" where it gives words."""
    given = len(words) > 1 and words.startswith("/") and words.endswith("/")
    return words[1:-1] if given else ""


def _redaction_complaint(cells: Mapping[str, str]) -> Complaint:
    """What is wrong with a line; never its words, as the log of a build may be public."""
    words, pattern = cells["words"], _pattern(cells["words"])
    if not words:
        return 'The cell "words" is empty.', "Write what is to be withheld, or remove the line."
    if not pattern and len("".join(tokens(words))) < _FEWEST:
        return "This has fewer than two letters or digits.", "Write whole words."
    if len(words) > LONGEST:
        return f"This is longer than {LONGEST} characters.", "Use a line for each name or phrase."
    if pattern:
        try:
            if re.compile(pattern).search(""):
                return "This pattern matches an empty text.", "Make it match some characters."
        except re.error as error:
            message = f"Not a valid regular expression: {error.msg} at character {error.pos}."
            return message, "Correct it, or write words without slashes."
    return None


def _what_is_wrong(position: str) -> str:
    """Why a position is on no map: it has no two numbers, or one of them is too large."""
    numbers = [number.strip() for number in re.split("[,;]", position)]
    try:
        north, east = map(float, numbers)
    except ValueError:
        return f'"{position}" is not a latitude and longitude.'
    if not abs(north) <= _NORTH:
        return f'The latitude "{numbers[0]}" is not between -90 and 90.'
    if not abs(east) <= _EAST:
        return f'The longitude "{numbers[1]}" is not between -180 and 180.'
    return f'"{position}" is not a latitude and longitude.'


# Of each table: its columns, what is wrong with a row, and what a line and its cells become.
_TABLES: Mapping[str, tuple[tuple[str, ...], _Complain, Callable[..., object]]] = {
    EVENTS_TABLE: (_EVENT_COLUMNS, _event_complaint, EventEdit),
    ENTITIES_TABLE: (_ENTITY_COLUMNS, _entity_complaint, EntityEdit),
    REDACTIONS_TABLE: (_REDACTION_COLUMNS, _redaction_complaint, _redaction),
    SOURCES_TABLE: (_SOURCE_COLUMNS, _source_complaint, SourceEdit),
    ADDRESSES_TABLE: (_ADDRESS_COLUMNS, _address_complaint, Address),
    FIGURES_TABLE: (_STATEMENT_COLUMNS, _figure_complaint, StatementEdit),
    CLAIMS_TABLE: (_STATEMENT_COLUMNS, _claim_complaint, StatementEdit),
}
