"""Where the names of marks stand in a drawing, so that none covers another or a mark.

The first marks choose first. A name stands beside its mark, above or below it, or away from it
with a line to it where marks crowd: the positions of Imhof's "Positioning Names on Maps" (1975).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.render.drawings.labels import Area, meet, offset

_GAP = 4  # between a mark and a name above or below it
_AWAY = (14, 26, 40)  # from the mark's edge to a name with a line to it
_LEADING, _FAR = 5, (58, 80)  # so many first marks may have their names farther away
_WIDE = 1.9  # widths of a Latin letter in a Chinese, Japanese or Korean one
_STEP = 5  # between the points of a line that are kept free of names
# Right, left, and between these and the vertical; for names that stand away.
_TURNS = tuple(
    (dx * across, dy * down)
    for across, down in ((0.94, 0.34), (0.71, 0.71), (0.34, 0.94))
    for dy in (-1, 1)
    for dx in (1, -1)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that may be named. x, y: in per cent of the drawing; radius and long, the length of
    its name, in CSS pixels. spare: whether narrow sheets leave it out."""

    x: float
    y: float
    radius: float
    long: float
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands, in CSS pixels from the middle of its mark.

    side: whether it begins, ends or has its middle there: "start", "end", "middle"
    dy: to the middle of its line
    leader: the end of the line that leads there from the mark's edge; None beside the mark
    """

    side: str
    dx: float
    dy: float
    leader: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size at which a drawing is seen, in CSS pixels. narrow: whether as on a phone."""

    width: float
    height: float
    narrow: bool = False


def long(name: str, letter: float) -> float:
    """The length of a name, about, with letters of this width."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in name)
    return letter * (len(name) + wide * (_WIDE - 1)) + 6


def placed(
    marks: Sequence[Mark],
    sheets: Sequence[Sheet],
    line: float,
    most: int,
    known: Mapping[int, Spot] | None = None,
) -> dict[int, Spot]:
    """The places of names, by the numbers of their marks, free at each of these sizes.

    line: height of a line
    most: so many marks are tried
    known: names that have their places already
    """
    found = dict(known or {})
    laid = [_Laid(marks, sheet, line) for sheet in sheets]
    narrow = any(sheet.narrow for sheet in sheets)
    for n, spot in found.items():
        for sheet in laid:
            sheet.take(n, spot)
    for n in range(min(most, len(marks))):
        if n in found or (narrow and marks[n].spare):
            continue
        away = _AWAY + _FAR if n < _LEADING else _AWAY
        spots = _spots(marks[n].radius, line, away)
        place = next((s for s in spots if all(x.free(n, s) for x in laid)), None)
        if place:
            found[n] = place
            for sheet in laid:
                sheet.take(n, place)
    return found


def crowded(marks: Sequence[Mark], sheet: Sheet, first: int) -> frozenset[int]:
    """The marks that would cover one before them on a sheet; never one of the first."""
    kept: list[Area] = []
    found = set()
    for n, mark in enumerate(marks):
        x, y = mark.x * sheet.width / 100, mark.y * sheet.height / 100
        area = (x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius)
        if n >= first and any(meet(area, other) for other in kept):
            found.add(n)
        else:
            kept.append(area)
    return frozenset(found)


def leader_path(spot: Spot, radius: float, at: tuple[float, float] = (0, 0)) -> str:
    """The line from a mark's edge to its name as a path; "" for a name beside it.

    at: the mark's middle
    """
    if spot.leader is None:
        return ""
    x, y = spot.leader
    share = radius / math.sqrt(x * x + y * y)
    begin = round(at[0] + x * share, 1), round(at[1] + y * share, 1)
    return f"M{begin[0]} {begin[1]}L{round(at[0] + x, 1)} {round(at[1] + y, 1)}"


class _Laid:
    """The marks on a sheet, and the areas that names and their lines take."""

    def __init__(self, marks: Sequence[Mark], sheet: Sheet, line: float) -> None:
        self._marks, self._sheet, self._line = marks, sheet, line
        self._at = [(m.x * sheet.width / 100, m.y * sheet.height / 100) for m in marks]
        self._circles: list[tuple[int, Area]] = [
            (n, (x - m.radius, y - m.radius, x + m.radius, y + m.radius))
            for n, ((x, y), m) in enumerate(zip(self._at, marks, strict=True))
            if not (m.spare and sheet.narrow)
        ]
        self._names: list[Area] = []
        self._lines: list[Area] = []

    def free(self, n: int, spot: Spot) -> bool:
        """Whether the name of a mark would cover nothing."""
        box = self._box(n, spot)
        if box[0] < 0 or box[1] < 0 or box[2] > self._sheet.width or box[3] > self._sheet.height:
            return False
        others = (c for m, c in self._circles if m != n)
        if any(meet(box, other) for other in chain(self._names, self._lines, others)):
            return False
        line = self._points(n, spot)
        return not any(meet(one, other) for one in line for other in (*self._names, *self._lines))

    def take(self, n: int, spot: Spot) -> None:
        """Keep the place of a name."""
        self._names.append(self._box(n, spot))
        self._lines += self._points(n, spot)

    def _box(self, n: int, spot: Spot) -> Area:
        x, y = self._at[n]
        wide = self._marks[n].long
        begin = x + spot.dx - {"start": 0, "middle": wide / 2, "end": wide}[spot.side]
        return begin, y + spot.dy - self._line / 2, begin + wide, y + spot.dy + self._line / 2

    def _points(self, n: int, spot: Spot) -> Collection[Area]:
        """The line of a name that stands away, as small areas."""
        if spot.leader is None:
            return ()
        (x, y), (dx, dy) = self._at[n], spot.leader
        whole = math.sqrt(dx * dx + dy * dy)
        steps = max(int((whole - self._marks[n].radius) / _STEP), 1)
        shares = [1 - step * _STEP / whole for step in range(steps)]
        return [(x + dx * s - 1, y + dy * s - 1, x + dx * s + 1, y + dy * s + 1) for s in shares]


def _spots(radius: float, line: float, distances: Sequence[int]) -> Iterator[Spot]:
    """All places of a name, the best first."""
    for side in ("start", "end"):
        yield Spot(side, offset(radius, side), 0)
    above = radius + line / 2 + _GAP / 2
    for dy in (-above, above):
        yield Spot("middle", 0, dy)
    aslant = 0.71 * radius + _GAP / 2
    for dy in (-1, 1):
        for dx, side in ((1, "start"), (-1, "end")):
            yield Spot(side, round(dx * aslant, 1), round(dy * (aslant + line / 3), 1))
    for away in distances:
        for across, down in _TURNS:
            x, y = round(across * (radius + away), 1), round(down * (radius + away), 1)
            side = "start" if across > 0 else "end"
            yield Spot(side, x + (2 if across > 0 else -2), y, (x, y))
