"""Stamps at the head of a sentence, which do not belong to what it says.

"LONDON, May 5 (Reuters) - The hall …"      a dispatch, with the headlines before it
"OSLO, 5 May. – The hall …"                 a place and a date
"Friday, March 5, 2010; 3:59 PM As a …"     the page's own date
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analyse.uneventful import CLOCK_AFTER, CLOSE, DATELINE_END, OPEN, has_place

_REACH = 300  # code points; what stands before a dispatch may be several headlines
_PLACE_REACH = 60
_OPENING = r"\W*[A-ZÀ-ÞА-Я\d]"
_OPENS = re.compile(_OPENING)
_NAME = r"[A-ZÀ-ÞА-Я][\w.'’-]+"
_AGENCY = r"[A-ZА-Я][\w.]*"
_CAPITALS = r"[A-ZÀ-ÞА-Я]{3,}"
# A place in capitals or, at the head of the sentence, in any letters; and perhaps a region or a
# date. Then the agency in brackets, and the dispatch with a capital.
_DISPATCH = re.compile(
    rf"(?:(?<!\w){_CAPITALS}|^(?:{_NAME}\s){{0,2}}{_NAME})"
    r"\s?(?:,[^()\n|]{1,30}|\s[^()\n|,]{1,12}\d\s?)?"
    rf"{OPEN}\s?{_AGENCY}(?:\s{_AGENCY}){{0,2}}\s?{CLOSE}\s?(?:--?|[–—])\s+"
    rf"(?={_OPENING})"
)


def after_stamp(sentence: str, dates: Sequence[tuple[int, int]]) -> int:
    """Where a sentence begins after its stamp; 0 if it has none.

    dates: start and end of its dates
    """
    found = _DISPATCH.search(sentence, 0, _REACH)
    if found:
        return found.end()
    for start, end in dates[:1]:
        before, after = sentence[:start], sentence[end : end + _REACH]
        if not before.strip(' \n"“') and (clock := CLOCK_AFTER.match(after)):
            return end + clock.end()
        if start <= _PLACE_REACH and has_place(before) and (dash := DATELINE_END.match(after)):
            rest = after[dash.end() :]
            begin = len(rest) - len(rest.lstrip())
            return end + dash.end() + begin if _OPENS.match(rest, begin) else 0
    return 0
