"""Which town a source means, where the source says so itself.

"Moscow, Idaho" is not the capital of Russia: the region or the country right behind a town's name
decides which of the towns of that name is meant, there and wherever else the same source has the
name, unless it writes of two of them. Failing that, the source's own coordinates decide. Only what
differs from the place that the name stands for anyway becomes a name of its own: "London, England"
is London.

Lists look the same: "flights to Mexico, Texas and Cuba". So where the first name may be a country
or the second a city, nothing may follow as a list goes on. A town that the gazetteer does not have
in the region is on no map: the one that has its name is elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator.derive.entities.gazetteer import (
    Area,
    Gazetteer,
    GazetteerMatch,
    Record,
    usual_names,
)
from generator.derive.entities.mention_index import Key, Resolution
from generator.derive.entities.normalise import Memo, normalised_form
from generator.derive.entities.positions import nearest
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Document, Mention, Provenance, reason

_WORDS = [language.places for language in LANGUAGES.values()]
_IN = any_of(words.inside for words in _WORDS)
_JOINER = any_of(words.joiners for words in _WORDS)
_KIND = any_of(words.kinds_after for words in _WORDS)
_POSTAL = {short: name for words in _WORDS for name, own in words.postal.items() for short in own}
_BEHIND = re.compile(rf"(?P<comma>,)\s| \(|,? (?P<in>{_IN}) ")
_COUNTY = re.compile(rf"[^\W\d_][^,.;:()\n]{{1,30}} (?i:{_KIND}), ")
_GOES_ON = re.compile(rf"(?:,? {_JOINER}|,) ")
_CLOSED = re.compile(r"[,.;:!?)(\]\"”—–\n]|\Z")
_WORD = re.compile(r"[^\W\d_](?:[\w'’&-]|\.(?=\w))*\.?")
_MOST = 4  # words of the name of a region
_AHEAD = 60  # characters behind a town's name in which a list may go on
# Regions that are usually written behind a town's name.
_USUAL = frozenset(_POSTAL.values())

_TOWNS = ("city", "capital")

Position = tuple[float, float]  # latitude and longitude
Pairs = Sequence[tuple[Mention, Key]]


@dataclass(frozen=True, slots=True)
class Town:
    """A town that sources tell apart from others of its name.

    name: with its region
    match: None if the gazetteer does not have it
    alone: whether it is the only place of the name
    """

    name: str
    match: GazetteerMatch | None
    alone: bool


@dataclass(slots=True)
class Towns:
    """All towns that sources tell apart from others of their names.

    pairs: the mentions of each document with their keys; such a town has a key of its own
    short: for each document, what the town's name alone stands for there
    towns: by their keys
    spelled: keys by the form of a name with its region, as front matter lists it
    points: places that only sources' coordinates place, by the forms of their names
    """

    pairs: dict[str, Pairs] = field(default_factory=dict)
    short: dict[str, dict[Key, Resolution]] = field(default_factory=dict)
    towns: dict[Key, Town] = field(default_factory=dict)
    spelled: dict[str, Key] = field(default_factory=dict)
    points: dict[str, dict[Record, Key]] = field(default_factory=dict)

    def listed(self, name: str) -> Key:
        """The key of a place that front matter lists."""
        form = normalised_form(name)
        return self.spelled.get(form, ("place", form))


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a source says that a name means.

    form: the name without its region
    area: where the source says it is
    record: the place there; None if the gazetteer has none
    usual: whether the name stands for it without the region as well
    near: whether only the source's coordinates say so
    """

    form: str
    area: Area
    record: Record | None
    usual: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The name of a country or a region in a text. `short`: written as in an address."""

    form: str
    areas: Collection[Area]
    end: int
    short: bool


def find_towns(
    documents: Iterable[Document], pairs: Mapping[str, Pairs], gazetteer: Gazetteer
) -> Towns:
    """The towns that these documents tell apart from others."""
    reader, found = _Reader(gazetteer), Towns()
    for document in documents:
        reader.add(document, pairs[document.id], found)
    return found


def forms_to_look_up(documents: Iterable[Document], pairs: Mapping[str, Pairs]) -> Iterator[str]:
    """The forms of all names of places, and of what may be a region behind one."""
    forms = Memo(normalised_form)
    for document in documents:
        for mention, key in pairs[document.id]:
            if key[0] == "place":
                yield key[1]
                head = mention.text.partition(",")[0]
                yield forms[head]
                at = mention.provenance.start + len(head)
                yield from (forms[spelled] for spelled in _behind(document.text, at))
        for name in document.places:
            head = name.partition(",")[0]
            yield from (forms[spelled] for spelled in (name, head, *_behind(name, len(head))))


def _behind(text: str, at: int) -> Iterator[str]:
    """What may be names of regions behind a name that ends at an offset, or later in a list."""
    joint = _BEHIND.match(text, at)
    if joint:
        yield from (text[joint.end() : end] for end in _ends(text, joint.end()))
        for further in islice(_GOES_ON.finditer(text, joint.end(), joint.end() + _AHEAD), 2):
            yield from (text[further.end() : end] for end in _ends(text, further.end()))


def _ends(text: str, at: int) -> list[int]:
    """Where a name of one, two and more words may end that begins at an offset."""
    ends: list[int] = []
    while len(ends) < _MOST:
        word = _WORD.match(text, ends[-1] + 1 if ends else at)
        if not word or (not ends and not word[0][0].isupper()):
            break
        ends.append(word.end())
        if text[word.end() : word.end() + 1] != " ":
            break
    return ends


class _Reader:
    """Reads what documents say of towns."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._forms = Memo(normalised_form)
        self._usual: Memo[str, Record | None] = Memo(self._find_usual)

    def _find_usual(self, form: str) -> Record | None:
        """The place for which a name stands by itself."""
        match = self._gazetteer.find(form)
        return match.record if match and match.sure else None

    def add(self, document: Document, pairs: Pairs, found: Towns) -> None:
        """Add what a document says."""
        said: dict[str, dict[Key, Provenance | None]] = {}
        ends = {m.provenance.end for m, key in pairs if key[0] == "place"}
        own: list[tuple[Mention, Key]] = []
        for mention, key in pairs:
            sense = self._behind(document.text, mention, ends) if key[0] == "place" else None
            if sense:
                town = self._note(sense, mention.name, found)
                said.setdefault(sense.form, {}).setdefault(town, mention.provenance)
                own.append((mention, town))
            else:
                own.append((mention, key))
        for name in document.places:
            head = name.partition(",")[0]
            sense = self._in_area(self._forms[head], name, len(head), listed=False)
            if sense:
                town = found.spelled[self._forms[name]] = self._note(sense, name, found)
                said.setdefault(sense.form, {}).setdefault(town, None)
        found.pairs[document.id] = own
        found.short[document.id] = _short(said, found)
        if document.coordinates:
            self._add_near(document.coordinates, document, said, found)
            self._add_point(document.coordinates, document, said, found)

    def _add_near(
        self, position: Position, document: Document, said: Collection[str], found: Towns
    ) -> None:
        """Add the towns near a document's coordinates, for names of which it says nothing else."""
        named = [key for _, key in found.pairs[document.id]]
        for key in dict.fromkeys((*named, *map(found.listed, document.places))):
            kind, form = key
            if kind != "place" or form in said or key in found.towns:
                continue
            usual = self._usual[form]
            if usual and (usual.kind not in _TOWNS or nearest([usual], position)):
                continue
            near = nearest([r for r in self._gazetteer.all(form) if r.kind in _TOWNS], position)
            if near:
                area = Area(near.region or near.country, near.code, near.region)
                town = self._note(_Sense(form, area, near, near=True), near.name, found)
                why = reason("coordinates-of-source")
                found.short[document.id][key] = Resolution(town, why)

    def _add_point(
        self, position: Position, document: Document, said: Collection[str], found: Towns
    ) -> None:
        """Add the one place that a document lists, where the gazetteer has none near it."""
        if len(document.places) != 1:
            return
        key = found.listed(document.places[0])
        form = key[1]
        if form in said or key in found.towns or key in found.short[document.id]:
            return
        records = self._gazetteer.all(form)
        # What is large has no point: coordinates of Idaho may be anywhere in it.
        if nearest(records, position) or any(r.kind not in _TOWNS for r in records):
            return
        points = found.points.setdefault(form, {})
        near = nearest(points, position)
        if near:
            point = points[near]
        else:
            point = "place", f"{form} {len(points)}" if records or points else form
            record = Record(document.places[0], "point", "", "", "", *position, 0, "")
            match = GazetteerMatch(record, told=reason("coordinates-of-record"))
            found.towns[point] = Town(document.places[0], match, alone=True)
            points[record] = point
        if point != key:
            found.short[document.id][key] = Resolution(point, reason("coordinates-of-record"))

    def _note(self, sense: _Sense, name: str, found: Towns) -> Key:
        """The key of what a name means; a new one if the name alone does not stand for it."""
        if sense.usual:
            return "place", sense.form
        full = f"{name.partition(',')[0]}, {sense.area.name}"
        key: Key = ("place", self._forms[full])
        if key not in found.towns:
            alone = len(self._gazetteer.all(sense.form)) == 1 and sense.record is not None
            found.towns[key] = Town(full, _match(sense, full), alone)
        return key

    def _behind(self, text: str, mention: Mention, ends: Collection[int]) -> _Sense | None:
        """What a mention means, judging by what is right behind the town's name."""
        head = mention.text.partition(",")[0]
        if len(head) < len(mention.text) and self._gazetteer.all(self._forms[mention.name]):
            return None  # "Washington, D.C." is itself a name in the table
        start = mention.provenance.start
        listed = text[start - 2 : start] == ", " and start - 2 in ends
        return self._in_area(self._forms[head], text, start + len(head), listed=listed)

    def _in_area(self, form: str, text: str, at: int, *, listed: bool) -> _Sense | None:
        """What a name means that ends at an offset of a text, if an area follows.

        listed: whether a list has led to the name
        """
        joint = _BEHIND.match(text, at)
        records = self._gazetteer.all(form)
        if not joint or not records:
            return None
        phrase = self._phrase(text, joint.end())
        county = None if phrase else _COUNTY.match(text, joint.end())
        phrase = self._phrase(text, county.end()) if county else phrase
        if not phrase:
            return None
        usual = self._usual[form]
        for area in phrase.areas:
            if usual and area.has(usual):
                return _Sense(form, area, usual, usual=True)
        # "Georgia, Washington" may be a list of areas, and "London, Washington" one of cities.
        wide = usual.kind not in _TOWNS if usual else bool(self._gazetteer.areas(form))
        either = wide or self._gazetteer.is_city(phrase.form)
        mixed = len({area.region == "" for area in phrase.areas}) > 1
        alone = not listed and self._ends_at(text, phrase)
        if (either or mixed) and not phrase.short and (joint["in"] or not alone):
            return None
        found = _largest(records, phrase.areas, form)
        if found or not joint["comma"] or either or mixed or not alone:
            return _Sense(form, *found) if found else None
        known = phrase.form in _USUAL
        regions = [area for area in phrase.areas if area.region and known]
        return _Sense(form, regions[0], None) if regions else None

    def _phrase(self, text: str, at: int) -> _Phrase | None:
        """The longest name of countries or regions that begins at an offset."""
        for end in reversed(_ends(text, at)):
            spelled = text[at:end]
            postal = _POSTAL.get(spelled)
            form = postal or self._forms[spelled]
            areas = self._gazetteer.areas(form)
            if areas:
                stop = spelled.endswith(".") and not postal
                return _Phrase(form, areas, end - stop, postal is not None)
        return None

    def _ends_at(self, text: str, phrase: _Phrase) -> bool:
        """Whether a clause or its aside ends behind an area, and no list goes on."""
        if not phrase.short and not _CLOSED.match(text, phrase.end):
            return False
        goes_on = _GOES_ON.match(text, phrase.end)
        following = self._phrase(text, goes_on.end()) if goes_on else None
        if not following:
            return True
        # "Cairo, Illinois, United States"
        around = {area.code for area in following.areas if not area.region}
        return any(area.code in around for area in phrase.areas)


def _largest(
    records: Iterable[Record], areas: Iterable[Area], form: str
) -> tuple[Area, Record] | None:
    """The place of some of one name that lies in one of the areas, with that; the largest."""
    found = [
        (area, record)
        for record in records
        for area in areas
        if area.has(record)
        and (record.kind in _TOWNS or (record.kind == "region" and not area.region))
    ]
    return max(found, key=lambda f: (form in usual_names(f[1]), f[1].inhabitants), default=None)


def _match(sense: _Sense, name: str) -> GazetteerMatch | None:
    if sense.record is None:
        return None
    why = reason("coordinates-of-source") if sense.near else reason("region-given", name=name)
    return GazetteerMatch(sense.record, told=why)


def _short(
    said: Mapping[str, Mapping[Key, Provenance | None]], found: Towns
) -> dict[Key, Resolution]:
    """What the names alone stand for in a document that says what they mean."""
    short: dict[Key, Resolution] = {}
    for form, towns in said.items():
        (town, where), *others = towns.items()
        if not others and town in found.towns:
            why = reason("region-in-source", name=found.towns[town].name)
            short["place", form] = Resolution(town, why, evidence=(where,) if where else ())
    return short
