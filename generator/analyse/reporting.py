"""Which dates are those of the report: "said on Monday", "on Monday officials said".

Right before such a date stands a verb of saying, the person addressed, or what it is said in; or
the date comes first, then the speaker and the verb. A passive dates what happened ("a fire was
reported on Monday"), and so does a date that is the subject of what is said ("officials said Monday
was quiet"). The words are those of all languages (`generator.lang`), as texts quote others.
"""

from __future__ import annotations

import re

from generator.lang import LANGUAGES
from generator.lang.event_words import ReportingWords
from generator.lang.words import any_of

_WORDS = [language.reporting for language in LANGUAGES.values() if language.reporting.verbs]
_REACH = 90  # code points before a date that may contain its verb


def _end(words: ReportingWords) -> str:
    """What may stand between a verb of saying, or what it is said in, and the date."""
    return rf"{words.tail}(?: {any_of([words.prepositions])})?\s*$"


_SAID = re.compile(
    any_of(
        rf"\b(?:{words.verbs}|{any_of([words.hearers])})"
        rf"(?:,? {any_of([words.occasions])})?{_end(words)}"
        for words in _WORDS
    )
)
_OCCASION = re.compile(any_of(rf"\b{any_of([w.occasions])}{_end(w)}" for w in _WORDS))
_PASSIVE = re.compile(rf"\b{any_of(words.passive for words in _WORDS)}(?: \w+)?\s$")
_POSSESSIVE = re.compile(rf"\s?{any_of(lang.names.possessive for lang in LANGUAGES.values())}\b")
_SUBJECT = re.compile(rf"\s{any_of(words.subject for words in _WORDS)}\b")
_VERB = re.compile(rf"{any_of(words.main for words in _WORDS)}\b")
_OPENS = re.compile(rf"\W*(?:{any_of(words.opening for words in _WORDS)} )*\W*", re.IGNORECASE)
_BETWEEN = re.compile(any_of(words.between for words in _WORDS))
_OPENER = re.compile(
    any_of(lang.status.clause_openers for lang in LANGUAGES.values() if lang.status)
)
_JOINS = re.compile(rf"\s?{any_of(words.joins for words in _WORDS)}\b")
_WORD = re.compile(r"\s?([^\s,;:()–—]+)(?=[\s,;:])")
_PASSIVE_WORD = re.compile(any_of(words.passive for words in _WORDS))
_MOST_WORDS, _MOST_SMALL = 10, 2  # in the name of who says it; of the latter other small words


def dates_report(sentence: str, start: int, end: int) -> bool:
    """Whether the expression at start..end of a sentence dates the report."""
    after = sentence[end : end + _REACH]
    if _POSSESSIVE.match(after):
        return False  # "said Friday's attack"
    before = sentence[max(0, start - _REACH) : start]
    found = _SAID.search(before)
    if found and not _PASSIVE.search(before[: found.start()]) and not _SUBJECT.match(after):
        return True
    opens = start < _REACH and _OPENS.fullmatch(before) is not None
    return bool(_OCCASION.search(before)) or _someone_says(after, opens=opens)


def _someone_says(after: str, *, opens: bool) -> bool:
    """Whether what follows a date names somebody, and then says that they said something.

    opens: whether the date opens the sentence, so that a comma may follow it
    """
    at = 1 if after.startswith(",") else 2 if after.startswith(" ,") else 0
    if at and not opens:
        return False
    if _JOINS.match(after, at):
        return False  # "growth in 1987 and has said"
    small, last = 0, ""
    for _ in range(_MOST_WORDS):
        match = _WORD.match(after, at)
        if match is None:
            return False
        word, at = match[1], match.end()
        if _VERB.match(after, match.start(1)):
            return not _PASSIVE_WORD.fullmatch(last)
        if _OPENER.fullmatch(word):
            return False
        small += word[0].islower() and not _BETWEEN.fullmatch(word)
        if small > _MOST_SMALL:
            return False
        last = word
    return False
