"""Which dates are those of the report: "said on Monday", "on Monday officials said".

Right before such a date stands a verb of saying, the person addressed, or what it is said in; or
the date comes first, then the speaker and the verb. A passive dates what happened ("a fire was
reported on Monday"), and so does a date that is the subject of what is said ("officials said Monday
was quiet"). The words are those of the document's language (`generator.lang`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.event_words import ReportingWords
from generator.lang.words import any_of

_REACH = 90  # code points before a date that may contain its verb
_WORD = re.compile(r"\s?([^\s,;:()–—]+)(?=[\s,;:])")
_MOST_WORDS, _MOST_SMALL = 10, 2  # in the name of who says it; of the latter other small words


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a language; see `ReportingWords`."""

    said: re.Pattern[str]
    occasion: re.Pattern[str]
    passive: re.Pattern[str]
    passive_word: re.Pattern[str]
    possessive: re.Pattern[str]
    subject: re.Pattern[str]
    verb: re.Pattern[str]
    opens: re.Pattern[str]
    between: re.Pattern[str]
    opener: re.Pattern[str]
    joins: re.Pattern[str]


def _end(words: ReportingWords) -> str:
    """What may stand between a verb of saying, or what it is said in, and the date."""
    return rf"{words.tail}(?: {any_of([words.prepositions])})?\s*$"


@cache
def _patterns(code: str) -> _Patterns:
    language = language_of(code)
    words, status = language.reporting, language.status
    occasions, passive = any_of([words.occasions]), any_of([words.passive])
    return _Patterns(
        said=re.compile(
            rf"\b{any_of([words.verbs, any_of([words.hearers])])}(?:,? {occasions})?{_end(words)}"
        ),
        occasion=re.compile(rf"\b{occasions}{_end(words)}"),
        passive=re.compile(rf"\b{passive}(?: \w+)?\s$"),
        passive_word=re.compile(passive),
        possessive=re.compile(rf"\s?{any_of([language.names.possessive])}\b"),
        subject=re.compile(rf"\s{any_of([words.subject])}\b"),
        verb=re.compile(rf"{any_of([words.main])}\b"),
        opens=re.compile(rf"\W*(?:{any_of([words.opening])} )*\W*", re.IGNORECASE),
        between=re.compile(any_of([words.between])),
        opener=re.compile(any_of([status.clause_openers if status else ""])),
        joins=re.compile(rf"\s?{any_of([words.joins])}\b"),
    )


def dates_report(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the expression at start..end of a sentence dates the report."""
    patterns, after = _patterns(language), sentence[end : end + _REACH]
    if patterns.possessive.match(after):
        return False  # "said Friday's attack"
    before = sentence[max(0, start - _REACH) : start]
    found = patterns.said.search(before)
    if (
        found
        and not patterns.passive.search(before[: found.start()])
        and not patterns.subject.match(after)
    ):
        return True
    opens = start < _REACH and patterns.opens.fullmatch(before) is not None
    return bool(patterns.occasion.search(before)) or _someone_says(patterns, after, opens=opens)


def _someone_says(patterns: _Patterns, after: str, *, opens: bool) -> bool:
    """Whether what follows a date names somebody, and then says that they said something.

    opens: whether the date opens the sentence, so that a comma may follow it
    """
    at = 1 if after.startswith(",") else 2 if after.startswith(" ,") else 0
    if at and not opens:
        return False
    if patterns.joins.match(after, at):
        return False  # "growth in 1987 and has said"
    small, last = 0, ""
    for _ in range(_MOST_WORDS):
        match = _WORD.match(after, at)
        if match is None:
            return False
        word, at = match[1], match.end()
        if patterns.verb.match(after, match.start(1)):
            return not patterns.passive_word.fullmatch(last)
        if patterns.opener.fullmatch(word):
            return False
        small += word[0].islower() and not patterns.between.fullmatch(word)
        if small > _MOST_SMALL:
            return False
        last = word
    return False
