"""Split a passage into sentences.

A sentence ends at ".", "!", "?" or "…" (and their like in other scripts), with the quotation marks
and brackets that close there, when white space and a plausible beginning follow. A full stop after
an abbreviation, after an initial or inside a number does not end one. Every character that is not
white space belongs to exactly one sentence. The scan is one pass and takes linear time.
"""

from __future__ import annotations

import re

from generator.lang import language_of
from generator.lang.language import SentenceRules

_CLOSERS = "\"'”’»›)\\]}"
_OPENERS = "\"'“‘«‹„‚([{¿¡—–-"
# A run of end marks with what closes after it: "?!", ".”", ".)", ".[12]". Bounded, so that a
# megabyte of full stops cannot be scanned again and again.
_END = re.compile(
    rf"[.!?…؟۔।]{{1,12}}[{_CLOSERS}]{{0,4}}(?:\[\d{{1,3}}\]){{0,4}}(?=\s|$)"
    r"|[。！？]+[」』”’）]?"
)
_BEGIN = re.compile(rf"\s+([{_OPENERS}]{{0,4}}\s?)(\S)")
# A closing quotation mark that a typesetter has set apart: 'He left. " She stayed.'
_STRAY = re.compile(r'\s"(?=\s|$)')
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?:[^\W\d_]{1,20}\.){0,4}[^\W\d_]{1,20}$")
_LOOK_BACK = 80


def split_sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a passage, without the white space around them."""
    known = language_of(language).sentences
    spans: list[tuple[int, int]] = []
    start = counted = quotes = 0
    for found in _END.finditer(text):
        if found.start() < start or not _ends(text, found, known):
            continue
        end = found.end()
        quotes += text.count('"', counted, end)
        counted = end
        stray = _STRAY.match(text, end)
        if stray and quotes % 2:
            end = stray.end()
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a sentence; what has neither letter nor figure goes with the one before it."""
    start, end = _stripped(text, start, end)
    if start == end:
        return
    if spans and not any(map(str.isalnum, text[start:end])):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, found: re.Match[str], known: SentenceRules) -> bool:
    """Whether a sentence ends with this run of end marks."""
    marks = found.group()
    if marks[0] in "。！？":
        return True
    begin = _BEGIN.match(text, found.end())
    if not begin:
        return True
    first = begin.group(2)
    if first.islower():
        return False
    if not first.isalnum():
        return True
    if not marks.startswith(".") or marks.startswith(".."):
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    # Only what follows the last space is looked through, as that takes a tenth of the time.
    word = _LAST_WORD.search(before.rpartition(" ")[2])
    if not word:
        return True
    following = _WORD.match(text, begin.start(2))
    starts = (
        following is not None
        and following.group().lower() in known.starters
        # One letter with a full stop is an initial, whatever word it spells.
        and not (len(following.group()) == 1 and text.startswith(".", following.end()))
    )
    return _word_ends(word.group(), marks, starts, first, known)


def _word_ends(word: str, marks: str, starts: bool, first: str, known: SentenceRules) -> bool:
    """Whether a sentence ends with a word and its full stop, given what follows it.

    starts: the next word is one that opens sentences
    """
    lower = word.lower()
    closed = len(marks) > 1  # a quotation mark or bracket closes after the full stop
    if lower in known.numbered:
        return not first.isdigit()
    if lower in known.never:
        return closed and starts
    may_end = lower in known.seldom or (lower in known.capital and word[0].isupper())
    if may_end or "." in word:
        return starts or (closed and first.isupper())
    if len(word) == 1 and word.isupper():
        return starts or closed
    return True
