"""Which entities stand in the same sentences.

Only sentences are counted, not whole documents: what shares a sentence is told together. The work
grows with the mentions; of a sentence that lists very many names only the first are paired.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Entity, Mention

_MOST_IN_SENTENCE = 20
Shared = Mapping[str, Mapping[str, list[Mention]]]


def shared_sentences(entities: Sequence[Entity]) -> Shared:
    """For each entity and each one named beside it, the latter's mentions there."""
    sentences: dict[tuple[str, str], dict[str, Mention]] = {}
    for entity in entities:
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
