"""Names as keys, the mentions of each, and what a short name stands for in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import EntityType, Mention, Provenance, Reason

Key = tuple[EntityType, str]  # a type and the normalised form of a name
FOREVER = 1 << 62


class MentionIndex(dict[str, Sequence[tuple[Mention, Key]]]):
    """The mentions of each document, in the order of its text, with their keys.

    count: how many mentions each key has
    keys_in: the distinct keys in each document, in the order of its text, each with its first
        sentence
    having: the documents that have each key
    """

    def __init__(self, mentions: Mapping[str, Sequence[tuple[Mention, Key]]]) -> None:
        super().__init__(mentions)
        self.count = Counter(key for own in mentions.values() for _, key in own)
        self.keys_in = {name: _first_of_each(own) for name, own in mentions.items()}
        self.having: dict[Key, list[str]] = {key: [] for key in self.count}
        for name, keys in self.keys_in.items():
            for key in keys:
                self.having[key].append(name)

    def of_types(self, *kinds: EntityType) -> Mapping[Key, int]:
        """The names of these types with the number of their mentions."""
        return {key: number for key, number in self.count.items() if key[0] in kinds}

    def first(self, document: str, keys: Iterable[Key]) -> tuple[Provenance, ...]:
        """The first sentence of a document for each of some keys that it has."""
        found = self.keys_in[document]
        return tuple(found[key] for key in keys if key in found)


def _first_of_each(mentions: Iterable[tuple[Mention, Key]]) -> Mapping[Key, Provenance]:
    found: dict[Key, Provenance] = {}
    for mention, key in mentions:
        found.setdefault(key, mention.provenance)
    return found


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a short name stands for in one document.

    antecedent: the longer name
    until: the offset up to which it does
    since: the offset from which it does; -1: in the front matter, too
    evidence: where the document says so, if it does
    """

    antecedent: Key
    reason: Reason
    until: int = FOREVER
    evidence: tuple[Provenance, ...] = ()
    since: int = -1


def most_frequent(keys: Iterable[Key], count: Mapping[Key, int]) -> Key:
    """The most frequent of some names; the first in alphabetical order of equals."""
    return min(keys, key=lambda key: (-count.get(key, 0), key))
