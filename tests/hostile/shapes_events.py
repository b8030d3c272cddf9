"""Events with very many sentences."""

from __future__ import annotations

from growth import Shape

from generator.derive.events.independence import voices_of

PASTED = "Gunmen stormed the concert hall on Friday evening and killed at least 60 people."

SHAPES = (
    Shape(
        "one pasted sentence in many sources",
        lambda n: [(f"source {number}", PASTED) for number in range(n)],
        voices_of,
        500,
        5_000,
    ),
    Shape(
        "sentences of which each repeats a part of the last",
        lambda n: [(str(k), " ".join(map(str, range(k, k + 20)))) for k in range(n)],
        voices_of,
        300,
        5_000,
    ),
)
