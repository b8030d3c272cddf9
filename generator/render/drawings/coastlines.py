"""The outlines of the land, projected and cut for a drawing.

Natural Earth's, without any borders (see `generator/atlas/README.md`). The world is drawn in the
Equal Earth projection (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949), a part
of it with meridians and parallels as straight lines, at the scale of its middle.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

Point = tuple[float, float]  # longitude and latitude, or x and y
_FILE = files("generator") / "atlas" / "outlines.json.gz"
_HUNDREDTHS = 100  # the file counts hundredths of a degree
NORTH, SOUTH = 84.0, -57.0  # what lies beyond is ice
_STEEP = 70.0  # latitude from which degrees of longitude are drawn no shorter
# Coefficients of Equal Earth.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def _equal_earth(longitude: float, latitude: float) -> Point:
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * slope)
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


# The edges of the world in that projection.
_RIGHT = _equal_earth(180.0, 0.0)[0]
_TOP, _BOTTOM = (_equal_earth(0.0, latitude)[1] for latitude in (NORTH, SOUTH))


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
    """A part of the earth as a drawing shows it; `Coastlines` draws the land.

    width, height: of its coordinates
    box: the part; None for the world without its ice
    fine: whether small bays and islands are drawn, which takes longer
    """

    width: int
    height: int
    box: Box | None = None
    fine: bool = False

    def project(self, longitude: float, latitude: float) -> Point:
        """From longitude and latitude to x and y in per cent of width and height."""
        box = self.box
        if box is None:
            x, y = _equal_earth(longitude, min(max(latitude, SOUTH), NORTH))
            return 50 + 50 * x / _RIGHT, 100 * (_TOP - y) / (_TOP - _BOTTOM)
        x = 100 * (longitude - box.west) / (box.east - box.west)
        return x, 100 * (box.north - latitude) / (box.north - box.south)


class Coastlines:
    """Draws the land; the outlines are read when the first drawing needs them."""

    def path(self, ground: Ground) -> str:
        """The land of a drawing, as the `d` of an SVG path in its coordinates."""
        box = ground.box
        if box is None:
            return _path([ring for _, ring in self._coarse], ground)
        rings = self._fine if ground.fine else self._coarse
        return _path([_cut(ring, own, box) for own, ring in rings if _touch(own, box)], ground)

    @cached_property
    def _outlines(self) -> Mapping[str, Sequence[Sequence[int]]]:
        found: Mapping[str, Sequence[Sequence[int]]]
        found = json.loads(gzip.decompress(_FILE.read_bytes()))
        return found

    @cached_property
    def _coarse(self) -> list[_Ring]:
        return _bounded(self._outlines["world"])

    @cached_property
    def _fine(self) -> list[_Ring]:
        return _bounded(self._outlines["coasts"])


def world(width: int = 2000) -> Ground:
    """The world without its ice."""
    return Ground(width, round(width * (_TOP - _BOTTOM) / (2 * _RIGHT)))


def part(box: Box, *, fine: bool, width: int = 1000) -> Ground:
    """A part of the world; its degrees of longitude are drawn as long as they are in its middle."""
    shrunk = math.cos(math.radians(min(abs(box.south + box.north) / 2, _STEEP)))
    height = round(width * (box.north - box.south) / ((box.east - box.west) * shrunk))
    return Ground(width, height, box, fine)


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


def _degrees(numbers: Sequence[int]) -> list[Point]:
    """An outline of the file: a point, and then the steps to the next ones."""
    x = y = 0
    ring = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        ring.append((x / _HUNDREDTHS, y / _HUNDREDTHS))
    return ring


_Ring = tuple[Box, list[Point]]


def _bounded(rings: Sequence[Sequence[int]]) -> list[_Ring]:
    """Outlines with the boxes around them."""
    return [(_bounds(ring), ring) for ring in map(_degrees, rings)]


def _bounds(ring: Sequence[Point]) -> Box:
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def _touch(one: Box, other: Box) -> bool:
    apart = one.east < other.west or one.west > other.east
    return not (apart or one.north < other.south or one.south > other.north)


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


def _path(rings: Iterable[list[Point]], ground: Ground) -> str:
    """The rings as a path in whole numbers, each point as a step from the one before it."""
    width, height, project = ground.width, ground.height, ground.project
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
