"""Running heads, running feet and page numbers: no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from generator.read.page_layout.margin import in_margin
from generator.read.page_layout.runs import Run, Sheet

_TOP, _BOTTOM = 0.12, 0.1  # of the page's height
_REPEATED_TOP = 0.13  # of that: what is repeated there
_GRID = 6.0  # points: the same line of two pages may be moved by less
_FEW_PAGES = 6  # with fewer pages, twice is enough for a running head
_SHARE = 0.25  # of the pages: where there are more
_LARGE = 1.4  # of the usual size on the first page: a title
_CHANGING = re.compile(r"\d+|\b[ivxlc]+\b")
# "12", "ES-2", "xii", "- 12 -", "4/48", "7-45"; a word and a number may be a heading ("Chapter 4")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:[a-z]{1,3}-)?\d{1,5}|[ivxlc]{1,7})(?: ?/ ?\d{1,4})?[-–—\s]*|\d+-\d+"
)
_NUMBER = re.compile(r"(?<![\d.,:/-])[1-9]\d{0,4}(?![\d.,:/-]|\.\d)")
_Key = tuple[str, int, bool]


def without_furniture(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages without what is repeated at their edges, with the numbers that are printed there.

    A number is the page's label only where it grows by one from page to page; what the file itself
    calls its pages comes first.
    """
    repeated, titles = _repeated(sheets), _titles(sheets)
    edges = [_furniture(sheet, repeated, titles if sheet.number else ()) for sheet in sheets]
    if all(len(edge) == len(sheet.runs) for sheet, edge in zip(sheets, edges, strict=True)):
        return tuple(sheets)  # pages that have nothing else
    shift = _shift([[run.text for run in edge] for edge in edges])
    cleared = []
    for sheet, edge in zip(sheets, edges, strict=True):
        gone = {id(run) for run in (*edge, *in_margin(sheet))}
        runs = tuple(run for run in sheet.runs if id(run) not in gone)
        printed = str(sheet.number + shift) if shift is not None else ""
        cleared.append(replace(sheet, runs=runs, label=sheet.label or printed))
    return tuple(cleared)


def _titles(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What is set large on the first page; at an edge of another page it is a running head."""
    runs = sheets[0].runs if sheets else ()
    usual = median(run.size for run in runs) if runs else 0.0
    return frozenset(run.text.lower() for run in runs if run.size > _LARGE * usual)


def _repeated(sheets: Sequence[Sheet]) -> set[_Key]:
    """What stands at the same height of the edges of several pages."""
    seen: defaultdict[_Key, set[int]] = defaultdict(set)
    for sheet in sheets:
        for run in sheet.runs:
            if _at_edge(run, sheet, _REPEATED_TOP):
                words, height, top = _key(run, sheet)
                for moved in (height - 1, height, height + 1):
                    seen[words, moved, top].add(sheet.number)
    few = len(sheets) < _FEW_PAGES
    needed = 2 if few else max(3, int(_SHARE * len(sheets)))
    return {key for key, pages in seen.items() if len(pages) >= needed}


def _key(run: Run, sheet: Sheet) -> _Key:
    top = run.baseline > sheet.height / 2
    height = sheet.height - run.baseline if top else run.baseline
    return _CHANGING.sub("#", run.text.lower()), round(height / _GRID), top


def _at_edge(run: Run, sheet: Sheet, top: float = _TOP) -> bool:
    return not _BOTTOM * sheet.height <= run.baseline <= (1 - top) * sheet.height


def _furniture(sheet: Sheet, repeated: set[_Key], titles: Collection[str]) -> list[Run]:
    heights = Counter(run.baseline for run in sheet.runs)
    ends = {min(heights, default=0.0), max(heights, default=0.0)}

    def is_furniture(run: Run) -> bool:
        if _at_edge(run, sheet, _REPEATED_TOP) and _key(run, sheet) in repeated:
            return True
        if not _at_edge(run, sheet):
            return False
        alone = run.baseline in ends and heights[run.baseline] == 1
        text = run.text.lower()
        return text in titles or (alone and bool(_PAGE_NUMBER.fullmatch(text)))

    return [run for run in sheet.runs if is_furniture(run)]


def _shift(edges: Sequence[Sequence[str]]) -> int | None:
    """By how much the printed page numbers are ahead of the pages of the file."""
    shifts: Counter[int] = Counter()
    for number, texts in enumerate(edges):
        found = {int(digits) - number for text in texts for digits in _NUMBER.findall(text)}
        alone = {int(text) - number for text in texts if _NUMBER.fullmatch(text)}
        shifts.update((*found, *alone))
    if not shifts:
        return None
    best = min(shifts, key=lambda shift: (-shifts[shift], abs(shift)))
    return best if len(edges) > 1 and shifts[best] >= max(2, len(edges) // 2) else None
