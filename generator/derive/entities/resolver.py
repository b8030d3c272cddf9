"""Merged names: a graph whose edges say by which rule, why, and on which evidence.

Like the resolver of nomenklatura (github.com/opensanctions/nomenklatura), it keeps judgements, not
only their outcome. So every spelling can be traced to its entity, and where a rule decided against
a pair, the reason for that can be looked up, too.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from generator.derive.entities.mention_index import Key
from generator.model import Provenance, Reason, reason


@dataclass(frozen=True, slots=True)
class Edge:
    """A judgement on two names: that they are one, or that they are not.

    name: the name that a rule looked at
    other: the name that it was compared with
    rule: the rule's name; see `generator.derive.entities.rules`
    evidence: sentences on which it rests, if it rests on any
    document: the one in which alone it holds; "" where it holds in the whole archive
    """

    name: Key
    other: Key
    rule: str
    reason: Reason
    evidence: tuple[Provenance, ...] = ()
    document: str = ""


class Resolver:
    """Which names were merged, and why (union-find that keeps its edges).

    rule: the name of the rule being applied
    keep_refusals: whether to keep what rules decided against, which only `explain` needs: a large
        archive has many more refusals than merges
    """

    def __init__(self, *, keep_refusals: bool = False) -> None:
        self.rule = ""
        self.keep_refusals = keep_refusals
        self._parents: dict[Key, Key] = {}
        self._edges: dict[Key, list[Edge]] = {}
        self._refusals: dict[tuple[Key, Key, str, str], Edge] = {}
        self._steps: dict[Key, Edge] | None = None

    def canonical(self, key: Key) -> Key:
        """The name that represents the whole group."""
        root = key
        while root in self._parents:
            root = self._parents[root]
        while key != root:  # shorten the path: many merges in a row would make it long
            self._parents[key], key = root, self._parents[key]
        return root

    def merge(
        self, name: Key, other: Key, why: Reason, evidence: tuple[Provenance, ...] = ()
    ) -> None:
        """Merge a name into the group of another.

        The edge is kept even where the two are in one group already: it may be a shorter path.
        """
        edge = Edge(name, other, self.rule, why, evidence)
        self._edges.setdefault(name, []).append(edge)
        self._edges.setdefault(other, []).append(edge)
        self._steps = None
        one, two = self.canonical(name), self.canonical(other)
        if one != two:
            self._parents[one] = two

    def refuse(
        self,
        name: Key,
        other: Key,
        code: str,
        evidence: tuple[Provenance, ...] = (),
        document: str = "",
    ) -> None:
        """Note that the rule looked at two names and left them apart.

        Where evidence or pairs have to be looked for, test `keep_refusals` first.

        document: the one in which it did so; "" for the whole archive
        """
        if self.keep_refusals and name != other:
            edge = Edge(name, other, self.rule, reason(code), evidence, document)
            self._refusals.setdefault((name, other, self.rule, document), edge)

    def path(self, key: Key) -> tuple[Edge, ...]:
        """The shortest chain of edges from a name to its group's canonical one."""
        if self._steps is None:
            self._steps = self._towards_canonical()
        found = []
        while key in self._steps:
            edge = self._steps[key]
            found.append(edge)
            key = edge.other if edge.name == key else edge.name
        return tuple(found)

    def path_between(self, one: Key, other: Key) -> tuple[Edge, ...]:
        """The shortest chain of edges from one name to another; empty if they are not merged."""
        steps = self._steps_from(other)
        found = []
        while one in steps:
            edge = steps[one]
            found.append(edge)
            one = edge.other if edge.name == one else edge.name
        return tuple(found)

    def refusals(self) -> tuple[Edge, ...]:
        """What rules decided against, in the order in which they did."""
        return tuple(self._refusals.values())

    def _towards_canonical(self) -> dict[Key, Edge]:
        steps: dict[Key, Edge] = {}
        for key in self._edges:
            if key not in self._parents:
                steps |= self._steps_from(key)
        return steps

    def _steps_from(self, start: Key) -> dict[Key, Edge]:
        """For each name of a group the edge that leads towards `start` (breadth first)."""
        steps: dict[Key, Edge] = {}
        waiting = deque([start])
        while waiting:
            key = waiting.popleft()
            for edge in self._edges.get(key, ()):
                following = edge.other if edge.name == key else edge.name
                if following != start and following not in steps:
                    steps[following] = edge
                    waiting.append(following)
        return steps
