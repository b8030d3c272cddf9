"""Spellings that a note about somebody gives: `aliases` in its metadata, as Obsidian has them.

A note is about the person, organisation or place whose name is its title. A single word ("Ann") is
no spelling of a person, and neither is one that two notes claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.derive.entities.normalise import normalised_form
from generator.model import Document, Entity, EntityEdit


def edits_of_notes(
    documents: Iterable[Document], entities: Sequence[Entity]
) -> tuple[EntityEdit, ...]:
    """What the notes among the documents say, as changes such as editors make."""
    pairs = [(document, name) for document in documents for name in document.aliases]
    claimed = Counter(normalised_form(name) for _, name in pairs)
    named: dict[str, list[Entity]] = {}
    for entity in entities if pairs else ():
        named.setdefault(normalised_form(entity.name), []).append(entity)
    return tuple(
        edit
        for document, name in pairs
        if claimed[normalised_form(name)] == 1
        for edit in _edit(document, name, named)
    )


def _edit(document: Document, name: str, named: dict[str, list[Entity]]) -> Iterator[EntityEdit]:
    about = named.get(normalised_form(document.title), ())
    if len(about) != 1:
        return
    (entity,) = about
    if entity.type == "person" and len(name.split()) == 1:
        return
    if any(alias.name == name for alias in entity.aliases):
        return
    others = [e for e in named.get(normalised_form(name), ()) if e is not entity]
    action = "merge" if any(e.type == entity.type and e.name == name for e in others) else "alias"
    yield EntityEdit(0, action, name, entity.type, entity.name, document.path)
