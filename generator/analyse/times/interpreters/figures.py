"""Dates and spans of years in figures."""

from __future__ import annotations

import re

from generator.analyse.times import periods
from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import FULL, on_calendar
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import Period, month_of
from generator.model import Reason, reason


def figures_day(match: Match, context: Context) -> Period | None:
    """The day that a date in figures names, if it is one; "0000-00-00" is none."""
    found = _figures_day(match, context)
    return found if found is not None and found.first.year > 0 else None


def _figures_day(match: Match, context: Context) -> Period | None:
    if match.has("ISO"):
        return periods.of_iso(match.name("ISO"))
    if match.has("COMPACT"):
        text = match.name("COMPACT")
        return periods.day_of(int(text[:4]), int(text[4:6]), int(text[6:]))
    text = match.name("NUMERIC")
    one, two, three = (int(part) for part in text.replace(".", "/").replace("-", "/").split("/"))
    if one > 31:
        return periods.day_of(one, two, three)
    if three < 100:
        three += 1900 if three >= 30 else 2000
    day_first = context.day_first or "." in text  # with full stops the day comes first anywhere
    first, second = (two, one) if day_first else (one, two)
    return periods.day_of(three, first, second) or periods.day_of(three, second, first)


def order_reason(match: Match, context: Context) -> Reason:
    """The reason for a date in figures: written in full, unless two orders are possible."""
    text = match.name("NUMERIC")
    one, two, *_ = (int(part) for part in re.split("[/.-]", text or "0/0"))
    if context.order_known or "." in text or one == two or not (0 < one <= 12 and 0 < two <= 12):
        return FULL
    return reason("figures-in-two-orders", first="day" if context.day_first else "month")


def figures(match: Match, context: Context) -> Outcome:
    """2024-03-22, 22/3/2024, 20240322, with the time of day where it is written."""
    found = figures_day(match, context)
    if found is None or not found.fits():
        return None
    why = order_reason(match, context)
    text = match.name("ISO")
    if "T" in text:
        return Interpretation("TIME", f"{found.value}{text[10:16]}", FULL, found, mark="spelled")
    if match.has("INT"):  # a time of day in four figures, as in 0915GMT
        time = match.tokens.word(match.indexes("INT")[0])
        if len(time) != 4:
            return None
        return Interpretation(
            "TIME", f"{found.value}T{time[:2]}:{time[2:]}", why, found, mark="spelled"
        )
    return Interpretation("DATE", found.value, why, found, mark="spelled")


def figures_apart(match: Match, context: Context) -> Outcome:
    """ "10. 5. 1945": day, month and year in figures with spaces between them."""
    day, month, year = match.every("INT")
    found = periods.day_of(int(str(year)), int(str(month)), int(str(day)))
    return on_calendar(found, "day", FULL, mark="spelled") if found else None


def span(match: Match, context: Context) -> Outcome:
    """ "2010-12" is 2010 to 2012, "2024-03" is a month, "1998-2001" is four years."""
    text = match.name("SPAN")
    begin, tail = int(text[:4]), text[5:]
    end = int(tail) if len(tail) == 4 else begin // 100 * 100 + int(tail)
    if len(tail) == 2 and end <= begin:
        month = month_of(begin, int(tail)) if text[4] == "-" else None
        return on_calendar(month, "month", FULL, mark="spelled") if month else None
    if end <= begin or end > 2200:
        return None
    first, last = Period("year", begin), Period("year", end)
    why = reason("from-to", first=str(begin), last=str(end))
    return Interpretation("DATE", f"{begin}", why, first, until=last, mark="spelled")
