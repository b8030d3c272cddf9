"""How often: sets of times. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import SEASONS, UNKNOWN
from generator.model import reason

HOW_OFTEN = reason("how-often")


def every(hit: Hit, context: Context) -> Found:
    """ "every Friday", "each year", "every two weeks", "every March"."""
    return Meaning("SET", _value(hit), HOW_OFTEN)


def _value(hit: Hit) -> str:
    """What recurs: a weekday, month, season, part of the day, or a length between two times."""
    part, unit = hit.name("PART"), hit.name("UNIT")
    if hit.has("WEEKDAY"):
        tail = f"T{part}" if part else ""
        return f"XXXX-WXX-{(hit.number('WEEKDAY') or 0) + 1}{tail}"
    if hit.has("MONTH"):
        return f"XXXX-{hit.number('MONTH'):02d}"
    if hit.has("SEASON"):
        return f"XXXX-{SEASONS[hit.number('SEASON') or 0]}"
    if part:
        return f"{UNKNOWN['day']}T{part}"
    if unit == "weekend":
        return UNKNOWN[unit]
    count = 2 if hit.has("OTHER") else hit.number("ORDINAL") or count_of(hit)
    return duration_value(count, unit)


def monthly(hit: Hit, context: Context) -> Found:
    """ "the last Friday of each month"."""
    return Meaning("SET", "P1M", HOW_OFTEN)


def rate(hit: Hit, context: Context) -> Found:
    """ "twice a week"."""
    return Meaning("SET", duration_value(1, hit.name("SINGLE")), HOW_OFTEN)


def per(hit: Hit, context: Context) -> Found:
    """ "a month" after an amount."""
    return Meaning("SET", duration_value(1, hit.name("UNIT")), HOW_OFTEN)


def adverb(hit: Hit, context: Context) -> Found:
    """ "daily", "annually", but not a newspaper ("the Daily News", "the Oslo daily Dagbladet")."""
    after = hit.tokens.word(hit.end) if hit.end < len(hit.tokens.starts) else ""
    before = hit.tokens.word(hit.begin - 1) if hit.begin else ""
    if before[:1].isupper() and after[:1].isupper():
        return ()
    if hit.text[:1].isupper() and (after[:1].isupper() or not hit.opens_sentence()):
        return ()
    return Meaning("SET", hit.name("ADVERB"), HOW_OFTEN)


def weekdays(hit: Hit, context: Context) -> Found:
    """ "on Mondays"."""
    return Meaning("SET", f"XXXX-WXX-{(hit.number('WEEKDAYS') or 0) + 1}", reason("every-weekday"))


def each_of(hit: Hit, context: Context) -> Found:
    """ "each of the past four months"."""
    return Meaning("SET", duration_value(1, hit.name("PLURAL")), HOW_OFTEN)


def around_the_clock(hit: Hit, context: Context) -> Found:
    """ "24 hours a day", "seven days a week" mean at all times, and are none."""
    always = (24, ["hour", "day"]), (7, ["day", "week"])
    return () if (hit.number("NUMBER"), hit.every("UNIT")) in always else None
