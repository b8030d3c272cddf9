"""An entity in a few words: what is shown when a reader points at a link to it."""

from __future__ import annotations

from generator.directions import isolated
from generator.model import Entity, EntityType
from generator.render.views.roles import roles_of
from generator.render.words import count, listed

# One, and many.
TYPE_WORDS: dict[EntityType, tuple[str, str]] = {
    "person": ("Person", "People"),
    "organisation": ("Organisation", "Organisations"),
    "place": ("Place", "Places"),
}
_ROUNDED = 100  # from which number on previews round


def preview(entity: Entity) -> tuple[str, ...]:
    """A few facts: type and frequency, then country, roles and other spellings.

    Large numbers are rounded, so that one more mention changes no page but the entity's own.
    """
    mentions = _roughly(len(entity.mentions), "mention")
    sources = _roughly(len(entity.documents), "source")
    found = f"{mentions} in {sources}" if entity.mentions else f"listed in {sources}, no mentions"
    lines = [f"{TYPE_WORDS[entity.type][0]} · {found}"]
    if entity.place and entity.place.country not in ("", entity.name):
        lines.append(entity.place.country)
    roles = roles_of(entity)
    if roles:
        lines.append("Called " + ", ".join(f"“{isolated(role)}”" for role, _ in roles[:2]))
    others = [alias.name for alias in entity.aliases if alias.name != entity.name][:3]
    if others:
        lines.append(f"Also {listed(others)}")
    return tuple(lines)


def _roughly(number: int, noun: str) -> str:
    """ "12 mentions", "more than 2 100 mentions"."""
    if number < _ROUNDED:
        return count(number, noun)
    step = 10 ** (len(str(number)) - 2)
    rounded = number // step * step
    return f"{'more than ' if number > rounded else ''}{count(rounded, noun)}"
