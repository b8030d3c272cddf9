"""What editors change about entities: `curation/entities.csv`.

    action,name,type,into,note,sources
    merge,Picnic,organisation,Piknik,two spellings of the band
    distinct,Ann Lee,person,Anna Lee,mother and daughter
    split,Lee,person,Ann Lee,this is her brother
    rename,US,place,United States,
    retype,Arthur Andersen,,organisation,a firm
    hide,Image,,,no name
    alias,Krokus,place,Crocus City Hall,
    wikidata,Vladimir Putin,person,Q7747,
    locate,Crocus City Hall,place,"55.8258, 37.3903",latitude and longitude
    split,Ann Lee,person,Ann Lee,another of that name,b.md
    redact,Ann Lee,person,[a witness],

A name is an entity's own or one of its spellings; its address ("people/ann-lee") is understood,
too. `type` is only needed where two entities of different types have the name. An alias adds a
spelling without merging anything; `distinct` says that two are not the same; `locate` puts a place
on the map; `split` is explained in `generator.derive.entities.parts`. Lines are carried out in
their order; one that matches nothing is reported, and stops the build if what it should hide is on
the site under another spelling or type (`generator.derive.entities.hidden`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.derive.entities.gather import sorted_entities
from generator.derive.entities.hidden import missing, still_shown
from generator.derive.entities.parts import split_off
from generator.derive.isolation import failing_line
from generator.errors import Problem
from generator.ids import name_slug
from generator.model import (
    ENTITIES_TABLE,
    FOLDERS,
    Alias,
    Entity,
    EntityEdit,
    EntityType,
    Place,
    Reason,
    Relation,
)

_SOURCE_HINT = "Write its file or the id in its address, with a semicolon between two sources."


def edit_entities(
    entities: Sequence[Entity],
    edits: Sequence[EntityEdit],
    order: Mapping[str, int],
    sources: Mapping[str, Collection[str]],
) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """The entities as editors want them, and the lines that could not be carried out.

    An error among these must stop the build.

    order: the position of each document by publication date
    sources: by what editors may call a source, the ids of its documents
    """
    if not edits:
        return tuple(entities), ()
    problems: list[Problem] = []
    vain: list[EntityEdit] = []  # lines that were to hide something and found nothing
    found = list(entities)
    for edit in edits:
        if edit.action == "redact":
            continue  # see `generator.derive.entities.withheld`
        unknown = [name for name in edit.source_names if name not in sources]
        if unknown:
            message = f'There is no source "{unknown[0]}".'
            problems.append(Problem(ENTITIES_TABLE, edit.line, "error", message, _SOURCE_HINT))
            continue
        with failing_line(ENTITIES_TABLE, edit.line, problems):
            changed = list(found)  # what a line that fails has done is forgotten
            wrong = _carry_out(edit, changed, order, sources)
            found = changed
            if wrong and edit.action == "hide":
                vain.append(edit)
            elif wrong:
                hint = "Correct the line; write names as the site shows them."
                problems.append(Problem(ENTITIES_TABLE, edit.line, "warning", wrong, hint))
    problems += still_shown(vain, edits, found)
    return sorted_entities(found), tuple(problems)


def _carry_out(
    edit: EntityEdit,
    found: list[Entity],
    order: Mapping[str, int],
    sources: Mapping[str, Collection[str]],
) -> str:
    """Change the list as the line says; what was wrong, or ""."""
    if edit.action == "split":
        within = {document for name in edit.source_names for document in sources[name]}
        return _split(edit, found, within)
    wanted = edit.into if edit.action == "alias" else edit.name
    entity = find_entity(found, wanted, edit.type)
    if entity is None:
        return missing(wanted, edit.type)
    if edit.action == "hide":
        found.remove(entity)
        # Without a type, nothing of that name is shown.
        found[:] = [e for e in found if e.name != wanted or (edit.type and e.type != edit.type)]
        return ""
    if edit.action == "merge":
        return _merge(edit, entity, found, order)
    if edit.action == "distinct":
        return _keep_apart(edit, entity, found)
    changed = _changed(edit, entity)
    if isinstance(changed, str):
        return changed
    if any(other.id == changed.id for other in found if other is not entity):
        return f'There is another entity "{changed.name}" of that type; use merge.'
    found[found.index(entity)] = changed
    if changed.id != entity.id:
        found[:] = [_following(other, entity.id, changed.id) for other in found]
    return ""


def _following(entity: Entity, old: str, new: str) -> Entity:
    """The entity, its relations led to another entity's new address."""

    def led(relations: Sequence[Relation]) -> tuple[Relation, ...]:
        return tuple(replace(r, id=new) if r.id == old else r for r in relations)

    if all(relation.id != old for relation in (*entity.related, *entity.maybe)):
        return entity
    return replace(entity, related=led(entity.related), maybe=led(entity.maybe))


def _changed(edit: EntityEdit, entity: Entity) -> Entity | str:
    """The entity renamed, retyped, with a further spelling or an id; or what is wrong."""
    if edit.action == "rename":
        return _named(entity, edit.into, edit.reason("renamed", name=edit.into))
    if edit.action == "retype":
        why = edit.reason("retyped", type=edit.into)
        kind: EntityType = edit.into  # type: ignore[assignment]  # checked when it was read
        if kind != "place":
            entity = replace(entity, place=None, adjectives=())
        return _named(replace(entity, type=kind), entity.name, why)
    if edit.action == "alias":
        alias = Alias(edit.name, 0, ((edit.reason("alias-added"),),))
        return replace(entity, aliases=(*entity.aliases, alias))
    if edit.action == "locate":
        return _located(edit, entity)
    return replace(entity, wikidata=edit.into)


def _located(edit: EntityEdit, entity: Entity) -> Entity | str:
    if entity.type != "place":
        return f'"{entity.name}" is not a place.'
    north, east = edit.position or (0.0, 0.0)  # checked when it was read
    country = entity.place.country if entity.place else ""
    why = edit.reason("placed")
    place = Place(entity.name, "point", country, north, east, "", why)
    return replace(entity, place=place)


def _merge(edit: EntityEdit, entity: Entity, found: list[Entity], order: Mapping[str, int]) -> str:
    other = _other(found, entity, edit.into, edit.type or entity.type)
    if edit.name not in (entity.name, entity.id):
        merged = [e.arguments for e in entity.edits if e.code == "merged-into"]
        if other is not None and any(("name", edit.name) in arguments for arguments in merged):
            return f'"{edit.name}" has already been merged into "{entity.name}".'
    if other is None and find_entity([entity], edit.into, ""):
        return f'"{edit.name}" and "{edit.into}" are already one.'
    if other is None:
        return f'There is no other entity "{edit.into}" to merge into.'
    known = {alias.name for alias in other.aliases}
    earlier = (e for e in entity.edits if e.code == "merged-into")
    why = (edit.reason("merged"),)
    added = tuple(replace(a, reasons=(why,)) for a in entity.aliases if a.name not in known)
    mentions = sorted(
        (*other.mentions, *entity.mentions),
        key=lambda m: (order[m.provenance.document], m.provenance.start),
    )
    found[found.index(other)] = replace(
        other,
        aliases=(*other.aliases, *added),
        mentions=tuple(mentions),
        listed_in=_in_order((*other.listed_in, *entity.listed_in), order),
        documents=_in_order((*other.documents, *entity.documents), order),
        adjectives=(*other.adjectives, *entity.adjectives) if other.type == "place" else (),
        place=(other.place or entity.place) if other.type == "place" else None,
        edits=(*other.edits, *earlier, edit.reason("merged-into", name=entity.name)),
    )
    found.remove(entity)
    return ""


def _keep_apart(edit: EntityEdit, entity: Entity, found: list[Entity]) -> str:
    """Say on the pages of two entities that they are not the same, so that nobody asks again."""
    other = _other(found, entity, edit.into, edit.type or entity.type)
    if other is None:
        return f'There is no other entity "{edit.into}" that could be the same.'
    for one, two in ((entity, other), (other, entity)):
        why = edit.reason("kept-apart", name=two.name, type=two.type)
        left = tuple(relation for relation in one.maybe if relation.id != two.id)
        found[found.index(one)] = replace(one, maybe=left, edits=(*one.edits, why))
    return ""


def _in_order(documents: Iterable[str], order: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(set(documents), key=order.__getitem__))


def find_entity(found: Sequence[Entity], name: str, kind: str) -> Entity | None:
    """The entity of a name or address, or else the one that has the name among its spellings."""
    of_kind = [entity for entity in found if not kind or entity.type == kind]
    exact = [entity for entity in of_kind if entity.name == name]
    exact = exact or [entity for entity in of_kind if entity.id == name]
    spelled = [e for e in of_kind if any(alias.name == name for alias in e.aliases)]
    return next(iter(exact or spelled), None)


def _other(found: Sequence[Entity], entity: Entity, name: str, kind: str) -> Entity | None:
    """The other entity that a name means: of a type, or else the only one of whichever type."""
    other = find_entity(found, name, kind)
    if other is not None and other is not entity:
        return other
    named = [e for e in found if e is not entity and name in (e.name, e.id)]
    return named[0] if len(named) == 1 else None


def _named(entity: Entity, name: str, why: Reason) -> Entity:
    """The entity under another name or type, and so at another address."""
    address = f"{FOLDERS[entity.type]}/{name_slug(name)}"
    return replace(entity, id=address, name=name, edits=(*entity.edits, why))


def _split(edit: EntityEdit, found: list[Entity], within: Collection[str]) -> str:
    """Take a part out of an entity, to be one of its own."""
    entity = find_entity(found, edit.into, edit.type)
    if entity is None:
        return missing(edit.into, edit.type)
    parts = split_off(edit, entity, within, {other.id for other in found})
    if isinstance(parts, str):
        return parts
    left, part = parts
    found[found.index(entity)] = left
    found.append(part)
    return ""
