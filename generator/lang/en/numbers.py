"""English: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.en.time_words import ONES, TEENS
from generator.lang.language import CountWords
from generator.lang.words import words

COUNTS = CountWords(
    # "One" is as often a pronoun.
    numbers={w: n for w, n in {**ONES, **TEENS, "twenty": 20}.items() if n > 1},
    scales={"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9},
    qualifiers=(
        "at least|more than|fewer than|less than|as many as|up to|nearly|almost|about|around"
        "|over|some"
    ),
    shares="percent|per cent",
    units="years?|months?|weeks?|days?|hours?|minutes?|seconds?",
    joiners="to|or",
    ages=r"aged|age|Flight|Route|No\.",
    measures={
        "dead": "dead|killed|kill|killing|died|deaths?|fatalities|slain|perished",
        "injured": "injured|injuring|wounded|wounding|hospitali[sz]ed",
        "arrested": "arrested|arrests|arresting|detained|detaining",
        "missing": "missing",
    },
    pairs={("death", "toll"): "dead", ("in", "hospital"): "injured", ("lives", "of"): "dead"},
    breaks="and",
    uncounted=words(
        """of in on at to for by from with and or the a an who which that were was are is had has
        have other more people persons individuals men women others days years months hours weeks
        minutes times year month day week"""
    ),
)
