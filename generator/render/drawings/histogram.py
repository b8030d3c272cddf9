"""A histogram of dates, as numbers ready to be drawn.

Bars are placed in per cent of the width, so that the drawing fills its column at any size while its
labels keep the size of text. The unit (day, month, year, decade, century) is the finest one that
leaves the bars wide enough to be seen on a phone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Bar:
    """x and width in per cent of the drawing's width; y and height in pixels."""

    x: float
    y: float
    width: float
    height: float
    label: str


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
    caption: the unit and the tallest bar, and how many dates are not drawn
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    label: str
    caption: str


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


def histogram(dates: Iterable[str], noun: tuple[str, str], title: str) -> Histogram | None:
    """The histogram of ISO dates; None when there are fewer than two.

    noun: what has these dates: one, and many
    title: what the drawing shows, in a few words
    """
    everything = sorted((date for date in dates if date), key=chronological)
    known = _without_outliers(everything)
    if len(known) < 2:
        return None
    unit, drawn = _unit(known)
    left_out = len(everything) - len(drawn)
    bars, summary, most = _draw(drawn, unit, noun)
    caption = gettext(_CAPTIONS[unit], title=title, most=most)
    if left_out:
        caption += " " + gettext(
            "{number} not shown: dated less precisely, or far from the others.",
            number=number(left_out),
        )
    return Histogram(bars, _ticks(drawn, unit), f"{title}: {summary}", caption)


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
    """A day or a month by its number, as a date."""
    if unit == "day":
        return str(Day.numbered(index))
    return f"{year_text(index // 12)}-{index % 12 + 1:02d}"


def _label(index: int, unit: str) -> str:
    if unit in ("day", "month"):
        return long_date(_date(index, unit))
    if unit == "year":
        return year_words(index)
    return decade_words(index) if unit == "decade" else century_words(index)


def _draw(dates: list[str], unit: str, noun: tuple[str, str]) -> tuple[tuple[Bar, ...], str, int]:
    """The bars, what they show in words, and how many dates the tallest has."""
    first, units = _index(dates[0], unit), _span(dates, unit)
    counts = Counter(_index(date, unit) for date in dates)
    most = max(counts.values())
    step = 100 / units
    # A hairline of 15 per cent keeps neighbours apart; a lone bar does not fill the width.
    width = min(step * 0.85, 8.0)
    bars = []
    for index, dated in sorted(counts.items()):
        height = round(max(3.0, HEIGHT * dated / most), 1)
        x = round((index - first) * step + (step - width) / 2, 3)
        label = f"{_label(index, unit)}: {count(dated, *noun)}"
        bars.append(Bar(x, round(HEIGHT - height, 1), round(width, 3), height, label))
    top = max(counts, key=lambda index: (counts[index], -index))
    summary = gettext(
        _SUMMARIES[unit],
        count=count(len(dates), *noun),
        first=_label(first, unit),
        last=_label(first + units - 1, unit),
        top=_label(top, unit),
        most=most,
    )
    return tuple(bars), summary, most


def _ticks(dates: list[str], unit: str) -> tuple[Tick, ...]:
    """Up to five labels, evenly spread from the first bar to the last."""
    first, units = _index(dates[0], unit), _span(dates, unit)
    ticks_shown = min(_MOST_TICKS, units)
    positions = [round(i * (units - 1) / max(ticks_shown - 1, 1)) for i in range(ticks_shown)]
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
                n % 2 == 1 and ticks_shown == _MOST_TICKS,
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
