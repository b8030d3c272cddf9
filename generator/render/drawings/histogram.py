"""A histogram of dates, as numbers ready to be drawn.

Bars are placed in per cent of the width, so that the drawing fills its column at any size while its
labels keep the size of text. The unit (day, month, year, decade) is the finest one that leaves the
bars wide enough to be seen on a phone.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.dates import long_date

_MOST_BARS = 72
_MOST_TICKS = 5
_FEW = 5  # so few bars are wide enough for a label below the middle of each
HEIGHT = 112  # CSS pixels of the tallest bar


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

    summary: what it shows, in words
    left_out: how many are not drawn: dated less exactly, or far from all others
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    most: int
    summary: str
    left_out: int


def histogram(dates: Iterable[str], noun: tuple[str, str]) -> Histogram | None:
    """The histogram of ISO dates; None when there are fewer than two. `noun`: one, many."""
    everything = sorted(date for date in dates if date)
    known = _without_outliers(everything)
    if len(known) < 2:
        return None
    for unit in ("day", "month", "year", "decade"):
        drawn = [date for date in known if len(date) >= _LENGTH[unit]]
        if len(drawn) < 0.5 * len(known):
            continue
        count = _index(drawn[-1], unit) - _index(drawn[0], unit) + 1
        if count <= _MOST_BARS or unit == "decade":
            return _draw(drawn, unit, count, noun, len(everything) - len(drawn))
    return None


def _without_outliers(dates: list[str]) -> list[str]:
    """The dates without the farthest hundredth at each end, if these flatten all others."""
    cut = len(dates) // 100
    if not cut:
        return dates
    inner = dates[cut:-cut]
    whole = int(dates[-1][:4]) - int(dates[0][:4])
    return inner if int(inner[-1][:4]) - int(inner[0][:4]) < whole / 3 else dates


_LENGTH = {"day": 10, "month": 7, "year": 4, "decade": 4}


def _index(date: str, unit: str) -> int:
    """Number of a date's day, month, year or decade on a line without gaps."""
    year = int(date[:4])
    if unit == "day":
        return datetime.date.fromisoformat(date).toordinal()
    if unit == "month":
        return 12 * year + int(date[5:7]) - 1
    return year if unit == "year" else year // 10


def _label(index: int, unit: str) -> str:
    if unit == "day":
        return long_date(datetime.date.fromordinal(index).isoformat())
    if unit == "month":
        return long_date(f"{index // 12:04d}-{index % 12 + 1:02d}")
    return str(index) if unit == "year" else f"{10 * index}s"


def _draw(
    dates: list[str], unit: str, count: int, noun: tuple[str, str], left_out: int
) -> Histogram:
    first = _index(dates[0], unit)
    counts = Counter(_index(date, unit) for date in dates)
    most = max(counts.values())
    step = 100 / count
    # A hairline of 15 per cent keeps neighbours apart; a lone bar does not fill the width.
    width = min(step * 0.85, 8.0)
    bars = []
    for index, number in sorted(counts.items()):
        height = round(max(3.0, HEIGHT * number / most), 1)
        x = round((index - first) * step + (step - width) / 2, 3)
        label = f"{_label(index, unit)}: {number} {noun[number != 1]}"
        bars.append(Bar(x, round(HEIGHT - height, 1), round(width, 3), height, label))
    top = max(counts, key=lambda index: (counts[index], -index))
    summary = (
        f"{len(dates)} {noun[len(dates) != 1]} by {unit}, from {_label(first, unit)} to "
        f"{_label(first + count - 1, unit)}; most in {_label(top, unit)} ({most})."
    )
    return Histogram(tuple(bars), _ticks(first, count, unit), unit, most, summary, left_out)


def _ticks(first: int, count: int, unit: str) -> tuple[Tick, ...]:
    """Up to five labels, evenly spread from the first bar to the last."""
    number = min(_MOST_TICKS, count)
    places = [round(i * (count - 1) / max(number - 1, 1)) for i in range(number)]
    ticks = []
    for n, place in enumerate(places):
        middle = count <= _FEW or 0 < place < count - 1
        anchor = "middle" if middle else ("start" if place == 0 else "end")
        x = (place + 0.5) * 100 / count if middle else (0 if place == 0 else 100)
        ticks.append(
            Tick(
                round(x, 3),
                _short(_label(first + place, unit), unit),
                anchor,
                n % 2 == 1 and number == _MOST_TICKS,
            )
        )
    return tuple(ticks)


def _short(label: str, unit: str) -> str:
    """Three letters of the month are enough below a bar."""
    words = label.split()
    if unit == "day":
        return f"{words[0]} {words[1][:3]}"
    return f"{words[0][:3]} {words[1]}" if unit == "month" else label
