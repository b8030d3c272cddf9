"""Names that are being joined, each joining with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import EntityType, Mention

Key = tuple[EntityType, str]  # a type and the plain form of a name


class Named(dict[str, Sequence[tuple[Mention, Key]]]):
    """The mentions of each document with their keys.

    count: how often each key is met
    keys_in: the keys in each document, each once
    having: the documents that have each key
    """

    def __init__(self, mentions: Mapping[str, Sequence[tuple[Mention, Key]]]) -> None:
        super().__init__(mentions)
        self.count = Counter(key for own in mentions.values() for _, key in own)
        self.keys_in = {name: frozenset([key for _, key in own]) for name, own in mentions.items()}
        self.having: dict[Key, list[str]] = {key: [] for key in self.count}
        for name, keys in self.keys_in.items():
            for key in keys:
                self.having[key].append(name)


@dataclass(slots=True)
class Work:
    """Which names were joined to which others, and why."""

    parents: dict[Key, Key] = field(default_factory=dict)
    reasons: dict[Key, str] = field(default_factory=dict)

    def root(self, key: Key) -> Key:
        """The name that stands for the whole group."""
        while key in self.parents:
            key = self.parents[key]
        return key

    def join(self, name: Key, other: Key, reason: str) -> None:
        """Join a name to the group of another."""
        one, two = self.root(name), self.root(other)
        if one != two:
            self.parents[one] = two
            self.reasons.setdefault(name, reason)


def keys_of(named: Named, *kinds: EntityType) -> Mapping[Key, int]:
    """The names of these types with the number of their mentions."""
    return {key: number for key, number in named.count.items() if key[0] in kinds}


def roots_of(named: Named, work: Work) -> Mapping[str, frozenset[Key]]:
    """The groups that each document names, as far as names have been joined by now."""
    return {name: frozenset(map(work.root, keys)) for name, keys in named.keys_in.items()}


def most_frequent(keys: Iterable[Key], count: Mapping[Key, int]) -> Key:
    """The most frequent of some names; of equally frequent ones the first by its letters."""
    return min(keys, key=lambda key: (-count.get(key, 0), key))
