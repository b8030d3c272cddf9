"""Characters that change the direction of text, and accents, in endless runs."""

from __future__ import annotations

from growth import Shape

from generator.directions import isolated
from generator.render.drawn import drawn, drawn_parts, finished
from generator.render.search.data import fold

RLO, PDF, RLI, PDI = "\u202e", "\u202c", "\u2067", "\u2069"

SHAPES = (
    Shape("overrides that nothing closes", lambda n: RLO * n, isolated, 10_000, 400_000),
    Shape("isolates full of overrides", lambda n: (RLI + RLO) * n + PDI * n, drawn, 4_000, 200_000),
    Shape("ends of nothing", lambda n: (PDI + PDF) * n, drawn, 4_000, 200_000),
    Shape("one part of a sentence", lambda n: "a" + RLI * n, drawn_parts, 10_000, 400_000),
    Shape("marks on a page", lambda n: "<b>\ufdd0</b>" * n, finished, 4_000, 100_000),
    Shape("accents", lambda n: "a" + "\u0301\u0323" * n, fold, 4_000, 200_000),
)
