"""Where "today" means these days: "more people live in towns today", "in today's world".

It is then no day of its own. That is so where its clause says how things are, with a verb of that
kind in the present, and has no sign of anything that is done or was done: no past, no progressive,
no first person who speaks on that day, and no figure, which is that day's count.
"""

from __future__ import annotations

import re

from generator.lang import LANGUAGES
from generator.lang.words import any_of

_WORDS = [language.nowadays for language in LANGUAGES.values() if language.nowadays.words]
_NAMES = re.compile(any_of(words.words for words in _WORDS), re.IGNORECASE)
_STATES = re.compile(rf"(?<!\w){any_of(words.states for words in _WORDS)}(?!\w)")
_DONE = re.compile(rf"\d|(?<!\w){any_of(words.done for words in _WORDS)}(?!\w)")
_THINGS = re.compile(rf"\s?{any_of(words.things for words in _WORDS)}\b")
_POSSESSIVE = re.compile(rf"\s?{any_of(lang.names.possessive for lang in LANGUAGES.values())}\b")
_END = re.compile(r"[,;:.!?()“”\"]|--|[–—]|``|\'\'")
_REACH = 120  # code points; a longer clause is cut
_OPENING_WORDS = 2  # at most, before a date that opens its sentence ("And today, …")
_WORD = re.compile(r"\w+")


def means_nowadays(sentence: str, start: int, end: int) -> bool:
    """Whether the expression at start..end of a sentence means these days."""
    if not _NAMES.fullmatch(sentence, start, end):
        return False
    if _POSSESSIVE.match(sentence, end):
        return _THINGS.match(sentence, end) is not None
    reach = max(0, start - _REACH)
    first = max((m.end() for m in _END.finditer(sentence, reach, start)), default=reach)
    before = sentence[first:start]
    opens = len(_WORD.findall(before)) <= _OPENING_WORDS
    if opens and _STATES.match(sentence, end + 1):
        return False  # "today is the second day": it is about that day
    # A comma after the words that open a sentence ends no clause.
    after = (
        end + 2 if opens and first == reach and sentence[end : end + 2].lstrip()[:1] == "," else end
    )
    found = _END.search(sentence, after, after + _REACH)
    clause = f"{before} {sentence[after : found.start() if found else after + _REACH]}"
    return _STATES.search(clause) is not None and _DONE.search(clause) is None
