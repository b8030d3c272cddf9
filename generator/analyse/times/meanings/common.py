"""What the meanings share: dates on the calendar, the words of reasons, written years and days."""

from __future__ import annotations

from generator.analyse.times.context import FUTURE, PAST, Context
from generator.analyse.times.hits import Found, Hit, Meaning
from generator.analyse.times.periods import UNKNOWN, Period

FULL = "written out in full"


def on_calendar(period: Period | None, unit: str, reason: str, mark: str = "") -> Meaning:
    """A date: the period's value, or X in place of what is not known."""
    if period is None or not period.fits():
        return Meaning("DATE", UNKNOWN[unit], reason + ", of a day that is not known")
    return Meaning("DATE", period.value, reason, period, mark=mark)


def named(context: Context) -> str:
    """How reasons call the day of publication."""
    return f"publication on {context.document.value}" if context.document else "publication"


def nearest(year: int, context: Context) -> str:
    """The reason for a year that is not written."""
    return f"the year {year} is the nearest to {named(context)}"


def steps(count: int, unit: str, base: str) -> str:
    """The reason for a count from a date: "2 days before 2024-03-25"."""
    plural = "" if abs(count) == 1 else "s"
    return f"{abs(count)} {unit}{plural} {'before' if count < 0 else 'after'} {base}"


def nothing(hit: Hit, context: Context) -> Found:
    """Words that look like a time and are none, such as an age."""
    return ()


def full_year(hit: Hit) -> int | None:
    """The year that is written, in four figures or two; two figures mean 1930 to 2029."""
    year = hit.number("YEAR")
    if year is None and hit.has("SHORTYEAR"):
        short = int(hit.name("SHORTYEAR")[-2:])
        return short + (1900 if short >= 30 else 2000)
    return year


def day_places(hit: Hit) -> list[int]:
    """The tokens that can be the number of a day."""
    values = hit.tokens.values
    return [i for i in range(hit.begin, hit.end) if "DAY" in values[i] or "ORDINAL" in values[i]]


def day_number(hit: Hit, index: int) -> int:
    """The day of the month that a token names."""
    values = hit.tokens.values[index]
    number = values.get("DAY", values.get("ORDINAL"))
    return number if isinstance(number, int) else 0


def leaning(hit: Hit) -> int:
    """What stands beside says of the tense: "by" looks ahead, "since" and "Friday's" look back."""
    if hit.begin > 1 and "=ahead" in hit.tokens.values[hit.begin - 2]:
        return FUTURE  # "ahead of Friday's vote"
    if hit.end < len(hit.tokens.values) and "POSSESSIVE" in hit.tokens.values[hit.end]:
        return PAST
    values = hit.tokens.values[hit.begin - 1] if hit.begin else {}
    tense = values.get("LEANING")
    return tense if isinstance(tense, int) else 0


def tense_of(hit: Hit, context: Context) -> int:
    """The tense that goes with an expression: what stands beside it, or else its clause."""
    lean = leaning(hit)
    if lean > 0 and context.was_over(hit.begin - 1, hit.end):
        return PAST
    return lean or context.tense(hit.begin, hit.end)
