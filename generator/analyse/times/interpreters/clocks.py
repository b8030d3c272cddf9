"""Clock times and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.analyse.times.context import Context, dated
from generator.analyse.times.interpreters.common import (
    day_indexes,
    day_number,
    published,
    tense_of,
)
from generator.analyse.times.interpreters.days import find_day, part_code
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import UNKNOWN, Period
from generator.lang.clock import GREENWICH
from generator.model import Reason, reason

NAMES_DAY = ("MONTH", "DEICTIC", "WEEKDAY", "ISO", "NUMERIC")
# What makes figures such as 21:14, which may be a score, a time; failing that, a preposition.
_DOTTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_HOURS, _MINUTES = 24, 59  # at most
_MONTH = 31  # days
_SMALL = 5  # up to this hour "at night" is after midnight
SIGNS = (*NAMES_DAY, "MERIDIEM", "ZONE", "PART", "POINT", "AM", "PM", "OCLOCK")


def time_of(match: Match) -> str:
    """The TIMEX3 time of day, "T09:30" or "T12:00"; empty when there is none."""
    text, hour = (match.name("CLOCK") or _dotted(match)).replace(".", ":"), _hour(match)
    figures = match.tokens.word(match.begin)
    if not text and len(figures) == 4 and figures.isdecimal() and match.has("ZONE"):
        text = f"{figures[:2]}:{figures[2:]}"  # as in "1900 GMT"
    if not text and hour is None:
        point = match.name("POINT")
        return f"T{point}" if point else ""
    hours, _, minutes = (text or f"{hour}:00").partition(":")
    number = int(hours)
    half = match.name("MERIDIEM") or ("p" if match.has("PM") else "a" if match.has("AM") else "")
    part = match.name("PART")
    if half == "p" or (not half and (part in ("AF", "EV") or (part == "NI" and number > _SMALL))):
        number += 12 if number < 12 else 0
    elif half == "a" and number == 12:
        number = 0
    return f"T{number:02d}:{minutes}{_zone(match)}" if number <= 24 else ""


def _dotted(match: Match) -> str:
    """Figures such as 9.30 that a rule takes for a time of day; "" where they are none."""
    figures = match.name("DECIMAL")
    return figures if _DOTTED.fullmatch(figures) else ""


def _hour(match: Match) -> int | None:
    """The full hour: a number up to 12, or any beside the word for it, but not the day's."""
    name = next((n for n in ("HOUR", "INT", "ORDINAL", "NUMBER") if match.has(n)), "")
    if not name or (name != "HOUR" and not match.has("OCLOCK")):
        return None
    numbers = match.indexes(name)
    months = [index for index in match.indexes("MONTH") if index not in numbers]  # "sept heures"
    if months:
        day = min(day_indexes(match), key=lambda i: abs(i - months[0]), default=-1)
        numbers = [index for index in numbers if index != day]
    found = match.tokens.values[numbers[0]][name] if numbers else None
    return found if isinstance(found, int) else None


def _zone(match: Match) -> str:
    """The TIMEX3 sign of Greenwich time; of the other zones nothing is kept."""
    return "Z" if any(match.tokens.word(i) in GREENWICH for i in match.indexes("ZONE")) else ""


def clock(match: Match, context: Context) -> Outcome:
    """A time of day, on the day named with it, or else on the last one named, or on publication."""
    time = time_of(match)
    if not time or not (
        match.has(*SIGNS) or match.preceded_by(context.clauses.language.clock_prepositions)
    ):
        return None
    if _is_no_zone(match):
        return None
    if _says_again(match) or _in_a_name(match, context):
        return ()
    named = _with_day(match)
    if named is not None:
        found = find_day(named, context)
        return (
            Interpretation("TIME", found.value + time, found.reason, found.day) if found else None
        )
    day = context.day_of_clock(match.begin, match.end)
    return _on_day(day, time, _origin(day, context, "last-day-mentioned"))


def _with_day(match: Match) -> Match | None:
    """The tokens that name the day of a time; None where it names none.

    Spanish "mañana" after the hour is the morning, not tomorrow, and "dez" and "sept" are hours
    where they stand for one, not months.
    """
    values = match.tokens.values
    hours = match.indexes("NUMBER")
    days = [i for name in NAMES_DAY for i in match.indexes(name)]
    others = {i for i in days if i in hours or (hours and i > hours[0] and "PART" in values[i])}
    if not others:
        return match if days else None
    rest = sorted(i for i in days if i not in others)
    return match.part(rest[0], match.end) if rest else None


def _origin(day: Period | None, context: Context, code: str) -> Reason:
    """Why a time is on a day: it was named before, or is that of publication."""
    if day is not None and day == context.last_day:
        return reason(code)
    return reason("part-of-day", **published(context))


def _is_no_zone(match: Match) -> bool:
    """Whether "local" only describes what follows: "the 3 local people"."""
    zones = match.indexes("ZONE")
    if not zones or match.has("CLOCK", "MERIDIEM", "AM", "PM", "OCLOCK"):
        return False
    return match.tokens.word(zones[-1]).islower() and not match.follows("TIMEWORD")


def _says_again(match: Match) -> bool:
    """Whether a time is that of another zone for the one before: "9 a.m. (0800 GMT)"."""
    values, at = match.tokens.values, match.begin
    if at < 2 or "OPEN" not in values[at - 1] or not match.has("ZONE"):
        return False
    return any(name in values[at - 2] for name in ("CLOCK", "MERIDIEM", "ZONE", "AM", "PM"))


def _in_a_name(match: Match, context: Context) -> bool:
    """Whether "Noon" or "Midnight" is in a title, after another word with a capital."""
    if match.end - match.begin > 1 or not match.has("POINT") or not match.text[0].isupper():
        return False
    before = match.tokens.word(match.begin - 1) if match.begin else ""
    return (
        before[:1].isupper() and before.lower() not in context.clauses.language.clock_prepositions
    )


def _on_day(day: Period | None, time: str, why: Reason) -> Interpretation:
    if day is None or not day.fits():
        return Interpretation("TIME", UNKNOWN["day"] + time, reason("unknown-day"))
    return Interpretation("TIME", day.value + time, why, day)


def part(match: Match, context: Context) -> Outcome:
    """ "this morning", "last night", "the next morning", "the night of March 5"."""
    code = part_code(match)
    values = match.tokens.values
    days = [i for name in NAMES_DAY for i in match.indexes(name)]
    parts = [i for i in days if "PART" in values[i] and i > match.begin]  # "la mañana"
    if len(days) > len(parts):
        found = find_day(match.part(max(parts, default=match.begin - 1) + 1, match.end), context)
        return (
            Interpretation("TIME", f"{found.value}T{code}", found.reason, found.day)
            if found
            else None
        )
    shift, step = match.number("SHIFT"), 1 if match.has("NEXT") else match.number("STEP")
    if step is None and shift is not None:
        today = context.anchor("day")
        why = reason("part-of-day", **published(context))
        return _on_day(today.shift(shift) if today else None, f"T{code}", why)
    if step is None:
        base = context.day_of_clock(match.begin, match.end, bare=True)
    else:
        base = context.last_day or context.anchor("day")
    why = _origin(base, context, "part-of-last-day-mentioned")
    return _on_day(base.shift(step or 0) if base else None, f"T{code}", why)


def overnight(match: Match, context: Context) -> Outcome:
    """ "overnight": the night before or after, as the day of publication has it."""
    return _on_day(context.anchor("day"), "TNI", reason("night-of", **published(context)))


def small_hours(match: Match, context: Context) -> Outcome:
    """ "the early hours of Monday": the morning, at its beginning."""
    if match.has(*NAMES_DAY):
        found = find_day(match, context)
        if found is None:
            return None
        return Interpretation("TIME", f"{found.value}TMO", found.reason, found.day, "start")
    day = context.last_day or context.anchor("day")
    return replace(_on_day(day, "TMO", reason("last-day-mentioned")), modality="start")


def night_between(match: Match, context: Context) -> Outcome:
    """The night from one day to the next ("from 3 to 4 May"): that of the first, with both days."""
    last = max(match.indexes("DAY") + match.indexes("ORDINAL") + match.indexes("WEEKDAY"))
    found = find_day(match.part(last, match.end), context)
    if found is None or found.day is None or not found.day.shift(-1).fits():
        return Interpretation("TIME", f"{UNKNOWN['day']}TNI", reason("unknown-day"))
    first = found.day.shift(-1)
    return Interpretation(
        "TIME", f"{first.value}TNI", found.reason, first, until=found.day, mark=found.mark
    )


def hours(match: Match, context: Context) -> Outcome:
    """ "14 h 30", "14.30 Uhr", "20 heures": figures that a word makes a time of day."""
    hour, minutes = _hour_and_minutes(match)
    if hour > _HOURS or minutes > _MINUTES:
        return None
    time = f"T{hour:02d}:{minutes:02d}"
    named = _with_day(match)
    if named is not None:
        found = find_day(named, context)
        return (
            Interpretation("TIME", found.value + time, found.reason, found.day) if found else None
        )
    day = context.day_of_clock(match.begin, match.end)
    return _on_day(day, time, _origin(day, context, "last-day-mentioned"))


def numbered_day(match: Match, context: Context) -> Outcome:
    """ "le 13 à 12h30", "el próximo día 20", "12 deste mês": a day of a month that is not named.

    It is that of the date named last where that is far from publication, as in a history.
    """
    indexes = [i for i in day_indexes(match) if match.tokens.word(i)[:1].isdecimal()]
    if not indexes:
        return None
    number = day_number(match, indexes[0])
    day, why = _day_numbered(number, match, context)
    rest = match.part(indexes[0] + 1, match.end)
    hour, minutes = _hour_and_minutes(rest) if rest.has("NUMBER", "CLOCK") else (99, 0)
    code = part_code(rest)
    tail = f"T{hour:02d}:{minutes:02d}" if hour <= _HOURS and minutes <= _MINUTES else ""
    tail = tail or (f"T{code}" if code else "")
    if day is None or not day.fits():
        value = f"XXXX-XX-{number:02d}" + tail
        return Interpretation("TIME" if tail else "DATE", value, reason("unknown-day"))
    return Interpretation("TIME" if tail else "DATE", day.value + tail, why, day)


def _day_numbered(number: int, match: Match, context: Context) -> tuple[Period | None, Reason]:
    """The day of that number that is meant, and why."""
    today, last, shift = context.anchor("day"), context.last_day, match.number("SHIFT")
    back = match.has("STEP") or (shift is None and (today is None or _is_far(last, today)))
    if last is not None and back:
        found = dated(last.first.year, last.first.month, number)
        return found, reason("unit-of", unit="month", date=last.value)
    this = context.anchor("month")
    if today is None or this is None:
        return None, reason("unknown-day")
    tense = shift if shift else tense_of(match, context)
    options = [
        day
        for step in ((0,) if shift == 0 else (-1, 0, 1))
        if this.shift(step).fits()
        and (day := dated(this.shift(step).first.year, this.shift(step).first.month, number))
        and not (shift and (day.first.number - today.first.number) * shift <= 0)
    ]
    found = min(options, key=lambda day: context.distance(day, tense), default=None)
    return found, reason("unit-of", unit="month", **published(context))


def _is_far(last: Period | None, today: Period) -> bool:
    return last is not None and abs(last.first.number - today.first.number) > _MONTH


def _hour_and_minutes(match: Match) -> tuple[int, int]:
    """The hour and the minutes, 0 where they are not written; an hour of 99 where there is none."""
    text = (match.name("CLOCK") or _dotted(match)).replace(".", ":")
    if text:
        hour, _, minutes = text.partition(":")
        return int(hour), int(minutes[:2])
    numbers = [number for number in match.every("NUMBER") if isinstance(number, int)]
    return (numbers[0], numbers[1] if len(numbers) > 1 else 0) if numbers else (99, 0)
