"""Months and seasons, with the year that is written or the one that the context supplies."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.times import periods
from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import (
    FULL,
    also,
    counted_year,
    full_year,
    nearest,
    on_calendar,
    published,
    two_figures,
    year_near,
)
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import SEASONS, Period
from generator.model import reason

_HALF_A_YEAR = 2  # seasons
_MAY = 5
_DAYS = 31  # of a month


def month(match: Match, context: Context) -> Outcome:
    """ "March 2024", "last June", "June of last year", "in October"."""
    number = match.number("MONTH") or match.number("LOWMONTH") or 0
    plain = full_year(match) is None and not match.has("UNIT", "OFYEAR")
    near = _beside(match, number, context) if plain else None
    if near is not None:
        return on_calendar(near, "month", reason("counted-from", **published(context)))
    if plain and _is_name(match):
        return None
    year, why, mark = year_near(match, context, number)
    if year is None:
        return Interpretation("DATE", f"XXXX-{number:02d}", reason("in-unknown-year", unit="month"))
    return on_calendar(periods.month_of(year, number), "month", why, mark)


def coded_month(match: Match, context: Context) -> Outcome:
    """ "mai 68", "octubre de 98": a year in two figures, not a day of the month."""
    short = match.name("SMALL") or match.name("SHORTYEAR")[-2:]
    if len(short) != 2 or (int(short) <= _DAYS and not match.has("SHORTYEAR")):
        return None
    found = periods.month_of(two_figures(int(short)), match.number("MONTH") or 0)
    return on_calendar(found, "month", FULL, "spelled")


def _beside(match: Match, number: int, context: Context) -> Period | None:
    """The last or next month of its name."""
    shift, this = match.number("SHIFT"), context.anchor("month")
    found = periods.month_of(this.first.year, number) if this and shift is not None else None
    if this is None or found is None or not shift:
        return found
    if shift < 0:
        return found if found.index < this.index else found.shift(-12)
    return found if found.index > this.index else found.shift(12)


def _is_name(match: Match) -> bool:
    """Whether a month is where a first name would be: no preposition before, a capital after.

    In languages that write months in small letters, one with a capital is a name, as in
    "Champ-de-Mars".
    """
    if match.is_one("CAPITALMONTH") and not match.preceded("ATTIME"):
        edge = match.begin > 1 and "EDGE" in match.tokens.values[match.begin - 2]
        return not edge  # "fins de Novembro"
    if match.has("ABBREV") or (match.begin and "IN" in match.tokens.values[match.begin - 1]):
        return False
    at = match.end
    after = match.tokens.word(at) if at < len(match.tokens.starts) else ""
    if match.preceded("TITLE") or (after[:1].isupper() and match.is_one("FIRSTNAME")):
        return True
    # "The August sank": what the article belongs to is not a month.
    tense = at < len(match.tokens.values) and "TENSE" in match.tokens.values[at]
    return match.preceded("THE") and match.is_one("MONTH") and (tense or not after[:1].islower())


def month_of(match: Match, context: Context) -> Outcome:
    """ "the March meeting": before a word without a capital, "March" and "May" are not names."""
    after = match.tokens.word(match.end) if match.end < len(match.tokens.starts) else ""
    return month(match, context) if len(after) > 3 and after.islower() else None


def _is_no_season(match: Match) -> bool:
    """Whether "the fall" is one of something, "the spring" a place, "the winter coat" a thing."""
    values = match.tokens.values
    after = values[match.end] if match.end < len(values) else {}
    word = match.tokens.word(match.end) if match.end < len(values) else ""
    within = any(map(match.preceded, ("ATTIME", "OVER", "OF")))
    if not match.has("THE"):
        return False
    if "OF" in after or (match.has("AMBIGUOUS") and (not within or "BESIDE" in after)):
        return True
    return not within and word.islower() and "TENSE" not in after


def season_of_hemisphere(match: Match, context: Context) -> Outcome:
    """ "the southern hemisphere winter" is from June to August."""
    found = _season(match, context, _HALF_A_YEAR if match.has("SOUTHERN") else 0)
    if not isinstance(found, Interpretation) or not match.has("SOUTHERN"):
        return found
    name = SEASONS[match.number("SEASON") or 0]
    return replace(found, value=f"{found.value[: -len(name)]}{name}")


def season(match: Match, context: Context) -> Outcome:
    """ "the summer of 1968", "last winter", "this spring"."""
    return _season(match, context, 0)


def _this_season(index: int, this: Period, context: Context) -> Interpretation:
    """ "this summer" is that of the year; "this winter", until May, began in the year before."""
    winter = SEASONS[index] == SEASONS[-1] and this.first.month <= _MAY
    found = Period("season", (this.first.year - winter) * 4 + index)
    return on_calendar(found, "season", reason("counted-from", **published(context)))


def _season(match: Match, context: Context, later: int) -> Outcome:
    """later: by how many seasons it is later than in the north."""
    index, year = ((match.number("SEASON") or 0) + later) % 4, full_year(match)
    this = context.anchor("month")
    if year is not None:
        return on_calendar(Period("season", year * 4 + index), "season", FULL, "spelled")
    if not match.has("SHIFT", "STEP", "UNIT", "OFYEAR") and _is_no_season(match):
        return None
    counted, why = counted_year(match, context) or (None, None)
    if this is None or (why and counted is None):
        value, unknown = f"XXXX-{SEASONS[index]}", reason("in-unknown-year", unit="season")
        return Interpretation("DATE", value, unknown)
    if why and counted is not None:
        found = Period("season", counted * 4 + index)
        return on_calendar(found, "season", also(why, part="season"))
    shift = match.number("SHIFT")
    now = this.inside("season")
    back = (now.index - index) % 4
    if shift == 0:
        return _this_season(index, this, context)
    if shift:
        ahead = shift > 0
        back = back or (0 if ahead else 4)
    else:
        tense = context.clauses.tense(match.begin, match.end) if shift is None else 0
        # Without a tense, three seasons back is farther than one ahead.
        ahead = tense > 0 or (tense == 0 and back == 3)
    found = now.shift(4 - back if ahead and (back or shift) else -back)
    if shift is not None:  # "last winter"
        return on_calendar(found, "season", reason("counted-from", **published(context)))
    return on_calendar(found, "season", nearest("nearest-season", found, context))
