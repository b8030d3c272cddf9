"""Figures in a sentence, with what they count: "at least 137 people were killed" is 137 dead.

They are shown side by side where sources disagree, never added up or chosen between. Numbers that
are parts of dates, sums of money, ages and shares are left out. Lists are data, by language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.model import Figure, TimeExpression, base_language

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
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "mil": 1e3,
    "тыс": 1e3,
    "млн": 1e6,
    "млрд": 1e9,
}
_QUALIFIER = (
    r"(?:\b(?:at least|more than|fewer than|less than|as many as|up to|nearly|almost|about|around"
    r"|over|some|al menos|más de|menos de|unos|unas|более|не менее|около)\s+)?"
)
# Thousands are set apart by commas in English, by full stops in Spanish, by spaces in Russian.
_GROUPED = {"es": r"\d{1,3}(?:\.\d{3})+", "ru": r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+"}
_ENGLISH = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+"
# What a number in front of these is: an age, a length of time, a share, a part of a range.
_NO_COUNT = (
    r"(?!\s?(?:percent|per cent|por ciento|процент)|[\s-](?:years?|months?|weeks?|days?|hours?"
    r"|minutes?|seconds?|año|años|лет|год|года)\b|\s(?:to|or|–)\s\d|[\w%:/–-]|[.,]\d)"
)
# What is counted, by words near the number; the first list that matches wins.
_MEASURES = (
    (
        "dead",
        re.compile(
            r"dead|killed|kill|killing|died|deaths?|fatalities|slain|perished"
            r"|muertos?|muertas?|muerte|fallecidos?|murieron|погибших|погибли|погибло|убиты"
        ),
    ),
    (
        "injured",
        re.compile(
            r"injured|injuring|wounded|wounding|hospitali[sz]ed"
            r"|heridos?|heridas?|ранены|раненых|пострадали|пострадавших|пострадало"
        ),
    ),
    (
        "arrested",
        re.compile(
            r"arrested|arrests|arresting|detained|detaining|detenidos?|задержаны|задержанных"
        ),
    ),
    ("missing", re.compile(r"missing|desaparecidos?|пропали|пропавших|пропал")),
)
_TWO_WORDS = {("death", "toll"): "dead", ("in", "hospital"): "injured", ("lives", "of"): "dead"}
_NEAR_AFTER, _NEAR_BEFORE = 5, 4  # words
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[,;:.()–—\d]|\band\b|\by\b|\bи\b")
_AGED = re.compile(r"\b(?:aged|age|Flight|Route|No\.|de edad)\s$")
_NO_NOUN = frozenset(
    """
    of in on at to for by from with and or the a an who which that were was are is had has have
    other more people persons individuals men women others days years months hours weeks minutes
    times year month day week o de del en a y que los las el la
    в на по с и из от за до лет года год дней часов
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def find_figures(
    text: str, start: int, end: int, times: Sequence[TimeExpression], language: str = "en"
) -> tuple[Figure, ...]:
    """The figures in the sentence start..end of a text, in order; `times`: those in it."""
    starts = [time.start for time in times]
    found = []
    for match in _numbers(base_language(language)).finditer(text, start, end):
        first = match.start("number")
        beside = bisect_right(starts, first) - 1
        in_time = beside >= 0 and first < times[beside].end
        if in_time or _AGED.search(text[max(start, first - 12) : first]):
            continue
        if re.search(r"\d\s(?:to|or|–)\s$", text[max(start, first - 8) : first]):
            continue  # the second number of a range
        measure = _measure(text, match.start(), match.end(), start, end)
        if measure:
            found.append(Figure(match.start(), match.end(), _value(match), measure))
    return tuple(found)


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """A number with its qualifier and scale, as a language writes it."""
    grouped = _GROUPED.get(language, _ENGLISH)
    decimals = "" if language in _GROUPED else r"(?:\.\d{1,3})?"
    return re.compile(
        rf"{_QUALIFIER}(?<![\w$€£₽.,:/-])(?P<number>{grouped}|\d{{1,9}}{decimals}"
        rf"|\b(?:{'|'.join(_WORDS)})\b)(?:\s(?P<scale>{'|'.join(_SCALE)})\b)?{_NO_COUNT}",
        re.IGNORECASE,
    )


def _value(match: re.Match[str]) -> float:
    written = match["number"].lower()
    # A full stop before three figures sets thousands apart; `_numbers` took no other there.
    digits = re.sub(r"[,\s]|\.(?=\d{3}(?:\D|$))", "", written)
    number = float(_WORDS[digits]) if digits in _WORDS else float(digits)
    return number * _SCALE.get((match["scale"] or "").lower(), 1)


def _measure(text: str, first: int, last: int, start: int, end: int) -> str:
    """What a number counts, "" when that cannot be told. Names ("Hospital Street") are passed."""
    after = _words_until_break(text[last : min(end, last + 80)])[:_NEAR_AFTER]
    before = text[max(start, first - 40) : first]
    near = _WORD.findall(before[_last_break(before) :])[-_NEAR_BEFORE:]
    for words in (after, near):
        for pair in pairwise(words):
            if pair in _TWO_WORDS:
                return _TWO_WORDS[pair]
    for words in (after, near[::-1]):
        for word in words:
            for measure, pattern in _MEASURES:
                if pattern.fullmatch(word.lower()):
                    return measure
    noun = after[0] if after else ""
    # A counted noun is a plural; other words after a number are parts of names and times.
    plural = len(noun) > 3 and (noun.endswith("s") or noun[0] > "z")
    return noun if plural and noun.islower() and noun not in _NO_NOUN else ""


def _words_until_break(text: str) -> list[str]:
    stop = _BREAK.search(text)
    return _WORD.findall(text[: stop.start()] if stop else text)


def _last_break(text: str) -> int:
    return max((m.end() for m in _BREAK.finditer(text)), default=0)
