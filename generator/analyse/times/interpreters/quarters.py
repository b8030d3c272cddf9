"""Quarters and halves of a year, as business reports count them.

A report is about one quarter, the first it names. "The latest quarter" is that one, and "a year
earlier" is the same quarter of the year before, unless the figures last named were those of more
than a quarter.
"""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import (
    FULL,
    full_year,
    nearest,
    on_calendar,
    published,
)
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import Period
from generator.model import Reason, reason


def quarter(match: Match, context: Context) -> Outcome:
    """A quarter by number, or the one that the text is about."""
    number, year = match.number("ORDINAL") or match.number("ROMAN"), full_year(match)
    if match.has("FINAL") and match.has("OF") and number is None:
        number = 4
    yearly, context.yearly = context.yearly, False
    if number is not None and number > 4:
        return None
    if year is not None:
        about = context.quarter.index % 4 + 1 if context.quarter and not yearly else None
        return _quarter_of(year, number or about, FULL, "spelled")
    if number is None:
        return _the_quarter(match, context)
    this, shift = context.anchor("year"), match.number("SHIFT")
    if this is None:
        return Interpretation("DATE", f"XXXX-Q{number}", reason("in-unknown-year", unit="quarter"))
    guess = _nearest_year(this.first.year, number, match, context)
    year = guess if shift is None else this.first.year + shift
    if shift is not None:
        return _quarter_of(year, number, reason("counted-from", **published(context)))
    found = Period("quarter", year * 4 + number - 1)
    return _quarter_of(year, number, nearest("nearest-quarter", found, context))


def _quarter_of(year: int, number: int | None, why: Reason, mark: str = "") -> Interpretation:
    """A quarter of a year, or the year when no quarter is meant."""
    if number is None:
        return on_calendar(Period("year", year), "year", why, mark)
    return on_calendar(Period("quarter", year * 4 + number - 1), "quarter", why, mark)


def _nearest_year(this: int, number: int, match: Match, context: Context) -> int:
    """Reports are about a quarter that is nearly over; the future tense asks for the next."""
    now = context.anchor("quarter")
    ahead = now is not None and number - (now.index % 4 + 1) > 1
    return this - 1 if ahead and context.clauses.tense(match.begin, match.end) <= 0 else this


def _the_quarter(match: Match, context: Context) -> Outcome:
    """ "the latest quarter": the one the text is about, or else the last that was over."""
    now, shift = context.anchor("quarter"), match.number("SHIFT")
    if shift is not None and match.has("QUARTERWORD") and now is not None:
        why = reason("counted-from", **published(context))
        return on_calendar(now.shift(shift), "quarter", why)
    if match.has("PERIOD") and context.quarter is None:
        return None
    found = context.quarter or (now.shift(-1) if now else None)
    return on_calendar(found, "quarter", reason("quarter-of-text"))


def year_ago(match: Match, context: Context) -> Outcome:
    """ "the year-ago quarter", "the same period last year"."""
    number, year = match.number("ORDINAL"), full_year(match)
    base = None if context.yearly and not match.has("QUARTERWORD") else context.quarter
    if base is not None:
        about = number or base.index % 4 + 1
        before = base.index // 4 - 1 if year is None else year
        return _quarter_of(before, about, reason("year-before", date=base.value))
    this = context.anchor("year")
    before_this = this.first.year - 1 if this else None
    found = year if year is not None else before_this
    period = Period("year", found) if found is not None else None
    return on_calendar(period, "year", reason("year-before", **published(context)))


def q_and_number(match: Match, context: Context) -> Outcome:
    """ "Q3 2022", "Q3"."""
    number, year = int(match.name("SMALL")), full_year(match)
    if not 1 <= number <= 4:
        return None
    if year is not None:
        return _quarter_of(year, number, FULL, "spelled")
    this = context.anchor("year")
    if this is None:
        return Interpretation("DATE", f"XXXX-Q{number}", reason("in-unknown-year", unit="quarter"))
    year = _nearest_year(this.first.year, number, match, context)
    found = Period("quarter", year * 4 + number - 1)
    return _quarter_of(year, number, nearest("nearest-quarter", found, context))


def half(match: Match, context: Context) -> Outcome:
    """The first or second half of a year."""
    number, year, this = match.number("HALFWORD") or 1, full_year(match), context.anchor("year")
    if year is None and this is not None:
        year = this.first.year + (match.number("SHIFT") or 0)
    if year is None:
        return Interpretation("DATE", f"XXXX-H{number}", reason("half-of-unknown-year"))
    return on_calendar(Period("half", year * 2 + number - 1), "half", FULL)


def first_quarters(match: Match, context: Context) -> Outcome:
    """The first two quarters of a year are its first half."""
    year = full_year(match)
    return on_calendar(Period("half", year * 2), "half", FULL) if year is not None else None
