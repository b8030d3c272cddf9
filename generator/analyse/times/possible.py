"""Whether a time expression could have been found: for what comes out of a cache."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.analyse.times.periods import UNKNOWN
from generator.lang import LANGUAGES
from generator.model import Reason, TimeExpression
from generator.model.dates import FIRST_YEAR, LAST_YEAR, Day

_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
_PRECISIONS = frozenset({*UNKNOWN, "interval"})
_RULES = [language.times for language in LANGUAGES.values() if language.times]
_MODALITIES = frozenset(
    {"", "start", "unsure"}
    | {prefix.modality for rules in _RULES for prefix in rules.prefixes}
    | {modality for rules in _RULES for modality in rules.open_before.values()}
)

# The codes of all reasons for times, by the arguments that they have. "start" is a date from which
# was counted: the day of publication ("published") or another ("date").
_CODES: Mapping[frozenset[str], Collection[str]] = {
    frozenset(): {
        "written-in-full",
        "known-by-name",
        "holiday-of-written-year",
        "last-decade-of-name",
        "quarter-of-text",
        "weekday-of-unknown-week",
        "some-weekday-near-unknown-day",
        "some-weekday",
        "last-day-mentioned",
        "part-of-last-day-mentioned",
        "unknown-year",
        "half-of-unknown-year",
        "end-of-unknown-year",
        "unknown-weekend",
        "unknown-day",
        "counted-from-unknown-day",
        "present",
        "past",
        "future",
        "no-calendar-date",
        "too-vague",
        "length",
        "length-at-least",
        "length-not-stated",
        "how-often",
        "every-weekday",
    },
    frozenset({"start"}): {
        "nearest-season",
        "nearest-holiday",
        "nearest-quarter",
        "date-beside",
        "counted-from",
        "counted-from-mention",
        "week-after-next",
        "weekend-before",
        "weekend-after",
        "year-before",
        "weekday-by-weeks",
        "weekday-and-day",
        "part-of-day",
        "night-of",
        "days-before",
        "up-to",
        "starting-from",
    },
    frozenset({"first", "last"}): {"from-to"},
    frozenset({"year"}): {
        "year-just-before",
        "year-of-list",
        "year-named-before",
        "double-year",
    },
    frozenset({"first"}): {"figures-in-two-orders"},
    frozenset({"year", "start"}): {"nearest-year", "year-by-tense"},
    frozenset({"count", "unit", "start"}): {"counted-before", "counted-after"},
    frozenset({"period"}): {"counted-within", "weekday-of-period"},
    frozenset({"unit"}): {"in-unknown-year"},
    frozenset({"unit", "start"}): {"unit-of"},
    frozenset({"day"}): {"weekday-near-unknown-day"},
    frozenset({"day", "start"}): {
        "weekday-on",
        "weekday-before",
        "weekday-after",
        "weekday-of-week",
    },
}
REASONS: Mapping[str, frozenset[str]] = {
    code: names for names, own in _CODES.items() for code in own
}
# Arguments that any reason can have besides.
_FURTHER = frozenset({"start", "known", "part"})


def is_possible_time(time: TimeExpression) -> bool:
    """Whether a time expression can have these values; where it is in the text is not looked at."""
    return (
        time.type in _TYPES
        and time.modality in _MODALITIES
        and bool(time.value)
        and time.value.isascii()
        and time.value.isprintable()
        and _are_possible_days(time)
        and _is_possible_reason(time.reason)
    )


def _are_possible_days(time: TimeExpression) -> bool:
    """Whether it covers days of the calendar, as its precision says, or none."""
    if not time.first:
        return not time.last and not time.precision
    first, last = _day(time.first), _day(time.last)
    if first is None or last is None or time.precision not in _PRECISIONS:
        return False
    return first <= last and first.year > FIRST_YEAR and last.year < LAST_YEAR


def _day(text: str) -> Day | None:
    """The day that a text gives as YYYY-MM-DD; None for any other text."""
    try:
        return Day.parse(text)
    except ValueError:
        return None


def _is_possible_reason(reason: Reason) -> bool:
    needed = REASONS.get(reason.code)
    if needed is None or not all(value.isprintable() for _, value in reason.arguments):
        return False
    names = {"start" if n in ("published", "date") else n for n, _ in reason.arguments}
    return needed <= names <= needed | _FURTHER
