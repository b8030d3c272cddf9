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
from generator.render.drawings.labels import Area, meet, offset, shortened
from generator.render.drawings.shapes import Shape, shape
from generator.render.urls import entity_path
from generator.render.views.shared_sentences import Shared
from generator.render.words import number

WIDTH, HEIGHT = 1100, 760
_MARGIN = 70
_MOST_NODES, _MOST_EDGES = 40, 90
_ROUNDS = 160
_LETTER, _LINE = 7.4, 17
_LONGEST = 24
# The golden angle as a complex number: each node of the spiral is turned by it.
_COS, _SIN = -0.7373688780783197, 0.6754902942615238


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the drawing; all measures in its units.

    label: its name, "" without room for it; side: "start" or "end", where it begins or ends beside
        the mark; dx: from the mark's middle to there
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
class Network:
    """A finished drawing, and the table that says the same.

    drawn: how many of all connections are drawn, in a clause
    """

    label: str
    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    pairs: tuple[Pair, ...]
    drawn: str


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
    names: dict[str, None] = {}
    kept: list[tuple[str, str]] = []
    for pair in ranked:
        new = [name for name in pair if name not in names]
        if len(names) + len(new) <= _MOST_NODES:
            names.update(dict.fromkeys(new))
            kept.append(pair)
        if len(kept) == _MOST_EDGES:
            break
    kept = _connected(kept)
    names = dict.fromkeys(name for pair in kept for name in pair)
    places = _spread(list(names), kept, weights)
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
    nodes = _nodes([entities[name] for name in names], places)
    pairs = tuple(_pair(entities, shared, *pair) for pair in ranked[:_MOST_EDGES])
    label = ngettext(
        "The {names} most connected names and their strongest connection. "
        "The table below gives the same information.",
        "The {names} most connected names and their {edges} strongest connections. "
        "The table below gives the same information.",
        len(edges),
        names=len(nodes),
        edges=number(len(edges)),
    )
    return Network(label, WIDTH, HEIGHT, nodes, edges, pairs, _drawn(len(edges), len(weights)))


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
    weights: Mapping[tuple[str, str], int],
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
    return dict(zip(names, _fitted(points), strict=True))


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


def _fitted(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """The points, stretched to fill the drawing."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    wide, tall = max(right - left, 1e-9), max(bottom - top, 1e-9)
    inner, deep = WIDTH - 4 * _MARGIN, HEIGHT - 2 * _MARGIN
    return [
        (
            round(2 * _MARGIN + inner * (x - left) / wide, 1),
            round(_MARGIN + deep * (y - top) / tall, 1),
        )
        for x, y in points
    ]


def _nodes(
    entities: Sequence[Entity], places: Mapping[str, tuple[float, float]]
) -> tuple[Node, ...]:
    """The nodes; the most mentioned are labelled first, and labels never cover each other."""
    most = max(len(entity.mentions) for entity in entities)
    taken: list[Area] = []
    radius = {e.id: round(5 + 13 * math.sqrt(len(e.mentions) / max(most, 1)), 1) for e in entities}
    for entity in entities:
        x, y = places[entity.id]
        r = radius[entity.id]
        taken.append((x - r, y - r, x + r, y + r))
    nodes = []
    for n, entity in sorted(
        enumerate(entities), key=lambda item: (-len(item[1].mentions), item[0])
    ):
        x, y = places[entity.id]
        label = shortened(entity.name, _LONGEST)
        side = _free_side(x, y, radius[entity.id], _LETTER * len(label) + 6, taken, n)
        nodes.append(
            Node(
                name=entity.name,
                label=label if side else "",
                path=entity_path(entity),
                type=entity.type,
                x=x,
                y=y,
                shape=shape(entity.type, x, y, radius[entity.id]),
                side=side or "start",
                dx=offset(radius[entity.id], side or "start"),
            )
        )
    return tuple(nodes)


def _free_side(
    x: float,
    y: float,
    radius: float,
    long: float,
    taken: list[Area],
    own: int,
) -> str:
    """The side of a node with room for a label, which is then taken; "" for none."""
    boxes = {
        "start": (x + radius, y - _LINE / 2, x + radius + long, y + _LINE / 2),
        "end": (x - radius - long, y - _LINE / 2, x - radius, y + _LINE / 2),
    }
    for side, box in boxes.items():
        others = (other for n, other in enumerate(taken) if n != own)
        if box[0] < 0 or box[2] > WIDTH or any(meet(box, other) for other in others):
            continue
        taken.append(box)
        return side
    return ""
