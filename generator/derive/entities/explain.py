"""Why names belong to one entity or not: the edges between them, looked up for editors.

The names are resolved again, this time keeping what the rules decided against, which a build does
not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.derive.entities.mention_index import Key
from generator.derive.entities.resolve import followed, resolve_mentions
from generator.derive.entities.resolver import Edge
from generator.derive.entities.rules import RULES, SHORT_NAMES
from generator.model import Analysis, Document, Entity

RULE_NAMES = (*(rule.name for rule in RULES), SHORT_NAMES)


class Trace:
    """How the names of an archive were resolved."""

    def __init__(self, documents: Sequence[Document], analyses: Iterable[Analysis]) -> None:
        """`documents`: the newest first, as in the corpus."""
        found = {analysis.document: analysis for analysis in analyses}
        oldest_first = tuple(reversed(documents))
        self._resolution = resolve_mentions(oldest_first, found, keep_refusals=True)
        self._keys: dict[tuple[str, int], Key] = {}
        spellings: dict[Key, Counter[str]] = {}
        for document, mentions in self._resolution.index.items():
            for mention, key in mentions:
                self._keys[document, mention.provenance.start] = key
                spellings.setdefault(key, Counter())[mention.text] += 1
        self._spellings: Mapping[Key, Counter[str]] = spellings

    def label(self, key: Key) -> str:
        """The most frequent spelling of a name."""
        found = self._spellings.get(key)
        return found.most_common(1)[0][0] if found else f"“{key[1]}”"

    def keys(self, entity: Entity) -> frozenset[Key]:
        """The names that an entity's mentions have, and those that represent their groups."""
        own = {self._keys[m.provenance.document, m.provenance.start] for m in entity.mentions}
        own.add(self._resolution.key_of(entity.type, entity.name))
        return frozenset(own | {self._resolution.resolver.canonical(key) for key in own})

    def chain(self, entity: Entity, spelling: str) -> tuple[Edge, ...]:
        """The edges from a spelling to the name that represents its group.

        Empty where the spelling has that name's normalised form, or where no edge leads there:
        where editors, or the office of the person, decided.
        """
        resolver = self._resolution.resolver
        mention = next((m for m in entity.mentions if m.text == spelling), None)
        if mention is None:
            return resolver.path(self._resolution.key_of(entity.type, spelling))
        where = mention.provenance
        key = self._keys[where.document, where.start]
        index = self._resolution.index
        edges = []
        for step in followed(key, where.start, self._resolution.short[where.document]):
            evidence = step.evidence or index.first(where.document, (step.antecedent, key))
            edges.append(Edge(key, step.antecedent, SHORT_NAMES, step.reason, evidence))
            key = step.antecedent
        return (*edges, *resolver.path(key))

    def refusals(self, one: Entity, other: Entity) -> tuple[Edge, ...]:
        """What rules decided against between the names of two entities."""
        first, second = self.keys(one), self.keys(other)
        return tuple(
            edge
            for edge in self._resolution.resolver.refusals()
            if (edge.name in first and edge.other in second)
            or (edge.name in second and edge.other in first)
        )

    def left_apart(self, name: str) -> tuple[Edge, ...]:
        """Why a short name was left apart from full names, for each in its first source."""
        own = {key for key, spellings in self._spellings.items() if name in spellings}
        refusals = self._resolution.resolver.refusals()
        return tuple(e for e in refusals if e.rule == SHORT_NAMES and e.name in own)

    def mentions(self, name: str) -> int:
        """How many mentions are spelled like this, on pages or not."""
        return sum(count[name] for count in self._spellings.values())
