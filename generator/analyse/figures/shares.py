"""Shares and parts: "12 per cent of the crew", "one in five children", "15 of the 19 defendants".

A share without what it is a share of ("rose by 12 per cent") tells no size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.analyse.figures.amounts import Amount, value_of
from generator.lang import language_of
from generator.lang.figure_words import FigureWords
from generator.lang.words import any_of
from generator.model import Bound

_LONGEST = 60  # code points of what a share is of
_RATIOS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000})
_WORD = re.compile(r"\s?([^\s,;:()\"“”–—]+)")
_MOST_WORDS = 4
_WORD_BEFORE = 20  # code points


@dataclass(frozen=True, slots=True)
class Part:
    """A number with what it is a part of.

    amount: of a share in per cent, else a count
    whole: offsets of what it is a part of, alike where it counts no part of anything
    of: where the search for what is counted begins
    inner: whether the number itself only says how large the whole of another is ("19 defendants")
    """

    amount: Amount
    whole: tuple[int, int]
    of: int
    inner: bool = False


def parts(
    text: str, start: int, end: int, found: Sequence[Amount], language: str
) -> Iterator[Part]:
    """The numbers of a sentence, in order, with what they are parts of.

    found: all plain ones; those within a share in words are part of that
    """
    words = language_of(language).figures
    shares = list(_in_words(words, text, start, end, language))
    taken = [(share.amount.start, share.amount.end) for share in shares]
    plain = [a for a in found if not any(s < a.end and a.start < e for s, e in taken)]
    shares += [s for a in plain if a.unit == "%" for s in _per_cent(words, text, end, a, language)]
    counts: list[Part] = []
    for amount in plain:
        if amount.unit == "%":
            continue
        of = _behind_share(words, text, amount.end, end)
        inner = any(s.whole[0] <= amount.start < s.whole[1] for s in shares)
        last = counts[-1] if counts else None
        if (
            last
            and last.amount.high <= amount.low
            and _joins(language).fullmatch(text, last.amount.end, amount.start)
        ):
            stop = _whole(words, text, of, end)[1]
            counts[-1] = replace(last, whole=(amount.start, stop), of=of)
            inner = True
        counts.append(Part(amount, (amount.end, amount.end), of, inner))
    yield from sorted((*shares, *counts), key=lambda part: part.amount.start)


def _behind_share(words: FigureWords, text: str, start: int, end: int) -> int:
    """Where what a number counts begins: behind "264 (98 per cent)"."""
    bracket = re.compile(rf"\s?\([\d.,]+\s?{any_of([words.shares])}\)").match(text, start, end)
    return bracket.end() if bracket else start


def _per_cent(
    words: FigureWords, text: str, end: int, amount: Amount, language: str
) -> Iterator[Part]:
    of = _of(language).match(text, amount.end, end)
    whole = _whole(words, text, of.end(), end) if of else None
    if of and whole and whole[0] < whole[1]:
        number = re.compile(rf"(?:{any_of(words.determiners)}\s)*[\d,.]+(?=\s)").match(
            text, of.end()
        )
        yield Part(amount, whole, number.end() if number else of.end())


def _in_words(words: FigureWords, text: str, start: int, end: int, language: str) -> Iterator[Part]:
    if not core_of(language).search(text, start, end):
        return
    pattern = pattern_of(language)
    halves = re.compile(rf"\b{any_of([words.halves])}\s$", re.IGNORECASE)
    for match in pattern.finditer(text, start, end):
        if halves.search(text[max(start, match.start() - _WORD_BEFORE) : match.start()]):
            continue
        share = _value(words, match)
        whole = _whole(words, text, match.end(), end)
        if share is not None and whole[0] < whole[1]:
            exact: Bound = "exact"
            bound = next((b for p, b in words.bounds.items() if _is(p, match["bound"])), exact)
            at = match.end("words")
            amount = Amount(match.start(), at, match.start("words"), share, share, bound, "%")
            yield Part(amount, whole, match.end())


def _value(words: FigureWords, match: re.Match[str]) -> float | None:
    """A share in per cent; None for what is none ("one in 2010")."""
    if match["fraction"]:
        share = next(v for p, v in words.fractions.items() if _is(p, match["fraction"]))
        return round(100 * share, 4)
    one, all_ = value_of(words, match["one"]), value_of(words, match["all"])
    if one is None or all_ is None or all_ not in _RATIOS or not 0 < one < all_:
        return None
    return round(100 * one / all_, 4)


def _is(pattern: str, written: str | None) -> bool:
    return bool(written) and re.fullmatch(pattern, written or "", re.IGNORECASE) is not None


def _whole(words: FigureWords, text: str, start: int, end: int) -> tuple[int, int]:
    """What follows, up to its noun: the first plural, else the words before what closes it.

    Alike where nothing does, or where that is a time ("half of the year", "half those of 1928").
    """
    first = last = start
    at, number = start, 0
    while number < _MOST_WORDS and (match := _WORD.match(text, at, min(end, start + _LONGEST))):
        word = match[1].lower().rstrip(".")
        first = match.start(1) if at == start else first
        at = match.end()
        if word in words.determiners:
            continue
        if re.fullmatch(any_of([words.units]), word):
            return start, start
        if not word or word in words.closers or re.fullmatch(any_of([words.verbs]), word):
            break
        number += 1
        last = match.start(1) + len(word)
        plural = word.endswith(words.plural_endings) and not word.endswith(words.not_plural)
        # "of Gazans blame", but "of United States exports"
        alone = number == 1 and text[at : at + 2].strip().islower()
        if word in words.plurals | words.counted or (plural and (match[1].islower() or alone)):
            break
    named = text[first:last][-1:].isalpha()
    return (first, last) if named else (start, start)


@cache
def _of(language: str) -> re.Pattern[str]:
    """What stands between a share and what it is of; in some languages nothing."""
    partitive = language_of(language).figures.partitive
    return re.compile(rf"\s{any_of([partitive])}\s" if partitive else r"\s")


@cache
def _number(language: str) -> re.Pattern[str]:
    """The number of all behind a share: "12 per cent of the 300 sailors"."""
    small = any_of(language_of(language).figures.determiners)
    return re.compile(rf"(?:{small}\s)*[\d,.]+(?=\s)")


@cache
def _joins(language: str) -> re.Pattern[str]:
    """What stands between a number and the number of all."""
    words = language_of(language).figures
    return re.compile(
        rf"\s{any_of([words.partitive])}\s(?:{any_of(words.determiners)}\s)*", re.IGNORECASE
    )


@cache
def core_of(language: str) -> re.Pattern[str]:
    """What every match of `pattern_of` has in it. To look for this is several times as fast."""
    words = language_of(language).figures
    ratio = rf"{_number_of(words)}\s{any_of([words.ratios])}\s"
    return re.compile(rf"\b(?=\w)(?:{any_of(words.fractions)}\s|{ratio})", re.IGNORECASE)


def _number_of(words: FigureWords) -> str:
    return rf"(?:{any_of(words.numbers)}|\d{{1,3}}(?:,\d{{3}})*)"


@cache
def pattern_of(language: str) -> re.Pattern[str]:
    """A share in words; its groups are those that `_in_words` reads."""
    words = language_of(language).figures
    number = _number_of(words)
    articles = rf"(?!{any_of(words.articles)}\s)"  # "a quarter of a million" is a number
    partitive = rf"{any_of([words.partitive])}\s" if words.partitive else ""
    named = rf"(?={any_of(words.determiners - set(words.articles))}\s)"
    of = rf"(?:{partitive}{articles}|{named})"
    return re.compile(
        rf"(?:\b(?P<bound>{any_of(words.bounds)})\s(?:{any_of([words.fillers])}\s)?)?"
        rf"\b(?P<words>(?P<fraction>{any_of(words.fractions)})(?=\s)"
        rf"|(?P<one>{number})\s{any_of([words.ratios])}\s(?P<all>{number}))"
        rf"\s(?(fraction){of}|)",
        re.IGNORECASE,
    )
