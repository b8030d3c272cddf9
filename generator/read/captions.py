"""The captions of a SubRip or WebVTT file: when each is shown, and its words without markup."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.read.characters import clean
from generator.read.spoken import seconds_of

_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,:]\d{1,3})?"
_SHOWN = re.compile(rf"\s{{0,8}}({_TIME})\s{{0,4}}-{{1,2}}>\s{{0,4}}({_TIME})(?!\d)", re.ASCII)
_NO_CAPTION = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT|X-TIMESTAMP-MAP=\S*)(?=\s|$)")
_HEADER = re.compile(r"([A-Z][a-z]{1,20}): ?(\S.{0,80})")
_NUMBER = re.compile(r"\s*\d{1,7}\s*", re.ASCII)
# A voice stays, all other tags go: <b>, <c.yellow>, <font color="red">, <00:01.500>, {\an8}.
_READING = re.compile(r"<rt>[^<]{0,100}</rt>")  # how the characters before it are spoken
_TAG = re.compile(rf"</?(?!v[. ])[a-zA-Z][^<>]{{0,200}}>|<{_TIME}>|\{{\\[^{{}}]{{0,200}}\}}|</v>")
_WORD_TIME = re.compile(rf"<{_TIME}>", re.ASCII)
# "[Applause]" and "♪", but not a remark in brackets.
_SOUND = re.compile(r"(?:[\[(（【][^\[\]()（）【】.!?\d]{1,40}[\])）】]|[♪♫#*\s])+")
_ROLLING = 1 / 3  # share of captions that begin with words of the one before
_OVERLAP = 60  # words that two captions may share


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption; start, end: in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Captions:
    """What a file has.

    header: names and values before the first caption ("Language": "en"), "" for its title
    sounds: how many captions only describe sounds; these are left out
    """

    captions: tuple[Caption, ...]
    header: dict[str, str]
    sounds: int = 0


def captions_of(text: str) -> Captions:
    """The captions of a file in its order, without what they repeat."""
    found: list[Caption] = []
    header: dict[str, str] = {}
    body: list[str] = []
    times: tuple[float, float] | None = None
    skipping = True  # the header
    for line in (*text.split("\n"), "", "0:00 --> 0:00"):
        shown = _SHOWN.match(line)
        if not shown:
            blank = not line.strip()
            if not times and not found:
                _add_header(header, line)
            if _NO_CAPTION.match(line) and body and not body[-1].strip():
                skipping = True
            elif blank:
                skipping = False
            if not skipping:
                body.append(line)
            continue
        if times:
            found.append(Caption(*times, _lines(body)))
        start, end = seconds_of(shown[1]), seconds_of(shown[2])
        times = (start, end) if start is not None and end is not None else None
        body, skipping = [], False
    spoken = [one for one in found if not all(map(_SOUND.fullmatch, one.lines))]
    sounds = sum(bool(one.lines) for one in found) - len(spoken)
    return Captions(tuple(_once(spoken)), header, sounds)


def _add_header(header: dict[str, str], line: str) -> None:
    if line.startswith("WEBVTT"):
        header[""] = line[6:].strip(" \t-–—")
    elif named := _HEADER.fullmatch(line.strip()):
        header.setdefault(named[1], named[2])


def _lines(body: Sequence[str]) -> tuple[str, ...]:
    """The lines of a caption, without the number or the name of the next one."""
    kept = list(body)
    apart = len(kept) > 1 and bool(kept[-1].strip()) and not kept[-2].strip()
    if kept and (apart or _NUMBER.fullmatch(kept[-1])):
        kept.pop()
    lines = (_without_tags(line).strip() for line in kept)
    return tuple(line for line in lines if line)


def _without_tags(line: str) -> str:
    return clean(html.unescape(_TAG.sub("", _READING.sub("", line))))


def _once(captions: Sequence[Caption]) -> list[Caption]:
    """The captions without repetitions.

    Captions that roll up begin with the line that was the last of the one before, or with all of
    it, whose words are shown for longer then. Some files have each caption twice.
    """
    alone = [one for n, one in enumerate(captions) if not n or one != captions[n - 1]]
    words = [" ".join(one.lines).split() for one in alone]
    shared = [_shared(before, after) for before, after in pairwise(words)]
    if sum(map(bool, shared)) <= _ROLLING * len(alone):
        return alone
    kept = alone[:1]
    for one, own, number in zip(alone[1:], words[1:], shared, strict=True):
        if number:
            kept[-1] = replace(kept[-1], end=one.end)
        if number < len(own):
            kept.append(replace(one, lines=(" ".join(own[number:]),)) if number else one)
    return kept


def _shared(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words at the end of a caption are those at the beginning of the next."""
    most = min(len(before), len(after), _OVERLAP)
    return next((n for n in range(most, 0, -1) if before[-n:] == after[:n]), 0)
