"""What is counted from a date: "two days ago", "a month earlier", "a week after 9 May"."""

from __future__ import annotations

from generator.analyse.times.amounts import CLOCK_UNITS, count_of, duration_value
from generator.analyse.times.context import Context, within
from generator.analyse.times.interpreters.common import (
    mentioned,
    on_calendar,
    published,
    steps,
)
from generator.analyse.times.interpreters.days import find_day
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period
from generator.model import reason

_FEW_DAYS = 6  # at most
FARTHEST = 5000  # so many units away nothing is dated


def ago(match: Match, context: Context) -> Outcome:
    """ "two days ago" counts from publication, "two days later" from the last date named."""
    count, unit = count_of(match), match.name("UNIT")
    sign = match.number("AGO") or match.number("LATER") or (-1 if match.has("BEFORE") else 1)
    from_mention = match.has("LATER", "BEFORE", "AFTER") and not match.has("AGO")
    if match.has("PLURAL") and not match.has("NUMBER"):
        count = "X"
    if isinstance(count, int) and unit == "fortnight":
        count, unit = 2 * count, "week"
    if isinstance(count, int) and unit in UNKNOWN and count < FARTHEST and not match.has("VAGUE"):
        beside = _apposition(match, context, unit)
        return beside or shifted(context, sign * count, unit, from_mention=from_mention)
    if unit == "day" and not from_mention and sign < 0 and match.has("FEW", "COUPLE"):
        return _few_days_ago(context)
    if unit and (from_mention or (unit in CLOCK_UNITS and count != "X")):
        return Interpretation("DURATION", duration_value(count, unit), reason("too-vague"))
    return vague_ago(match, context)


def _few_days_ago(context: Context) -> Interpretation:
    """ "a few days ago": within the last week."""
    today, why = context.anchor("day"), reason("days-before", **published(context))
    if today is None or not today.shift(-_FEW_DAYS).fits():
        return Interpretation("DATE", "PAST_REF", reason("no-calendar-date"))
    first, last = today.shift(-_FEW_DAYS), today.shift(-2)
    return Interpretation("DATE", "PAST_REF", why, first, until=last, mark="aside")


def vague_ago(match: Match, context: Context) -> Outcome:
    """ "several years ago", "a week or so later"."""
    value = "FUTURE_REF" if match.has("TOCOME") else "PAST_REF"
    return Interpretation("DATE", value, reason("no-calendar-date"))


def shifted(context: Context, count: int, unit: str, *, from_mention: bool) -> Interpretation:
    """So many units from the last date named, or from publication."""
    quarter = context.quarter
    if unit == "year" and quarter is not None and not context.yearly:
        why = steps(count, unit, {"date": quarter.value})
        return on_calendar(quarter.shift(4 * count), "quarter", why, "aside")
    anchor = context.mentioned(unit) if from_mention else context.anchor(unit)
    if from_mention and count > 0 and context.mention is None:
        anchor = None  # later than something that was not dated
    base = mentioned(context) if from_mention else published(context)
    # A comparison with the past ("a year earlier") is not a new point to count from.
    mark = "aside" if from_mention and count < 0 else ""
    found = anchor.shift(count) if anchor else None
    if anchor and found and found.fits() and found.first.year <= 0 < anchor.first.year:
        found = None  # who says "2,500 years ago" does not mean a year
    return on_calendar(found, unit, steps(count, unit, base), mark)


def _apposition(match: Match, context: Context, unit: str) -> Interpretation | None:
    """ "on 27 March, five days later," says again which day that is: the date beside it."""
    date = context.mention
    # Between them is a comma, and possibly one word such as "nearly".
    at = context.mention_end
    if date is None or not 1 <= match.begin - at <= 2 or "COMMA" not in match.tokens.values[at]:
        return None
    after = set(match.tokens.values[match.end]) if match.end < len(match.tokens.values) else {"DOT"}
    found = within(date, unit) if match.has("LATER") else None
    if found is None or not after & {"COMMA", "DOT", "COLON", "SEMICOLON"}:
        return None
    return on_calendar(found, unit, reason("date-beside", date=date.value))


def around_day(match: Match, context: Context) -> Outcome:
    """ "two days before March 5", "a week after 9 May 1950"."""
    unit_at = match.indexes("UNIT")[0]
    unit, count = match.name("UNIT"), count_of(match.part(match.begin, unit_at))
    found = find_day(match.part(unit_at + 1, match.end), context)
    if found is None or found.day is None or not isinstance(count, int) or count >= FARTHEST:
        return None
    signed = -count if match.has("BEFORE") else count
    result = _moved(found.day, signed, unit)
    why = steps(signed, unit, {"date": found.day.value})
    return on_calendar(result, unit, why) if result else None


def _moved(day: Period, count: int, unit: str) -> Period | None:
    """A day so many days or weeks away, or the month or year so many away from its own."""
    if unit in ("day", "week"):
        return day.shift(count * (7 if unit == "week" else 1))
    return day.inside(unit).shift(count) if unit in UNKNOWN else None
