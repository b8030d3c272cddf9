"""Running heads, running feet and page numbers: no part of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from generator.read.page_layout.labels import printed_labels
from generator.read.page_layout.margin import in_margin
from generator.read.page_layout.runs import Run, Sheet
from generator.read.page_layout.vertical import as_shown

_TOP, _BOTTOM = 0.12, 0.1  # of the page's height
_REPEATED_TOP = 0.13  # of that: what is repeated there
_WIDE_MARGIN = 0.3  # of that: above a text set on a smaller page
_OUTERMOST = 0.07  # of that: where a text hardly begins
_RIM = 0.05  # of that: where only a running head stands alone
_LIKE_TEXT = 1.05  # of the usual size of a page
_GRID = 6.0  # points: the same line of two pages may be moved by less
_FEW_PAGES = 6  # with fewer pages, twice is enough for a running head
_SHARE = 0.25  # of the pages: where there are more
_LARGE = 1.4  # of the usual size on the first page: a title
_SMALLER, _SMALL = 0.92, 0.8  # of the usual size of a page: the type of a running head
_APART = 1.7  # of the size of type: the distance of a line from the text
_SAME_LINE = 2.0  # points
_WORDS = 12  # in each part of a running head, at most
_SPREAD = 5.0  # of the size of type: the space between two parts of one
_CHANGING = re.compile(r"\d+|\b[ivxlc]+\b")
# "12", "ES-2", "xii", "- 12 -", "4/48", "7-45"; a word and a number may be a heading ("Chapter 4")
_PAGE_NUMBER = re.compile(
    r"[-–—\s(]*(?:(?:[a-z]{1,3}-)?\d{1,5}|[ivxlc]{1,7})(?: ?/ ?\d{1,4})?[-–—\s)]*|\d+-\d+"
)
_LETTER = re.compile(r"[^\W\d_]")
_Key = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the top or the bottom of a page.

    top: whether it is at the top
    apart: whether a space divides it from the text
    outer: whether no line is further out
    """

    runs: tuple[Run, ...]
    top: bool
    apart: bool
    outer: bool


def without_furniture(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages without what is repeated at their edges, with the numbers that are printed there.

    What the file itself calls its pages comes first.
    """
    shown = [as_shown(sheet) for sheet in sheets]
    lines = [_edges(sheet) for sheet in shown]
    repeated, titles = _repeated(shown, lines), _titles(sheets)
    edges = [
        _furniture(sheet, edge, repeated, titles if sheet.number else ())
        for sheet, edge in zip(shown, lines, strict=True)
    ]
    if all(len(edge) == len(sheet.runs) for sheet, edge in zip(sheets, edges, strict=True)):
        return tuple(sheets)  # pages that have nothing else
    labels = printed_labels([[run.text for run in edge] for edge in edges])
    cleared = []
    for sheet, page, edge, label in zip(sheets, shown, edges, labels, strict=True):
        gone = {id(run) for run in (*edge, *in_margin(page))}
        pairs = zip(sheet.runs, page.runs, strict=True)
        runs = tuple(run for run, there in pairs if id(there) not in gone)
        cleared.append(replace(sheet, runs=runs, label=sheet.label or label))
    return tuple(cleared)


def _titles(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What is set large on the first page; at an edge of another page it is a running head."""
    runs = sheets[0].runs if sheets else ()
    usual = median(run.size for run in runs) if runs else 0.0
    return frozenset(run.text.lower() for run in runs if run.size > _LARGE * usual)


def _edges(sheet: Sheet) -> list[_Edge]:
    """The two uppermost and the two lowest lines of a page."""
    lines: list[list[Run]] = []
    for run in sorted(sheet.runs, key=lambda run: -run.baseline):
        if lines and lines[-1][0].baseline - run.baseline < _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    apart = [
        above[0].baseline - line[0].baseline > _APART * max(above[0].size, line[0].size)
        for above, line in pairwise(lines)
    ]
    found = []
    for at, line in enumerate(lines):
        rank = min(at, len(lines) - 1 - at)
        if rank < 2:
            top = at < len(lines) - 1 - at
            space = apart[at - (not top)] if apart else True
            found.append(_Edge(tuple(line), top, space, not rank))
    return found


def _repeated(sheets: Sequence[Sheet], lines: Sequence[Sequence[_Edge]]) -> set[_Key]:
    """What stands at the same height of the edges of several pages."""
    seen: defaultdict[_Key, set[int]] = defaultdict(set)
    for sheet, edges in zip(sheets, lines, strict=True):
        inside = [run for run in sheet.runs if _at_edge(run, sheet, _REPEATED_TOP)]
        for run in (*inside, *(run for edge in edges for run in _low_head(edge, sheet))):
            words, height, top = _key(run, sheet)
            for moved in (height - 1, height, height + 1):
                seen[words, moved, top].add(sheet.number)
        for edge in edges:  # the outermost line may stand at another height on each page
            if edge.outer and edge.apart:
                for run in edge.runs:
                    if _at_edge(run, sheet, _REPEATED_TOP) and _LETTER.search(run.text):
                        seen[_words(run), 0, edge.top].add(sheet.number)
    few = len(sheets) < _FEW_PAGES
    needed = 2 if few else max(3, int(_SHARE * len(sheets)))
    return {key for key, pages in seen.items() if len(pages) >= needed}


def _low_head(edge: _Edge, sheet: Sheet) -> tuple[Run, ...]:
    """A line above the text of a page with a wide margin."""
    low = edge.runs[0].baseline < (1 - _WIDE_MARGIN) * sheet.height
    return () if low or not (edge.top and edge.outer and edge.apart) else edge.runs


def _key(run: Run, sheet: Sheet) -> _Key:
    top = run.baseline > sheet.height / 2
    height = sheet.height - run.baseline if top else run.baseline
    return _words(run), round(height / _GRID), top


def _words(run: Run) -> str:
    return _CHANGING.sub("#", run.text.lower())


def _at_edge(run: Run, sheet: Sheet, top: float = _TOP) -> bool:
    return not _BOTTOM * sheet.height <= run.baseline <= (1 - top) * sheet.height


def _furniture(
    sheet: Sheet, edges: Sequence[_Edge], repeated: set[_Key], titles: Collection[str]
) -> list[Run]:
    usual = median(run.size for run in sheet.runs) if sheet.runs else 0.0
    known = {id(run) for edge in edges if _is_head(edge, sheet, usual) for run in edge.runs}
    for edge in edges:
        known.update(id(run) for run in _low_head(edge, sheet) if _key(run, sheet) in repeated)
        if edge.outer and sheet.number:  # the first page may have a title of the same words
            known.update(id(run) for run in edge.runs if (_words(run), 0, edge.top) in repeated)

    def is_furniture(run: Run) -> bool:
        if id(run) in known:
            return True
        if _at_edge(run, sheet, _REPEATED_TOP) and _key(run, sheet) in repeated:
            return True
        return _at_edge(run, sheet) and run.text.lower() in titles

    return [run for run in sheet.runs if is_furniture(run)]


def _is_head(edge: _Edge, sheet: Sheet, usual: float) -> bool:
    """Whether a line looks like a running head or foot: a number, or words with one beside them."""
    runs = sorted(edge.runs, key=lambda run: run.box.left)
    ends = [bool(_PAGE_NUMBER.fullmatch(run.text.lower())) for run in (runs[0], runs[-1])]
    inside = _at_edge(runs[0], sheet)
    if len(runs) == 1 and ends[0]:
        return edge.outer and (inside or edge.apart)
    if not inside or not edge.apart or any(len(run.text.split()) > _WORDS for run in runs):
        return False
    height = runs[0].baseline / sheet.height
    outermost = not _OUTERMOST <= height <= 1 - _OUTERMOST
    largest = max(run.size for run in runs)
    gap = max((b.box.left - a.box.right for a, b in pairwise(runs)), default=0.0)
    if gap > _SPREAD * largest:
        return any(ends) or (outermost and largest < _SMALLER * usual)
    plain = len(runs[0].text.split()) <= _WORDS // 2 and not runs[0].bold
    at_rim = height > 1 - _RIM and edge.outer and plain and largest < _LIKE_TEXT * usual
    return edge.top and ((outermost and largest < _SMALL * usual) or at_rim)
