"""How often: sets of times. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times import periods
from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.hits import Found, Hit, Meaning
from generator.analyse.times.periods import UNKNOWN


def every(hit: Hit, context: Context) -> Found:
    """ "every Friday", "each year", "every two weeks", "every March"."""
    kind = "how often"
    if hit.has("WEEKDAY"):
        tail = f"T{hit.name('PART')}" if hit.has("PART") else ""
        return Meaning("SET", f"XXXX-WXX-{(hit.number('WEEKDAY') or 0) + 1}{tail}", kind)
    if hit.has("MONTH"):
        return Meaning("SET", f"XXXX-{hit.number('MONTH'):02d}", kind)
    if hit.has("SEASON"):
        return Meaning("SET", f"XXXX-{periods.SEASONS[hit.number('SEASON') or 0]}", kind)
    if hit.has("PART") and not hit.has("SINGLE"):
        return Meaning("SET", f"XXXX-XX-XXT{hit.name('PART')}", kind)
    name = hit.name("UNIT")
    if name == "weekend" or name == "night":
        return Meaning("SET", UNKNOWN["weekend"] if name == "weekend" else "XXXX-XX-XXTNI", kind)
    count = 2 if hit.has("=other") else count_of(hit)
    ordinal = hit.number("ORDINAL")
    return Meaning("SET", duration_value(ordinal or count, name), kind)


def rate(hit: Hit, context: Context) -> Found:
    """ "twice a week"."""
    return Meaning("SET", duration_value(1, hit.name("SINGLE")), "how often")


def per(hit: Hit, context: Context) -> Found:
    """ "a month" after an amount."""
    return Meaning("SET", duration_value(1, hit.name("UNIT")), "how often")


def adverb(hit: Hit, context: Context) -> Found:
    """ "daily", "annually", but not a newspaper's name ("the Daily News")."""
    if hit.text[:1].isupper() and not hit.opens_sentence():
        return ()
    return Meaning("SET", hit.name("ADVERB"), "how often")


def weekdays(hit: Hit, context: Context) -> Found:
    """ "on Mondays"."""
    return Meaning("SET", f"XXXX-WXX-{(hit.number('WEEKDAYS') or 0) + 1}", "every such weekday")
