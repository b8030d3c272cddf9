"""The dated sentences of a document: each with one of its dates and its status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.analyse.bare_dates import Rows, is_alone, is_bare, is_stamp, neighbour, rows_of
from generator.analyse.nowadays import means_nowadays
from generator.analyse.references import is_reference
from generator.analyse.reporting import dates_report
from generator.analyse.stamps import after_stamp
from generator.analyse.status import status_of
from generator.analyse.uneventful import is_uneventful
from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import (
    DatedSentence,
    Document,
    Passage,
    Provenance,
    Sentence,
    TimeExpression,
)
from generator.model.dates import chronological

_APPOSITION = 3  # code points between an expression and another that explains it
_BETWEEN_ENDS = 16  # code points between the ends of a range
_MOST_DATES = 12  # a sentence with more is a table of dates, and must not cost more
DATED_TYPES = frozenset({"DATE", "TIME", "DURATION"})
_OF_ANOTHER_DAY = frozenset({"last-day-mentioned", "part-of-last-day-mentioned"})


def find_dated_sentences(
    document: Document, times: Sequence[TimeExpression]
) -> tuple[DatedSentence, ...]:
    """The dated sentences, in the order of the text: one for each date of a sentence.

    A date that is a sentence of its own dates the one beside it (`generator.analyse.bare_dates`).
    """
    calendar = [t for t in times if t.first and t.type in DATED_TYPES]
    found: list[DatedSentence] = []
    beside: list[DatedSentence] = []
    rows: Rows = {}
    index = 0
    for passage in document.passages:
        for sentence in passage.sentences:
            while index < len(calendar) and calendar[index].start < sentence.start:
                index += 1
            inside = []
            while index < len(calendar) and calendar[index].end <= sentence.end:
                inside.append(calendar[index])
                index += 1
            if not inside or is_stamp(document, passage, sentence, inside[0]):
                continue
            if is_reference(document, passage):
                continue
            if is_bare(document.text, sentence, inside[0]) and not is_alone(document, sentence):
                rows = rows or rows_of(document)
                told = neighbour(document, passage, sentence, rows)
                beside += [_dated_beside(document, *told, inside[0])] if told else []
            else:
                found += _of_sentence(document, passage, sentence, inside)
    known = {(s.where.start, s.time.first, s.time.last) for s in found}
    for dated in beside:
        key = dated.where.start, dated.time.first, dated.time.last
        if key not in known:
            known.add(key)
            found.append(dated)
    return tuple(sorted(found, key=lambda s: (s.where.start, s.time.start)))


def _dated_beside(
    document: Document, passage: Passage, sentence: Sentence, time: TimeExpression
) -> DatedSentence:
    """A sentence with the date beside it; read as if that date opened it."""
    text, (start, end) = document.text, (sentence.start, sentence.end)
    where = Provenance(document.id, passage.number, start, end, sentence.anchor)
    words = f"{time.text} {text[start:end]}"
    status = status_of(words, time.start, time, [time], document.date, document.language)
    return DatedSentence(where, time, status)


def _of_sentence(
    document: Document, passage: Passage, sentence: Sentence, times: Sequence[TimeExpression]
) -> list[DatedSentence]:
    text, base = document.text[sentence.start : sentence.end], sentence.start
    own = _without_range_ends(_without_bare_clocks(times))
    eventful = [t for t in own if _is_eventful(text, base, t, document.language)]
    if not eventful:
        return []
    start = _start(text, base, times, eventful)
    where = Provenance(document.id, passage.number, start, sentence.end, sentence.anchor)
    found: dict[tuple[str, str], DatedSentence] = {}
    asserted, reporting = _asserted(
        text, base, _finest(text, base, eventful, document.language), document.language
    )
    for time in asserted[:_MOST_DATES]:
        if (time.first, time.last) not in found:
            status = status_of(text, base, time, times, document.date, document.language)
            if status and time.precision == "century" and _is_to_come(time, document):
                continue  # "ready for the 21st century"
            found[time.first, time.last] = DatedSentence(where, time, status)
    for time in reporting[:_MOST_DATES]:
        found.setdefault((time.first, time.last), DatedSentence(where, time, "reporting"))
    return sorted(found.values(), key=lambda dated: dated.time.start)


def _start(
    text: str, base: int, times: Sequence[TimeExpression], eventful: Sequence[TimeExpression]
) -> int:
    """Where a sentence begins after its stamp, if no date of an event is in that.

    base: where the sentence itself begins
    """
    start = base + after_stamp(text, [(t.start - base, t.end - base) for t in times])
    return start if start <= eventful[0].start else base


def _is_eventful(text: str, base: int, time: TimeExpression, language: str) -> bool:
    """Whether a sentence can say what happened at one of its times.

    base: where the sentence begins
    """
    start, end = time.start - base, time.end - base
    if is_uneventful(text, start, end, time.precision, language):
        return False
    nowadays = means_nowadays(text, start, end, language)
    return not nowadays or dates_report(text, start, end, language)


def _without_bare_clocks(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions but for times of day that belong to a day in the same sentence."""
    bare = [time.type == "TIME" and time.reason.code in _OF_ANOTHER_DAY for time in times]
    if not any(t.precision == "day" and not b for t, b in zip(times, bare, strict=True)):
        return list(times)
    return [time for time, is_bare in zip(times, bare, strict=True) if not is_bare]


def _without_range_ends(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions but for the ends of ranges, whose beginnings have all the days."""
    ends = {
        two.start
        for one, two in pairwise(times)
        if one.precision == "interval"
        and (one.first, one.last) != (two.first, two.last)
        and one.last == two.last
        and two.start - one.end <= _BETWEEN_ENDS
    }
    return [time for time in times if time.start not in ends]


def _finest(
    text: str, base: int, times: Sequence[TimeExpression], language: str
) -> list[TimeExpression]:
    """The expressions, of two side by side only the finer: "a week ago, on 22 March"."""
    coarser, pattern = set(), _beside(language)
    for one, two in pairwise(times):
        beside = pattern.fullmatch(text, one.end - base, two.start - base)
        if beside and (one.first, one.last) != (two.first, two.last):
            if _holds(one, two):
                coarser.add(one.start)
            elif _holds(two, one):
                coarser.add(two.start)
    return [time for time in times if time.start not in coarser]


@cache
def _beside(language: str) -> re.Pattern[str]:
    """What may stand between two dates of which one explains the other."""
    return re.compile(rf"[,(–-]?\s?{any_of([language_of(language).reporting.beside])}?\s?")


def _holds(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether a time lies within another."""
    first, last = chronological(one.first), chronological(one.last)
    return first <= chronological(two.first) and chronological(two.last) <= last


def _is_to_come(time: TimeExpression, document: Document) -> bool:
    return chronological(time.last) >= chronological(document.date)


def _asserted(
    text: str, base: int, times: Sequence[TimeExpression], language: str
) -> tuple[list[TimeExpression], list[TimeExpression]]:
    """The expressions that date what is asserted, and those that date the report.

    What only repeats the date of the report goes with it: "reported on Monday, three days later".
    base: where the sentence's text begins
    """
    asserted: list[TimeExpression] = []
    reporting: list[TimeExpression] = []
    for time in times:
        last = reporting[-1] if reporting else None
        repeats = (
            last is not None and time.first == last.first and time.start - last.end <= _APPOSITION
        )
        if repeats or dates_report(text, time.start - base, time.end - base, language):
            reporting.append(time)
        else:
            asserted.append(time)
    return asserted, reporting
