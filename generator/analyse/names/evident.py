"""Names that their form or the words beside them make evident, and what is evidently no name.

The tagger judges by context, and where there is little of it ("wrote on WhatsApp"), or a context it
has not seen, it is wrong about names that anybody recognises.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from generator.analyse.names.spans import Span
from generator.lang import TAGGED, clock, language_of

WORDS = language_of(TAGGED).names
SURE = 0.95  # score of a name that is evident
# Two words written as one: "WhatsApp", "SpaceX", but not "MacArthur" and "VanDyke".
CAMEL = re.compile(r"(?<![\w@#/.&-])[A-Z][a-z]{2,14}[A-Z][A-Za-z]{0,14}(?![\w@/&-]|\.\w)")
DEALING = re.compile(rf"\b(?:{WORDS.dealings}) $")
PREFIXES = re.compile(
    "|".join((WORDS.surname_openings, *sorted(map(str.capitalize, WORDS.particles))))
)
SERVICE = re.compile(rf"(?<![\w@#/.&-])(?:{'|'.join(sorted(WORDS.services))})(?![\w@/&-]|\.\w)")
DISPUTED = re.compile(
    rf"\b(?:{WORDS.disputed}) [\"“‘']?((?:[A-Z][\w’'-]+ ){{1,4}}(?:{WORDS.states}))\b"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+", re.IGNORECASE)
SHIP = re.compile(rf"\b(?:{WORDS.ships}|{WORDS.ship_prefixes})[“”\"‘’]? ?[“\"‘]?$")
SHIP_NAME = re.compile(rf"(?:{WORDS.ship_prefixes})\s")
ZONE = re.compile(rf"(?:{'|'.join(sorted(clock.ALWAYS))}|[ECMP]ST|CET|BST)\s+")
# What follows a town at the head of a report: "AMMAN (Reuters) —", "AMMAN, March 3 —".
DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,10} \d{1,2})?(?: \([^()\n]{1,30}\))? ?[—–-]\s")
# A letter that was lost, or the first half of a broken one.
BROKEN = re.compile(r"\ufffd|(?<=[a-z])[ÂÃ](?![a-zA-Z])")
LISTED = re.compile(r";\s(?:\w{1,3}\s)?$")
BEFORE = 30  # characters before a name that may hold the word for a ship


def evident(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with evident names, without those that are evidently none."""
    kept = [_without_zone(text, span) for span in _outside_addresses(text, spans)]
    kept = [
        s for s in kept if s.start < s.end and not _is_broken(text, s) and not _is_ship(text, s)
    ]
    kept = list(_with_inverted(text, kept))
    return sorted((*kept, *_missing(text, kept)))


def _outside_addresses(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans outside web and mail addresses."""
    addresses = ADDRESS.finditer(text)
    address = next(addresses, None)
    for span in sorted(spans):
        while address and address.end() <= span.start:
            address = next(addresses, None)
        if not address or span.end <= address.start():
            yield span


def _without_zone(text: str, span: Span) -> Span:
    """A name without the time zone of a clock before it: "EDT AMMAN" is a dateline."""
    zone = ZONE.match(text, span.start, span.end)
    start = zone.end() if zone else span.start
    shouted = text[start : span.end].isupper()
    if shouted and DATELINE.match(text, span.end) and _begins_line(text, span.start):
        return span._replace(start=start, type="LOC")
    return span._replace(start=start)


def _begins_line(text: str, start: int) -> bool:
    return not text[max(0, start - 1) : start].strip()


def _is_broken(text: str, span: Span) -> bool:
    """Whether letters of a name are lost."""
    return BROKEN.search(text, span.start, min(span.end + 1, len(text))) is not None


def _is_ship(text: str, span: Span) -> bool:
    """Whether a name is a ship's, which is neither a person nor a place."""
    if SHIP_NAME.match(text, span.start, span.end):
        return True
    before = text[max(0, span.start - BEFORE) : span.start]
    return span.type != "ORG" and SHIP.search(before) is not None


def _with_inverted(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Surname and first name of lists as one name: "Miller, Ann; Brandt, Otto"."""
    spans = sorted(spans)
    known = {text[s.start : s.end] for s in spans if s.type == "PER"}
    joined = {a.start: b for a, b in pairwise(spans) if _is_inverted(text, a, b, known)}
    taken = -1
    for span in spans:
        if span.start >= taken:
            given = joined.get(span.start)
            yield span._replace(end=given.end) if given else span
            taken = given.end if given else span.end


def _is_inverted(text: str, surname: Span, given: Span, known: Container[str]) -> bool:
    """Whether two names are the surname and the first name of one person in a list.

    known: names of people in the document
    """
    if {surname.type, given.type} != {"PER"} or text[surname.end : given.start] != ", ":
        return False
    first, second = text[surname.start : surname.end], text[given.start : given.end]
    if " " in first or second.isupper():
        return False
    before = text[max(0, surname.start - 6) : surname.start]
    listed = text[given.end : given.end + 1] == ";" or LISTED.search(before)
    shouted = first.isupper() and len(first) > 2
    return bool(listed) or shouted or f"{second} {first}" in known


def _run_together(text: str) -> Iterator[tuple[int, int]]:
    """Where words written as one are names of firms: where they are once dealt with as such."""
    words = [m for m in CAMEL.finditer(text) if not PREFIXES.match(m[0])]
    firms = {m[0] for m in words if DEALING.search(text, max(0, m.start() - BEFORE), m.start())}
    yield from ((m.start(), m.end()) for m in words if m[0] in firms)


def _missing(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Evident names that were not found."""
    found = sorted(
        (
            *_run_together(text),
            *((m.start(), m.end()) for m in SERVICE.finditer(text)),
            *((m.start(1), m.end(1)) for m in DISPUTED.finditer(text)),
        )
    )
    taken = [*((s.start, s.end) for s in sorted(spans)), (len(text) + 1, len(text) + 1)]
    at = after = 0
    for start, end in found:
        while taken[at][1] <= start:
            at += 1
        if start >= after and taken[at][0] >= end:
            yield Span(start, end, "ORG", SURE)
            after = end
