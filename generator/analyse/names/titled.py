"""Names that a title right before them makes a person's: "Lord Aberdeen", "the Duke of Norfolk".

The tagger often takes a peer for the place of the title. What is named after a peer is none: the
Prince of Wales Hospital, a pub called the Duke of York, and the House of Lords.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analyse.names.spans import Span
from generator.lang import TAGGED, language_of

WORDS = language_of(TAGGED).names
_PEER = re.compile(rf"\b{WORDS.peers} (?=[A-Z])")
_OF = re.compile(rf"(?:{WORDS.peers}|{WORDS.sees}) [A-Z]")
_CALLED = re.compile(rf"(?:{WORDS.honorifics})\.?\s(?=[A-Z])")
_HONORIFIC = re.compile(rf"\b(?:{WORDS.honorifics})\.?\s$")
_NAME = re.compile(r"[A-Z][\w’'-]*\w")
_THINGS = WORDS.named_after | WORDS.place_words | WORDS.organisation_words
_FOLLOWING = re.compile(r" (?:[A-Z]\w+ )?([A-Za-z]+)")
_OWNED = re.compile(rf"(?:{WORDS.possessive}) (?:[A-Z]\w+ )?([A-Z][a-z]+)")
_BEFORE = 14  # characters before a name that may hold a title


def with_peers(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, in order, in which the names of peers are whole: "Duke of" belongs to them."""
    spans = sorted(spans)
    found: list[Span] = []
    at = 0
    for match in _PEER.finditer(text):
        while at < len(spans) and spans[at].end <= match.start():
            found.append(spans[at])
            at += 1
        inside = [s for s in spans[at : at + 3] if match.start() <= s.start <= match.end()]
        name = _NAME.match(text, match.end())
        if not inside or not name or spans[at] is not inside[0]:
            continue
        end = max(name.end(), inside[-1].end)
        if _is_thing(text, match.start(), end):
            continue
        found.append(Span(match.start(), end, "PER", max(s.score for s in inside)))
        at += len(inside)
    return [*found, *spans[at:]]


def is_titled(text: str, span: Span) -> bool:
    """Whether a title stands right before a name: "Lord" before Aberdeen."""
    return _HONORIFIC.search(text[max(span.start - _BEFORE, 0) : span.start]) is not None


def begins_with_title(text: str, span: Span) -> bool:
    """Whether a name begins with a title that only a person has."""
    titled = _CALLED.match(text, span.start, span.end) or is_peer(text, span.start, span.end)
    return bool(titled) and not _is_thing(text, span.start, span.end)


def is_peer(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a peer or a bishop, who are called after a place."""
    return _OF.match(text, start, end) is not None


def _is_thing(text: str, start: int, end: int) -> bool:
    """Whether a name is that of what is named after somebody: a hospital, a theatre."""
    last = text[start:end].rpartition(" ")[2].lower()
    following, owned = _FOLLOWING.match(text, end), _OWNED.match(text, end)
    return (
        last in _THINGS
        or (following is not None and following[1].lower() in _THINGS)
        or (owned is not None and owned[1].lower() in WORDS.named_after)
    )
