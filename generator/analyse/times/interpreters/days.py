"""Single days: dates, weekdays, "yesterday", with or without a part of the day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.analyse.times import periods
from generator.analyse.times.context import Context, dated, within
from generator.analyse.times.interpreters.common import (
    FULL,
    GUESSED,
    UNKNOWN_YEAR,
    day_indexes,
    day_number,
    on_calendar,
    published,
    steps,
    tense_of,
    two_figures,
    year_near,
    year_of,
)
from generator.analyse.times.interpreters.figures import figures_day, order_reason
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period, of_day
from generator.model import Reason, reason

MONTHS_NEARBY = 6  # in which a weekday and a day of the month are looked for


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was named: the day itself if it is known, and its value."""

    day: Period | None
    value: str
    reason: Reason
    mark: str = ""


def known(day: Period | None, why: Reason, mark: str = "", unknown: str = UNKNOWN["day"]) -> Day:
    """A day with its value, or what is left of the value if the day is not known."""
    if day is None or not day.fits():
        return Day(None, unknown, why)
    return Day(day, day.value, why, mark)


def find_day(match: Match, context: Context) -> Day | None:
    """The day that the tokens name; None when there is no such day."""
    if match.has("MONTH", "LOWMONTH"):
        return _day_of_month(match, context)
    if match.has("DEICTIC"):
        return _deictic(match.number("DEICTIC") or 0, context)
    if match.has("ISO", "NUMERIC", "COMPACT"):
        day = figures_day(match, context)
        return known(day, order_reason(match, context), "spelled") if day else None
    return _weekday(match, context) if match.has("WEEKDAY") else None


def _deictic(offset: int, context: Context) -> Day:
    """ "today", "yesterday", "tomorrow", "the day before yesterday"."""
    today = context.anchor("day")
    start = published(context)
    why = steps(offset, "day", start) if offset else reason("unit-of", unit="day", **start)
    return known(today.shift(offset) if today else None, why)


def _day_of_month(match: Match, context: Context) -> Day | None:
    """A day and a month, with the year that is written or the one that the context supplies."""
    name = "MONTH" if match.has("MONTH") else "LOWMONTH"
    indexes, month_at = day_indexes(match), match.indexes(name)[0]
    if not indexes:
        return None
    # The number nearest to the month is the day; another may be the hour.
    index = min(indexes, key=lambda i: abs(i - month_at))
    month, number = match.number(name) or 0, day_number(match, index)
    if not dated(2000, month, number):  # a leap year, which has every day
        return None

    def guess() -> tuple[int | None, str]:
        tense = match.number("SHIFT") or tense_of(match, context)
        tense = min(tense, 0) if _tells_which(match) else tense
        year, how = context.year_for(month, number, tense, match.begin)
        return _on_side(year, month, number, match.number("SHIFT"), context), how

    year, why, mark = year_of(match, context, guess)
    unknown = f"XXXX-{month:02d}-{number:02d}"
    if year is None:
        return known(None, UNKNOWN_YEAR, unknown=unknown)
    day = dated(year, month, number)
    return None if mark and day is None else known(day, why, mark, unknown)


def _on_side(
    year: int | None, month: int, number: int, shift: int | None, context: Context
) -> int | None:
    """The year in which a "last 8 July" is over, and a "next 8 July" to come."""
    today = context.anchor("day")
    day = dated(year, month, number) if year is not None else None
    if year is None or today is None or day is None or not shift:
        return year
    ahead = (day.first.number - today.first.number) * shift > 0
    return year if ahead else year + shift


def _tells_which(match: Match) -> bool:
    """Whether the date only tells which thing is meant ("the April 20 spill will"), past or not."""
    values = match.tokens.values
    word = match.tokens.word(match.end) if match.end < len(values) else ""
    the = match.preceded("THE") or "THE" in values[match.begin]
    return the and word.isalpha() and not values[match.end].keys() & {"IN", "TENSE", "AND"}


def _weekday(match: Match, context: Context) -> Day:
    """A weekday near publication, or near the date named before ("the following Friday")."""
    number, name = match.number("WEEKDAY") or 0, match.tokens.word(match.indexes("WEEKDAY")[0])
    shift, step, start = match.number("SHIFT"), match.number("STEP"), published(context)
    unknown = f"XXXX-WXX-{number + 1}"
    if step is not None:
        return _weekday_near(context.mentioned("day"), number, step, name, unknown)
    today = context.anchor("day")
    if shift:
        base = _not_yesterday(today, number) if shift < 0 else today
        return _weekday_near(base, number, shift, name, unknown)
    if shift == 0:
        week = within(today, "week")
        found = of_day(week.first, "day").shift(number) if week else None
        return known(found, reason("weekday-of-week", day=name, **start), unknown=unknown)
    tense = tense_of(match, context)
    found = context.weekday(number, tense)
    code = "weekday-on" if found == today else "weekday-before" if tense <= 0 else "weekday-after"
    return known(found, reason(code, day=name, **start), "weekday", unknown)


def _not_yesterday(today: Period | None, number: int) -> Period | None:
    """The day before which "last Tuesday" is; said on a Wednesday, it is not yesterday."""
    if today is None or (today.first.weekday - number) % 7 != 1:
        return today
    return today.shift(-1)


def _weekday_near(base: Period | None, number: int, step: int, name: str, unknown: str) -> Day:
    """The weekday before a day (step -1), after it (1), or on it or before (0)."""
    if base is None:
        return known(None, reason("weekday-near-unknown-day", day=name), unknown=unknown)
    back = (base.first.weekday - number) % 7
    if step > 0:
        return known(base.shift(7 - back), reason("weekday-after", day=name, date=base.value))
    found = base.shift(-(back or (7 if step else 0)))
    return known(found, reason("weekday-before", day=name, date=base.value))


def day(match: Match, context: Context) -> Outcome:
    """A calendar day, with or without a part of the day."""
    if match.is_one("CAPITALDAY") and not match.opens_sentence():
        return None  # where weekdays are written in small letters it is a name
    found = find_day(match, context)
    if found is None:
        return None
    part = part_code(match) or ("NI" if match.is_one("TONIGHT") else "")
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
    return Interpretation(kind, found.value + tail, found.reason, found.day, mark=found.mark)


def part_code(match: Match) -> str:
    """The part of the day; not a word that names the day itself, as "mañana" does at the start."""
    values = match.tokens.values
    codes = [
        values[i]["PART"]
        for i in match.indexes("PART")
        if "DEICTIC" not in values[i] or i > match.begin
    ]
    return str(codes[0]) if codes else ""


def weekday_of_week(match: Match, context: Context) -> Outcome:
    """ "Tuesday last week"."""
    week, number = context.anchor("week"), match.number("WEEKDAY") or 0
    if week is None:
        return Interpretation("DATE", f"XXXX-WXX-{number + 1}", reason("weekday-of-unknown-week"))
    week = week.shift(match.number("SHIFT") or 0)
    found = of_day(week.first, "day").shift(number) if week.fits() else None
    return on_calendar(found, "day", reason("weekday-by-weeks", **published(context)))


def some_weekday(match: Match, context: Context) -> Outcome:
    """ "a Sunday morning in 1968", "on a Friday": of an unknown date."""
    if not (match.follows("INSIDE") or match.has("A")):
        return None  # it ends the text
    number = match.number("WEEKDAY") or 0
    return Interpretation("DATE", f"XXXX-WXX-{number + 1}", reason("some-weekday"))


def nth_weekday(match: Match, context: Context) -> Outcome:
    """ "the first Monday of May", "the last Friday in March 2024"."""
    count, month = match.number("ORDINAL") or -1, match.number("MONTH") or 0
    number = match.number("WEEKDAY") or 0
    year, year_why, mark = year_near(match, context, month)
    whole = dated(year, month, None) if year is not None else None
    if whole is None or not whole.fits() or count > 5:
        return None
    found = of_day(periods.nth_weekday(whole.first.year, month, number, count), "day")
    if within(found, "month") != whole:
        return None
    why = reason("weekday-of-period", period=whole.value)
    return on_calendar(found, "day", year_why if year_why.code in GUESSED else why, mark)


def coded_day(match: Match, context: Context) -> Outcome:
    """ "05-Mar-24", "05 Mar 24": a year in two figures after the month's abbreviation."""
    month, days = match.number("MONTH") or 0, match.indexes("SMALL")
    short = match.tokens.word(match.end - 1)
    if len(days) != 2 or len(short) != 2 or match.follows("DASH"):
        return None
    found = dated(two_figures(int(short)), month, day_number(match, days[0]))
    return on_calendar(found, "day", FULL, "spelled") if found else None


def day_of_double_year(match: Match, context: Context) -> Outcome:
    """ "5 March 1712/13": before the reform the year began in spring; the second figure is ours."""
    written = match.name("SPAN")
    year, indexes = int(written[:4]) + 1, day_indexes(match)
    if written[4] != "/" or not indexes or str(year)[-2:] != written[-2:]:
        return None
    found = dated(year, match.number("MONTH") or 0, day_number(match, indexes[0]))
    return on_calendar(found, "day", reason("double-year", year=str(year)), "spelled")


def day_of_law(match: Match, context: Context) -> Outcome:
    """ "Lei n.º 75/2013, de 12 de setembro": the number of a law ends with its year."""
    year = match.number("YEAR") or int(re.split("[-–—/]", match.name("SPAN"))[-1])
    indexes = day_indexes(match)
    found = dated(year, match.number("MONTH") or 0, day_number(match, indexes[-1]))
    return on_calendar(found, "day", FULL, "spelled") if found else None


def weekday_and_day(match: Match, context: Context) -> Outcome:
    """ "Monday the 18th", "lundi 18": the month nearest to publication in which both are right."""
    weekday, index = match.number("WEEKDAY") or 0, day_indexes(match)[-1]
    this, number = context.anchor("month"), day_number(match, index)
    if not match.tokens.word(index)[0].isdecimal():
        return None
    if this is None:
        value = f"XXXX-WXX-{weekday + 1}"
        return Interpretation("DATE", value, reason("some-weekday-near-unknown-day"))
    tense = tense_of(match, context)
    options = [
        day
        for months in range(-MONTHS_NEARBY, MONTHS_NEARBY + 1)
        if this.shift(months).fits()
        and (first := this.shift(months).first)
        and (day := dated(first.year, first.month, number))
        and day.first.weekday == weekday
    ]
    found = min(options, key=lambda day: context.distance(day, tense), default=None)
    why = reason("weekday-and-day", **published(context))
    return on_calendar(found, "day", why) if found else None


def two_days(match: Match, context: Context) -> Outcome:
    """ "the day before yesterday", "the day after tomorrow"."""
    found = _deictic(2 * (match.number("DEICTIC") or 0), context)
    return Interpretation("DATE", found.value, found.reason, found.day)


def two_days_ago(match: Match, context: Context) -> Outcome:
    """The day before yesterday, in one word."""
    found = _deictic(-2, context)
    return Interpretation("DATE", found.value, found.reason, found.day)


def day_after_tomorrow(match: Match, context: Context) -> Outcome:
    """The day after tomorrow, in one word."""
    found = _deictic(2, context)
    return Interpretation("DATE", found.value, found.reason, found.day)


def tomorrow(match: Match, context: Context) -> Outcome:
    """A word for tomorrow that is one for the morning, too: "morgen", "morgen Abend"."""
    found, part = _deictic(1, context), part_code(match.part(match.begin + 1, match.end))
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
    return Interpretation(kind, found.value + tail, found.reason, found.day)
