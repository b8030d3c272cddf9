"""Words for how the values of time expressions were found.

Arguments that several codes share:

    published   the day of publication, from which it was counted; "" when that is unknown
    date        another date from which it was counted
    known       "no" when the counting leads to no calendar day
    part        "season" when the reason is that of the season's year
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Reason

_WRITTEN = {
    "written-in-full": "written out in full",
    "from-to": "from {first} to {last}",
    "known-by-name": "the day that is known by this name",
    "holiday-of-written-year": "a holiday of a year that is written",
    "last-decade-of-name": "the last decade of that name",
}
_NEAREST = {
    "nearest-year": "the year {year} is the nearest to {start}",
    "nearest-season": "the season nearest to {start}",
    "nearest-holiday": "the holiday nearest to {start}",
    "nearest-quarter": "the nearest to {start}",
    "quarter-of-text": "the quarter that the text is about",
    "year-just-before": "of {year}, named right before",
    "date-beside": "said of {start}, the date beside it",
}
_COUNTED = {
    "counted-before": "{count} {units} before {start}",
    "counted-after": "{count} {units} after {start}",
    "counted-from": "counted from {start}",
    "counted-from-mention": "counted from {start}, named before",
    "counted-within": "counted within {period}",
    "week-after-next": "a week after the next, {start}",
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
    "weekday-of-period": "that weekday of {period}",
    "weekday-by-weeks": "that weekday, counted in weeks from {start}",
    "weekday-near-unknown-day": "{day} near a day that is not known",
    "weekday-of-unknown-week": "a weekday of a week that is not known",
    "some-weekday-near-unknown-day": "a weekday near a day that is not known",
    "some-weekday": "some such weekday",
}
_TIMES_OF_DAY = {
    "last-day-mentioned": "on the last day named before",
    "part-of-day": "part of a day counted from {start}",
    "part-of-last-day-mentioned": "part of a day counted from the last one named before",
    "night-of": "the night of {start}",
}
_UNKNOWN = {
    "unknown-year": "of a year that is not known",
    "in-unknown-year": "a {unit} of a year that is not known",
    "half-of-unknown-year": "half of a year that is not known",
    "end-of-unknown-year": "the end of a year that is not known",
    "unknown-weekend": "a weekend that is not known",
    "unknown-day": "on a day that is not known",
    "counted-from-unknown-day": "counted from a day that is not known",
}
_NOT_ON_CALENDAR = {
    "present": "the time of writing, no calendar date",
    "past": "some time before, no calendar date",
    "future": "some time to come, no calendar date",
    "no-calendar-date": "no calendar date is meant",
    "too-vague": "too vague or short to date by",
    "length": "length of time",
    "length-at-least": "length of time, at least",
    "length-not-stated": "a length of time that is not said",
    "how-often": "how often",
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


def time_words(reason: Reason) -> str:
    """Why a time expression has its value, in words for readers.

    Raises LookupError for a code without words, and for arguments that its words need and it lacks.
    """
    arguments = dict(reason.arguments)
    if "published" in arguments:
        arguments["start"] = f"publication on {arguments['published']}".removesuffix(" on ")
    elif "date" in arguments:
        arguments["start"] = arguments["date"]
    if "count" in arguments:
        arguments["units"] = arguments["unit"] + ("" if arguments["count"] == "1" else "s")
    season = "that year, " if arguments.get("part") == "season" else ""
    unknown = ", of a day that is not known" if arguments.get("known") == "no" else ""
    return season + TEMPLATES[reason.code].format_map(arguments) + unknown
