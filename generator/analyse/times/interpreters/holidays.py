"""Holidays: those with a fixed day and those that are computed.

A rule's argument says which day it is:

    12-25       month and day
    easter-2    days from Easter Sunday
    pascha-2    days from that of the Orthodox churches
    11/0/1+1    month, weekday (0 is Monday), which of them (-1 is the last), and days after it
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.analyse.times import periods
from generator.analyse.times.context import Context, dated
from generator.analyse.times.interpreters.common import (
    counted_year,
    full_year,
    nearest,
    on_calendar,
)
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period
from generator.model import reason
from generator.model.dates import Day

_NTH_WEEKDAY = re.compile(r"(\d+)/(\d)/(-?\d)(?:\+(\d))?")
SEASON_DAYS = 120  # so long after 11 September "since September 11" may be this year's
YEARS = range(2, 9998)


def holiday(name: str) -> Callable[[Match, Context], Outcome]:
    """The interpreter of a holiday, given as this module explains."""

    def found(match: Match, context: Context) -> Outcome:
        return _nearest(name, match, context)

    return found


def fixed(day: str) -> Callable[[Match, Context], Outcome]:
    """The interpreter of a day of the month that is the name of one event, on YYYY-MM-DD."""
    number = int(day[8:])

    def found(match: Match, context: Context) -> Outcome:
        if match.number("INT") != number:
            return None
        return on_calendar(periods.of_iso(day), "day", reason("known-by-name"))

    return found


def epochal(day: str) -> Callable[[Match, Context], Outcome]:
    """The interpreter of a day after which all was different: "since September 11".

    Not soon after such a day of another year, of which a report may speak, nor of what is to come.
    """

    def found(match: Match, context: Context) -> Outcome:
        this, event = context.document, periods.of_iso(day)
        if event is None or _number(match) != event.first.day:
            return None
        if this is not None and (this.last < event.first or _is_season_of(event, this)):
            return None
        if match.preceded("AFTER") and context.clauses.tense(match.begin, match.end) >= 0:
            return None
        return on_calendar(event, "day", reason("known-by-name"))

    return found


def _number(match: Match) -> int | None:
    return match.number("INT") if match.has("INT") else match.number("ORDINAL")


def _is_season_of(event: Period, this: Period) -> bool:
    """Whether a time is so soon after a day of the year that the day of that year may be meant."""
    day = dated(this.last.year, event.first.month, event.first.day)
    return day is not None and 0 <= this.last.number - day.first.number <= SEASON_DAYS


def slashed(day: str) -> Callable[[Match, Context], Outcome]:
    """The interpreter of a month and day in figures that are the name of an event ("9/11")."""
    figures = f"{int(day[5:7])}/{int(day[8:])}"

    def found(match: Match, context: Context) -> Outcome:
        this, period = context.document, periods.of_iso(day)
        if match.text != figures or match.preceded("SLASH"):
            return None
        after = match.tokens.word(match.end) if match.end < len(match.tokens.starts) else ""
        if re.fullmatch(context.clauses.language.plural, after) and not match.follows("ATTACK"):
            return None  # "9/11 voters" are a share of them
        if period is None or (this is not None and this.last < period.first):
            return None
        return on_calendar(period, "day", reason("known-by-name"))

    return found


def _nearest(name: str, match: Match, context: Context) -> Outcome:
    """The holiday of the year that is written, or the one nearest to publication."""
    year, this = full_year(match), context.anchor("year")
    why = reason("holiday-of-written-year")
    counted = counted_year(match, context) if year is None else None
    if counted:
        year, why = counted
        this = this if year is not None else None  # nothing to be near to
    unit = "week" if match.has("WEEKWORD") else "weekend" if match.has("WEEKEND") else "day"
    if year is not None and year in YEARS:
        found = _beside(_period(name, year), unit)
        return on_calendar(found, unit, why)
    unknown = reason("in-unknown-year", unit="holiday")
    if this is None and unit != "day":
        return Interpretation("DATE", UNKNOWN[unit], unknown)
    if this is None:
        value = f"XXXX-{name}" if _is_fixed(name) else UNKNOWN["day"]
        return Interpretation("DATE", value, unknown)
    around = (-1, 0, 1) if context.anchor("day") else (0,)
    options = [_period(name, y) for n in around if (y := this.first.year + n) in YEARS]
    tense = context.clauses.tense(match.begin, match.end)
    best = min(options, key=lambda day: context.distance(day, tense), default=None)
    chosen = _beside(best, unit) if best else None
    return on_calendar(chosen, unit, nearest("nearest-holiday", chosen, context))


def _beside(day: Period, unit: str) -> Period:
    """The week of a holiday, or the weekend that touches it or is nearest."""
    found = day.inside(unit)
    return found.shift(-1) if unit == "weekend" and day.first.weekday < 2 else found


def _period(name: str, year: int) -> Period:
    return periods.of_day(holiday_date(name, year), "day")


def _is_fixed(name: str) -> bool:
    return name[2:3] == "-"


def holiday_date(name: str, year: int) -> Day:
    """The day of a holiday in a year. Raises ValueError for what is not the name of one."""
    if _is_fixed(name):
        return Day.of(year, int(name[:2]), int(name[3:]))
    if name.startswith("pascha"):
        return periods.orthodox_easter(year).plus(int(name[6:] or 0))
    if name.startswith("easter"):
        return periods.easter(year).plus(int(name[6:] or 0))
    match = _NTH_WEEKDAY.fullmatch(name)
    if match is None:
        raise ValueError(f"not a holiday: {name!r}")
    month, weekday, nth, after = map(int, match.groups("0"))
    return periods.nth_weekday(year, month, weekday, nth).plus(after)
