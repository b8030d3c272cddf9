"""A first look at a document that has changed, before everything is derived anew.

What is known of all documents is carried over to the new text: a name belongs to the entity that
it stood for in the old text, or else to the most mentioned one with that spelling; a dated sentence
to the event that it was part of. What the change brings about elsewhere is not known yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.derive.reported import date_of, evidence_id
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
    new_documents, new_analyses = list(corpus.documents), list(corpus.analyses)
    for document, analysis in zip(documents, analyses, strict=True):
        new_documents[place[document.id]] = document
        new_analyses[place[document.id]] = analysis
    changed = {analysis.document: analysis for analysis in analyses}
    return replace(
        corpus,
        documents=tuple(new_documents),
        analyses=tuple(new_analyses),
        entities=_entities(corpus.entities, changed),
        events=_events(corpus.events, changed),
    )


def _entities(entities: Sequence[Entity], changed: Mapping[str, Analysis]) -> tuple[Entity, ...]:
    here: dict[tuple[str, EntityType, str], str] = {}
    anywhere: dict[tuple[EntityType, str], str] = {}
    for entity in entities:
        for alias in entity.aliases:
            anywhere.setdefault((entity.type, alias.name), entity.id)
        if not changed.keys().isdisjoint(entity.documents):
            for m in entity.mentions:
                if m.provenance.document in changed:
                    here[m.provenance.document, m.type, m.text] = entity.id
    words = {word.text: entity.id for entity in entities for word in entity.adjectives}
    new: dict[str, list[Mention]] = {}
    adjectives: dict[str, list[Mention]] = {}
    for name, analysis in changed.items():
        for mention in analysis.mentions:
            known = here.get((name, mention.type, mention.text))
            found = known or anywhere.get((mention.type, mention.text))
            if found:
                new.setdefault(found, []).append(mention)
        for word in analysis.adjectives:
            if word.text in words:
                adjectives.setdefault(words[word.text], []).append(word)
    return tuple(
        _changed(entity, changed, new.get(entity.id, []), adjectives.get(entity.id, []))
        for entity in entities
    )


def _changed(
    entity: Entity,
    changed: Mapping[str, Analysis],
    new: Sequence[Mention],
    words: Sequence[Mention],
) -> Entity:
    """An entity without what the old texts said of it, and with what the new ones do."""
    if (
        not new
        and not words
        and changed.keys().isdisjoint(
            [*entity.documents, *(w.provenance.document for w in entity.adjectives)]
        )
    ):
        return entity

    def kept(mentions: Sequence[Mention]) -> list[Mention]:
        return [m for m in mentions if m.provenance.document not in changed]

    named = dict.fromkeys(mention.provenance.document for mention in new)
    listed = set(entity.listed_in)
    others = [d for d in entity.documents if d not in changed or d in named or d in listed]
    return replace(
        entity,
        mentions=(*kept(entity.mentions), *new),
        documents=tuple(dict.fromkeys([*others, *named])),
        adjectives=(
            *(m for m in entity.adjectives if m.provenance.document not in changed),
            *words,
        ),
    )


def _events(events: Sequence[Event], changed: Mapping[str, Analysis]) -> tuple[Event, ...]:
    new = {evidence_id(date_of(c), c.where): c for a in changed.values() for c in a.candidates}
    found = []
    for event in events:
        if event.kind == "reported" and not changed.keys().isdisjoint(event.documents):
            evidence: list[Evidence] = []
            for old in event.evidence:
                if old.where.document not in changed:
                    evidence.append(old)
                elif old.id in new:
                    c = new[old.id]
                    evidence.append(Evidence(old.id, c.where, c.time, c.status))
            found.append(replace(event, evidence=tuple(evidence)))
        elif event.kind == "publication" and event.documents[0] in changed:
            found.append(replace(event, evidence=()))
        else:
            found.append(event)
    return tuple(found)
