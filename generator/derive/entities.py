"""Gather mentions and listed names into entities.

Two names are one entity when they are of one type and equal but for capitals. No spellings are
brought together beyond that yet, so nobody is merged with a namesake of another spelling; people
of exactly one name in different sources cannot be told apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.identity import name_slug
from generator.model import Alias, Analysis, Document, Entity, EntityType, Mention

_FOLDER: dict[EntityType, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
}


@dataclass(slots=True)
class _Found:
    """What is gathered of one entity; documents by publication date, the earliest first."""

    type: EntityType
    spellings: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    listed_in: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)


def gather_entities(
    documents: Sequence[Document], analyses: Mapping[str, Analysis]
) -> tuple[Entity, ...]:
    """The entities: by type, then the most mentioned first. `documents`: the newest first."""
    found: dict[tuple[EntityType, str], _Found] = {}
    for document in reversed(documents):
        _add_listed(document, found)
        for mention in analyses[document.id].mentions:
            entry = _entry(mention.type, mention.name, document.id, found)
            entry.mentions.append(mention)
            entry.spellings[mention.name] += 1
    entities = [_entity(entry) for entry in found.values()]
    types = list(_FOLDER)
    return tuple(
        sorted(entities, key=lambda e: (types.index(e.type), -len(e.mentions), e.name, e.id))
    )


def _add_listed(document: Document, found: dict[tuple[EntityType, str], _Found]) -> None:
    lists: tuple[tuple[EntityType, tuple[str, ...]], ...] = (
        ("person", document.people),
        ("organisation", document.organisations),
        ("place", document.places),
    )
    for kind, names in lists:
        for name in names:
            entry = _entry(kind, name, document.id, found)
            entry.spellings[name] += 0
            if document.id not in entry.listed_in[-1:]:
                entry.listed_in.append(document.id)


def _entry(
    kind: EntityType, name: str, document: str, found: dict[tuple[EntityType, str], _Found]
) -> _Found:
    key = (kind, unicodedata.normalize("NFKC", name).casefold())
    entry = found.setdefault(key, _Found(kind))
    if document not in entry.documents[-1:]:
        entry.documents.append(document)
    return entry


def _entity(entry: _Found) -> Entity:
    spellings = sorted(entry.spellings.items(), key=lambda item: (-item[1], item[0]))
    name = spellings[0][0]
    reason = "listed in front matter"
    aliases = tuple(Alias(spelling, count, reason) for spelling, count in spellings)
    return Entity(
        id=f"{_FOLDER[entry.type]}/{name_slug(name)}",
        name=name,
        type=entry.type,
        aliases=aliases,
        mentions=tuple(entry.mentions),
        listed_in=tuple(entry.listed_in),
        documents=tuple(entry.documents),
    )
