"""Clock times and parts of the day."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import published
from generator.analyse.times.interpreters.days import find_day, part_code
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import UNKNOWN, Period
from generator.model import Reason, reason

NAMES_DAY = ("MONTH", "DEICTIC", "WEEKDAY", "ISO", "NUMERIC")
# What makes figures such as 21:14, which may be a score, a time; failing that, a preposition.
SIGNS = (*NAMES_DAY, "MERIDIEM", "ZONE", "PART", "POINT", "AM", "PM", "OCLOCK")


def time_of(hit: Hit) -> str:
    """The TIMEX3 time of day, "T09:30" or "T12:00"; empty when there is none."""
    text, hour = hit.name("CLOCK").replace(".", ":"), hit.number("HOUR")
    figures = hit.tokens.word(hit.begin)
    if not text and len(figures) == 4 and figures.isdecimal() and hit.has("ZONE"):
        text = f"{figures[:2]}:{figures[2:]}"  # as in "1900 GMT"
    if not text and hour is None:
        point = hit.name("POINT")
        return f"T{point}" if point else ""
    hours, _, minutes = (text or f"{hour}:00").partition(":")
    number = int(hours)
    half = hit.name("MERIDIEM") or ("p" if hit.has("PM") else "a" if hit.has("AM") else "")
    if half == "p" or (not half and hit.name("PART") in ("AF", "EV", "NI")):
        number += 12 if number < 12 else 0
    elif half == "a" and number == 12:
        number = 0
    return f"T{number:02d}:{minutes}" if number <= 24 else ""


def clock(hit: Hit, context: Context) -> Found:
    """A time of day, on the day named with it, or else on the last one named, or on publication."""
    time = time_of(hit)
    if not time or not (hit.has(*SIGNS) or hit.preceded_by(context.language.clock_prepositions)):
        return None
    if _says_again(hit) or _in_a_name(hit, context):
        return ()
    if hit.has(*NAMES_DAY):
        found = find_day(hit, context)
        return Meaning("TIME", found.value + time, found.reason, found.day) if found else None
    return _on_day(context.last_day or context.anchor("day"), time, reason("last-day-mentioned"))


def _says_again(hit: Hit) -> bool:
    """Whether a time is that of another zone for the one before: "9 a.m. (0800 GMT)"."""
    values, at = hit.tokens.values, hit.begin
    if at < 2 or "OPEN" not in values[at - 1] or not hit.has("ZONE"):
        return False
    return any(name in values[at - 2] for name in ("CLOCK", "MERIDIEM", "ZONE", "AM", "PM"))


def _in_a_name(hit: Hit, context: Context) -> bool:
    """Whether "Noon" or "Midnight" stands in a title, after another word with a capital."""
    if hit.end - hit.begin > 1 or not hit.has("POINT") or not hit.text[0].isupper():
        return False
    before = hit.tokens.word(hit.begin - 1) if hit.begin else ""
    return before[:1].isupper() and before.lower() not in context.language.clock_prepositions


def _on_day(day: Period | None, time: str, why: Reason) -> Meaning:
    if day is None or not day.fits():
        return Meaning("TIME", UNKNOWN["day"] + time, reason("unknown-day"))
    return Meaning("TIME", day.value + time, why, day)


def part(hit: Hit, context: Context) -> Found:
    """ "this morning", "last night", "the next morning", "the night of March 5"."""
    code = part_code(hit)
    if hit.has(*NAMES_DAY):
        found = find_day(hit, context)
        return Meaning("TIME", f"{found.value}T{code}", found.reason, found.day) if found else None
    shift, step = hit.number("SHIFT"), 1 if hit.has("NEXT") else hit.number("STEP")
    if step is None and shift is not None:
        today = context.anchor("day")
        why = reason("part-of-day", **published(context))
        return _on_day(today.shift(shift) if today else None, f"T{code}", why)
    base = context.last_day or context.anchor("day")
    why = reason("part-of-last-day-mentioned")
    return _on_day(base.shift(step or 0) if base else None, f"T{code}", why)


def overnight(hit: Hit, context: Context) -> Found:
    """ "overnight": the night before or after, as the day of publication has it."""
    return _on_day(context.anchor("day"), "TNI", reason("night-of", **published(context)))


def small_hours(hit: Hit, context: Context) -> Found:
    """ "the early hours of Monday": the morning, at its beginning."""
    if hit.has(*NAMES_DAY):
        found = find_day(hit, context)
        if found is None:
            return None
        return Meaning("TIME", f"{found.value}TMO", found.reason, found.day, "start")
    day = context.last_day or context.anchor("day")
    return replace(_on_day(day, "TMO", reason("last-day-mentioned")), modality="start")
