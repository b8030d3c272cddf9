"""The outlines of the land, projected and cut for a drawing.

Natural Earth's, without any borders (see `generator/atlas/README.md`). The world is drawn in the
Equal Earth projection (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949), a part
of it with meridians and parallels as straight lines, at the scale of its middle.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

Point = tuple[float, float]  # longitude and latitude, or x and y
_FILE = files("generator") / "atlas" / "outlines.json.gz"
_HUNDREDTHS = 100  # the file counts hundredths of a degree
NORTH, SOUTH = 84.0, -57.0  # what lies beyond is ice
_STEEP = 70.0  # latitude from which degrees of longitude are drawn no shorter
# Coefficients of Equal Earth.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point is in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


@dataclass(frozen=True, slots=True)
class Ground:
    """A drawing of the land.

    width, height: of its coordinates
    land: its outlines, as the `d` of an SVG path
    project: from longitude and latitude to x and y in per cent of width and height
    """

    width: int
    height: int
    land: str
    project: Callable[[float, float], Point]


class Outlines:
    """All outlines; read once for a site."""

    def __init__(self) -> None:
        found = json.loads(gzip.decompress(_FILE.read_bytes()))
        self.coarse = _bounded(found["world"])
        self.fine = _bounded(found["coasts"])


def world(outlines: Outlines, width: int = 2000) -> Ground:
    """The world but for its ice."""
    right, _ = _equal_earth(180.0, 0.0)
    _, top = _equal_earth(0.0, NORTH)
    _, bottom = _equal_earth(0.0, SOUTH)
    height = round(width * (top - bottom) / (2 * right))

    def project(longitude: float, latitude: float) -> Point:
        x, y = _equal_earth(longitude, min(max(latitude, SOUTH), NORTH))
        return 50 + 50 * x / right, 100 * (top - y) / (top - bottom)

    return Ground(
        width, height, _path([ring for _, ring in outlines.coarse], project, width, height), project
    )


def part(outlines: Outlines, box: Box, *, fine: bool, width: int = 1000) -> Ground:
    """A part of the world; its degrees of longitude are drawn as long as they are in its middle.

    fine: whether small bays and islands are drawn, which takes longer
    """
    shrunk = math.cos(math.radians(min(abs(box.south + box.north) / 2, _STEEP)))
    height = round(width * (box.north - box.south) / ((box.east - box.west) * shrunk))

    def project(longitude: float, latitude: float) -> Point:
        x = 100 * (longitude - box.west) / (box.east - box.west)
        return x, 100 * (box.north - latitude) / (box.north - box.south)

    rings = outlines.fine if fine else outlines.coarse
    inside = [_cut(ring, bounds, box) for bounds, ring in rings if _touch(bounds, box)]
    return Ground(width, height, _path(inside, project, width, height), project)


def box_around(points: Sequence[Point], least: float, ratio: float) -> Box:
    """A box that holds the points with a margin, of the ratio of width to height asked for.

    least: height in degrees that it has at least
    """
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    middle_x = (min(longitudes) + max(longitudes)) / 2
    middle_y = (min(latitudes) + max(latitudes)) / 2
    shrunk = math.cos(math.radians(min(abs(middle_y), _STEEP)))
    tall = max(1.4 * (max(latitudes) - min(latitudes)), least)
    wide = max(1.4 * (max(longitudes) - min(longitudes)), tall * ratio / shrunk)
    tall = wide * shrunk / ratio
    north = min(middle_y + tall / 2, NORTH)
    return Box(middle_x - wide / 2, north - tall, middle_x + wide / 2, north)


def _equal_earth(longitude: float, latitude: float) -> Point:
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * slope)
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def _degrees(numbers: Sequence[int]) -> list[Point]:
    """An outline of the file: a point, and then the steps to the next ones."""
    x = y = 0
    ring = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        ring.append((x / _HUNDREDTHS, y / _HUNDREDTHS))
    return ring


def _bounded(rings: Sequence[Sequence[int]]) -> list[tuple[Box, list[Point]]]:
    """Outlines with the boxes around them."""
    return [(_bounds(ring), ring) for ring in map(_degrees, rings)]


def _bounds(ring: Sequence[Point]) -> Box:
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def _touch(one: Box, other: Box) -> bool:
    beside = one.east < other.west or one.west > other.east
    return not (beside or one.north < other.south or one.south > other.north)


def _cut(ring: list[Point], bounds: Box, box: Box) -> list[Point]:
    """The part of a ring inside a box (Sutherland and Hodgman 1974).

    bounds: the box around the ring
    """
    for axis, edge, side, beyond in (
        (0, box.west, -1, bounds.west < box.west), (0, box.east, 1, bounds.east > box.east),
        (1, box.south, -1, bounds.south < box.south), (1, box.north, 1, bounds.north > box.north),
    ):  # fmt: skip
        if beyond:
            ring = _one_side(ring, axis, edge, side)
    return ring


def _one_side(ring: list[Point], axis: int, edge: float, side: int) -> list[Point]:
    out: list[Point] = []
    if not ring:
        return out
    one = ring[-1]
    inside = side * (one[axis] - edge) <= 0
    for two in ring:
        next_inside = side * (two[axis] - edge) <= 0
        if inside != next_inside:
            share = (edge - one[axis]) / (two[axis] - one[axis])
            out.append((one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])))
        if next_inside:
            out.append(two)
        one, inside = two, next_inside
    return out


def _path(
    rings: Iterable[list[Point]], project: Callable[[float, float], Point], width: int, height: int
) -> str:
    """The rings as a path in whole numbers, each point as a step from the one before it."""
    parts = []
    for ring in rings:
        last = (0, 0)
        steps: list[str] = []
        for point in ring:
            x, y = project(*point)
            now = round(x * width / 100), round(y * height / 100)
            if not steps or now != last:
                steps.append(f"{now[0] - last[0]} {now[1] - last[1]}")
                last = now
        if len(steps) > 2:
            first, *rest = steps
            parts.append(f"M{first}l{' '.join(rest)}z")
    return "".join(parts)
