"""Dates of GEDCOM ("12 MAR 1850", "ABT 1850", "BET 1850 AND 1855") in words, and their years."""

from __future__ import annotations

import re

from generator.lang import genealogy as words

_CALENDAR = re.compile(r"^(?:@#D([A-Z _]+)@|(GREGORIAN|JULIAN|FRENCH_R|HEBREW)\b)\s*")
_DATE = re.compile(
    r"(?:(\d{1,2})\s+)?(?:([A-Z]{3})\.?\s+)?(\d{3,4}(?:/\d{1,4})?|\d{1,4}(?=\s+B))"
    r"(?:\s+(B\.C\.|BC|BCE|AD))?"
)
_BETWEEN = re.compile(r"BET\.?\s+(.+?)\s+(?:AND|-)\s+(.+)")
_PERIOD = re.compile(r"FROM\s+(.+?)\s+TO\s+(.+)")
_BEFORE = re.compile(rf"({'|'.join(words.BEFORE)})\.?\s+(.+)")
_PHRASE = re.compile(r"\(([^()]*)\)$")
# "195?" and "100km" are not years of three figures.
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<!\w)\d{3}(?=[\s/)]|$)")
_ERA = re.compile(r"\bB\.?C\.?(?:E\.?)?(?!\w)")
_OPEN = re.compile(rf"(?:{words.OPEN})", re.IGNORECASE)
_LONGEST = 200


def date_words(value: str) -> str:
    """A date with the word that stands before it ("on 12 March 1850"); "" for an empty one.

    What is not understood is given as it stands.
    """
    text = " ".join(value.split())[:_LONGEST]
    phrase = _PHRASE.search(text)
    if phrase:
        exact = date_words(text[: phrase.start()].removeprefix("INT "))
        return " ".join(filter(None, (exact, f"({phrase[1].strip()})"))) if phrase[1] else exact
    calendar, text = _without_calendar(text.upper(), text)
    plain = text.upper()
    if found := _BETWEEN.fullmatch(plain):
        said = words.BETWEEN.format(first=_date(found[1]), last=_date(found[2]))
    elif found := _PERIOD.fullmatch(plain):
        said = words.PERIOD.format(first=_date(found[1]), last=_date(found[2]))
    elif found := _BEFORE.fullmatch(plain):
        said = f"{words.BEFORE[found[1]]} {_date(found[2])}".strip()
    elif exact_date := _DATE.fullmatch(plain):
        said = f"{words.ON_DAY if exact_date[1] else words.IN_YEAR} {_date(plain)}"
    else:
        said = text and f"({text})"
    return f"{said} ({calendar})" if calendar and said else said


def latest_year(value: str) -> int | None:
    """The last year that a date can mean; None where it has none, such as "after 1850"."""
    calendar, text = _without_calendar(value.upper(), value)
    plain = text.upper()
    open_end = _OPEN.search(plain) and not (_PERIOD.fullmatch(plain) or _BETWEEN.fullmatch(plain))
    if open_end or (calendar and calendar != words.CALENDARS["JULIAN"]):
        return None
    return 0 if _ERA.search(plain) else max(map(int, _YEAR.findall(plain)), default=None)


def years(value: str) -> tuple[int, ...]:
    """The years in a date, in their order; none of our era's calendar where it has another."""
    calendar, text = _without_calendar(value.upper(), value)
    other = calendar and calendar != words.CALENDARS["JULIAN"]
    if other or any(mark in text.upper() for mark in ("B.C.", "BC")):
        return ()
    return tuple(int(year) for year in _YEAR.findall(text))


def _without_calendar(plain: str, text: str) -> tuple[str, str]:
    """The words for a calendar that is not ours, and the date without its name."""
    found = _CALENDAR.match(plain)
    if not found:
        return "", text
    return words.CALENDARS.get((found[1] or found[2]).strip(), ""), text[found.end() :]


def _date(text: str) -> str:
    """A single date in words; as it stands if it is not one."""
    text = _without_calendar(text, text)[1]
    found = _DATE.fullmatch(text.strip())
    if not found or (found[2] and found[2] not in words.MONTHS):
        return text.strip()
    day = found[1].lstrip("0") if found[1] else ""
    parts = (day, words.MONTHS.get(found[2] or "", ""), found[3], words.ERAS.get(found[4] or ""))
    return " ".join(filter(None, parts))
