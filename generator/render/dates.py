"""Dates as readers like them. Months are named here, never by the machine's locale."""

from __future__ import annotations

from generator.lang import language_of

MONTHS = tuple(language_of("en").months)  # the pages are in English


def long_date(date: str) -> str:
    """ "2024-03-25" as "25 March 2024", "2024-03" as "March 2024"; "" as "undated"."""
    if not date:
        return "undated"
    year, month, day = (*date.split("-"), "", "")[:3]
    words = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(word for word in words if word)


def short_date(date: str) -> str:
    """ "2024-03-25" as "25 Mar 2024"; for axes and narrow columns."""
    if len(date) < 7:
        return date or "undated"
    month = MONTHS[int(date[5:7]) - 1]
    return long_date(date).replace(month, month[:3])


def span(first: str, last: str) -> str:
    """Two dates as one line; one date when they are equal."""
    if len(first) == len(last) == 10 and first != last:
        return day_range(first, last)
    return long_date(first) if first == last else f"{long_date(first)} – {long_date(last)}"


def day_range(first: str, last: str) -> str:
    """Two days as a range: "18–24 March 2024", "28 March – 2 April 2024"."""
    if first[:7] == last[:7]:
        return f"{int(first[8:])}–{long_date(last)}"
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return f"{first[:4]}–{last[:4]}"
    if first[:4] == last[:4]:
        return f"{long_date(first).rsplit(' ', 1)[0]} – {long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"
