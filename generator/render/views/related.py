"""Sources on the same subject: those that share the rarest names.

Two sources that both name a small court have more in common than two that both name Russia. Each
shared entity counts by how few sources name it; the work grows with the mentions, as entities that
very many sources name are left out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Document
from generator.render.corpus_index import CorpusIndex
from generator.render.view_types import SourceLine
from generator.render.words import listed

_MOST = 4
_COMMON = 30  # sources; a name in more of them says little about each
_NAMED = 3  # shared names that are shown
_LEAST = 2  # names that two related sources share


@dataclass(frozen=True, slots=True)
class RelatedSource:
    """A related source, and the rarest names that both mention."""

    source: SourceLine
    names: str


def related_sources(index: CorpusIndex, document: Document) -> tuple[RelatedSource, ...]:
    """The sources that share most with one, the nearest first."""
    names: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity, _ in index.of_document.get(document.id, ()):
        number = len(entity.documents)
        if 1 < number <= _COMMON:
            shared = number, entity.name
            for other in entity.documents:
                names[other].append(shared)
    names.pop(document.id, None)
    # Most share a single name.
    score = {
        name: math.fsum(1 / math.log2(1 + number) for number, _ in own)
        for name, own in names.items()
        if len(own) >= _LEAST
    }
    nearest: Sequence[str] = sorted(score, key=lambda name: (-round(score[name], 6), name))[:_MOST]
    return tuple(
        RelatedSource(
            index.source_line(name),
            listed(shared for _, shared in sorted(names[name])[:_NAMED]),
        )
        for name in nearest
    )
