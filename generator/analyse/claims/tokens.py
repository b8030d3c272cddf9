"""The words and marks of a sentence, as far as the search for claims looks at them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"-[LR]RB-|``|''|(?:[^\W\d_]\.){2,}|[A-Z][a-z]{0,3}\.(?=\s+[A-Z])"
    r"|(?<=\w)['’][a-zA-Z]{1,2}\b|['’]s\b"
    r"|\w[\w&-]*(?:(?:['’](?![a-zA-Z]{2}\b)|[.,](?=\d)|\.(?=[^\W\d]{2}))[\w&-]*)*|[^\w\s]"
)
_QUOTES = frozenset({'"', "“", "”", "«", "»", "„", "‟", "``", "''", "'", "‘", "’"})
_OPENING, _CLOSING = frozenset({"(", "[", "-LRB-"}), frozenset({")", "]", "-RRB-"})
_REOPENED = re.compile(r"[.!?]\s\"\w")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.

    start, end: offsets in the document's text
    text, lower: as it stands, and in small letters unless all are capitals ("WHO")
    quoted: whether it stands within a quotation
    dated: whether it is a part of a time expression
    named: whether it is a part of a name
    person: whether that is a person's
    """

    start: int
    end: int
    text: str
    lower: str
    quoted: bool
    dated: bool
    named: bool
    person: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, or the ending that an apostrophe sets apart."""
        return self.text[0].isalnum() or (self.text[0] in "'’" and self.text[1:].isalpha())

    @property
    def is_quote(self) -> bool:
        return self.text in _QUOTES

    @property
    def is_currency(self) -> bool:
        return unicodedata.category(self.text[0]) == "Sc"

    @property
    def opens(self) -> bool:
        return self.text in _OPENING

    @property
    def closes(self) -> bool:
        return self.text in _CLOSING

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens_of(
    text: str,
    start: int,
    end: int,
    *,
    quotations: Sequence[Span],
    times: Sequence[Span],
    names: Sequence[Span],
    people: Sequence[Span],
) -> tuple[Token, ...]:
    """The tokens of the sentence start..end of a text; the spans: those that may reach into it."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        found.append(
            Token(
                first,
                last,
                match[0],
                match[0] if len(match[0]) > 1 and match[0].isupper() else match[0].lower(),
                is_within(first, quotations),
                is_within(first, times),
                is_within(first, names),
                is_within(first, people),
            )
        )
    return tuple(found)


def is_within(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place of the text lies in one of some spans."""
    for start, end in spans:  # noqa: SIM110 - `any` of a generator takes three times as long
        if start <= place < end:
            return True
    return False


def quotations_of(text: str, start: int, end: int) -> list[Span]:
    """The quotations in start..end, a passage, with their marks.

    A mark that opens and is not closed reaches to the end of the passage, as it does where a
    quotation goes on in the next paragraph. Where it goes on within the passage, it may be opened
    once more: '"It fell. "It broke," he said'.
    """
    found: list[Span] = []
    opened = -1
    for match in re.finditer(r"``|''|[\"“”«»„‟]", text[start:end]):
        mark, place = match[0], start + match.start()
        if mark == '"' and opened >= 0 and _REOPENED.match(text, place - 2, end):
            continue
        closing = (mark in "”»''" and mark != "``") or (mark == '"' and opened >= 0)
        if closing and opened >= 0:
            found.append((opened, start + match.end()))
            opened = -1
        elif not closing and opened < 0:
            opened = place
        elif closing and not found and mark != '"':
            found.append((start, start + match.end()))  # opened before the passage
    if opened >= 0:
        found.append((opened, end))
    return found
