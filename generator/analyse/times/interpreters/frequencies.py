"""How often: sets of times. They are not on the calendar."""

from __future__ import annotations

from generator.analyse.times.amounts import count_of, duration_value
from generator.analyse.times.context import Context
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import SEASONS, UNKNOWN
from generator.model import reason

HOW_OFTEN = reason("how-often")


def every(match: Match, context: Context) -> Outcome:
    """ "every Friday", "each year", "every two weeks", "every March"."""
    return Interpretation("SET", _value(match), HOW_OFTEN)


def _value(match: Match) -> str:
    """What recurs: a weekday, month, season, part of the day, or a length between two times."""
    part, unit = match.name("PART"), match.name("UNIT")
    if match.has("WEEKDAY"):
        tail = f"T{part}" if part else ""
        return f"XXXX-WXX-{(match.number('WEEKDAY') or 0) + 1}{tail}"
    if match.has("MONTH"):
        return f"XXXX-{match.number('MONTH'):02d}"
    if match.has("SEASON"):
        return f"XXXX-{SEASONS[match.number('SEASON') or 0]}"
    if part:
        return f"{UNKNOWN['day']}T{part}"
    if unit == "weekend":
        return UNKNOWN[unit]
    count = 2 if match.has("OTHER") else match.number("ORDINAL") or count_of(match)
    return duration_value(count, unit)


def monthly(match: Match, context: Context) -> Outcome:
    """ "the last Friday of each month"."""
    return Interpretation("SET", "P1M", HOW_OFTEN)


def rate(match: Match, context: Context) -> Outcome:
    """ "twice a week"."""
    return Interpretation("SET", duration_value(1, match.name("SINGLE")), HOW_OFTEN)


def per(match: Match, context: Context) -> Outcome:
    """ "a month" after an amount."""
    return Interpretation("SET", duration_value(1, match.name("UNIT")), HOW_OFTEN)


def adverb(match: Match, context: Context) -> Outcome:
    """ "daily", "annually", but not a newspaper ("the Daily News", "the Oslo daily Dagbladet")."""
    after = match.tokens.word(match.end) if match.end < len(match.tokens.starts) else ""
    before = match.tokens.word(match.begin - 1) if match.begin else ""
    if before[:1].isupper() and after[:1].isupper():
        return ()
    if match.text[:1].isupper() and (after[:1].isupper() or not match.opens_sentence()):
        return ()
    return Interpretation("SET", match.name("ADVERB"), HOW_OFTEN)


def weekdays(match: Match, context: Context) -> Outcome:
    """ "on Mondays"."""
    return Interpretation(
        "SET", f"XXXX-WXX-{(match.number('WEEKDAYS') or 0) + 1}", reason("every-weekday")
    )


def each_of(match: Match, context: Context) -> Outcome:
    """ "each of the past four months"."""
    return Interpretation("SET", duration_value(1, match.name("PLURAL")), HOW_OFTEN)


def around_the_clock(match: Match, context: Context) -> Outcome:
    """ "24 hours a day", "seven days a week" mean at all times, so they are not sets."""
    always = (24, ["hour", "day"]), (7, ["day", "week"])
    return () if (match.number("NUMBER"), match.every("UNIT")) in always else None
