"""Lines of Arabic and Hebrew as PDFium gives them, put right.

It turns the letters round, but not brackets that are drawn as their mirror images, and takes the
comma to the left of a figure for what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.read.page_layout.runs import Run

_MIRRORED = str.maketrans("()[]{}", ")(][}{")
_RIGHT = re.compile(r"\([^()]*\)")
_WRONG = re.compile(r"\)[^()]*\(")
_BEFORE_FIGURE = re.compile(r"(?<![^\s–-])([,.;:])(\d[\d.,/:]*)(?=\s|$)")
# A line drawn to fill the measure stands for nothing: "كتـــاب" is "كتاب".
_FILLER = re.compile(r"(?<=[\u0620-\u064a\u066e-\u06d3])\u0640+(?=[\u0620-\u06d3])")


def put_right(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of a page; those that are read from right to left in the order of their words."""
    texts = [run.text for run in runs if run.right_to_left]
    if not texts:
        return tuple(runs)
    wrong = sum(len(_WRONG.findall(text)) for text in texts)
    is_mirrored = wrong > sum(len(_RIGHT.findall(text)) for text in texts)
    return tuple(
        replace(run, text=_text(run.text, is_mirrored)) if run.right_to_left else run
        for run in runs
    )


def _text(text: str, is_mirrored: bool) -> str:
    text = text.translate(_MIRRORED) if is_mirrored else text
    return _FILLER.sub("", _BEFORE_FIGURE.sub(r"\2\1", text))
