"""The publication of each document, as a separate kind of event.

An event of publication has the date that the source itself gives and quotes the document's
first sentence. Its score is the number of sources published on that date, as a share of the
busiest date's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Document, Entity, Event, Evidence, Provenance
from generator.model.dates import extent


def publications(documents: Sequence[Document], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """An event for each dated document, in the order of their dates."""
    named: dict[str, list[str]] = {}
    for entity in entities:
        for name in entity.documents:
            named.setdefault(name, []).append(entity.id)
    dated = [document for document in reversed(documents) if document.date]
    per_date = Counter(document.date for document in dated)
    busiest = max(per_date.values(), default=1)
    events = []
    for document in dated:
        first, last, precision = extent(document.date)
        event = Event(
            id=f"published-{document.id}",
            kind="publication",
            date=document.date,
            first=first,
            last=last,
            precision=precision,
            modality="",
            status="",
            score=round(per_date[document.date] / busiest, 4),
            sources=1,
            documents=(document.id,),
            evidence=_first_sentence(document),
            entities=tuple(named.get(document.id, ())),
        )
        events.append(event)
    return tuple(events)


def _first_sentence(document: Document) -> tuple[Evidence, ...]:
    """The first sentence of running text, or of a heading if there is none."""
    texts = [p for p in document.own_passages if p.kind != "heading"]
    texts = texts or list(document.passages)
    if not texts:
        return ()
    sentence = texts[0].sentences[0]
    where = (texts[0].number, sentence.start, sentence.end, sentence.anchor)
    return (Evidence(f"published-{document.id}", Provenance(document.id, *where), None, ""),)
