"""A series of figures, as numbers ready to be drawn: when it was reported, and how many.

Dates are placed by their distance, but a long time without a figure takes no more room than a few
days do; a mark on the axis shows where it was cut. Places across are in per cent, heights in
pixels, so that the drawing fills its column and its labels keep the size of text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10
from statistics import median

from generator.model import Figure, SeriesFigure
from generator.model.dates import DAY, Day, length
from generator.render.dates import short_date
from generator.render.words import decimal, number

HEIGHT = 200  # px of the plot
_TOP = 18  # px above the highest point, for its label
_LEFT, _RIGHT = 8.0, 96.0  # per cent between which points lie
_LONG = 2  # times as long as it is drawn: from there on a mark says so
_APART, _NEAR = 12.0, 5.0  # per cent between two labels, and where the drawing is wide
_LINES = 4  # lines of the scale
_BESIDE = 9  # px between the middle of a dot and its label
_LAST_LABEL = 88.0  # per cent; farther right labels stand to the left of their dots
_LABEL = 14  # px between two labels of values


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure.

    x: per cent; y, low: px from the top, of the figure and, of a range, of its lower end
    ranged, exact: whether it is a range, or exact
    label: the number, or "" where another stands there
    minor: whether the label has room only where the drawing is wide
    side, dx: where the label begins or ends ("start", "end"), and how many px beside the dot
    path, title: the sentence that gives it, and what it says
    """

    x: float
    y: float
    low: float
    ranged: bool
    exact: bool
    label: str
    minor: bool
    side: str
    dx: int
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """A line from one figure of a holder to the next: along at x1..x2, then up or down."""

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
    """A label below the axis. `minor`: left out where the drawing is narrow."""

    x: float
    text: str
    anchor: str
    minor: bool


@dataclass(frozen=True, slots=True)
class SeriesDrawing:
    """A finished drawing. `cuts`: where time is left out, in per cent."""

    dots: tuple[Dot, ...]
    steps: tuple[Step, ...]
    levels: tuple[Level, ...]
    dates: tuple[AxisDate, ...]
    cuts: tuple[float, ...]


def series_drawing(
    points: Sequence[SeriesFigure], holders: Sequence[str], sentences: Sequence[tuple[str, str]]
) -> SeriesDrawing | None:
    """The drawing of a series; None where fewer than two dates are known to the day.

    holders: who gives each figure; "" is nobody in particular
    sentences: the address of the sentence that gives it, and its words with who and when
    """
    exact = [n for n, point in enumerate(points) if length(point.as_of) >= DAY]
    days = sorted({points[n].as_of for n in exact})
    if len(days) < 2:
        return None
    places, cuts = _places(days)
    most = max(points[n].figure.high for n in exact)
    levels = _levels(most)
    top = max(most, levels[-1])

    def y(value: float) -> float:
        return round(_TOP + (HEIGHT - _TOP) * (1 - value / top), 1)

    at = {n: (places[points[n].as_of], y(points[n].figure.high)) for n in exact}
    labelled = _labelled(at)
    dots = [
        _dot(points[n].figure, at[n], y(points[n].figure.low), labelled.get(n), sentences[n])
        for n in exact
    ]
    return SeriesDrawing(
        tuple(dots),
        tuple(_steps(dots, [holders[n] for n in exact])),
        tuple(Level(y(value), number_text(value)) for value in levels),
        _dates(days, places),
        cuts,
    )


def _dot(
    figure: Figure,
    at: tuple[float, float],
    low: float,
    apart: float | None,
    sentence: tuple[str, str],
) -> Dot:
    more = "+" if figure.bound == "at least" else ""
    to_the_left = at[0] > _LAST_LABEL
    return Dot(
        *at,
        low,
        figure.bound == "range",
        figure.bound == "exact",
        f"{number_text(figure.high)}{more}" if apart else "",
        apart == _NEAR,
        "end" if to_the_left else "start",
        -_BESIDE if to_the_left else _BESIDE,
        *sentence,
    )


def _labelled(at: Mapping[int, tuple[float, float]]) -> dict[int, float]:
    """The points that can have a label, with how far apart from others in per cent.

    The last and the first come first, then those with room for one, then those that have it only
    where the drawing is wide.
    """
    numbers = list(at)
    found: dict[int, float] = {}
    for apart in (_APART, _NEAR):
        for n in (numbers[-1], *numbers):
            x, y = at[n]
            taken = (at[m] for m in found)
            if n not in found and all(
                abs(x - a) >= apart or abs(y - b) >= _LABEL for a, b in taken
            ):
                found[n] = apart
    return found


def number_text(value: float) -> str:
    """A number as pages show it: 1,204 or 2.5."""
    return number(int(value)) if value == int(value) else decimal(value)


def _places(days: Sequence[str]) -> tuple[dict[str, float], tuple[float, ...]]:
    """Where each day lies across, and where time is left out."""
    gaps = [Day.parse(b).number - Day.parse(a).number for a, b in pairwise(days)]
    usual = int(median(gaps))
    widths = [min(gap, usual) for gap in gaps]
    scale = (_RIGHT - _LEFT) / sum(widths)
    places, cuts, x = {days[0]: _LEFT}, [], _LEFT
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
    return [step * n for n in range(int(-(-most // step)) + 1)]


def _dates(days: Sequence[str], places: dict[str, float]) -> tuple[AxisDate, ...]:
    """Labels for the first and the last day, and for those between that leave room."""
    last = places[days[-1]]
    found = [AxisDate(0, short_date(days[0]), "start", minor=False)]
    at = _LEFT
    for day in days[1:-1]:
        x = places[day]
        if x - at >= _APART and last - x >= _APART:
            found.append(AxisDate(x, short_date(day), "middle", minor=True))
            at = x
    return (*found, AxisDate(100, short_date(days[-1]), "end", minor=False))


def _steps(dots: Sequence[Dot], holders: Sequence[str]) -> list[Step]:
    """The steps of those who give several figures."""
    last: dict[str, Dot] = {}
    found = []
    for dot, holder in zip(dots, holders, strict=True):
        before = last.get(holder) if holder else None
        if before is not None and before.x < dot.x:
            found.append(Step(before.x, dot.x, before.y, dot.y))
        if holder:
            last[holder] = dot
    return found
