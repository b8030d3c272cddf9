"""A first look at a document that has changed, before everything is derived again.

What is known of all documents is carried over to the new text: a name belongs to the entity that
it stood for in the old text, or else to the most mentioned one with that spelling; a dated sentence
to the event that it was part of. What the change brings about elsewhere is not known yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.derive.events.events import date_of, evidence_id
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
    """The corpus with these documents in place of those of their names.

    None where one of them is not in it, and everything must be derived first.
    """
    place = {document.id: number for number, document in enumerate(corpus.documents)}
    if any(document.id not in place for document in documents):
        return None
    new = list(corpus.documents)
    for document in documents:
        new[place[document.id]] = document
    changed = {analysis.document: analysis for analysis in analyses}
    return replace(
        corpus,
        documents=tuple(new),
        entities=_entities(corpus.entities, documents, changed),
        events=_events(corpus.events, changed),
    )


@dataclass(slots=True)
class _Said:
    """What the new texts say of an entity."""

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
    said: dict[str, _Said] = defaultdict(_Said)
    for name, analysis in changed.items():
        for m in analysis.mentions:
            found = here.get((name, m.type, m.text)) or anywhere.get((m.type, m.text))
            if found:
                said[found].mentions.append(m)
        for word in analysis.adjectives:
            if word.text in words:
                said[words[word.text]].adjectives.append(word)
    for document in documents:
        for listed in document.listed():
            if listed in anywhere:
                said[anywhere[listed]].listed_in.append(document.id)
    return tuple(_changed(entity, changed, said.get(entity.id, _Said())) for entity in entities)


def _changed(entity: Entity, changed: Mapping[str, Analysis], said: _Said) -> Entity:
    """An entity without what the old texts said of it, and with what the new ones do."""
    unsaid = not (said.mentions or said.adjectives or said.listed_in)
    if unsaid and not entity.adjectives and changed.keys().isdisjoint(entity.documents):
        return entity
    mentions = [m for m in entity.mentions if m.provenance.document not in changed]
    adjectives = [m for m in entity.adjectives if m.provenance.document not in changed]
    listed_in = [name for name in entity.listed_in if name not in changed]
    documents = [name for name in entity.documents if name not in changed]
    documents += [*(m.provenance.document for m in said.mentions), *said.listed_in]
    return replace(
        entity,
        mentions=(*mentions, *said.mentions),
        adjectives=(*adjectives, *said.adjectives),
        listed_in=tuple(dict.fromkeys([*listed_in, *said.listed_in])),
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
