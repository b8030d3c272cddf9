"""Split a passage into sentences.

A sentence ends at ".", "!", "?" or "…" (and their like in other scripts), with the quotation marks
and brackets that close there, when white space and a plausible beginning follow. A full stop after
an abbreviation, after an initial, inside a number or after one at the head of a sentence ("2. The
mill") does not end one. Every character that is not white space belongs to exactly one sentence.
The scan is one pass and takes linear time.
"""

from __future__ import annotations

import re

from generator.lang import language_of
from generator.lang.language import SentenceRules

# Right behind a full stop also those that open quotations elsewhere: „Komm.“ and »Nein.«
_CLOSERS = "\"'”’“‘»«›‹)\\]}"
_OPENERS = "\"'“‘«‹„‚([{¿¡—–-"
# A run of end marks with what closes after it: "?!", ".”", ".)", ".[12]". Bounded, so that a
# megabyte of full stops cannot be scanned again and again.
_END = re.compile(
    rf"[.!?…؟۔।]{{1,12}}[{_CLOSERS}]{{0,4}}(?:\[\d{{1,3}}\]){{0,4}}(?=\s|$)"
    r"|[。！？]+[」』”’）]?"
)
_BEGIN = re.compile(rf"\s+([{_OPENERS}]{{0,4}}\s?)(\S)")
# A closing quotation mark that is set apart: 'He left. " She stayed.', « Bonjour. » Il partit.
_STRAY = re.compile(r"\s\"(?=\s|$)")
_STRAY_ANGLE = re.compile(r"\s[»›](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?:[^\W\d_]{1,20}\.){0,4}[^\W\d_]{1,20}$")
# An abbreviation of several words: "т. е." and its first part.
_SPACED = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,3}\.\s){1,3}$")
_NEXT_PART = re.compile(r"\s([^\W\d_]{1,3})\.")
# What opens a sentence in spite of its small letter: "iPhone", "al-Shabaab", "b) Two".
_SMALL_OPENING = re.compile(r"[^\W\d_]{1,3}(?:[A-Z]|-[A-Z]|\)\s)")
_ITEM_NUMBER = re.compile(r"\W{0,3}(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})")
_ROMAN = re.compile(r"(?:[A-Z]|[IVXLC]{1,7})(?![^\W\d_])")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")
_GOES_ON = "&+=/%,;:)."
_LOOK_BACK = 80


def split_sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a passage, without the white space around them."""
    known = language_of(language).sentences
    spans: list[tuple[int, int]] = []
    start = counted = quotes = 0
    for found in _END.finditer(text):
        if found.start() < start:
            continue
        angle = _STRAY_ANGLE.match(text, found.end())
        end = angle.end() if angle else found.end()
        if not _ends(text, start, found, end, known):
            continue
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


def _ends(text: str, start: int, found: re.Match[str], end: int, known: SentenceRules) -> bool:
    """Whether a sentence ends with this run of end marks.

    start: where the sentence begins
    end: behind the run and a quotation mark that is set apart
    """
    marks = found.group()
    if marks[0] in "。！？":
        return True
    begin = _BEGIN.match(text, end)
    if not begin:
        return True
    first = begin.group(2)
    at = begin.start(2)
    if first.islower() and not _opens_small(text, at, known):
        return False
    if not first.isalnum():
        return first not in _GOES_ON
    if not marks.startswith(".") or marks.startswith(".."):
        return True
    if found.start() - start <= _LOOK_BACK and _ITEM_NUMBER.fullmatch(text, start, found.start()):
        return False
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if known.ordinals and first.isalpha() and _ORDINAL.search(before):
        return _starts(text, at, known)
    # Only what follows the last space is looked through, as that takes a tenth of the time.
    word = _LAST_WORD.search(before.rpartition(" ")[2])
    if not word:
        return True
    whole = _with_other_parts(word.group(), before, text[found.end() : at + 4], known)
    starts = _starts(text, at, known)
    # "Fig. A", but "He ate a fig. A man came."
    if whole.lower() in known.lettered and (whole[0].isupper() or not starts):
        return not _ROMAN.match(text, at) and not first.isdigit()
    return _word_ends(whole, marks, starts, first, known)


def _opens_small(text: str, at: int, known: SentenceRules) -> bool:
    """Whether a small letter begins a name or an item that can open a sentence."""
    if _SMALL_OPENING.match(text, at):
        return True
    word = _WORD.match(text, at)
    if not word or word.group() not in known.openings:
        return False
    after = text[word.end() : word.end() + 2]
    return after[:1].isspace() and after[1:].isupper()


def _starts(text: str, at: int, known: SentenceRules) -> bool:
    """Whether the word at an offset is one that opens sentences."""
    following = _WORD.match(text, at)
    return (
        following is not None
        and following.group().lower() in known.starters
        # One letter with a full stop is an initial, whatever word it spells.
        and not (len(following.group()) == 1 and text.startswith(".", following.end()))
    )


def _with_other_parts(word: str, before: str, after: str, known: SentenceRules) -> str:
    """A word with the other words of its abbreviation: "т.е" for "е" in "т. е.".

    before, after: the text beside its full stop; the word ends the first of them
    """
    earlier = _SPACED.search(before[: -len(word)])
    next_part = _NEXT_PART.match(after)
    parts = [word]
    if earlier:
        parts.append("".join(earlier.group().split()) + word)
    if next_part:
        parts += [f"{part}.{next_part.group(1)}" for part in parts]
    abbreviations = known.never | known.seldom
    return next((p for p in parts[1:] if p.lower() in abbreviations), word)


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
    if may_end or ("." in word and all(len(part) <= 2 for part in word.split("."))):
        return starts or (closed and first.isupper())
    if len(word) == 1 and word.isupper():
        return starts or closed
    return True
