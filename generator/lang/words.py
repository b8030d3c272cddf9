"""Short ways to write tables of words and pieces of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

Words = frozenset[str]  # in small letters, unless a field says otherwise
NO_WORDS: Words = frozenset()


def words(text: str) -> frozenset[str]:
    """The set of the words in a text."""
    return frozenset(text.split())


def counted(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """The words in their order, each with a value `step` higher than the one before."""
    return {word: start + step * n for n, word in enumerate(text.split())}


def same(value: object, text: str) -> dict[str, object]:
    """Words that all have the same value."""
    return dict.fromkeys(text.split(), value)


def any_of(patterns: Iterable[str]) -> str:
    """A group that matches each of some patterns or words; of none a group that matches nothing.

    Empty ones are left out, so that a language may leave a pattern empty.
    """
    return f"(?:{'|'.join(filter(None, patterns)) or '(?!)'})"


def phrases(text: str) -> re.Pattern[str]:
    """A pattern for whole words that finds each of some phrases, which " | " sets apart."""
    return re.compile(rf"\b(?:{'|'.join(' '.join(text.split()).split(' | '))})(?!\w)")
