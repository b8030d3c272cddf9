"""Pieces of what `sourcebook explain` prints."""

from __future__ import annotations

from generator.model import Document, Provenance

MOST = 20  # of one list that are shown
_LONGEST = 240  # characters of a sentence that are shown


def count(number: int, word: str) -> str:
    """So many of something: "1 source", "1,200 sources"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def quoted(document: Document, where: Provenance) -> str:
    """The sentence around a span and its file, shortened where it is endless."""
    own = document.sentence(where)
    text = " ".join(document.text[own.start : own.end].split())
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return f"{document.path}: “{shown}”"
