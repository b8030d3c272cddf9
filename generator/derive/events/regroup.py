"""What editors change about which sentences are one event: `merge` and `split`.

The timeline's own groups are right in most cases, but two fires of one day may look alike, and one
fire may be told in words that have nothing in common.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model import Event, EventEdit, Evidence

REGROUPING = ("merge", "split")
_Remake = Callable[[Event, Sequence[Evidence]], Event]


def regroup(
    edit: EventEdit, found: dict[str, Event], holder: dict[str, str], with_only: _Remake
) -> str:
    """Merge or split as a line says; what was wrong, or "".

    found: the events by id; changed
    holder: the event of each sentence, by their ids; changed
    with_only: makes an event again from some of its sentences
    """
    if edit.action == "merge":
        return _merge(edit, found, holder, with_only)
    return _split(edit, found, holder, with_only)


def _merge(
    edit: EventEdit, found: dict[str, Event], holder: dict[str, str], with_only: _Remake
) -> str:
    if edit.id == edit.into or holder.get(edit.id) == holder.get(edit.into, edit.into):
        return f'"{edit.id}" and "{edit.into}" are already one event.'
    for name in (edit.id, edit.into):
        if name not in found:
            return _no_event(name, holder)
    one, other = found[edit.id], found[edit.into]
    both = replace(
        other,
        score=max(one.score, other.score),
        documents=tuple(dict.fromkeys((*other.documents, *one.documents))),
        evidence=(*other.evidence, *one.evidence),
    )
    made = with_only(both, both.evidence)
    earlier = (*other.edits, *one.edits)
    found[other.id] = replace(made, edits=(*earlier, edit.reason("event-merged")))
    del found[one.id]
    holder.update({evidence.id: other.id for evidence in one.evidence})
    return ""


def _split(
    edit: EventEdit, found: dict[str, Event], holder: dict[str, str], with_only: _Remake
) -> str:
    own = found.get(edit.id)
    if own and len(own.evidence) == 1:
        return f'"{edit.id}" is already an event of its own.'
    if own:
        return (
            f'"{edit.id}" is the whole event; "split" takes the id of one of its other sentences.'
        )
    if edit.id not in holder:
        return _no_event(edit.id, holder)
    event = found[holder[edit.id]]
    part = [evidence for evidence in event.evidence if evidence.id == edit.id]
    rest = [evidence for evidence in event.evidence if evidence.id != edit.id]
    alone = replace(with_only(event, part), id=edit.id)
    found[edit.id] = replace(alone, edits=(*event.edits, edit.reason("event-split-from")))
    left = with_only(event, rest)
    found[event.id] = replace(left, edits=(*left.edits, edit.reason("sentence-split-off")))
    holder[edit.id] = edit.id
    return ""


def _no_event(name: str, holder: dict[str, str]) -> str:
    if name in holder:
        return f'"{name}" is a sentence of the event "{holder[name]}"; use the event\'s id.'
    return f'There is no event "{name}".'
