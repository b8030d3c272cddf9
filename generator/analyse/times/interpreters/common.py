"""What the interpreters share: dates on the calendar, reasons, years and days as written."""

from __future__ import annotations

from collections.abc import Callable

from generator.analyse.times.clauses import FUTURE, PAST
from generator.analyse.times.context import HALF_A_YEAR, Context
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period
from generator.lang.words import Words
from generator.model import Reason, reason
from generator.model.dates import year_text

FULL = reason("written-in-full")
UNKNOWN_YEAR = reason("unknown-year")
GUESSED = frozenset({"nearest-year", "year-by-tense", "year-named-before"})  # reasons for a year
_COUNTING = ("SHIFT", "STEP", "EITHER", "AGO", "LATER")


def on_calendar(period: Period | None, unit: str, why: Reason, mark: str = "") -> Interpretation:
    """A date: the period's value, or X in place of what is not known."""
    if period is None or not period.fits():
        return Interpretation("DATE", UNKNOWN[unit], also(why, known="no"))
    return Interpretation("DATE", period.value, why, period, mark=mark)


def also(why: Reason, **arguments: str) -> Reason:
    """A reason with further arguments."""
    return Reason(why.code, (*why.arguments, *arguments.items()))


def published(context: Context) -> dict[str, str]:
    """The argument of reasons that start from publication: its date, "" where that is unknown.

    After a dateline they start from its day.
    """
    if context.dateline and context.document:
        return {"date": context.document.value}
    return {"published": context.document.value if context.document else ""}


def mentioned(context: Context) -> dict[str, str]:
    """The argument of reasons that start from the date last mentioned, or else publication."""
    return {"date": context.mention.value} if context.mention else published(context)


def guessed(year: int, how: str, context: Context) -> Reason:
    """The reason for a year that is not written; how: as `Context.year_for` has it."""
    if how == "named":
        return reason("year-named-before", year=year_text(year))
    if how == "published":
        return reason("unit-of", unit="year", **published(context))
    code = "year-by-tense" if how == "tense" else "nearest-year"
    return reason(code, year=year_text(year), **published(context))


def nearest(code: str, found: Period | None, context: Context) -> Reason:
    """The reason for the nearest of its kind, or for one that only the tense has chosen.

    code: the reason if it is the nearest
    """
    if found is not None and found.fits() and context.distance(found, 0) > HALF_A_YEAR:
        return guessed(found.first.year, "tense", context)
    return reason(code, **published(context))


def steps(count: int, unit: str, base: dict[str, str]) -> Reason:
    """The reason for a count from a date: 2 days before it.

    base: the argument that says from which: `published`, or "date"
    """
    code = "counted-before" if count < 0 else "counted-after"
    return reason(code, count=str(abs(count)), unit=unit, **base)


def nothing(match: Match, context: Context) -> Outcome:
    """Words that look like a time but are not, such as an age."""
    return ()


def full_year(match: Match) -> int | None:
    """The year that is written, in four figures or two; two figures mean 1930 to 2029."""
    year = match.number("YEAR")
    if year is None and match.has("SHORTYEAR"):
        return two_figures(int(match.name("SHORTYEAR")[-2:]))
    return year


def two_figures(short: int) -> int:
    """The year of two figures, from 1930 to 2029."""
    return short + (1900 if short >= 30 else 2000)


def year_of(
    match: Match, context: Context, guess: Callable[[], tuple[int | None, str]]
) -> tuple[int | None, Reason, str]:
    """The year of a date, why it is that, and the mark of a date with its year.

    It is written, or counted ("last year"), or that of a year right before ("In 2010, on 3 May"),
    or, failing these, a guess.
    """
    year = full_year(match)
    if year is not None:
        return year, FULL, "spelled"
    counted = counted_year(match, context)
    if counted:
        return *counted, ""
    year, how = guess()
    return year, UNKNOWN_YEAR if year is None else guessed(year, how, context), ""


def year_near(
    match: Match, context: Context, month: int, day: int | None = None
) -> tuple[int | None, Reason, str]:
    """The same for a month or a day of it, with what the tense and publication say as the guess."""
    return year_of(
        match, context, lambda: context.year_for(month, day, tense_of(match, context), match.begin)
    )


def counted_year(match: Match, context: Context) -> tuple[int | None, Reason] | None:
    """The year of "last year", "that year" or "two years ago", and why it is that.

    None where there are no such words, a year of None where what they count from is not known.
    """
    values = match.tokens.values
    away = match.number("OFYEAR")
    if away is not None:  # one word for "last year"
        this = context.anchor("year")
        why = reason("counted-from", **published(context)) if this else UNKNOWN_YEAR
        return (this.first.year + away if this else None), why
    index = next((i for i in match.indexes("UNIT") if values[i]["UNIT"] == "year"), None)
    if index is None:
        return _year_before(match, context)
    near = match.part(max(match.begin, index - 2), min(match.end, index + 3))
    if not near.has(*_COUNTING):
        return _year_before(match, context)  # "New Year's Eve"
    if match.end < len(values) and "POSSESSIVE" in values[match.end] and index + 1 == match.end:
        return None  # "on 14 February last year's winner"
    count, from_publication = _steps_of_years(near, index, context)
    base = context.anchor("year") if from_publication else context.mentioned("year")
    if base is None or (not from_publication and count > 0 and context.mention is None):
        return None, UNKNOWN_YEAR
    year = base.first.year + count
    if from_publication or not context.mention:
        return year, reason("counted-from", **published(context))
    return year, reason("counted-from-mention", date=base.value)


def _year_before(match: Match, context: Context) -> tuple[int, Reason] | None:
    """The year right before a date, and the reason."""
    shift = match.number("SHIFT")
    if shift is None:
        # "sales since 1994 in November" are not sales of that November
        month = match.has("MONTH") and not day_indexes(match)
        year = context.year_beside(match.begin, comma=month)
    else:
        year = None if shift else context.year_ago(match.begin)
    return None if year is None else (year, reason("year-just-before", year=year_text(year)))


def _steps_of_years(near: Match, index: int, context: Context) -> tuple[int, bool]:
    """How many years away a year is, and whether from publication rather than the last date.

    index: the token of the word for a year
    """
    either = near.number("EITHER")
    if either is not None:
        this, date = context.anchor("year"), context.mention
        return either, date is None or this is None or date.first.year >= this.first.year
    shift, ago, step = near.number("SHIFT"), near.number("AGO"), near.number("STEP")
    if near.has("SAME"):
        shift = None  # "that same year"
    if shift is not None or step is not None:
        return shift if shift is not None else step or 0, shift is not None
    number = near.tokens.values[index - 1].get("NUMBER", 1)
    sign = ago or near.number("LATER") or -1
    return sign * (number if isinstance(number, int) else 1), ago is not None


def day_indexes(match: Match) -> list[int]:
    """The tokens that can be the number of a day."""
    values = match.tokens.values
    return [
        i for i in range(match.begin, match.end) if "DAY" in values[i] or "ORDINAL" in values[i]
    ]


def day_number(match: Match, index: int) -> int:
    """The day of the month that a token names."""
    values = match.tokens.values[index]
    number = values.get("DAY", values.get("ORDINAL"))
    return number if isinstance(number, int) else 0


def leaning(match: Match, prepositions: Words) -> int:
    """The tense that a word beside it shows: "by" looks ahead, "since" and "Friday's" back.

    prepositions: see `TimeRules.date_prepositions`
    """
    before = match.tokens.values[match.begin - 2] if match.begin > 1 else {}
    if "AHEAD" in before:
        return FUTURE  # "ahead of Friday's vote"
    way = match.begin > 2 and "WAY" in match.tokens.values[match.begin - 3]
    if "BACK" in before and (match.preceded("INSIDE") or (way and match.preceded_by(prepositions))):
        return PAST  # "way back on Friday", "back in May"
    if match.end < len(match.tokens.values) and "POSSESSIVE" in match.tokens.values[match.end]:
        return PAST
    values = match.tokens.values[match.begin - 1] if match.begin else {}
    tense = values.get("LEANING")
    return tense if isinstance(tense, int) else 0


def tense_of(match: Match, context: Context) -> int:
    """The tense of an expression: from the words beside it, or else its clause."""
    lean = leaning(match, context.clauses.language.date_prepositions)
    if lean > 0 and context.clauses.was_over(match.begin - 1, match.end):
        return PAST
    tense = context.clauses.tense(match.begin, match.end)
    return tense if tense > 0 and match.preceded("STARTING") else lean or tense
