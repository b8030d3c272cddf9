"""The context of names: what else is mentioned in the documents that have them.

Two names that sound alike may be two people's; what both are mentioned with decides. In a large
archive a name that many documents have decides nothing: two names that are both mentioned with
London need not be one person's. A small archive is mostly about one story, and every name
counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

from generator.derive.entities.mention_index import Key, MentionIndex
from generator.derive.entities.normalise import Memo
from generator.derive.entities.resolver import Resolver
from generator.model import Mention, Provenance

_FEW = 30  # documents of a large archive that may have a distinctive name
_SMALL = 100  # documents of a small archive
# Names of one document that count. A book's index has thousands, and none is beside all the others;
# and for each of the names all the others are looked through.
_MOST = 1000
_KEPT = 64  # names whose surroundings are kept for the next comparison


class Context:
    """The context of names, as far as names have been merged by now.

    named: the groups that each document mentions; of a very long one those it mentions first
    """

    def __init__(self, index: MentionIndex, resolver: Resolver) -> None:
        self._index = index
        self._resolver = resolver
        named = self.named = {
            name: frozenset(map(resolver.canonical, islice(keys, _MOST)))
            for name, keys in index.keys_in.items()
        }
        self._documents = Counter(chain.from_iterable(named.values()))
        having = index.having
        self._having: Memo[Key, frozenset[str]] = Memo(lambda key: frozenset(having[key]))
        # Rules compare one name with many others; a frequent one takes long.
        self._beside = lru_cache(_KEPT)(
            lambda key: frozenset[Key]().union(*(named[name] for name in having[key]))
        )
        self._sentences: Memo[str, Mapping[Key, set[str]]] = Memo(
            lambda name: sentences_of(index[name])
        )
        self._few = _FEW if len(index) > _SMALL else _SMALL

    def shared(self, one: Key, other: Key) -> frozenset[Key]:
        """The other names that documents with the one and documents with the other share."""
        both = self._beside(one) & self._beside(other)
        return both - {self._resolver.canonical(one), self._resolver.canonical(other)}

    def beside(self, documents: Iterable[str]) -> frozenset[Key]:
        """All names in some documents."""
        return frozenset().union(*(self.named[name] for name in documents))

    def distinctive(self, names: frozenset[Key]) -> frozenset[Key]:
        """The names among these that few documents have."""
        return frozenset(name for name in names if self._documents[name] <= self._few)

    def having(self, name: Key) -> frozenset[str]:
        """The documents that have a name."""
        return self._having[name]

    def together(self, one: Key, other: Key) -> bool:
        """Whether a document has both."""
        return not self.having(one).isdisjoint(self._having[other])

    def in_one_sentence(self, document: str, one: Key, other: Key) -> bool:
        """Whether one sentence of a document has both names, as it has those of two people."""
        sentences = self._sentences[document]
        return not sentences[one].isdisjoint(sentences[other])

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
            near = (d for d in self._index.having[name] if distinctive in self.named[d])
            document = next(near, None)
            found += self._index.first(document, (name,)) if document else ()
        return tuple(found)


def sentences_of(mentions: Sequence[tuple[Mention, Key]]) -> Mapping[Key, set[str]]:
    """For each name in a document the anchors of its sentences."""
    found: dict[Key, set[str]] = {}
    for mention, key in mentions:
        found.setdefault(key, set()).add(mention.provenance.anchor)
    return found
