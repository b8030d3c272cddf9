"""From the runs of a column to lines, and from lines to paragraphs, headings, notes and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from generator.read.page_layout.captions import is_caption
from generator.read.page_layout.runs import RAISED, Run, Sheet

Kind = Literal["paragraph", "heading", "item", "note", "row", "caption"]
Join = Callable[[str, str], str]

_LEADING = 1.3  # of the usual distance of lines: a wider one divides paragraphs
_SIZE_CHANGE = 0.09  # of the usual size
_INDENT = (0.7, 6.0)  # of the usual size: a first line's indent
_SHORT = 0.12  # of the column's width: a line so much shorter ends a paragraph
_NOTE_SIZE = 0.93  # of the usual size
_NOTE_HEIGHT = 0.62  # of the page: notes stand below
_HEADING_SIZE = 1.12  # of the usual size
_HEADING_WORDS = 16
_HEADING_LINES = 3
_ROW_CELLS = 3  # runs in a line that is a row of a table
_EDGE = 3.0  # points: edges of cells that are one below the other
_ROWS = 3  # such lines, one below the other
ENDS = '.!?:;”"’»)'
_BULLETS = "•●◦▪■–✓✔➢\uf0b7\uf0fc\uf0a7*-"
LIST_MARK = re.compile(rf"(?:[{_BULLETS}]|\(?[0-9]{{1,3}}[.)]|\(?[a-zA-Z][.)])(?:\s|$)")
_NOTE_MARK = re.compile(rf"[\d{RAISED}*†‡∗]")
_WORD = re.compile(r"[^\W\d]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of one baseline of a column."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        return min(run.box.left for run in self.runs)

    @property
    def right(self) -> float:
        return max(run.box.right for run in self.runs)

    @property
    def baseline(self) -> float:
        return self.runs[0].baseline

    @property
    def size(self) -> float:
        """That of its longest run: the dot of a list may be large, the figure of a note small."""
        return max(self.runs, key=lambda run: len(run.text)).size

    @property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs)

    @property
    def italic(self) -> bool:
        return all(run.italic for run in self.runs)


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
    lines = _lines(column, body)
    rows = _rows(lines)
    groups = _groups(lines, set(rows), body)
    return [Paragraph(_kind(group, group[0] in rows, sheet, body), group, sheet.number,
                      rows.get(group[0], ()))
            for group in map(tuple, groups)
            if any(character.isalnum() for line in group for character in line.text)
            or LIST_MARK.match(group[0].text)]  # fmt: skip


def _lines(column: Sequence[Run], body: float) -> list[Line]:
    lines: list[list[Run]] = []
    for run in column:
        last = lines[-1][-1] if lines else None
        if (
            last
            and abs(last.baseline - run.baseline) < 0.35 * body
            and (run.box.left >= last.box.right - 2 or run.box.right <= last.box.left + 2)
        ):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [Line(tuple(runs)) for runs in lines]


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


def _groups(lines: Sequence[Line], rows: set[Line], body: float) -> list[list[Line]]:
    if not lines:
        return []
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    leadings = _leadings(lines, body)
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if previous is None or line in rows or previous in rows:
            divided = True
        else:
            divided = _divided(previous, line, left, right, leadings[round(line.size)], body)
        if divided:
            groups.append([line])
        else:
            groups[-1].append(line)
        previous = line
    return groups


def _leadings(lines: Sequence[Line], body: float) -> dict[int, float]:
    """The usual distance of two lines in points, for each size of type."""
    distances: dict[int, list[float]] = {round(line.size): [] for line in lines}
    for above, line in pairwise(lines):
        distance = above.baseline - line.baseline
        if 0 < distance < 3 * body and abs(above.size - line.size) < _SIZE_CHANGE * body:
            distances[round(line.size)].append(distance)
    usual = {size: median(found or [size * 1.2]) for size, found in distances.items()}
    # Of type that has few lines, such as headings, the distances may all be those of paragraphs.
    main = max(distances, key=lambda size: len(distances[size]), default=0)
    most = _LEADING * usual[main] / main if main else 0.0
    return {size: min(found, max(most * size, size)) for size, found in usual.items()}


def _divided(
    above: Line, line: Line, left: float, right: float, leading: float, body: float
) -> bool:
    """Whether a paragraph ends between two lines."""
    distance = above.baseline - line.baseline
    last = above.text.rstrip(RAISED)[-1:]  # the figure of a note may stand behind a full stop
    ended = last in ENDS or (last == ";" and line.text[:1].isupper())
    indent = line.left - above.left
    # The line after a short one would have begun on it, if there was room in a text set ragged.
    room = right - above.right - _first_word(line)
    return (
        distance > _LEADING * leading
        or distance < -2
        or abs(line.size - above.size) > _SIZE_CHANGE * body
        or line.bold != above.bold
        or (line.italic != above.italic and (above.italic or ended))
        or bool(LIST_MARK.match(line.text))
        or (line.text[0] in RAISED and line.size < _NOTE_SIZE * body)
        or (indent > _INDENT[0] * body and line.left - left < _INDENT[1] * body and ended)
        or (room > _SHORT * (right - left) and ended and distance > 0.8 * leading)
    )


def _first_word(line: Line) -> float:
    """The width of a line's first word, in points, estimated from its number of characters."""
    first = line.runs[0]
    words = first.text.partition(" ")
    return (first.box.right - first.box.left) * len(words[0]) / max(len(first.text), 1)


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
        and text[0] not in _BULLETS
        and _WORD.search(text)
    ):
        return "heading"
    return "item" if LIST_MARK.match(text) else "paragraph"
