"""What a tagger finds, and where the files of ours are; apart from what is slow to import."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

MODELS = Path(__file__).resolve().parents[2] / "models"


class Span(NamedTuple):
    """A name: half-open offsets in code points, PER, ORG or LOC, and a score from 0 to 1."""

    start: int
    end: int
    type: str
    score: float
