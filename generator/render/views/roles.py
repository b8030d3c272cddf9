"""What the sources call a person next to the name, each role once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from generator.lang import LANGUAGES
from generator.model import Entity, Mention

# Words that make another role of one: "vice president", "former mayor".
_MODIFIERS = frozenset[str]().union(
    *(language.roles.modifiers for language in LANGUAGES.values() if language.roles)
)


def roles_of(entity: Entity) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    """The roles with the mentions that give them; the most frequent first.

    "President", "president" and "Egyptian President" are one, shown as it is mostly written.
    """
    written: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        if mention.role:
            written.setdefault(mention.role.casefold().replace(".", ""), []).append(mention)
    found: dict[str, list[Mention]] = {}
    for role in written:
        found.setdefault(_fullest(role, written), []).extend(written[role])
    shown = [(_usual(mentions), tuple(mentions)) for mentions in found.values()]
    return tuple(sorted(shown, key=lambda item: (-len(item[1]), item[0])))


def _fullest(role: str, written: Mapping[str, Collection[Mention]]) -> str:
    """The most frequent role that only adds whose it is, or the role itself."""
    longer = [
        other
        for other in written
        if other.endswith(f" {role}")
        and not any(word in _MODIFIERS for word in other.removesuffix(role).split())
    ]
    return min(longer, key=lambda other: (-len(written[other]), -len(other), other), default=role)


def _usual(mentions: Sequence[Mention]) -> str:
    """The spelling that most of the mentions have."""
    counts = Counter(mention.role for mention in mentions)
    return min(counts, key=lambda role: (-counts[role], role))
