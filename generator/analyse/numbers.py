"""Figures in a sentence, with what they count: "at least 137 people were killed" is 137 dead.

They are shown side by side where sources disagree, never added up or chosen between. Numbers that
are parts of dates, sums of money, ages and shares are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.lang import LANGUAGES, language_of
from generator.lang.words import any_of
from generator.model import Figure, TimeExpression

# A text quotes others, so the words of all languages count; only thousands are set apart as in its
# own.
_COUNTS = [language.counts for language in LANGUAGES.values()]
_NUMBERS = {word: number for counts in _COUNTS for word, number in counts.numbers.items()}
_SCALES = {word: scale for counts in _COUNTS for word, scale in counts.scales.items()}
_QUALIFIER = rf"(?:\b{any_of(c.qualifiers for c in _COUNTS)}\s+)?"
_BY_COMMAS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+"
_JOINERS = any_of([*(c.joiners for c in _COUNTS), "–"])
# A number in front of these counts nothing: a share, an age or length of time, a part of a range.
_NO_COUNT = (
    rf"(?!\s?{any_of(c.shares for c in _COUNTS)}|[\s-]{any_of(c.units for c in _COUNTS)}\b"
    rf"|\s{_JOINERS}\s\d|[\w%:/–-]|[.,]\d)"
)
_RANGE = re.compile(rf"\d\s{_JOINERS}\s$")
# What is counted, by words near the number; the first list that matches wins.
_MEASURES = tuple(
    (measure, re.compile(any_of(c.measures.get(measure, "") for c in _COUNTS)))
    for measure in dict.fromkeys(measure for c in _COUNTS for measure in c.measures)
)
_PAIRS = {pair: measure for counts in _COUNTS for pair, measure in counts.pairs.items()}
MOST = 1e15  # nothing is counted in more
_NEAR_AFTER, _NEAR_BEFORE = 5, 4  # words
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(rf"[,;:.()–—\d]|\b{any_of(c.breaks for c in _COUNTS)}\b")
_AGED = re.compile(rf"\b{any_of(c.ages for c in _COUNTS)}\s$")
_UNCOUNTED = frozenset[str]().union(*(counts.uncounted for counts in _COUNTS))


def find_figures(
    text: str, start: int, end: int, times: Sequence[TimeExpression], language: str = "en"
) -> tuple[Figure, ...]:
    """The figures in the sentence start..end of a text, in order; `times`: those in it."""
    starts = [time.start for time in times]
    found = []
    for match in _numbers(language_of(language).counts.grouped).finditer(text, start, end):
        first = match.start("number")
        beside = bisect_right(starts, first) - 1
        in_time = beside >= 0 and first < times[beside].end
        if in_time or _AGED.search(text[max(start, first - 12) : first]):
            continue
        if _RANGE.search(text[max(start, first - 8) : first]):
            continue  # the second number of a range
        measure = _measure(text, match.start(), match.end(), start, end)
        if measure and (value := _value(match)) <= MOST:
            found.append(Figure(match.start(), match.end(), value, measure))
    return tuple(found)


def is_measure(measure: str) -> bool:
    """Whether figures are known by this word whatever the text calls what they count."""
    return measure in _PAIRS.values() or any(measure == known for known, _ in _MEASURES)


@cache
def _numbers(grouped: str) -> re.Pattern[str]:
    """A number with its qualifier and scale.

    grouped: how thousands are set apart, see `CountWords`
    """
    decimals = "" if grouped else r"(?:\.\d{1,3})?"
    grouped = grouped or _BY_COMMAS
    return re.compile(
        rf"{_QUALIFIER}(?<![\w$€£₽.,:/-])(?P<number>{grouped}|\d{{1,9}}{decimals}"
        rf"|\b{any_of(_NUMBERS)}\b)(?:\s(?P<scale>{'|'.join(_SCALES)})\b)?{_NO_COUNT}",
        re.IGNORECASE,
    )


def _value(match: re.Match[str]) -> float:
    written = match["number"].lower()
    # A full stop before three figures sets thousands apart; `_numbers` took no other there.
    digits = re.sub(r"[,\s]|\.(?=\d{3}(?:\D|$))", "", written)
    number = float(_NUMBERS[digits]) if digits in _NUMBERS else float(digits)
    return number * _SCALES.get((match["scale"] or "").lower(), 1)


def _measure(text: str, first: int, last: int, start: int, end: int) -> str:
    """What a number counts, "" if that is unclear. Names ("Hospital Street") are passed over."""
    after = _words_until_break(text[last : min(end, last + 80)])[:_NEAR_AFTER]
    before = text[max(start, first - 40) : first]
    near = _WORD.findall(before[_last_break(before) :])[-_NEAR_BEFORE:]
    for words in (after, near):
        for pair in pairwise(words):
            if pair in _PAIRS:
                return _PAIRS[pair]
    for words in (after, near[::-1]):
        for word in words:
            for measure, pattern in _MEASURES:
                if pattern.fullmatch(word.lower()):
                    return measure
    noun = after[0] if after else ""
    # A counted noun is a plural; other words after a number are parts of names and times.
    plural = len(noun) > 3 and (noun.endswith("s") or noun[0] > "z")
    return noun if plural and noun.islower() and noun not in _UNCOUNTED else ""


def _words_until_break(text: str) -> list[str]:
    stop = _BREAK.search(text)
    return _WORD.findall(text[: stop.start()] if stop else text)


def _last_break(text: str) -> int:
    return max((m.end() for m in _BREAK.finditer(text)), default=0)
