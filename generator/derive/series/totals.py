"""Running totals: figures from one beginning, about one place, each for a later day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.series.given import Given, Named


@dataclass(frozen=True, slots=True)
class Total:
    """Running totals. `beginning`: ISO date; `place`: an entity's id, or "" where none is named."""

    beginning: str
    place: str
    given: tuple[Given, ...]


def totals_of(own: Sequence[Given], named: Named) -> Iterator[Total]:
    """The running totals of one measure that begin on a known day, by beginning and place.

    Of several places in a sentence the one counts that most sentences name.
    """
    totals = [given for given in own if given.figure.is_total and given.figure.beginning]
    places = [named.places.get((g.where.document, g.where.anchor), set()) for g in totals]
    count = Counter(name for some in places for name in some)
    found: dict[tuple[str, str, str], list[Given]] = {}
    for given, some in zip(totals, places, strict=True):
        place = min(some, key=lambda name: (-count[name], name), default="")
        found.setdefault((given.figure.beginning, place, given.noun), []).append(given)
    for (beginning, place, _), some_totals in found.items():
        yield Total(beginning, place, tuple(some_totals))
