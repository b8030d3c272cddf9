"""Dates as text, before our era too: ISO 8601, to the precision that is known.

    "2024"    "2024-03"    "2024-03-25"    "-0043-03-15", which is 15 March 44 BC

Years are astronomical: "0000" is 1 BC, "-0001" is 2 BC. What has "YEAR", "MONTH" or "DAY"
characters names a year, a month or a day; the sign is not counted. Such texts do not sort as they
are: `chronological` is their sort key.

The calendar of Python begins with the year 1. As every calendar repeats itself after 400 years
(Gregorian, also before it was introduced), earlier days are computed in a later cycle.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

YEAR, MONTH, DAY = 4, 7, 10  # characters of a date of that precision, without a sign
FIRST_YEAR, LAST_YEAR = -9999, datetime.MAXYEAR
_CYCLE, _CYCLE_DAYS = 400, 146_097  # years, and days in them
_TURN = 9999


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar; month and day count from 1."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Day:
        """The day. Raises ValueError if there is none, or in years of more than four digits."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"year {year} is out of range")
        datetime.date(year + _CYCLE * _cycles(year), month, day)
        return cls(year, month, day)

    @classmethod
    def numbered(cls, number: int) -> Day:
        """The day with a number; see `number`. Raises OverflowError after the year 9999."""
        cycles = 0 if number > 0 else -number // _CYCLE_DAYS + 1
        found = datetime.date.fromordinal(number + cycles * _CYCLE_DAYS)
        return cls(found.year - _CYCLE * cycles, found.month, found.day)

    @classmethod
    def parse(cls, text: str) -> Day:
        """The day that an ISO text names. Raises ValueError if it names none."""
        year, month, day = parts(text)
        found = cls.of(int(year), int(month), int(day))
        if str(found) != text:
            raise ValueError(f"{text!r} is not a day")
        return found

    @property
    def number(self) -> int:
        """The days since 31 December 1 BC, so that 1 January AD 1 has the number 1."""
        cycles = _cycles(self.year)
        same = datetime.date(self.year + _CYCLE * cycles, self.month, self.day)
        return same.toordinal() - cycles * _CYCLE_DAYS

    @property
    def weekday(self) -> int:
        """0 for a Monday … 6 for a Sunday."""
        return (self.number - 1) % 7

    def plus(self, days: int) -> Day:
        """The day so many days later."""
        return Day.numbered(self.number + days)

    def __str__(self) -> str:
        return f"{year_text(self.year)}-{self.month:02d}-{self.day:02d}"


def _cycles(year: int) -> int:
    """How many cycles later a year is one of Python's calendar."""
    return 0 if year > 0 else -year // _CYCLE + 1


def chronological(date: str) -> str:
    """A sort key: by it, dates as text are in the order of time; "" comes first."""
    return f"-{_TURN - int(date[1:5]):04d}{date[5:]}" if date.startswith("-") else date


def year_text(year: int) -> str:
    """A year with four digits: "0079", "-0043"."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def year_of(date: str) -> int:
    """The year of a date."""
    return int(shortened(date, YEAR))


def is_before_our_era(date: str) -> bool:
    """Whether a date lies before the year 1; "" does not."""
    return date.startswith(("-", "0000"))


def shortened(date: str, length: int) -> str:
    """As much of a date as `YEAR`, `MONTH` or `DAY` says."""
    return date[: length + date.startswith("-")]


def length(date: str) -> int:
    """`YEAR`, `MONTH` or `DAY`, as the date is precise; 0 for ""."""
    return len(date) - date.startswith("-")


def parts(date: str) -> tuple[str, str, str]:
    """Year, month and day; "" for what is not known."""
    year, month, day = (*date[1:].split("-"), "", "")[:3]
    return date[:1] + year, month, day


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event, as editors give it.

    date: "2024-03-25", "2024-03", "2024", or two days with a slash
    first, last: its first and last day
    precision: "day", "month", "year" or "interval"
    modality: "approximate", "unsure" or ""
    """

    date: str
    first: str
    last: str
    precision: str
    modality: str


MARKS = {"approximate": "~", "unsure": "?"}  # behind a date, by the modality of the time
_MODALITIES = {mark: modality for modality, mark in MARKS.items()}


def when(text: str) -> When:
    """The time that a text gives in the Extended Date/Time Format (ISO 8601-2).

    "1911~" is about 1911, "1911?" perhaps 1911, "1911-05-03/1911-05-05" from one day to another.
    Raises ValueError for anything else.
    """
    mark = text[-1:] if text[-1:] in _MODALITIES else ""
    begin, slash, end = text.removesuffix(mark).partition("/")
    first, last, precision = extent(begin)
    if slash:
        last, precision = extent(end)[1], "interval"
    if slash and chronological(first) >= chronological(extent(end)[0]):
        raise ValueError(text)
    date = begin if not slash else f"{first}/{last}"
    return When(date, first, last, precision, _MODALITIES.get(mark, ""))


def extent(date: str) -> tuple[str, str, str]:
    """First day, last day and precision of "2024-03-25", "2024-03" or "2024".

    Raises ValueError for a day that no calendar has.
    """
    year, month, day = (int(part or "1") for part in parts(date))
    first = Day.of(year, month, day)
    if length(date) == DAY:
        return date, date, "day"
    if length(date) == YEAR:
        return f"{date}-01-01", f"{date}-12-31", "year"
    # The day before the next month's first; December has 31 days in every year.
    days = 31 if month == 12 else Day.of(year, month + 1, 1).number - first.number
    return f"{date}-01", f"{date}-{days:02d}", "month"
