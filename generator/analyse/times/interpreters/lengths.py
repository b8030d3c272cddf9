"""Lengths of time. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.matches import Found, Hit, Meaning
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


def duration(hit: Hit, context: Context) -> Found:
    """ "two hours", "several months", "a three-year period", "half an hour"."""
    unit, count = hit.name("UNIT"), count_of(hit)
    if unit == "second" and not hit.has("PLURAL"):
        return None  # "a second" is more often another
    if unit == "quarter" and _is_fraction(hit):
        return None
    if hit.has("HALFOF"):
        return Meaning("DURATION", HALVES.get(unit) or duration_value(0.5, unit), LENGTH)
    if unit == "month" and hit.has("THE") and count in (6, 9):
        context.yearly = True  # the figures of a report turn to half a year or more
    if hit.has("COUPLE"):
        count = 2
    elif hit.has("FEW") or (hit.has("LASTING") and hit.has("PLURAL")):
        count = "X"
    return Meaning("DURATION", duration_value(count, unit), LENGTH)


def _is_fraction(hit: Hit) -> bool:
    """Whether quarters are parts of something: "three quarters of", "three-quarters"."""
    exact = not hit.has("VAGUE")
    return not hit.has("PLURAL") or hit.has("DASH") or (exact and hit.follows("OF"))


def compound(hit: Hit, context: Context) -> Found:
    """ "19 years 11 months", "two hours and ten minutes"."""
    one, two = hit.name("UNIT"), hit.name("UNIT", 1)
    counts = [count for count in hit.every("NUMBER") if isinstance(count, int)]
    if NEXT_UNIT.get(one) != two or len(counts) != 2:
        return None
    first, second = duration_value(counts[0], one), duration_value(counts[1], two)[1:]
    joined = first + (second.removeprefix("T") if "T" in first else second)
    return Meaning("DURATION", joined, LENGTH)


def and_half(hit: Hit, context: Context) -> Found:
    """ "2 1/2 years", "a minute and a half"."""
    unit, count = hit.name("UNIT"), count_of(hit)
    if not isinstance(count, int):
        return None
    if unit not in HALVES:
        return Meaning("DURATION", duration_value(count + 0.5, unit), LENGTH)
    whole, rest = duration_value(count, unit), HALVES[unit][1:]
    return Meaning("DURATION", whole + (rest.removeprefix("T") if "T" in whole else rest), LENGTH)


def vague_duration(hit: Hit, context: Context) -> Found:
    """ "recent years", "the coming weeks"."""
    name = hit.name("UNIT")
    return Meaning("DURATION", duration_value("X", name), UNSTATED)


def some_time(hit: Hit, context: Context) -> Found:
    """ "a while", "some time"."""
    return Meaning("DURATION", "PXX", UNSTATED)


def duration_range(hit: Hit, context: Context) -> Found:
    """ "two to three weeks", "a week or two": the lesser amount."""
    unit_at = hit.where("UNIT")[0]
    count = count_of(hit.part(hit.begin, unit_at))
    return Meaning("DURATION", duration_value(count, hit.name("UNIT")), reason("length-at-least"))
