"""Labels of a drawing of figures: beside their dots, and never over one another.

Places across are in per cent, so that the drawing fills its column, but text keeps its size: what
has room on a page may have none on a phone. Labels are therefore placed twice, for the least width
of each, and those that differ are marked; the style sheet shows one set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.render.drawings.labels import Area, meet, shortened

Room = Literal["", "wide", "narrow"]
WIDTHS: Mapping[Room, float] = {"wide": 540, "narrow": 225}  # px of the plot, at least
DOT = 5  # px from the middle of a dot to its edge
ARROW = 14  # px from there to the head of its arrow

_LETTER, _SMALL = 7.4, 6.4  # px of a letter of a value and of a name, rather too many than too few
_ABOVE, _BELOW = 10, 3  # px of text above and below its line
_AROUND = 3  # px of air on both sides of it
_LEFT, _RIGHT, _TOP = -47, 25, -4  # px beyond the plot that labels may take
_NAME = 26  # letters of a name
_BETWEEN = 6  # px between a value and a name, and between two dates


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot that wants a label.

    x: per cent; dx: px to the right of that; y: px from the top
    up, down: whether an arrow points there
    value, name: the label
    """

    x: float
    dx: float
    y: float
    up: bool
    down: bool
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    room: where it is shown, "" everywhere
    x, y: px from the middle of the dot to the text
    anchor: whether that is where the text begins ("start"), its middle or its end
    value, name: its text; either may be ""
    """

    room: Room
    x: float
    y: float
    anchor: str
    value: str
    name: str


def labels(spots: Sequence[Spot], bottom: float, order: Sequence[int]) -> list[tuple[Label, ...]]:
    """The labels of each spot.

    bottom: px from the top below which none may stand
    order: numbers of the spots by importance; the first two have a label whatever it covers
    """
    found = {room: _placed(spots, bottom, order, room) for room in WIDTHS}
    return [_merged([some[n] for some in found.values() if n in some]) for n in range(len(spots))]


def _merged(some: list[Label]) -> tuple[Label, ...]:
    """The labels of one dot in wide and narrow drawings; one where they are alike."""
    alike = {(label.x, label.y, label.anchor, label.value, label.name) for label in some}
    if len(some) == len(WIDTHS) and len(alike) == 1:
        return (Label("", *next(iter(alike))),)
    return tuple(some)


def _placed(
    spots: Sequence[Spot], bottom: float, order: Sequence[int], room: Room
) -> dict[int, Label]:
    """The labels in a drawing of one width, by the number of their spot.

    A number that stands there already is not written again. Names come last, where room is left.
    """
    width = WIDTHS[room]
    dots = [area for spot in spots for area in _marks(spot, width)]
    found: dict[int, Label] = {}
    areas: dict[int, Area] = {}

    def place(number: int, name: str, *, force: bool = False) -> bool:
        spot = spots[number]
        taken = [*dots, *(area for other, area in areas.items() if other != number)]
        for label in _candidates(spot, name, room):
            area = _area(spot, label, width)
            if force or (_is_inside(area, width, bottom) and not any(meet(area, a) for a in taken)):
                found[number], areas[number] = label, area
                return True
        return False

    ends = order[:2]
    for number in ends:
        _ = place(number, spots[number].name) or place(number, "") or place(number, "", force=True)
    for number in order[2:]:
        if spots[number].value not in {label.value for label in found.values()}:
            place(number, "")
    if room == "wide":
        named = {spots[number].name for number in ends if found[number].name}
        for number in order[2:]:
            name = spots[number].name
            if number in found and name not in named and place(number, name):
                named.add(name)
    return found


def _candidates(spot: Spot, name: str, room: Room) -> Iterator[Label]:
    side, text = DOT + 4, (spot.value, shortened(name, _NAME))
    above = -(ARROW + 4 if spot.up else DOT + 5)
    yield Label(room, 0, above, "middle", *text)
    yield Label(room, side, 4, "start", *text)
    yield Label(room, -side, 4, "end", *text)
    below = (ARROW if spot.down else DOT) + _ABOVE + 3
    yield Label(room, 0, below, "middle", *text)
    yield Label(room, -DOT, above, "start", *text)
    yield Label(room, DOT, above, "end", *text)
    yield Label(room, -DOT, below, "start", *text)
    yield Label(room, DOT, below, "end", *text)
    yield Label(room, side, -DOT - 2, "start", *text)
    yield Label(room, -side, -DOT - 2, "end", *text)


def _area(spot: Spot, label: Label, width: float) -> Area:
    name = _BETWEEN + _SMALL * len(label.name) if label.name else 0
    wide = _LETTER * len(label.value) + name
    left = spot.x / 100 * width + spot.dx + label.x
    left -= {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    line = spot.y + label.y
    return left - _AROUND, line - _ABOVE, left + wide + _AROUND, line + _BELOW


def _is_inside(area: Area, width: float, bottom: float) -> bool:
    return area[0] >= _LEFT and area[2] <= width + _RIGHT and area[1] >= _TOP and area[3] <= bottom


def _marks(spot: Spot, width: float) -> Iterator[Area]:
    """What a dot and its arrow cover."""
    x, y, size = spot.x / 100 * width + spot.dx, spot.y, DOT + 1
    yield x - size, y - (ARROW if spot.up else size), x + size, y + (ARROW if spot.down else size)


def apart(places: Sequence[float], widths: Sequence[float], order: Iterable[int]) -> set[int]:
    """Which of some texts, centred below a line, have room beside the others.

    places, widths: of each, px
    order: their numbers by importance
    """
    found: set[int] = set()
    for n in order:
        if all(abs(places[n] - places[m]) >= (widths[n] + widths[m]) / 2 + _BETWEEN for m in found):
            found.add(n)
    return found


def text_width(text: str) -> float:
    """About how many px a small text takes."""
    return _SMALL * len(text)
