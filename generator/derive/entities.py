"""Gather mentions and listed names into entities.

Which mentions belong together is decided in `generator.derive.aliases`, with a reason for each;
here they become entities. An entity that no front matter lists needs some mentions, so that a
single slip of the tagger does not get a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.derive.aliases import WRITTEN, Key, place_mentions
from generator.derive.spellings import is_abbreviation
from generator.identity import digest, name_slug
from generator.model import FOLDERS, Alias, Analysis, Document, Entity, EntityType, Mention

_LISTED = "listed in front matter"


@dataclass(slots=True)
class _Found:
    """What is gathered of one entity; documents by publication date, the earliest first."""

    type: EntityType
    spellings: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, dict[str, None]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    listed_in: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    def seen_in(self, document: str) -> None:
        """Note a document that names the entity."""
        if document not in self.documents[-1:]:
            self.documents.append(document)

    def spelled(self, name: str, count: int, reason: str) -> None:
        """Note a spelling and a reason for it."""
        self.spellings[name] += count
        self.reasons.setdefault(name, {})[reason] = None

    def why(self, name: str) -> str:
        """The reasons for a spelling; that it is written so is one only where there is no other."""
        told = [reason for reason in self.reasons[name] if reason not in (WRITTEN, _LISTED)]
        return "; or ".join(told) or next(iter(self.reasons[name]))


def gather_entities(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], least: int
) -> tuple[Entity, ...]:
    """The entities: by type, then the most mentioned first.

    documents: the newest first
    least: how many mentions an entity needs that no front matter lists
    """
    oldest_first = tuple(reversed(documents))
    placing = place_mentions(oldest_first, analyses)
    found: dict[Key, _Found] = {}
    placed = iter(placing.mentions)
    for document in oldest_first:
        for kind, name in document.listed():
            key = placing.group_of(document.id, kind, name)
            entry = found.setdefault(key, _Found(key[0]))
            entry.spelled(name, 0, _LISTED)
            entry.seen_in(document.id)
            if document.id not in entry.listed_in[-1:]:
                entry.listed_in.append(document.id)
        for mention in analyses[document.id].mentions:
            key, reason = next(placed)
            entry = found.setdefault(key, _Found(key[0]))
            entry.mentions.append(mention)
            entry.spelled(mention.text, 1, reason)
            entry.seen_in(document.id)
    kept = [entry for entry in found.values() if entry.listed_in or len(entry.mentions) >= least]
    kinds = list(FOLDERS)
    ordered = sorted(
        _entities(kept), key=lambda e: (kinds.index(e.type), -len(e.mentions), e.name, e.id)
    )
    return tuple(ordered)


def _entities(found: Sequence[_Found]) -> list[Entity]:
    """The finished entities. Two that are shown by one name get a digest in their addresses."""
    names = [_shown_name(entry) for entry in found]
    slugs = [f"{FOLDERS[e.type]}/{name_slug(n)}" for e, n in zip(found, names, strict=True)]
    count = Counter(slugs)
    entities = []
    for entry, name, slug in zip(found, names, slugs, strict=True):
        if count[slug] > 1:
            slug = f"{slug}-{digest(' '.join(sorted(entry.spellings)) + entry.documents[0], 5)}"
        spellings = sorted(entry.spellings.items(), key=lambda item: (-item[1], item[0]))
        aliases = tuple(Alias(text, number, entry.why(text)) for text, number in spellings)
        entity = Entity(
            id=slug,
            name=name,
            type=entry.type,
            aliases=aliases,
            mentions=tuple(entry.mentions),
            listed_in=tuple(entry.listed_in),
            documents=tuple(entry.documents),
        )
        entities.append(entity)
    return entities


def _shown_name(entry: _Found) -> str:
    """The fullest of the usual spellings: no surname alone, no abbreviation, if there is more."""

    def rank(name: str) -> tuple[bool, bool, bool, int, str]:
        words = len(name.split())
        bare = name.lower().startswith("the ") or name.endswith(("'s", "’s", "'", "’"))
        short = entry.type == "person" and words == 1
        return bare, is_abbreviation(name.replace(".", "")), short, -entry.spellings[name], name

    return min(entry.spellings, key=rank)
