"""Units counted from publication ("last week") or from the last date named ("that day")."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import mentioned, on_calendar, published
from generator.analyse.times.interpreters.days import find_day
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN
from generator.model import reason

_SATURDAY = 5


def unit(match: Match, context: Context) -> Outcome:
    """ "last week", "this year", "the following month", "that day", "the year"."""
    name, shift, step = match.name("SINGLE"), match.number("SHIFT", -1), match.number("STEP")
    if name == "day" and step is None and match.has("NEXT"):
        step = 1
    # "The last day" is the end of something; "the past decade" is a length of time.
    lengthy = name in ("day", "decade", "century") and step is None and shift
    if name not in UNKNOWN or lengthy or _is_of_something(match) or _is_any(match):
        return None
    context.yearly = context.yearly or name == "year"
    if step is not None:
        return stepped(context, name, step)
    if name == "week" and shift == 0:
        return _this_week(match, context)
    anchor = context.anchor(name)
    start = published(context)
    why = reason("counted-from", **start) if shift else reason("unit-of", unit=name, **start)
    return on_calendar(anchor.shift(shift or 0) if anchor else None, name, why)


def _this_week(match: Match, context: Context) -> Interpretation:
    """What was this week was until publication; what will be, said at its end, is in the next."""
    week, today = context.anchor("week"), context.anchor("day")
    why = reason("unit-of", unit="week", **published(context))
    if week is None or today is None:
        return on_calendar(week, "week", why)
    tense = context.clauses.tense(match.begin, match.end)
    if tense > 0 and today.first.weekday >= _SATURDAY:
        why = reason("counted-from", **published(context))
        return on_calendar(week.shift(1), "week", why)
    until = today if tense < 0 and week.first < today.first else None
    return Interpretation("DATE", week.value, why, week, until=until)


def _is_any(match: Match) -> bool:
    """Whether it is not a certain one: "the time of the year", "driver of the year"."""
    plain = match.has("THE") and match.has("YEARWORD") and not match.has("SHIFT", "STEP")
    part = match.part(match.begin - 2, match.begin - 1) if match.begin > 1 else match
    return plain and match.preceded("OF") and not part.has("SHARE", "UNIT", "PART", "SEASON")


def _is_of_something(match: Match) -> bool:
    """ "the last week of his life" is not last week; who "died last week of cancer" did then."""
    belongs = match.has("THE") or match.preceded("OWNER")
    return belongs and match.has("LAST") and match.follows("OF")


def stepped(context: Context, name: str, step: int) -> Interpretation:
    """A unit counted from the last date named; nothing, when that is less exact."""
    anchor = context.last_day if name == "day" and context.last_day else context.mentioned(name)
    found = anchor.shift(step) if anchor else None
    return on_calendar(found, name, reason("counted-from-mention", **mentioned(context)))


def unit_beside(match: Match, context: Context) -> Outcome:
    """ "the year before", "the week after"."""
    name = match.name("SINGLE")
    return stepped(context, name, -1 if match.has("BEFORE") else 1) if name in UNKNOWN else None


def day_beside(match: Match, context: Context) -> Outcome:
    """ "la veille", "tags darauf": a word for so many days before or after the one named last."""
    return stepped(context, "day", match.number("NEARBY") or 0)


def week_of(match: Match, context: Context) -> Outcome:
    """ "the week of March 6"."""
    found = find_day(match, context)
    if found is None or found.day is None:
        return None
    why = reason("unit-of", unit="week", date=found.day.value)
    return on_calendar(found.day.inside("week"), "week", why)


def weekend(match: Match, context: Context) -> Outcome:
    """ "the weekend": the one before publication, early in the week; else the one of its week."""
    today = context.anchor("day")
    if today is None:
        return Interpretation("DATE", UNKNOWN["weekend"], reason("unknown-weekend"))
    tense = context.clauses.tense(match.begin, match.end)
    weekday = today.first.weekday
    shift = match.number("SHIFT")
    ahead = tense > 0 or weekday >= _SATURDAY or (tense == 0 and weekday > 3)
    ahead = shift > 0 if shift else ahead
    found = today.inside("weekend").shift(0 if ahead else -1)
    code = "weekend-after" if ahead else "weekend-before"
    return on_calendar(found, "weekend", reason(code, **published(context)))


def length_of(match: Match, context: Context) -> Outcome:
    """ "the year ended March 31" is a year long, and not a calendar year."""
    context.yearly = match.has("YEARWORD")
    return Interpretation("DURATION", "P1Y" if context.yearly else "P1Q", reason("length"))
