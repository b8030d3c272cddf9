"""A histogram of dates, as numbers ready to be drawn.

Bars are placed in per cent of the width, so that the drawing fills its column at any size while its
labels keep the size of text. The unit (day, month, year, decade, century) is the finest one that
leaves the bars wide enough to be seen on a phone. Where one bar would flatten most others, heights
are square roots, which the caption says. A bar can lead to a page that shows its time alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median_low

from generator.model.dates import (
    DAY,
    MONTH,
    YEAR,
    Day,
    chronological,
    length,
    parts,
    year_of,
    year_text,
)
from generator.render.catalogues import gettext, message
from generator.render.dates import (
    century_number,
    century_of,
    century_words,
    day_and_month,
    decade_of,
    decade_words,
    long_date,
    short_date,
    year_words,
)
from generator.render.words import count, number

_MOST_BARS = 72
_MOST_TICKS = 5
_FEW = 5  # so few bars are wide enough for a label below the middle of each
HEIGHT = 112  # CSS pixels of the tallest bar
# From the finest unit to the coarsest: characters of a date that is exact enough.
_LENGTH = {"day": DAY, "month": MONTH, "year": YEAR, "decade": YEAR, "century": YEAR}
_COARSEST = "century"
_WITH_PAGES = ("day", "month", "year")
_FLATTENING = 10  # times as many as in the middle one of all bars


@dataclass(frozen=True, slots=True)
class Bar:
    """x and width in per cent of the drawing's width; y and height in pixels.

    path: of the page on its time, or ""
    """

    x: float
    y: float
    width: float
    height: float
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label below the bars; `anchor` keeps the outer ones inside the drawing.

    minor: left out where the drawing is narrow
    """

    x: float
    text: str
    anchor: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """A finished drawing.

    label: what it shows, for those who cannot see it
    caption: the unit and the tallest bar, the scale, and how many dates are not drawn
    linked: whether any of its bars leads to a page
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    label: str
    caption: str
    linked: bool


_CAPTIONS = {
    "day": message("{title}, by day. Tallest bar: {most}."),
    "month": message("{title}, by month. Tallest bar: {most}."),
    "year": message("{title}, by year. Tallest bar: {most}."),
    "decade": message("{title}, by decade. Tallest bar: {most}."),
    "century": message("{title}, by century. Tallest bar: {most}."),
}
_SUMMARIES = {
    "day": message("{count} by day, from {first} to {last}; most on {top} ({most})."),
    "month": message("{count} by month, from {first} to {last}; most in {top} ({most})."),
    "year": message("{count} by year, from {first} to {last}; most in {top} ({most})."),
    "decade": message("{count} by decade, from {first} to {last}; most in {top} ({most})."),
    "century": message("{count} by century, from {first} to {last}; most in {top} ({most})."),
}


def histogram(
    dates: Iterable[str],
    noun: tuple[str, str],
    title: str,
    pages: Callable[[str], str] = lambda _: "",
) -> Histogram | None:
    """The histogram of ISO dates; None when there are fewer than two.

    noun: what has these dates: one, and many
    title: what the drawing shows, in a few words
    pages: the path of the page on a day, month or year, "" where there is none
    """
    everything = sorted((date for date in dates if date), key=chronological)
    known = _without_outliers(everything)
    if len(known) < 2:
        return None
    unit, drawn = _unit(known)
    left_out = len(everything) - len(drawn)
    counts = Counter(_index(date, unit) for date in drawn)
    rooted = _flattened(counts)
    bars = _bars(counts, unit, noun, pages, rooted=rooted)
    most = max(counts.values())
    caption = gettext(_CAPTIONS[unit], title=title, most=most)
    if rooted:
        caption += " " + gettext(
            "Heights are square roots: a bar twice as tall stands for four times as many."
        )
    if left_out:
        caption += " " + gettext(
            "{number} not shown: dated less precisely, or far from the others.",
            number=number(left_out),
        )
    label = f"{title}: {_summary(counts, unit, noun)}"
    linked = any(bar.path for bar in bars)
    return Histogram(bars, _ticks(drawn, unit), label, caption, linked)


def _unit(dates: list[str]) -> tuple[str, list[str]]:
    """The finest unit that leaves bars wide enough, and the dates that are exact enough for it."""
    for unit in _LENGTH:
        exact = [date for date in dates if length(date) >= _LENGTH[unit]]
        if len(exact) < 0.5 * len(dates):
            continue
        if unit == _COARSEST or _span(exact, unit) <= _MOST_BARS:
            break
    return unit, exact


def _span(dates: list[str], unit: str) -> int:
    """Days, months … centuries from the first date to the last."""
    return _index(dates[-1], unit) - _index(dates[0], unit) + 1


def _without_outliers(dates: list[str]) -> list[str]:
    """The dates without the farthest hundredth at each end, if these flatten all others."""
    cut = len(dates) // 100
    if not cut:
        return dates
    inner = dates[cut:-cut]
    whole = year_of(dates[-1]) - year_of(dates[0])
    return inner if year_of(inner[-1]) - year_of(inner[0]) < whole / 3 else dates


def _index(date: str, unit: str) -> int:
    """Number of a date's day, month … century on a line without gaps."""
    year = year_of(date)
    if unit == "day":
        return Day.parse(date).number
    if unit == "month":
        return 12 * year + int(parts(date)[1]) - 1
    if unit == "year":
        return year
    return decade_of(year) if unit == "decade" else century_of(year)


def _date(index: int, unit: str) -> str:
    """A day, month or year by its number, as a date."""
    if unit == "day":
        return str(Day.numbered(index))
    if unit == "year":
        return year_text(index)
    return f"{year_text(index // 12)}-{index % 12 + 1:02d}"


def _label(index: int, unit: str) -> str:
    if unit in ("day", "month"):
        return long_date(_date(index, unit))
    if unit == "year":
        return year_words(index)
    return decade_words(index) if unit == "decade" else century_words(index)


def _flattened(counts: Mapping[int, int]) -> bool:
    """Whether the tallest bar leaves most others too low to be compared."""
    return max(counts.values()) > _FLATTENING * median_low(counts.values())


def _bars(
    counts: Mapping[int, int],
    unit: str,
    noun: tuple[str, str],
    pages: Callable[[str], str],
    *,
    rooted: bool,
) -> tuple[Bar, ...]:
    first = min(counts)
    step = 100 / (max(counts) - first + 1)
    # A hairline of 15 per cent keeps neighbours apart; a lone bar does not fill the width.
    width = min(step * 0.85, 8.0)
    most = max(counts.values())
    bars = []
    for index, dated in sorted(counts.items()):
        share = math.sqrt(dated / most) if rooted else dated / most
        height = round(max(3.0, HEIGHT * share), 1)
        x = round((index - first) * step + (step - width) / 2, 3)
        label = f"{_label(index, unit)}: {count(dated, *noun)}"
        path = pages(_date(index, unit)) if unit in _WITH_PAGES else ""
        bars.append(Bar(x, round(HEIGHT - height, 1), round(width, 3), height, label, path))
    return tuple(bars)


def _summary(counts: Counter[int], unit: str, noun: tuple[str, str]) -> str:
    """What the bars show, in words."""
    top = max(counts, key=lambda index: (counts[index], -index))
    return gettext(
        _SUMMARIES[unit],
        count=count(counts.total(), *noun),
        first=_label(min(counts), unit),
        last=_label(max(counts), unit),
        top=_label(top, unit),
        most=counts[top],
    )


def _step(last: int) -> int:
    """How many bars are from label to label: if possible so many that the last bar has one.

    last: number of the last bar, counted from 0
    """
    least = max(-(-last // (_MOST_TICKS - 1)), 1)
    return next((step for step in range(least, last // 2 + 1) if last % step == 0), least)


def _ticks(dates: list[str], unit: str) -> tuple[Tick, ...]:
    """Up to five labels from the first bar on, all the same number of bars apart."""
    first, units = _index(dates[0], unit), _span(dates, unit)
    positions = range(0, units, _step(units - 1))
    ticks = []
    for n, position in enumerate(positions):
        middle = units <= _FEW or 0 < position < units - 1
        anchor = "middle" if middle else ("start" if position == 0 else "end")
        x = (position + 0.5) * 100 / units if middle else (0 if position == 0 else 100)
        ticks.append(
            Tick(
                round(x, 3),
                _short(first + position, unit),
                anchor,
                n % 2 == 1 and len(positions) >= _MOST_TICKS - 1,
            )
        )
    return tuple(ticks)


def _short(index: int, unit: str) -> str:
    """A few letters of the month are enough below a bar."""
    if unit == "day":
        return day_and_month(_date(index, unit))
    if unit == "month":
        return short_date(_date(index, unit))
    return century_number(index) if unit == "century" else _label(index, unit)
