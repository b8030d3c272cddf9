"""Which place a name means, and which names mean one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.derive.entities.gazetteer import Gazetteer, GazetteerMatch
from generator.derive.entities.mention_index import Key, most_frequent
from generator.derive.entities.normalise import Memo, normalised_form, without_city
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.workspace import Workspace
from generator.lang import LANGUAGES
from generator.model import Document, Mention, Place, reason

ABBREVIATED = reason("place-abbreviation")
_SHORT = {
    short: name
    for language in LANGUAGES.values()
    for name, abbreviations in language.places.abbreviations.items()
    for short in abbreviations
}


def merge_place_abbreviations(space: Workspace) -> None:
    """Merge "Calif." with California."""
    for key in sorted(space.index.of_types("place")):
        if key[1] in _SHORT:
            space.resolver.merge(key, ("place", _SHORT[key[1]]), ABBREVIATED)


def merge_same_places(space: Workspace) -> None:
    """Look all places up and merge the names of one: "Kiev" and "Kyiv".

    Sets `Workspace.places`.
    """
    resolver = space.resolver
    forms = Memo(normalised_form)  # of few countries, which recur often
    adjectives = {d.id: _countries(space.analyses[d.id].adjectives, forms) for d in space.documents}
    by_document = {
        d.id: {resolver.canonical(key) for key in space.index.keys_in[d.id] if key[0] == "place"}
        | {resolver.canonical(key) for key in _listed(d)}
        for d in space.documents
    }
    names = sorted(set().union(*by_document.values(), *adjectives.values()))
    gazetteer = Gazetteer({form for _, form in names})
    space.places = _find(names, by_document, adjectives, gazetteer)
    _merge_matches(space.places, space.index.of_types("place"), resolver)


def _listed(document: Document) -> list[Key]:
    return [("place", normalised_form(name)) for name in document.places]


def _countries(adjectives: Iterable[Mention], forms: Mapping[str, str]) -> set[Key]:
    return {("place", forms[mention.name]) for mention in adjectives}


def _find(
    names: Sequence[Key],
    named: Mapping[str, set[Key]],
    adjectives: Mapping[str, set[Key]],
    gazetteer: Gazetteer,
) -> dict[Key, GazetteerMatch]:
    """The place of each name, with the countries that the same documents mention as context."""
    code: dict[Key, str] = {}
    for key in names:
        alone = gazetteer.find(key[1], Counter(), 0)
        if alone and alone.sure:
            code[key] = alone.record.code
    near: dict[Key, Counter[str]] = defaultdict(Counter)
    number: Counter[Key] = Counter()
    for document, own in named.items():
        by_code: dict[str, set[Key]] = defaultdict(set)
        for key in (own | adjectives[document]) & code.keys():
            by_code[code[key]].add(key)
        for key in own:
            number[key] += 1
            # A name is not evidence for itself.
            near[key].update(c for c, same in by_code.items() if len(same) > 1 or key not in same)
    found = {key: gazetteer.find(key[1], near[key], number[key]) for key in names}
    return {key: match for key, match in found.items() if match}


def _merge_matches(
    matches: Mapping[Key, GazetteerMatch], count: Mapping[Key, int], resolver: Resolver
) -> None:
    """Merge the names with one line of the gazetteer; not those of a city and its region."""
    same: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, match in matches.items():
        if match.sure and match.record.geonames:
            same[match.record.geonames, match.record.kind].append(key)
    for keys in same.values():
        # "Gaza" may be the strip and "New York" the state: the city's longer name stays apart.
        plain = {key[1] for key in keys}
        keys = [k for k in keys if (bare := without_city(k[1])) == k[1] or bare not in plain]
        best = most_frequent(keys, count)
        record = matches[best].record
        where = record.name if record.kind == "country" else f"{record.name}, {record.country}"
        for key in keys:
            if key != best:
                resolver.merge(key, best, reason("same-place", place=where))


def place_of(match: GazetteerMatch | None) -> Place | None:
    """Where a place is, if that is certain."""
    if match is None or not match.sure:
        return None
    record = match.record
    if match.contested:
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
