"""The alphabetical order of lists, and the letters under which their entries stand."""

from __future__ import annotations

import unicodedata

from generator.render.words import sort_key

OTHERS = "#"  # the letter of what begins with none


def alphabetical(text: str) -> tuple[bool, tuple[int, ...], str]:
    """The key by which texts are sorted: accents and capitals count only between equal letters.

    The letters are in the order of the page's language.
    """
    start = next((n for n, c in enumerate(text) if c.isalnum()), 0)
    ranks, _ = sort_key(text[start:])
    return letter_of(text) == OTHERS, ranks, text


def letter_of(text: str) -> str:
    """The letter under which a text stands: "É" under E, "Ж" under its own, "3" under `OTHERS`."""
    first = _folded(text)[:1]
    return first.upper()[:1] if first.isalpha() else OTHERS


def letter_anchor(letter: str) -> str:
    """The id of the first entry of a letter."""
    return (
        f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else f'{ord(letter):x}'}"
    )


def _folded(text: str) -> str:
    """The text from its first letter or digit on, without accents and capitals."""
    plain = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    start = next((n for n, c in enumerate(kept) if c.isalnum()), 0)
    return kept[start:]
