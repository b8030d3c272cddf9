"""Figures in a sentence, with what they count: "at least 137 people were killed" is 137 dead.

They are shown side by side where sources disagree, never added up or chosen between. Numbers that
are parts of dates, sums of money, ages and shares are left out. Lists are data, by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Figure, TimeExpression

_WORDS = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty
        """.split()  # noqa: SIM905 - a list of words reads best as words
    )
    if number > 1  # "one" is as often a pronoun
}
_SCALE = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "mil": 1e3,
    "тыс": 1e3,
    "млн": 1e6,
    "млрд": 1e9,
}
_NUMBER = re.compile(
    r"(?P<qualifier>\b(?:at least|more than|fewer than|less than|as many as|up to|nearly|almost"
    r"|about|around|over|some|al menos|más de|unos|unas|более|не менее|около)\s+)?"
    r"(?<![\w$€£₽.,:/-])(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,9}(?:\.\d{1,3})?"
    rf"|\b(?:{'|'.join(_WORDS)})\b)"
    rf"(?:\s(?P<scale>{'|'.join(_SCALE)})\b)?"
    r"(?![\w%:/-]|[.,]\d|\s?(?:percent|per cent|por ciento|процент))",
    re.IGNORECASE,
)
# What is counted, by words near the number; the first list that matches wins.
_MEASURES = (
    (
        "dead",
        re.compile(
            r"dead|killed|kill|killing|died|deaths?|death|toll|fatalities|lives|slain|perished"
            r"|muertos?|muertas?|muerte|fallecidos?|murieron|погибших|погибли|погибло|убиты"
        ),
    ),
    (
        "injured",
        re.compile(
            r"injured|injuring|injuries|injures|wounded|wounding|hurt|hospitali[sz]ed|hospital"
            r"|heridos?|heridas?|ранены|раненых|пострадали|пострадавших|пострадало"
        ),
    ),
    (
        "arrested",
        re.compile(
            r"arrested|arrests|arresting|detained|detaining|detainees|held|detenidos?|задержаны"
            r"|задержанных"
        ),
    ),
    ("missing", re.compile(r"missing|desaparecidos?|пропали|пропавших|пропал")),
)
_NEAR_AFTER, _NEAR_BEFORE = 5, 3  # words
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[,;:.()–—\d]|\band\b|\by\b|\bи\b")
_NO_NOUN = frozenset(
    """
    of in on at to for by from with and or the a an who which that were was are is had has have
    other more people persons individuals men women others days years months hours weeks minutes
    times year month day week o de del en a y que los las el la
    в на по с и из от за до лет года год дней часов
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def find_figures(
    text: str, start: int, end: int, times: Iterable[TimeExpression]
) -> tuple[Figure, ...]:
    """The figures in the sentence start..end of a text, in order."""
    dates = [(t.start, t.end) for t in times]
    found = []
    for match in _NUMBER.finditer(text, start, end):
        first, last = match.span("number")
        if any(a < last and first < b for a, b in dates):
            continue
        measure = _measure(text, match.start(), match.end(), start, end)
        if measure:
            found.append(Figure(match.start(), match.end(), _value(match), measure))
    return tuple(found)


def _value(match: re.Match[str]) -> float:
    digits = re.sub(r"[,\u00a0\u202f]", "", match["number"].lower())
    number = float(_WORDS[digits]) if digits in _WORDS else float(digits)
    return number * _SCALE.get((match["scale"] or "").lower(), 1)


def _measure(text: str, first: int, last: int, start: int, end: int) -> str:
    """What a number counts, "" when that cannot be told."""
    after = _words_until_break(text[last : min(end, last + 80)])[:_NEAR_AFTER]
    before = text[max(start, first - 40) : first]
    near = _WORD.findall(before[_last_break(before) :].lower())[-_NEAR_BEFORE:]
    for words in (after, near[::-1]):
        for word in words:
            for measure, pattern in _MEASURES:
                if pattern.fullmatch(word):
                    return measure
    noun = after[0] if after else ""
    # A counted noun is a plural; other words after a number are parts of names and times.
    plural = len(noun) > 3 and (noun.endswith("s") or noun[0] > "z")
    return noun if plural and noun not in _NO_NOUN else ""


def _words_until_break(text: str) -> list[str]:
    stop = _BREAK.search(text)
    return _WORD.findall((text[: stop.start()] if stop else text).lower())


def _last_break(text: str) -> int:
    return max((m.end() for m in _BREAK.finditer(text)), default=0)
