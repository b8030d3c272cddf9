"""Events: for now, the publication of each document.

An event of publication rests on the date that the source itself bears and quotes the document's
first sentence. Its score is the number of sources published on that date, as a share of the
busiest date's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Document, Entity, Event, Provenance

_PRECISION = {4: "year", 7: "month", 10: "day"}


def publications(documents: Sequence[Document], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """An event for each dated document, in the order of their dates."""
    named: dict[str, list[str]] = {}
    for entity in entities:
        for document in entity.documents:
            named.setdefault(document, []).append(entity.id)
    dated = [document for document in reversed(documents) if document.date]
    per_date = Counter(document.date for document in dated)
    busiest = max(per_date.values(), default=1)
    return tuple(
        Event(
            id=f"published-{document.id}",
            kind="publication",
            date=document.date,
            precision=_PRECISION[len(document.date)],
            score=round(per_date[document.date] / busiest, 4),
            documents=(document.id,),
            evidence=_first_sentence(document),
            entities=tuple(named.get(document.id, ())),
        )
        for document in dated
    )


def _first_sentence(document: Document) -> tuple[Provenance, ...]:
    """The first sentence of running text, or of a heading when there is no other."""
    texts = [p for p in document.passages if p.kind != "heading"] or list(document.passages)
    if not texts:
        return ()
    sentence = texts[0].sentences[0]
    where = (texts[0].number, sentence.start, sentence.end, sentence.anchor)
    return (Provenance(document.id, *where),)
