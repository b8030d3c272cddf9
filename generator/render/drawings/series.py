"""A series of figures, as numbers ready to be drawn: the day for which each is given, and how many.

Days are placed by their distance, but a long time without a figure takes no more room than a few
days do; the drawing is broken there. Places across are in per cent, heights in pixels, so that the
drawing fills its column and its labels keep the size of text (`series_labels`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10
from statistics import median
from typing import Literal

from generator.model import Figure, SeriesFigure
from generator.model.dates import DAY, Day, chronological, length, year_of
from generator.render.dates import day_and_month, year_words
from generator.render.drawings.series_labels import (
    DOT,
    WIDTHS,
    Label,
    Room,
    Spot,
    apart,
    labels,
    text_width,
)
from generator.render.words import decimal, number

TOP, BOTTOM = 34, 214  # px from the top of the drawing: of the top of the scale, and of nought
_LONG = 2  # times as long as it is drawn: from there on the drawing is broken
_LINES = 4  # lines of the scale
_BESIDE = 2 * DOT + 1  # px between the middles of two dots side by side
_SIGNS = {"at least": ("", "+"), "at most": ("≤", ""), "about": ("≈", "")}

# How exact a figure is: a dot, an open one, one with an arrow up or down, two ends of a line.
Mark = Literal["exact", "about", "at least", "at most", "range"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure.

    x: per cent; dx: px to the right of that, where several stand on one day
    y: px from the top, of a range that of its upper end; height: px between its ends
    mark: how exact it is
    labels: with what is written beside it
    path, title: the sentence that gives it, and what it says
    """

    x: float
    dx: float
    y: float
    height: float
    mark: Mark
    labels: tuple[Label, ...]
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """A line from one figure to the next: along at x1..x2 (per cent), then up or down (px)."""

    x1: float
    x2: float
    y1: float
    y2: float


@dataclass(frozen=True, slots=True)
class Level:
    """A line of the scale."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class AxisDate:
    """A label below the axis. `year`: "" where it is that of the one before; `room`: see Label."""

    room: Room
    x: float
    text: str
    year: str


@dataclass(frozen=True, slots=True)
class SeriesDrawing:
    """A finished drawing.

    most: the steps of the highest figure of each day
    own: the steps of those who give figures for several days
    ticks: the days, in per cent; cuts: where time is left out
    """

    dots: tuple[Dot, ...]
    most: tuple[Step, ...]
    own: tuple[Step, ...]
    levels: tuple[Level, ...]
    dates: tuple[AxisDate, ...]
    ticks: tuple[float, ...]
    cuts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure with its day, who gives it, where it lies, and its sentence with what it says."""

    figure: Figure
    day: str
    holder: str
    x: float
    y: float
    low: float
    sentence: tuple[str, str]


def series_drawing(
    given: Sequence[SeriesFigure], holders: Sequence[str], sentences: Sequence[tuple[str, str]]
) -> SeriesDrawing | None:
    """The drawing of a series; None where fewer than two dates are known to the day.

    holders: who gives each figure; "" is nobody in particular
    sentences: the address of the sentence that gives it, and its words with who and when
    """
    exact = [n for n, point in enumerate(given) if length(point.as_of) >= DAY]
    days = sorted({given[n].as_of for n in exact}, key=chronological)
    if len(days) < 2:
        return None
    places, cuts = _places(days)
    levels = _levels(max(given[n].figure.high for n in exact))

    def y(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * value / levels[-1], 1)

    points = [
        _Point(
            figure := given[n].figure,
            day := given[n].as_of,
            holders[n],
            places[day],
            y(figure.high),
            y(figure.low),
            sentences[n],
        )
        for n in exact
    ]
    unit = points[0].figure.unit
    return SeriesDrawing(
        _dots(points),
        tuple(_most(points)),
        tuple(_own(points)),
        tuple(Level(y(value), f"{number_text(value)}{unit}") for value in levels),
        _dates(days, places, cuts),
        tuple(places.values()),
        cuts,
    )


def _dots(points: Sequence[_Point]) -> tuple[Dot, ...]:
    beside = _beside(points)
    spots = [
        Spot(
            *(point.x, dx, point.y),
            point.figure.bound == "at least",
            point.figure.bound == "at most",
            _value(point.figure),
            point.holder,
        )
        for point, dx in zip(points, beside, strict=True)
    ]
    written = labels(spots, BOTTOM - 2, _order(points))
    return tuple(
        Dot(
            *(point.x, dx, point.y, round(point.low - point.y, 1)),
            _mark(point.figure),
            some,
            *point.sentence,
        )
        for point, dx, some in zip(points, beside, written, strict=True)
    )


def _mark(figure: Figure) -> Mark:
    return "about" if figure.bound == "vague" else figure.bound


def _value(figure: Figure) -> str:
    before, after = _SIGNS.get(figure.bound, ("", ""))
    least = f"{number_text(figure.low)}–" if figure.low < figure.high else ""
    return f"{before}{least}{number_text(figure.high)}{figure.unit}{after}"


def _order(points: Sequence[_Point]) -> list[int]:
    """The numbers of the points, by what a reader wants to know first.

    The last and the first, the last of each who gives several, and those that differ most from the
    one before.
    """
    last = len(points) - 1
    ends = {point.holder: n for n, point in enumerate(points)}
    several = [point.holder for point in points]
    change = {n + 1: abs(b.y - a.y) for n, (a, b) in enumerate(pairwise(points))}

    def rank(n: int) -> tuple[bool, float, int]:
        holder = points[n].holder
        return not (holder and ends[holder] == n and several.count(holder) > 1), -change[n], n

    return [last, 0, *sorted(range(1, last), key=rank)]


def _beside(points: Sequence[_Point]) -> list[int]:
    """How far each dot stands to the side, so that none of one day covers another."""
    found: list[int] = []
    for n, point in enumerate(points):
        step = 0
        while any(
            other.day == point.day and abs(other.y - point.y) < _BESIDE and found[m] == step
            for m, other in enumerate(points[:n])
        ):
            step = _next(step, point.x)
        found.append(step)
    return found


def _next(step: int, x: float) -> int:
    """The next place to the side; at both ends only inwards."""
    if x == 0:
        return step + _BESIDE
    if x == 100:
        return step - _BESIDE
    return -step if step > 0 else _BESIDE - step


def number_text(value: float) -> str:
    """A number as pages show it: 1,204 or 2.5."""
    return number(int(value)) if value == int(value) else decimal(value)


def _places(days: Sequence[str]) -> tuple[dict[str, float], tuple[float, ...]]:
    """Where each day lies across, and where time is left out."""
    gaps = [Day.parse(b).number - Day.parse(a).number for a, b in pairwise(days)]
    usual = int(median(gaps))
    widths = [min(gap, usual) for gap in gaps]
    scale = 100 / sum(widths)
    places, cuts, x = {days[0]: 0.0}, [], 0.0
    for day, gap, width in zip(days[1:], gaps, widths, strict=True):
        if gap > _LONG * width:
            cuts.append(round(x + width * scale / 2, 2))
        x += width * scale
        places[day] = round(x, 2)
    return places, tuple(cuts)


def _levels(most: float) -> list[float]:
    """Round numbers from nought to at least the greatest figure."""
    rough = most / _LINES
    unit = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    step = next(m * unit for m in (1, 2, 2.5, 5, 10) if m * unit >= rough)
    return [step * n for n in range(max(1, int(-(-most // step))) + 1)]


def _dates(
    days: Sequence[str], places: Mapping[str, float], cuts: Sequence[float]
) -> tuple[AxisDate, ...]:
    """Labels for the days that leave room: the first, the last and those behind a break do first.

    Days labelled alike in wide and narrow drawings are there once.
    """
    broken = {
        n + 1
        for n, (a, b) in enumerate(pairwise(days))
        if any(places[a] < cut < places[b] for cut in cuts)
    }
    order = sorted(range(len(days)), key=lambda n: (n not in (0, len(days) - 1), n not in broken))
    widths = [text_width(day_and_month(day)) for day in days]
    found: dict[tuple[int, str], list[Room]] = {}
    for room, width in WIDTHS.items():
        shown = apart([places[day] / 100 * width for day in days], widths, order)
        year = ""
        for n in sorted(shown):
            own = year_words(year_of(days[n]))
            found.setdefault((n, own if own != year else ""), []).append(room)
            year = own
    return tuple(
        AxisDate(rooms[0] if len(rooms) == 1 else "", places[days[n]], day_and_month(days[n]), year)
        for (n, year), rooms in found.items()
    )


def _most(points: Sequence[_Point]) -> Iterator[Step]:
    """The steps of the highest figure of each day; "at most" is none."""
    highest: dict[str, _Point] = {}
    for point in points:
        known = highest.get(point.day)
        if point.figure.bound != "at most" and (known is None or point.y < known.y):
            highest[point.day] = point
    yield from _steps(highest[day] for day in sorted(highest, key=chronological))


def _own(points: Sequence[_Point]) -> Iterator[Step]:
    """The steps of those who give several figures."""
    by_holder: dict[str, list[_Point]] = {}
    for point in points:
        if point.holder:
            by_holder.setdefault(point.holder, []).append(point)
    for own in by_holder.values():
        yield from _steps(own)


def _steps(points: Iterable[_Point]) -> Iterator[Step]:
    for one, other in pairwise(points):
        if one.x < other.x:
            yield Step(one.x, other.x, one.y, other.y)
