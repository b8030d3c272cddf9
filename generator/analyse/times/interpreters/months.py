"""Months and seasons, with the year that is written or the one that the context supplies."""

from __future__ import annotations

from generator.analyse.times import periods
from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import (
    FULL,
    also,
    counted_year,
    full_year,
    on_calendar,
    published,
    year_near,
)
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import SEASONS, Period
from generator.model import reason


def month(hit: Hit, context: Context) -> Found:
    """ "March 2024", "last June", "June of last year", "in October"."""
    number = hit.number("MONTH") or 0
    plain = full_year(hit) is None and not hit.has("UNIT")
    near = _beside(hit, number, context) if plain else None
    if near is not None:
        return on_calendar(near, "month", reason("counted-from", **published(context)))
    if plain and _is_name(hit):
        return None
    year, why, mark = year_near(hit, context, number)
    if year is None:
        return Meaning("DATE", f"XXXX-{number:02d}", reason("in-unknown-year", unit="month"))
    return on_calendar(periods.month_of(year, number), "month", why, mark)


def _beside(hit: Hit, number: int, context: Context) -> Period | None:
    """The last or next month of its name."""
    shift, this = hit.number("SHIFT"), context.anchor("month")
    found = periods.month_of(this.first.year, number) if this and shift is not None else None
    if this is None or found is None or not shift:
        return found
    if shift < 0:
        return found if found.index < this.index else found.shift(-12)
    return found if found.index > this.index else found.shift(12)


def _is_name(hit: Hit) -> bool:
    """Whether a month stands where a first name would: no preposition before, a capital after."""
    if hit.has("ABBREV") or (hit.begin and "IN" in hit.tokens.values[hit.begin - 1]):
        return False
    after = hit.tokens.word(hit.end) if hit.end < len(hit.tokens.starts) else ""
    return after[:1].isupper() and hit.is_one("FIRSTNAME")


def month_of(hit: Hit, context: Context) -> Found:
    """ "the March meeting": before a word without a capital, "March" and "May" are no names."""
    after = hit.tokens.word(hit.end) if hit.end < len(hit.tokens.starts) else ""
    return month(hit, context) if len(after) > 3 and after.islower() else None


def season(hit: Hit, context: Context) -> Found:
    """ "the summer of 1968", "last winter", "this spring"."""
    index, year, this = hit.number("SEASON") or 0, full_year(hit), context.anchor("month")
    if year is not None:
        return on_calendar(Period("season", year * 4 + index), "season", FULL, "spelled")
    counted, why = counted_year(hit, context) or (None, None)
    if this is None or (why and counted is None):
        value, unknown = f"XXXX-{SEASONS[index]}", reason("in-unknown-year", unit="season")
        return Meaning("DATE", value, unknown)
    if why and counted is not None:
        found = Period("season", counted * 4 + index)
        return on_calendar(found, "season", also(why, part="season"))
    shift = hit.number("SHIFT")
    now = this.inside("season")
    back = (now.index - index) % 4
    if shift:
        ahead = shift > 0
        back = back or (0 if ahead else 4)
    else:
        tense = context.tense(hit.begin, hit.end) if shift is None else 0
        # Without a tense, three seasons back is farther than one ahead.
        ahead = tense > 0 or (tense == 0 and back == 3)
    found = now.shift(4 - back if ahead and (back or shift) else -back)
    return on_calendar(found, "season", reason("nearest-season", **published(context)))
