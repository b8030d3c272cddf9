"""Calendar arithmetic: a period is a unit and the number of that unit since year 0.

Every day, week, month, quarter, half, season, year, decade and century is one `Period`, so that
"last month" is a shift by -1 and "three quarters later" a shift by 3, whatever the unit. A period
knows its first and last day and its TIMEX3 value (TimeML 1.2.1, Saurí et al. 2006; ISO 8601
weeks):

    day      1998-03-22     quarter  1998-Q1      decade   199
    week     1998-W12       half     1998-H1      century  19
    weekend  1998-W12-WE    season   1998-SP, -SU, -FA, -WI (the winter that begins in that year)
    month    1998-03        year     1998

Before our era years are astronomical, as in ISO 8601: 44 BC is -0043. Centuries are counted as
people count them; -04 is the 5th century BC, the years -0499 to -0400.

Seasons are the three whole months of the northern hemisphere that weather services use.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import FIRST_YEAR, LAST_YEAR, Day, year_text

SEASONS = ("SP", "SU", "FA", "WI")

# What a value looks like when nothing says which day, week … it is.
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}

# How many of a unit make a year, and how many years the long units last.
PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4, "year": 1}
YEARS = {"decade": 10, "century": 100}


def add_months(year: int, month: int) -> Day:
    """The first day of a month whose number may lie outside 1–12."""
    return Day.of(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month … of the calendar."""

    unit: str
    index: int

    @property
    def first(self) -> Day:
        """The first day. Raises ValueError or OverflowError for years of more than four digits."""
        unit, n = self.unit, self.index
        if unit == "day":
            return Day.numbered(n)
        if unit == "week":
            return Day.numbered(n * 7 + 1)
        if unit == "weekend":
            return Day.numbered(n * 7 + 6)
        if unit in YEARS:
            # The first century and decade lack a year, and those before them end with 1 BC.
            return Day.of(n * YEARS[unit] + (n <= 0), 1, 1)
        per = PER_YEAR[unit]
        months = 12 // per
        offset = 2 if unit == "season" else 0
        return add_months(n // per, n % per * months + 1 + offset)

    @property
    def last(self) -> Day:
        """The last day, inclusive."""
        return self.first.plus(1) if self.unit == "weekend" else self.shift(1).first.plus(-1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        unit, day = self.unit, self.first
        if unit in ("week", "weekend"):
            thursday = Day.numbered(day.number - day.weekday + 3)  # it has the year of its week
            week = (thursday.number - Day.of(thursday.year, 1, 1).number) // 7 + 1
            return f"{year_text(thursday.year)}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        if unit in YEARS:
            digits = 2 if unit == "century" else 3
            return f"{self.index:0{digits}d}" if self.index >= 0 else f"-{~self.index:0{digits}d}"
        text = year_text(day.year)
        if unit == "season":
            return f"{text}-{SEASONS[self.index % 4]}"
        if unit == "quarter":
            return f"{text}-Q{self.index % 4 + 1}"
        if unit == "half":
            return f"{text}-H{self.index % 2 + 1}"
        if unit == "year":
            return text
        return str(day) if unit == "day" else f"{text}-{day.month:02d}"

    def shift(self, count: int) -> Period:
        """The period of the same unit so many later (or earlier)."""
        return Period(self.unit, self.index + count)

    def inside(self, unit: str) -> Period:
        """The period of another unit that holds the first day of this one."""
        return self if unit == self.unit else of_day(self.first, unit)

    def third(self, part: int) -> tuple[Day, Day]:
        """The first, middle or last third (0, 1, 2): "early", "mid" and "late".

        Years are cut by months, decades and centuries by years, all else by days.
        """
        size = YEARS.get(
            self.unit, 12 if self.unit == "year" else self.last.number - self.first.number + 1
        )
        begin, end = size * part // 3, size * (part + 1) // 3
        if self.unit in YEARS:
            begin, end = -(-size * part // 3), -(-size * (part + 1) // 3)
            years = Period("year", self.first.year)
            return years.shift(begin).first, years.shift(end - 1).last
        steps = of_day(self.first, "month" if self.unit == "year" else "day")
        return steps.shift(begin).first, max(steps.shift(end - 1).last, steps.shift(begin).last)

    def fits(self) -> bool:
        """Whether the period lies inside the years of four digits."""
        try:
            return FIRST_YEAR < self.first.year <= self.last.year < LAST_YEAR
        except (ValueError, OverflowError):
            return False


def of_day(day: Day, unit: str) -> Period:
    """The period of a unit that a day lies in."""
    if unit == "day":
        return Period(unit, day.number)
    if unit in ("week", "weekend"):
        return Period(unit, (day.number - 1) // 7)
    if unit in YEARS:
        size = YEARS[unit]
        return Period(unit, day.year // size if day.year > 0 else ~(-day.year // size))
    per = PER_YEAR[unit]
    if unit == "season":
        return Period(unit, (day.year * 12 + day.month - 3) // 3)
    return Period(unit, day.year * per + (day.month - 1) * per // 12)


def day_of(year: int, month: int, day: int) -> Period | None:
    """A calendar day, or None when there is no such day."""
    try:
        return of_day(Day.of(year, month, day), "day")
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> Period | None:
    """A month, or None when there is no such month."""
    known = 1 <= month <= 12 and year >= FIRST_YEAR
    return Period("month", year * 12 + month - 1) if known else None


def of_iso(text: str) -> Period | None:
    """The day, month or year that an ISO date names ("2024-03-22", "2024-03", "2024"), or None."""
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = text[:10].split("-")
    if not all(part.isdecimal() and part.isascii() for part in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(part) for part in parts]
    numbers[0] *= sign
    if len(numbers) == 3:
        return day_of(numbers[0], numbers[1], numbers[2])
    if len(numbers) == 2:
        return month_of(numbers[0], numbers[1])
    return Period("year", numbers[0])


def nth_weekday(year: int, month: int, weekday: int, count: int) -> Day:
    """The count-th (from 1; -1 is the last) Monday … Sunday (0–6) of a month."""
    if count > 0:
        start = Day.of(year, month, 1)
        return start.plus((weekday - start.weekday) % 7 + 7 * (count - 1))
    end = add_months(year, month + 1).plus(-1)
    return end.plus(-((end.weekday - weekday) % 7))


def orthodox_easter(year: int) -> Day:
    """Easter Sunday of the Julian calendar, as a Gregorian date (Meeus 1991, chapter 8)."""
    a, b = year % 19, (year // 100 - year // 400) - 2
    d = (19 * a + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return Day.of(year, month, day + 1).plus(b)


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return Day.of(year, month, day + 1)
