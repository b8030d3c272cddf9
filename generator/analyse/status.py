"""Whether what a dated sentence says was done, is planned, uncertain or denied.

A sentence is judged by the clause with its time expression, by words for each status, and by the
date itself: what lies after the day of the report is at most planned. A denial or a doubt that
governs a whole sentence ("denied that …") extends to its end. The words are those of the document's
language (`generator.lang`); if it has none, only the date counts.

The rules are of the kind of NegEx (Chapman et al. 2001): triggers, phrases that look like triggers
and are not, and a scope. They miss what is said in other words and do not see irony.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.lang import language_of
from generator.lang.language import StatusWords
from generator.lang.words import any_of
from generator.model import Status, TimeExpression

_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"^(\W*)([A-Z])(\w*)(?= [a-z])")
_REACH = 300  # code points; no clause is longer, and an endless sentence must not cost more
_LEAST_WORDS = 3  # a clause of fewer ("On Friday,") only dates the one beside it


@cache
def _clause_ends(openers: str) -> re.Pattern[str]:
    """Punctuation outside numbers, or the word with which another clause begins."""
    return re.compile(rf"[;:–—]|,(?!\d)|\b{any_of([openers])}\b")


@cache
def _asides(verbs: str) -> re.Pattern[str]:
    """ "The hall may, police said, have burned": such an aside belongs to neither clause."""
    return re.compile(rf",(?: \w+){{1,6}}? {any_of([verbs])},")


def status_of(
    sentence: str,
    base: int,
    time: TimeExpression,
    times: Sequence[TimeExpression],
    date: str,
    language: str,
) -> Status:
    """The status of a sentence at one of its time expressions.

    base: where the sentence begins in the document's text
    times: all time expressions of the sentence
    date: publication date of the document, or ""
    """
    to_come = bool(date) and time.first > date.ljust(10, "~")
    words = language_of(language).status
    if words is None:
        return "planned" if to_come else ""
    text = _readable(sentence, base, times, words)
    clause = _clause(text, time.start - base, time.end - base, words)
    before = text[max(0, time.start - base - _REACH) : time.start - base]
    if words.negated.search(clause) or words.governing.search(f"{before} {clause}"):
        return "negated"
    if words.uncertain.search(clause):
        return "uncertain"
    open_still = not date or time.last >= date
    planned = words.planned.search(clause) if open_still else None
    return "planned" if to_come or planned or words.expected.search(clause) else ""


def _readable(sentence: str, base: int, times: Sequence[TimeExpression], words: StatusWords) -> str:
    """The sentence, of the same length, without time expressions, asides and harmless phrases.

    Its first word is without its capital, so that "May" and "Will" elsewhere are names.
    """
    parts, at = [], 0
    for time in times:
        start, end = time.start - base, time.end - base
        parts += [sentence[at:start], " " * (end - start)]
        at = end
    text = "".join([*parts, sentence[at:]])
    text = _OPENING.sub(lambda m: f"{m[1]}{m[2].lower()}{m[3]}", text)
    for pattern in (_asides(words.aside), words.harmless):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def _clause(text: str, start: int, end: int, words: StatusWords) -> str:
    """The clause around start..end, and the next one if it has hardly any words."""
    reach, ends = max(0, start - _REACH), _clause_ends(words.clause_openers)
    first = max((m.end() for m in ends.finditer(text, reach, start)), default=reach)
    last = _end_of_clause(text, end, ends)
    if len(_WORD.findall(text[first:last])) < _LEAST_WORDS:
        last = _end_of_clause(text, last + 1, ends)
    return text[first:last]


def _end_of_clause(text: str, start: int, ends: re.Pattern[str]) -> int:
    found = ends.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)
