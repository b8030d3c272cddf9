"""What editors change on the timeline: `curation/events.csv`.

    action,id,date,text,note,into
    hide,e2024-03-22-ab3d5fg,,,a duplicate
    pin,e2024-03-22-ab3d5fg,,,
    redate,e2024-03-22-ab3d5fg,2024-03-23,,the text means the next day
    rewrite,e2024-03-22-ab3d5fg,,The hall was attacked.,
    add,,2024-05-22,The detention was to end on this day.,from the court's own page
    status,e2024-03-22-ab3d5fg,,,it took place after all,happened
    prefer,e2024-03-22-vw6x7yz,,,this sentence says more
    split,e2024-03-22-hj4k6lm,,,another fire
    merge,e2024-03-22-np2q3rs,,,the same fire,e2024-03-22-ab3d5fg

The timeline shows an event's id under "Cite". `hide` also takes the id of one sentence of an event,
and leaves only that out; `split` makes that sentence an event of its own, and `merge` adds the
sentences of one event to another. `prefer` takes the id of the sentence that is to stand for its
event, `status` one of `STATUSES`. A date may be approximate or an interval; see
`generator.model.dates.when`. The site marks editorial changes. A line that cannot be carried
out is reported. It stops the build if it should hide something that is perhaps still shown: when a
source is edited, an event has another id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.derive.events.events import in_order
from generator.derive.events.regroup import REGROUPING, regroup
from generator.derive.isolation import failing_line
from generator.errors import Problem
from generator.ids import digest, free_slug
from generator.model import EVENTS_TABLE, STATUSES, Event, EventEdit, Evidence, Status
from generator.model.dates import when

_MOST_SHOWN = 5  # events of a day that a message lists
_STATUS_CODES: Mapping[Status, str] = MappingProxyType(
    {
        "": "status-happened",
        "planned": "status-planned",
        "uncertain": "status-uncertain",
        "negated": "status-denied",
        "reporting": "status-report",
    }
)
_REGROUP_HINT = "Correct or remove the line; the timeline shows the ids of events and sentences."


@dataclass(frozen=True, slots=True)
class Curated:
    """What `curate` returns: the events as editors want them, by date.

    hidden: how many events and sentences were left out
    problems: the lines that could not be carried out; an error must stop the build
    """

    events: tuple[Event, ...]
    hidden: int
    problems: tuple[Problem, ...]


def curate(
    events: Sequence[Event],
    edits: Sequence[EventEdit],
    with_only: Callable[[Event, Sequence[Evidence]], Event],
) -> Curated:
    """Carry out the editors' table: what changes the sentences of events first.

    with_only: makes an event again from some of its sentences
    """
    problems: list[Problem] = []
    lost: list[EventEdit] = []  # lines whose event is not there
    found = {event.id: event for event in events}
    holder = {e.id: event.id for event in events for e in event.evidence}
    out: set[str] = set()
    # An event is made again from its sentences before anything else of it changes.
    regrouped = [e for e in edits if e.action in REGROUPING]
    others = [e for e in edits if e.action not in REGROUPING]
    hidden = {e.id for e in others if e.action == "hide" and e.id in found}
    # A sentence that is left out may be the one that stands for its event.
    others.sort(key=lambda e: (e.action == "prefer", e.id in found or e.id not in holder))
    for edit in regrouped:
        with failing_line(EVENTS_TABLE, edit.line, problems):
            wrong = "" if edit.id not in hidden else f'"{edit.id}" is hidden, and so not merged.'
            wrong = wrong or regroup(edit, found, holder, with_only)
            if wrong:
                problems.append(Problem(EVENTS_TABLE, edit.line, "warning", wrong, _REGROUP_HINT))
    for edit in others:
        with failing_line(EVENTS_TABLE, edit.line, problems):
            event = found.get(edit.id)
            if edit.action == "add":
                problems += _add(edit, found, holder)
            elif edit.action == "prefer" and holder.get(edit.id) in found:
                found[holder[edit.id]] = _preferring(found[holder[edit.id]], edit)
            elif event is None and edit.action == "hide" and holder.get(edit.id) in found:
                if edit.id not in out:
                    found[holder[edit.id]] = _without(found[holder[edit.id]], edit, with_only)
                    out.add(edit.id)
            elif event is None:
                lost.append(edit)
            elif edit.action == "hide":
                del found[edit.id]
                out.add(edit.id)
            else:
                found[edit.id] = _changed(event, edit)
    ordered = sorted(found.values(), key=in_order)
    problems += (_no_event(edit, holder.get(edit.id), ordered) for edit in lost)
    return Curated(tuple(ordered), len(out), tuple(problems))


def _add(edit: EventEdit, found: dict[str, Event], holder: Mapping[str, str]) -> list[Problem]:
    """Add an event; a problem where a line before it has added the same."""
    if any(e.text == edit.text and e.date == edit.date for e in found.values()):
        message = f'The event "{edit.text}" has already been added.'
        return [Problem(EVENTS_TABLE, edit.line, "warning", message, "Remove the line.")]
    event = _added(edit, found.keys() | holder.keys())
    found[event.id] = event
    return []


def _no_event(edit: EventEdit, holder: str | None, shown: Iterable[Event]) -> Problem:
    """A line whose id no event has; a sentence can be hidden, but only its event be changed.

    shown: the events of the site
    """
    if holder:
        message = f'"{edit.id}" is a sentence of the event "{holder}".'
        return Problem(EVENTS_TABLE, edit.line, "warning", message, "Use the event's id.")
    message = f'There is no event "{edit.id}".'
    same_day = [e for e in shown if edit.id.startswith(f"e{e.date.replace('/', '--')}-")]
    if edit.action != "hide" or not same_day:
        hint = "Look its id up on the timeline; its sentence may have changed."
        return Problem(EVENTS_TABLE, edit.line, "warning", message, hint)
    listed = "; ".join(map(_described, same_day[:_MOST_SHOWN]))
    rest = "; …" if len(same_day) > _MOST_SHOWN else ""
    message = f"{message} If its sentence has changed, it has another id: {listed}{rest}."
    hint = "Correct the id, or remove the line if none of these is to be hidden."
    return Problem(EVENTS_TABLE, edit.line, "error", message, hint)


def _described(event: Event) -> str:
    """An event's id, with a document that reports it or the editors' words."""
    where = next((evidence.where.document for evidence in event.evidence), "")
    return f"{event.id} ({event.text or where})"


def _without(
    event: Event, edit: EventEdit, with_only: Callable[[Event, Sequence[Evidence]], Event]
) -> Event:
    """The event without one of its sentences."""
    left = with_only(event, [evidence for evidence in event.evidence if evidence.id != edit.id])
    return replace(left, edits=(*left.edits, edit.reason("sentence-left-out")))


def _changed(event: Event, edit: EventEdit) -> Event:
    if edit.action == "pin":
        return replace(event, pinned=True, edits=(*event.edits, edit.reason("pinned")))
    if edit.action == "rewrite":
        return replace(event, text=edit.text, edits=(*event.edits, edit.reason("rewritten")))
    if edit.action == "status":
        status = STATUSES[edit.into]
        why = edit.reason(_STATUS_CODES[status])
        return replace(event, status=status, edits=(*event.edits, why))
    time = when(edit.date)
    code = "redated-about" if time.modality else "redated"
    why = edit.reason(code, date=edit.date.rstrip("~?"), instead=event.date)
    return replace(
        event,
        date=time.date,
        first=time.first,
        last=time.last,
        precision=time.precision,
        modality=time.modality,
        # A plan or a doubt is none the less one on another day.
        status="" if event.status == "reporting" else event.status,
        edits=(*event.edits, why),
    )


def _preferring(event: Event, edit: EventEdit) -> Event:
    """The event with another of its sentences first."""
    first = [evidence for evidence in event.evidence if evidence.id == edit.id]
    rest = [evidence for evidence in event.evidence if evidence.id != edit.id]
    # An event without a status has a sentence that says that it happened.
    edited = any(why.code in _STATUS_CODES.values() for why in event.edits)
    status = first[0].status if event.status and first and not edited else event.status
    why = (*event.edits, edit.reason("sentence-preferred"))
    return replace(event, evidence=(*first, *rest), status=status, edits=why)


def _added(edit: EventEdit, taken: Collection[str]) -> Event:
    time = when(edit.date)
    name = f"e{time.date.replace('/', '--')}-{digest(edit.text, 7)}"
    return Event(
        id=free_slug(name, edit.text, taken),
        kind="reported",
        date=time.date,
        first=time.first,
        last=time.last,
        precision=time.precision,
        modality=time.modality,
        status="",
        score=0.0,
        sources=0,
        documents=(),
        evidence=(),
        entities=(),
        text=edit.text,
        edits=(edit.reason("event-added"),),
        pinned=False,
    )
