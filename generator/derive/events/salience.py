"""Which days matter: a score for each calendar day that a collection of sources mentions.

Counting the sources that mention a day finds the days of an event fairly well: mean date F1 on
Timeline17 (`benchmarks/timeline.py`) is .733 where the span of the timeline is given and .580 where
all days compete, as on the site. Seven plausible corrections make it .766 and .623:

1. A day that a source writes out in figures ("20 April") weighs half as much again as one that it
   calls "Tuesday" or "yesterday": a text that looks back at a day gives its date, a report on the
   day does not.
2. A day that others are counted from ("since 20 April", "after", "from") weighs three times as
   much, and a day still to come when the source was published a tenth: announcements and
   deadlines are many, and few come to matter.
3. A day more than a year before the source was published weighs half as much: among reports it is
   background or a yardstick. (Among histories all days are long past, and nothing changes.)
4. A day next to a day with a higher score is probably mentioned because of it: its score is
   multiplied by a root of its share of its neighbour's.
5. Interest in a story fades, and later events have fewer reports: a score is divided by a root of
   the sum of the scores in the two months before and after the day. There is a floor: where hardly
   anything is reported (a birth, an anniversary), the mean of these sums counts instead.
6. A day that only dates what is said ("police said on Friday") weighs a tenth: every report has
   one. A day on which nothing is said to have happened, such as a dateline's, weighs half.
7. A day that one source alone mentions comes after those that several mention.

Every source counts once for a day, with its heaviest mention. The constants are round. Time and
memory grow linearly with the number of mentions, except for sorting the days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.model.dates import Day, chronological

SAID = 0.1  # times, for a day that only dates what is said
NO_EVENT = 0.5  # times, for a day on which nothing is said to have happened
WRITTEN_OUT = 1.5  # times, for a day in figures
COUNTED_FROM = 3.0  # times, for "since …"
TO_COME = 0.1  # times, for a day after publication
LONG_AGO = 0.5  # times, for a day more than this many days before publication:
YEAR = 365
ALONE = 0.1  # times, for a day that a single source mentions
NEIGHBOUR = 1 / 4  # the power of the share of a heavier neighbour's score
COVERAGE = 1 / 3  # the power of the sum of scores around a day …
AROUND = 60  # … so many days before and after it


@dataclass(frozen=True, slots=True)
class DayMention:
    """A calendar day that a source mentions."""

    day: str  # YYYY-MM-DD
    written_out: bool  # in figures, not "Friday" or "yesterday"
    counted_from: bool = False  # with "since", "after" or "from": `TimeExpression.modality` after
    said: bool = False  # it only dates what is said
    no_event: bool = False  # a dateline, a yardstick, or "today" for these days


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source's day of publication (YYYY-MM-DD, "" if unknown) and the days it mentions."""

    published: str
    mentions: Sequence[DayMention]


def weight(mention: DayMention, published: str) -> float:
    """How much one mention adds to its day."""
    found = WRITTEN_OUT if mention.written_out else 1.0
    if mention.said:
        found *= SAID
    if mention.no_event:
        found *= NO_EVENT
    if mention.counted_from:
        found *= COUNTED_FROM
    if not published:
        return found
    if chronological(mention.day) > chronological(published):
        return found * TO_COME
    past = Day.parse(published).number - Day.parse(mention.day).number
    return found * LONG_AGO if past > YEAR else found


def heaviest_mentions(sources: Iterable[DatedSource]) -> dict[int, list[float]]:
    """The heaviest mention of each source that mentions a day, by the day's calendar number."""
    weights: dict[str, list[float]] = {}
    for source in sources:
        best: dict[str, float] = {}
        for mention in source.mentions:
            found = weight(mention, source.published)
            best[mention.day] = max(found, best.get(mention.day, 0.0))
        for day, found in best.items():
            weights.setdefault(day, []).append(found)
    return {Day.parse(day).number: found for day, found in weights.items()}


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


def usual(scores: Mapping[int, float], around: Mapping[int, float]) -> float:
    """What is usually around a day: the mean, in which a day counts by its score."""
    total = sum(scores.values())
    return sum(score * around[day] for day, score in scores.items()) / total if total else 0.0


def salience(sources: Iterable[DatedSource]) -> dict[str, float]:
    """A score for every day mentioned, in calendar order; the higher, the more the day matters."""
    weights = heaviest_mentions(sources)
    scores = beside_neighbours({day: sum(found) for day, found in weights.items()})
    around = covered(scores)
    floor = usual(scores, around)
    return {
        str(Day.numbered(day)): scores[day]
        / max(near, floor) ** COVERAGE
        * (ALONE if len(weights[day]) == 1 else 1.0)
        for day, near in around.items()
    }
