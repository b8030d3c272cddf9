"""A first look at a changed document, before everything is derived again.

What is known from all documents is carried over to the new text: a name belongs to the entity that
it stood for in the old text, or else to the most mentioned one with that spelling; a dated sentence
to the event that it was part of. How the change affects other pages is not known yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.derive.events.events import date_of, evidence_id
from generator.derive.links import find_links
from generator.model import (
    Analysis,
    Corpus,
    Document,
    Entity,
    EntityType,
    Event,
    Evidence,
    Mention,
)


def with_changed(
    corpus: Corpus, documents: Sequence[Document], analyses: Sequence[Analysis]
) -> Corpus | None:
    """The corpus with these documents instead of those with their ids.

    None if it lacks one of them, so that everything must be derived first.
    """
    position = {document.id: index for index, document in enumerate(corpus.documents)}
    if any(document.id not in position for document in documents):
        return None
    new = list(corpus.documents)
    for document in documents:
        new[position[document.id]] = document
    changed = {analysis.document: analysis for analysis in analyses}
    return replace(
        corpus,
        documents=tuple(new),
        entities=_entities(corpus.entities, documents, changed),
        events=_events(corpus.events, changed),
        links=find_links(new)[0],
    )


@dataclass(slots=True)
class _New:
    """Where the new texts mention or list an entity."""

    mentions: list[Mention] = field(default_factory=list)
    adjectives: list[Mention] = field(default_factory=list)
    listed_in: list[str] = field(default_factory=list)


def _entities(
    entities: Sequence[Entity], documents: Sequence[Document], changed: Mapping[str, Analysis]
) -> tuple[Entity, ...]:
    here: dict[tuple[str, EntityType, str], str] = {}
    anywhere: dict[tuple[EntityType, str], str] = {}
    words: dict[str, str] = {}
    for entity in entities:
        for alias in entity.aliases:
            anywhere.setdefault((entity.type, alias.name), entity.id)
        for word in entity.adjectives:
            words[word.text] = entity.id
        if not changed.keys().isdisjoint(entity.documents):
            for m in entity.mentions:
                here[m.provenance.document, m.type, m.text] = entity.id
    new: dict[str, _New] = defaultdict(_New)
    for name, analysis in changed.items():
        for m in analysis.mentions:
            found = here.get((name, m.type, m.text)) or anywhere.get((m.type, m.text))
            if found:
                new[found].mentions.append(m)
        for word in analysis.adjectives:
            if word.text in words:
                new[words[word.text]].adjectives.append(word)
    for document in documents:
        for listed in document.listed():
            if listed in anywhere:
                new[anywhere[listed]].listed_in.append(document.id)
    return tuple(_changed(entity, changed, new.get(entity.id, _New())) for entity in entities)


def _changed(entity: Entity, changed: Mapping[str, Analysis], new: _New) -> Entity:
    """An entity without its mentions in the old texts, and with those in the new ones."""
    absent = not (new.mentions or new.adjectives or new.listed_in)
    if absent and not entity.adjectives and changed.keys().isdisjoint(entity.documents):
        return entity
    mentions = [m for m in entity.mentions if m.provenance.document not in changed]
    adjectives = [m for m in entity.adjectives if m.provenance.document not in changed]
    listed_in = [name for name in entity.listed_in if name not in changed]
    documents = [name for name in entity.documents if name not in changed]
    documents += [*(m.provenance.document for m in new.mentions), *new.listed_in]
    return replace(
        entity,
        mentions=(*mentions, *new.mentions),
        adjectives=(*adjectives, *new.adjectives),
        listed_in=tuple(dict.fromkeys([*listed_in, *new.listed_in])),
        documents=tuple(dict.fromkeys(documents)),
    )


def _events(events: Sequence[Event], changed: Mapping[str, Analysis]) -> tuple[Event, ...]:
    new = {evidence_id(date_of(s), s.where): s for a in changed.values() for s in a.dated_sentences}
    found = []
    for event in events:
        if event.kind == "reported" and not changed.keys().isdisjoint(event.documents):
            evidence: list[Evidence] = []
            for old in event.evidence:
                if old.where.document not in changed:
                    evidence.append(old)
                elif old.id in new:
                    s = new[old.id]
                    evidence.append(Evidence(old.id, s.where, s.time, s.status))
            found.append(replace(event, evidence=tuple(evidence)))
        elif event.kind == "publication" and event.documents[0] in changed:
            found.append(replace(event, evidence=()))
        else:
            found.append(event)
    return tuple(found)
