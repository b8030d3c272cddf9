"""Words for how the values of time expressions were found.

Arguments that several codes share:

    published   the day of publication, from which it was counted; "" when that is unknown
    date        another date from which it was counted
    known       "no" when the counting leads to no calendar day
    part        "season" when the reason is that of the season's year
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import Reason
from generator.render.catalogues import gettext, messages, ngettext
from generator.render.dates import long_date

# The units of time that reasons name.
_UNITS = (
    *(messages("second", "seconds"), messages("minute", "minutes"), messages("hour", "hours")),
    *(messages("day", "days"), messages("week", "weeks"), messages("weekend", "weekends")),
    *(messages("fortnight", "fortnights"), messages("month", "months")),
    *(messages("quarter", "quarters"), messages("half", "halves"), messages("year", "years")),
    *(messages("season", "seasons"), messages("holiday", "holidays")),
    *(messages("decade", "decades"), messages("century", "centuries")),
)
_SEVERAL = 5  # for the form of a word beside a number with a fraction
_EARLY = re.compile(r"(?:-\d{4}|0\d{3})(?:-\d\d){0,2}")
_WRITTEN = {
    "written-in-full": "written in full",
    "double-year": "written with two years, of which {year} is the one that counts today",
    "figures-in-two-orders": "figures that can be read in two orders; read with the {first} first",
    "from-to": "from {first} to {last}",
    "known-by-name": "the day known by this name",
    "holiday-of-written-year": "a holiday in the year given",
    "last-decade-of-name": "the last decade of that name",
}
_NEAREST = {
    "year-by-tense": "{year} by the tense; more than half a year from {start}, so not certain",
    "year-named-before": "of {year}, the year named before",
    "nearest-year": "{year} is the year nearest to {start}",
    "nearest-season": "the season nearest to {start}",
    "nearest-holiday": "the holiday nearest to {start}",
    "nearest-quarter": "the quarter nearest to {start}",
    "quarter-of-text": "the quarter the text is about",
    "year-of-list": "of {year}, the year given with the date after it",
    "year-just-before": "of {year}, mentioned just before",
    "date-beside": "refers to {start}, the date next to it",
}
_COUNTED = {
    "counted-before": "{count} {units} before {start}",
    "counted-after": "{count} {units} after {start}",
    "counted-from": "counted from {start}",
    "counted-from-mention": "counted from {start}, mentioned before",
    "counted-within": "counted within {period}",
    "days-before": "within the days before {start}",
    "up-to": "up to {start}",
    "starting-from": "from {start} on",
    "week-after-next": "a week after the next such weekday, counted from {start}",
    "weekend-before": "the weekend before {start}",
    "weekend-after": "the weekend after {start}",
    "year-before": "a year before {start}",
    "unit-of": "the {unit} of {start}",
}
_WEEKDAYS = {
    "weekday-on": "{day}, the day of {start}",
    "weekday-before": "{day} before {start}",
    "weekday-after": "{day} after {start}",
    "weekday-of-week": "{day} of the week of {start}",
    "weekday-and-day": "the month nearest to {start} in which weekday and day agree",
    "weekday-of-period": "that weekday of {period}",
    "weekday-by-weeks": "that weekday, counted in weeks from {start}",
    "weekday-near-unknown-day": "{day} near an unknown day",
    "weekday-of-unknown-week": "a weekday in an unknown week",
    "some-weekday-near-unknown-day": "a weekday near an unknown day",
    "some-weekday": "a weekday that the text leaves open",
}
_TIMES_OF_DAY = {
    "last-day-mentioned": "on the last day mentioned before",
    "part-of-day": "part of a day counted from {start}",
    "part-of-last-day-mentioned": "part of a day, counted from the last day mentioned",
    "night-of": "the night of {start}",
}
_UNKNOWN = {
    "unknown-year": "in an unknown year",
    "in-unknown-year": "a {unit} in an unknown year",
    "half-of-unknown-year": "half of an unknown year",
    "end-of-unknown-year": "the end of an unknown year",
    "unknown-weekend": "an unknown weekend",
    "unknown-day": "on an unknown day",
    "counted-from-unknown-day": "counted from an unknown day",
}
_NOT_ON_CALENDAR = {
    "present": "the time of writing, not a calendar date",
    "past": "some time in the past, not a calendar date",
    "future": "some time in the future, not a calendar date",
    "no-calendar-date": "not a calendar date",
    "too-vague": "too vague or too short to date",
    "length": "a length of time",
    "length-at-least": "at least this length of time",
    "length-not-stated": "a length of time that is not given",
    "how-often": "a frequency",
    "every-weekday": "every such weekday",
}
TEMPLATES: Mapping[str, str] = {
    **_WRITTEN,
    **_NEAREST,
    **_COUNTED,
    **_WEEKDAYS,
    **_TIMES_OF_DAY,
    **_UNKNOWN,
    **_NOT_ON_CALENDAR,
}


def _readable(value: str) -> str:
    """A date of the first thousand years of our era, or before it, as people write it."""
    return long_date(value) if _EARLY.fullmatch(value) else value


def time_words(reason: Reason) -> str:
    """Why a time expression has its value, in words for readers.

    Raises LookupError for a code without words, and for arguments that its words need and it lacks.
    """
    arguments = {name: _readable(value) for name, value in reason.arguments}
    if "published" in arguments:
        day = arguments["published"]
        arguments["start"] = (
            gettext("publication on {day}", day=day) if day else gettext("publication")
        )
    elif "date" in arguments:
        arguments["start"] = arguments["date"]
    if "count" in arguments:
        one = arguments["count"] == "1"
        unit, number = arguments["unit"], arguments["count"]
        many = int(number) if number.isdigit() else _SEVERAL
        arguments["units"] = ngettext(unit, _many(unit), 1 if one else many)
    for name in ("unit", "first"):
        if name in arguments:
            arguments[name] = _unit_words(arguments[name])
    season = gettext("that year, ") if arguments.get("part") == "season" else ""
    unknown = gettext("; the date is unknown") if arguments.get("known") == "no" else ""
    return season + gettext(TEMPLATES[reason.code]).format_map(arguments) + unknown


def _unit_words(unit: str) -> str:
    return ngettext(unit, _many(unit), 1)


def _many(unit: str) -> str:
    return dict(_UNITS).get(unit, f"{unit}s")
