"""Documents and sentences that are all alike, so that each needs a number."""

from __future__ import annotations

from growth import Shape

from generator.ids import anchors, unique_ids

SHAPES = (
    Shape(
        "documents of one name and text",
        lambda n: [("undated-a", "a")] * n,
        unique_ids,
        2_000,
        20_000,
    ),
    Shape("one sentence again and again", lambda n: ["The same."] * n, anchors, 1_000, 20_000),
)
