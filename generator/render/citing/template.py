"""Texts with gaps: made once, and filled with a sentence, its pages and its address by the script.

A page shows the citation of the whole without a script. For the script, the parts are packed (see
`packed`), so that no citation is formatted in two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.directions import TURNED_WORDS, turns

# What a reader chooses: a sentence, who says it (where the page is not its source), its pages with
# and without the word for them ("p. 12", "12"), and its address.
Gap = Literal["quote", "source", "pages", "bare", "link"]
Escapes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fill:
    """A gap, and what stands in it if nothing is chosen."""

    gap: Gap
    default: str = ""


@dataclass(frozen=True, slots=True)
class Only:
    """What is left out as long as a gap is empty."""

    gap: Gap
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Italic:
    """A title in italics, in formats that have them."""

    text: str


Part = str | Fill | Only | Italic
Parts = tuple[Part, ...]


def escaped(text: str, escapes: Escapes) -> str:
    """A text with what stands for some of its characters."""
    return "".join(escapes.get(character, character) for character in text)


def filled(parts: Iterable[Part], values: Mapping[str, str], escapes: Escapes) -> str:
    """The text with its gaps filled, just as the script of pages does it.

    escapes: what stands for characters of a value in this format; addresses stay as they are
    """
    found = []
    for part in parts:
        if isinstance(part, Fill):
            value = values.get(part.gap, "") or part.default
            found.append(value if part.gap == "link" else escaped(value, escapes))
        elif isinstance(part, Only):
            found.append(filled(part.parts, values, escapes) if values.get(part.gap) else "")
        else:
            found.append(part.text if isinstance(part, Italic) else part)
    return "".join(found)


def html(text: str) -> Markup:
    """A text of an element, in which quotation marks stay.

    Words from right to left cannot move what stands beside them, nor is anything added to the text.
    """
    found = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(TURNED_WORDS.sub(r"<bdi>\g<0></bdi>", found) if turns(text) else found)
