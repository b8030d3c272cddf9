"""The lines of a column, and where one paragraph ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.read.page_layout.runs import RAISED, Run

ENDS = '。！？」』.!?:;”"’»)'
BULLETS = "•●◦▪■–✓✔➢\uf0b7\uf0fc\uf0a7*-"
LIST_MARK = re.compile(
    rf"(?:[{BULLETS}]|[‘’“”\"']*\(?(?:[0-9]{{1,3}}|[a-zA-Z]|[ivx]{{2,5}})[.)])(?:\s|$)"
)
_INITIAL = re.compile(r"[A-Z]\.\s")  # "S. 240", "J. Morel"
_LEADING = 1.3  # of the usual distance of lines: a wider one divides paragraphs
_SIZE_CHANGE = 0.09  # of the usual size
_INDENT = (0.7, 6.0)  # of the usual size: a first line's indent
_SHORT = 0.12  # of the column's width: a line so much shorter ends a paragraph
_CUT_SHORT = 0.25  # of that: it was broken off, whatever its last word
_AROUND = 8  # lines above and below that show how wide a text is set
_EQUAL = 0.01  # of that: lines that end at the same place are full
_NOTE_SIZE = 0.93  # of the usual size
_GOES_ON = "-–—/,;&"  # after which a sentence goes on
_HANGING = 2  # entries of a list whose first lines stand out


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of one baseline of a column.

    mirrored: whether it is read from right to left; left and right are then those of its mirror
        image, so that lines begin at the left
    """

    runs: tuple[Run, ...]
    mirrored: bool = False

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        if self.mirrored:
            return -max(run.box.right for run in self.runs)
        return min(run.box.left for run in self.runs)

    @property
    def right(self) -> float:
        if self.mirrored:
            return -min(run.box.left for run in self.runs)
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


def lines_of(column: Sequence[Run], body: float) -> list[Line]:
    """The lines of a column.

    column: its runs in reading order
    body: the usual size of type in the file, in points
    """
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
    mirrored = sum(run.right_to_left for run in column) * 2 > len(column)
    return [Line(tuple(runs), mirrored) for runs in lines]


def groups(lines: Sequence[Line], rows: Collection[Line], body: float) -> list[list[Line]]:
    """The lines of each paragraph. `rows`: those of tables, each of which stands alone."""
    if not lines:
        return []
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    leadings = _leadings(lines, body)
    broken = _broken_off(lines, body)
    hanging = _is_hanging(lines, body)
    found: list[list[Line]] = []
    previous: Line | None = None
    for at, line in enumerate(lines):
        if previous is None or line in rows or previous in rows:
            divided = True
        else:
            leading = leadings[round(line.size)]
            divided = _divided(previous, line, leading, body) or (
                _begins_entry(previous, line, left, body)
                if hanging
                else at in broken or _begins(previous, line, left, right, leading, body)
            )
        if divided:
            found.append([line])
        else:
            found[-1].append(line)
        previous = line
    return found


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


def _ended(above: Line, line: Line) -> bool:
    """Whether a sentence or a part of one ends with a line."""
    last = above.text.rstrip(RAISED)[-1:]  # the figure of a note may stand behind a full stop
    return last in ENDS or (last == ";" and line.text[:1].isupper())


def _divided(above: Line, line: Line, leading: float, body: float) -> bool:
    """Whether two lines are no lines of one paragraph, however they begin and end."""
    distance = above.baseline - line.baseline
    apart = line.left > above.right or line.right < above.left
    return (
        distance > _LEADING * leading
        or distance < -2
        or abs(line.size - above.size) > _SIZE_CHANGE * body
        or line.bold != above.bold
        or (line.italic != above.italic and (above.italic or _ended(above, line)))
        or _begins_item(above, line)
        or (line.text[0] in RAISED and line.size < _NOTE_SIZE * body)
        or (apart and abs(distance) > 0.5 * leading)
    )


def _begins_item(above: Line, line: Line) -> bool:
    """Whether an item of a list begins; a figure or an initial may stand at the head of a line."""
    if not LIST_MARK.match(line.text):
        return False
    last = above.text[-1]
    if last in "-–" and line.text[0] not in BULLETS:
        return False
    if last == "," and line.text[0] not in BULLETS:
        return abs(line.left - above.left) > 1 or bool(LIST_MARK.match(above.text))
    return not _INITIAL.match(line.text) or _ended(above, line) or line.left > above.left + 2


def _begins(
    above: Line, line: Line, left: float, right: float, leading: float, body: float
) -> bool:
    """Whether a paragraph begins with an indent, or after a line that ends before the margin."""
    distance = above.baseline - line.baseline
    indent = line.left - above.left
    # The line after a short one would have begun on it, if there was room in a text set ragged.
    room = right - above.right - _first_word(line)
    return _ended(above, line) and (
        (indent > _INDENT[0] * body and line.left - left < _INDENT[1] * body)
        or (room > _SHORT * (right - left) and distance > 0.8 * leading)
    )


def _broken_off(lines: Sequence[Line], body: float) -> set[int]:
    """The numbers of the lines above which one was broken off: addresses, lists without marks.

    The first word of the next line would have had room on it by far.
    """
    found = set()
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        if abs(line.left - above.left) > _INDENT[0] * body or line.text[0].islower():
            continue
        if above.text[-1] in _GOES_ON:
            continue
        near = lines[max(0, at - _AROUND) : at + _AROUND]
        measure = [one for one in near if abs(one.left - above.left) < _INDENT[0] * body]
        right = max(one.right for one in measure)
        width = right - above.left
        beside = [lines[i] for i in (at - 2, at) if 0 <= i < len(lines)]
        full = any(abs(one.right - above.right) < _EQUAL * width for one in beside)
        if not full and right - above.right - _first_word(line) > _CUT_SHORT * width:
            found.add(at)
    return found


def _is_hanging(lines: Sequence[Line], body: float) -> bool:
    """Whether the first lines of entries stand out, as in a bibliography.

    An entry then begins at the margin after the end of a sentence; elsewhere a paragraph does so
    after an indent.
    """
    out: list[bool] = []
    into: list[bool] = []
    for above, line in pairwise(lines):
        indent = line.left - above.left
        if abs(indent) > _INDENT[0] * body and line.left < above.right:
            (into if indent > 0 else out).append(_ended(above, line))
    return (
        sum(out) >= _HANGING and sum(out) > 0.7 * len(out) and sum(into) < 0.5 * max(len(into), 1)
    )


def _begins_entry(above: Line, line: Line, left: float, body: float) -> bool:
    outdent = above.left - line.left > _INDENT[0] * body
    at_margin = max(above.left, line.left) - left < _INDENT[0] * body
    return outdent or (at_margin and _ended(above, line))


def _first_word(line: Line) -> float:
    """The width of a line's first word, in points, estimated from its number of characters."""
    first = line.runs[-1] if line.mirrored else line.runs[0]
    words = first.text.partition(" ")
    return (first.box.right - first.box.left) * len(words[0]) / max(len(first.text), 1)
