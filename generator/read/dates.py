"""Dates as metadata give them ("Sun, 24 Mar 2024 10:00 GMT", "circa 1911", "May–June 1911").

A date counts only where it can mean one thing. With a time and a zone it is the writer's own day.
Where it is not exact, what is known for certain is its date, its own words are kept, and pages show
those: "circa 1911" has the date 1911, "3–5 May 1911" the date 1911-05. Of a range without a common
year the date is where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lang import given_dates as words
from generator.lang.words import any_of
from generator.model.dates import Day, year_text

_LONGEST = 80  # characters of a date with all that may stand around it
_ISO = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
# Behind a date, and between the day and the year as in "Sun Mar 24 10:00:00 2024".
_CLOCK = re.compile(rf"(?:(?<=\d)t|(?<=[\s,]))(?:{words.TIME})(?=$|[\s,])")
_FIGURES = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:t\d{2}:?\d{2}.*)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t\d{4,6}z?)?", re.ASCII)
_EAST_ASIAN = re.compile(words.YEAR_MONTH_DAY, re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_YEARS = re.compile(r"(\d{4}) ?[-–—/] ?(\d{2}|\d{4})", re.ASCII)
_DECADE = re.compile(rf"(\d{{3}})(?:0(?:{words.DECADE})|[-_x?u])", re.ASCII)
_TOKENS = re.compile(rf"(\d+)(?:{words.ORDINALS})?(?!\w)|([^\W\d_]+)\.?|([\s,./-]+)")
_ABOUT = re.compile(rf"^(?:(?:{words.ABOUT})\s*|[©\[(<]\s*)")
_ABOUT_BEHIND = re.compile(rf"\s*(?:[\[\]()<>?~%]|\b(?:{words.ABOUT})$)+")
_BETWEEN = re.compile(rf"(?:{words.BETWEEN})\s")
_TO = re.compile(rf"\s*[–—]\s*|\s+-\s+|\s+(?:{words.TO})\s+|(?<=\d)-(?=\d)|(?<=\w)[-/](?=\w)")
_GAPS = re.compile(r"[\s,]+|(?<=[^\W\d])-(?=\d)")  # "mid-1911"
_ERA = re.compile(rf"\s+{any_of([words.OUR_ERA])}$|^{any_of([words.OUR_ERA])}\s+")
_EARLIER_ERA = re.compile(rf"\s*{any_of([words.BEFORE_OUR_ERA])}$")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{1,3}$", re.ASCII)
_EARLIER_YEARS = re.compile(r"(\d{1,4})(?: ?[-–—/] ?(\d{1,4}))?", re.ASCII)
_FIRST_YEAR = 1000  # of eight figures, and of four in a file name
_LAST_YEAR = 2100

Parts = tuple[int, int, int]  # year, month, day; 0 where it is not given


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date as metadata give it.

    date: in ISO form, to the precision that is certain
    words: as given, if it is not exact; otherwise ""
    """

    date: str
    words: str = ""


def parse_date(text: str) -> str:
    """The ISO date in a text, to the precision given; "" if the text is not a valid date.

    Years before our era are astronomical ("-0043" is 44 BC); "0000" is an empty field.
    """
    found = _ISO.fullmatch(text.strip())
    return _iso(_numbers(found.groups())) if found else ""


def given_date(text: str, day_first: bool | None = None) -> GivenDate | None:
    """The date that a text gives; None if it gives none, or could mean two.

    day_first: whether 3/4/2024 is 3 April; None if that is not known
    """
    text = " ".join(text.split())
    if parse_date(text):
        return GivenDate(parse_date(text))
    if not text or len(text) > _LONGEST:
        return None
    plain, before = _without_era(text.casefold())
    exact = _exact(plain, day_first)
    if exact:
        date = _iso(exact if not before else (1 - exact[0], *exact[1:]))
        return GivenDate(date) if date else None
    date = _before_our_era(plain) if before else _inexact(plain, day_first)
    return GivenDate(date, text) if date else None


def _without_era(text: str) -> tuple[str, bool]:
    """A date with a year of four figures instead of its era, and whether it is before ours.

    Without an era, "79" is not a year.
    """
    bare = text.rstrip("]?)")
    end = text[len(bare) :]
    later, earlier = _ERA.sub("", bare), _EARLIER_ERA.sub("", bare)
    if later == earlier == bare:
        return text, False
    plain = _SHORT_YEAR.sub(lambda found: found[0].zfill(4), earlier if earlier != bare else later)
    return plain + end, earlier != bare


def _before_our_era(text: str) -> str:
    """The year of "c. 0044" or where "0500-0450" begins, before our era; "" if it is neither."""
    found = _EARLIER_YEARS.fullmatch(_bare(text))
    first, last = (int(year or 0) for year in found.groups()) if found else (0, 0)
    return _iso((1 - first, 0, 0)) if first > last else ""


def is_undated(text: str) -> bool:
    """Whether a text says that there is no date ("n.d.")."""
    return text.strip(" []().").casefold() in {word.strip(".") for word in words.UNDATED}


def readings(text: str) -> tuple[str, ...]:
    """The dates that a text in figures can mean: none, one, or two as of 3/4/2024."""
    found = _YEAR_LAST.fullmatch(_CLOCK.sub("", text.strip().casefold()).strip(" ,"))
    if not found:
        return ()
    first, mark, second = int(found[1]), found[2], int(found[3])
    day_first, month_first = (int(found[4]), second, first), (int(found[4]), first, second)
    orders = (day_first,) if mark == "." else (day_first, month_first)
    return tuple(dict.fromkeys(filter(None, map(_iso, orders))))


def plausible(year: int) -> bool:
    """Whether four figures without anything else are a year."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _numbers(texts: tuple[str | None, ...]) -> Parts:
    year, month, day = (int(text) if text else 0 for text in texts)
    return year, month, day


def _iso(parts: Parts) -> str:
    """The date in ISO form; "" if there is no such day."""
    year, month, day = parts
    try:
        Day.of(year, month or 1, day or 1)
    except ValueError:
        return ""
    if not year:
        return ""
    return year_text(year) + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _exact(text: str, day_first: bool | None) -> Parts | None:
    """The parts of a date that is exact, to whatever precision; None if the text is none."""
    text = _CLOCK.sub("", text).strip(" ,.")
    found = _FIGURES.fullmatch(text)
    if found:
        parts = int(found[1]), int(found[3]), int(found[4] or 0)
        # "2024.05" is a number, too.
        return parts if _iso(parts) and (parts[2] or found[2] != ".") else None
    found = _COMPACT.fullmatch(text)
    if found:
        parts = _numbers(found.groups())
        return parts if plausible(parts[0]) and _iso(parts) else None
    orders = readings(text)
    if orders:
        chosen = orders[0] if len(orders) == 1 or day_first else orders[1]
        known = len(orders) == 1 or day_first is not None
        return _numbers(tuple(chosen.split("-"))) if known else None
    found = _EAST_ASIAN.fullmatch(text)
    in_words = _numbers(found.groups()) if found else _in_words(text)
    return in_words if in_words and in_words[0] and _iso(in_words) else None


def _in_words(text: str) -> Parts | None:
    """Year, month and day of a date in words, in any order; None for anything else.

    The year may be missing, as in the first half of a range.
    """
    month, numbers, end = 0, [], 0
    for found in _TOKENS.finditer(text):
        if found.start() != end:
            return None
        end = found.end()
        number, word, _ = found.groups()
        if number:
            numbers.append(number)
        elif word in words.MONTHS and not month:
            month = words.MONTHS[word]
        elif word and word not in words.FILLERS and word not in words.WEEKDAYS:
            return None
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) < 3]
    fits = end == len(text) and len(years) <= 1 and len(days) <= 1
    if not fits or len(years) + len(days) != len(numbers) or (days and not month and years):
        return None
    return (*years, 0)[0], month, (*days, 0)[0]


def _inexact(text: str, day_first: bool | None) -> str:
    """What is certain of a date that is not exact, or where a range begins; "" if nothing is."""
    text = text.strip()
    for _ in range(4):  # "[ca. 1911?]"
        text = _ABOUT_BEHIND.sub("", _ABOUT.sub("", text, count=1), count=1).strip(" ,")
        exact = _exact(text, day_first)
        if exact:
            return _iso(exact)
    found = _DECADE.fullmatch(text)
    if found:
        return f"{found[1]}0" if plausible(int(found[1]) * 10) else ""
    return _of_season(text) or _of_range(text, day_first)


def _of_season(text: str) -> str:
    """The year, and month if there is one, of "spring 1911", "winter 1911-12", "early May 1911"."""
    tokens = [token for token in _GAPS.split(text) if token and token not in words.FILLERS]
    rest = [token for token in tokens if token not in words.SEASONS and token not in words.PARTS]
    if len(rest) == len(tokens):
        return ""
    text = " ".join(rest)
    years = _YEARS.fullmatch(text)
    parts = _exact(years[1] if years else text, None)
    return _iso(parts) if parts else ""


def _of_range(text: str, day_first: bool | None) -> str:
    """What both ends of a range have in common, or else its beginning."""
    found = ends_of(text, day_first)
    return _iso(_common(*found)) if found else ""


def ends_of(text: str, day_first: bool | None = None) -> tuple[Parts, Parts] | None:
    """The first and the last part of a range such as "3–5 May 1911"; None if it is none."""
    years = _YEARS.fullmatch(text)
    if years:
        year = int(years[2] if len(years[2]) == 4 else years[1][:2] + years[2])
        return ((int(years[1]), 0, 0), (year, 0, 0)) if year > int(years[1]) else None
    text = _BETWEEN.sub("", text, count=1)
    for left, right in _halves(text):
        last = _exact(_bare(right), day_first)
        first = (_exact(_bare(left), day_first) or _in_words(_bare(left))) if last else None
        if not first or not last:
            continue
        if not first[0]:  # "3–5 May 1911", "May–June 1911"
            first = (last[0], first[1] or last[1], first[2])
        if _iso(first) and first <= last and first != last:
            return first, last
    return None


def _bare(text: str) -> str:
    """A half of a range without what makes it uncertain."""
    return _ABOUT_BEHIND.sub("", _ABOUT.sub("", text.strip())).strip()


def _halves(text: str) -> Iterator[tuple[str, str]]:
    for found in _TO.finditer(text):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def _common(first: Parts, last: Parts) -> Parts:
    if first[0] != last[0]:
        return first
    return (first[0], first[1], 0) if first[1] == last[1] else (first[0], 0, 0)
