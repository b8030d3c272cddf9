"""What `sourcebook explain` says about events, by the ids that the timeline shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.commands.explained import MOST, count, quoted
from generator.model import Corpus, Document, Event
from generator.render.reasons import words

_ID = re.compile(r"e-?\d[\w-]+", re.ASCII)
_TABLE = "curation/events.csv (columns: action,id,date,text,note,into)"


def is_event_id(name: str) -> bool:
    """Whether a name could be the id of an event."""
    return _ID.fullmatch(name) is not None


def explain_events(corpus: Corpus, name: str, other: str) -> Iterator[str]:
    """What is known of an event, or of two, line by line; nothing where an id is not known.

    name, other: ids of events or of sentences; `other` may be ""
    """
    events = [event for event in corpus.events if event.kind == "reported"]
    holder = {e.id: event for event in events for e in event.evidence}
    holder |= {event.id: event for event in events}
    documents = {document.id: document for document in corpus.documents}
    if name not in holder or other not in {"", *holder}:
        return
    yield from _one(holder[name], documents)
    if not other:
        return
    yield ""
    if holder[name] is holder[other]:
        yield f"“{name}” and “{other}” are one event."
        return
    yield from _one(holder[other], documents)
    yield ""
    yield f"To merge them, add this line to {_TABLE}:"
    yield f"  merge,{holder[name].id},,,,{holder[other].id}"


def _one(event: Event, documents: Mapping[str, Document]) -> Iterator[str]:
    sentences = count(len(event.evidence), "sentence")
    yield f"{event.id}: {event.date}, {sentences}, {count(event.sources, 'source')}"
    if event.edits:
        yield f"  By the editors: {'; '.join(map(words, event.edits))}."
    if event.text:
        yield f"  “{event.text}”"
    for evidence in event.evidence[:MOST]:
        where = evidence.where
        yield f"  {evidence.id}: {quoted(documents[where.document], where)}"
    if len(event.evidence) > MOST:
        yield f"  … and {len(event.evidence) - MOST:,} more"
    others = [evidence.id for evidence in event.evidence if evidence.id != event.id]
    if others:
        yield "  Sentences of one date that say much the same are one event."
        yield f"  To make the last one an event of its own, add this line to {_TABLE}:"
        yield f"    split,{others[-1]},,,,"
