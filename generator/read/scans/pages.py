"""What the formats of OCR have in common: pages of blocks of lines, each in its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import PassageKind


@dataclass(frozen=True, slots=True)
class ScanLine:
    """A line of text.

    box: left, top, right and bottom, in the units of its page from the upper left corner; None
        where it is not given
    goes_on: whether its last word goes on in the next line, without a hyphen of its own
    size: height of its type; baseline: on which it stands, from above; 0 where they are not given
    """

    text: str
    box: tuple[float, float, float, float] | None = None
    goes_on: bool = False
    size: float = 0.0
    baseline: float = 0.0


@dataclass(frozen=True, slots=True)
class ScanBlock:
    """Lines that belong together, a paragraph as a rule."""

    lines: tuple[ScanLine, ...]
    kind: PassageKind = "paragraph"


@dataclass(frozen=True, slots=True)
class ScanPage:
    """A page.

    label: what it is called; "" if the file does not say
    width, height: in the units of the boxes; 0 where they are not given
    blocks: in reading order, without running heads and feet
    confidence: the sum of what the program says of each word's certainty, from 0 to 1
    words: of how many words
    """

    label: str
    width: float
    height: float
    blocks: tuple[ScanBlock, ...]
    confidence: float = 0.0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """The pages of a file.

    program: which has read them; "" if the file does not say
    by_hand: whether they may as well have been transcribed by people
    """

    pages: tuple[ScanPage, ...]
    program: str = ""
    by_hand: bool = False
