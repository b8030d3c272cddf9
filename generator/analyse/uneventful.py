"""Dates on which nothing is said to have happened: stamps of pages, datelines, yardsticks.

    "LONDON, May 5 (Reuters) -"      where and when a dispatch was written
    "Last updated: 3 May 2020"       a page, a comment, a copyright line
    "the worst storm since 1931"     what something is compared with

They are times, but no sentence is an event of theirs. What a pattern may span is bounded, so that a
long sentence costs no more than its dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.clock import AFTER_CLOCK, HALF_OF_DAY, ZONES
from generator.lang.words import any_of

_BEFORE, _AFTER = 110, 60  # code points
# Corpora in the style of the Penn Treebank write brackets as -LRB- and -RRB-.
OPEN, CLOSE = r"(?:\(|-LRB-)", r"(?:\)|-RRB-)"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s?(?:{HALF_OF_DAY}\.?)?"
_CLOCK_AT_END = re.compile(rf"{_CLOCK}$")
_BAR = re.compile(r"\|\s?$")
_LETTERS = rf"(?:{ZONES}|{'|'.join(sorted(AFTER_CLOCK))})\b"  # of a zone
# "LONDON, May 5 (Reuters) -", "Ipoh, Feb. 5.—": a place, the date, and a dash or the end.
_PLACE = re.compile(r"(?:^|[\s(])[A-ZÀ-ÞА-Я][\w.'’-]+\s?,\s*$")
_PLACE_IN_CAPITALS = re.compile(r"(?:^|\s)[A-ZÀ-ÞА-Я]{3,}\s$")  # "MEXICO CITY May 5 (Reuters) -"
_AGENCY = re.compile(rf"\s*{OPEN}[^()\n]{{2,30}}?{CLOSE}\s*(?:--?|[–—])")
DATELINE_END = re.compile(
    rf"\s*,?\s*(?:{OPEN}[^()\n]{{2,30}}?{CLOSE}\s*)?(?:--?|[–—]|\.\s?[–—-])"
    rf"|\s*{OPEN}[A-Z][\w. ]{{1,20}}{CLOSE}\s*[-–—:]"
)
# "Friday, March 5, 2010; 3:59 PM As a storm hit" or nothing after it, at the head of a passage.
CLOCK_AFTER = re.compile(
    rf"\s?[;,|–-]\s?{_CLOCK}(?:\s?[AP]M\b)?(?:\s{_LETTERS})?(?:\s(?=[A-ZÀ-ÞА-Я])|\s?$)"
)
_HASH = re.compile(r"#\s?$")
_YEAR = re.compile(r"\d{4}")
_NOT_A_DAY = frozenset({"year", "decade", "century"})
_OF_ANY_YEAR = frozenset({"season", "month"})
_CLAUSE = 90  # code points before a date in which a habit is looked for
_CLAUSE_END = re.compile(r"[;:.()“”\"]|--|[–—]")
_THING = re.compile(r"[\s-][^\W\d_]{4,}")
_SPAN = r"(?:[^,;.:]|\.(?!\s[A-Z])){0,60}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a language; see `UneventfulWords`.

    zoned_before, zoned_in, zoned_after: a time of day with its zone, beside a date or in it
    zone_after: a zone, or a bar, after a time of day
    at: what makes such a time one of what happened
    """

    label: re.Pattern[str]
    label_after: re.Pattern[str]
    zoned_before: re.Pattern[str]
    zoned_in: re.Pattern[str]
    zoned_after: re.Pattern[str]
    zone_after: re.Pattern[str]
    at: re.Pattern[str]
    bar_after: re.Pattern[str]
    comment: re.Pattern[str]
    name: re.Pattern[str]
    compared: re.Pattern[str]
    likeness_before: re.Pattern[str]
    likeness_after: re.Pattern[str]
    otherwise: re.Pattern[str]
    habit: re.Pattern[str]
    described: re.Pattern[str]
    superlative: re.Pattern[str]
    first: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    language = language_of(code)
    words, times = language.uneventful, language.times
    zone = any_of([_LETTERS, words.zones and rf"(?:{words.zones})\b"])
    zoned = rf"{_CLOCK}\s?{zone}"  # "16.36 BST"
    preposition, since = any_of([words.prepositions]), any_of([words.since])
    return _Patterns(
        label=re.compile(
            rf"(?<!\w)(?:{any_of([words.labels])}\s?:?(?:\s{preposition})?\s*"
            rf"(?:{zoned}\s?,?\s*(?:{preposition}\s)?)?|{any_of([words.rights])}\s*)$"
        ),
        label_after=re.compile(rf"\s?{any_of([words.labels_after])}\b"),
        zoned_before=re.compile(rf"(?<!\d){zoned}\s*[,–-]?\s*(?:{preposition}\s)?$"),
        zoned_in=re.compile(zoned),
        zoned_after=re.compile(rf"\s*[,–-]?\s*(?:{preposition}\s)?{zoned}"),
        zone_after=re.compile(rf"\s?(?:{zone}|\|)"),
        at=re.compile(
            rf"\b{any_of(sorted(times.clock_prepositions) if times else ())}\s$", re.IGNORECASE
        ),
        bar_after=re.compile(
            rf"\s*(?:[,–-]?\s*(?:{preposition}\s)?{_CLOCK}\s*{zone}?\s*\|"
            rf"|\|\s*{any_of([words.bylines])}\s)"
        ),
        comment=re.compile(rf"\s*,?\s[\w.-]+(?: [\w.-]+){{0,3}} {any_of([words.writes])}\s?:"),
        name=re.compile(rf"\s{any_of([words.names])}\b"),
        compared=re.compile(rf"\b{any_of([words.comparisons, words.measured])}\s*$"),
        likeness_before=re.compile(rf"\b{any_of([words.likeness_before])}\s?-\s?$"),
        likeness_after=re.compile(rf"\s?-\s?{any_of([words.likeness_after])}\b"),
        otherwise=re.compile(rf"\s{any_of([words.otherwise])}\b"),
        habit=re.compile(rf"\b{any_of([words.habits])}\b"),
        described=re.compile(rf"\b{any_of([words.described])}\s$"),
        superlative=re.compile(rf"\b{any_of([words.extremes])}\b{_SPAN} {since}\s$"),
        first=re.compile(rf"\b{any_of([words.firsts])}\b{_SPAN} {since}\s$"),
    )


def is_uneventful(sentence: str, start: int, end: int, precision: str, language: str) -> bool:
    """Whether the date at start..end of a sentence is a stamp, a dateline or a yardstick.

    precision: as in `TimeExpression`
    """
    before, words = sentence[max(0, start - _BEFORE) : start], sentence[start:end]
    after, of = sentence[end : end + _AFTER], _patterns(language)
    if of.label.search(before) or _HASH.search(before) or _is_yardstick(of, before, precision):
        return True
    if _is_description(of, before, after, precision) or of.otherwise.match(after):
        return True
    any_year = precision in _OF_ANY_YEAR and not _YEAR.search(words)
    if any_year and _is_habit(of, sentence, start, end):
        return True
    if precision in _NOT_A_DAY or not any(map(str.isdecimal, words)):
        return False
    in_name = not _YEAR.search(words) and of.name.match(after) is not None
    return in_name or _is_stamp(of, before, words, after) or is_dateline(before, after)


def _is_yardstick(of: _Patterns, before: str, precision: str) -> bool:
    """Whether what precedes a date makes it a mere point of comparison."""
    if of.compared.search(before) or of.superlative.search(before):
        return True
    return precision != "day" and of.first.search(before) is not None


def _is_habit(of: _Patterns, sentence: str, start: int, end: int) -> bool:
    """Whether the clause of a date says that something is so each year."""
    reach = max(0, start - _CLAUSE)
    first = max((m.end() for m in _CLAUSE_END.finditer(sentence, reach, start)), default=reach)
    return of.habit.search(sentence, first, start) is not None or (
        of.habit.match(sentence, end + 1) is not None
    )


def _is_description(of: _Patterns, before: str, after: str, precision: str) -> bool:
    """Whether a date only says what something is like: "a 1918-like flu", "a 19th century mill"."""
    if of.likeness_before.search(before) or of.likeness_after.match(after):
        return True
    return bool(precision == "century" and of.described.search(before) and _THING.match(after))


def _is_stamp(of: _Patterns, before: str, words: str, after: str) -> bool:
    """Whether a day in figures stands beside a time of day with its zone, or heads a comment."""
    if of.label_after.match(after) or (_BAR.search(before) and after.lstrip().startswith("|")):
        return True
    if of.bar_after.match(after) or of.comment.match(after):
        return True
    if not before.strip() and CLOCK_AFTER.match(after):
        return True
    if not _YEAR.search(words) or of.at.search(before):
        return False  # "at 15:00 GMT on 3 March 2010" is when something happened
    if _CLOCK_AT_END.search(words) and of.zone_after.match(after):
        return True
    return bool(
        of.zoned_in.search(words) or of.zoned_before.search(before) or of.zoned_after.match(after)
    )


def is_dateline(before: str, after: str) -> bool:
    """Whether a date stands between a place and a dash."""
    if has_place(before):
        return DATELINE_END.match(after) is not None
    return bool(_PLACE_IN_CAPITALS.search(before) and _AGENCY.match(after))


def has_place(before: str) -> bool:
    """Whether what precedes a date ends with a name and a comma: "London, "."""
    return _PLACE.search(before) is not None
