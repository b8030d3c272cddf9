"""Times that are counted in two steps: "a year ago today", "the last week of June"."""

from __future__ import annotations

from generator.analyse.times import periods
from generator.analyse.times.amounts import count_of
from generator.analyse.times.context import Context, dated
from generator.analyse.times.interpreters.common import (
    GUESSED,
    on_calendar,
    published,
    year_near,
)
from generator.analyse.times.interpreters.offsets import FARTHEST, vague_ago
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period, of_day
from generator.model import Reason, reason

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_WEEKS = 5  # in a month, at most


def ago_beside(match: Match, context: Context) -> Outcome:
    """ "a year ago today", "two weeks ago on Sunday", "ten years ago next month".

    In Spanish the other way round: "hoy hace diez años".
    """
    ago_at = match.indexes("AGO")[0]
    first, rest = match.part(match.begin, ago_at), match.part(ago_at + 1, match.end)
    if not first.has("UNIT"):
        first, rest = rest, first
    unit, count = first.name("UNIT"), count_of(first)
    if not isinstance(count, int) or count >= FARTHEST or unit not in _DAYS | _MONTHS:
        return vague_ago(match, context)
    count *= match.number("AGO") or -1
    name = "day" if rest.has("DEICTIC", "WEEKDAY") else rest.name("SINGLE")
    start = context.anchor(name)
    if start is None:
        return Interpretation("DATE", UNKNOWN[name], reason("counted-from-unknown-day"))
    if rest.has("WEEKDAY"):
        return _weekday(start, unit, count, rest, context)
    found = _moved(start.shift(rest.number("DEICTIC") or rest.number("SHIFT") or 0), count, unit)
    if found is None and unit in _MONTHS:
        return _whole(unit, count, context)  # there is no 29th of February a year ago
    return on_calendar(found, name, reason("counted-from", **published(context)))


def _weekday(today: Period, unit: str, count: int, rest: Match, context: Context) -> Interpretation:
    """A weekday so many weeks before the last one, or the next one where that is said.

    Of months or years only the month or year: what somebody did "two years ago on Sunday" may be
    done on that date, or on such a day.
    """
    if unit in _MONTHS:
        return _whole(unit, count, context)
    back = (today.first.weekday - (rest.number("WEEKDAY") or 0)) % 7
    ahead = rest.number("SHIFT", -1) in (0, 1)
    found = today.shift((7 if ahead and back else 0) - back + count * _DAYS[unit])
    return on_calendar(found, "day", reason("counted-from", **published(context)))


def _whole(unit: str, count: int, context: Context) -> Interpretation:
    whole = context.anchor(unit)
    found = whole.shift(count) if whole else None
    return on_calendar(found, unit, reason("counted-from", **published(context)))


def _moved(start: Period, count: int, unit: str) -> Period | None:
    """The day, week or month so many units away; None where there is none."""
    if not start.fits():
        return None
    if unit in _DAYS:
        moved = of_day(start.first, "day").shift(count * _DAYS[unit])
        return of_day(moved.first, start.unit) if moved.fits() else None
    month = of_day(start.first, "month").shift(count * _MONTHS[unit])
    if not month.fits():
        return None
    if start.unit == "month":
        return month
    day = dated(month.first.year, month.first.month, start.first.day)
    return of_day(day.first, start.unit) if day else None


def week_of_month(match: Match, context: Context) -> Outcome:
    """ "the last week of June", "the second weekend in May 2013": the week mostly in it."""
    count, (whole, guess) = match.number("ORDINAL") or -1, _month(match, context)
    if whole is None or not whole.fits() or count > _WEEKS:
        return None
    why = guess or reason("counted-within", period=whole.value)
    if match.has("WEEKEND"):
        saturday = periods.nth_weekday(whole.first.year, whole.first.month, 5, count)
        if saturday > whole.last:
            return None
        return on_calendar(of_day(saturday, "weekend"), "weekend", why)
    half = 3  # what has three days after it or before it lies there for the most
    day = whole.last.plus(-half) if count < 0 else whole.first.plus(half + 7 * (count - 1))
    if day > whole.last:
        return None
    return on_calendar(of_day(day, "week"), "week", why)


def _month(match: Match, context: Context) -> tuple[Period | None, Reason | None]:
    """The month, and the reason for its year where that is a guess."""
    number = match.number("MONTH")
    if number is None:
        this = context.anchor("month")
        return (this.shift(match.number("SHIFT", -1) or 0) if this else None), None
    year, why, _ = year_near(match, context, number)
    guess = why if why.code in GUESSED else None
    return (None if year is None else periods.month_of(year, number)), guess


def same_of_year(match: Match, context: Context) -> Outcome:
    """ "the same day last year", "this time last year": of that year, and no more is said."""
    return _whole("year", match.number("SHIFT", -1) or 0, context)


def weekday_after_next(match: Match, context: Context) -> Outcome:
    """ "on Monday week": a week after the next one."""
    today, number = context.anchor("day"), match.number("WEEKDAY") or 0
    if not match.tokens.word(match.end - 1).islower():
        return None  # "on Sunday Week Three begins"
    if today is None:
        value = f"XXXX-WXX-{number + 1}"
        return Interpretation("DATE", value, reason("some-weekday-near-unknown-day"))
    ahead = (number - today.first.weekday) % 7 or 7
    why = reason("week-after-next", **published(context))
    return on_calendar(today.shift(ahead + 7), "day", why)
