"""Footnotes in HTML: which links are marks, and which elements they lead to.

A mark is a short link to an element further on: in `<sup>`, in brackets, a symbol, or declared as
one (DPUB-ARIA, and the classes that converters write). Marks are no words of the text; what they
lead to are notes. A number in `<sup>` without a link is a mark if it follows a sentence or a word,
and no exponent ("km<sup>2</sup>").
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_ANCHOR = re.compile(r"<a\b([^<>]*)>((?:[^<]|<(?!/a>)){0,80})</a>")
_HREF = re.compile(r' href="#([^"]+)"')
_ID = re.compile(r'<[a-z0-9]+\b(?: [a-z]+="[^"]*")*? id="([^"]+)"')
_DECLARED = re.compile(
    r' role="doc-noteref"| class="[^"]*(?:footnote|noteref|endnote)', re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_BRACKETED = re.compile(r"\[\w{1,6}\]|\(\d{1,4}\)|[*†‡§]{1,3}")
_LONGEST_LABEL = 8
_LONGEST_BACK = 12  # of what leads back from a note: "[return]"
_NUMBER = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})\]?")
_AFTER = re.compile(r"""(?:[.,;:!?…"'”’»)\]]\s?|[^\W\d]{4}|\d{4})$""")


def find_notes(markup: str) -> frozenset[str]:
    """The ids of the elements that are notes. `markup`: sanitised, with ids."""
    if 'href="#' not in markup:
        return frozenset()
    places: dict[str, int] = {}
    for found in _ID.finditer(markup):
        places.setdefault(html.unescape(found[1]), found.start())
    notes = set()
    for found in _ANCHOR.finditer(markup):
        href = _HREF.search(found[1])
        target = html.unescape(href[1]) if href else ""
        place = places.get(target, -1)
        # A note may be lost with what surrounds an article; its mark is no word even then.
        sure = bool(target) and place < 0 and _is_raised(markup, found)
        if sure or (place > found.start() and _is_mark(markup, found)):
            notes.add(target)
    return frozenset(notes)


def _is_mark(markup: str, found: re.Match[str]) -> bool:
    return _is_raised(markup, found) or bool(_BRACKETED.fullmatch(_label(found)))


def _is_raised(markup: str, found: re.Match[str]) -> bool:
    """Whether a link is a mark by its form, wherever it leads."""
    if not 0 < len(_label(found)) <= _LONGEST_LABEL:
        return False
    before = markup[max(0, found.start() - 100) : found.start()]
    raised = "<sup" in found[2] or before.rfind("<sup") > before.rfind("</sup")
    return raised or bool(_DECLARED.search(found[1]))


def _label(found: re.Match[str]) -> str:
    return html.unescape(_TAG.sub("", found[2])).strip()


def is_back_link(words: str) -> bool:
    """Whether the words of a link within a note only lead back to its mark."""
    return len(words.strip()) <= _LONGEST_BACK


def bare_label(words: str) -> str:
    """The number or sign in a `<sup>` that may be a mark; "" if it is none."""
    found = _NUMBER.fullmatch(words.strip())
    return found[1] if found else ""


def may_follow(before: str) -> bool:
    """Whether a mark can stand after these words; otherwise a number there is an exponent."""
    return bool(_AFTER.search(before[-6:]))


@dataclass(slots=True)
class Notes:
    """The notes of a body that is being read.

    ids: of the elements that are notes
    passages: the number of the first passage of each note, by its id or its label
    marked: labels of marks that have no link
    """

    ids: frozenset[str]
    passages: dict[str, int] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
