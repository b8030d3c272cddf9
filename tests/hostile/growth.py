"""How the work that an input costs grows with its size.

A `Shape` makes inputs of one kind at any size. What is linear costs four times as much for four
times the size, what is quadratic sixteen times. Costs are CPU seconds of this process, the least of
a few runs, so that a busy machine changes little.
"""

from __future__ import annotations

import gc
import importlib.util
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENOUGH = 1.0  # s; runs that took longer together are not repeated
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of input, and the work that is done with it.

    name: what it is, in a few words
    make: an input of size n
    run: the work
    n: the size that the test starts with; large enough that a run takes at least 5 ms
    long: the size that `make hostile` starts with
    """

    name: str
    make: Callable[[int], Any]
    run: Callable[[Any], object]
    n: int
    long: int


def costs(shape: Shape, n: int, runs: int = 3) -> tuple[float, float, float]:
    """CPU seconds at n, 2n and 4n."""
    first, second, third = (_cost(shape, size, runs) for size in (n, 2 * n, 4 * n))
    return first, second, third


def quick_costs(shape: Shape, enough: float) -> tuple[float, float]:
    """CPU seconds at n and at 4n. The latter is measured again only where it is not below
    `enough` times the former.
    """
    first, last = _cost(shape, shape.n, 3), _cost(shape, 4 * shape.n, 1)
    return first, last if last < enough * first else _cost(shape, 4 * shape.n, 3)


def _cost(shape: Shape, n: int, runs: int) -> float:
    value = shape.make(n)
    gc.collect()
    found = [_once(shape, value)]
    while len(found) < runs and sum(found) < ENOUGH:
        found.append(_once(shape, value))
    return min(found)


def _once(shape: Shape, value: Any) -> float:
    start = time.process_time()
    shape.run(value)
    return time.process_time() - start


def all_shapes() -> tuple[Shape, ...]:
    """The shapes of all modules `shapes_*.py` beside this one."""
    modules = (_load(path) for path in sorted(HERE.glob("shapes_*.py")))
    return tuple(shape for module in modules for shape in module.SHAPES)


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
