"""Entities that are possibly identical: only editors can decide.

Each suggestion is shown on the pages of both entities; what editors have split is not suggested.
The worklist of `sourcebook review` offers to merge those that may be one without making two people
one: a shorter name into a longer one that has it, as a choice of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice

from generator.derive.entities.bearers import OWN_NAME
from generator.derive.entities.nicknames import NICKNAMES
from generator.derive.entities.normalise import (
    is_regnal,
    is_typo,
    loose_phonetic_key,
    normalised_form,
)
from generator.derive.entities.organisations import KIND_WORDS
from generator.derive.entities.parts import parted
from generator.model import Entity, Reason, Relation, reason

_MOST = 6  # of one kind for one entity; a common surname would fill the page
_MOST_ALIKE = 50  # names with the same stems that one is held against, the most mentioned first
_STEM = 3  # letters to which a word may be shortened
# Codes where one name is in the other.
_SHORTER = ("lone-surname", "like-names", "introduced-by-some", "part-of-name")
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
        *_parts_of_names([e for e in entities if e.type == "organisation"]),
        *_several_types(entities),
    )
    for one, other, why in pairs:
        if parted(one, other):
            continue
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
    """Full names with the same surname, whose other names may be the same."""
    alike: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for person in people:
        words = person.name.casefold().split()
        if len(words) > 1 and not is_regnal(words[-1]):
            for letter in sorted({first[0] for first in _first_names(words[0])}):
                alike[letter, words[-1]].append(person)
    for same in alike.values():
        for one, other in combinations(same[:_MOST], 2):
            if _may_be_one(one.name, other.name):
                yield other, one, reason("like-names")


def _may_be_one(one: str, other: str, *, exactly: bool = False) -> bool:
    """Whether two full names with one surname may be one person's, judging by the other words.

    "J. Norton" may be Joshua Abraham Norton, but John D. Carver is not John F. Carver.

    exactly: whether a word may only be shortened to its initial: Alex may be Alexander or Alexis
    """
    first, second = (name.casefold().replace(".", "").split()[:-1] for name in (one, other))
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    same = not _first_names(shorter[0]).isdisjoint(_first_names(longer[0])) and not exactly
    if not same and not _begins(shorter[0], longer[0], exactly=exactly):
        return False
    rest = iter(longer[1:])
    return all(any(_begins(w, o, exactly=exactly) for o in rest) for w in shorter[1:])


def _first_names(first: str) -> frozenset[str]:
    """A first name, and those of which it is a short form."""
    return frozenset((first, *NICKNAMES.get(first, ())))


def _begins(one: str, other: str, *, exactly: bool) -> bool:
    """Whether one word is the beginning of the other, as initials are."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (not exactly or len(short) == 1 or short == long)


def _like_sounds(people: Sequence[Entity]) -> Iterator[Pair]:
    """Full names that are possibly two spellings of one."""
    alike: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            alike[loose_phonetic_key(normalised_form(person.name))].append(person)
    for same in alike.values():
        for one, other in combinations(same[:_MOST], 2):
            yield other, one, reason("like-sounds")


def _parts_of_names(organisations: Sequence[Entity]) -> Iterator[Pair]:
    """Organisations of which one has a part of the other's name, or shortens all of its words.

    Delta (Air Lines), (United Nations) General Assembly, Lib(eral) Dem(ocrat)s; but not those which
    are related by their names: the United Nations are not their General Assembly.
    """
    forms = {entity.id: normalised_form(entity.name) for entity in organisations}
    by_part: dict[str, list[Entity]] = defaultdict(list)
    for entity in organisations:
        for part in _parts(forms[entity.id]):
            by_part[part].append(entity)
    for entity in organisations:
        form = forms[entity.id]
        alike = islice(by_part.get(_stems(form), ()), _MOST_ALIKE)
        shortened = (other for other in alike if _shortens(form, forms[other.id]))
        for other in islice(chain(by_part.get(form, ()), shortened), _MOST):
            fewer = len(entity.mentions) <= len(other.mentions) * OWN_NAME
            if fewer and all(relation.id != other.id for relation in entity.related):
                yield entity, other, reason("part-of-name")


def _parts(form: str) -> Iterator[str]:
    """The first word of a form, its ends of two or more words, and its stems."""
    words = form.split()
    if len(words) > 1:
        if words[0] not in KIND_WORDS and len(words[0]) > _STEM:
            yield words[0]
        for start in range(1, len(words) - 1):
            if not KIND_WORDS.issuperset(words[start:]):
                yield " ".join(words[start:])
        yield _stems(form)


def _shortens(short: str, long: str) -> bool:
    """Whether each word of a form is the beginning of the other's, apart from a plural."""
    pairs = zip(short.split(), long.split(), strict=True)
    return short != long and all(whole.startswith(word.rstrip("s")) for word, whole in pairs)


def _stems(form: str) -> str:
    """The beginnings of a form's words: "lib dem"; "" for a single word."""
    words = form.split()
    return " ".join(f"{word[:_STEM]}." for word in words) if len(words) > 1 else ""


def _several_types(entities: Sequence[Entity]) -> Iterator[Pair]:
    """Names that some sources use for a person and others for a place or an organisation."""
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_name[entity.name.casefold()].append(entity)
    for same in by_name.values():
        for one, other in combinations(same[:_MOST], 2):
            if one.type != other.type:
                yield other, one, reason("several-types", type=other.type, other=one.type)


def offers(entities: Sequence[Entity]) -> Iterator[tuple[Entity, tuple[Relation, ...]]]:
    """What may be merged: an entity, and those of which it may be one, the most mentioned first.

    Two different full names are never offered, nor is what would make two people one.
    """
    by_id = {entity.id: entity for entity in entities}

    def most(relation: Relation) -> tuple[int, str]:
        return -len(by_id[relation.id].mentions), relation.id

    for entity in entities:
        into = [r for r in entity.maybe if _is_offered(entity, by_id[r.id], r.reason)]
        if into:
            yield entity, tuple(sorted(into, key=most))


def _is_offered(entity: Entity, other: Entity, why: Reason) -> bool:
    """Whether editors are asked to merge an entity into the other, rather than not or vice versa.

    A part of a name goes into the whole, or else the less mentioned name into the other.
    """
    if why.code in _SHORTER:
        if why.code == "like-names" and not _may_be_one(entity.name, other.name, exactly=True):
            return False
        # A firm is not the foundation named after it, of which the archive has less.
        if why.code == "part-of-name" and len(entity.mentions) > len(other.mentions):
            return False
        return (len(entity.name), entity.id) < (len(other.name), other.id)
    together = not set(entity.documents).isdisjoint(other.documents)
    if why.code == "like-sounds" and together and not is_typo(entity.name, other.name):
        return False
    return (-len(entity.mentions), entity.id) > (-len(other.mentions), other.id)
