"""Where places are: names looked up in a table of countries, regions and cities.

The table is GeoNames' (see `generator/atlas/README.md`). One name may stand for many places; which
of them the archive means is decided by its population, by its kind, by how many languages name it,
and by how much the same documents are about its country and its region. If two remain likely,
neither is chosen: a place on the wrong continent is worse than one without a map.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from importlib.resources import files

from anyascii import anyascii

from generator.derive.entities.normalise import is_latin, normalised_form, without_city
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Reason

_TABLE = files("generator") / "atlas" / "places.tsv.gz"
# Points of the score; one point is ten times as many inhabitants.
_KINDS = {"country": 1.5, "capital": 0.7, "city": 0.0, "region": -1.0}
_OTHER_NAME = 0.8  # taken off where the name is not the one that the place goes by
_CONTEXT = 2.0  # added when every document with the name mentions the place's country, and no other
_REGION = 1.0  # added when every document with the name also mentions the town's region
_KNOWN = 0.5  # added for ten times as many names of a town: few languages name a small one
_MARGIN = 0.7  # by which the best must lead: five times as many inhabitants, or as much context
_LEAST = 5.0  # score that a place needs: 100,000 inhabitants, or fewer with context
_ALONE = 4.5  # the same where no other place has the name
_FAMOUS = 20  # names of a city that is known in most languages
_LARGE = 1_000_000  # inhabitants from which a city's other names are known well enough
_DWARFED = 8  # times as many inhabitants has a famous city as a town that only its region suggests
_COUNTRY_SIZED = 20_000_000  # inhabitants from which a region is as well known as a country
_TOWN = 15_000  # inhabitants that a place needs; the name of a smaller one is mostly a common word
_FAR = 0.5  # the same for a large one, which has more names of its own ("Bombay", "Cologne")
_ALIKE = 0.6  # similarity from which another name of a smaller one is only another spelling
_SMALLEST = 3.0  # decimal logarithm of the population that a place is taken to have at least
# Names of parts of the world too large for a dot, which small places have, too.
_WORDS = [language.places for language in LANGUAGES.values()]
_VAGUE = re.compile(any_of(words.vague for words in _WORDS))
# Seas and rivers, after which regions are called.
_NATURAL = re.compile(any_of(words.natural for words in _WORDS))
_REGIONS = frozenset[str]().union(*(words.kinds_of_regions for words in _WORDS))
_OF = any_of(words.kind_preposition for words in _WORDS)
_WHAT = re.compile(
    rf"(?:(?P<before>{any_of(words.kinds_before for words in _WORDS)}) {_OF} (?P<a>.+)"
    rf"|(?P<b>.+) (?P<after>{any_of(words.kinds_after for words in _WORDS)}))"
)


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the table. `code` is the country's in ISO 3166-1, `country` its name.

    names: how many names the table has for it
    """

    name: str
    kind: str
    code: str
    country: str
    region: str
    latitude: float
    longitude: float
    inhabitants: int
    geonames: str
    names: int = 1


@dataclass(frozen=True, slots=True)
class Area:
    """A country, or a region of one: then `region` is its name, otherwise ""."""

    name: str
    code: str
    region: str

    def has(self, record: Record) -> bool:
        """Whether a place lies in it."""
        return record.code == self.code and self.region in ("", record.region)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the documents with a name are about.

    documents: how many there are
    named: how many of them name each country (ISO code)
    weight: for each country the sum of its shares in what they name of countries
    regions: how many of them name each region (code and name)
    common: whether the name is an ordinary word that they mostly do not use as a town's name
    """

    documents: int = 0
    named: Mapping[str, float] = field(default_factory=dict)
    weight: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    common: bool = False

    def share(self, record: Record) -> float:
        """How much the documents are about a place's country, from 0 to 1."""
        return self.weight.get(record.code, 0) / max(self.documents, 1)

    def in_region(self, record: Record) -> float:
        """The share of the documents that name a town's region, or another place there."""
        if record.kind not in ("city", "capital"):
            return 0.0
        return self.regions.get((record.code, record.region), 0) / max(self.documents, 1)

    def often(self, record: Record) -> float:
        """The share of the documents that name a place's country."""
        return self.named.get(record.code, 0) / max(self.documents, 1)


NOTHING = Surroundings()


@dataclass(frozen=True, slots=True)
class GazetteerMatch:
    """What a name may stand for.

    record: the likeliest place
    score: how likely
    rivals: other places that are nearly as likely
    contested: whether there are other places of the name at all
    in_context: whether the same documents mention its country
    elsewhere: whether they are mostly about another country and do not mention its own
    common: whether the name is an ordinary word that the documents do not use as a town's name
    told: how a source says itself which place it is, if one does ("Moscow, Idaho")
    strange: whether the name is hardly ever used for the city, and most documents do not mention
        its country: in Spanish "casablanca" is a white house
    """

    record: Record
    score: float = 0.0
    rivals: tuple[Record, ...] = ()
    contested: bool = False
    in_context: bool = False
    elsewhere: bool = False
    strange: bool = False
    common: bool = False
    told: Reason | None = None

    @property
    def sure(self) -> bool:
        """Whether the name is taken to mean the place."""
        if self.told:
            return True
        if self.rivals or self.elsewhere or self.strange or self.common:
            return False
        return self.score >= (_LEAST if self.contested else _ALONE)


class Gazetteer:
    """The lines of the table for the names of one archive, and all countries."""

    def __init__(self, forms: Collection[str]) -> None:
        """`forms`: the normalised forms of all names that will be looked up."""
        wanted = set(forms) | {_bare(form)[0] for form in forms}
        self._records: dict[str, list[Record]] = {}
        self._countries: list[Record] = []
        for own, record in _rows(wanted):
            for form in own if record.kind == "country" else own & wanted:
                self._records.setdefault(form, []).append(record)
            if record.kind == "country":
                self._countries.append(record)

    def all(self, form: str) -> Sequence[Record]:
        """All places with a name, even small ones."""
        return self._records.get(form, ())

    def areas(self, form: str) -> Sequence[Area]:
        """The countries and regions with a name."""
        return (
            ()
            if _VAGUE.fullmatch(form)
            else [
                Area(r.name, r.code, r.region)
                for r in self.all(form)
                if r.kind in ("country", "region")
            ]
        )

    def is_city(self, form: str) -> bool:
        """Whether a capital or another large city goes by a name."""
        return any(
            form in usual_names(r)
            for r in self.all(form)
            if r.kind == "capital" or (r.kind == "city" and r.inhabitants >= _LARGE)
        )

    def find(self, form: str, near: Surroundings = NOTHING) -> GazetteerMatch | None:
        """The place that a name stands for; None when the table does not have it.

        form: the normalised form of the name
        """
        name, records = self._possible(form)
        records = self._with_namesakes(name, records, near)
        dwarfed = _dwarfed(records, near)
        # A country has many names; but Granada is not Grenada while a place is called Granada.
        own = any(name in usual_names(r) for r in records if r.kind != "country")

        def size(record: Record) -> float:
            inhabitants = math.log10(max(record.inhabitants, 10**_SMALLEST))
            usual = name in usual_names(record) or (record.kind == "country" and not own)
            return inhabitants + _KINDS[record.kind] - (not usual) * _OTHER_NAME

        def rank(record: Record) -> float:
            town = record.kind in ("city", "capital")
            known = _KNOWN * (math.log10(record.names) if town else 1)
            about = _CONTEXT * near.share(record) + _REGION * near.in_region(record)
            if record in dwarfed:
                about = 0
            return round(size(record) + known + about, 6)

        ordered = sorted(records, key=lambda r: (-rank(r), r.geonames, r.code, r.region))
        if not ordered:
            return None
        best, others = ordered[0], ordered[1:]
        close = [
            r
            for r in others
            if not _near(best, r)
            and (rank(best) - rank(r) < _MARGIN or _in_context(r, best, near.weight))
        ]
        in_context = near.often(best) > 0
        return GazetteerMatch(
            record=best,
            score=round(size(best) + _CONTEXT * near.often(best), 6),
            rivals=tuple(close),
            contested=bool(others),
            in_context=in_context,
            elsewhere=not in_context
            and _is_small(best)
            and _is_elsewhere(near, best, [r for r in others if r not in dwarfed]),
            strange=best.kind == "city"
            and is_latin(name)
            and not _alike(best, name, _FAR)
            and near.often(best) * 2 < 1,
            common=near.common and best.kind != "country" and near.in_region(best) * 2 < 1,
        )

    def _with_namesakes(self, name: str, records: list[Record], near: Surroundings) -> list[Record]:
        """The places of a name; of two countries called so for short, the one in the documents.

        Congo is the Republic of the Congo, or the Democratic Republic.
        """
        found = [r for r in records if r.kind == "country" and name not in usual_names(r)]
        if not found:
            return records
        alike = [r for r in self._countries if usual_names(r)[0].endswith(f" {name}")]
        alike = [*found, *(r for r in alike if r not in found)]
        if len(alike) == 1:
            return records
        alike.sort(key=near.often, reverse=True)
        return alike[:1] if near.often(alike[0]) > near.often(alike[1]) else []

    def _possible(self, form: str) -> tuple[str, list[Record]]:
        """The places that a name can mean, and the name, without the word for its kind."""
        asked, records = form, self._records.get(form, [])
        if _VAGUE.fullmatch(form):
            records = [record for record in records if record.kind == "country"]
        elif _NATURAL.fullmatch(form):
            records = [record for record in records if record.kind != "region"]
        elif not records:
            asked, before, after = _bare(form)
            records = self._records.get(asked, [])
            # The Golden State is not where a town called Golden is.
            if not _REGIONS.isdisjoint((before, after)):
                records = [r for r in records if r.kind in ("country", "region")]
            if after:  # "Bryansk region" is around Bryansk, but not the city
                places = (r for r in records if r.kind != "country")
                records = [replace(r, kind="region", geonames="") for r in places]

        records = [record for record in records if _plausible(record, asked)]
        if any(r.kind == "country" or asked in usual_names(r) for r in records):
            # Hong Kong is also called Victoria; but other places have it as their usual name.
            records = [r for r in records if r.kind == "country" or _alike(r, asked)]
        return asked, records


def _dwarfed(records: Sequence[Record], near: Surroundings) -> Collection[Record]:
    """Small towns of a famous city's name for which no more speaks than their country.

    Much is about the United States that does not mean Geneva in Illinois.
    """
    famous = [r for r in records if r.kind in ("city", "capital") and r.names >= _FAMOUS]
    most = max((r.inhabitants for r in famous), default=0)
    return {
        r
        for r in records
        if r.kind == "city" and r.inhabitants * _DWARFED <= most and not near.in_region(r)
    }


def _is_small(record: Record) -> bool:
    """Whether a place is so small that another country in its documents raises a doubt."""
    largest = {"region": _COUNTRY_SIZED, "city": _LARGE}
    return record.inhabitants < largest.get(record.kind, 0)


def _is_elsewhere(near: Surroundings, best: Record, others: Iterable[Record]) -> bool:
    """Whether half of what the documents are about is another country.

    That a city is known all over the world makes up for it, unless the country has a place of that
    name: Geneva, where Syrians meet, but not the Venice of sources about Louisiana. For a small
    town it is enough that they are about other countries.
    """
    if best.inhabitants < 10**_LEAST and best.names < _FAMOUS:
        return sum(near.weight.values()) * 2 >= near.documents > 0
    heavy = {code for code, weight in near.weight.items() if weight * 2 >= near.documents}
    if best.kind == "city" and best.names >= _FAMOUS:
        heavy &= {record.code for record in others}
    return bool(heavy)


def _in_context(record: Record, best: Record, weight: Mapping[str, float]) -> bool:
    """Whether a large place fits the context better than the likeliest: Georgia in the US."""
    heavier = weight.get(record.code, 0) > weight.get(best.code, 0)
    return record.inhabitants >= _LARGE and heavier


def usual_names(record: Record) -> tuple[str, str]:
    """The names that a place goes by: its own, and for New York City that without "City"."""
    name = normalised_form(record.name)
    return name, without_city(name) if record.inhabitants >= _LARGE else name


def _plausible(record: Record, form: str) -> bool:
    """Whether a place is large enough, and the name similar enough to its own, to be meant."""
    if record.kind == "country" or record.inhabitants >= _LARGE:
        return True
    return record.inhabitants >= _TOWN and _alike(record, form)


def _alike(record: Record, form: str, threshold: float = _ALIKE) -> bool:
    """Whether a name is the place's own, or another spelling of it."""
    own = (anyascii(name) for name in usual_names(record))
    return any(SequenceMatcher(None, anyascii(form), name).ratio() >= threshold for name in own)


def _near(one: Record, other: Record) -> bool:
    """Whether two places with one name are nearly one: a city and the region around it."""
    apart = abs(one.latitude - other.latitude) + abs(one.longitude - other.longitude)
    region, inside = (one, other) if one.kind == "region" else (other, one)
    around = region.kind == "region" and inside.region == region.name
    return one.code == other.code and (apart < 2 or around)


def _bare(form: str) -> tuple[str, str, str]:
    """A name without the word for its kind, and that word if it precedes, and if it follows it."""
    match = _WHAT.fullmatch(form)
    if not match:
        return form, "", ""
    return match["a"] or match["b"], match["before"] or "", match["after"] or ""


def table_lines() -> Iterator[tuple[set[str], str]]:
    """The table's lines: the forms of each, and its other columns, split by tabs."""
    with _TABLE.open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            head, _, rest = line.partition("\t")
            yield set(head.split("|")), rest.rstrip("\n")


def lines_with(wanted: Collection[str]) -> Iterator[tuple[set[str], str]]:
    """The table's lines for countries, and those that have one of the forms."""
    for forms, rest in table_lines():
        if rest.startswith("country\t") or not forms.isdisjoint(wanted):
            yield forms, rest


def _rows(wanted: Collection[str]) -> Iterator[tuple[set[str], Record]]:
    """The lines of `lines_with`."""
    found = [(forms, rest.split("\t")) for forms, rest in lines_with(wanted)]
    countries = {columns[2]: columns[1] for _, columns in found if columns[0] == "country"}
    for forms, (kind, name, code, region, north, east, number, identity) in found:
        numbers = float(north), float(east), int(number), identity
        country = countries.get(code, "")
        yield forms, Record(name, kind, code, country, region, *numbers, names=len(forms))
