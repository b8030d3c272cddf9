"""From the lines of a column to paragraphs, headings, notes and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from generator.read.page_layout.captions import is_caption
from generator.read.page_layout.lines import BULLETS, LIST_MARK, Line, groups, lines_of
from generator.read.page_layout.runs import RAISED, Run, Sheet

Kind = Literal["paragraph", "heading", "item", "note", "row", "caption"]
Join = Callable[[str, str], str]

_NOTE_SIZE = 0.93  # of the usual size
_NOTE_HEIGHT = 0.62  # of the page: notes stand below
_HEADING_SIZE = 1.12  # of the usual size
_HEADING_WORDS = 16
_HEADING_LINES = 3
_ROW_CELLS = 3  # runs in a line that is a row of a table
_EDGE = 3.0  # points: edges of cells that are one below the other
_ROWS = 3  # such lines, one below the other
_NOTE_MARK = re.compile(rf"[\d{RAISED}*†‡∗]")
_WORD = re.compile(r"[^\W\d]{2}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    page: number of their sheet
    columns: of a row, the column of the table in which each of its runs stands, from 0
    """

    kind: Kind
    lines: tuple[Line, ...]
    page: int
    columns: tuple[int, ...] = ()

    @property
    def size(self) -> float:
        return median(run.size for line in self.lines for run in line.runs)


def paragraphs(column: Sequence[Run], sheet: Sheet, body: float) -> list[Paragraph]:
    """The paragraphs of one column.

    column: its runs in reading order
    body: the usual size of type in the file, in points
    """
    lines = lines_of(column, body)
    rows = _rows(lines)
    found = groups(lines, rows, body)
    return [Paragraph(_kind(group, group[0] in rows, sheet, body), group, sheet.number,
                      rows.get(group[0], ()))
            for group in map(tuple, found)
            if any(character.isalnum() for line in group for character in line.text)
            or LIST_MARK.match(group[0].text)]  # fmt: skip


def _rows(lines: Sequence[Line]) -> dict[Line, tuple[int, ...]]:
    """The lines that are rows of a table: several cells, line after line; their runs' columns."""
    rows: dict[Line, tuple[int, ...]] = {}
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or len(lines[end].runs) < _ROW_CELLS:
            table = lines[start:end]
            if len(table) >= _ROWS and _are_aligned(table):
                widest = max(table, key=lambda line: len(line.runs)).runs
                rows.update((line, _columns(line, widest)) for line in table)
            start = end + 1
    return rows


def _are_aligned(table: Sequence[Line]) -> bool:
    """Whether cells stand below each other; the wide gaps of justified lines do not."""
    pairs = list(pairwise(table))
    aligned = sum(_is_aligned(above.runs, line.runs) for above, line in pairs)
    return aligned * 2 >= len(pairs)


def _is_aligned(above: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Whether most cells but the first have an edge or their middle in common with one above."""
    found = 0
    for run in runs[1:]:
        left, right = run.box.left, run.box.right
        found += any(
            abs(one.box.left - left) < _EDGE
            or abs(one.box.right - right) < _EDGE
            or abs(one.box.left + one.box.right - left - right) < 2 * _EDGE
            for one in above[1:]
        )
    return found * 2 >= len(runs) - 1


def _columns(line: Line, widest: Sequence[Run]) -> tuple[int, ...]:
    """The column of each run: that of the widest row with which it has most in common."""
    found: list[int] = []
    for run in line.runs:
        first = found[-1] if found else 0
        shared = [
            min(run.box.right, one.box.right) - max(run.box.left, one.box.left)
            for one in widest[first:]
        ]
        found.append(first + shared.index(max(shared)))
    return tuple(found)


def _kind(lines: Sequence[Line], row: bool, sheet: Sheet, body: float) -> Kind:
    text = " ".join(line.text for line in lines)
    size = median(run.size for line in lines for run in line.runs)
    if row:
        return "row"
    if is_caption(text):
        return "caption"
    low = lines[0].baseline < _NOTE_HEIGHT * sheet.height or text[0] in RAISED
    if size < _NOTE_SIZE * body and low and _NOTE_MARK.match(text):
        return "note"
    distinct = size > _HEADING_SIZE * body or all(line.bold or line.italic for line in lines)
    if (
        distinct
        and len(text.split()) <= _HEADING_WORDS
        and len(lines) <= _HEADING_LINES
        and text[-1:] not in ".,;-"
        and not text[0].islower()
        and text[0] not in BULLETS
        and _WORD.search(text)
    ):
        return "heading"
    return "item" if LIST_MARK.match(text) else "paragraph"
