"""Entities that are possibly identical: only editors can decide.

Each suggestion is shown on the pages of both entities and in the worklist of `sourcebook review`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from generator.derive.entities.normalise import is_regnal, loose_phonetic_key, normalised_form
from generator.model import Entity, Reason, Relation, reason

_MOST = 6  # of one kind for one entity; a common surname would fill the page
Pair = tuple[Entity, Entity, Reason]


def with_suggestions(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, each with those possibly identical to it, and without broken links."""
    known = {entity.id for entity in entities}
    people = [e for e in entities if e.type == "person"]
    maybe: dict[str, dict[str, Reason]] = defaultdict(dict)
    for entity in entities:
        maybe[entity.id] |= {r.id: r.reason for r in entity.maybe if r.id in known}
    pairs = (
        *_lone_surnames(people),
        *_like_names(people),
        *_like_sounds(people),
        *_several_types(entities),
    )
    for one, other, why in pairs:
        for entity, second in ((one, other), (other, one)):
            if len(maybe[entity.id]) < _MOST:
                maybe[entity.id].setdefault(second.id, why)
    return tuple(
        replace(
            entity,
            related=tuple(r for r in entity.related if r.id in known),
            maybe=tuple(Relation(*item) for item in maybe[entity.id].items()),
        )
        for entity in entities
    )


def _lone_surnames(people: Sequence[Entity]) -> Iterator[Pair]:
    """Single words that are possibly the surname of somebody with a full name."""
    having: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            having[person.name.split()[-1].casefold()].append(person)
    for person in people:
        for other in having.get(person.name.casefold(), ())[:_MOST]:
            yield person, other, reason("lone-surname", name=person.name, full=other.name)


def _like_names(people: Sequence[Entity]) -> Iterator[Pair]:
    """Full names with the same surname, where one has the initial of the other's first name."""
    alike: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for person in people:
        words = person.name.casefold().split()
        if len(words) > 1 and not is_regnal(words[-1]):
            alike[words[0][0], words[-1]].append(person)
    for same in alike.values():
        for one, other in combinations(same[:_MOST], 2):
            first, second = (p.name.casefold().split()[0].strip(".") for p in (one, other))
            if first.startswith(second) or second.startswith(first):
                yield other, one, reason("like-names")


def _like_sounds(people: Sequence[Entity]) -> Iterator[Pair]:
    """Full names that are possibly two spellings of one."""
    alike: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            alike[loose_phonetic_key(normalised_form(person.name))].append(person)
    for same in alike.values():
        for one, other in combinations(same[:_MOST], 2):
            yield other, one, reason("like-sounds")


def _several_types(entities: Sequence[Entity]) -> Iterator[Pair]:
    """Names that some sources use for a person and others for a place or an organisation."""
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_name[entity.name.casefold()].append(entity)
    for same in by_name.values():
        for one, other in combinations(same[:_MOST], 2):
            if one.type != other.type:
                yield other, one, reason("several-types", type=other.type, other=one.type)
