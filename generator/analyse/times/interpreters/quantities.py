"""Numbers that look like years but are not: things counted, addresses, hours, telephone numbers.

Only what is right beside the number decides. A preposition such as "in" before it makes it a year
whatever follows ("in 1998 sales rose").
"""

from __future__ import annotations

import re

from generator.analyse.times.context import Context
from generator.analyse.times.matches import Match
from generator.analyse.times.tokens import NOTHING, Tokens, Values

FAR_AHEAD = 30  # years; of these the past tense does not speak
_STREET_WORDS = 3  # with capitals, the last of which is "Street"


def _classes(tokens: Tokens, index: int) -> Values:
    return tokens.values[index] if 0 <= index < len(tokens.values) else NOTHING


def _word(tokens: Tokens, index: int) -> str:
    return tokens.word(index) if 0 <= index < len(tokens.values) else ""


def _is_plural(word: str, context: Context) -> bool:
    return re.fullmatch(context.clauses.language.plural, word) is not None


def is_quantity(match: Match, context: Context) -> bool:
    """Whether a bare number of four figures is not a year."""
    tokens, begin, end = match.tokens, match.begin, match.end
    before, after = _classes(tokens, begin - 1), _classes(tokens, end)
    if _is_address(tokens, end) and not {"ATTIME"} & before.keys():
        return True
    if {"COUNTING", "CURRENCY", "CURRENCYWORD"} & before.keys() or "TITLE" in before:
        return True
    if _is_hour(match, context) or _is_size(match, context):
        return True
    if "ATTIME" in before:
        return False
    return (
        _is_part_of_number(tokens, begin)
        or _is_numbered(tokens, begin)
        or (match.number("YEAR") in context.numbers or ("SERIAL" in after and "THE" in before))
        or ("MANY" in after and "OF" not in before)  # "1500 were hurt"
        or _is_counted(tokens, begin, end, context)
        or _is_distance(tokens, begin, end)
    )


def _is_address(tokens: Tokens, end: int) -> bool:
    """Whether a street follows: "1995 Main Street"."""
    for index in range(end, end + _STREET_WORDS):
        if not _word(tokens, index)[:1].isupper():
            return False
        if index > end and "STREET" in _classes(tokens, index):
            return True
    return False


def _is_hour(match: Match, context: Context) -> bool:
    """Whether it is a time of day: "at 1945", and "by 2100 the fire was out"."""
    number = match.number("YEAR") or 0
    if number % 100 > 59 or number >= 2400:
        return False
    if match.follows("DEICTIC") or (context.stamped and _opens_paragraph(match)):
        return True  # "around 1800 yesterday"; "1535 The bridge is closed", in a running report
    if match.preceded("ATPLACE"):
        after = _word(match.tokens, match.end)
        return not after[:1].islower() or not _is_plural(after, context)  # "at 1998 prices"
    this = context.anchor("year")
    far = this is not None and number > this.first.year + FAR_AHEAD
    return far and match.preceded("BYTIME") and context.clauses.tense(match.begin, match.end) < 0


def _opens_paragraph(match: Match) -> bool:
    return match.begin == 0 or match.preceded("BREAK")


def _is_size(match: Match, context: Context) -> bool:
    """Whether it is a number of bits, seats or the like to come: "2048-bit"."""
    this, number = context.anchor("year"), match.number("YEAR") or 0
    to_come = this is not None and number > this.first.year
    return to_come and match.follows("DASH") and _word(match.tokens, match.end + 1).islower()


def _is_part_of_number(tokens: Tokens, begin: int) -> bool:
    """Whether other figures stand before it: "020 7946 1998", "1 WLR 1606"; or in its list."""
    before, second = _classes(tokens, begin - 1), _classes(tokens, begin - 2)
    if "INT" in before and "YEAR" not in before and "DAY" not in before:
        return True
    word = _word(tokens, begin - 1)
    if word.isupper() and len(word) > 1 and "INT" in second:
        return True
    listed = {"AND", "COMMA"} & before.keys()
    long = len(_word(tokens, begin - 2)) > 3
    return bool(listed and long and "INT" in second and "YEAR" not in second)


def _is_numbered(tokens: Tokens, begin: int) -> bool:
    """Whether it is the number of something: "the PIN is 1987", "code: 2010"."""
    linked = {"LINKING", "COLON"} & _classes(tokens, begin - 1).keys()
    if "DOT" in _classes(tokens, begin - 1) and "NUMBERED" in _classes(tokens, begin - 2):
        return True  # "No. 1998"
    named = _classes(tokens, begin - 2).keys() | _classes(tokens, begin - 3).keys()
    return bool(linked) and "NUMBERED" in named


def _is_counted(tokens: Tokens, begin: int, end: int, context: Context) -> bool:
    """Whether a plural follows, and what precedes is not an article: "had 1841 members"."""
    before, after = _word(tokens, begin - 1), _word(tokens, end)
    near = _classes(tokens, begin - 1).keys() | _classes(tokens, begin - 2).keys()
    if not before.islower() or near & {"THE", "OWNER"}:
        return False
    return "PLURALEND" not in _classes(tokens, end) and _is_plural(after, context)


def _is_distance(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether it is a race or a group: "ran the 1500 and the 800", "Of 1600, only 12 returned"."""
    before, after = _classes(tokens, begin - 1), _classes(tokens, end)
    if "OF" in before and tokens.opens_sentence(begin - 1) and "COMMA" in after:
        return True
    closed = {"COMMA", "DOT", "AND"} & after.keys()
    return bool(closed) and "THE" in before and "YEAR" not in _classes(tokens, end + 1)
