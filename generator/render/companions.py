"""Who is named beside whom: entities that stand in the same sentences.

Only sentences are counted, not whole documents: what shares a sentence is told together. The work
grows with the mentions; of a sentence that lists very many names only the first are paired.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Mention
from generator.render.address import entity_path
from generator.render.views import Library, Quote

_MOST = 8
_MOST_IN_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named beside another: in how many sentences and sources, and one of them."""

    name: str
    path: str
    sentences: int
    sources: int
    quote: Quote


def companions(library: Library) -> Mapping[str, tuple[Companion, ...]]:
    """For each entity those named beside it, the most frequent first."""
    return {name: _most(library, beside) for name, beside in shared_sentences(library).items()}


def shared_sentences(library: Library) -> Mapping[str, Mapping[str, list[Mention]]]:
    """For each entity and each one named beside it, the latter's mentions there."""
    sentences: dict[tuple[str, str], dict[str, Mention]] = {}
    for entity in library.corpus.entities:
        for mention in entity.mentions:
            where = (mention.provenance.document, mention.provenance.anchor)
            sentences.setdefault(where, {}).setdefault(entity.id, mention)
    shared: dict[str, dict[str, list[Mention]]] = {}
    for named in sentences.values():
        pairs = list(named.items())[:_MOST_IN_SENTENCE]
        for one, _ in pairs:
            for other, mention in pairs:
                if one != other:
                    shared.setdefault(one, {}).setdefault(other, []).append(mention)
    return shared


def _most(library: Library, beside: Mapping[str, list[Mention]]) -> tuple[Companion, ...]:
    ordered = sorted(beside.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST]
    return tuple(
        Companion(
            name=library.entities[name].name,
            path=entity_path(name),
            sentences=len(mentions),
            sources=len({mention.provenance.document for mention in mentions}),
            quote=library.quote(mentions[0].provenance, point_out=True),
        )
        for name, mentions in ordered
    )
