"""How the work for hostile inputs grows: the long forms of the shapes in `tests/hostile/`.

    make hostile

Prints a table: CPU seconds at n, 2n and 4n, and the larger of the two steps. Ends with status 1 if
a step is above 2.3. What runs at once says nothing about growth, so where a run takes less than
10 ms the size is doubled first.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))

from growth import Shape, all_shapes, costs

MOST = 2.3  # times as long for twice the size
SHORTEST = 0.01  # s
ROW = "{:<56} {:>9} {:>8} {:>8} {:>8} {:>6}"


def main() -> int:
    print(ROW.format("Shape", "n", "n, s", "2n, s", "4n, s", "step"))
    steps = [_measured(shape) for shape in all_shapes()]
    too_steep = sum(step > MOST for step in steps)
    print(f"{len(steps)} shapes, {too_steep} above {MOST} times")
    return int(too_steep > 0)


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
