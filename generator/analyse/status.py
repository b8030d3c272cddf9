"""Whether what a dated sentence says was done, is planned, uncertain or denied.

A sentence is judged by the clause with its time expression, by words for each status, and by the
date itself: what lies after the day of the report is at most planned. Denied is only what a negator
denies with its verb in that clause ("did not meet on Friday"), what was cancelled after its date,
and what follows "denied that". Since or until a day something may not have happened; on that day it
did. The words are those of the document's language (`generator.lang`); if it has none, only the
date counts.

The rules are of the kind of NegEx (Chapman et al. 2001): triggers, phrases that look like triggers
and are not, and a scope. They miss what is said in other words and do not see irony.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.lang import LANGUAGES, language_of
from generator.lang.event_words import StatusWords
from generator.lang.words import any_of
from generator.model import Status, TimeExpression
from generator.model.dates import chronological

_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"^(\W*)([A-Z])(\w*)(?= [a-z])")
_POSSESSIVE = re.compile(rf"\s?{any_of(lang.names.possessive for lang in LANGUAGES.values())}\b")
_ARTICLE = re.compile(any_of(lang.names.article for lang in LANGUAGES.values()) + r"(?= \d)")
_NOUN = re.compile(r"\s[^\W\d_]")
_REACH = 300  # code points; no clause is longer, and an endless sentence must not cost more
_GOVERNED = 60  # code points that "denied that" reaches
_ATTACHED = 30  # and "approved on"
_ASKED = 120  # and "ask the Congress to"
_OPENER = 20  # and the word that opens a clause
_AHEAD = frozenset({"starting-from"})  # and of one that begins now ("the next five days")
_NAMED_DAYS = frozenset({"weekday-on"})  # reasons of a time that names its day
_LEAST_WORDS = 3  # a clause of fewer ("On Friday,") only dates the one beside it
_LEADING_WORDS = 1  # at most, before a date that opens its clause ("on Friday")


@cache
def _clause_ends(openers: str) -> re.Pattern[str]:
    """Punctuation outside numbers and words, or the word with which another clause begins."""
    return re.compile(rf"[;:–—“”\"]|--|``|\'\'| - |,(?!\d)|\b{any_of([openers])}\b")


@cache
def _either(one: str, other: str = "") -> re.Pattern[str]:
    return re.compile(rf";|--|\b{any_of((one, other))}\b")


@cache
def _asides(verbs: str) -> re.Pattern[str]:
    """ "The hall may, police said, have burned": such an aside belongs to neither clause."""
    return re.compile(rf",(?: \w+){{1,6}}? {any_of([verbs])},")


@cache
def _set_off(doubts: str) -> re.Pattern[str]:
    return re.compile(rf",(\s?(?:{doubts})\s?),")


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
    last, published = chronological(time.last), chronological(date)
    to_come = bool(date) and chronological(time.first) > published.ljust(11, "~")
    if date and time.first >= date and time.reason.code in _AHEAD:
        to_come = True
    words = language_of(language).status
    if words is None:
        return "planned" if to_come else ""
    text = _readable(sentence, base, times, words)
    clause = _clause(text, time.start - base, time.end - base, words)
    if clause.is_denied():
        return "negated"
    if clause.governed_by(words.uncertain):
        return "uncertain"
    open_still = last > published or (time.last == date and time.reason.code in _NAMED_DAYS)
    if date and open_still and clause.is_possible():
        return "uncertain"
    if to_come or clause.has(words.expected) or _is_planned(clause, words, time, date):
        return "planned"
    return ""


def _is_planned(clause: _Clause, words: StatusWords, time: TimeExpression, date: str) -> bool:
    """Whether the clause says what is to come, at a date that is not over.

    date: as in `status_of`
    """
    if date and chronological(time.last) < chronological(date):
        return False
    if clause.foresees(words.planned):
        return True
    if not date:
        return False  # in an undated text "would" may be long ago
    # "Would begin on Wednesday" is of that day; "tonight I want to say" says it.
    if time.last == date:
        return time.reason.code in _NAMED_DAYS and clause.foresees(words.foreseen)
    return (
        clause.foresees(words.foreseen)
        or clause.is_asked(words.asked)
        or clause.is_outlook(words.outlook)
    )


def _readable(sentence: str, base: int, times: Sequence[TimeExpression], words: StatusWords) -> str:
    """The sentence, of the same length, without time expressions, asides and harmless phrases.

    Its first word is without its capital, so that "May" and "Will" elsewhere are names.
    """
    parts, at = [], 0
    for time in times:
        start, end = time.start - base, time.end - base
        article = _ARTICLE.match(sentence, start, end)
        kept = article.end() if article else start
        parts += [sentence[at:kept], " " * (end - kept)]
        at = end
    text = "".join([*parts, sentence[at:]])
    text = _OPENING.sub(lambda m: f"{m[1]}{m[2].lower()}{m[3]}", text)
    # "It was, allegedly, burned": such a doubt belongs to the clause around it.
    text = _set_off(words.uncertain.pattern).sub(lambda m: f" {m[1]} ", text)
    for pattern in (_asides(words.aside), words.harmless):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


@dataclass(frozen=True, slots=True)
class _Clause:
    """The clause around an expression, and the next one if it has hardly any words.

    text: the sentence
    start, end: the expression
    first, last: the clause
    wider: where the clause begins that it depends on ("will act when they meet on Friday"), if any
    leads: whether the expression opens the clause
    """

    text: str
    words: StatusWords
    start: int
    end: int
    first: int
    last: int
    wider: int
    leads: bool

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is in the clause."""
        return pattern.search(self.text, self.first, self.last) is not None

    def foresees(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is in the clause or the one above it, and no new verb between."""
        words, text = self.words, self.text
        before, after = _either(words.turns), _either(words.turns, words.coordinators)
        for match in pattern.finditer(text, self.wider, self.last):
            if match.start() < self.end:
                if not before.search(text, match.end(), self.start):
                    return True
            # "met this year and will", "met this year and they will"
            elif not after.search(text, self.end, match.end()):
                return True
        return False

    def is_possible(self) -> bool:
        """Whether the verb of the date is one that doubts: "could pass a bill by July"."""
        words = self.words
        if self.is_attributive():
            return False
        found = [m.end() for m in words.possible.finditer(self.text, self.wider, self.start)]
        if not found:
            return self.foresees(words.possible)
        ends = (_either(words.turns), words.planned, words.foreseen)
        return not any(end.search(self.text, found[-1], self.start) for end in ends)

    def is_asked(self, pattern: re.Pattern[str]) -> bool:
        """Whether it is what somebody asks for or proposes, before the date."""
        at = max(0, self.start - _ASKED)
        found = [match.end() for match in pattern.finditer(self.text, at, self.start)]
        return bool(found) and not _either(self.words.turns).search(
            self.text, found[-1], self.start
        )

    def is_outlook(self, pattern: re.Pattern[str]) -> bool:
        """Whether a noun right before the date looks ahead to it: "the prospects for 1984"."""
        before = self.text[max(0, self.start - _GOVERNED) : self.start + 4]
        return any(not before[match.end() :].strip() for match in pattern.finditer(before))

    def governed_by(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern governs the date: from before it, or after it where it leads.

        What is said of "the 3 May earthquake" or "Friday's attack" does not touch that day.
        """
        if self.is_attributive():
            return False
        ends = _either(self.words.turns, self.words.coordinators)
        before = pattern.finditer(self.text, self.first, self.start)
        if any(not ends.search(self.text, match.end(), self.start) for match in before):
            return True
        found = pattern.search(self.text, self.end, self.last) if self.leads else None
        return found is not None and not ends.search(self.text, self.end, found.start())

    def is_denied(self) -> bool:
        """Whether it did not happen then: denied with its verb, cancelled, or "denied that"."""
        text, words = self.text, self.words
        opening = text[max(0, self.first - _OPENER) : self.first]
        if re.search(rf"\b{any_of([words.conditions])}$", opening):
            return False
        ends = _either(words.turns)
        governor = words.governing.search(text, max(0, self.start - _GOVERNED), self.start)
        if governor and not ends.search(text, governor.end(), self.start):
            return True
        before = text[max(0, self.start - 12) : self.start].lower()
        if re.search(rf"\b{any_of([words.apart])} $", before):
            return False
        if self.is_attributive():
            return words.cancelling.search(text, self.first, self.start) is not None
        if not self.leads and words.cancelled.search(text, self.end, self.last):
            return True
        return self._is_denied_behind() or self.governed_by(words.negated)

    def _is_denied_behind(self) -> bool:
        """Whether what denies the verb stands behind the date and belongs to it."""
        found = self.words.behind.search(self.text, self.end, self.last)
        ends = _either(self.words.turns, self.words.coordinators)
        return found is not None and not ends.search(self.text, self.end, found.start())

    def _is_attached(self) -> bool:
        """Whether the date is in brackets, or only dates a thing: "a law passed on 3 May"."""
        text, start, end = self.text, self.start, self.end
        if text[:start].rstrip()[-1:] == "(" and text[end:].lstrip()[:1] == ")":
            return True
        before = text[max(0, start - _ATTACHED) : start]
        return re.search(rf"\b{any_of([self.words.attached])}\s+$", before) is not None

    def is_attributive(self) -> bool:
        """Whether the date only tells which thing is meant: "Friday's attack", "the May talks"."""
        after = self.text[self.end :]
        if _POSSESSIVE.match(after) or self._is_attached():
            return True
        # The text of the expression itself is blank here, but for an article that it begins with.
        before = self.text[max(0, self.start - 12) : self.start + 4]
        article = re.search(rf"\b{any_of([self.words.attributive])} *$", before)
        return bool(_NOUN.match(after) and article)


def _clause(text: str, start: int, end: int, words: StatusWords) -> _Clause:
    """The clause of the expression at start..end of a sentence."""
    reach, ends = max(0, start - _REACH), _clause_ends(words.clause_openers)
    # "Since" and the like open a clause, unless the date itself follows.
    found = (
        m.end()
        for m in ends.finditer(text, reach, start)
        if not m[0].isalpha() or text[m.end() : start].strip()
    )
    first = max(found, default=reach)
    last = _end_of_clause(text, end, ends)
    wider = _wider(text, first, ends, words)
    short = len(_WORD.findall(text[first:last])) < _LEAST_WORDS
    if short and not _WORD.search(text, 0, first):
        last = _end_of_clause(text, last + 1, ends)
    leads = len(_WORD.findall(text[first:start])) <= _LEADING_WORDS
    return _Clause(text, words, start, end, first, last, wider, leads)


def _wider(text: str, first: int, ends: re.Pattern[str], words: StatusWords) -> int:
    """Where the clause begins on which the one from `first` depends; `first` if on none."""
    opener = re.compile(rf"\b{any_of([words.subordinators])}$")
    found = opener.search(text, max(0, first - _OPENER), first)
    if found is None:
        return first
    reach = max(0, found.start() - _REACH)
    return max((m.end() for m in ends.finditer(text, reach, found.start())), default=reach)


def _end_of_clause(text: str, start: int, ends: re.Pattern[str]) -> int:
    found = ends.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)
