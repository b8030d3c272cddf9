"""Sources, entities, mentions, events and claims in FollowTheMoney’s format, for Aleph and its kin.

One entity of that model a line (followthemoney.tech). What sources call a person is a note with the
source's name, never a position: it is the source's claim. That model has no statements of somebody
about something, so a claim is a note ("an annotation that applies to a document or entity") on its
holder and its source; one whose holder is no entity has nothing to be a note on, and is left out.
Of events, the sources are the proof, and the people and organisations named there are involved.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from generator.ids import digest
from generator.model import Claim, Document, Entity, EntityType, Event
from generator.personal import public_path
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import machine_date
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.event_words import according_to, event_words
from generator.render.exports.parts import Part, parts_of
from generator.render.exports.records import compact
from generator.render.site import Site
from generator.render.urls import document_path, entity_path, sentence_path

T = TypeVar("T")
# Places are not legal entities there; addresses have coordinates.
SCHEMATA: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Address",
}


def followthemoney_file(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Sources, entities, mentions, events and claims, a line each."""
    return DataFile(
        "data/entities.ftm.json",
        "Sources and entities for Aleph",
        "In the FollowTheMoney format, one line per entity of that model.",
        "FollowTheMoney",
        "application/json+ftm",  # as the format's own tools call it; it is not registered
        _number(index),
        (
            ("notes", "what sources call a person, with the source"),
            (
                "Event",
                "an event, with its sources as proof, and who says so as summary",
            ),
            ("Note", "a claim of an entity; its sentence, and the kind with the source as summary"),
        ),
        lambda: _parts(index, site, digests),
        packs=True,
    )


def _parts(index: CorpusIndex, site: Site, digests: Digests) -> Iterator[Part]:
    """Sources, entities, which source names which entity how, events, and what entities say."""

    def parts(
        things: Iterable[T],
        name: Callable[[T], str],
        make: Callable[[Iterable[T]], Iterable[object]],
        inputs: Callable[[T], object],
    ) -> Iterator[Part]:
        yield from parts_of(things, name, lambda own: _lines(make(own)), inputs)

    corpus, source_of = index.corpus, _claim_document
    known, named = digests.documents, digests.entities
    yield from parts(corpus.documents, _id, partial(_documents, site), lambda d: known[d.id])
    entities = partial(_entities, index, site)
    yield from parts(corpus.entities, _id, entities, lambda e: named[e.id])
    # Lines of two kinds are made of the same entities.
    mentions = partial(_mentions, index)
    yield from parts(corpus.entities, _id, mentions, lambda e: ("mention", named[e.id]))
    events = partial(_events, index, site)
    yield from parts(index.reported, _id, events, lambda e: digests.events[e.id])
    claims = partial(_claims, index, site)
    yield from parts(corpus.claims, source_of, claims, lambda c: (c, known[source_of(c)]))


def _id(thing: Document | Entity | Event) -> str:
    return thing.id


def _claim_document(claim: Claim) -> str:
    return claim.where.document


def _lines(lines: Iterable[object]) -> bytes:
    out = io.BytesIO()
    for line in lines:
        out.write(compact(line))
        out.write(b"\n")
    return out.getvalue()


def _line(identity: str, schema: str, /, **properties: list[str]) -> dict[str, object]:
    known = {key: [v for v in values if v] for key, values in properties.items()}
    return {
        "id": identity,
        "schema": schema,
        "properties": {key: values for key, values in known.items() if values},
    }


def _address(site: Site, path: str) -> str:
    return site.base_url + path if site.base_url else ""


def _documents(site: Site, documents: Iterable[Document]) -> Iterator[dict[str, object]]:
    for d in documents:
        yield _line(
            _document_id(d),
            "Article",
            title=[d.title],
            author=list(d.authors),
            publisher=[d.publisher],
            publishedAt=[machine_date(d.date)],
            sourceUrl=[d.url or _address(site, document_path(d))],
            fileName=[public_path(d.path)],
            bodyText=[d.text],
        )


def _entities(
    index: CorpusIndex, site: Site, entities: Iterable[Entity]
) -> Iterator[dict[str, object]]:
    for e in entities:
        others = [alias.name for alias in e.aliases if alias.name != e.name]
        place = e.place
        yield _line(
            _entity_id(e),
            SCHEMATA[e.type],
            name=[e.name],
            # A single word for a person would match half the world.
            alias=[n for n in others if e.type != "person" or " " in n],
            weakAlias=[n for n in others if e.type == "person" and " " not in n],
            sourceUrl=[_address(site, entity_path(e))],
            wikidataId=[e.wikidata],
            notes=_notes(index, e),
            full=[f"{place.name}, {place.country}" if place.country else place.name]
            if place
            else [],
            latitude=[str(place.latitude)] if place else [],
            longitude=[str(place.longitude)] if place else [],
        )


def _notes(index: CorpusIndex, entity: Entity) -> list[str]:
    notes: dict[str, None] = {}
    for mention in entity.mentions:
        if mention.role:
            source = index.documents[mention.provenance.document]
            notes[
                gettext(
                    "Called “{role}” by {source}",
                    role=mention.role,
                    source=source.outlet or source.title,
                )
            ] = None
    return list(notes)


def _mentions(index: CorpusIndex, entities: Iterable[Entity]) -> Iterator[dict[str, object]]:
    """Every name by which a source calls a person or an organisation, once."""
    for entity in entities:
        if entity.type == "place":
            continue
        resolved, schema = [_entity_id(entity)], [SCHEMATA[entity.type]]
        for document, name in _named(entity):
            yield {
                "id": f"mention-{digest(f'{document} {entity.id} {name}', 16)}",
                "schema": "Mention",
                "properties": {
                    "document": [_document_id(index.documents[document])],
                    "resolved": resolved,
                    "name": [name],
                    "detectedSchema": schema,
                },
            }


def _named(entity: Entity) -> Iterable[tuple[str, str]]:
    """Which documents call an entity what, each once."""
    return dict.fromkeys((m.provenance.document, m.name) for m in entity.mentions)


def _events(index: CorpusIndex, site: Site, events: Iterable[Event]) -> Iterator[dict[str, object]]:
    """What the sources date; a year before our era is no date there."""
    for e in events:
        entities = [index.entities[name] for name in e.entities]
        places = [one for one in entities if one.type == "place"]
        known = bool(machine_date(e.first))
        whole = known and "/" not in e.date
        yield _line(
            f"event-{e.id}",
            "Event",
            name=[event_words(index, e)],
            date=[e.date] if whole else [],
            startDate=[e.first] if known and not whole else [],
            endDate=[e.last] if known and not whole else [],
            summary=[according_to(index, e)],
            location=[place.name for place in places],
            addressEntity=[_entity_id(place) for place in places],
            involved=[_entity_id(one) for one in entities if one.type != "place"],
            proof=[_document_id(index.documents[name]) for name in e.documents],
            sourceUrl=[_address(site, index.event_path(e))],
        )


def _number(index: CorpusIndex) -> int:
    """How many lines the file has."""
    named = (e for e in index.corpus.entities if e.type != "place")
    return (
        len(index.corpus.documents)
        + len(index.corpus.entities)
        + sum(len(list(_named(entity))) for entity in named)
        + len(index.reported)
        + sum(bool(claim.entity) for claim in index.corpus.claims)
    )


def _claims(index: CorpusIndex, site: Site, claims: Iterable[Claim]) -> Iterator[dict[str, object]]:
    """What an entity says, according to a source."""
    for claim in claims:
        if claim.entity:
            source = index.documents[claim.where.document]
            whose = " ".join(filter(None, index.claims.said_by(claim)))
            yield _line(
                f"claim-{claim.id}",
                "Note",
                entity=[_entity_id(index.entities[claim.entity]), _document_id(source)],
                description=[index.words(claim.where)],
                summary=[
                    gettext(
                        "{said}, according to {outlet}",
                        said=whose,
                        outlet=source.outlet or source.title,
                    )
                ],
                publisher=[source.publisher],
                sourceUrl=[_address(site, sentence_path(claim.where))],
            )


def _document_id(document: Document) -> str:
    return f"source-{document.id}"


def _entity_id(entity: Entity) -> str:
    return entity.id.replace("/", "-")
