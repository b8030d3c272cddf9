"""Marks beside the text of a page that do not belong to it: the numbers of lines, of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from generator.read.page_layout.runs import Run, Sheet

_MARK = re.compile(r"[¶§] ?\d{1,4}")
_NUMBER = re.compile(r"\d{1,3}")
_EDGE = 0.12  # of the page's height: running heads may be wider than the text
_LONG = 30  # characters of a run that is a line of text, not a cell
_FEWEST = 8  # numbered lines of a page
_MIDDLES = 8.0  # points by which the middles of the numbers of lines differ at most
_EVEN = 0.25  # of the usual distance of two numbers: by how much distances differ


def in_margin(sheet: Sheet) -> list[Run]:
    """The marks in the margins of a page."""
    inside = [r for r in sheet.runs if _EDGE < r.baseline / sheet.height < 1 - _EDGE]
    lines = [run for run in inside if len(run.text) >= _LONG]
    if not lines:
        return []
    left = min(run.box.left for run in lines)
    right = max(run.box.right for run in lines)
    beside = [run for run in sheet.runs if run.box.right <= left or run.box.left >= right]
    marks = [run for run in beside if _MARK.fullmatch(run.text)]
    numbers = [run for run in beside if _NUMBER.fullmatch(run.text)]
    for side in (True, False):
        own = sorted(
            (run for run in numbers if (run.box.right <= left) is side),
            key=lambda run: -run.baseline,
        )
        if _are_of_lines(own):
            marks += own
    return marks


def _are_of_lines(numbers: Sequence[Run]) -> bool:
    """Whether numbers count the lines: evenly, one below the other."""
    if len(numbers) < _FEWEST:
        return False
    pairs = list(pairwise(numbers))
    steps = {int(below.text) - int(above.text) for above, below in pairs}
    distances = [above.baseline - below.baseline for above, below in pairs]
    usual = median(distances)
    middles = [run.box.left + run.box.right for run in numbers]
    return (
        len(steps) == 1
        and steps.pop() > 0
        and all(abs(distance - usual) <= _EVEN * usual for distance in distances)
        and max(middles) - min(middles) <= 2 * _MIDDLES
    )
