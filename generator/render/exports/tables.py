"""Tables for spreadsheets: entities, their mentions, and dated sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from generator.csv_text import csv_bytes
from generator.model import Document, Entity, Event, Mention, Provenance
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.parts import Part, parts_of, whole
from generator.render.reasons import words as in_words
from generator.render.site import Site
from generator.render.urls import MENTIONS, sentence_path
from generator.render.words import page_words

T = TypeVar("T")
_MEDIA_TYPE = "text/csv"  # RFC 7111
_HEADER = (
    "id",
    "date",
    "first",
    "last",
    "precision",
    "modality",
    "status",
    "sources",
    "score",
    "published",
    "outlet",
    "title",
    "sentence",
    "words",
    "reason",
    "pages",
    "address",
    "edits",
)
_ENTITY_HEADER = (
    "id",
    "name",
    "type",
    "mentions",
    "sources",
    "first",
    "last",
    "spellings",
    "latitude",
    "longitude",
    "country",
)
_MENTION_HEADER = (
    *("id", "name", "published", "outlet", "title", "words", "role", "sentence", "pages"),
    "address",
)
_COLUMNS = (
    ("id", "stable name of the event; each further sentence of it has its own row"),
    ("date, first, last, precision, modality, status", "as in timeline.json"),
    ("sources, score", "as in timeline.json"),
    ("published, outlet, title, sentence", "the source, and the sentence in its words"),
    ("words, reason", "the time expression and how it was read"),
    ("pages", "where it stands in a source that has pages, or when it is said in a recording"),
    ("address, edits", "the sentence on this site; what editors changed"),
)


def entity_table(index: CorpusIndex) -> DataFile:
    """Every entity, a line each."""
    return DataFile(
        "data/entities.csv",
        "People, organisations and places as a table",
        "One row per entity, for spreadsheets.",
        "CSV",
        _MEDIA_TYPE,
        len(index.corpus.entities),
        (("spellings", "all of them, separated by semicolons; reasons are in entities.json"),),
        whole(lambda: csv_bytes(_ENTITY_HEADER, _entity_rows(index))),
        _ENTITY_HEADER,
    )


def timeline_table(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Every dated sentence, a line each."""
    return DataFile(
        "data/timeline.csv",
        "Timeline as a table",
        "One row per dated sentence, for spreadsheets.",
        "CSV",
        _MEDIA_TYPE,
        sum(max(len(event.evidence), 1) for event in index.reported),
        _COLUMNS,
        lambda: table_parts(
            _HEADER,
            partial(_dated_sentences, index, site),
            index.reported,
            lambda event: event.id,
            lambda event: (digests.events[event.id], event.score),
        ),
        _HEADER,
        packs=True,
    )


def mentions_table(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Every mention of every entity, a line each, in the order of the sources."""

    def rows(documents: Iterable[Document]) -> Iterator[tuple[object, ...]]:
        # The mentions of a sentence stand next to each other, so that it is packed once.
        for document in documents:
            named = (
                (mention, entity)
                for entity, own in index.of_document.get(document.id, ())
                for mention in own
            )
            for mention, entity in sorted(named, key=_place):
                yield (entity.id, entity.name, *_mention_row(index, site, mention))

    def inputs(document: Document) -> object:
        named = index.of_document.get(document.id, ())
        own = [(entity.id, entity.name, mentions) for entity, mentions in named]
        return digests.documents[document.id], own

    return DataFile(
        MENTIONS,
        "Mentions as a table",
        "One row per mention of a person, organisation or place, for spreadsheets.",
        "CSV",
        _MEDIA_TYPE,
        sum(len(entity.mentions) for entity in index.corpus.entities),
        (
            ("id, name", "the entity mentioned; filter by either"),
            ("published, outlet, title", "the source"),
            ("words, role", "the mention in the source's words, and what it is called there"),
            ("sentence, pages, address", "the sentence, its pages, and where it is on this site"),
        ),
        lambda: table_parts(
            _MENTION_HEADER, rows, reversed(index.corpus.documents), lambda d: d.id, inputs
        ),
        _MENTION_HEADER,
        packs=True,
    )


def table_parts(
    header: Sequence[str],
    rows: Callable[[Iterable[T]], Iterable[Sequence[object]]],
    things: Iterable[T],
    name: Callable[[T], str],
    inputs: Callable[[T], object],
) -> Iterator[Part]:
    """The parts of a table; see `generator.render.exports.parts`.

    rows: makes the rows of some things
    """
    first = csv_bytes(header, ())
    yield Part(lambda: first)
    yield from parts_of(
        things, name, lambda own: csv_bytes(header, rows(own)).removeprefix(first), inputs
    )


def _place(named: tuple[Mention, Entity]) -> tuple[int, int, str]:
    where = named[0].provenance
    return where.start, where.end, named[1].id


def _mention_row(index: CorpusIndex, site: Site, mention: Mention) -> tuple[object, ...]:
    where = mention.provenance
    source = index.documents[where.document]
    said = (source.date, source.outlet, source.title, mention.text, mention.role)
    return (*said, *sentence_cells(index, site, where))


def _dated_sentences(
    index: CorpusIndex, site: Site, events: Iterable[Event]
) -> Iterator[tuple[object, ...]]:
    for event in events:
        facts = (event.id, event.date, event.first, event.last, event.precision, event.modality)
        edits = "; ".join(map(in_words, event.edits))
        if not event.evidence:
            empty = ("", event.sources, event.score, "", "", "", event.text, "", "", "", "", edits)
            yield (*facts, *empty)
        for evidence in event.evidence:
            document = index.documents[evidence.where.document]
            time = evidence.time
            yield (
                *facts,
                evidence.status,
                event.sources,
                event.score,
                document.date,
                document.publisher,
                document.title,
                index.told(evidence),
                time.text if time else "",
                in_words(time.reason) if time else "",
                _pages(document, evidence.where),
                site.base_url + sentence_path(evidence.where),
                edits,
            )


def sentence_cells(index: CorpusIndex, site: Site, where: Provenance) -> tuple[str, str, str]:
    """The last columns of a table: the sentence, its pages, and its address."""
    pages = _pages(index.documents[where.document], where)
    return index.words(where), pages, f"{site.base_url}{sentence_path(where)}"


def _pages(document: Document, where: Provenance) -> str:
    return page_words(document, document.pages_of(where.start, where.end))


def _entity_rows(index: CorpusIndex) -> Iterator[tuple[object, ...]]:
    for entity in index.corpus.entities:
        dates = [d for d in (index.documents[n].date for n in entity.documents) if d] or [""]
        spellings = "; ".join(alias.name for alias in entity.aliases)
        numbers = (len(entity.mentions), len(entity.documents))
        seen = (dates[0], dates[-1], spellings)
        at = entity.place
        place = (at.latitude, at.longitude, at.country) if at else ("", "", "")
        yield (entity.id, entity.name, entity.type, *numbers, *seen, *place)
