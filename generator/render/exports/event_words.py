"""Events in plain words, for calendars and other programs."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Event
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.reasons import words as in_words
from generator.render.views.event_views import claim_of, event_doubts, event_notes

_MOST = 2000  # of events in files for programs that draw each, which more would make useless


def drawn_events(index: CorpusIndex) -> Sequence[Event]:
    """The events for programs that draw each: all, or the most important where there are many."""
    if len(index.reported) <= _MOST:
        return index.reported
    ranked = sorted(index.reported, key=lambda e: (not e.pinned, -e.score, -e.sources, e.id))
    chosen = {event.id for event in ranked[:_MOST]}
    return [event for event in index.reported if event.id in chosen]


def event_words(index: CorpusIndex, event: Event) -> str:
    """The editors' words for an event, or its representative sentence."""
    if event.text or not event.evidence:
        return event.text
    return index.stand_in(event) or index.told(event.evidence[0])


def according_to(index: CorpusIndex, event: Event) -> str:
    """Whose words they are, and everything that qualifies them."""
    whose = "" if event.text else f"{_whose(index, event)}. "
    changes = "; ".join(map(in_words, event.edits))
    edits = gettext("By the editors: {edits}.", edits=changes) if changes else ""
    notes = "".join(f"{note.capitalize()}. " for note in event_notes(event))
    others = event_doubts(event)
    doubts = gettext("Of its sentences, {doubts}.", doubts=others) + " " if others else ""
    return f"{whose}{notes}{doubts}{edits}".strip()


def _whose(index: CorpusIndex, event: Event) -> str:
    """The source that says so; who says so there, if it only reports that somebody does."""
    outlet = _outlet(index, event)
    claim = claim_of(index, event.evidence[0]) if event.evidence else None
    if claim is None:
        return gettext("According to {outlet}", outlet=outlet)
    said = " ".join(filter(None, index.claims.said_by(claim)))
    return gettext("{said}, according to {outlet}", said=said, outlet=outlet)


def _outlet(index: CorpusIndex, event: Event) -> str:
    if not event.evidence:
        return gettext("the editors")
    document = index.documents[event.evidence[0].where.document]
    return document.outlet or document.title
