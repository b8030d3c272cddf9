"""Derive: from what each document says to what all of them say together.

Entities are gathered from the mentions and from the lists of front matter
(`generator.derive.entities`); events, for now, are the publications of the documents
(`generator.derive.events`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.derive.entities import gather_entities
from generator.derive.events import publications
from generator.model import Analysis, Corpus, Document, Source


def derive(
    documents: Sequence[Document], analyses: Iterable[Analysis], sources: Iterable[Source]
) -> Corpus:
    """The corpus. `sources` are needed for the pictures that documents show."""
    ordered = tuple(sorted(documents, key=_newest_first))
    entities = gather_entities(ordered, {a.document: a for a in analyses})
    wanted = {path: shown for document in ordered for shown, path in document.media}
    media = sorted((wanted[s.path], s.data) for s in sources if s.path in wanted)
    return Corpus(ordered, entities, publications(ordered, entities), tuple(media))


def _newest_first(document: Document) -> tuple[tuple[int, ...], str]:
    """Undated documents come last; those of one day in the order of their names."""
    # Each digit is turned round, so that a later date sorts first and a name still ascends.
    # "2024-03" stands for any day of the month and comes below all of them.
    turned = tuple(9 - int(digit) for digit in document.date if digit.isdigit())
    return (*turned, 10), document.id
