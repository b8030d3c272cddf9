"""Which days matter: a score for each calendar day that a collection of sources mentions.

Counting the sources that mention a day finds the days of an event fairly well (mean date F1 .733
on Timeline17, `benchmarks/timeline.py`); four plausible corrections make it better (.774):

1. A day that a source writes out in figures ("20 April") weighs half as much again as one that it
   calls "Tuesday" or "yesterday": a text that looks back at a day gives its date, a report on the
   day does not.
2. A day that others are counted from ("since 20 April", "after", "from") weighs three times as
   much, and a day still to come when the source was published a tenth: announcements and
   deadlines are many, and few come to matter.
3. A day next to a day with a higher score is probably mentioned because of it: its score is
   multiplied by a root of its share of its neighbour's.
4. Interest in a story fades, and later events have fewer reports: a score is divided by a root of
   the sum of the scores in the two months before and after the day.

Every source counts once for a day, with its heaviest mention. The constants are round; chosen on
three of the four topics at a time they give .764 on the topic left out. With any one of them
changed by a fifth to a half the figure is .761 to .774, and the average precision of the ranking,
which depends less on chance, .784 to .788 (.769 for the count). Time and memory grow linearly with
the number of mentions, except for sorting the days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

WRITTEN_OUT = 1.5  # times, for a day in figures
COUNTED_FROM = 3.0  # times, for "since …"
TO_COME = 0.1  # times, for a day after publication
NEIGHBOUR = 1 / 4  # the power of the share of a heavier neighbour's score
COVERAGE = 1 / 3  # the power of the sum of scores around a day …
AROUND = 60  # … so many days before and after it


@dataclass(frozen=True, slots=True)
class DayMention:
    """A calendar day that a source mentions."""

    day: str  # YYYY-MM-DD
    written_out: bool  # in figures, not "Friday" or "yesterday"
    counted_from: bool = False  # with "since", "after" or "from": `TimeExpression.modality` after


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source's day of publication (YYYY-MM-DD, "" if unknown) and the days it mentions."""

    published: str
    mentions: Sequence[DayMention]


def weight(mention: DayMention, published: str) -> float:
    """How much one mention adds to its day."""
    found = WRITTEN_OUT if mention.written_out else 1.0
    if mention.counted_from:
        found *= COUNTED_FROM
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


def beside_neighbours(scores: dict[int, float]) -> dict[int, float]:
    """The scores, reduced for days next to a day with a higher one."""
    found: dict[int, float] = {}
    for day, score in scores.items():
        heaviest = max(score, scores.get(day - 1, 0.0), scores.get(day + 1, 0.0))
        found[day] = score * (score / heaviest) ** NEIGHBOUR
    return found


def covered(scores: dict[int, float]) -> dict[int, float]:
    """The sum of the scores around each day, in calendar order."""
    days = sorted(scores)
    sums = [0.0, *accumulate(scores[day] for day in days)]
    return {
        day: sums[bisect_right(days, day + AROUND)] - sums[bisect_left(days, day - AROUND)]
        for day in days
    }


def salience(sources: Iterable[DatedSource]) -> dict[str, float]:
    """A score for every day mentioned, in calendar order; the higher, the more the day matters."""
    scores = beside_neighbours(mentions_score(sources))
    return {
        date.fromordinal(day).isoformat(): scores[day] / around**COVERAGE
        for day, around in covered(scores).items()
    }
