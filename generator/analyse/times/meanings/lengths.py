"""Lengths of time. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.hits import Found, Hit, Meaning


def duration(hit: Hit, context: Context) -> Found:
    """ "two hours", "several months", "a three-year period", "half an hour"."""
    name = hit.name("UNIT")
    count: float | str = count_of(hit)
    if name == "second" and (count == 1 or not hit.has("PLURAL")):
        return None
    if name == "quarter" and (not hit.has("PLURAL") or hit.has("DASH") or hit.follows("of")):
        return None
    if hit.has("=half"):
        halves = {"hour": ("PT30M"), "year": "P6M", "day": "PT12H"}
        value = halves.get(name) or duration_value(0.5, name)
        return Meaning("DURATION", value, "length of time")
    if name == "month" and hit.has("=the") and count in (6, 9):
        context.yearly = True
    if hit.has("=couple"):
        count = 2
    if hit.has("=few"):
        count = "X"
    return Meaning("DURATION", duration_value(count, name), "length of time")


def compound(hit: Hit, context: Context) -> Found:
    """ "19 years 11 months", "two hours and ten minutes"."""
    one, two = hit.name("UNIT"), hit.name("UNIT", 1)
    counts = hit.every("NUMBER")
    steps = {
        "year": "month",
        "month": "day",
        "week": "day",
        "day": "hour",
        "hour": "minute",
        "minute": "second",
    }
    if steps.get(one) != two or not all(isinstance(count, int) for count in counts):
        return None
    first, second = (
        duration_value(str(n), unit)[1:] for n, unit in zip(counts, (one, two), strict=True)
    )
    joined = (
        "P" + first + (second[1:] if first.startswith("T") and second.startswith("T") else second)
    )
    return Meaning("DURATION", joined, "length of time")


def and_half(hit: Hit, context: Context) -> Found:
    """ "2 1/2 years", "a minute and a half"."""
    name, count = hit.name("UNIT"), count_of(hit)
    if not isinstance(count, int):
        return None
    halves = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S"}
    if name in halves:
        return Meaning("DURATION", duration_value(count, name) + halves[name], "length of time")
    return Meaning("DURATION", duration_value(count + 0.5, name), "length of time")


def vague_duration(hit: Hit, context: Context) -> Found:
    """ "recent years", "the coming weeks"."""
    name = hit.name("UNIT")
    return Meaning("DURATION", duration_value("X", name), "a length of time that is not said")


def while_(hit: Hit, context: Context) -> Found:
    """ "a while", "some time"."""
    return Meaning("DURATION", "PXX", "a length of time that is not said")


def duration_range(hit: Hit, context: Context) -> Found:
    """ "two to three weeks": the lesser amount."""
    count = count_of(hit)
    return Meaning("DURATION", duration_value(count, hit.name("UNIT")), "length of time, at least")
