"""Text set from top to bottom, in columns from right to left, as in Japanese and Chinese books.

Many files do not say that it is: they place each character by itself. So the places decide: where
one character follows another. A page of such text is read as one turned a quarter to the left, with
its columns as lines. What is set the other way there, such as a heading across the page, is kept
together as it stands; so are columns on a page of lines.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot
from statistics import median
from typing import Any

import pypdfium2.raw as raw

from generator.read.page_layout.runs import Box, Run, Sheet

# Code points of scripts of which each character fills a square.
_SQUARE = ((0x2E80, 0xD7A4), (0xF900, 0xFB00), (0xFE10, 0xFE20), (0xFE30, 0xFE50), (0xFF01, 0xFF61))
_BEYOND = 0x20000  # and all from here on
_SAMPLES = 200  # characters of a page that tell its script
# Of the square: where the next character of a line, or of a column, stands.
_SAME = 0.3
_ACROSS = (0.0, 3.0)
_DOWN = (0.5, 1.6)
_LINE = 1.3  # of the square: two figures side by side in a column are no line
_COLUMN = 3  # characters on a page of lines that are a column
_NEXT = 3.0  # of the square: the distance of two columns
_BELOW = 0.12  # of the square: what is below the origin of a character
_KANA = (0x3041, 0x30FF)
_RUBY_SIZE = 0.65  # of the type that it explains, at most
_RUBY_RISE = (0.5, 1.7)  # of that size: how far it stands above
_NEAR = 0.3  # of the size of type: parts of a line that belong together
_LOST = 5  # pieces of text without any character


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it stands. x, y: its origin, in the file's coordinates; em: its square."""

    index: int
    code: int
    x: float
    y: float
    em: float
    after_blank: bool

    @property
    def square(self) -> bool:
        return is_square(self.code)

    @property
    def cell(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top; some fonts say nothing of them, or nonsense."""
        bottom = self.y - _BELOW * self.em
        width = self.em if self.square else self.em / 2
        return self.x, bottom, self.x + width, bottom + self.em

    @property
    def whole_cell(self) -> tuple[float, float, float, float]:
        """The same, as wide as a column."""
        left, bottom, right, top = self.cell
        spare = (self.em - (right - left)) / 2
        return left - spare, bottom, right + spare, top


@dataclass(frozen=True, slots=True)
class Writing:
    """How a page in a square script is written.

    vertical: whether most of it is in columns
    glyphs: its characters, by their index
    asides: of those that are set the other way, the number of the stretch
    """

    vertical: bool
    glyphs: dict[int, Glyph] = field(default_factory=dict)
    asides: dict[int, int] = field(default_factory=dict)


def is_square(code: int) -> bool:
    """Whether a character, by its code point, fills a square."""
    return code >= _BEYOND or any(first <= code < last for first, last in _SQUARE)


def writing_of(text: Any, count: int) -> Writing | None:
    """How a page is written; None if it has next to no square characters.

    text: the page's text; count: of its characters
    """
    step = max(1, count // _SAMPLES)
    sample = [raw.FPDFText_GetUnicode(text, index) for index in range(0, count, step)]
    if sum(map(is_square, sample)) * 4 < len(sample):
        return None
    glyphs = _glyphs(text, count)
    pairs = list(pairwise(glyphs))
    down = sum(_is_below(one, other) for one, other in pairs)
    vertical = down > sum(_is_beside(one, other) for one, other in pairs)
    asides = _lines(glyphs) if vertical else _columns(glyphs)
    return Writing(vertical, {glyph.index: glyph for glyph in glyphs}, asides)


def _glyphs(text: Any, count: int) -> list[Glyph]:
    found = []
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    blank = False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or code == 0x3000:
            blank = blank or raw.FPDFText_IsGenerated(text, index) != 1
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        em = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        found.append(Glyph(index, code, x.value, y.value, em or 1.0, blank))
        blank = False
    return found


def _is_below(one: Glyph, other: Glyph) -> bool:
    """Whether a character follows another in a column."""
    em = max(one.em, other.em)
    near = abs(one.x - other.x) < _SAME * em
    return near and one.square and other.square and _DOWN[0] < (one.y - other.y) / em < _DOWN[1]


def _is_beside(one: Glyph, other: Glyph) -> bool:
    """Whether a character follows another in a line."""
    em = max(one.em, other.em)
    return abs(one.y - other.y) < _SAME * em and _ACROSS[0] < (other.x - one.x) / em < _ACROSS[1]


def _lines(glyphs: Sequence[Glyph]) -> dict[int, int]:
    """The stretches that stand side by side, but for a few figures in a column."""
    found: dict[int, int] = {}
    for number, stretch in enumerate(_stretches(glyphs, _is_beside), 1):
        if stretch[-1].cell[2] - stretch[0].cell[0] > _LINE * stretch[0].em:
            found |= {glyph.index: number for glyph in stretch}
    return found


def _columns(glyphs: Sequence[Glyph]) -> dict[int, int]:
    """The stretches that stand one below the other; columns side by side are one stretch."""
    found: dict[int, int] = {}
    number, before = 0, None
    for stretch in _stretches(glyphs, _is_below):
        if len(stretch) >= _COLUMN or (before and _is_next(before, stretch)):
            number += not (before and _is_next(before, stretch))
            found |= {glyph.index: number for glyph in stretch}
            before = stretch
        else:
            before = None
    return found


def _is_next(column: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Whether a column goes on in another one, to its left."""
    first, em = other[0], column[0].em
    return 0 < column[0].x - first.x < _NEXT * em and column[-1].y - em < first.y < column[0].y + em


def _stretches(glyphs: Sequence[Glyph], follows: Any) -> list[list[Glyph]]:
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        if found and follows(found[-1][-1], glyph):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def is_lost(page: Any) -> bool:
    """Whether a page of columns draws text that PDFium drops: its font is not in the file."""
    lost = total = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for order in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, order)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
            total += 1
            lost += right.value - left.value < 0.01
    return lost >= _LOST and lost * 2 > total


def as_shown(sheet: Sheet) -> Sheet:
    """A page of columns as it stands before its readers, for what is at its edges. The height of a
    column is that of its middle.
    """
    if not sheet.vertical:
        return sheet
    runs = []
    for run in sheet.runs:
        box, length = run.box, sheet.width
        turned = Box(box.bottom, length - box.right, box.top, length - box.left)
        runs.append(replace(run, box=turned, baseline=length - (box.left + box.right) / 2))
    return replace(sheet, width=sheet.height, height=sheet.width, runs=tuple(runs))


def with_heads_first(sheet: Sheet) -> tuple[tuple[Run, ...], ...]:
    """The parts of a page that are read one after the other: of a page of columns, first the lines
    that stand above all of them.
    """
    if not sheet.vertical:
        return (sheet.runs,)
    top = min((run.box.left for run in sheet.runs if not _is_across(run)), default=0.0)
    head = tuple(r for r in sheet.runs if _is_across(r) and r.box.right <= top + _SAME * r.size)
    known = set(map(id, head))
    return head, tuple(run for run in sheet.runs if id(run) not in known)


def _is_across(run: Run) -> bool:
    """Whether a run of a page of columns is a line."""
    return run.box.top - run.box.bottom > _LINE * (run.box.right - run.box.left)


def without_ruby(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without the small kana that say how the characters below them are read."""
    small = {n for n, run in enumerate(runs) if all(map(_is_kana, run.text))}
    if not small:
        return tuple(runs)
    usual = median(run.size for run in runs) or 1.0
    shelves: defaultdict[int, list[tuple[float, Run]]] = defaultdict(list)
    for run in runs:
        shelves[int(run.baseline // usual)].append((run.box.left, run))
    for shelf in shelves.values():
        shelf.sort(key=lambda pair: pair[0])
    kept: list[Run] = []
    divided = False
    for n, run in enumerate(runs):
        if n in small and _explains(run, shelves, usual):
            divided = True
        elif divided and kept and _goes_on(kept[-1], run):
            kept[-1] = _whole(kept[-1], run)
            divided = False
        else:
            kept.append(run)
            divided = False
    return tuple(kept)


def _goes_on(run: Run, other: Run) -> bool:
    """Whether two runs are one that ruby has divided."""
    near = abs(other.box.left - run.box.right) < _NEAR * run.size
    return near and abs(other.baseline - run.baseline) < _NEAR * run.size


def _whole(run: Run, other: Run) -> Run:
    one, two = run.box, other.box
    box = Box(one.left, min(one.bottom, two.bottom), two.right, max(one.top, two.top))
    text, bold, italic = run.text + other.text, run.bold and other.bold, run.italic and other.italic
    return Run(text, box, run.baseline, run.size, bold, italic, other.space_after)


def _explains(ruby: Run, shelves: dict[int, list[tuple[float, Run]]], usual: float) -> bool:
    middle = (ruby.box.left + ruby.box.right) / 2
    height = int(ruby.baseline // usual)
    for shelf in (shelves.get(height - down, []) for down in range(3)):
        at = bisect_right(shelf, middle, key=lambda pair: pair[0])
        if any(_is_explained(run, ruby, middle) for _, run in shelf[max(0, at - 4) : at]):
            return True
    return False


def _is_explained(run: Run, ruby: Run, middle: float) -> bool:
    rise = (ruby.baseline - run.baseline) / run.size
    smaller = ruby.size < _RUBY_SIZE * run.size
    return smaller and _RUBY_RISE[0] < rise < _RUBY_RISE[1] and middle <= run.box.right


def _is_kana(letter: str) -> bool:
    return _KANA[0] <= ord(letter) <= _KANA[1]
