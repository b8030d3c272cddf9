"""The figures that can belong to a series, with all by which they are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.lang import language_of
from generator.model import (
    Claim,
    CorrectedFigure,
    Document,
    Entity,
    Figure,
    Provenance,
    inner_claim,
)
from generator.model.dates import chronological

# Measure, unit, and of a share what it is a share of: only figures alike in these are compared.
Kind = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with its sentence.

    giver: who gives it: an entity's id, a name, or the publisher; of a source alone its document
    day: ISO date for which it is given
    noun: what is counted, if that is more special than people ("soldiers"), or ""
    places: ids of the places in its sentence other than countries
    is_known: whether its measure says what happened to them, or things are counted, not people
    """

    figure: Figure
    where: Provenance
    giver: str
    day: str
    noun: str
    places: frozenset[str]
    is_known: bool


class Named:
    """What sentences and documents name.

    places: of each sentence, by document and anchor; local: those other than countries
    usual: by document, organisations and places other than countries
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.places: dict[tuple[str, str], set[str]] = {}
        self.local: dict[tuple[str, str], set[str]] = {}
        self.usual: dict[str, set[str]] = {}
        for entity in entities:
            if entity.type == "person":
                continue
            is_country = entity.place is not None and entity.place.kind == "country"
            for name in () if is_country else entity.documents:
                self.usual.setdefault(name, set()).add(entity.id)
            for mention in entity.mentions if entity.type == "place" else ():
                key = mention.provenance.document, mention.provenance.anchor
                self.places.setdefault(key, set()).add(entity.id)
                if not is_country:
                    self.local.setdefault(key, set()).add(entity.id)


def by_kind(
    figures: Iterable[tuple[Figure, Provenance]],
    documents: Mapping[str, Document],
    named: Named,
    claims: Iterable[Claim],
    corrected: Iterable[CorrectedFigure] = (),
) -> dict[Kind, list[Given]]:
    """The figures by kind.

    None that are vague, only add to another, or are money; and none of which a sentence gives
    several by one holder: it is about several things.

    corrected: those that editors changed
    """
    givers = {c.key: c.entity or c.holder for c in corrected if c.holder is not None}
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        said.setdefault((claim.where.document, claim.where.anchor), []).append(claim)
    found: dict[Kind, list[Given]] = {}
    for figure, where in figures:
        if not figure.measure or figure.unit not in ("", "%"):
            continue
        if figure.adds or figure.bound == "vague":
            continue
        document = documents[where.document]
        key = where.document, where.anchor
        place = figure.start - where.start
        whole = document.text[slice(*figure.whole)].lower() if figure.unit else ""
        given = Given(
            figure,
            where,
            _giver(document, said.get(key, ()), figure.start, givers.get((*key, place))),
            _day(document, figure),
            _noun(document, figure),
            frozenset(named.local.get(key, ())),
            figure.measure not in language_of(document.language).figures.people,
        )
        found.setdefault((figure.measure, figure.unit, whole), []).append(given)
    return {kind: _single(own) for kind, own in found.items()}


def _single(own: Sequence[Given]) -> list[Given]:
    places = [(g.where.document, g.where.anchor, g.giver, g.noun, g.figure.since) for g in own]
    count = Counter(places)
    return [given for given, place in zip(own, places, strict=True) if count[place] == 1]


def _giver(document: Document, claims: Sequence[Claim], place: int, named: str | None) -> str:
    """Who gives a figure. `named`: by the editors, "" the source itself; None if they do not say"""
    claim = inner_claim(claims, place) if named is None else None
    name = (claim.entity or claim.refers or claim.holder) if claim else named
    return name or document.publisher or document.id


def _day(document: Document, figure: Figure) -> str:
    """The day for which a figure is given; none that is still to come for its source."""
    day = figure.as_of
    later = document.date and chronological(day) > chronological(document.date)
    return document.date if later or not day else day


def _noun(document: Document, figure: Figure) -> str:
    noun = document.text[slice(*figure.noun)].lower()
    plain = language_of(document.language).figures.anyone
    return "" if noun in plain or noun == figure.measure else noun
