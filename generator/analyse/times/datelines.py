"""Datelines: where and when a text was written, from which its "yesterday" is counted.

    "LONDON, May 5 (Reuters) -"      at the head of a sentence, as a dispatch has it
    "Boston, March 3, 1863."         a line of its own, as a letter has it

A line of its own counts only where the document does not say on which day it was published; there
may be a caption of that form in any article.
"""

from __future__ import annotations

import re
from collections.abc import Container

from generator.analyse.uneventful import has_place, is_dateline

_REACH = 110  # code points before and after the date
_WORDS = 6  # of a place, at most
_SMALL = 3  # letters of a word without a capital in the name of a place, at most
_LINE_END = re.compile(r"[.,:]?[^\S\n]*(?:\n|\Z)")


def gives_day(
    text: str, head: int, start: int, end: int, *, alone: bool, prepositions: Container[str]
) -> bool:
    """Whether the date at start..end of a text is that of a dateline.

    head: where the sentence or line begins
    alone: whether a line with nothing else is one
    prepositions: words before dates and places, as in "He is in Rome, May 5 – and"
    """
    if start - head > _REACH:
        return False
    before, after = text[head:start], text[end : end + _REACH]
    words = before.replace(",", " ").split()
    if not words:
        return alone and _LINE_END.match(after) is not None
    if len(words) > _WORDS or words[0].lower() in prepositions:
        return False
    if any(w[:1].islower() and (len(w) > _SMALL or w in prepositions) for w in words):
        return False
    return is_dateline(before, after) or bool(
        alone and has_place(before) and _LINE_END.match(after)
    )
