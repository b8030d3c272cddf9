"""What a page consists of before its layout is understood: runs of characters in their places."""

from __future__ import annotations

from dataclasses import dataclass

# Raised figures, from nought to nine: those of notes, of powers and of units.
RAISED = "".join(map(chr, (0x2070, 0xB9, 0xB2, 0xB3, *range(0x2074, 0x207A))))
SUPERSCRIPT = str.maketrans("0123456789", RAISED)
PLAIN = str.maketrans(RAISED, "0123456789")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points (1/72 inch) from the lower left corner of the page as it is read."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one baseline without a wide gap between them.

    text: its words, with one space between them
    box: where they stand
    baseline: its height above the page's lower edge, in points
    size: height of a line of its type, in points
    bold, italic: how most of its words are set
    space_after: whether a space follows in the file; scripts that are written without spaces have
        it only where a line ends between two words
    right_to_left: whether it has letters of such a script
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    space_after: bool = False
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file.

    number: from 0
    label: what the file calls it ("xii"); "" if it says nothing
    width, height: of the page as it is read, in points
    turn: by how many quarter turns to the left the page as it is shown was turned for reading
    runs: in the order of the file
    covered: how many characters are not given because a dark shape covers them
    vertical: whether its lines are columns from right to left on the page as it is shown
    """

    number: int
    label: str
    width: float
    height: float
    turn: int
    runs: tuple[Run, ...]
    covered: int = 0
    vertical: bool = False


def on_shown_page(box: Box, sheet: Sheet) -> tuple[float, float, float, float]:
    """Where a box stands on the page as it is shown: left, top, right and bottom.

    They are shares of the shown page's width and height from its upper left corner.
    """
    left, right = box.left / sheet.width, box.right / sheet.width
    top, bottom = 1 - box.top / sheet.height, 1 - box.bottom / sheet.height
    if sheet.turn == 1:
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    elif sheet.turn == 2:
        left, top, right, bottom = 1 - right, 1 - bottom, 1 - left, 1 - top
    elif sheet.turn == 3:
        left, top, right, bottom = top, 1 - right, bottom, 1 - left
    return _share(left), _share(top), _share(right), _share(bottom)


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)
