"""What editors change on the timeline: `curation/events.csv`.

    action,id,date,text,note
    hide,e2024-03-22-ab3d5fg,,,a doublet
    pin,e2024-03-22-ab3d5fg,,,
    redate,e2024-03-22-ab3d5fg,2024-03-23,,the text means the next day
    rewrite,e2024-03-22-ab3d5fg,,The hall was attacked.,
    add,,2024-05-22,The detention was to end on this day.,from the court's own page

An id is that of an event, or of any of its sentences; it stands on the timeline behind "Cite". The
site says where editors had a hand. A line that cannot be carried out is reported.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.derive.extent import extent
from generator.errors import Problem
from generator.identity import digest
from generator.model import Event, Source

FILE = "curation/events.csv"
_COLUMNS = ("action", "id", "date", "text", "note")
_NEEDS = {
    "hide": ("id",),
    "pin": ("id",),
    "redate": ("id", "date"),
    "rewrite": ("id", "text"),
    "add": ("date", "text"),
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Edit:
    """One line of the table, checked."""

    line: int
    action: str
    id: str
    date: str
    text: str
    note: str


def curate(
    events: Sequence[Event], curation: Iterable[Source]
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events as editors want them, and the lines that could not be carried out."""
    source = next((s for s in curation if s.path == FILE), None)
    if source is None:
        return tuple(events), ()
    edits, problems = _read(source)
    found = {event.id: event for event in events}
    # A sentence's own id leads to the event that now holds it.
    holder = {e.id: event.id for event in events for e in event.evidence} | {e: e for e in found}
    for edit in edits:
        if edit.action == "add":
            event = _added(edit)
            found[event.id] = event
        elif holder.get(edit.id) not in found:
            message = f'There is no event "{edit.id}".'
            hint = "Look its id up on the timeline; its sentence may have changed."
            problems.append(Problem(FILE, edit.line, "warning", message, hint))
        elif edit.action == "hide":
            del found[holder[edit.id]]
        else:
            name = holder[edit.id]
            found[name] = _changed(found[name], edit)
    ordered = sorted(found.values(), key=lambda e: (e.first, e.last, -e.score, -e.sources, e.id))
    return tuple(ordered), tuple(problems)


def _read(source: Source) -> tuple[list[Edit], list[Problem]]:
    edits: list[Edit] = []
    problems: list[Problem] = []

    def wrong(line: int, message: str, hint: str) -> None:
        problems.append(Problem(FILE, line, "warning", message, hint))

    text = source.data.decode("utf-8-sig", "replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if not set(_COLUMNS[:4]) <= set(reader.fieldnames or ()):
        wrong(1, "The columns are not known.", f"Begin with the line {','.join(_COLUMNS)}")
        return [], problems
    end = reader.line_num
    for row in reader:
        line, end = end + 1, reader.line_num
        values = {key: " ".join((row.get(key) or "").split()) for key in _COLUMNS}
        if not any(values.values()):
            continue
        edit = Edit(line, **values)
        needs = _NEEDS.get(edit.action)
        if needs is None:
            wrong(line, f'"{edit.action}" is no action.', f"Known: {', '.join(_NEEDS)}")
        elif not all(values[key] for key in needs):
            wrong(line, f'"{edit.action}" needs {" and ".join(needs)}.', "Fill the cells in.")
        elif "date" in needs and not _is_date(edit.date):
            wrong(line, f'"{edit.date}" is no date.', "Write YYYY-MM-DD, YYYY-MM or YYYY.")
        else:
            edits.append(edit)
    return edits, problems


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and extent(text))
    except ValueError:
        return False


def _changed(event: Event, edit: Edit) -> Event:
    note = f" ({edit.note})" if edit.note else ""
    if edit.action == "pin":
        return replace(event, pinned=True, edits=(*event.edits, f"put among the key dates{note}"))
    if edit.action == "rewrite":
        return replace(event, text=edit.text, edits=(*event.edits, f"put in other words{note}"))
    first, last, precision = extent(edit.date)
    said = f"dated {edit.date} instead of {event.date}{note}"
    return replace(
        event,
        date=edit.date,
        first=first,
        last=last,
        precision=precision,
        edits=(*event.edits, said),
    )


def _added(edit: Edit) -> Event:
    first, last, precision = extent(edit.date)
    note = f" ({edit.note})" if edit.note else ""
    return Event(
        id=f"e{edit.date}-{digest(edit.text, 7)}",
        kind="reported",
        date=edit.date,
        first=first,
        last=last,
        precision=precision,
        modality="",
        status="",
        score=0.0,
        sources=0,
        documents=(),
        evidence=(),
        figures=(),
        entities=(),
        text=edit.text,
        edits=(f"added by the editors{note}",),
        pinned=False,
    )
