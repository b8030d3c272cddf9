"""In which order the runs of a page are read: columns, and bands between what crosses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import mean, median

from generator.read.page_layout.runs import Run

_DEEPEST = 6  # columns within bands within columns
_FEWEST = 4  # lines on either side of a gutter that stand at the same height
_MARGIN = 0.12  # of the width: no gutter is so near to an edge
_CROSSED = 0.8  # of the text: what crosses a gutter at most
_SELDOM_CROSSED = 0.3  # of the text: where the lines beside each other are not at one height
_FILLED = 0.6  # of a column's width: the usual line; rows of a table are shorter
_FEWEST_WORDS = 3  # in a usual line; cells have fewer
_ROWS, _CELLS = 3, 3  # that make a table, at least
_MOST_WORDS, _USUAL_WORDS = 6, 4  # in its cells; lines of narrow columns have more
_CLEAR = 1.5  # points between a gutter and the lines beside it
_BASELINE_GRID = 3.0  # points: lines that differ by less stand at the same height
_NEAR, _STAGGERED = 1, 3  # of these steps: lines beside each other
_NEXT_LINE = 1.5  # of the size of type: the distance of two lines of one paragraph, at most
_SAME_SIZE = 0.05  # of that
_SAME_LINE = 0.3  # of the size of type: by how much the baselines of one line differ
_ALIGNED = 1.0  # points: cells of one row
_SAME = 0.01  # points of text
_WORD = re.compile(r"\S*\w\S*")  # dots may lead from one cell to the next
_WITHOUT_SPACES = re.compile("[\u3000-\ud7a3]")


@dataclass(frozen=True, slots=True)
class _Gutter:
    x: float
    crossing: tuple[Run, ...]


def in_order(runs: Sequence[Run], depth: int = 0) -> list[list[Run]]:
    """The runs of a page in reading order, column by column."""
    if not runs:
        return []
    table = _table(runs)
    if table:
        top, bottom = table
        above = [run for run in runs if run.baseline > top + _ALIGNED]
        rows = [run for run in runs if bottom - _ALIGNED <= run.baseline <= top + _ALIGNED]
        below = [run for run in runs if run.baseline < bottom - _ALIGNED]
        return [*in_order(above, depth), _one_column(rows), *in_order(below, depth)]
    gutter = None
    if len(runs) >= _FEWEST and depth <= _DEEPEST:
        gutter = _gutter(runs, _CROSSED, _NEAR) or _gutter(runs, _SELDOM_CROSSED, _STAGGERED)
    if gutter is None:
        return [_one_column(runs)]
    crossing = set(map(id, gutter.crossing))
    rest = [run for run in runs if id(run) not in crossing]
    columns: list[list[Run]] = []
    for band in _bands(gutter.crossing):
        above = [run for run in rest if run.baseline > band[0].baseline]
        rest = [run for run in rest if run.baseline <= band[0].baseline]
        inside = _two_sides(above, gutter.x, depth)
        columns += inside
        # What crosses the gutter line after line is one column.
        if columns and not inside and columns[-1] and id(columns[-1][-1]) in crossing:
            columns[-1].extend(band)
        else:
            columns.append(band)
    return columns + _two_sides(rest, gutter.x, depth)


def _table(runs: Sequence[Run]) -> tuple[float, float] | None:
    """The heights of the first and the last row of the uppermost table across all columns.

    What stands above and below it has columns of its own.
    """
    lines: dict[int, list[Run]] = {}
    for run in runs:
        lines.setdefault(round(run.baseline / _BASELINE_GRID), []).append(run)
    rows: list[list[Run]] = []
    for height in sorted(lines, reverse=True):
        if _is_row(lines[height]):
            rows.append(lines[height])
        elif len(rows) >= _ROWS:
            break
        else:
            rows = []
    if len(rows) < _ROWS or len(rows) == len(lines):
        return None
    return max(run.baseline for run in rows[0]), min(run.baseline for run in rows[-1])


def _is_row(line: Sequence[Run]) -> bool:
    words = [len(_WORD.findall(run.text)) for run in line]
    return len(words) >= _CELLS and max(words) <= _MOST_WORDS and mean(words) <= _USUAL_WORDS


def _one_column(runs: Iterable[Run]) -> list[Run]:
    runs = sorted(runs, key=lambda run: -run.baseline)
    near = _SAME_LINE * median(run.size for run in runs)
    side = -1 if _is_right_to_left(runs) else 1
    lines: list[list[Run]] = []
    for run in runs:
        if lines and lines[-1][0].baseline - run.baseline < near:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [run for line in lines for run in sorted(line, key=lambda run: side * run.box.left)]


def _is_right_to_left(runs: Sequence[Run]) -> bool:
    return sum(run.right_to_left for run in runs) * 2 > len(runs)


def _two_sides(runs: Sequence[Run], x: float, depth: int) -> list[list[Run]]:
    left = [run for run in runs if run.box.right <= x]
    right = [run for run in runs if run.box.right > x]
    first, second = in_order(left, depth + 1), in_order(right, depth + 1)
    return second + first if _is_right_to_left(runs) else first + second


def _bands(crossing: Sequence[Run]) -> list[list[Run]]:
    """The runs that cross a gutter, line by line from the top."""
    lines: dict[int, list[Run]] = {}
    for run in crossing:
        lines.setdefault(round(run.baseline), []).append(run)
    return [sorted(lines[y], key=lambda run: run.box.left) for y in sorted(lines, reverse=True)]


def _gutter(runs: Sequence[Run], crossed: float, near: int) -> _Gutter | None:
    """The clearest gutter between two columns: little text crosses it, both sides have lines.

    crossed: share of the text that crosses it at most
    near: steps by which lines beside each other may differ in height
    """
    total = sum(map(_width, runs))
    best: tuple[tuple[int, int], _Gutter] | None = None
    for x in _valleys(runs, crossed * total):
        beside = _beside(runs, x, near)
        if beside is None or not _are_columns(*beside):
            continue
        clear = _clear(*beside)
        if clear < _CLEAR:
            continue
        crossing = _with_last_lines([r for r in runs if r.box.left < x + 1 < r.box.right + 2], runs)
        gain = sum(map(_width, (*beside[0], *beside[1])))
        score = (round(8 * (sum(map(_width, crossing)) - gain) / total), -round(clear))
        if best is None or score < best[0]:
            best = (score, _Gutter(x, crossing))
    return best[1] if best else None


def _with_last_lines(crossing: Sequence[Run], runs: Sequence[Run]) -> tuple[Run, ...]:
    """What crosses a gutter, and the short last lines of it, with nothing beside them."""
    lines: dict[int, list[Run]] = {}
    for run in runs:
        lines.setdefault(round(run.baseline / _BASELINE_GRID), []).append(run)
    heights = sorted(lines, reverse=True)
    known = set(map(id, crossing))
    found = list(crossing)
    for above, height in pairwise(heights):
        (last, *_), (run, *beside) = lines[above], lines[height]
        if (
            id(last) in known
            and id(run) not in known
            and not beside
            and last.baseline - run.baseline < _NEXT_LINE * run.size
            and abs(last.size - run.size) < _SAME_SIZE * run.size
            and last.bold == run.bold
            and last.box.left - run.size < run.box.left < last.box.right
        ):
            known.add(id(run))
            found.append(run)
    return tuple(found)


def _valleys(runs: Sequence[Run], most: float) -> list[int]:
    """Where less text than to the left and to the right is crossed: possible gutters, in points."""
    left = int(min(run.box.left for run in runs))
    width = int(max(run.box.right for run in runs)) - left + 3
    changes = [0.0] * (width + 2)
    for run in runs:
        changes[max(0, int(run.box.left) - left - 1)] += _width(run)
        changes[min(width + 1, int(run.box.right) - left + 2)] -= _width(run)
    crossed = list(accumulate(changes))
    first, last = int(_MARGIN * width), int((1 - _MARGIN) * width)
    found = []
    x = first
    while x < last:
        end = x
        while end + 1 < last and abs(crossed[end + 1] - crossed[x]) < _SAME:
            end += 1
        lower_left = x == first or crossed[x - 1] > crossed[x]
        lower_right = end + 1 >= last or crossed[end + 1] > crossed[x]
        if lower_left and lower_right and crossed[x] <= most:
            found.append(left + (x + end) // 2)
        x = end + 1
    return found


def _beside(runs: Sequence[Run], x: float, near: int) -> tuple[list[Run], list[Run]] | None:
    """The runs next to a gutter, at the heights at which there is one on both sides."""
    left: dict[int, Run] = {}
    right: dict[int, Run] = {}
    for run in runs:
        height = round(run.baseline / _BASELINE_GRID)
        if run.box.right <= x - 1:
            if height not in left or run.box.right > left[height].box.right:
                left[height] = run
        elif run.box.left >= x + 1 and (
            height not in right or run.box.left < right[height].box.left
        ):
            right[height] = run
    ours = [run for height, run in left.items() if _near(height, right, near)]
    theirs = [run for height, run in right.items() if _near(height, left, near)]
    return (ours, theirs) if min(len(ours), len(theirs)) >= _FEWEST else None


def _near(height: int, lines: dict[int, Run], steps: int) -> bool:
    return any(height + moved in lines for moved in range(-steps, steps + 1))


def _are_columns(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the lines on both sides are full and have words enough; those of a table have not.

    Where the lines of the two sides stand at different heights, they are not rows of a table.
    """
    heights = [run.baseline for run in right]
    aligned = sum(any(abs(run.baseline - y) < _ALIGNED for y in heights) for run in left)
    if aligned < len(left) / 2:
        return True
    filled = min(_filled(left), _filled(right))
    words = min(mean(len(run.text.split()) for run in side) for side in (left, right))
    spaced = not any(_WITHOUT_SPACES.search(run.text) for run in left[:5])
    return filled >= _FILLED and (words >= _FEWEST_WORDS or not spaced)


def _filled(side: Sequence[Run]) -> float:
    widths = sorted(map(_width, side))
    widest = widths[int(0.9 * (len(widths) - 1))]
    return median(widths) / widest if widest else 0.0


def _clear(left: Sequence[Run], right: Sequence[Run]) -> float:
    """Half of the space between the lines that come nearest to a gutter, in points."""
    ends = sorted(run.box.right for run in left)[-3:]
    starts = sorted(run.box.left for run in right)[:3]
    return (median(starts) - median(ends)) / 2


def _width(run: Run) -> float:
    return run.box.right - run.box.left
