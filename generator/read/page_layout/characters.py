"""From the characters of a PDF page, as PDFium finds them, to runs.

PDFium's own text leaves out hyphens at the ends of lines and puts side by side what merely stands
at the same height; its single characters have all that is needed. Each costs a call, so that what
changes only from word to word is asked once a word.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from math import pi
from statistics import median_low
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from generator.read.characters import clean
from generator.read.page_layout.covered import Covers
from generator.read.page_layout.raised import in_their_lines
from generator.read.page_layout.right_to_left import put_right
from generator.read.page_layout.runs import SUPERSCRIPT, Box, Run, Sheet
from generator.read.page_layout.vertical import is_lost, is_square, without_ruby, writing_of

_BOLD = 600  # font weight
_MOST = 0.8  # of the words of a run: how it is set
_ITALIC = 1 << 6  # of the flags of a font, PDF 32000-1 table 123
# Many fonts say only by their names how they look: "Times-Italic", "AdvOT56309c18.I".
_BOLD_NAME = re.compile(rb"bold|black|heavy|[-.,](?:bd?|bi)$")
_ITALIC_NAME = re.compile(rb"ital|obliq|[-.,](?:it?|bi)$")
_LONGEST_NAME = 100  # bytes
_WIDE_GAP = 1.3  # of the type's height: two columns or cells
_WORD_GAP = 0.22  # of the type's height: a space that the file does not have
_NO_GAP = 0.08  # of the type's height: letters of one word
_SAME_LINE = 0.45  # of the type's height
_RAISED_LINE = 0.7  # of that: small figures and letters above the line
_LONGEST_WORD = 12  # of the type's height: a Latin word in a line of Arabic
_SMALLER = 0.85  # of the type's height: the figure of a note
_RAISED = 0.15  # of the type's height: how far that stands above the line
_MANY_TEXTS = 100  # of a page
_SAMPLES = 200  # characters of a page that tell which way up its text stands
_HYPHENS = (0x02, 0xFFFE)  # what PDFium gives for the hyphen of a word that goes on
_BLANK = frozenset((0x00, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20))
_FIRST_HEBREW = "\u0590"
_RIGHT_TO_LEFT = ("R", "AL")
BAR = "███"  # stands for words that a dark shape covers
_SOFT_HYPHEN = "\u00ad"
# The code points of lam, and of alef with what may stand on it.
_LAM, _ALEFS = 0x644, frozenset((0x622, 0x623, 0x625, 0x627, 0x671))


def read_sheet(page: pdfium.PdfPage, number: int, label: str) -> Sheet:
    """The runs of one page."""
    text = page.get_textpage()
    try:
        return _Reader(page, text).sheet(number, label)
    finally:
        text.close()


@dataclass(slots=True)
class _Open:
    """A run while its characters are read: their text, box and looks."""

    baseline: float
    size: float
    letters: list[str] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    sizes: list[float] = field(default_factory=list)
    words: int = 0
    bold: int = 0
    italic: int = 0
    last: tuple[float, float] = (0.0, 0.0)
    rtl: bool = False

    def add(self, letter: str, x0: float, y0: float, x1: float, y1: float) -> None:
        if not self.letters:
            self.left, self.right, self.bottom, self.top = x0, x1, y0, y1
        else:  # `min` and `max` would take a third of the time for a page
            self.left = x0 if x0 < self.left else self.left
            self.right = x1 if x1 > self.right else self.right
            self.bottom = y0 if y0 < self.bottom else self.bottom
            self.top = y1 if y1 > self.top else self.top
        # The two letters of one glyph come in the order in which they are drawn, not read.
        if self.last == (x0, x1) and letter > _FIRST_HEBREW and self._is_lam_after_alef(letter):
            self.letters.insert(-1, letter)
        else:
            self.letters.append(letter)
        self.sizes.append(y1 - y0)
        self.last = (x0, x1)
        if letter > _FIRST_HEBREW and _is_right_to_left(letter):
            self.rtl = True

    def end_of_mark(self, size: float, baseline: float) -> None:
        """Let the figures read so far be raised ones if the next character shows that they are."""
        higher = self.baseline - baseline > _RAISED * size
        figures = "".join(self.letters).strip()
        if higher and figures.isdigit():
            self.letters = [letter.translate(SUPERSCRIPT) for letter in self.letters]
            self.size, self.baseline = size, baseline

    def _is_lam_after_alef(self, letter: str) -> bool:
        before = self.letters[-1] if self.letters else ""
        return len(before) == len(letter) == 1 and ord(letter) == _LAM and ord(before) in _ALEFS

    def reach(self, x0: float, x1: float) -> None:
        """Let the last letter reach further."""
        self.left, self.right = min(self.left, x0), max(self.right, x1)
        self.last = (min(self.last[0], x0), max(self.last[1], x1))

    def run(self, space_after: bool) -> Run:
        box = Box(self.left, self.bottom, self.right, self.top)
        text = " ".join(clean("".join(self.letters)).split())
        # A soft hyphen is seen only at the end of a line.
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + "-"
        text = text.replace(_SOFT_HYPHEN, "")
        size = median_low(self.sizes)
        return Run(
            text,
            box,
            self.baseline,
            size,
            self.bold >= _MOST * self.words,
            self.italic >= _MOST * self.words,
            space_after,
            self.rtl,
        )


class _Reader:
    """Goes through the characters of one page."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._text: Any = text.raw
        self._count: int = raw.FPDFText_CountChars(self._text)
        self._rect = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._flags = ctypes.c_int()
        self._looks: dict[bytes, tuple[bool, bool]] = {}
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._turn = self._usual_turn()
        self._turns = {self._turn}
        self._writing = writing_of(self._text, self._count) if self._turn == 0 else None
        self._vertical = self._writing is not None and self._writing.vertical
        if self._vertical:  # words in Latin letters are turned, others stand upright
            self._turn, self._turns = 1, {0, 1}
        self._asides = self._writing.asides if self._writing else {}
        self._aside = 0
        self._lost = self._vertical and is_lost(page.raw)
        self._frame = _Frame(_bounds(page), self._turn)
        self._shown = (self._turn + page.get_rotation() // 90) % 4
        self._runs: list[Run] = []
        self._open: _Open | None = None
        self._edges: tuple[float, float] = (0.0, 0.0)
        self._baseline = 0.0
        self._space_after = False
        self._covers = Covers(page)
        self._has_covers = bool(self._covers)
        self._covered = 0

    def sheet(self, number: int, label: str) -> Sheet:
        space = False
        high = 0
        for index in range(self._count):
            code = raw.FPDFText_GetUnicode(self._text, index)
            if 0xD800 <= code < 0xE000:
                if code < 0xDC00:
                    high = code  # the first half of a character, such as a letter of a formula
                    continue
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
            if not 0x20 < code < 0x7F and _is_space(code):
                space = True
                if code not in (0x0A, 0x0D) and self._open:
                    self._space_after = not self._vertical or not self._is_guess(index)
                continue
            self._character(index, code, space)
            space = False
        self._close()
        lost = self._lost or is_remnant(self._covers.texts, self._count)
        shown = [run for run in self._runs if self._frame.shows(run.box)]
        runs = put_right(in_their_lines(() if lost else shown))
        if self._writing:
            runs = without_ruby(runs)
        size, upright = (self._frame.width, self._frame.height), not self._vertical
        return Sheet(number, label, *size, self._shown, runs, self._covered, not upright)

    def _character(self, index: int, code: int, space: bool) -> None:
        letter = chr(code) if 0x20 < code < 0x7F else self._letter(code)
        left, bottom, right, top = self._box(index)
        edges = (bottom, top) if self._turn % 2 == 0 else (left, right)
        x0, y0, x1, y1 = self._frame.box(left, bottom, right, top)
        if self._has_covers and self._is_covered(index):
            self._covered += 1
            if self._open and self._open.letters[-1] == BAR:
                self._open.reach(x0, x1)
                return
            letter = BAR
        size = (y1 - y0) or 1.0
        run = self._open
        aside, before = self._asides.get(index, 0), self._aside
        same = run and (edges == self._edges or (aside and aside == before))
        # Figures side by side in a column are one number.
        if run and self._vertical and not is_square(code):
            same = same or abs(x0 - run.last[0]) < _NO_GAP * size
        baseline = self._baseline if same else self._baseline_of(index, y0)
        self._edges, self._baseline, self._aside = edges, baseline, aside
        gap = x0 - run.last[1] if run else 0.0
        if (
            run is None
            or aside != before
            or not (aside or _goes_on(run, letter, x0, x1, size, baseline))
        ):
            self._close()
            if self._quarter(index) not in self._turns:
                return  # text up the margin
            run = self._open = _Open(baseline, size)
            self._look(index, run)
        elif self._is_spaced(run, letter, index, gap, size, space):
            run.letters.append(" ")
            self._look(index, run)
        self._space_after = False
        if run.size < _SMALLER * size:
            run.end_of_mark(size, baseline)
        if size < _SMALLER * run.size and baseline - run.baseline > _RAISED * run.size:
            letter = letter.translate(SUPERSCRIPT)
        run.add(letter, x0, y0, x1, y1)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """Where a character stands: left, bottom, right and top, in the file's coordinates."""
        raw.FPDFText_GetLooseCharBox(self._text, index, self._rect)
        if self._writing and self._is_cell(index):
            glyph = self._writing.glyphs[index]
            return glyph.cell if index in self._asides else glyph.whole_cell
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def _is_cell(self, index: int) -> bool:
        """Whether a character stands upright in a column, or belongs to a stretch by itself."""
        return index in self._asides or (self._vertical and self._quarter(index) == 0)

    def _baseline_of(self, index: int, bottom: float) -> float:
        if self._vertical and self._is_cell(index):
            return bottom
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return self._frame.point(self._x.value, self._y.value)[1]

    def _is_spaced(
        self, run: _Open, letter: str, index: int, gap: float, size: float, space: bool
    ) -> bool:
        """Whether a space stands before a character of a run."""
        if self._vertical or self._aside:
            square = is_square(ord(letter[0])) or is_square(ord(run.letters[-1][0]))
            if square or self._aside:
                return space and not self._is_guess(index - 1)
            space = space and gap > -_NO_GAP * size
        return (space and not self._is_no_gap(index, gap, size)) or (
            gap > _WORD_GAP * size and not run.rtl
        )

    def _is_guess(self, index: int) -> bool:
        """Whether a blank is not in the file."""
        return bool(raw.FPDFText_IsGenerated(self._text, index) == 1)

    def _is_no_gap(self, index: int, gap: float, size: float) -> bool:
        """Whether a space before a character is a guess of PDFium's, and nothing is there."""
        return abs(gap) < _NO_GAP * size and self._is_guess(index - 1)

    def _is_covered(self, index: int) -> bool:
        x = (self._rect.left + self._rect.right) / 2
        y = (self._rect.bottom + self._rect.top) / 2
        return self._covers.hide(self._text, index, x, y)

    def _letter(self, code: int) -> str:
        if code in _HYPHENS:
            return _SOFT_HYPHEN
        if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFD:
            return "\ufffd"
        letter = chr(code)
        # Ligatures, forms of Arabic letters and letters of formulas stand for letters.
        # So do upright forms of brackets and marks that are turned in columns.
        if _is_form(code):
            return unicodedata.normalize("NFKC", letter)
        return letter

    def _look(self, index: int, run: _Open) -> None:
        """How the word that begins here is set."""
        run.words += 1
        self._flags.value = 0
        raw.FPDFText_GetFontInfo(self._text, index, self._name, len(self._name), self._flags)
        name = self._name.value
        if name not in self._looks:
            small = name.lower()
            self._looks[name] = bool(_BOLD_NAME.search(small)), bool(_ITALIC_NAME.search(small))
        bold, italic = self._looks[name]
        run.bold += bold or raw.FPDFText_GetFontWeight(self._text, index) >= _BOLD
        run.italic += italic or bool(self._flags.value & _ITALIC)

    def _close(self) -> None:
        run, self._open = self._open, None
        if run and any(not letter.isspace() for letter in run.letters):
            self._runs.append(run.run(self._space_after))
        self._space_after = False

    def _quarter(self, index: int) -> int:
        angle = raw.FPDFText_GetCharAngle(self._text, index)
        return round(angle / (pi / 2)) % 4 if angle >= 0 else 0

    def _usual_turn(self) -> int:
        step = max(1, self._count // _SAMPLES)
        turns = Counter(self._quarter(index) for index in range(0, self._count, step))
        return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


def _goes_on(run: _Open, letter: str, x0: float, x1: float, size: float, baseline: float) -> bool:
    """Whether a character continues the run."""
    own = run.size
    low, high = (size, own) if size < own else (own, size)
    above = baseline - run.baseline if size < own else run.baseline - baseline
    is_raised = low < _SMALLER * high and above > 0 and x0 >= run.last[1] - low
    if abs(above) >= (_RAISED_LINE if is_raised else _SAME_LINE) * high:
        return False
    wide = _WIDE_GAP * low
    if letter > _FIRST_HEBREW and _is_right_to_left(letter):
        return x0 - run.right <= wide and run.left - x1 <= wide
    if run.rtl:  # a word in another script stands to the left of what was read, by its own length
        return x0 - run.right <= wide and run.left - x1 <= _LONGEST_WORD * size
    return x0 - run.last[1] <= wide and x1 >= run.left - size


def _is_form(code: int) -> bool:
    """Whether a code point is another form of some letter or mark."""
    return (
        0xFB00 <= code < 0xFE20
        or 0xFE30 <= code < 0xFE50
        or (0xFE70 <= code < 0xFEFF or 0x1D400 <= code < 0x1D800)
    )


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter[0]) in _RIGHT_TO_LEFT


def is_remnant(texts: int, characters: int) -> bool:
    """Whether a page draws far more text than PDFium gives of it, as with some vertical Japanese.

    texts: pieces that it draws; each has a character at least
    """
    return texts >= _MANY_TEXTS and texts > 2 * characters


def _is_space(code: int) -> bool:
    return (code <= 0x20 and code in _BLANK) or (0x80 <= code < 0x3001 and chr(code).isspace())


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns the coordinates of a page so that its text stands upright, from (0, 0).

    bounds: the page's visible part in the file's coordinates: left, bottom, right, top
    turn: quarter turns to the left by which its text is turned
    """

    bounds: tuple[float, float, float, float]
    turn: int

    @property
    def width(self) -> float:
        left, bottom, right, top = self.bounds
        return right - left if self.turn % 2 == 0 else top - bottom

    @property
    def height(self) -> float:
        left, bottom, right, top = self.bounds
        return top - bottom if self.turn % 2 == 0 else right - left

    def shows(self, box: Box) -> bool:
        """Whether the middle of a box is on the page; marks of printers stand beside it."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return 0 <= x <= self.width and 0 <= y <= self.height

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.bounds
        if self.turn == 0:
            return x - left, y - bottom
        if self.turn == 1:
            return top - y, x - left
        if self.turn == 2:
            return right - x, top - y
        return y - bottom, right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        if self.turn == 0:
            left, bottom = self.bounds[:2]
            return x0 - left, y0 - bottom, x1 - left, y1 - bottom
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def _bounds(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """The part of a page that is shown: left, bottom, right, top. All pages may share one size."""
    left, bottom, right, top = page.get_bbox()
    if left < right and bottom < top:
        return left, bottom, right, top
    width, height = page.get_size()
    return left, bottom, left + (width or 1.0), bottom + (height or 1.0)
