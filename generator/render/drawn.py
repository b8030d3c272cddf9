"""Text as it is drawn: isolated from its neighbours, with a mark where its directions were mended.

While a page is made, a mark is one character. When the page is finished, it becomes an element, or
is left out where there can be none: in attributes and titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.directions import (
    CONTROLS,
    END_ISOLATE,
    ISOLATE,
    isolated,
    strays,
    turns,
    unbalanced,
    without,
)
from generator.model import Document
from generator.render.catalogues import gettext, message
from generator.render.escaping import escape_text

_MARK = "\ufdd0"  # a noncharacter, for use within a program
_SIGN = "\N{ANTICLOCKWISE GAPPED CIRCLE ARROW}"
_TITLE = message("A character here that changes the direction of text was not closed")
# What cannot hold an element (a title, a tag, a label in a drawing), and marks elsewhere.
_PLACES = re.compile(rf"<title\b[^>]*>[^<]*|<text\b[^>]*>[^<]*|<[^>]*>|{_MARK}")
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a picture, and is left out of pages


@dataclass(frozen=True, slots=True)
class Body:
    """A document's text as its page shows it, at the same offsets.

    text: `OBJECT` stands for each character that is left out
    around: by the offset of a sentence, what precedes and what follows it
    """

    text: str
    around: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def drawn(text: str) -> str:
    """A text, escaped, as it stands on a page."""
    if text.isascii() or not turns(text):
        return escape_text(text)
    return escape_text(isolated(text)) + (_MARK if unbalanced(text) else "")


def drawn_parts(*parts: str) -> tuple[str, ...]:
    """The parts of one sentence, isolated together: as HTML, where anything in it turns."""
    whole = "".join(parts)
    if not turns(whole):
        return parts
    closing, opened, isolates = strays(whole)
    text = without(whole, closing, OBJECT)
    found, at = [], 0
    for part in parts:
        found.append(escape_text(text[at : at + len(part)].replace(OBJECT, "")))
        at += len(part)
    found[0] = ISOLATE + found[0]
    found[-1] += END_ISOLATE * (isolates + 1) + (_MARK if closing or opened else "")
    return tuple(map(Markup, found))


def drawn_body(document: Document) -> Body:
    """The text of a document: what a sentence does not close is closed at its end.

    There is no mark where the passage closes it, as many texts in Arabic or Hebrew do.
    """
    text = document.text
    if text.isascii() or not CONTROLS.search(text):
        return Body(text)
    left_out: list[int] = []
    around: dict[int, tuple[str, str]] = {}
    for passage in document.passages:
        mark = _MARK if unbalanced(text[passage.start : passage.end]) else ""
        for sentence in passage.sentences:
            own = text[sentence.start : sentence.end]
            if not CONTROLS.search(own):
                continue
            closing, opened, isolates = strays(own)
            left_out += [sentence.start + at for at in closing]
            end = END_ISOLATE * (isolates + 1) + (mark if closing or opened else "")
            around[sentence.start] = ISOLATE, end
    return Body(without(text, left_out, OBJECT), around)


def finished(page: str) -> str:
    """The page with its marks as elements."""
    return _PLACES.sub(_placed, page) if _MARK in page else page


def _placed(found: re.Match[str]) -> str:
    piece = found.group()
    if piece == _MARK:
        title = gettext(_TITLE)
        return f'<i class="turned" role="img" aria-label="{title}" title="{title}">{_SIGN}</i>'
    return piece.replace(_MARK, _SIGN if piece.startswith("<text") else "")


def beginning(document: Document, length: int) -> str:
    """The first words that a document says itself, from so many characters and one more."""
    text = ""
    for passage in document.own_passages or document.passages:
        text += "\n\n" * bool(text) + document.text[passage.start : passage.end]
        if len(text) > length:
            break
    return " ".join(text[: length + 1].replace(OBJECT, "").split())
