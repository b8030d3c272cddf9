"""Spanish: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.language import CountWords
from generator.lang.words import words

COUNTS = CountWords(
    scales={"mil": 1e3},
    qualifiers="al menos|más de|menos de|unos|unas",
    grouped=r"\d{1,3}(?:\.\d{3})+",
    shares="por ciento",
    units="año|años",
    ages="de edad",
    measures={
        "dead": "muertos?|muertas?|muerte|fallecidos?|murieron",
        "injured": "heridos?|heridas?",
        "arrested": "detenidos?",
        "missing": "desaparecidos?",
    },
    breaks="y",
    uncounted=words("o de del en a y que los las el la"),
)
