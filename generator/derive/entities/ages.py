"""People of one name whose ages in the sources cannot be one person's.

"Ann Lee, 60, a judge" in 2010 and "Ann Lee, 20, a thief" in 2011 are two. Only editors can decide:
an article may look back, so the years of birth must be far apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Document, Entity
from generator.model.dates import year_of

_AGE = re.compile(r"(?:, | \()([1-9]\d?)(?:[,;)]|\.(?!\d))", re.ASCII)  # right behind a name
_APART = 15  # years between births that no report of an earlier time explains


@dataclass(frozen=True, slots=True)
class Age:
    """What a document says of a person's age, in years."""

    document: str
    age: int
    year: int

    @property
    def born(self) -> int:
        """The year of birth, or the one after it."""
        return self.year - self.age


def ages_apart(
    entities: Iterable[Entity], documents: Iterable[Document]
) -> Iterator[tuple[Entity, Sequence[Age], Sequence[Age]]]:
    """People who may be two: the ages of most documents, and those of the others."""
    by_id = {document.id: document for document in documents}
    for entity in entities:
        if entity.type == "person":
            ages = sorted(_ages(entity, by_id), key=lambda a: (a.born, a.document))
            born = [age.born for age in ages]
            gaps = [(later - year, at) for at, (year, later) in enumerate(pairwise(born), 1)]
            gap, at = max(gaps, default=(0, 0))
            if gap >= _APART:
                most, others = sorted((ages[:at], ages[at:]), key=len, reverse=True)
                yield entity, most, others


def _ages(entity: Entity, documents: Mapping[str, Document]) -> Iterator[Age]:
    """The first age behind the full name in each dated document."""
    seen = set()
    for mention in entity.mentions:
        document = documents[mention.provenance.document]
        if " " in mention.text and document.date and document.id not in seen:
            age = _AGE.match(document.text, mention.provenance.end)
            if age:
                seen.add(document.id)
                yield Age(document.id, int(age[1]), year_of(document.date))
