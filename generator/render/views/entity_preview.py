"""An entity in a few words: what is shown when a reader points at a link to it."""

from __future__ import annotations

from generator.directions import isolated
from generator.model import Entity, EntityType
from generator.render.catalogues import gettext, messages
from generator.render.views.roles import roles_of
from generator.render.words import count, listed

# One, and many.
TYPE_WORDS: dict[EntityType, tuple[str, str]] = {
    "person": messages("Person", "People"),
    "organisation": messages("Organisation", "Organisations"),
    "place": messages("Place", "Places"),
}
_ROUNDED = 100  # from which number on previews round


def kind_words(kind: EntityType) -> str:
    """What an entity of a type is called: "Person"."""
    return gettext(TYPE_WORDS[kind][0])


def kinds_words(kind: EntityType) -> str:
    """What all of a type are called: "People"."""
    return gettext(TYPE_WORDS[kind][1])


def preview(entity: Entity) -> tuple[str, ...]:
    """A few facts: type and frequency, then country, roles and other spellings.

    Large numbers are rounded, so that one more mention changes no page but the entity's own.
    """
    mentions = _roughly(len(entity.mentions), *messages("mention", "mentions"))
    sources = _roughly(len(entity.documents), *messages("source", "sources"))
    found = (
        gettext("{mentions} in {sources}", mentions=mentions, sources=sources)
        if entity.mentions
        else gettext("listed in {sources}, no mentions", sources=sources)
    )
    lines = [f"{kind_words(entity.type)} · {found}"]
    if entity.place and entity.place.country not in ("", entity.name):
        lines.append(entity.place.country)
    roles = roles_of(entity)
    if roles:
        names = ", ".join(gettext("“{quoted}”", quoted=isolated(role)) for role, _ in roles[:2])
        lines.append(gettext("Called {names}", names=names))
    others = [alias.name for alias in entity.aliases if alias.name != entity.name][:3]
    if others:
        lines.append(gettext("Also {names}", names=listed(others)))
    return tuple(lines)


def _roughly(number: int, one: str, many: str) -> str:
    """ "12 mentions", "more than 2 100 mentions"."""
    if number < _ROUNDED:
        return count(number, one, many)
    step = 10 ** (len(str(number)) - 2)
    rounded = number // step * step
    words = count(rounded, one, many)
    return gettext("more than {count}", count=words) if number > rounded else words
