"""The dated sentences of a document: each with one of its dates, its status and its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.analyse.numbers import find_figures
from generator.analyse.status import status_of
from generator.lang import LANGUAGES
from generator.lang.clock import HALF_OF_DAY, ZONES
from generator.lang.words import any_of
from generator.model import (
    DatedSentence,
    Document,
    Passage,
    Provenance,
    Sentence,
    Status,
    TimeExpression,
)

# "said on Monday", "reported late on Monday": the date of the report, not of what it reports.
_WORDS = [language.reporting for language in LANGUAGES.values()]
_REPORT = re.compile(
    rf"\b{any_of(words.verbs for words in _WORDS)}"
    rf"{any_of(words.tail for words in _WORDS)}"
    rf"(?: {any_of(words.prepositions for words in _WORDS)})?\s*$"
)
# "Thu May 27, 2010 9:48 am EDT": the stamp of a dispatch.
_STAMP = re.compile(rf"\d\s?(?:{HALF_OF_DAY}\.?)?\s?(?:{ZONES})$")
_POSSESSIVE = re.compile(any_of(language.names.possessive for language in LANGUAGES.values()))
_BESIDE = re.compile(rf"[,(–-]?\s?{any_of(words.beside for words in _WORDS)}?\s?")
_APPOSITION = 3  # code points between an expression and another that explains it
_MOST_DATES = 12  # a sentence with more is a table of dates, and must not cost more
_REACH = 60  # code points before an expression that may contain its verb
DATED_TYPES = frozenset({"DATE", "TIME"})


def find_dated_sentences(
    document: Document, times: Sequence[TimeExpression]
) -> tuple[DatedSentence, ...]:
    """The dated sentences, in the order of the text: one for each date of a sentence."""
    calendar = [t for t in times if t.first and t.type in DATED_TYPES]
    found: list[DatedSentence] = []
    index = 0
    for passage in document.passages:
        for sentence in passage.sentences:
            while index < len(calendar) and calendar[index].start < sentence.start:
                index += 1
            inside = []
            while index < len(calendar) and calendar[index].end <= sentence.end:
                inside.append(calendar[index])
                index += 1
            if inside:
                found += _of_sentence(document, passage, sentence, inside)
    return tuple(found)


def _of_sentence(
    document: Document, passage: Passage, sentence: Sentence, times: Sequence[TimeExpression]
) -> list[DatedSentence]:
    text = document.text[sentence.start : sentence.end]
    where = Provenance(document.id, passage.number, sentence.start, sentence.end, sentence.anchor)
    figures = find_figures(document.text, sentence.start, sentence.end, times, document.language)
    asserted = _asserted(text, sentence.start, _finest(text, sentence.start, times))
    by_date: dict[tuple[str, str], TimeExpression] = {}
    for time in asserted or times:
        by_date.setdefault((time.first, time.last), time)
    found = []
    for time in list(by_date.values())[:_MOST_DATES]:
        status: Status = "reporting"
        if asserted:
            base, date, language = sentence.start, document.date, document.language
            status = status_of(text, base, time, times, date, language)
        found.append(DatedSentence(where, time, status, figures))
    return found


def _finest(text: str, base: int, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions, of two side by side only the finer: "a week ago, on 22 March"."""
    coarser = set()
    for one, two in pairwise(times):
        beside = _BESIDE.fullmatch(text, one.end - base, two.start - base)
        if beside and (one.first, one.last) != (two.first, two.last):
            if one.first <= two.first and two.last <= one.last:
                coarser.add(one.start)
            elif two.first <= one.first and one.last <= two.last:
                coarser.add(two.start)
    return [time for time in times if time.start not in coarser]


def _asserted(text: str, base: int, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions that date what is asserted; `base` is where the sentence's text begins.

    What only repeats the date of the report goes with it: "reported on Monday, three days later".
    """
    asserted: list[TimeExpression] = []
    report: TimeExpression | None = None
    for time in times:
        repeats = report is not None and time.first == report.first
        if _dates_report(text, time, time.start - base) or (
            report is not None and repeats and time.start - report.end <= _APPOSITION
        ):
            report = time
        else:
            asserted.append(time)
    return asserted


def _dates_report(sentence: str, time: TimeExpression, at: int) -> bool:
    """Whether an expression dates the report: after a verb of saying, or with a time zone."""
    end = at + time.end - time.start
    if _POSSESSIVE.fullmatch(sentence[end : end + 2]):
        return False  # "said Friday's attack"
    return bool(_REPORT.search(sentence[max(0, at - _REACH) : at]) or _STAMP.search(time.text))
