"""The most important sentence of a source, with who says it where only another one tells."""

from __future__ import annotations

from generator.model import Document, Event
from generator.render.corpus_index import CorpusIndex
from generator.render.view_types import SourceSummary


def summary(index: CorpusIndex, document: Document, event: str = "") -> SourceSummary:
    """A source with that sentence. `event`: id of its publication, or ""."""
    return SourceSummary(
        index.source_line(document), index.lead(document.id), _holder(index, document), event
    )


def publication(index: CorpusIndex, event: Event) -> SourceSummary:
    """The source whose publication is an event."""
    return summary(index, index.documents[event.documents[0]], event.id)


def lead_words(index: CorpusIndex, document: Document) -> str:
    """That sentence as text, for other programs; "" where there is none."""
    where = index.leads.get(document.id)
    holder = _holder(index, document)
    words = index.words(where) if where else ""
    return f"{holder}: {words}" if holder else words


def _holder(index: CorpusIndex, document: Document) -> str:
    """Who says it, in words; "" if the sentence itself tells, or nobody else but the source."""
    where = index.leads.get(document.id)
    claim = index.claims.of(where, where.start) if where else None
    if where is None or claim is None or claim.where.anchor == where.anchor:
        return ""
    return " ".join(filter(None, index.claims.said_by(claim)))
