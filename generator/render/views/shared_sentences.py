"""Which entities are mentioned in the same sentences.

Only sentences are counted, not whole documents: names in one sentence are mentioned together. The
work grows with the mentions; of a sentence that lists very many names only the first are paired.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model import Entity, Mention

_MOST_IN_SENTENCE = 20
Mentioned = Sequence[tuple[Entity, Sequence[Mention]]]  # in one document
Shared = Mapping[str, Mapping[str, Sequence[Mention]]]


def shared_sentences(documents: Iterable[Mentioned]) -> Shared:
    """For each entity and each one mentioned with it, the latter's mentions there.

    They come in the order of the documents and their texts, whatever else the archive holds.
    """
    shared: dict[str, dict[str, list[Mention]]] = {}
    for mentioned in documents:
        for pairs in _sentences(mentioned):
            for one, _ in pairs:
                for other, mention in pairs:
                    if one != other:
                        shared.setdefault(one, {}).setdefault(other, []).append(mention)
    return {one: _packed(others) for one, others in shared.items()}


def _packed(others: dict[str, list[Mention]]) -> Mapping[str, Sequence[Mention]]:
    """The same in less room: most pairs share one sentence, and there are very many of them."""
    return {other: tuple(mentions) for other, mentions in others.items()}


def _sentences(mentioned: Mentioned) -> Iterable[Sequence[tuple[str, Mention]]]:
    """For each sentence of a document the entities mentioned there, each with its first mention."""
    found = [(entity.id, mention) for entity, mentions in mentioned for mention in mentions]
    found.sort(key=lambda pair: pair[1].provenance.start)
    sentences: dict[str, dict[str, Mention]] = {}
    for name, mention in found:
        sentences.setdefault(mention.provenance.anchor, {}).setdefault(name, mention)
    return [list(own.items())[:_MOST_IN_SENTENCE] for own in sentences.values() if len(own) > 1]
