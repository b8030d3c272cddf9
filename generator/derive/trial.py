"""What further lines of the editors would make of a corpus, without deriving it again.

A build carries the lines of a table out one after another on what was derived. So a line that will
be the last of its table can be carried out on the corpus that a build has left. What follows from
the entities and events, such as scores and series, stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.corrections import correct_claims, correct_figures, joined
from generator.derive.entities.edits import edit_entities, find_entity
from generator.derive.events.edits import curate
from generator.errors import Problem
from generator.model import Claim, Corpus, Edits, Entity, EntityEdit, Event, Evidence, Mention


@dataclass(frozen=True, slots=True)
class Trial:
    """What lines would do.

    corpus: with the lines carried out, as far as they can be
    problems: what is wrong with the lines
    moved: by the ids of entities that are gone, those of the entities with their mentions, or ""
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    moved: Mapping[str, str]


def tried(corpus: Corpus, edits: Edits) -> Trial:
    """The corpus after further lines of the tables of names, events, figures and claims."""
    order = {document.id: place for place, document in enumerate(reversed(corpus.documents))}
    sources: dict[str, list[str]] = {}
    for document in corpus.documents:
        sources.setdefault(document.path, []).append(document.id)
        sources.setdefault(document.id, [document.id])
    entities, wrong = edit_entities(corpus.entities, edits.entities, order, sources)
    gone = moved(corpus.entities, entities)
    entities = tuple(map(_without_gone(gone), entities)) if gone else entities
    reported = [event for event in corpus.events if event.kind == "reported"]
    curated = curate(reported, edits.events, _with_only)
    others = [event for event in corpus.events if event.kind != "reported"]
    events = (*others, *curated.events)
    if gone:
        events = tuple(_renamed(event, gone) for event in events)
    changed = replace(corpus, entities=entities, events=events)
    if gone:
        claims = tuple(_held_by(claim, gone) for claim in corpus.claims)
        series = tuple(replace(one, place=gone.get(one.place, one.place)) for one in corpus.series)
        changed = replace(changed, claims=claims, series=series)
    changed, others_wrong = _corrected(changed, edits)
    return Trial(changed, (*wrong, *curated.problems, *others_wrong), gone)


def meant(entities: Sequence[Entity], edit: EntityEdit) -> Entity | None:
    """The entity that a line is about; None if there is none."""
    name = edit.into if edit.action in ("split", "alias") else edit.name
    return find_entity(entities, name, edit.type)


def _corrected(corpus: Corpus, edits: Edits) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus after lines about figures and claims, and what is wrong with these."""
    known = corpus.documents, corpus.entities
    figures = correct_figures(corpus.figures, edits.figures, *known)
    claims = correct_claims(corpus.claims, edits.claims, *known)
    corrected = joined((*corpus.corrected, *figures.corrected))
    changed = replace(corpus, figures=figures.figures, claims=claims.claims, corrected=corrected)
    return changed, (*figures.problems, *claims.problems)


def moved(before: Sequence[Entity], after: Sequence[Entity]) -> Mapping[str, str]:
    """By the ids of entities that are gone, those of the entities with their mentions, or ""."""
    left = {entity.id for entity in after}
    gone = [entity for entity in before if entity.id not in left]
    if not gone:
        return {}
    wanted = {entity.mentions[0] for entity in gone if entity.mentions}
    holder: dict[Mention, str] = {}
    for entity in after:
        holder |= dict.fromkeys(wanted.intersection(entity.mentions), entity.id)
    return {e.id: holder.get(e.mentions[0], "") if e.mentions else "" for e in gone}


def _without_gone(moved: Mapping[str, str]) -> Callable[[Entity], Entity]:
    """What leaves out an entity's relations to those that are gone."""

    def changed(entity: Entity) -> Entity:
        if all(r.id not in moved for r in (*entity.maybe, *entity.related)):
            return entity
        maybe = tuple(r for r in entity.maybe if r.id not in moved)
        related = tuple(r for r in entity.related if r.id not in moved)
        return replace(entity, maybe=maybe, related=related)

    return changed


def _held_by(claim: Claim, gone: Mapping[str, str]) -> Claim:
    """The claim with the new ids of its holder and of what it names."""
    about = filter(None, dict.fromkeys(gone.get(name, name) for name in claim.about))
    return replace(claim, entity=gone.get(claim.entity, claim.entity), about=tuple(about))


def _renamed(event: Event, moved: Mapping[str, str]) -> Event:
    """The event with the new ids of what it names."""
    if moved.keys().isdisjoint(event.entities):
        return event
    ids = (moved.get(entity, entity) for entity in event.entities)
    return replace(event, entities=tuple(filter(None, dict.fromkeys(ids))))


def _with_only(event: Event, kept: Sequence[Evidence]) -> Event:
    """The event with only some of its sentences; its score stays as it was."""
    documents = tuple(dict.fromkeys(evidence.where.document for evidence in kept))
    return replace(event, evidence=tuple(kept), documents=documents)
