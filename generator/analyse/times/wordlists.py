"""Two short ways to write tables of words: counted through, or all worth the same."""

from __future__ import annotations


def counted(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """The words in their order, each worth `step` more than the one before."""
    return {word: start + step * n for n, word in enumerate(words.split())}


def same(value: object, words: str) -> dict[str, object]:
    """Words that are all worth the same."""
    return dict.fromkeys(words.split(), value)
