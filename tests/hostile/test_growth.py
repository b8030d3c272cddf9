"""No input may cost much more than its size: what is twice as long takes twice as long."""

from __future__ import annotations

import pytest
from growth import Shape, all_shapes, quick_costs

# Linear growth gives 4, quadratic 16. `make hostile` measures more closely, at larger sizes.
MOST = 8.0


@pytest.mark.parametrize("shape", all_shapes(), ids=lambda shape: shape.name)
def test_work_grows_with_the_size(shape: Shape) -> None:
    first, last = quick_costs(shape, MOST)
    assert last < MOST * first, f"{first:.4f} s for {shape.n}, {last:.4f} s for {4 * shape.n}"


def test_a_shape_that_grows_too_fast_is_noticed() -> None:
    pairs = Shape("pairs", range, lambda items: [0 for a in items for b in items], 300, 300)
    first, last = quick_costs(pairs, MOST)
    assert last > MOST * first
