"""The graph of who is mentioned with whom, as a drawing.

Nodes repel each other and edges pull, as in Fruchterman and Reingold (1991); nodes begin on a
spiral, so that the same graph always gives the same drawing. Only sums, products and square roots
are used, which every machine rounds alike.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.directions import isolated
from generator.model import Entity, EntityType
from generator.render.catalogues import gettext, ngettext
from generator.render.drawings.labels import shortened
from generator.render.drawings.placing import Mark, Sheet, Spot, leader_path, long, placed
from generator.render.drawings.shapes import Shape, shape
from generator.render.urls import entity_path
from generator.render.views.shared_sentences import Shared
from generator.render.words import number

_ROUNDS = 160
# The golden angle as a complex number: each node of the spiral is turned by it.
_COS, _SIN = -0.7373688780783197, 0.6754902942615238
_MOST_PAIRS = 90  # lines of the table


@dataclass(frozen=True, slots=True)
class Canvas:
    """The measures of a drawing, in its own units, and how much it shows.

    kind: "wide" or "narrow": on which screens it is shown
    aside, above: the room for labels beside and above the marks
    smallest, growth: radius of a mark, and what the largest adds to it
    letter, line: width of a letter and height of a line; base: from its middle to the letters' base
    """

    kind: str
    width: int
    height: int
    aside: int
    above: int
    nodes: int
    edges: int
    smallest: float
    growth: float
    letter: float
    line: int
    base: float
    longest: int


WIDE = Canvas("wide", 1100, 760, 140, 70, 40, 90, 5, 13, 7.4, 17, 5.3, 24)
NARROW = Canvas("narrow", 320, 480, 52, 24, 18, 34, 4, 8, 6.9, 15, 4.6, 18)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the drawing; all measures in its units.

    label: its name, "" without room for it; side: "start", "middle" or "end", whether it begins,
        has its middle or ends at dx, dy from the mark's middle
    leader: the path of a line from the mark to its label; "" beside it
    """

    name: str
    label: str
    path: str
    type: EntityType
    x: float
    y: float
    shape: Shape
    side: str
    dx: float
    dy: float
    leader: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities that share sentences."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same as a line of the table."""

    one: str
    one_path: str
    other: str
    other_path: str
    sentences: str
    sources: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The graph as one kind of screen shows it.

    drawn: how many of all connections are drawn, in a clause
    """

    kind: str
    label: str
    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    drawn: str


@dataclass(frozen=True, slots=True)
class Network:
    """The finished drawings, and the table that says the same."""

    drawings: tuple[Drawing, ...]
    pairs: tuple[Pair, ...]


_Weights = Mapping[tuple[str, str], int]


def network(entities: Mapping[str, Entity], shared: Shared) -> Network | None:
    """The strongest connections of an archive; None where there are none."""
    weights = {
        (one, other): len(mentions)
        for one, others in shared.items()
        for other, mentions in others.items()
        if one < other and entities[one].has_page and entities[other].has_page
    }
    if not weights:
        return None
    ranked = sorted(weights, key=lambda pair: (-weights[pair], pair))
    pairs = tuple(_pair(entities, shared, *pair) for pair in ranked[:_MOST_PAIRS])
    drawings = tuple(_drawing(entities, ranked, weights, canvas) for canvas in (WIDE, NARROW))
    return Network(drawings, pairs)


def _drawing(
    entities: Mapping[str, Entity],
    ranked: Sequence[tuple[str, str]],
    weights: _Weights,
    canvas: Canvas,
) -> Drawing:
    """The strongest connections, as many as the canvas has room for."""
    kept = _connected(_strongest(ranked, canvas))
    names = dict.fromkeys(name for pair in kept for name in pair)
    places = _spread(list(names), kept, weights, canvas)
    most = weights[ranked[0]]
    edges = tuple(
        Edge(
            *places[one],
            *places[other],
            round(1 + 5 * math.sqrt(weights[one, other] / most), 1),
            gettext(
                "{one} and {other}: {number}",
                one=isolated(entities[one].name),
                other=isolated(entities[other].name),
                number=weights[one, other],
            ),
        )
        for one, other in kept
    )
    nodes = _nodes([entities[name] for name in names], places, canvas)
    label = ngettext(
        "The {names} most connected names and their strongest connection. "
        "The table below gives the same information.",
        "The {names} most connected names and their {edges} strongest connections. "
        "The table below gives the same information.",
        len(edges),
        names=len(nodes),
        edges=number(len(edges)),
    )
    drawn = _drawn(len(edges), len(weights))
    return Drawing(canvas.kind, label, canvas.width, canvas.height, nodes, edges, drawn)


def _strongest(ranked: Sequence[tuple[str, str]], canvas: Canvas) -> list[tuple[str, str]]:
    """The first pairs, of no more names than the canvas has room for."""
    names: set[str] = set()
    kept: list[tuple[str, str]] = []
    for pair in ranked:
        if len(names) + sum(name not in names for name in pair) <= canvas.nodes:
            names.update(pair)
            kept.append(pair)
        if len(kept) == canvas.edges:
            break
    return kept


def _drawn(edges: int, total: int) -> str:
    """How many of all connections are drawn, in a clause."""
    if edges == total:
        return ngettext("The only connection is drawn", "All connections are drawn", total)
    return ngettext(
        "The strongest connection of {total} is drawn",
        "The {edges} strongest connections of {total} are drawn",
        edges,
        edges=number(edges),
        total=number(total),
    )


def _connected(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of the largest connected part; a lone pair would push all others together."""
    group: dict[str, set[str]] = {}
    for pair in pairs:
        merged = set(pair).union(*(group.get(name, ()) for name in pair))
        group.update(dict.fromkeys(merged, merged))
    largest = max(group.values(), key=lambda names: (len(names), min(names)))
    return [pair for pair in pairs if pair[0] in largest]


def _pair(entities: Mapping[str, Entity], shared: Shared, one: str, other: str) -> Pair:
    mentions = shared[one][other]
    return Pair(
        entities[one].name,
        entity_path(entities[one]),
        entities[other].name,
        entity_path(entities[other]),
        number(len(mentions)),
        number(len({mention.provenance.document for mention in mentions})),
    )


def _spread(
    names: Sequence[str],
    edges: Sequence[tuple[str, str]],
    weights: _Weights,
    canvas: Canvas,
) -> dict[str, tuple[float, float]]:
    """Places of the nodes, so that what is connected lies together."""
    count = len(names)
    numbers = {name: n for n, name in enumerate(names)}
    points = _spiral(count)
    ideal = math.sqrt(1 / count)
    most = max(weights[edge] for edge in edges)
    degree = Counter(name for edge in edges for name in edge)
    # A hub pulls each of its many neighbours less, so that they do not fall onto it.
    pulls = [
        (
            numbers[a],
            numbers[b],
            (0.5 + 0.5 * weights[a, b] / most) / math.sqrt(max(degree[a], degree[b])),
        )
        for a, b in edges
    ]
    for step in range(_ROUNDS):
        reach = 0.12 * (1 - step / _ROUNDS) + 0.002
        moves = [[-0.15 * ideal * x, -0.25 * ideal * y] for x, y in points]
        for a in range(count):
            for b in range(a):
                dx, dy = points[a][0] - points[b][0], points[a][1] - points[b][1]
                push = ideal * ideal / max(dx * dx + dy * dy, 1e-4)
                _add(moves, a, b, dx * push, dy * push)
        for a, b, strength in pulls:
            dx, dy = points[b][0] - points[a][0], points[b][1] - points[a][1]
            pull = 2.2 * strength * math.sqrt(dx * dx + dy * dy) / ideal
            _add(moves, a, b, dx * pull, dy * pull)
        for point, (dx, dy) in zip(points, moves, strict=True):
            length = max(math.sqrt(dx * dx + dy * dy), 1e-9)
            share = min(length, reach) / length
            point[0] += dx * share
            point[1] += dy * share
    return dict(zip(names, _fitted(points, canvas), strict=True))


def _add(moves: list[list[float]], a: int, b: int, dx: float, dy: float) -> None:
    moves[a][0] += dx
    moves[a][1] += dy
    moves[b][0] -= dx
    moves[b][1] -= dy


def _spiral(count: int) -> list[list[float]]:
    points = []
    x, y = 1.0, 0.0
    for n in range(count):
        radius = 0.5 * math.sqrt((n + 0.5) / count)
        points.append([radius * x, radius * y])
        x, y = x * _COS - y * _SIN, x * _SIN + y * _COS
    return points


def _fitted(points: Sequence[Sequence[float]], canvas: Canvas) -> list[tuple[float, float]]:
    """The points, stretched to fill the drawing."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    wide, tall = max(right - left, 1e-9), max(bottom - top, 1e-9)
    inner, deep = canvas.width - 2 * canvas.aside, canvas.height - 2 * canvas.above
    return [
        (
            round(canvas.aside + inner * (x - left) / wide, 1),
            round(canvas.above + deep * (y - top) / tall, 1),
        )
        for x, y in points
    ]


def _nodes(
    entities: Sequence[Entity], places: Mapping[str, tuple[float, float]], canvas: Canvas
) -> tuple[Node, ...]:
    """The nodes, the most mentioned first, which are labelled first."""
    ordered = sorted(entities, key=lambda entity: -len(entity.mentions))
    most = max(len(entity.mentions) for entity in entities)
    marks = []
    for entity in ordered:
        x, y = places[entity.id]
        share = len(entity.mentions) / max(most, 1)
        radius = round(canvas.smallest + canvas.growth * math.sqrt(share), 1)
        name = shortened(entity.name, canvas.longest)
        across, down = 100 * x / canvas.width, 100 * y / canvas.height
        marks.append(Mark(across, down, radius, long(name, canvas.letter)))
    found = placed(marks, (Sheet(canvas.width, canvas.height),), canvas.line, len(marks))
    return tuple(
        _node(entity, places[entity.id], marks[n].radius, found.get(n), canvas)
        for n, entity in enumerate(ordered)
    )


def _node(
    entity: Entity, at: tuple[float, float], radius: float, spot: Spot | None, canvas: Canvas
) -> Node:
    return Node(
        name=entity.name,
        label=shortened(entity.name, canvas.longest) if spot else "",
        path=entity_path(entity),
        type=entity.type,
        x=at[0],
        y=at[1],
        shape=shape(entity.type, *at, radius),
        side=spot.side if spot else "start",
        dx=round(spot.dx, 1) if spot else 0,
        dy=round(spot.dy + canvas.base, 1) if spot else 0,
        leader=leader_path(spot, radius, at) if spot else "",
    )
