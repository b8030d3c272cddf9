"""Dates as readers like them, in the language of the page, never in that of the machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

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
from generator.render.catalogues import SOURCE, current, gettext, pgettext

MONTHS = tuple(language_of(SOURCE).months)
_AD = 1000  # earlier years of our era say that they are
_LETTERS = 3  # of a month's name in narrow places
# CLDR's names of the patterns of `_Style`, in their order.
_SKELETONS = ("yMMMMd", "yMMMM", "MMMMd", "MMMd", "yMMMd", "yMMM")


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes dates, as patterns with "%(y)s" and so on, after Unicode's CLDR.

    months, alone: names of months beside a day ("марта") and without one ("март")
    short, short_alone: the same in narrow places
    day, month, day_of_month: patterns of a day, a month, and a day without its year
    short_day_of_month, short_day, short_month: the same in narrow places
    """

    months: tuple[str, ...]
    alone: tuple[str, ...]
    short: tuple[str, ...]
    short_alone: tuple[str, ...]
    day: str = "%(d)s %(MMMM)s %(y)s"
    month: str = "%(LLLL)s %(y)s"
    day_of_month: str = "%(d)s %(MMMM)s"
    short_day_of_month: str = "%(d)s %(MMM)s"
    short_day: str = "%(d)s %(MMM)s %(y)s"
    short_month: str = "%(LLL)s %(y)s"


@cache
def _style(code: str) -> _Style:
    if code == SOURCE:
        short = tuple(name[:_LETTERS] for name in MONTHS)
        return _Style(MONTHS, MONTHS, short, short)
    from babel.core import Locale  # slow, and not needed for English

    locale = Locale.parse(code)

    def names(use: str, width: str) -> tuple[str, ...]:
        return tuple(locale.months[use][width][n] for n in range(1, 13))

    return _Style(
        names("format", "wide"),
        names("stand-alone", "wide"),
        names("format", "abbreviated"),
        names("stand-alone", "abbreviated"),
        *(locale.datetime_skeletons[name].format for name in _SKELETONS),
    )


def year_words(year: int) -> str:
    """An astronomical year as people write it: "2024", "AD 79", "44 BC"."""
    if year <= 0:
        return gettext("{year} BC", year=1 - year)
    return gettext("AD {year}", year=year) if year < _AD else str(year)


def long_date(date: str) -> str:
    """ "2024-03-25" as "25 March 2024", "-0043-03" as "March 44 BC"; "" as "undated"."""
    return _written(date, current().code, short=False) if date else gettext("undated")


def short_date(date: str) -> str:
    """ "2024-03-25" as "25 Mar 2024"; for axes and narrow columns."""
    return _written(date, current().code, short=True) if date else gettext("undated")


def day_and_month(date: str) -> str:
    """ "2024-03-25" as "25 Mar", where the year is known from others."""
    _, month, day = parts(date)
    style = _style(current().code)
    return style.short_day_of_month % _names(style, month, day)


def within_period(date: str) -> str:
    """What a date is called beside its year or its month: "2024-03" "March", "2024-03-22" "22"."""
    day = parts(date)[2]
    return str(int(day)) if day else within_year(date) or long_date(date)


def within_year(date: str) -> str:
    """The month or the day and month of a date: "March", "25 March"; "" for a year."""
    style = _style(current().code)
    _, month, day = parts(date)
    if not month:
        return ""
    names = _names(style, month, day)
    return style.day_of_month % names if day else names["LLLL"]


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
        return pgettext(
            "days of one month", "{day}–{date}", day=int(parts(first)[2]), date=long_date(last)
        )
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return year_range(year_of(first), year_of(last))
    if shortened(first, YEAR) == shortened(last, YEAR):
        return f"{within_year(first)} – {long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"


def year_range(first: int, last: int) -> str:
    """Two years as a range: "1998–2001", "49–45 BC", "27 BC – AD 14"; one year if equal."""
    if first == last:
        return year_words(first)
    if first <= 0 < last:
        return f"{year_words(first)} – {year_words(last)}"
    if last <= 0:
        return f"{1 - first}–{year_words(last)}"
    if current().code != SOURCE and first < _AD <= last:
        return f"{first}–{last}"
    return f"{year_words(first)}–{last}"


def century_words(index: int) -> str:
    """A century by its number of hundreds: 19 is the 20th century, -5 is the 5th century BC."""
    names = _numbers(index)
    if index < 0:
        return gettext("{ordinal} century BC", **names)
    return gettext("{ordinal} century", **names)


def decade_words(index: int) -> str:
    """A decade by its number of tens: 199 is the 1990s, -5 the 40s BC (49 to 40 BC)."""
    if index < 0:
        return gettext("{year}s BC", year=10 * ~index)
    return gettext("{year}s", year=10 * index)


def century_number(index: int) -> str:
    """The number alone, for narrow places: "20th", "5th BC"."""
    names = _numbers(index)
    if index < 0:
        return pgettext("century", "{ordinal} BC", **names)
    return pgettext("century", "{ordinal}", **names)


def _numbers(index: int) -> dict[str, object]:
    """The number of a century as languages write it."""
    number = index + 1 if index >= 0 else -index
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return {"ordinal": f"{number}{ending}", "number": number, "roman": _roman(number)}


def century_of(year: int) -> int:
    """The number of hundreds of a year, as `century_words` takes it."""
    return year // 100 if year > 0 else ~(-year // 100)


def decade_of(year: int) -> int:
    """The number of tens of a year, as `decade_words` takes it."""
    return year // 10 if year > 0 else ~((1 - year) // 10)


def _roman(number: int) -> str:
    """A number below forty in Roman numerals, as many languages number centuries."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
    return "X" * (number // 10) + ones


@lru_cache(4096)  # dates come again and again
def _written(date: str, code: str, *, short: bool) -> str:
    """A day, a month or a year in the current language, whose code it is."""
    style, year = _style(code), year_of(date)
    words = year_words(year)
    _, month, day = parts(date)
    if not month:
        return words
    if year < _AD and code != SOURCE:
        # CLDR's patterns put the word for "year" behind it; our words of early years have it.
        return pgettext("early date", "{date} {year}", date=within_year(date), year=words)
    if day:
        pattern = style.short_day if short else style.day
    else:
        pattern = style.short_month if short else style.month
    return pattern % {**_names(style, month, day), "y": words}


def _names(style: _Style, month: str, day: str) -> dict[str, str]:
    """What the patterns of a style may contain besides the year."""
    at = int(month) - 1
    return {
        "d": _day(int(day)) if day else "",
        "MMMM": style.months[at],
        "LLLL": style.alone[at],
        "MMM": style.short[at],
        "LLL": style.short_alone[at],
    }


def _day(number: int) -> str:
    return pgettext("first day of a month", "1") if number == 1 else str(number)
