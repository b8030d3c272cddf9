"""Figures and letters above a line: marks of notes, "1st", which belong to the line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.read.page_layout.runs import SUPERSCRIPT, Run

_SMALLER = 0.85  # of the size of the line's type
_RAISED = (0.15, 0.7)  # of that: how far they stand above it
_LONGEST = 8  # characters
_NEAR = 1.0  # of that: between them and the words before or after


def in_their_lines(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of a page with those that are raised put on the baseline of their line."""
    ordered = sorted(runs, key=lambda run: run.baseline)
    heights = [run.baseline for run in ordered]
    largest = max((run.size for run in runs), default=0.0)
    return tuple(
        _in_line(run, ordered, heights, largest) if len(run.text) <= _LONGEST else run
        for run in runs
    )


def _in_line(run: Run, ordered: Sequence[Run], heights: Sequence[float], largest: float) -> Run:
    start = bisect_left(heights, run.baseline - _RAISED[1] * largest)
    for other in ordered[start : bisect_left(heights, run.baseline)]:
        if _is_raised(run, other):
            figures = run.text.replace(" ", "")
            text = figures.translate(SUPERSCRIPT) if figures.isdigit() else run.text
            return replace(run, text=text, baseline=other.baseline)
    return run


def _is_raised(run: Run, line: Run) -> bool:
    above = run.baseline - line.baseline
    return (
        run.size < _SMALLER * line.size
        and _RAISED[0] * line.size < above < _RAISED[1] * line.size
        and line.box.left - run.box.right < _NEAR * line.size
        and run.box.left - line.box.right < _NEAR * line.size
    )
