"""Text under black bars: it is in the file, but whoever made the page meant it not to be read.

A shape covers what was drawn before it, if it is filled with something dark that cannot be seen
through; a note laid over the page covers all of it.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_DARK = 100  # of 255, the brightest of red, green and blue
_SOLID = 230  # of 255
_THINNEST = 3.0  # points: rules and lines of tables are thinner
_NOTES = (raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_REDACT)
_LAST = 1 << 31


@dataclass(frozen=True, slots=True)
class Cover:
    """A dark shape, in the file's coordinates.

    order: how many things were drawn before it
    """

    order: int
    left: float
    bottom: float
    right: float
    top: float


class Covers:
    """The dark shapes of a page, and what was drawn before them."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._order: dict[int, int] = {}
        self._covers = tuple(self._shapes(page.raw)) + tuple(_notes(page.raw))

    def __bool__(self) -> bool:
        return bool(self._covers)

    @property
    def texts(self) -> int:
        """How many pieces of text the page draws."""
        return len(self._order)

    def hide(self, text: Any, index: int, x: float, y: float) -> bool:
        """Whether a character is covered.

        text: the page's text; index: of the character; x, y: its middle, in the file's coordinates
        """
        over = [c for c in self._covers if c.left < x < c.right and c.bottom < y < c.top]
        if not over:
            return False
        drawn = raw.FPDFText_GetTextObject(text, index)
        # Text within a form is not among the page's own objects; it counts as drawn first.
        return any(self._order.get(_address(drawn), -1) < cover.order for cover in over)

    def _shapes(self, page: Any) -> list[Cover]:
        found = []
        for order in range(raw.FPDFPage_CountObjects(page)):
            thing = raw.FPDFPage_GetObject(page, order)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._order[_address(thing)] = order
            elif kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(thing) and _is_dark(thing):
                found += _cover(thing, order)
        return found


def _address(thing: Any) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _is_filled(path: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, mode, stroke)
    return bool(mode.value != raw.FPDF_FILLMODE_NONE)


def _is_dark(path: Any) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, solid):
        return False
    return max(red.value, green.value, blue.value) <= _DARK and solid.value >= _SOLID


def _cover(path: Any, order: int) -> list[Cover]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return []
    cover = Cover(order, left.value, bottom.value, right.value, top.value)
    thin = min(cover.right - cover.left, cover.top - cover.bottom) < _THINNEST
    return [] if thin else [cover]


def _notes(page: Any) -> list[Cover]:
    """Dark boxes among the notes that are laid over the page."""
    found = []
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(note) in _NOTES:
                found += _note(note)
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return found


def _note(note: Any) -> list[Cover]:
    rect = raw.FS_RECTF()
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    inside = raw.FPDFANNOT_COLORTYPE_InteriorColor
    if not raw.FPDFAnnot_GetColor(note, inside, red, green, blue, solid):
        return []
    if max(red.value, green.value, blue.value) > _DARK or not raw.FPDFAnnot_GetRect(note, rect):
        return []
    low, high = sorted((rect.bottom, rect.top))
    return [Cover(_LAST, rect.left, low, rect.right, high)]
