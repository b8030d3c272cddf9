"""Lengths of time. They are not on the calendar."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import published
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period, day_of, of_day
from generator.model import reason

LENGTH = reason("length")
UNSTATED = reason("length-not-stated")
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_LONGEST = 3650  # days; a longer stretch is not a date
HALVES = {"year": "P6M", "day": "PT12H", "hour": "PT30M", "minute": "PT30S"}
# The unit that may follow another in one length: years and months, hours and minutes.
NEXT_UNIT = {
    "year": "month",
    "month": "day",
    "week": "day",
    "day": "hour",
    "hour": "minute",
    "minute": "second",
}


def duration(match: Match, context: Context) -> Outcome:
    """ "two hours", "several months", "a three-year period", "half an hour"."""
    unit, count = match.name("UNIT"), count_of(match)
    if unit == "second" and not match.has("PLURAL"):
        return None  # "a second" is more often another
    if unit == "quarter" and _is_fraction(match):
        return None
    if match.has("HALFOF"):
        return Interpretation("DURATION", HALVES.get(unit) or duration_value(0.5, unit), LENGTH)
    if unit == "month" and match.has("THE") and count in (6, 9):
        context.yearly = True  # the figures of a report turn to half a year or more
    if match.has("COUPLE"):
        count = 2
    elif match.has("FEW") or (match.has("LASTING") and match.has("PLURAL")):
        count = "X"
    return Interpretation("DURATION", duration_value(count, unit), LENGTH)


def stretch(match: Match, context: Context) -> Outcome:
    """ "the past two months", "the next five days", "the past year": up to publication, or from it.

    Its length is all that is known where it is vague or long, or belongs to something else ("the
    last two years of the war").
    """
    found = duration(match, context)
    unit, count, shift = match.name("UNIT"), count_of(match), match.number("SHIFT")
    today = context.anchor("day")
    per_unit = _DAYS.get(unit)
    if shift == 0:
        return None  # "they were at this five weeks"
    if not isinstance(found, Interpretation) or today is None or per_unit is None or not shift:
        return found
    if (
        match.has("FEW", "COUPLE")
        or (match.has("LAST") and match.follows("OF"))
        or not isinstance(count, int)
    ):
        return found
    told = shift > 0 and context.clauses.is_told_beside(match.begin, match.end)
    if told or not 0 < count * per_unit <= _LONGEST:
        return found  # "it spent the next two months dying"
    other = _moved(today, count * shift, unit)
    if other is None:
        return found
    ahead = (today, other.shift(-1)) if unit in ("day", "week") else (today.shift(1), other)
    ends = (other.shift(1), today) if shift < 0 else ahead
    why = reason("up-to" if shift < 0 else "starting-from", **published(context))
    if match.has("SINGLE") and not match.has("NUMBER"):
        last = (
            context.anchor(unit) if unit in UNKNOWN else None
        )  # for TIMEX3 "the past year" is the last one
        if last is not None:
            found = replace(found, type="DATE", value=last.shift(shift).value)
    return replace(found, reason=why, period=ends[0], until=ends[1], mark="aside")


def _moved(today: Period, count: int, unit: str) -> Period | None:
    """The day so many days, weeks, months or years away, or the last one of that month."""
    if unit in ("day", "week", "fortnight"):
        moved = today.shift(count * _DAYS[unit])
        return moved if moved.fits() else None
    months = count * (12 if unit == "year" else 1)
    month = of_day(today.first, "month").shift(months)
    if not month.fits():
        return None
    last = of_day(month.last, "day")
    return day_of(month.first.year, month.first.month, today.first.day) or last


def in_a_row(match: Match, context: Context) -> Outcome:
    """ "a second consecutive day": two days long."""
    count = match.number("ORDINAL") or 0
    return Interpretation("DURATION", duration_value(count, match.name("SINGLE", -1)), LENGTH)


def _is_fraction(match: Match) -> bool:
    """Whether quarters are parts of something: "three quarters of", "three-quarters"."""
    exact = not match.has("VAGUE")
    return not match.has("PLURAL") or match.has("DASH") or (exact and match.follows("OF"))


def compound(match: Match, context: Context) -> Outcome:
    """ "19 years 11 months", "two hours and ten minutes"."""
    one, two = match.name("UNIT"), match.name("UNIT", 1)
    counts = [count for count in match.every("NUMBER") if isinstance(count, int)]
    if NEXT_UNIT.get(one) != two or len(counts) != 2:
        return None
    first, second = duration_value(counts[0], one), duration_value(counts[1], two)[1:]
    joined = first + (second.removeprefix("T") if "T" in first else second)
    return Interpretation("DURATION", joined, LENGTH)


def and_half(match: Match, context: Context) -> Outcome:
    """ "2 1/2 years", "a minute and a half"."""
    unit, count = match.name("UNIT"), count_of(match)
    if not isinstance(count, int):
        return None
    if unit not in HALVES:
        return Interpretation("DURATION", duration_value(count + 0.5, unit), LENGTH)
    whole, rest = duration_value(count, unit), HALVES[unit][1:]
    return Interpretation(
        "DURATION", whole + (rest.removeprefix("T") if "T" in whole else rest), LENGTH
    )


def vague_duration(match: Match, context: Context) -> Outcome:
    """ "recent years", "the coming weeks"."""
    name = match.name("UNIT")
    return Interpretation("DURATION", duration_value("X", name), UNSTATED)


def some_time(match: Match, context: Context) -> Outcome:
    """ "a while", "some time"."""
    return Interpretation("DURATION", "PXX", UNSTATED)


def duration_range(match: Match, context: Context) -> Outcome:
    """ "two to three weeks", "a week or two": the lesser amount."""
    unit_at = match.indexes("UNIT")[0]
    count = count_of(match.part(match.begin, unit_at))
    return Interpretation(
        "DURATION", duration_value(count, match.name("UNIT")), reason("length-at-least")
    )
