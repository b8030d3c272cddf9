"""Dates as readers like them. Months are named here, never by the machine's locale."""

from __future__ import annotations

from generator.lang import language_of
from generator.model.dates import (
    DAY,
    MONTH,
    YEAR,
    is_before_our_era,
    length,
    parts,
    shortened,
    year_of,
)

MONTHS = tuple(language_of("en").months)  # the pages are in English
_AD = 1000  # earlier years of our era say that they are
_LETTERS = 3  # of a month's name in narrow places


def year_words(year: int) -> str:
    """An astronomical year as people write it: "2024", "AD 79", "44 BC"."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < _AD else str(year)


def long_date(date: str) -> str:
    """ "2024-03-25" as "25 March 2024", "-0043-03" as "March 44 BC"; "" as "undated"."""
    if not date:
        return "undated"
    return f"{_in_year(date)} {year_words(year_of(date))}".strip()


def short_date(date: str) -> str:
    """ "2024-03-25" as "25 Mar 2024"; for axes and narrow columns."""
    month = parts(date)[1]
    if not month:
        return long_date(date)
    name = MONTHS[int(month) - 1]
    return long_date(date).replace(name, name[:_LETTERS])


def machine_date(date: str) -> str:
    """A date as HTML takes it in `datetime`; "" before our era, which HTML cannot say."""
    return "" if is_before_our_era(date) else date


def span(first: str, last: str) -> str:
    """Two dates as one line; one date when they are equal."""
    if length(first) == length(last) == DAY and first != last:
        return day_range(first, last)
    return long_date(first) if first == last else f"{long_date(first)} – {long_date(last)}"


def day_range(first: str, last: str) -> str:
    """Two days as a range: "18–24 March 2024", "28 March – 2 April 2024", "49–45 BC"."""
    if shortened(first, MONTH) == shortened(last, MONTH):
        return f"{int(parts(first)[2])}–{long_date(last)}"
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return year_range(year_of(first), year_of(last))
    if shortened(first, YEAR) == shortened(last, YEAR):
        return f"{_in_year(first)} – {long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"


def year_range(first: int, last: int) -> str:
    """Two years as a range: "1998–2001", "49–45 BC", "27 BC – AD 14"; one year if equal."""
    if first == last:
        return year_words(first)
    if first <= 0 < last:
        return f"{year_words(first)} – {year_words(last)}"
    if last <= 0:
        return f"{1 - first}–{year_words(last)}"
    return f"{year_words(first)}–{last}"


def century_words(index: int) -> str:
    """A century by its number of hundreds: 19 is the 20th century, -5 is the 5th century BC."""
    number = index + 1 if index >= 0 else -index
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return f"{number}{ending} century{'' if index >= 0 else ' BC'}"


def decade_words(index: int) -> str:
    """A decade by its number of tens: 199 is the 1990s, -5 the 40s BC (49 to 40 BC)."""
    return f"{10 * index}s" if index >= 0 else f"{10 * ~index}s BC"


def century_of(year: int) -> int:
    """The number of hundreds of a year, as `century_words` takes it."""
    return year // 100 if year > 0 else ~(-year // 100)


def decade_of(year: int) -> int:
    """The number of tens of a year, as `decade_words` takes it."""
    return year // 10 if year > 0 else ~((1 - year) // 10)


def _in_year(date: str) -> str:
    """The month or the day and month of a date; "" for a year."""
    _, month, day = parts(date)
    words = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else ""]
    return " ".join(filter(None, words))
