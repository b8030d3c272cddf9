"""Hostile inputs: the long forms of what `tests/hostile/` has.

    make hostile

First a site is built of all texts that would run a script if a page did not show them as text, and
its pages are searched for what could run. Then a table shows how the work grows: CPU seconds at n,
2n and 4n, and the larger of the two steps. What runs at once says nothing about growth, so where a
run takes less than 10 ms the size is doubled first. Ends with status 1 if anything could run or a
step is above 2.3.
"""

from __future__ import annotations

import io
import itertools
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))

from growth import Shape, all_shapes, costs
from rich.console import Console
from vectors import PLACES, Page, project, vectors

from generator.config import read_config
from generator.engine.build import build
from generator.engine.progress import Progress

MOST = 2.3  # times as long for twice the size
SHORTEST = 0.01  # s
ROW = "{:<56} {:>9} {:>8} {:>8} {:>8} {:>6}"


def main() -> int:
    could_run = _vectors()
    print(ROW.format("Shape", "n", "n, s", "2n, s", "4n, s", "step"))
    steps = [_measured(shape) for shape in all_shapes()]
    too_steep = sum(step > MOST for step in steps)
    print(f"{len(steps)} shapes, {too_steep} above {MOST} times")
    return int(too_steep > 0 or could_run > 0)


def _vectors() -> int:
    """Build a site of all vectors; returns on how many pages something could run."""
    texts = vectors()
    rows = -(-len(texts) // len(PLACES))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        project(root, texts, rows)
        quiet = Progress(Console(file=io.StringIO()), quiet=True)
        report = build(read_config(root), quiet).report
        pages = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("*.html")]
    checked = map(Page, pages)
    bad = sum(bool(page.found) or "script-src 'self'" not in page.policy for page in checked)
    print(f"{len(texts):,} script vectors, in {len(PLACES)} kinds of cells, pages and settings;")
    print(f"{report.documents:,} documents, {len(pages):,} pages; something could run on {bad:,}")
    print(flush=True)
    return bad


def _measured(shape: Shape) -> float:
    n = shape.long
    seconds = costs(shape, n)
    while seconds[0] < SHORTEST and n < 64 * shape.long:
        n *= 2
        seconds = costs(shape, n)
    step = max(later / earlier for earlier, later in itertools.pairwise(seconds))
    figures = [f"{cost:.3f}" for cost in seconds]
    print(ROW.format(shape.name, n, *figures, f"{step:.2f}"), flush=True)
    return step


if __name__ == "__main__":
    sys.exit(main())
