"""Cut a text into tokens and give each the code of its word classes.

A lexicon says of each word which classes it has ("second" is an ORDINAL and a UNIT) and what it
is worth in each. Every distinct combination of classes gets one private-use character as its
code, so a text becomes a string of codes, one per token, and a rule over classes becomes a small
regular expression over that string (`rules.py`). Words that no rule speaks of all share one code.

Digits, dates in figures, clock times and punctuation are classed here, for all languages alike:

    INT DAY YEAR NUMBER DECIMAL   7 · 1998 (YEAR: four digits, 1000–2199) · 1,500 · 2.5
    ORDINAL DAY                   22nd
    ISO SPAN NUMERIC COMPACT      2024-03-22 · 2010-12, 1998-2001 · 22/3/2024 · 20240322
    CLOCK MERIDIEM                9:30 · a.m.
    DECADE SHORTYEAR POSSESSIVE   1990s, '90s · '98 · 's
    COMMA DOT DASH SLASH COLON OPEN CURRENCY PERCENT HASH BREAK (an empty line)

The one pass over the text is a single regular expression whose parts are bounded or unambiguous,
so that it takes linear time on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.lang import LANGUAGES
from generator.lang.clock import DOTTED_HALF_OF_DAY, HALF_OF_DAY, ZONES
from generator.lang.words import any_of

Values = Mapping[str, object]

_TIMES = [language.times for language in LANGUAGES.values() if language.times]
_ORDINAL = any_of(times.ordinal_endings for times in _TIMES)
_DECADE = any_of(times.decade_endings for times in _TIMES)
_JOINED = any_of(times.after_apostrophes for times in _TIMES)
_POSSESSIVE = any_of(language.names.possessive for language in LANGUAGES.values())
# Most tokens are words: the first look tells that they are none of the kinds in figures.
TOKEN = re.compile(
    r"""
    (?=[\d'’‘½])
    (?: (?P<iso> (?<![\w.-]) \d{4}(?P<h>[-‐‑–])\d\d(?P=h)\d\d
        (?: T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)? )? (?![\w-]) )
  | (?P<numeric> (?<![\w.,/-])
        (?: \d{4}(?P<s>[/.])\d{1,2}(?P=s)\d{1,2} | \d{1,2}(?P<d>[/.-])\d{1,2}(?P=d)(?:\d{4}|\d\d) )
        (?![\w/-]|\.\d) )
  | (?P<span> (?<![\w.,/-]) [12]\d{3}[-–—/]\d\d(?:\d\d)? (?![\w/-]|[.,]\d) )
  | (?P<compact> (?<![\w.,-]) (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) (?![\w-]) )
  | (?P<clock> (?<![\w.,:/-])
        (?: \d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]) | \d{1,2}\.[0-5]\d(?=\ ?"""
    + HALF_OF_DAY
    + r""") ) )
  | (?P<decade> (?: ['’‘][2-9]0 | \b[12]\d\d0 ) """
    + _DECADE
    + r"""\b )
  | (?P<half> 1/2(?![\w/]) | ½ )
  | (?P<ordinal> \d{1,4}"""
    + _ORDINAL
    + r"""\b )
  | (?P<short> (?<![^\W\d_])['’‘]\d\d(?!\w) )
  | (?P<number> \d+(?:,\d{3}(?!\d))*(?:\.\d+)? ) )
  | (?P<meridiem> """
    + DOTTED_HALF_OF_DAY
    + r""" )
  | (?P<poss> (?i:"""
    + _POSSESSIVE
    + r""")\b )
  | (?P<word> [^\W\d_]+ (?:['’](?="""
    + _JOINED
    + r""")[^\W\d_]+)? )
  | (?P<gap> \n[^\S\n]*\n\s* )
  | (?P<mark> [^\w\s]|_ )
    """,
    re.VERBOSE,
)


MARKS = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "/": "SLASH", ":": "COLON",
    "(": "OPEN", "[": "OPEN", "$": "CURRENCY", "£": "CURRENCY", "€": "CURRENCY", "¥": "CURRENCY",
    "%": "PERCENT", "#": "HASH", "№": "HASH", "'": "APOSTROPHE", "’": "APOSTROPHE", "!": "STOP",
    "?": "STOP", ";": "SEMICOLON", "°": "RING",
}  # fmt: skip

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # they have no width
APOSTROPHES = str.maketrans(dict.fromkeys("'’", "\u02bc"))  # the one that counts as a letter
HYPHENS = str.maketrans(dict.fromkeys("‐‑–", "-"))

# Classes that figures and marks can have together; each set gets a code in every language.
FIGURE_CLASSES = (
    {"INT", "NUMBER"}, {"INT", "NUMBER", "DAY"},
    {"INT", "NUMBER", "DAY", "HOUR", "SMALL"}, {"INT", "NUMBER", "DAY", "SMALL"},
    {"INT", "NUMBER", "SMALL"}, {"INT", "NUMBER", "YEAR"}, {"NUMBER"}, {"NUMBER", "DECIMAL"},
    {"ORDINAL"}, {"ORDINAL", "DAY"}, {"ISO"}, {"SPAN"}, {"NUMERIC"}, {"COMPACT"}, {"CLOCK"},
    {"MERIDIEM"}, {"HALF"}, {"DECADE"}, {"SHORTYEAR"}, {"POSSESSIVE"}, {"BREAK"},
    *({name} for name in MARKS.values()),
)  # fmt: skip
NOTHING: Values = {}
OPENERS = frozenset({"DOT", "STOP", "BREAK", "COLON"})  # marks that a sentence follows
FIRST_CODE = 0xE000


@dataclass(frozen=True, slots=True)
class Coding:
    """The code of each set of classes, and each known word's code and values."""

    codes: Mapping[frozenset[str], str]
    words: Mapping[str, tuple[str, Values]]
    other: str
    zone: re.Pattern[str]  # what makes four figures before it a time of day
    by_class: Mapping[str, str]  # all codes whose words have a class

    def of(self, classes: Iterable[str]) -> str:
        """The code of a set of classes."""
        return self.codes[frozenset(classes)]

    def holding(self, name: str) -> str:
        """All codes whose words have the class, for use inside a regular expression's brackets."""
        if name not in self.by_class:
            raise ValueError(f"no word or figure has the class {name}")
        return self.by_class[name]


def build_coding(words: Mapping[str, Values], zone_words: str = "") -> Coding:
    """Give every combination of classes that occurs its own code.

    zone_words: see `TimeRules`
    """
    sets = [
        frozenset[str](),
        *map(frozenset, FIGURE_CLASSES),
        *(frozenset(v) for v in words.values()),
    ]
    codes = {found: chr(FIRST_CODE + n) for n, found in enumerate(dict.fromkeys(sets))}
    coded = {word: (codes[frozenset(values)], values) for word, values in words.items()}
    zone = re.compile(rf" {any_of((ZONES, zone_words))}\b")
    by_class: dict[str, str] = {}
    for classes, code in codes.items():
        for name in classes:
            by_class[name] = by_class.get(name, "") + code
    return Coding(codes, coded, codes[frozenset()], zone, by_class)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: offsets, values by class, and the string of codes."""

    text: str
    starts: list[int]
    ends: list[int]
    values: list[Values]
    codes: str

    def word(self, index: int) -> str:
        """The token's own text."""
        return self.text[self.starts[index] : self.ends[index]]

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first, or follows a stop or an empty line."""
        return index == 0 or not OPENERS.isdisjoint(self.values[index - 1])


def figure(kind: str, text: str) -> Values:
    """The classes and values of a token in figures."""
    if kind == "number":
        return _number(text)
    if kind == "ordinal":
        number = int("".join(filter(str.isdecimal, text)))
        return {"ORDINAL": number, "DAY": number} if 1 <= number <= 31 else {"ORDINAL": number}
    if kind == "meridiem":
        return {"MERIDIEM": text[0].lower()}
    if kind == "iso":
        return {"ISO": text.translate(HYPHENS)}
    names = {"short": "SHORTYEAR", "poss": "POSSESSIVE", "gap": "BREAK"}
    return {names.get(kind, kind.upper()): text}


def _number(text: str) -> Values:
    """A plain number may be a day, an hour or a year; one with commas or decimals counts things."""
    if "." in text:
        return {"NUMBER": float(text.replace(",", "")[:20]), "DECIMAL": text}
    if "," in text or len(text) > 9:
        return {"NUMBER": int(text.replace(",", "")[:20])}
    number = int(text)
    values: dict[str, object] = {"INT": number, "NUMBER": number}
    if len(text) <= 2:
        values["SMALL"] = text
        if 1 <= number <= 31:
            values["DAY"] = number
        if 1 <= number <= 12 and "DAY" in values:
            values["HOUR"] = number
    elif len(text) == 4 and 1000 <= number < 2200:
        values["YEAR"] = number
    return values


def tokenise(text: str, coding: Coding) -> Tokens:
    """One pass over the text."""
    starts: list[int] = []
    ends: list[int] = []
    values: list[Values] = []
    codes: list[str] = []
    words, other = coding.words, (coding.other, NOTHING)
    marks = {mark: (coding.of({name}), {name: mark}) for mark, name in MARKS.items()}
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        piece = match.group()
        if piece in UNSEEN:
            continue
        if kind == "word":
            piece = piece.translate(APOSTROPHES)
            code, known = words.get(piece) or words.get(piece.lower(), other)
        elif kind == "mark":
            code, known = marks.get(piece, other)
        else:
            known = figure(kind or "", piece)
            if "YEAR" in known and _is_glued(text, match.start(), match.end(), coding):
                known = {"INT": known["INT"], "NUMBER": known["NUMBER"]}
            code = coding.of(known)
        starts.append(match.start())
        ends.append(match.end())
        values.append(known)
        codes.append(code)
    return Tokens(text, starts, ends, values, "".join(codes))


def _is_glued(text: str, start: int, end: int, coding: Coding) -> bool:
    """Whether a number is a part of something longer, as in "2400x1600" or "1100GMT"."""
    if coding.zone.match(text, end):
        return True  # "1930 CDT" is a time of day
    before = text[max(start - 2, 0) : start]
    return (before[:1].isdigit() and before[-1:].isalpha()) or (
        text[end : end + 1].isalpha() and not _is_year_word(text, end, coding)
    )


def _is_year_word(text: str, at: int, coding: Coding) -> bool:
    """Whether an abbreviation of "year" is glued to the figures: "2005г."."""
    end = at + 1 if not text[at + 1 : at + 2].isalpha() else at + 2
    _, known = coding.words.get(text[at:end].lower(), (coding.other, NOTHING))
    return "YEARABBR" in known and not text[end : end + 1].isalpha()
