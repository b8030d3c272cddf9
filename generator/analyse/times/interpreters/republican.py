"""Dates of the French Republican calendar, by which France counted from 1793 to 1805.

"9 thermidor an II" is the 27th of July 1794. A year has twelve months of 30 days, then five or six
further days; it begins with the autumnal equinox in Paris.
"""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import FULL, day_number, on_calendar
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import of_day
from generator.model import reason
from generator.model.dates import Day

_BEFORE_FIRST = 1791  # the year 1 begins in September of the year after this one
# The days of September on which the years 1 to 14 begin (Concordance des calendriers, an XIII).
_BEGINNINGS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
_MONTH = 30  # days


def republican(match: Match, context: Context) -> Outcome:
    """A day, a month or a year ("an II") of the calendar."""
    number = _number(match, match.end - 1)
    if not 1 <= number <= len(_BEGINNINGS):
        return None
    begin, month = _beginning(number), match.number("REPUBLICAN")
    if month is None:
        return _from_to(begin, _beginning(number + 1).plus(-1))
    first = begin.plus(_MONTH * (month - 1))
    days = _beginning(number + 1).number - first.number  # to the end of the year
    at = match.begin
    while at < match.end - 1 and not match.tokens.values[at].keys() & {"DAY", "ORDINAL"}:
        at += 1
    if at < match.indexes("REPUBLICAN")[0]:
        day = day_number(match, at)
        if not 1 <= day <= min(days, _MONTH):
            return None
        return on_calendar(of_day(first.plus(day - 1), "day"), "day", FULL, "spelled")
    return _from_to(first, first.plus(min(days, _MONTH) - 1))


def _number(match: Match, index: int) -> int:
    """The number that a token means, in Roman figures or in ours; 0 for none."""
    values = match.tokens.values[index]
    number = values.get("ROMAN", values.get("INT"))
    return number if isinstance(number, int) else 0


def _beginning(year: int) -> Day:
    """The first day of a year; that of the year after the last is a day too late, or not."""
    day = _BEGINNINGS[min(year, len(_BEGINNINGS)) - 1]
    return Day.of(_BEFORE_FIRST + year, 9, day)


def _from_to(first: Day, last: Day) -> Interpretation:
    """From one day to another."""
    one, two = of_day(first, "day"), of_day(last, "day")
    why = reason("from-to", first=one.value, last=two.value)
    return Interpretation("DATE", one.value, why, one, until=two, mark="aside")
