"""Which place a name means, and which names mean one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.derive.entities.gazetteer import NOTHING, Gazetteer, GazetteerMatch
from generator.derive.entities.mention_index import Key, most_frequent
from generator.derive.entities.normalise import Memo, normalised_form, without_city
from generator.derive.entities.surroundings import surroundings
from generator.derive.entities.towns import Pairs, Towns, forms_to_look_up
from generator.derive.entities.workspace import Workspace
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Analysis, Document, Place, reason

ABBREVIATED = reason("place-abbreviation")
_SHORT = {
    short: name
    for language in LANGUAGES.values()
    for name, abbreviations in language.places.abbreviations.items()
    for short in abbreviations
}
_WORDS = [language.places for language in LANGUAGES.values()]
_REGIONS = frozenset(name for words in _WORDS for name in words.postal)
_COMMON = frozenset[str]().union(*(words.common for words in _WORDS))
_WHERE = re.compile(rf"\b(?i:{any_of(words.prepositions for words in _WORDS)})\s$")
_TITLE = re.compile(rf"\b(?i:{any_of(words.titles for words in _WORDS)})\s$")
_LONGEST = 12  # characters before a name that may hold such a word


def merge_place_abbreviations(space: Workspace) -> None:
    """Merge "Calif." with California."""
    for key in sorted(space.index.of_types("place")):
        if key[1] in _SHORT:
            space.resolver.merge(key, ("place", _SHORT[key[1]]), ABBREVIATED)


def gazetteer_of(
    documents: Sequence[Document], pairs: Mapping[str, Pairs], analyses: Mapping[str, Analysis]
) -> Gazetteer:
    """The gazetteer for all names of places in an archive."""
    countries = {word.name for analysis in analyses.values() for word in analysis.adjectives}
    forms = {*forms_to_look_up(documents, pairs), *map(normalised_form, countries)}
    return Gazetteer(forms | set(_SHORT.values()) | _REGIONS)


def merge_same_places(space: Workspace) -> None:
    """Look all places up and merge the names of one: "Kiev" and "Kyiv".

    Sets `Workspace.places`.
    """
    space.places = _find(space)
    for key, town in _only_towns(space.towns).items():
        match = space.places.get(key)
        if not (match and match.sure) and town not in space.places:
            space.resolver.merge(
                key, town, reason("region-given", name=space.towns.towns[town].name)
            )
    _merge_matches(space)


def _find(space: Workspace) -> dict[Key, GazetteerMatch]:
    """The place of each name, in view of what the documents that have it are about."""
    gazetteer, towns = space.gazetteer, space.towns.towns
    own, peoples = _named(space)
    found = {key: town.match for key, town in towns.items() if town.match}
    names = sorted(set().union(*own.values(), *peoples.values()) - towns.keys())
    alone = {key: match for key in names if (match := gazetteer.find(key[1])) and match.sure}
    # What only a source's coordinates place is in no country that could be context for others.
    records = {key: m.record for key, m in (alone | found).items() if m.record.code}
    near = surroundings(own, peoples, records)
    common = _common(space)
    only = _only_towns(space.towns)
    for key in names:
        about = near.get(key, NOTHING)
        match = gazetteer.find(key[1], replace(about, common=key in common))
        # The only one of its name of which sources say where it is, and likely enough.
        town = found.get(only[key]) if key in only else None
        if town and not (match and (match.sure or match.common)):
            largest = max(gazetteer.all(key[1]), key=lambda record: record.inhabitants)
            match = town if about.often(town.record) or town.record == largest else match
        if match:
            found[key] = match
    return found


def _named(space: Workspace) -> tuple[dict[str, Counter[Key]], dict[str, Counter[Key]]]:
    """For each document how often it names places, and countries by words for their peoples."""
    forms = Memo(normalised_form)  # of few countries, which recur often
    canonical = space.resolver.canonical
    own: dict[str, Counter[Key]] = {}
    peoples: dict[str, Counter[Key]] = {}
    for document in space.documents:
        short = space.towns.short[document.id]
        keys = [key for _, key in space.index[document.id] if key[0] == "place"]
        keys += [space.towns.listed(name) for name in document.places]
        own[document.id] = Counter(
            canonical(short[key].antecedent if key in short else key) for key in keys
        )
        words = space.analyses[document.id].adjectives
        peoples[document.id] = Counter(("place", forms[word.name]) for word in words)
    return own, peoples


def _common(space: Workspace) -> set[Key]:
    """The names that mostly do not say where something is: ordinary words, titles of peers."""
    listed = {space.towns.listed(name) for d in space.documents for name in d.places}
    index, texts = space.index, {d.id: d.text for d in space.documents}
    found = set()
    for key in index.of_types("place"):
        if key in listed:
            continue
        where = [m.provenance for d in index.having[key] for m, k in index[d] if k == key]
        before = [texts[w.document][max(w.start - _LONGEST, 0) : w.start] for w in where]
        inside = sum(_WHERE.search(text) is not None for text in before)
        titles = sum(_TITLE.search(text) is not None for text in before)
        if (key[1] in _COMMON and inside * 2 <= len(where)) or titles * 2 > len(where):
            found.add(key)
    return found


def _only_towns(towns: Towns) -> dict[Key, Key]:
    """For each name the town that sources mean by it, if they say so of one only."""
    meant: dict[Key, set[Key]] = defaultdict(set)
    for short in towns.short.values():
        for key, resolution in short.items():
            meant[key].add(resolution.antecedent)
    return {key: town for key, (town, *others) in meant.items() if not others}


def _merge_matches(space: Workspace) -> None:
    """Merge the names with one line of the gazetteer; not those of a city and its region."""
    matches, towns = space.places, space.towns.towns
    same: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, match in matches.items():
        if match.sure and match.record.geonames:
            same[match.record.geonames, match.record.kind].append(key)
    for keys in same.values():
        # "Gaza" may be the strip and "New York" the state: the city's longer name stays apart.
        plain = {key[1] for key in keys}
        keys = [k for k in keys if (bare := without_city(k[1])) == k[1] or bare not in plain]
        # The name alone, if that is enough: "Cambridge" rather than "Cambridge, Massachusetts".
        usual = [key for key in keys if key not in towns] or keys
        best = most_frequent(usual, space.index.count)
        record = matches[best].record
        where = record.name if record.kind == "country" else f"{record.name}, {record.country}"
        for key in keys:
            if key != best:
                space.resolver.merge(key, best, reason("same-place", place=where))


def place_of(match: GazetteerMatch | None) -> Place | None:
    """Where a place is, if that is certain."""
    if match is None or not match.sure:
        return None
    record = match.record
    if match.told:
        why = match.told
    elif match.contested:
        why = reason("likeliest-in-context" if match.in_context else "likeliest-in-geonames")
    else:
        why = reason("geonames-in-context" if match.in_context else "name-in-geonames")
    return Place(
        name=record.name,
        kind=record.kind,
        country=record.country,
        latitude=record.latitude,
        longitude=record.longitude,
        geonames=record.geonames,
        reason=why,
    )
