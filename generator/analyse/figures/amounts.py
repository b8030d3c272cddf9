"""The numbers of a text, with how exact they are: "at least 137", "between 18 and 40 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from generator.lang import language_of
from generator.lang.figure_words import FigureWords
from generator.lang.words import any_of
from generator.model import Bound

Value = TypeVar("Value")

MOST = 1e15  # nothing is counted in more
_BY_COMMAS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+"
_NEAR = 20  # code points before a range that say whether it is a change
_THOUSAND = 1_000  # from here on scales add up: "two million five hundred thousand"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text.

    start, end: offsets, with the words that say how exact it is
    first: offset of the number itself
    low, high: the bounds; alike where it is exact
    bound: as in `Figure.bound`
    unit: ISO 4217 code of a currency, "%" for a share, or ""
    """

    start: int
    end: int
    first: int
    low: float
    high: float
    bound: Bound
    unit: str


def amounts(text: str, start: int, end: int, language: str) -> Iterator[Amount]:
    """The numbers between two places of a text, in their order."""
    words = language_of(language).figures
    if not core_of(language).search(text, start, end):
        return
    for match in pattern_of(language).finditer(text, start, end):
        amount = _amount(words, match)
        if amount is not None and amount.high <= MOST:
            yield amount


def _amount(words: FigureWords, match: re.Match[str]) -> Amount | None:
    sign = match["sign"] or match["sign2"] or match["money"]
    unit = "%" if match["share"] else _first(words.currencies, sign, "")
    start, end = _span(match)
    if match["vague"]:
        least = _first(words.vague, match["vague"], 0.0)
        return Amount(start, end, match.start("vague"), least, least, "vague", unit)
    exact: Bound = "exact"
    bound = _first(words.bounds, match["bound"], _first(words.bounds_after, match["behind"], exact))
    second = match["two"]
    low = value_of(words, match["one"], match["scale1"] or (match["scale2"] if second else ""))
    high = value_of(words, second, match["scale2"]) if second else low
    if low is None or high is None:
        return None
    if second and re.compile(rf"\b{any_of([words.changes])}\s$").search(
        match.string, max(0, start - _NEAR), start
    ):
        return Amount(start, end, match.start("two"), high, high, exact, unit)
    if high < low:
        return None
    return Amount(start, end, match.start("one"), low, high, "range" if second else bound, unit)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where a number stands, without the word that would open a range ("from $2 billion")."""
    if match["bound"] or match["two"]:
        return match.span()
    groups = ("sign", "vague", "one")
    return min(match.start(name) for name in groups if match[name]), match.end()


def _first(table: Mapping[str, Value], written: str | None, default: Value) -> Value:
    """The value of the first pattern of a table that matches what is written."""
    if not written:
        return default
    words = " ".join(written.split())
    return next((v for p, v in table.items() if re.fullmatch(p, words, re.IGNORECASE)), default)


def value_of(words: FigureWords, written: str, scale: str | None = None) -> float | None:
    """The value of a number with its scale; None: an article that belongs to none."""
    factor = _scale(words, scale)
    text = " ".join(written.lower().replace("-", " ").split())
    if text in words.articles:
        return words.articles[text] * factor if factor > 1 else None
    if text[0].isalpha():
        return _in_words(words, text.split()) * factor
    marks = r"[.\s\u00a0\u202f]" if words.grouped else r"[,\u00a0\u202f]"
    # Not 8.3 * 1e6, which is not 8,300,000.
    whole, _, part = re.sub(marks, "", text).replace(",", ".").partition(".")
    return int(whole + part) * factor / float(10 ** len(part))


def _in_words(words: FigureWords, written: Sequence[str]) -> float:
    """The value of a number in words: "two hundred and fifty thousand"."""
    total, part = 0.0, 0.0
    for word in written:
        scale = _scale(words, word)
        if word in words.numbers:
            part += words.numbers[word]
        elif scale >= _THOUSAND and total and not part:
            total *= scale  # "two thousand million"
        elif scale >= _THOUSAND:
            total, part = total + max(part, 1) * scale, 0.0
        elif scale > 1:
            part = max(part, 1) * scale
    return total + part


def _scale(words: FigureWords, written: str | None) -> float:
    total = 1.0
    for word in (written or "").split():
        total *= _first(words.scales, word, _first(words.letters, word, 1.0))
    return total


@cache
def core_of(language: str) -> re.Pattern[str]:
    """What every match of `pattern_of` has in it. To look for this is several times as fast."""
    words = language_of(language).figures
    return re.compile(
        rf"\d|\b(?=\w){any_of((*words.numbers, *words.scales, *words.vague))}\b", re.IGNORECASE
    )


@cache
def pattern_of(language: str) -> re.Pattern[str]:
    """A number with what stands around it; its groups are those that `_amount` reads."""
    words = language_of(language).figures
    decimals = r"(?:,\d{1,3}(?!\d))?" if words.grouped else r"(?:\.\d{1,3}(?!\d))?"
    figures = rf"(?:{words.grouped or _BY_COMMAS}|\d{{1,9}}){decimals}"
    ones, scale = any_of(words.numbers), any_of(words.scales)
    more = rf"(?:[ -](?:{any_of([words.joiners])} )?(?:{scale}|{ones}))*"
    articles = any_of(sorted(words.articles, key=len, reverse=True))
    number = rf"(?:{figures}|\b{ones}{more}\b|\b{articles}(?=\s{scale}\b))"
    scales = rf"(?:(?:\s?{scale}(?:\s{scale})?|{any_of(words.letters)})(?![\w'’]))"
    signs = any_of(words.currencies)
    of = rf"(?:{any_of([words.partitive])}\s)?" if words.partitive else ""
    before = any_of(opening for opening, _ in words.ranges)
    joins = any_of(joining for _, joining in words.ranges)
    return re.compile(
        rf"(?:\b(?P<bound>{any_of(words.bounds)})\s"
        rf"(?:{any_of([words.fillers])}\s)?)?"
        rf"(?:\b{before}\s)?"
        rf"(?:(?P<sign>{signs})\s?)?(?<![\w.,:/-])"
        rf"(?:\b(?P<vague>{any_of(words.vague)})\b"
        rf"|(?P<one>{number})(?P<scale1>{scales})?"
        rf"(?:\s?{joins}\s?(?:(?P<sign2>{signs})\s?)?(?P<two>{number})(?P<scale2>{scales})?)?)"
        rf"(?:\s?(?P<share>{any_of([words.shares])})(?!\w)|\s{of}(?P<money>{signs})\b)?"
        rf"(?:\s(?P<behind>{any_of(words.bounds_after)})\b)?"
        r"(?![\w%:/]|-\w|[.,]\d)",
        re.IGNORECASE,
    )
