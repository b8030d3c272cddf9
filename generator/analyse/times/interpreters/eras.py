"""Dates whose era is written out: "44 BC", "AD 79", "the 5th century BC", "15 March 44 BC".

A rule's argument says whether the years of the era are counted FORWARD, or BACKWARD from the
year 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.analyse.times.context import Context, dated
from generator.analyse.times.interpreters.common import FULL, day_indexes, day_number, on_calendar
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import Period, month_of
from generator.model import reason

FORWARD, BACKWARD = "forward", "backward"
FARTHEST = 9999  # years of more digits are not dates
_PROVINCE = range(1858, 2101)  # years in which the initials are those of a province, too
_MOST_CENTURIES = 99
Maker = Callable[[Match, Context], Outcome]


def _year(number: object, era: str) -> Period | None:
    """The year with a number; years before our era are astronomical, 1 BC being 0."""
    if not isinstance(number, int) or not 0 < number < FARTHEST:
        return None
    return Period("year", number if era == FORWARD else 1 - number)


def _is_other(match: Match) -> bool:
    """Whether the letters do not mean an era: "the 2010 BC Games", "10 ad breaks"."""
    letters = [match.tokens.word(index) for index in match.indexes("DOMINI")]
    if not all(map(str.isupper, letters)):
        return True
    at, number = match.end, match.number("NUMBER")
    after = match.tokens.word(at) if at < len(match.tokens.starts) else ""
    return match.has("INITIALS") and number in _PROVINCE and after[:1].isupper()


def _both(
    first: Period, last: Period, match: Match, ends: tuple[tuple[int, int], tuple[int, int]]
) -> Outcome:
    """Two periods: a range, unless "and" or "or" stands between them, or they are not in order."""
    listed = match.has("AND", "OR") and not match.preceded("BETWEEN")
    until = last if not listed and first.index < last.index else None
    return (
        Interpretation("DATE", first.value, FULL, first, span=ends[0], until=until, mark="spelled"),
        Interpretation("DATE", last.value, FULL, last, span=ends[1], mark="spelled"),
    )


def era_year(era: str) -> Maker:
    """ "44 BC", "AD 79", "the year 532 CE"."""

    def found(match: Match, context: Context) -> Outcome:
        if _is_other(match):
            return None
        year = _year(match.get("NUMBER"), era)
        return on_calendar(year, "year", FULL, "spelled") if year else ()

    return found


def era_years(era: str) -> Maker:
    """ "1400–1190 BC", "between 1400 and 1190 BC", "AD 14–37"."""

    def found(match: Match, context: Context) -> Outcome:
        if _is_other(match):
            return None
        span = match.name("SPAN")
        if span:
            return _span(span, era)
        at = match.indexes("NUMBER")
        one, two = match.number("NUMBER"), match.number("NUMBER", -1)
        if match.has("SLASH") and one is not None and two is not None and two < 10:
            two += one // 10 * 10  # "406/5 BC"
        first, last = _year(one, era), _year(two, era)
        if first is None or last is None:
            return ()
        return _both(first, last, match, ((match.begin, at[0] + 1), (at[-1], match.end)))

    return found


def _span(text: str, era: str) -> Outcome:
    """ "1400-1190" is one token, and so is "1340-30"."""
    first, tail = int(text[:4]), text[5:]
    last = int(tail) if len(tail) == len(text[:4]) else first // 100 * 100 + int(tail)
    begin, end = _year(first, era), _year(last, era)
    if begin is None or end is None or begin.index >= end.index:
        return ()
    return Interpretation("DATE", begin.value, FULL, begin, until=end, mark="spelled")


def era_day(era: str) -> Maker:
    """ "15 March 44 BC", "August 24, AD 79"."""

    def found(match: Match, context: Context) -> Outcome:
        days, month_at = day_indexes(match), match.indexes("MONTH")[0]
        if not days or _is_other(match):
            return None
        day = min(days, key=lambda index: abs(index - month_at))
        numbers = [index for index in match.indexes("NUMBER") if index != day]
        year = _year(match.tokens.values[numbers[-1]]["NUMBER"], era) if numbers else None
        if year is None:
            return ()
        number = match.number("MONTH") or 0
        known = dated(year.index, number, day_number(match, day))
        return on_calendar(known, "day", FULL, "spelled") if known else ()

    return found


def era_month(era: str) -> Maker:
    """ "March 44 BC"."""

    def found(match: Match, context: Context) -> Outcome:
        year = _year(match.get("NUMBER", -1), era)
        if _is_other(match):
            return None
        known = month_of(year.index, match.number("MONTH") or 0) if year else None
        return on_calendar(known, "month", FULL, "spelled") if known else ()

    return found


def _ordinals(match: Match) -> Sequence[tuple[int, int]]:
    """The ordinals of a match, in words or in Roman figures, each with its token."""
    found = []
    for index in range(match.begin, match.end):
        values = match.tokens.values[index]
        number = values.get("ORDINAL", values.get("ROMAN", values.get("INT")))
        if isinstance(number, int):
            found.append((index, number))
    return found


def era_century(era: str) -> Maker:
    """ "the 5th century BC", "the 5th and 4th centuries BC", "the first century AD"."""

    def found(match: Match, context: Context) -> Outcome:
        ordinals = _ordinals(match)
        if _is_other(match) or not all(0 < n < _MOST_CENTURIES for _, n in ordinals):
            return None
        periods = [Period("century", n - 1 if era == FORWARD else -n) for _, n in ordinals]
        if len(periods) == 1:
            return on_calendar(periods[0], "century", FULL)
        (one, _), (two, _) = ordinals[0], ordinals[-1]
        return _both(periods[0], periods[-1], match, ((match.begin, one + 1), (two, match.end)))

    return found


def era_decade(era: str) -> Maker:
    """ "the 440s BC" are 449 to 440 BC, and "the 300s BC" 399 to 300 BC."""

    def found(match: Match, context: Context) -> Outcome:
        digits = "".join(filter(str.isdecimal, match.name("DECADE"))) or match.get("NUMBER")
        number = int(digits) if isinstance(digits, int | str) else -1
        if _is_other(match) or number < 0 or number % 10:
            return None
        last = number + (9 if number % 100 else 99)
        return _years((last, number) if era == BACKWARD else (number, last), era)

    return found


def era_millennium(era: str) -> Maker:
    """ "the 3rd millennium BC": 3000 to 2001 BC."""

    def found(match: Match, context: Context) -> Outcome:
        ordinals = _ordinals(match)
        if _is_other(match) or not ordinals or not all(0 < n < 10 for _, n in ordinals):
            return ()
        (_, one), (_, two) = ordinals[0], ordinals[-1]
        if era == BACKWARD:
            return _years((1000 * one, 1000 * (two - 1) + 1), era)
        return _years((1000 * (one - 1) + 1, 1000 * two), era)

    return found


def _years(ends: tuple[int, int], era: str) -> Outcome:
    """From one year of an era to another."""
    first, last = (_year(max(number, 1), era) for number in ends)
    if first is None or last is None or first.index > last.index:
        return ()
    why = reason("from-to", first=first.value, last=last.value)
    return Interpretation("DATE", first.value, why, first, until=last)
