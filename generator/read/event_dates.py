"""Dates of events as editors give them: words become what the table of events has.

    about 1911                  1911~
    1911?                       1911?
    between 3 and 5 May 1911    1911-05-03/1911-05-05
    1911–1913                   1911/1913
    spring 1911                 1911-03/1911-05
    the 1910s                   1910/1919
    44 BC                       -0043

These are dates of the Extended Date/Time Format (ISO 8601-2), as `generator.model.dates.when` reads
them. Nothing is cut to what is certain, as it is with the dates of sources.
"""

from __future__ import annotations

import re

from generator.lang import given_dates as words
from generator.model.dates import MARKS, YEAR, length, when, year_of
from generator.read.dates import ends_of, given_date, parse_date

_MARKS = "".join(MARKS.values())
_ABOUT = re.compile(rf"(?:{words.ABOUT})\s*|\s*[?~]$", re.IGNORECASE)
_DECADE = re.compile(rf"(\d{{3}})0(?:{words.DECADE})", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:{words.BETWEEN})\s+", re.IGNORECASE)
_TO = re.compile(rf"\s*[-–—]\s*|\s+(?:{words.TO})\s+", re.IGNORECASE)
_ERA = re.compile(r"\d(\D+)$")
_MONTHS = 12


def is_event_date(text: str) -> bool:
    """Whether a cell is the date of an event."""
    begin, slash, end = text.rstrip(_MARKS).partition("/")
    days = (begin, end) if slash else (begin,)
    if not all(day and parse_date(day) == day for day in days):
        return False
    try:
        when(text)
    except ValueError:
        return False
    return True


def event_date(text: str) -> str:
    """The date that words give, as the table has it; the text itself if they give none."""
    plain = " ".join(text.split())
    if is_event_date(plain):
        return plain
    bare = _ABOUT.sub("", plain, count=1) if _ABOUT.match(plain) else plain.rstrip(_MARKS).strip()
    mark = ("?" if plain.endswith("?") else "~") if bare != plain else ""
    found = _exact(bare) or _season(bare.casefold()) or _range(bare) or _decade(bare)
    return f"{found}{mark}" if found and is_event_date(f"{found}{mark}") else text


def _exact(text: str) -> str:
    given = given_date(text)
    return given.date if given and not given.words else ""


def _range(text: str) -> str:
    """Two dates; years before our era share the era that stands behind them."""
    found = ends_of(text.casefold())
    if found:
        return "/".join(map(_iso, found))
    era = _ERA.search(text)
    halves = _TO.split(_BETWEEN.sub("", text))
    if not era or len(halves) != 2:
        return ""
    first, last = (_exact(half if half.endswith(era[1]) else half + era[1]) for half in halves)
    return f"{first}/{last}" if first and last else ""


def _iso(parts: tuple[int, int, int]) -> str:
    year, month, day = parts
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _season(text: str) -> str:
    """The three months of a season, of the northern half of the earth as in the texts."""
    tokens = [token for token in text.split() if token not in words.FILLERS]
    seasons = [words.SEASONS[token] for token in tokens if token in words.SEASONS]
    rest = " ".join(token for token in tokens if token not in words.SEASONS)
    found = ends_of(rest)
    date = _iso(found[0]) if found else _exact(rest)
    if len(seasons) != 1 or length(date) != YEAR or year_of(date) < 0:
        return ""
    first, year = seasons[0], year_of(date)
    # A winter is that of the year in which it begins.
    last = (year, first + 2, 0) if first + 2 <= _MONTHS else (year + 1, first + 2 - _MONTHS, 0)
    return f"{_iso((year, first, 0))}/{_iso(last)}"


def _decade(text: str) -> str:
    found = _DECADE.fullmatch(" ".join(w for w in text.split() if w not in words.FILLERS))
    return f"{found[1]}0/{found[1]}9" if found else ""
