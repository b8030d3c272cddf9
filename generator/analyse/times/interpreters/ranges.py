"""Ranges of days and of months: two expressions, of which the first knows where the range ends.

"3 to 6 May" is tagged "3" and "6 May"; each has its own value, and the first has the days of both.
"""

from __future__ import annotations

from generator.analyse.times.context import Context, dated
from generator.analyse.times.interpreters.common import (
    UNKNOWN_YEAR,
    day_indexes,
    day_number,
    full_year,
    year_near,
    year_of,
)
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import Period
from generator.model import Reason

Span = tuple[int, int]


def day_range(match: Match, context: Context) -> Outcome:
    """ "3 to 6 May", "May 3-6, 2024", and the two days of "3 and 6 May"."""
    indexes, month = day_indexes(match), match.number("MONTH") or 0
    if len(indexes) < 2:
        return None
    days = [day_number(match, index) for index in indexes[:2]]
    year, why, _ = year_near(match, context, month, days[0])
    begin = match.begin if match.indexes("MONTH")[0] < indexes[0] else indexes[0]
    spans = (begin, indexes[0] + 1), (indexes[1], match.end)
    if year is None:
        return _undated([f"{month:02d}-{day:02d}" for day in days], spans)
    return _both([dated(year, month, day) for day in days], spans, match, why)


def day_list(match: Match, context: Context) -> Outcome:
    """ "20, 21 and 22 May", "Monday 20 and Tuesday 21 May": an expression for each day."""
    indexes, month_at = day_indexes(match), match.indexes("MONTH")[0]
    month = match.number("MONTH") or 0
    days = [day_number(match, index) for index in indexes]
    year, why, _ = year_near(match, context, month, days[-1])
    first = match.begin if month_at < indexes[0] else _item_begin(match, indexes[0])
    begins = [first, *(_item_begin(match, index) for index in indexes[1:])]
    ends = [*(index + 1 for index in indexes[:-1]), match.end]
    spans = tuple(zip(begins, ends, strict=True))
    if year is None:
        return _undated([f"{month:02d}-{day:02d}" for day in days], spans)
    found = [dated(year, month, day) for day in days]
    if len(found) == 2:
        return _both(found, (spans[0], spans[1]), match, why)
    mark = "spelled" if full_year(match) is not None else ""
    if not all(found):
        return None
    return tuple(
        Interpretation("DATE", day.value, why, day, span=span, mark=mark)
        for day, span in zip(found, spans, strict=True)
        if day is not None
    )


def _item_begin(match: Match, index: int) -> int:
    """The token of the weekday before a day ("Monday the 20th"), or the day itself."""
    values = match.tokens.values
    for at in range(index - 1, max(index - 4, match.begin - 1), -1):
        if "WEEKDAY" in values[at]:
            return at
        if not {"THE", "COMMA", "DOT"} & values[at].keys():
            break
    return index


def long_range(match: Match, context: Context) -> Outcome:
    """ "28 March to 2 April 2023": the year holds for both, or the first lies in the one before."""
    indexes, months = day_indexes(match), match.indexes("MONTH")
    one, two = (match.number("MONTH", nth) or 0 for nth in (0, 1))
    year, why, _ = year_of(match, context, lambda: (None, ""))
    if year is None or len(indexes) < 2:
        return None
    days = [day_number(match, index) for index in indexes[:2]]
    ends = [dated(year - (one > two), one, days[0]), dated(year, two, days[1])]
    first = min(indexes[0], months[0]), max(indexes[0], months[0]) + 1
    return _both(ends, (first, (min(indexes[1], months[1]), match.end)), match, why)


def month_range(match: Match, context: Context) -> Outcome:
    """ "March to June 2024": the year holds for both, or for the second when the first is later."""
    indexes = match.indexes("MONTH")
    one, two = (match.number("MONTH", nth) or 0 for nth in (0, 1))
    year, why, _ = year_near(match, context, two)
    spans = (match.begin, indexes[1] - 1), (indexes[1], match.end)
    if year is None:
        return _undated([f"{month:02d}" for month in (one, two)], spans)
    crossing = one > two and not match.has("OR")
    ends = [dated(year - crossing, one, None), dated(year, two, None)]
    return _both(ends, spans, match, why)


def _both(
    ends: list[Period | None], spans: tuple[Span, Span], match: Match, why: Reason
) -> tuple[Interpretation, ...] | None:
    """The two ends of a range, or two dates that only share a month or year."""
    first, last = ends
    if first is None or last is None or not first.fits() or not last.fits():
        return None
    listed = match.has("AND", "OR") and not match.preceded("BETWEEN")
    until = last if not listed and first.first < last.first else None
    mark = "spelled" if full_year(match) is not None else ""
    return (
        Interpretation("DATE", first.value, why, first, span=spans[0], until=until, mark=mark),
        Interpretation("DATE", last.value, why, last, span=spans[1], mark=mark),
    )


def _undated(values: list[str], spans: tuple[Span, ...]) -> tuple[Interpretation, ...]:
    """Both ends, if the year is not known."""
    return tuple(
        Interpretation("DATE", f"XXXX-{value}", UNKNOWN_YEAR, span=span)
        for value, span in zip(values, spans, strict=True)
    )
