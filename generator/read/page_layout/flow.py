"""The text of a file: paragraphs joined over lines, columns and pages, notes set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.read.page_layout.columns import in_order
from generator.read.page_layout.lines import ENDS, LIST_MARK
from generator.read.page_layout.paragraphs import Join, Kind, Paragraph, paragraphs
from generator.read.page_layout.runs import PLAIN, RAISED, Box, Run, Sheet
from generator.read.page_layout.vertical import with_heads_first

_SAME_SIZE = 0.08  # of the usual size of type
_LONG = 40  # characters of a paragraph that may go on elsewhere
_FIGURES = re.compile(r"\d{1,3}")
_RAISED = re.compile(f" ?[{RAISED}]{{1,3}}")
_LEADING_MARK = re.compile(rf"^([{RAISED}]{{1,3}})(?![{RAISED}])(?=\w)")
_CAPTION_LINES = 2
_EQUAL = 0.02  # of the size of type
_TOUCH = 0.08  # of the size of type: no space is so narrow
_FULL = 0.88  # of the longest line
_LIKE = 0.6  # of the longest line of what follows
_DASHES = "–—/"
# Code points of Chinese and Japanese; of Korean, which has spaces, but not at all ends of lines.
_UNSPACED = ((0x2E80, 0xAC00), (0xF900, 0xFB00), (0xFF01, 0xFF61))
_AT_ENDS = (*_UNSPACED, (0xAC00, 0xD7A4))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line of a page.

    start: its offset in the block's text
    page: number of the sheet
    box: where it stands
    """

    start: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, heading, list item, note or row, with the places of its lines."""

    kind: Kind
    text: str
    pieces: tuple[Piece, ...]
    size: float

    @property
    def page(self) -> int:
        """The number of the sheet on which it begins."""
        return self.pieces[0].page


def text_blocks(sheets: Sequence[Sheet], join: Join) -> tuple[PageBlock, ...]:
    """The text of a file in reading order; the notes of a page follow its text.

    sheets: without running heads and feet
    join: two lines of a paragraph; what makes one word of a broken one
    """
    body = _usual_size(sheets)
    flow: list[PageBlock] = []
    for sheet in sheets:
        columns = [column for part in with_heads_first(sheet) for column in in_order(part)]
        found = [p for column in columns for p in paragraphs(column, sheet, body)]
        notes: list[PageBlock] = []
        paragraphs_and_notes = tuple(_with_notes(found, body))
        marks = _marks(paragraphs_and_notes)
        for paragraph in paragraphs_and_notes:
            block = _block(paragraph, join, marks)
            if not block.text:
                continue
            if block.kind == "note":
                notes.append(block)
            else:
                _append(flow, block, body, join)
        flow += notes
    return tuple(flow)


def _usual_size(sheets: Iterable[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for run in sheet.runs:
            sizes[round(run.size * 2) / 2] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=10.0)


def _with_notes(found: Sequence[Paragraph], body: float) -> Iterable[Paragraph]:
    """Paragraphs in small type below a note belong to the note above them."""
    note: Paragraph | None = None
    for paragraph in found:
        if paragraph.kind == "note":
            note = paragraph
        elif (
            note
            and paragraph.kind in ("paragraph", "item")
            and abs(paragraph.size - note.size) < _SAME_SIZE * body
            and abs(paragraph.lines[0].left - note.lines[0].left) < 3 * body
        ):
            paragraph = Paragraph("note", paragraph.lines, paragraph.page)
        yield paragraph


def _marks(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The figures with which the notes of a page begin."""
    openings = (p.lines[0].text.translate(PLAIN) for p in paragraphs if p.kind == "note")
    return frozenset(found[0] for text in openings if (found := _FIGURES.match(text)))


def _without_marks(run: Run, kind: Kind, marks: frozenset[str]) -> str:
    """The words of a run without the figures that lead to a note of the page."""
    if kind == "note":
        return _LEADING_MARK.sub(r"\1 ", run.text).translate(PLAIN)
    return _RAISED.sub(
        lambda mark: "" if mark[0].strip().translate(PLAIN) in marks else mark[0], run.text
    ).strip()


def _block(paragraph: Paragraph, join: Join, marks: frozenset[str]) -> PageBlock:
    """The text of a paragraph. `marks`: the figures of the page's notes, which are left out."""
    if paragraph.columns:
        return _row(paragraph)
    text = ""
    pieces: list[Piece] = []
    before: Run | None = None
    for line in paragraph.lines:
        for run in line.runs:
            same_line = before is not None and run is not line.runs[0]
            words = _without_marks(run, paragraph.kind, marks)
            if not words:
                continue
            if before and same_line and _touches(before, run):
                text += words
            else:
                text = _joined(text, words, join, before, same_line)
            pieces.append(Piece(len(text) - len(words), paragraph.page, run.box))
            before = run
    return PageBlock(paragraph.kind, text, tuple(pieces), paragraph.size)


def _touches(before: Run, run: Run) -> bool:
    """Whether nothing is between two runs of a line, as in "1st" with raised letters."""
    gap = run.box.left - before.box.right
    return abs(gap) < _TOUCH * run.size and not before.right_to_left


def _row(paragraph: Paragraph) -> PageBlock:
    """The text of a row of a table, with a bar between two columns."""
    text = ""
    pieces: list[Piece] = []
    at = 0
    for run, column in zip(paragraph.lines[0].runs, paragraph.columns, strict=True):
        bars = "| " * (column - at)
        text += f"{' ' if text else ''}{bars}{run.text}"
        pieces.append(Piece(len(text) - len(run.text), paragraph.page, run.box))
        at = column
    return PageBlock("row", text, tuple(pieces), paragraph.size)


def _joined(text: str, more: str, join: Join, before: Run | None, same_line: bool) -> str:
    if not text:
        return more
    if same_line:
        return f"{text} {more}"
    ends = text[-1], more[0]
    if before is not None and not before.space_after and _is_unspaced(*ends, ranges=_AT_ENDS):
        return text + more
    return join(text, more)


def _is_unspaced(*letters: str, ranges: Sequence[tuple[int, int]] = _UNSPACED) -> bool:
    """Whether characters belong to scripts that are written without spaces."""
    return all(any(a <= ord(c) < b for a, b in ranges) for c in letters)


def _append(flow: list[PageBlock], block: PageBlock, body: float, join: Join) -> None:
    """Add a block, or let it continue the paragraph that a column or a page has cut."""
    last = flow[-1] if flow else None
    if last and LIST_MARK.fullmatch(last.text) and last.page == block.page:
        flow[-1] = _merged(last, block, join, "item")
        return
    at = _cut_paragraph(flow, block, body)
    if at is None:
        flow.append(block)
    else:
        flow[at] = _merged(flow[at], block, join, flow[at].kind)


def _cut_paragraph(flow: Sequence[PageBlock], block: PageBlock, body: float) -> int | None:
    """The paragraph that a block continues; None if there is none.

    What is set in smaller type, and lines that stand alone such as captions, may come in between;
    text in another size, such as a lead, goes on at once.
    """
    if block.kind != "paragraph" or not flow:
        return None
    if not _usual(block, body):
        last = flow[-1]
        near = block.page - last.pieces[-1].page <= 1
        like = last.kind == "paragraph" and abs(last.size - block.size) < _SAME_SIZE * body
        return len(flow) - 1 if near and like and _is_cut(last, block) else None
    for at in range(len(flow) - 1, -1, -1):
        before = flow[at]
        if block.page - before.pieces[-1].page > 1:
            return None
        if before.kind in ("paragraph", "item") and _usual(before, body):
            if _is_cut(before, block):
                return at
            if len(before.pieces) > _CAPTION_LINES:
                return None
    return None


def _is_cut(before: PageBlock, block: PageBlock) -> bool:
    last = before.text[-1]
    if len(before.text) <= _LONG or last in ENDS[:-1]:
        return False
    if block.text[0].islower():
        return True
    if _is_below(before, block):
        return False  # the space between them divides them
    if last in f"-{_DASHES}":
        return True
    # A name or a figure may begin the next line; labels of pictures end without a full stop.
    alike = abs(block.size - before.size) < _EQUAL * before.size and block.text[-1] in ENDS
    return alike and _is_full(before, block)


def _is_below(before: PageBlock, block: PageBlock) -> bool:
    """Whether a block stands under another in the same column."""
    last, first = before.pieces[-1], block.pieces[0]
    return (
        last.page == first.page
        and first.box.top <= last.box.top
        and first.box.left < last.box.right
        and last.box.left < first.box.right
    )


def _is_full(before: PageBlock, block: PageBlock) -> bool:
    """Whether the last line of a paragraph goes as far as the others, so that more may follow.

    The lines of an address are as long as each other, but not as those of a text.
    """
    *others, last = _widths(before)
    return bool(others) and last > _FULL * max(others) and last > _LIKE * max(_widths(block))


def _widths(block: PageBlock) -> list[float]:
    """How far each line goes from the left edge of its block."""
    ends: dict[tuple[int, float], float] = {}
    for piece in block.pieces:  # the runs of a line stand at the same height
        ends[piece.page, piece.box.bottom] = piece.box.right
    left = min(piece.box.left for piece in block.pieces)
    return [end - left for end in ends.values()]


def _usual(block: PageBlock, body: float) -> bool:
    return abs(block.size - body) < _SAME_SIZE * body


def _merged(first: PageBlock, second: PageBlock, join: Join, kind: Kind) -> PageBlock:
    if _is_unspaced(first.text[-1], second.text[0]):
        text = first.text + second.text
    else:
        text = join(first.text, second.text)
    shift = len(text) - len(second.text)
    moved = tuple(Piece(p.start + shift, p.page, p.box) for p in second.pieces)
    return PageBlock(kind, text, first.pieces + moved, first.size)
