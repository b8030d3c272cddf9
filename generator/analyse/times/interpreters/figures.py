"""Dates and spans of years in figures."""

from __future__ import annotations

from generator.analyse.times import periods
from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import FULL, on_calendar
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import Period, month_of
from generator.model import reason


def figures_day(hit: Hit, context: Context) -> Period | None:
    """The day that a date in figures names, if it is one."""
    if hit.has("ISO"):
        return periods.of_iso(hit.name("ISO"))
    if hit.has("COMPACT"):
        text = hit.name("COMPACT")
        return periods.day_of(int(text[:4]), int(text[4:6]), int(text[6:]))
    text = hit.name("NUMERIC")
    one, two, three = (int(part) for part in text.replace(".", "/").replace("-", "/").split("/"))
    if one > 31:
        return periods.day_of(one, two, three)
    if three < 100:
        three += 1900 if three >= 30 else 2000
    first, second = (two, one) if context.day_first else (one, two)
    return periods.day_of(three, first, second) or periods.day_of(three, second, first)


def figures(hit: Hit, context: Context) -> Found:
    """2024-03-22, 22/3/2024, 20240322, with the time of day where it is written."""
    found = figures_day(hit, context)
    if found is None or not found.fits():
        return None
    text = hit.name("ISO")
    if "T" in text:
        return Meaning("TIME", f"{found.value}{text[10:16]}", FULL, found, mark="spelled")
    if hit.has("INT"):  # a time of day in four figures, as in 0915GMT
        time = hit.tokens.word(hit.where("INT")[0])
        if len(time) != 4:
            return None
        return Meaning("TIME", f"{found.value}T{time[:2]}:{time[2:]}", FULL, found, mark="spelled")
    return Meaning("DATE", found.value, FULL, found, mark="spelled")


def span(hit: Hit, context: Context) -> Found:
    """ "2010-12" is 2010 to 2012, "2024-03" is a month, "1998-2001" is four years."""
    text = hit.name("SPAN")
    begin, tail = int(text[:4]), text[5:]
    end = int(tail) if len(tail) == 4 else begin // 100 * 100 + int(tail)
    if len(tail) == 2 and end <= begin:
        month = month_of(begin, int(tail)) if text[4] == "-" else None
        return on_calendar(month, "month", FULL, mark="spelled") if month else None
    if end <= begin or end > 2200:
        return None
    first, last = Period("year", begin), Period("year", end)
    why = reason("from-to", first=str(begin), last=str(end))
    return Meaning("DATE", f"{begin}", why, first, until=last, mark="spelled")
