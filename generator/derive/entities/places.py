"""Which place a name stands for, and which names stand for one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.derive.entities.gazetteer import Finding, Gazetteer
from generator.derive.entities.normalise import Memo, plain_form, without_city
from generator.derive.entities.resolver import Key, Named, Work, keys_of, most_frequent
from generator.lang import LANGUAGES
from generator.model import Analysis, Document, Mention, Place

ABBREVIATED = "a usual abbreviation of the name"
_SHORT = {
    short: name
    for language in LANGUAGES.values()
    for name, abbreviations in language.places.abbreviations.items()
    for short in abbreviations
}


def join_places(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], named: Named, work: Work
) -> Mapping[Key, Finding]:
    """Find the places of an archive and join names of one place; the findings by their names."""
    count = keys_of(named, "place")
    _join_short(count, work)
    forms = Memo(plain_form)  # of few countries, which come again and again
    adjectives = {d.id: _countries(analyses[d.id].adjectives, forms) for d in documents}
    by_document = {
        d.id: {work.root(key) for key in named.keys_in[d.id] if key[0] == "place"}
        | {work.root(key) for key in _listed(d)}
        for d in documents
    }
    roots = sorted(set().union(*by_document.values(), *adjectives.values()))
    gazetteer = Gazetteer({form for _, form in roots})
    findings = _find(roots, by_document, adjectives, gazetteer)
    _join_same(findings, count, work)
    return findings


def _listed(document: Document) -> list[Key]:
    return [("place", plain_form(name)) for name in document.places]


def _countries(adjectives: Iterable[Mention], forms: Mapping[str, str]) -> set[Key]:
    return {("place", forms[mention.name]) for mention in adjectives}


def _join_short(count: Iterable[Key], work: Work) -> None:
    for key in sorted(count):
        if key[1] in _SHORT:
            work.join(key, ("place", _SHORT[key[1]]), ABBREVIATED)


def _find(
    roots: Sequence[Key],
    named: Mapping[str, set[Key]],
    adjectives: Mapping[str, set[Key]],
    gazetteer: Gazetteer,
) -> dict[Key, Finding]:
    """The place of each name, with the countries that the same documents name as context."""
    code: dict[Key, str] = {}
    for key in roots:
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
            # A name is no evidence for itself.
            near[key].update(c for c, others in by_code.items() if others - {key})
    found = {key: gazetteer.find(key[1], near[key], number[key]) for key in roots}
    return {key: finding for key, finding in found.items() if finding}


def _join_same(findings: Mapping[Key, Finding], count: Mapping[Key, int], work: Work) -> None:
    """Names of one line of the gazetteer are one: "Kiev" and "Kyiv"; not a city and its region."""
    same: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, finding in findings.items():
        if finding.sure and finding.record.geonames:
            same[finding.record.geonames, finding.record.kind].append(key)
    for keys in same.values():
        # "Gaza" may be the strip and "New York" the state: the city's longer name stays apart.
        plain = {key[1] for key in keys}
        keys = [key for key in keys if without_city(key[1]) not in plain - {key[1]}]
        best = most_frequent(keys, count)
        record = findings[best].record
        where = record.name if record.kind == "country" else f"{record.name}, {record.country}"
        for key in keys:
            if key != best:
                work.join(key, best, f"a name of the same place in GeoNames ({where})")


def place_of(finding: Finding | None) -> Place | None:
    """Where a place is, if that is sure."""
    if finding is None or not finding.sure:
        return None
    record = finding.record
    reason = "the name in GeoNames"
    if finding.contested:
        reason = "the likeliest of the places with this name in GeoNames"
    if finding.in_context:
        reason += "; the same sources name its country"
    return Place(
        name=record.name,
        kind=record.kind,
        country=record.country,
        latitude=record.latitude,
        longitude=record.longitude,
        geonames=record.geonames,
        reason=reason,
    )
