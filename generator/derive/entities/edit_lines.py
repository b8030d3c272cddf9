"""Lines for the editors' table that the build accepts, for `sourcebook explain` and `review`.

An entity is named by its address where its name would mean another one, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.csv_text import csv_line
from generator.model import FOLDERS, Entity

_OR = " or "


class EditLines:
    """Lines that would change the entities of an archive."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._named: dict[tuple[str, str], int] = defaultdict(int)
        self._spelled: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity in entities:
            self._named[entity.type, entity.name] += 1
            for name in {entity.name, *(alias.name for alias in entity.aliases)}:
                self._spelled[entity.type, name].append(entity.id)

    def merge(self, entity: Entity, *others: Entity) -> str:
        """Merge an entity into another, of whichever type.

        Of several the editors have to choose one; the build refuses the line until they have.
        """
        into = _OR.join(self.into(entity, other) for other in others)
        return _line("merge", self.name(entity), entity.type, into)

    def distinct(self, entity: Entity, other: Entity) -> str:
        """Say that two entities are not the same."""
        return _line("distinct", self.name(entity), entity.type, self.into(entity, other))

    def merge_either(self, one: Entity, other: Entity) -> str:
        """Merge two entities: a part of a name into the whole, or else the first into the other.

        Two people who were both merged into their surname would be one.
        """
        shared = set(one.name.casefold().split()) & set(other.name.casefold().split())
        if one.type == other.type and shared and len(one.name) > len(other.name):
            return self.merge(other, one)
        return self.merge(one, other)

    def into(self, entity: Entity, other: Entity) -> str:
        """What means another entity on a line that merges one into it."""
        if other.type != entity.type:
            of_type = self._spelled.get((entity.type, other.name), [])
            elsewhere = sum(self._named.get((kind, other.name), 0) for kind in FOLDERS)
            elsewhere -= self._named.get((entity.type, other.name), 0)
            if elsewhere > 1 or any(address != entity.id for address in of_type):
                return other.id
        return self.name(other)

    def split(self, entity: Entity, spelling: str) -> str:
        """Split a spelling off; "" where no mention has it, or all have."""
        number = sum(mention.text == spelling for mention in entity.mentions)
        if not 0 < number < len(entity.mentions):
            return ""
        return _line("split", spelling, entity.type, self.name(entity))

    def split_sources(self, entity: Entity, name: str, documents: Sequence[str]) -> str:
        """Give what some documents say of an entity to a new one."""
        sources = "; ".join(documents)
        return csv_line(("split", name, entity.type, self.name(entity), "", sources))

    def hide(self, entity: Entity) -> str:
        """Hide an entity."""
        return _line("hide", self.name(entity), entity.type, "")

    def locate(self, entity: Entity, at: str = "latitude, longitude") -> str:
        """Put a place on the map; without figures, the editors have to fill them in."""
        return _line("locate", self.name(entity), entity.type, at)

    def name(self, entity: Entity) -> str:
        """What means an entity on a line that gives its type."""
        unique = self._named.get((entity.type, entity.name)) == 1
        return entity.name if unique else entity.id


def _line(*cells: str) -> str:
    """A line of the table, without a note."""
    return csv_line((*cells, ""))
