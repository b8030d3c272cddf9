"""The context of names: what else is mentioned in the documents that have them.

Two names that sound alike may be two people's; what both are mentioned with decides. In a large
archive a name that many documents have decides nothing: two names that are both mentioned with
London need not be one person's. A small archive is mostly about one story, and every name
counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from generator.derive.entities.mention_index import Key, MentionIndex
from generator.derive.entities.resolver import Resolver, canonical_names
from generator.model import Provenance

_FEW = 30  # documents of a large archive that may have a distinctive name
_SMALL = 100  # documents of a small archive


class Context:
    """The context of names, as far as names have been merged by now.

    named: the groups that each document mentions
    """

    def __init__(self, index: MentionIndex, resolver: Resolver) -> None:
        self._index = index
        self._resolver = resolver
        self.named = canonical_names(index, resolver)
        self._documents = Counter(chain.from_iterable(self.named.values()))
        self._having = index.having
        self._few = _FEW if len(index) > _SMALL else _SMALL

    def shared(self, one: Key, other: Key) -> frozenset[Key]:
        """The other names that documents with the one and documents with the other share."""
        first, second = self.beside(self._having[one]), self.beside(self._having[other])
        return first & second - {self._resolver.canonical(one), self._resolver.canonical(other)}

    def beside(self, documents: Iterable[str]) -> frozenset[Key]:
        """All names in some documents."""
        return frozenset().union(*(self.named[name] for name in documents))

    def distinctive(self, names: frozenset[Key]) -> frozenset[Key]:
        """The names among these that few documents have."""
        return frozenset(name for name in names if self._documents[name] <= self._few)

    def having(self, name: Key) -> frozenset[str]:
        """The documents that have a name."""
        return frozenset(self._having[name])

    def together(self, one: Key, other: Key) -> bool:
        """Whether a document has both."""
        return not self.having(one).isdisjoint(self._having[other])

    def evidence(self, one: Key, other: Key, shared: frozenset[Key]) -> tuple[Provenance, ...]:
        """A sentence for each of two names, from documents that have both or something in common.

        shared: the names that they have in common
        """
        both = sorted(self.having(one) & self.having(other))
        if both:
            return self._index.first(both[0], (one, other))
        distinctive = min(self.distinctive(shared) or shared, default=None)
        found: list[Provenance] = []
        for name in (one, other):
            near = (d for d in self._having[name] if distinctive in self.named[d])
            document = next(near, None)
            found += self._index.first(document, (name,)) if document else ()
        return tuple(found)
