"""Company: what is named in the same documents as a name.

Two names that sound alike may be two people; what else is named beside both of them tells. In a
large archive a name that many documents have tells nothing: that two speak of London makes them no
one story. A small archive is one story, mostly, and every name tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from generator.derive.entities.resolver import Key, Named, Work, roots_of

_FEW = 30  # documents of a large archive that name what tells one story from another
_SMALL = 100  # documents of a small archive


class Company:
    """The company of names, as far as names have been joined by now."""

    def __init__(self, named: Named, work: Work) -> None:
        self._work = work
        self.roots = roots_of(named, work)
        self._documents = Counter(chain.from_iterable(self.roots.values()))
        self._having = named.having
        self._few = _FEW if len(named) > _SMALL else _SMALL

    def shared(self, one: Key, other: Key) -> frozenset[Key]:
        """The further names that stand in documents with both."""
        first, second = self.beside(self._having[one]), self.beside(self._having[other])
        return first & second - {self._work.root(one), self._work.root(other)}

    def beside(self, documents: Iterable[str]) -> frozenset[Key]:
        """All names that stand in some documents."""
        return frozenset().union(*(self.roots[name] for name in documents))

    def telling(self, names: frozenset[Key]) -> frozenset[Key]:
        """Those of some names that few documents have."""
        return frozenset(name for name in names if self._documents[name] <= self._few)

    def having(self, name: Key) -> frozenset[str]:
        """The documents that have a name."""
        return frozenset(self._having[name])

    def together(self, one: Key, other: Key) -> bool:
        """Whether a document names both."""
        return not self.having(one).isdisjoint(self._having[other])
