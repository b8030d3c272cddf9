"""What the documents that have a name of a place are about: countries by their weight, regions.

A country counts for its share of the mentions of all countries, not for being named: most news
names the United States. Places count for their country, and words for a people for theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.derive.entities.gazetteer import Record, Surroundings
from generator.derive.entities.mention_index import Key

Counts = Mapping[str, Counter[Key]]


def surroundings(
    own: Counts, peoples: Counts, records: Mapping[Key, Record]
) -> dict[Key, Surroundings]:
    """For each name what the documents with it are about.

    own: how often each document mentions or lists each name of a place
    peoples: how often it has words that lead to a country
    records: the places whose names need no context
    """
    found: dict[Key, _Sums] = {}
    for document, names in own.items():
        about = _About(names + peoples[document], records)
        for name in names:
            found.setdefault(name, _Sums()).add(about, name)
    return {name: sums.result() for name, sums in found.items()}


class _About:
    """What one document is about."""

    def __init__(self, names: Counter[Key], records: Mapping[Key, Record]) -> None:
        self.names = names
        self.places = {name: records[name] for name in names if name in records}
        self.countries: Counter[str] = Counter()
        self.having: Counter[str] = Counter()
        self.regions: Counter[tuple[str, str]] = Counter()
        for name, place in self.places.items():
            self.countries[place.code] += names[name]
            self.having[place.code] += 1
            if place.region:
                self.regions[place.code, place.region] += 1
        self.total = sum(self.countries.values())


class _Sums:
    """Sums over the documents that have a name."""

    def __init__(self) -> None:
        self.documents = 0
        self.named: Counter[str] = Counter()
        self.weight: dict[str, float] = {}
        self.regions: Counter[tuple[str, str]] = Counter()

    def add(self, about: _About, name: Key) -> None:
        """Add a document. A name is not evidence for itself."""
        own = about.places.get(name)
        code, mentions = (own.code, about.names[name]) if own else ("", 0)
        self.documents += 1
        rest = about.total - mentions
        for country, number in about.countries.items():
            if about.having[country] > (country == code):
                self.named[country] += 1
                share = (number - mentions * (country == code)) / rest
                self.weight[country] = self.weight.get(country, 0.0) + share
        region = (own.code, own.region) if own else None
        for area, number in about.regions.items():
            if number > (area == region):
                self.regions[area] += 1

    def result(self) -> Surroundings:
        """What the documents are about."""
        return Surroundings(self.documents, self.named, self.weight, self.regions)
