"""Which place a name stands for, and which names stand for one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.derive.entities.gazetteer import Finding, Gazetteer
from generator.derive.entities.normalise import Memo, plain_form
from generator.derive.entities.resolver import Key, Named, Work, keys_of, most_frequent
from generator.model import Analysis, Document, Mention, Place

ABBREVIATED = "a usual abbreviation of the name"
# Abbreviations that stand for places in newspapers and addresses, and cities by their initials.
_SHORT = {
    "alabama": "ala", "arizona": "ariz az", "arkansas": "ark", "california": "cal calif ca",
    "colorado": "colo", "connecticut": "conn ct", "delaware": "del", "florida": "fla fl",
    "illinois": "ill il", "indiana": "ind", "kansas": "kan ks", "kentucky": "ky",
    "louisiana": "la.", "maryland": "md", "massachusetts": "mass ma", "michigan": "mich mi",
    "minnesota": "minn mn",
    "mississippi": "miss ms", "missouri": "mo", "montana": "mont mt", "nebraska": "neb",
    "nevada": "nev nv", "new hampshire": "nh", "new jersey": "nj", "new mexico": "nm",
    "north carolina": "nc", "north dakota": "nd", "oklahoma": "okla ok",
    "oregon": "ore", "pennsylvania": "pa", "rhode island": "ri", "south carolina": "sc",
    "south dakota": "sd", "tennessee": "tenn tn", "texas": "tex tx", "vermont": "vt",
    "virginia": "va", "west virginia": "wva wv", "wisconsin": "wis wi",
    "wyoming": "wyo wy", "san francisco": "sf", "new york city": "nyc",
    "washington dc": "washington d.c.|washington d. c.|dc", "saint petersburg": "st petersburg|spb",
}  # fmt: skip


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
    full = {}
    for name, written in _SHORT.items():
        for short in written.split("|") if "|" in written else written.split():
            full[short] = name
    for key in sorted(count):
        if key[1] in full:
            name = full[key[1]]
            work.join(key, ("place", name), ABBREVIATED)


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
        keys = [key for key in keys if key[1].removesuffix(" city") not in plain - {key[1]}]
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
