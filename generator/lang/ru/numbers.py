"""Russian: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.language import CountWords
from generator.lang.words import words

COUNTS = CountWords(
    scales={"тыс": 1e3, "млн": 1e6, "млрд": 1e9},
    qualifiers="более|не менее|около",
    grouped=r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+",
    shares="процент",
    units="лет|год|года",
    measures={
        "dead": "погибших|погибли|погибло|убиты",
        "injured": "ранены|раненых|пострадали|пострадавших|пострадало",
        "arrested": "задержаны|задержанных",
        "missing": "пропали|пропавших|пропал",
    },
    breaks="и",
    uncounted=words("в на по с и из от за до лет года год дней часов"),
)
