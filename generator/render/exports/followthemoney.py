"""Entities, sources, mentions and claims in the FollowTheMoney format, for Aleph and its kin.

One entity of that model a line (followthemoney.tech). What sources call a person is a note with the
source's name, never a position: it is the source's claim. That model has no statements of somebody
about something, so a claim is a note ("an annotation that applies to a document or entity") on its
holder and its source; one whose holder is no entity has nothing to be a note on, and is left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain

from generator.ids import digest
from generator.model import Document, Entity, EntityType
from generator.personal import public_path
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import machine_date
from generator.render.exports import DataFile
from generator.render.exports.json import compact
from generator.render.site import Site
from generator.render.urls import document_path, entity_path, sentence_path

# Places are not legal entities there; addresses have coordinates.
SCHEMATA: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Address",
}


def followthemoney_file(index: CorpusIndex, site: Site) -> DataFile:
    """Sources, entities, mentions and claims, a line each."""
    return DataFile(
        "data/entities.ftm.json",
        "Sources and entities for Aleph",
        "In the FollowTheMoney format, one line per entity of that model.",
        "FollowTheMoney",
        "application/json+ftm",  # as the format's own tools call it; it is not registered
        len(index.corpus.entities) + len(index.corpus.documents),
        (
            ("notes", "what sources call a person, with the source"),
            ("Note", "a claim of an entity; its sentence, and the kind with the source as summary"),
        ),
        lambda: _lines(index, site),
    )


def _lines(index: CorpusIndex, site: Site) -> bytes:
    """Sources, then entities, then which source names which entity how, then what entities say."""
    lines = chain(
        _documents(index, site), _entities(index, site), _mentions(index), _claims(index, site)
    )
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


def _documents(index: CorpusIndex, site: Site) -> Iterator[dict[str, object]]:
    for d in index.corpus.documents:
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


def _entities(index: CorpusIndex, site: Site) -> Iterator[dict[str, object]]:
    for e in index.corpus.entities:
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


def _mentions(index: CorpusIndex) -> Iterator[dict[str, object]]:
    """Every name by which a source calls a person or an organisation, once."""
    for entity in index.corpus.entities:
        if entity.type == "place":
            continue
        named = {(m.provenance.document, m.name): None for m in entity.mentions}
        resolved, schema = [_entity_id(entity)], [SCHEMATA[entity.type]]
        for document, name in named:
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


def _claims(index: CorpusIndex, site: Site) -> Iterator[dict[str, object]]:
    """What an entity says, according to a source."""
    for claim in index.corpus.claims:
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
