"""Entities that editors split: a spelling, or what some sources say, becomes an entity of its own.

    split,Lee,person,Ann Lee,this is her brother,
    split,Ann Lee,person,Ann Lee,a student,b.md
    split,Ann Lee (judge),person,Ann Lee,,b.md; c.md

The first takes all mentions spelled "Lee" out of Ann Lee. With sources, the name is that of the new
entity, and it gets all mentions in these sources, however they are spelled; but where the name is a
further spelling of the entity ("Lee"), only what is spelled like this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.ids import free_slug, name_slug
from generator.model import FOLDERS, Alias, Entity, EntityEdit, Mention, Reason


def split_off(
    edit: EntityEdit, entity: Entity, within: Collection[str], taken: Collection[str]
) -> tuple[Entity, Entity] | str:
    """What stays of an entity and what is split off, or what is wrong with the line.

    within: ids of the documents that the line names; if it names none, all are meant
    taken: addresses of all entities
    """
    name = entity.name if edit.name == entity.id else edit.name
    further = {alias.name for alias in entity.aliases} - {entity.name}
    whole = bool(edit.sources) and name not in further

    def goes(mention: Mention) -> bool:
        there = not edit.sources or mention.provenance.document in within
        return there and (whole or mention.text == name)

    mine = [mention for mention in entity.mentions if goes(mention)]
    rest = [mention for mention in entity.mentions if not goes(mention)]
    listed = [document for document in entity.listed_in if whole and document in within]
    wrong = _what_is_wrong(edit, entity, whole, bool(mine or listed), bool(rest))
    if wrong:
        return wrong
    stays = [document for document in entity.listed_in if document not in listed]
    still = {mention.provenance.document for mention in rest} | set(stays)
    off, why = _reasons(edit, name, entity.name)
    left = replace(
        entity,
        mentions=tuple(rest),
        aliases=tuple(_left(entity.aliases, mine, rest)),
        listed_in=tuple(stays),
        documents=tuple(document for document in entity.documents if document in still),
        edits=(*entity.edits, off),
    )
    detail = " ".join((edit.into, *edit.source_names))
    folder = FOLDERS[entity.type]
    counts = Counter(mention.text for mention in mine) or {name: 0}
    spellings = sorted(counts, key=lambda text: (text != name, -counts[text], text))
    gone = {mention.provenance.document for mention in mine} | set(listed)
    part = Entity(
        id=free_slug(f"{folder}/{name_slug(name)}", detail, taken),
        name=name,
        type=entity.type,
        aliases=tuple(Alias(text, counts[text], ((why,),)) for text in spellings),
        mentions=tuple(mine),
        listed_in=tuple(listed),
        documents=tuple(document for document in entity.documents if document in gone),
        edits=(why,),
    )
    return left, part


def _what_is_wrong(edit: EntityEdit, entity: Entity, whole: bool, mine: bool, rest: bool) -> str:
    """Why nothing can be split off, or ""."""
    if mine and rest:
        return ""
    if not edit.sources:
        return f'"{edit.into}" has no spelling "{edit.name}" that could be split off.'
    if mine:
        return f'All mentions of "{entity.name}" are in these sources; use rename.'
    if whole:
        return f'These sources do not mention "{entity.name}".'
    return f'These sources do not mention "{entity.name}" as "{edit.name}".'


def _reasons(edit: EntityEdit, name: str, whole: str) -> tuple[Reason, Reason]:
    """What the pages say: that of what stays, and that of what is split off."""
    if not edit.sources:
        return edit.reason("split-off", name=name), edit.reason("split-from", name=whole)
    sources = "; ".join(edit.source_names)
    return (
        edit.reason("split-off-in", name=name, sources=sources),
        edit.reason("split-from", name=whole),
    )


def _left(
    aliases: Iterable[Alias], mine: Iterable[Mention], rest: Iterable[Mention]
) -> Iterable[Alias]:
    """The spellings that an entity keeps, with their new numbers."""
    gone = {mention.text for mention in mine}
    counts = Counter(mention.text for mention in rest)
    for alias in aliases:
        if alias.name not in gone:
            yield alias
        elif counts[alias.name]:
            yield replace(alias, count=counts[alias.name])


def parted(one: Entity, other: Entity) -> bool:
    """Whether editors have split one off the other, or both off a third, or call them distinct."""
    return _kept_apart(one, other) or (one.type == other.type and _one_origin(one, other))


def _one_origin(one: Entity, other: Entity) -> bool:
    return (
        other.name in _origins(one)
        or one.name in _origins(other)
        or not _origins(one).isdisjoint(_origins(other))
    )


def _kept_apart(one: Entity, other: Entity) -> bool:
    return any(
        edit.code == "kept-apart"
        and {("name", other.name), ("type", other.type)} <= {*edit.arguments}
        for edit in one.edits
    )


def _origins(entity: Entity) -> frozenset[str]:
    """The names of what an entity was split off."""
    return frozenset(
        value
        for edit in entity.edits
        if edit.code == "split-from"
        for key, value in edit.arguments
        if key == "name"
    )
