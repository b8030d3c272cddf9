"""Running totals, and the day for which a figure is given: "since March", "so far", "as of Monday".

Such words belong to all figures of a sentence if they come before them, and otherwise to those
between them and the words of this kind before them, if no comma stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.lang import LANGUAGES, language_of
from generator.lang.figure_words import FigureWords
from generator.lang.words import any_of
from generator.model import Figure, TimeExpression
from generator.model.dates import MONTH, YEAR, shortened

_NEAR = 40  # code points before a time that say what it is for
_FAR = 90  # code points before a figure in which the name of a count stands
_MOST_WORDS = 6  # of the event from which a total runs
_CELL = " | "  # between the cells of a row
_PRECISIONS = {"year": YEAR, "month": MONTH}
_POSSESSIVE = re.compile(rf"\s?{any_of(lang.names.possessive for lang in LANGUAGES.values())}\b")
_ENDS = re.compile(r"[,;]|--")


@dataclass(frozen=True, slots=True)
class _Period:
    """Words of a sentence that say for which time figures are given.

    start, end: offsets
    date: ISO date from which a running total runs or for which a count is given, or ""
    """

    start: int
    end: int
    date: str


def with_periods(
    figures: Sequence[Figure],
    text: str,
    start: int,
    end: int,
    times: Sequence[TimeExpression],
    language: str,
) -> tuple[Figure, ...]:
    """The figures of the sentence start..end, with the times for which they are given."""
    if not figures:
        return ()
    words = language_of(language).figures
    totals = _joined(text, _totals(words, text, start, end, times, language))
    counts = list(_counts(words, text, start, times))
    reports = list(_reports(words, text, start, times))
    opens = figures[0].start
    relative = re.compile(rf"(?:\s[^\s,;]+){{0,{_MOST_WORDS}}}\s{any_of([words.who])}\b")
    found = []
    for figure in figures:
        total = _of(totals, text, figure, opens, relative)
        if total:
            figure = replace(figure, since=(total.start, total.end), beginning=total.date)
        count = _of(counts, text, figure, opens, relative)
        count = count or _reported(words, text, start, figure, reports)
        found.append(replace(figure, as_of=count.date) if count else figure)
    return tuple(found)


def _of(
    periods: Sequence[_Period], text: str, figure: Figure, opens: int, relative: re.Pattern[str]
) -> _Period | None:
    """The period that belongs to a figure.

    opens: where the first figure of the sentence begins
    relative: what makes those behind a period part of it ("since the attack that killed 12")
    """
    behind = [p for p in periods if figure.end <= p.start]
    if behind and not _ENDS.search(text, figure.end, behind[0].start):
        return behind[0]
    before = [p for p in periods if p.end <= opens]
    if not before or relative.match(text, before[-1].end, figure.start):
        return None
    return before[-1]


def _joined(text: str, periods: Sequence[_Period]) -> list[_Period]:
    """The periods in order, those side by side as one: "so far this year"."""
    found: list[_Period] = []
    for period in sorted(periods, key=lambda p: (p.start, p.end)):
        if found and not text[found[-1].end : period.start].strip():
            last = found.pop()
            end = max(last.end, period.end)
            period = _Period(last.start, end, last.date or period.date)
        found.append(period)
    return found


def date_of(time: TimeExpression) -> str:
    """The first day of a time, or its month or year."""
    length = _PRECISIONS.get(time.precision)
    return shortened(time.first, length) if length else time.first


def _totals(
    words: FigureWords,
    text: str,
    start: int,
    end: int,
    times: Sequence[TimeExpression],
    language: str,
) -> list[_Period]:
    patterns = _patterns(language)
    found = [_Period(*m.span(), "") for m in patterns.events.finditer(text, start, end)]
    found += [_Period(*m.span(), "") for m in patterns.so_far.finditer(text, start, end)]
    for time in times:
        before = text[max(start, time.start - _NEAR) : time.start]
        since = patterns.since.search(before)
        recent = patterns.recent.search(before)
        if since and time.first and time.precision != "interval":
            found.append(_Period(time.start - len(since[0]), time.end, date_of(time)))
        elif recent and patterns.lately.fullmatch(time.text):
            # A whole month or year, and not the days up to now, is over: "last year".
            if time.precision == "interval" and not patterns.goes_on.match(text, time.end):
                found.append(_Period(time.start - len(recent[0]), time.end, time.first))
        elif patterns.current.fullmatch(time.text):
            found.append(_Period(time.start, time.end, date_of(time)))
    return [p for p in found if not _compares(words, text, start, p)]


def _compares(words: FigureWords, text: str, start: int, period: _Period) -> bool:
    """Whether what is since then is a comparison: "the deadliest attack since 2004"."""
    clause = _ENDS.split(text[max(start, period.start - _FAR) : period.start])[-1]
    return re.search(rf"\b{any_of([words.superlatives])}\b", clause, re.IGNORECASE) is not None


def _counts(
    words: FigureWords, text: str, start: int, times: Sequence[TimeExpression]
) -> Iterator[_Period]:
    """The days for which figures are given: "as of Monday", "the count of 30 March"."""
    opening = re.compile(
        rf"\b(?:{any_of([words.as_of])}|{any_of([words.counts_of])})\s"
        rf"(?:{any_of(words.determiners)}\s)?$",
        re.IGNORECASE,
    )
    for time in _days(times):
        before = text[max(start, time.start - _NEAR) : time.start]
        is_cell = time.start == start and text.startswith(_CELL, time.end)  # of a row of a table
        if is_cell or (opening.search(before) and not _POSSESSIVE.match(text, time.end)):
            yield _Period(time.start, time.end, date_of(time))


def _reports(
    words: FigureWords, text: str, start: int, times: Sequence[TimeExpression]
) -> Iterator[_Period]:
    """The days on which a count may have stood at a figure: "rose to 139 on Saturday"."""
    opening = re.compile(rf"(?:^\W*|\b{any_of([words.dated_by])}\s)$", re.IGNORECASE)
    inside = re.compile(rf"{any_of([words.dated_by])}\s")
    for time in _days(times):
        before = text[max(start, time.start - _NEAR) : time.start]
        if opening.search(before) or inside.match(time.text):
            yield _Period(time.start, time.end, date_of(time))


def _days(times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The days and months, but for the ends of ranges."""
    ends = {time.last for time in times if time.precision == "interval"}
    for time in times:
        if time.first and time.precision in ("day", "month") and time.last not in ends:
            yield time


def _reported(
    words: FigureWords, text: str, start: int, figure: Figure, reports: Sequence[_Period]
) -> _Period | None:
    """The day on which a count stood at a figure, where its sentence names the count.

    A day between the name and the figure is that of the event: "the toll of Friday's attack".
    """
    if not reports:
        return None
    counts = [words.tallies]
    if words.states and _is_state(words, text, figure):
        counts.append(words.states)
    tallies = re.compile(rf"\b{any_of(counts)}\b", re.IGNORECASE)
    names = [
        m.start() for m in tallies.finditer(text, max(start, figure.start - _FAR), figure.start)
    ]
    if not names:
        return None
    beside = [p for p in reports if p.end <= names[-1] or figure.end <= p.start]
    return beside[0] if len(beside) == 1 else None


def _is_state(words: FigureWords, text: str, figure: Figure) -> bool:
    """Whether a figure tells how things stood, not what happened on a day ("four explosions")."""
    happenings = words.counted - words.people - words.common
    noun = text[slice(*figure.noun)].lower()
    return figure.measure not in words.measures and noun not in happenings


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of a language: see `FigureWords`.

    since, recent: the end of what comes before a time
    events: a whole period that names no time
    lately, current: a whole time
    goes_on: what follows a time that is a part of something else ("the last year of the war")
    """

    since: re.Pattern[str]
    events: re.Pattern[str]
    so_far: re.Pattern[str]
    recent: re.Pattern[str]
    lately: re.Pattern[str]
    current: re.Pattern[str]
    goes_on: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = language_of(language).figures
    small = any_of(words.determiners)
    stops = any_of([words.breaks, *words.measures.values(), *(words.closers - words.determiners)])
    event = rf"(?:\s(?!{stops}\b)[^\s,;:.()\d]+){{0,{_MOST_WORDS}}}"
    return _Patterns(
        since=re.compile(rf"\b{any_of([words.since])}\s(?:{small}\s)?$", re.IGNORECASE),
        events=re.compile(
            rf"\b{any_of([words.since])}\s{any_of([words.since_what])}\b{event}", re.IGNORECASE
        ),
        so_far=re.compile(rf"\b{any_of([words.so_far])}\b", re.IGNORECASE),
        recent=re.compile(rf"\b{any_of([words.recent_before])}\s(?:{small}\s)?$", re.IGNORECASE),
        lately=re.compile(any_of([words.recent]), re.IGNORECASE),
        current=re.compile(any_of([words.current]), re.IGNORECASE),
        goes_on=re.compile(rf"\s{any_of([words.partitive])}\s|{_POSSESSIVE.pattern}"),
    )
