"""The entities as they are published: as they are named in published sentences, or listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.engine.publication.excerpt import Excerpt
from generator.model import Alias, Corpus, Entity, Mention, Provenance, Reason, Relation

_Move = Callable[[Provenance], Provenance | None]


def published_entities(
    corpus: Corpus, cuts: Mapping[str, Excerpt], move: _Move
) -> tuple[Entity, ...]:
    """The entities that are still named in a published sentence, or listed.

    cuts: the documents of which sentences are published
    move: where a statement is based now; None if that is not published
    """
    texts = _Texts({document.id: document.text for document in corpus.documents}, cuts)
    entities = list(_entities(corpus.entities, texts, move))
    known = frozenset(entity.id for entity in entities)
    return tuple(_related(entity, known) for entity in entities)


class _Texts:
    """Which words of documents are published.

    whole: the text of each document
    """

    def __init__(self, whole: Mapping[str, str], cuts: Mapping[str, Excerpt]) -> None:
        self._whole, self._cuts = whole, cuts

    def hide(self, words: str, documents: Iterable[str]) -> bool:
        """Whether words stand in these documents, but in no published sentence of them."""
        held = False
        for name in documents:
            cut = self._cuts.get(name)
            if words in (cut.document.text if cut else self._whole[name]):
                return False
            held = held or words in self._whole[name]
        return held


def _entities(entities: Iterable[Entity], texts: _Texts, move: _Move) -> Iterator[Entity]:
    for entity in entities:
        mentions = tuple(_mentions(entity.mentions, move))
        if not mentions and not entity.listed_in:
            continue
        moved = replace(
            entity,
            mentions=mentions,
            adjectives=tuple(_mentions(entity.adjectives, move)),
            type_evidence=tuple(
                replace(one, where=move(one.where) if one.where else None)
                for one in entity.type_evidence
            ),
        )
        if len(mentions) == len(entity.mentions):
            yield moved
            continue
        named = {mention.provenance.document for mention in mentions} | {*entity.listed_in}
        yield replace(
            moved,
            documents=tuple(name for name in entity.documents if name in named),
            aliases=tuple(_aliases(entity, mentions, texts)),
            doubt=None,  # it compares sources, of which not all is published
        )


def _mentions(mentions: Iterable[Mention], move: _Move) -> Iterator[Mention]:
    for mention in mentions:
        where = move(mention.provenance)
        if where is not None:
            yield replace(mention, provenance=where)


def _aliases(entity: Entity, mentions: Iterable[Mention], texts: _Texts) -> Iterator[Alias]:
    """The spellings that are still there, without reasons that quote what is not published."""
    count = Counter(mention.name for mention in mentions)

    def is_public(chain: Iterable[Reason]) -> bool:
        words = (value for step in chain for _, value in step.arguments)
        return not any(texts.hide(value, entity.documents) for value in words)

    for alias in entity.aliases:
        if not alias.count or count[alias.name] or alias.name == entity.name:
            yield replace(
                alias,
                count=min(alias.count, count[alias.name]),
                reasons=tuple(chain for chain in alias.reasons if is_public(chain)),
            )


def _related(entity: Entity, known: Collection[str]) -> Entity:
    def kept(relations: Iterable[Relation]) -> tuple[Relation, ...]:
        return tuple(relation for relation in relations if relation.id in known)

    return replace(entity, related=kept(entity.related), maybe=kept(entity.maybe))
