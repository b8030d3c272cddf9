"""Where "today" means these days: "more people live in towns today", "in today's world".

It is then no day of its own. That is so where its clause says how things are, with a verb of that
kind in the present, and has no sign of anything that is done or was done: no past, no progressive,
no first person who speaks on that day, and no figure, which is that day's count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.words import any_of

_END = re.compile(r"[,;:.!?()“”\"]|--|[–—]|``|\'\'")
_REACH = 120  # code points; a longer clause is cut
_OPENING_WORDS = 2  # at most, before a date that opens its sentence ("And today, …")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a language; see `NowadaysWords`."""

    names: re.Pattern[str]
    states: re.Pattern[str]
    done: re.Pattern[str]
    things: re.Pattern[str]
    possessive: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    language = language_of(code)
    words = language.nowadays
    return _Patterns(
        names=re.compile(any_of([words.words]), re.IGNORECASE),
        states=re.compile(rf"(?<!\w){any_of([words.states])}(?!\w)"),
        done=re.compile(rf"\d|(?<!\w){any_of([words.done])}(?!\w)"),
        things=re.compile(rf"\s?{any_of([words.things])}\b"),
        possessive=re.compile(rf"\s?{any_of([language.names.possessive])}\b"),
    )


def means_nowadays(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the expression at start..end of a sentence means these days."""
    patterns = _patterns(language)
    if not patterns.names.fullmatch(sentence, start, end):
        return False
    if patterns.possessive.match(sentence, end):
        return patterns.things.match(sentence, end) is not None
    reach = max(0, start - _REACH)
    first = max((m.end() for m in _END.finditer(sentence, reach, start)), default=reach)
    before = sentence[first:start]
    opens = len(_WORD.findall(before)) <= _OPENING_WORDS
    if opens and patterns.states.match(sentence, end + 1):
        return False  # "today is the second day": it is about that day
    # A comma after the words that open a sentence ends no clause.
    after = (
        end + 2 if opens and first == reach and sentence[end : end + 2].lstrip()[:1] == "," else end
    )
    found = _END.search(sentence, after, after + _REACH)
    clause = f"{before} {sentence[after : found.start() if found else after + _REACH]}"
    return patterns.states.search(clause) is not None and patterns.done.search(clause) is None
