"""Lengths of time. They are not on the calendar."""

from __future__ import annotations

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.model import reason

LENGTH = reason("length")
UNSTATED = reason("length-not-stated")
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
