"""Figures: how many, how much, and of what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.analyse.figures.amounts import MOST, Amount, amounts
from generator.analyse.figures.measures import Counted, can_count, counted, subject
from generator.analyse.figures.periods import with_periods
from generator.analyse.figures.shares import Part, parts
from generator.lang import language_of
from generator.lang.figure_words import FigureWords
from generator.lang.words import any_of
from generator.model import Bound, Document, Figure, TimeExpression
from generator.model.dates import YEAR, chronological, year_of

__all__ = ["MOST", "all_figures", "can_count", "find_figures"]

_NEAR = 80  # code points around a number that tell what it is
_WORDS = 3  # words between an old number and "to"
_WORD = 20  # code points in which one word stands
_FEW = 10  # of most things, so many or fewer are not worth a figure
_LEAST_SUM = 100  # of money
_OTHER_SUM = re.compile(r"\s?\(")  # what stands before the same in another currency
_YEAR = re.compile("1[5-9][0-9]{2}|20[0-9]{2}")
# A number right after a word with a capital is mostly a part of a name: "Super 8 films".
_NAME = re.compile(r"(?<![.!?:] )\b[A-Z][a-z]+\s$")


def all_figures(document: Document, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of its text; `times`: all in it."""
    found: list[Figure] = []
    for passage in document.passages:
        if not passage.told:
            continue
        for sentence in passage.sentences:
            start, end = sentence.start, sentence.end
            first, last = (bisect_left(times, at, key=lambda t: t.start) for at in (start, end))
            inside = times[first:last]
            found += find_figures(document.text, start, end, inside, document.language)
    return tuple(_begun(figure, document) for figure in found)


def _begun(figure: Figure, document: Document) -> Figure:
    """The figure; a running total has begun: "since October 7", written in May, is of last year."""
    date, first = document.base_date, figure.beginning
    words = document.text[slice(*figure.since)]
    if not first or not date or chronological(first) <= chronological(date):
        return figure
    year = year_of(first)
    if str(year) in words or len(first) <= YEAR or first.startswith("-"):
        return figure
    return replace(figure, beginning=f"{year - 1:04}{first[YEAR:]}")


def find_figures(
    text: str, start: int, end: int, times: Sequence[TimeExpression], language: str = "en"
) -> tuple[Figure, ...]:
    """The figures in the sentence start..end of a text, in order; `times`: those in it."""
    words = language_of(language).figures
    starts = [time.start for time in times]
    found = []
    last: tuple[Amount, bool] | None = None
    for part in parts(text, start, end, _still_so(words, text, start, end, language), language):
        amount = part.amount
        beside = bisect_right(starts, amount.first) - 1
        if beside >= 0 and amount.first < times[beside].end:
            continue
        is_none = _is_none(words, text, start, end, amount)
        if last and amount.unit and _OTHER_SUM.fullmatch(text, last[0].end, amount.start):
            is_none = last[1]
            part = replace(part, amount=replace(amount, bound=last[0].bound))
        last = amount, is_none
        if is_none:
            continue
        figure = _figure(words, text, start, end, part, language)
        if figure:
            found.append(figure)
    return with_periods(found, text, start, end, times, language)


def _still_so(words: FigureWords, text: str, start: int, end: int, language: str) -> list[Amount]:
    """The numbers of a sentence but for old ones: "it rose from five people to six"."""
    found = list(amounts(text, start, end, language))
    if len(found) < 2 or not words.changes_to:
        return found
    froms = rf"\b{any_of([words.changes_from])}\s$"
    to = re.compile(rf"(?:\s\w+){{1,{_WORDS}}}\s{any_of([words.changes_to])}\s")

    def is_old(one: Amount, other: Amount) -> bool:
        before = text[max(start, one.start - _WORD) : one.start]
        return bool(re.search(froms, before) and to.fullmatch(text, one.end, other.start))

    old = {one for one, other in pairwise(found) if is_old(one, other)}
    return [one for one in found if one not in old]


def _is_none(words: FigureWords, text: str, start: int, end: int, amount: Amount) -> bool:
    """Whether a number tells no size: a length, a price, a part of a name, something to come."""
    before = text[max(start, amount.start - _NEAR) : amount.start]
    after = text[amount.end : min(end, amount.end + _NEAR)]
    of = rf"(?:\s{any_of([words.partitive])}\s)?" if words.partitive else ""
    if re.match(rf"{of}[\s-]?{any_of([words.units])}\b|\s{any_of([words.rates])}\b", after):
        return True
    if re.search(rf"\b{any_of([words.names])}\s?$|[#№§]\s?$", before):
        return True
    clause = re.split(rf"[,;:()]|--|\b{any_of([words.breaks])}\b", before)[-1]
    return re.search(rf"\b{any_of([words.planned])}\b", clause) is not None


def _figure(
    words: FigureWords, text: str, start: int, end: int, part: Part, language: str
) -> Figure | None:
    amount = part.amount
    count = counted(text, part, start, end, language)
    if amount.unit not in ("", "%") and amount.low < _LEAST_SUM:
        return None
    if count is None:
        count = Counted("", (amount.end, amount.end)) if amount.unit else None
    if count is None or (not amount.unit and _is_too_few(words, text, start, amount, count)):
        return None
    behind = text[count.noun[1] : min(end, count.noun[1] + _NEAR)]
    if re.match(rf"\s{any_of([words.planned_after])}", behind):
        return None
    return Figure(
        amount.start,
        amount.end,
        amount.low,
        amount.high,
        _bound_behind(words, behind) or amount.bound,
        count.measure,
        amount.unit,
        count.noun,
        not words.additions.isdisjoint(_around(text, amount, count, start, end)),
        subject(text, part, count.noun, end, language),
        part.whole,
    )


def _around(text: str, amount: Amount, count: Counted, start: int, end: int) -> list[str]:
    """The word before a figure, and those up to what it counts, or one where that is not named."""
    before = text[max(start, amount.start - _WORD) : amount.start].lower().split()[-1:]
    stop = max(count.noun[1], amount.end)
    after = text[stop : min(end, stop + _WORD)].lower().split()[:1]
    return [*before, *text[amount.end : stop].lower().split(), *after]


def _bound_behind(words: FigureWords, behind: str) -> Bound | None:
    """How exact a figure is by the words behind what it counts: "60 people or more"."""
    for pattern, bound in words.bounds_after.items():
        if re.match(rf"\s(?:{pattern})\b", behind):
            return bound
    return None


def _is_too_few(words: FigureWords, text: str, start: int, amount: Amount, count: Counted) -> bool:
    """Whether a number says too little: "two words", "Super 8 films", "the 2004 floods"."""
    noun = text[count.noun[0] : count.noun[1]].lower()
    if amount.low != int(amount.low) and noun in words.people:
        return True  # "1.5 m people" are not one and a half
    if amount.bound != "exact":
        return False
    if count.measure in words.measures and (
        count.sure or not noun or noun in words.counted | words.plurals
    ):
        return amount.high <= 1
    if amount.high <= _FEW:
        return amount.high <= 1 or noun not in words.counted - words.people - words.common
    if not text[amount.first].isdigit():
        return False
    if _YEAR.fullmatch(text, amount.first, amount.end) and noun not in words.people:
        return True
    return _NAME.search(text, max(start, amount.first - _NEAR), amount.first) is not None
