"""Which days matter: a score for each calendar day that a collection of sources mentions.

Counting the sources that mention a day finds the days of an event fairly well (mean date F1 .733
on Timeline17, `benchmarks/timeline.py`); three things a reader would grant make it better (.766):

1. A day that a source writes out in figures ("20 April") weighs twice a day that it calls
   "Tuesday" or "yesterday": who looks back at a day names it, who reports on it does not.
2. A day in one of the first three sentences weighs a little more, and a day still to come when
   the source was published little: announcements and deadlines are many, and few come to matter.
3. A day beside a weightier one is probably named because of it: its score is multiplied by the
   square root of its share of the heavier neighbour's.

Every source counts once for a day, with its weightiest mention. The constants are round, and a
little more or less of any of them gives .755 to .767; chosen on three of the four topics at a
time they do as well on the topic left out. Time and memory grow with the number of mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WRITTEN_OUT = 1.0  # added for a day in figures
NEAR_TOP = 0.5  # added for a day in the first sentences
TOP_SENTENCES = 3
TO_COME = 0.25  # times, for a day after publication
NEIGHBOUR = 0.5  # the power of the share of a heavier neighbour's score


@dataclass(frozen=True, slots=True)
class DayMention:
    """A calendar day that a source names."""

    day: str  # YYYY-MM-DD
    sentence: int  # counted from 0
    written_out: bool  # in figures, not "Friday" or "yesterday"


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source's day of publication (YYYY-MM-DD, or empty when not known) and the days it names."""

    published: str
    mentions: Sequence[DayMention]


def weight(mention: DayMention, published: str) -> float:
    """How much one mention says for its day."""
    found = 1.0
    if mention.written_out:
        found += WRITTEN_OUT
    if mention.sentence < TOP_SENTENCES:
        found += NEAR_TOP
    return found * TO_COME if published and mention.day > published else found


def mentions_score(sources: Iterable[DatedSource]) -> dict[int, float]:
    """The summed weights, by the day's number in the calendar."""
    scores: dict[str, float] = {}
    for source in sources:
        best: dict[str, float] = {}
        for mention in source.mentions:
            found = weight(mention, source.published)
            best[mention.day] = max(found, best.get(mention.day, 0.0))
        for day, found in best.items():
            scores[day] = scores.get(day, 0.0) + found
    return {date.fromisoformat(day).toordinal(): score for day, score in scores.items()}


def salience(sources: Iterable[DatedSource]) -> dict[str, float]:
    """A score for every day mentioned, in calendar order; the higher, the more the day matters."""
    scores = mentions_score(sources)
    found: dict[str, float] = {}
    for day in sorted(scores):
        score = scores[day]
        heaviest = max(score, scores.get(day - 1, 0.0), scores.get(day + 1, 0.0))
        found[date.fromordinal(day).isoformat()] = score * (score / heaviest) ** NEIGHBOUR
    return found
