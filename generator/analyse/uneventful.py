"""Dates on which nothing is said to have happened: stamps of pages, datelines, yardsticks.

    "LONDON, May 5 (Reuters) -"      where and when a dispatch was written
    "Last updated: 3 May 2020"       a page, a comment, a copyright line
    "the worst storm since 1931"     what something is compared with

They are times, but no sentence is an event of theirs. What a pattern may span is bounded, so that a
long sentence costs no more than its dates.
"""

from __future__ import annotations

import re

from generator.lang import LANGUAGES
from generator.lang.clock import AFTER_CLOCK, HALF_OF_DAY, ZONES
from generator.lang.words import any_of

_WORDS = [language.uneventful for language in LANGUAGES.values()]
_CLOCK_PREPOSITIONS = [sorted(x.times.clock_prepositions) for x in LANGUAGES.values() if x.times]
_BEFORE, _AFTER = 110, 60  # code points
# Corpora in the style of the Penn Treebank write brackets as -LRB- and -RRB-.
OPEN, CLOSE = r"(?:\(|-LRB-)", r"(?:\)|-RRB-)"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s?(?:{HALF_OF_DAY}\.?)?"
_ZONE = rf"(?:(?:{ZONES}|{'|'.join(sorted(AFTER_CLOCK))})\b|{any_of(w.zones for w in _WORDS)}\b)"
_ZONED = rf"{_CLOCK}\s?{_ZONE}"  # "16.36 BST"
_PREPOSITION = any_of(w.prepositions for w in _WORDS)
_LABEL = re.compile(
    rf"(?<!\w)(?:{any_of(w.labels for w in _WORDS)}\s?:?(?:\s{_PREPOSITION})?\s*"
    rf"(?:{_ZONED}\s?,?\s*(?:{_PREPOSITION}\s)?)?|{any_of(w.rights for w in _WORDS)}\s*)$"
)
# A date in figures with a time of day and its zone: before it, in it, or after it.
_ZONED_BEFORE = re.compile(rf"(?<!\d){_ZONED}\s*[,–-]?\s*(?:{_PREPOSITION}\s)?$")
_ZONED_IN = re.compile(_ZONED)
_ZONED_AFTER = re.compile(rf"\s*[,–-]?\s*(?:{_PREPOSITION}\s)?{_ZONED}")
_CLOCK_AT_END = re.compile(rf"{_CLOCK}$")
_ZONE_AFTER = re.compile(rf"\s?(?:{_ZONE}|\|)")
_AT = re.compile(rf"\b{any_of(map('|'.join, _CLOCK_PREPOSITIONS))}\s$", re.IGNORECASE)
_LABEL_AFTER = re.compile(rf"\s?{any_of(w.labels_after for w in _WORDS)}\b")
_BAR = re.compile(r"\|\s?$")
_BYLINE = any_of(w.bylines for w in _WORDS)
_BAR_AFTER = re.compile(
    rf"\s*(?:[,–-]?\s*(?:{_PREPOSITION}\s)?{_CLOCK}\s*{_ZONE}?\s*\||\|\s*{_BYLINE}\s)"
)
_COMMENT = re.compile(rf"\s*,?\s[\w.-]+(?: [\w.-]+){{0,3}} {any_of(w.writes for w in _WORDS)}\s?:")
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
    rf"\s?[;,|–-]\s?{_CLOCK}(?:\s?[AP]M\b)?(?:\s{_ZONE})?(?:\s(?=[A-ZÀ-ÞА-Я])|\s?$)"
)
_HASH = re.compile(r"#\s?$")
_NAME = re.compile(rf"\s{any_of(w.names for w in _WORDS)}\b")
_YEAR = re.compile(r"\d{4}")
_NOT_A_DAY = frozenset({"year", "decade", "century"})
_COMPARED = re.compile(rf"\b{any_of(w.comparisons for w in _WORDS)}\s*$")
_MEASURED = re.compile(rf"\b{any_of(w.measured for w in _WORDS)}\s*$")
_LIKENESS_BEFORE = re.compile(rf"\b{any_of(w.likeness_before for w in _WORDS)}\s?-\s?$")
_LIKENESS_AFTER = re.compile(rf"\s?-\s?{any_of(w.likeness_after for w in _WORDS)}\b")
_OTHERWISE = re.compile(rf"\s{any_of(w.otherwise for w in _WORDS)}\b")
_HABIT = re.compile(rf"\b{any_of(w.habits for w in _WORDS)}\b")
_OF_ANY_YEAR = frozenset({"season", "month"})
_CLAUSE = 90  # code points before a date in which a habit is looked for
_CLAUSE_END = re.compile(r"[;:.()“”\"]|--|[–—]")
_DESCRIBED = re.compile(rf"\b{any_of(w.described for w in _WORDS)}\s$")
_THING = re.compile(r"[\s-][^\W\d_]{4,}")
_SPAN = r"(?:[^,;.:]|\.(?!\s[A-Z])){0,60}"
_SINCE = any_of(w.since for w in _WORDS)
_SUPERLATIVE = re.compile(rf"\b{any_of(w.extremes for w in _WORDS)}\b{_SPAN} {_SINCE}\s$")
_FIRST = re.compile(rf"\b{any_of(w.firsts for w in _WORDS)}\b{_SPAN} {_SINCE}\s$")


def is_uneventful(sentence: str, start: int, end: int, precision: str) -> bool:
    """Whether the date at start..end of a sentence is a stamp, a dateline or a yardstick.

    precision: as in `TimeExpression`
    """
    before, words = sentence[max(0, start - _BEFORE) : start], sentence[start:end]
    after = sentence[end : end + _AFTER]
    if _LABEL.search(before) or _HASH.search(before) or _is_yardstick(before, precision):
        return True
    if _is_description(before, after, precision) or _OTHERWISE.match(after):
        return True
    if precision in _OF_ANY_YEAR and not _YEAR.search(words) and _is_habit(sentence, start, end):
        return True
    if precision in _NOT_A_DAY or not any(map(str.isdecimal, words)):
        return False
    in_name = not _YEAR.search(words) and _NAME.match(after) is not None
    return in_name or _is_stamp(before, words, after) or is_dateline(before, after)


def _is_yardstick(before: str, precision: str) -> bool:
    """Whether what precedes a date makes it a mere point of comparison."""
    if _COMPARED.search(before) or _MEASURED.search(before) or _SUPERLATIVE.search(before):
        return True
    return precision != "day" and _FIRST.search(before) is not None


def _is_habit(sentence: str, start: int, end: int) -> bool:
    """Whether the clause of a date says that something is so each year."""
    reach = max(0, start - _CLAUSE)
    first = max((m.end() for m in _CLAUSE_END.finditer(sentence, reach, start)), default=reach)
    return _HABIT.search(sentence, first, start) is not None or (
        _HABIT.match(sentence, end + 1) is not None
    )


def _is_description(before: str, after: str, precision: str) -> bool:
    """Whether a date only says what something is like: "a 1918-like flu", "a 19th century mill"."""
    if _LIKENESS_BEFORE.search(before) or _LIKENESS_AFTER.match(after):
        return True
    return bool(precision == "century" and _DESCRIBED.search(before) and _THING.match(after))


def _is_stamp(before: str, words: str, after: str) -> bool:
    """Whether a day in figures stands beside a time of day with its zone, or heads a comment."""
    if _LABEL_AFTER.match(after) or (_BAR.search(before) and after.lstrip().startswith("|")):
        return True
    if _BAR_AFTER.match(after) or _COMMENT.match(after):
        return True
    if not before.strip() and CLOCK_AFTER.match(after):
        return True
    if not _YEAR.search(words) or _AT.search(before):
        return False  # "at 15:00 GMT on 3 March 2010" is when something happened
    if _CLOCK_AT_END.search(words) and _ZONE_AFTER.match(after):
        return True
    return bool(
        _ZONED_IN.search(words) or _ZONED_BEFORE.search(before) or _ZONED_AFTER.match(after)
    )


def is_dateline(before: str, after: str) -> bool:
    """Whether a date stands between a place and a dash."""
    if has_place(before):
        return DATELINE_END.match(after) is not None
    return bool(_PLACE_IN_CAPITALS.search(before) and _AGENCY.match(after))


def has_place(before: str) -> bool:
    """Whether what precedes a date ends with a name and a comma: "London, "."""
    return _PLACE.search(before) is not None
