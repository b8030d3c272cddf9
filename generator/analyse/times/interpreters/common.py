"""What the interpreters share: dates on the calendar, reasons, years and days as written."""

from __future__ import annotations

from collections.abc import Callable

from generator.analyse.times.context import FUTURE, PAST, Context
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import UNKNOWN, Period
from generator.model import Reason, reason

FULL = reason("written-in-full")
UNKNOWN_YEAR = reason("unknown-year")
_COUNTING = ("SHIFT", "STEP", "EITHER", "AGO", "LATER")


def on_calendar(period: Period | None, unit: str, why: Reason, mark: str = "") -> Meaning:
    """A date: the period's value, or X in place of what is not known."""
    if period is None or not period.fits():
        return Meaning("DATE", UNKNOWN[unit], also(why, known="no"))
    return Meaning("DATE", period.value, why, period, mark=mark)


def also(why: Reason, **arguments: str) -> Reason:
    """A reason with further arguments."""
    return Reason(why.code, (*why.arguments, *arguments.items()))


def published(context: Context) -> dict[str, str]:
    """The argument of reasons that start from publication: its date, "" where that is unknown."""
    return {"published": context.document.value if context.document else ""}


def mentioned(context: Context) -> dict[str, str]:
    """The argument of reasons that start from the date last mentioned, or else publication."""
    return {"date": context.mention.value} if context.mention else published(context)


def nearest(year: int, context: Context) -> Reason:
    """The reason for a year that is not written."""
    return reason("nearest-year", year=str(year), **published(context))


def steps(count: int, unit: str, base: dict[str, str]) -> Reason:
    """The reason for a count from a date: 2 days before it.

    base: the argument that says from which: `published`, or "date"
    """
    code = "counted-before" if count < 0 else "counted-after"
    return reason(code, count=str(abs(count)), unit=unit, **base)


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


def year_of(
    hit: Hit, context: Context, guess: Callable[[], int | None]
) -> tuple[int | None, Reason, str]:
    """The year of a date, why it is that, and the mark of a date with its year.

    It is written, or counted ("last year"), or that of a year right before ("In 2010, on 3 May"),
    or, failing these, a guess.
    """
    year = full_year(hit)
    if year is not None:
        return year, FULL, "spelled"
    counted = counted_year(hit, context)
    if counted:
        return *counted, ""
    year = guess()
    return year, UNKNOWN_YEAR if year is None else nearest(year, context), ""


def year_near(
    hit: Hit, context: Context, month: int, day: int | None = None
) -> tuple[int | None, Reason, str]:
    """The same for a month or a day of it, with what the tense and publication say as the guess."""
    return year_of(
        hit, context, lambda: context.year_for(month, day, tense_of(hit, context), hit.begin)
    )


def counted_year(hit: Hit, context: Context) -> tuple[int | None, Reason] | None:
    """The year of "last year", "that year" or "two years ago", and why it is that.

    None where there are no such words, a year of None where what they count from is not known.
    """
    values = hit.tokens.values
    place = next((i for i in hit.where("UNIT") if values[i]["UNIT"] == "year"), None)
    if place is None:
        return _year_before(hit, context)
    near = hit.part(max(hit.begin, place - 2), min(hit.end, place + 3))
    if not near.has(*_COUNTING):
        return _year_before(hit, context)  # "New Year's Eve"
    if hit.end < len(values) and "POSSESSIVE" in values[hit.end] and place + 1 == hit.end:
        return None  # "on 14 February last year's winner"
    count, from_publication = _steps_of_years(near, place, context)
    base = context.anchor("year") if from_publication else context.mentioned("year")
    if base is None or (not from_publication and count > 0 and context.mention is None):
        return None, UNKNOWN_YEAR
    year = base.first.year + count
    if from_publication or not context.mention:
        return year, reason("counted-from", **published(context))
    return year, reason("counted-from-mention", date=base.value)


def _year_before(hit: Hit, context: Context) -> tuple[int, Reason] | None:
    """The year that stands right before a date, and the reason."""
    shift = hit.number("SHIFT")
    if shift is None:
        # "sales since 1994 in November" are no sales of that November
        month = hit.has("MONTH") and not day_places(hit)
        year = context.year_beside(hit.begin, comma=month)
    else:
        year = None if shift else context.year_ago(hit.begin)
    return None if year is None else (year, reason("year-just-before", year=str(year)))


def _steps_of_years(near: Hit, place: int, context: Context) -> tuple[int, bool]:
    """How many years away a year is, and whether from publication rather than the last date.

    place: the token of the word for a year
    """
    either = near.number("EITHER")
    if either is not None:
        this, date = context.anchor("year"), context.mention
        return either, date is None or this is None or date.first.year >= this.first.year
    shift, ago, step = near.number("SHIFT"), near.number("AGO"), near.number("STEP")
    if shift is not None or step is not None:
        return shift if shift is not None else step or 0, shift is not None
    number = near.tokens.values[place - 1].get("NUMBER", 1)
    sign = ago or near.number("LATER") or -1
    return sign * (number if isinstance(number, int) else 1), ago is not None


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
    if hit.begin > 1 and "AHEAD" in hit.tokens.values[hit.begin - 2]:
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
