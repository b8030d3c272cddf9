"""The spellings of entities that editors withhold: the lines "redact" of `curation/entities.csv`.

    redact,Ann Lee,person,[a witness],asked not to be named

All names that the archive has taken for the entity are withheld, with titles and without, and of a
person the surname alone, as in "Lee, Ann". `into` is what is shown instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.derive.entities.normalise import (
    first_name_first,
    is_regnal,
    without_titles,
)
from generator.model import FOLDERS, Entity, EntityEdit

_FOLDERS = tuple(f"{folder}/" for folder in FOLDERS.values())


def withheld_spellings(
    edits: Iterable[EntityEdit], entities: Sequence[Entity]
) -> Iterator[tuple[EntityEdit, tuple[str, ...], tuple[str, ...]]]:
    """Each line that withholds an entity, with its spellings: of several words, and single ones.

    entities: as editors want them, nothing withheld
    """
    for edit in edits:
        if edit.action == "redact":
            names = dict.fromkeys(_names(edit, entities))
            spellings = {form: None for name, kind in names for form in _forms(name, kind)}
            several = tuple(form for form in spellings if len(form.split()) > 1)
            single = tuple(form for form in spellings if len(form.split()) == 1 < len(form))
            yield edit, several, single


def _names(edit: EntityEdit, entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """All names of what a line withholds, as they are written, with their types."""
    if not edit.name.startswith(_FOLDERS):
        yield edit.name, edit.type
    for entity in entities:
        names = (entity.name, *(alias.name for alias in entity.aliases))
        if edit.name in (entity.id, *names) and edit.type in ("", entity.type):
            mentions = (" ".join(mention.text.split()) for mention in entity.mentions)
            yield from ((name, entity.type) for name in (*names, *mentions))


def _forms(name: str, kind: str) -> Iterator[str]:
    """A name, and of a person the same without titles and turned round, and the surname."""
    yield name
    plain = first_name_first(without_titles(name))
    words = plain.split()
    if kind == "person" and len(words) > 1 and not is_regnal(words[-1].lower()):
        particles = next((n for n, word in enumerate(words) if n and word[0].islower()), len(words))
        first = min(particles, len(words) - 1)
        yield plain
        yield f"{' '.join(words[first:])} {' '.join(words[:first])}"
        yield " ".join(words[first:])
        yield words[-1]
