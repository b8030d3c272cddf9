"""Why names belong to one entity or not: the edges between them, looked up for editors.

The names are resolved again, this time keeping what the rules decided against, which a build does
not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.derive.entities.mention_index import Key
from generator.derive.entities.resolve import followed, resolve_mentions
from generator.derive.entities.resolver import Edge
from generator.derive.entities.rules import RULES, SHORT_NAMES
from generator.model import Analysis, Document, Entity, Reason

RULE_NAMES = (*(rule.name for rule in RULES), SHORT_NAMES)


class Trace:
    """How the names of an archive were resolved."""

    def __init__(self, documents: Sequence[Document], analyses: Iterable[Analysis]) -> None:
        """`documents`: the newest first, as in the corpus."""
        found = {analysis.document: analysis for analysis in analyses}
        oldest_first = tuple(reversed(documents))
        self._resolution = resolve_mentions(oldest_first, found, keep_refusals=True)
        self._keys: dict[tuple[str, int], Key] = {}
        self._groups: dict[tuple[str, int], Key] = {}
        spellings: dict[Key, Counter[str]] = {}
        groups = iter(self._resolution.mentions)
        for document, mentions in self._resolution.index.items():
            for mention, key in mentions:
                where = document, mention.provenance.start
                self._keys[where], (self._groups[where], _) = key, next(groups)
                spellings.setdefault(key, Counter())[mention.text] += 1
        self._spellings: Mapping[Key, Counter[str]] = spellings

    def label(self, key: Key) -> str:
        """The most frequent spelling of a name."""
        found = self._spellings.get(key)
        return found.most_common(1)[0][0] if found else f"“{key[1]}”"

    def keys(self, entity: Entity) -> frozenset[Key]:
        """The names that an entity has in the whole archive, and those that represent their groups.

        A name that stands for it only in some documents is not one of them.
        """
        canonical = self._resolution.resolver.canonical
        own = {self._resolution.key_of(entity.type, entity.name)}
        for where in _places(entity):
            if canonical(self._keys[where]) == self._groups[where]:
                own.add(self._keys[where])
        return frozenset(own | {canonical(key) for key in own})

    def chains(self, entity: Entity, one: str, other: str) -> tuple[tuple[Edge, ...], ...]:
        """For each of two spellings of an entity the edges that lead to the other, where they meet.

        Empty where the two have one normalised form, or where no edge leads there: where editors,
        or the office of the person, decided.
        """
        resolver = self._resolution.resolver
        (first, start), (second, end) = self._short(entity, one), self._short(entity, other)
        if resolver.canonical(start) == resolver.canonical(end):
            return (*first, *resolver.path_between(start, end)), tuple(second)
        return (*first, *resolver.path(start)), (*second, *resolver.path(end))

    def _short(self, entity: Entity, spelling: str) -> tuple[list[Edge], Key]:
        """What a spelling stands for in the document where it is first mentioned, step by step."""
        mention = next((m for m in entity.mentions if m.text == spelling), None)
        if mention is None:
            return [], self._resolution.key_of(entity.type, spelling)
        where = mention.provenance
        key = self._keys[where.document, where.start]
        index = self._resolution.index
        edges = []
        for step in followed(key, where.start, self._resolution.short[where.document]):
            evidence = step.evidence or index.first(where.document, (step.antecedent, key))
            edges.append(Edge(key, step.antecedent, SHORT_NAMES, step.reason, evidence))
            key = step.antecedent
        return edges, key

    def refusals(self, one: Entity, other: Entity) -> tuple[Edge, ...]:
        """What rules decided against between the names of two entities."""
        names = self.keys(one), self.keys(other)
        places = frozenset(_places(one)), frozenset(_places(other))

        def concerned(edge: Edge, first: int, second: int) -> bool:
            if edge.other not in names[second]:
                return False
            if not edge.document:
                return edge.name in names[first]
            return (edge.document, edge.evidence[0].start) in places[first]

        edges = self._resolution.resolver.refusals()
        return _distinct(e for e in edges if concerned(e, 0, 1) or concerned(e, 1, 0))

    def left_apart(self, name: str) -> tuple[Edge, ...]:
        """Why a short name was left apart from full names, for each in its first source."""
        own = {key for key, spellings in self._spellings.items() if name in spellings}
        refusals = self._resolution.resolver.refusals()
        return _distinct(e for e in refusals if e.rule == SHORT_NAMES and e.name in own)

    def mentions(self, name: str) -> int:
        """How many mentions are spelled like this, on pages or not."""
        return sum(count[name] for count in self._spellings.values())


def _places(entity: Entity) -> Iterator[tuple[str, int]]:
    """Where an entity is mentioned: documents and offsets."""
    for mention in entity.mentions:
        yield mention.provenance.document, mention.provenance.start


def _distinct(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The first of the edges that say the same, in whichever documents."""
    found: dict[tuple[Key, Key, str, Reason], Edge] = {}
    for edge in edges:
        found.setdefault((edge.name, edge.other, edge.rule, edge.reason), edge)
    return tuple(found.values())
