"""How much a sentence leans on the text around it, so that it makes little sense when quoted alone.

An event is shown by one of its sentences, on pages where nothing else of the source is. There "He
said they would go on" tells nobody anything; a sentence with names that opens with none of them is
the better choice, even if another is more like the rest. The words are those of the document's
language; where they are not known, only names and length count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.derive.events.clustering import names
from generator.lang import language_of
from generator.lang.clock import HALF_OF_DAY, ZONES
from generator.lang.words import any_of
from generator.model import DatedSentence, Document

# How much each counts. What counts four leaves readers at a loss, the others hinder them.
PRONOUN = 4  # "He said …", "Its shares …"
SPEAKER = 4  # "I", "our", and so whoever is speaking
CAPTION = 4  # "File photo: …", "People in masks, Taipei, May 22, 2009."
FEW_WORDS = 4  # hardly more than the date
HE_SAID = 2  # "…, he said"
OPENER = 2  # "Meanwhile, …", "This was …"
FURTHER = 2  # "another", "the other"
NO_NAME = 1
SINCE = 1  # "since Friday": it is about another time than that day
THE_DAYS = 2  # "Friday's attack": it only says which one is meant
FRAGMENT = 2  # begins with a small letter
STAMP = 2  # "… | 3 May 2020 17:05 BST", "Oslo (Agency) - …"
LENGTH = 1
_LEAST, _MOST = 3, 55  # words beside the date
_REACH = 800  # code points
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOSE = re.compile(r"(?:,|\s[A-ZÀ-ÞА-Я][^\W_]*)\s$")
_STAMP = re.compile(
    rf"\|\s|\d[:.]\d\d\s?(?:{HALF_OF_DAY}\s?)?(?:{ZONES})\b"
    r"|^[^.!?]{0,40}\d{4}\s?[;,|–-]\s?\d{1,2}[:.]\d\d"
    r"|^[^()]{0,80}(?:\([^()]{1,30}\)|-LRB-[^()]{1,30}?-RRB-)\s?(?:--?|[–—])\s"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a language: what opens a sentence, and what is anywhere in one."""

    opening: tuple[tuple[re.Pattern[str], int], ...]
    anywhere: tuple[tuple[re.Pattern[str], int], ...]
    possessive: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    """Those of the language of a code; see `generator.lang.language_of`."""
    language = language_of(code)
    words = language.context
    small = rf"^\W*(?:{any_of([words.before])}\W+){{0,3}}"
    ignore = re.IGNORECASE

    def opens(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"{small}{any_of([pattern])}\b", ignore)

    he_said = rf"\b{any_of([words.pronouns])} {any_of([language.reporting.verbs])}\b"
    return _Patterns(
        opening=((opens(words.pronouns), PRONOUN), (opens(words.openers), OPENER)),
        anywhere=(
            (re.compile(rf"(?<![\w'’]){any_of([words.speakers])}(?!\w)"), SPEAKER),
            (re.compile(any_of([words.captions])), CAPTION),
            (re.compile(he_said), HE_SAID),
            (re.compile(rf"\b{any_of([words.further])}\b", ignore), FURTHER),
            (_STAMP, STAMP),
        ),
        possessive=re.compile(rf"\s?{any_of([language.names.possessive])}\b"),
    )


def leaning_of(document: Document, dated: DatedSentence, *, named: bool) -> int:
    """How much a sentence leans on others; 0 if it makes sense alone.

    named: whether a name is known to be in it
    """
    where, time = dated.where, dated.time
    patterns = _patterns(document.language)
    text = document.text[where.start : min(where.end, where.start + _REACH)]
    start, end = (place - where.start for place in dated.place)
    text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    found = sum(weight for pattern, weight in patterns.anywhere if pattern.search(text))
    found += max((w for pattern, w in patterns.opening if pattern.match(text)), default=0)
    if not named and not names(text, frozenset()):
        found += NO_NAME
    if time.precision == "day" and _LOOSE.search(text[:start]) and not _WORD.search(text, end):
        found += CAPTION
    if patterns.possessive.match(text, end):
        found += THE_DAYS
    elif time.modality in ("after", "before"):
        found += SINCE
    if text.lstrip()[:1].islower():
        found += FRAGMENT
    if document.passages[where.passage].kind == "caption":
        found += CAPTION
    length = len(_WORD.findall(text))
    return found + (FEW_WORDS if length < _LEAST else LENGTH if length > _MOST else 0)
