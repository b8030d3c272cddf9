"""The days that a date of less than a day's precision covers."""

from __future__ import annotations

import datetime


def extent(date: str) -> tuple[str, str, str]:
    """First day, last day and precision of "2024-03-25", "2024-03" or "2024".

    Raises ValueError for a day that no calendar has.
    """
    year, month, day = (int(part) for part in (*date.split("-"), "1", "1")[:3])
    first = datetime.date(year, month, day)
    if len(date) == 10:
        return date, date, "day"
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31", "year"
    # The day before the next month's first; December has 31 days in every year.
    days = 31 if month == 12 else (datetime.date(year, month + 1, 1) - first).days
    return f"{date}-01", f"{date}-{days:02d}", "month"
