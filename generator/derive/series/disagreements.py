"""Where sources disagree: figures for the same thing and day that cannot all be so.

"At least 40" and "60" can both be so, and so can a toll that rises. Figures that do not tell from
when they are, about different places, or of a part ("three soldiers" of the dead) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf

from generator.derive.series.given import Given
from generator.model.dates import DAY, chronological, length

_ABOUT = 0.2  # of a number, by which "about" may miss it
_ROUND = 0.05  # the same of a number with at most two digits before its noughts
_LARGE = 1000  # from here on such a number is taken for a round one


def disagreements(own: Sequence[Given]) -> Iterator[tuple[str, list[Given]]]:
    """Each day on which figures of one kind and thing disagree, with those that do."""
    known = [given for given in own if length(given.day) >= DAY]
    known.sort(key=lambda given: chronological(given.day))
    for day, group in groupby(known, key=lambda given: given.day):
        for some in _comparable(list(group)):
            differing = _differing(some)
            if len({given.giver for given in differing}) > 1:
                yield day, differing


def _comparable(own: Sequence[Given]) -> Iterable[list[Given]]:
    """Those about the same: what is counted, and where, as far as their sentences say so."""
    by_noun: dict[str, list[Given]] = {}
    for given in own:
        by_noun.setdefault(given.noun, []).append(given)
    for some in by_noun.values():
        named = [given.places for given in some if given.places]
        if not named or frozenset.intersection(*named):
            yield some


def _differing(own: Sequence[Given]) -> list[Given]:
    """The figures that cannot be so if another one of them, given by somebody else, is so."""
    spans = [_span(given) for given in own]
    lowest = min(high for _, high in spans)
    highest = max(low for low, _ in spans)
    found = [
        given
        for given, (low, high) in zip(own, spans, strict=True)
        if low > lowest or high < highest
    ]
    return sorted(
        found, key=lambda given: (given.figure.low, given.figure.high, given.where.document)
    )


def _span(given: Given) -> tuple[float, float]:
    """The least and the most that a figure can mean."""
    low, high, bound = given.figure.low, given.figure.high, given.figure.bound
    if bound in ("at least", "at most"):
        return (low, inf) if bound == "at least" else (0, high)
    miss = _ABOUT if bound == "about" else _ROUND if _is_round(low) and _is_round(high) else 0
    return low * (1 - miss), high * (1 + miss)


def _is_round(value: float) -> bool:
    return value >= _LARGE and len(str(int(value)).rstrip("0")) <= 2
