"""The corpus, with what views look up in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from generator.model import Corpus, Document, Entity, Event, Evidence, Link, Mention, Provenance
from generator.render.citing.works import organisations_of
from generator.render.dates import long_date, machine_date, short_date
from generator.render.distinct_titles import distinct_titles
from generator.render.drawn import beginning, drawn_parts
from generator.render.exports.shards import Shards
from generator.render.urls import (
    citing_path,
    document_path,
    entity_path,
    sentence_path,
)
from generator.render.view_types import (
    Card,
    EntityLine,
    Quote,
    SourceLine,
    Thumb,
    language_attributes,
)
from generator.render.views.belonging import wholes_of
from generator.render.views.claim_index import ClaimIndex
from generator.render.views.entity_preview import preview
from generator.render.views.facets import Facet, facets_of
from generator.render.views.page_pictures import QuotedPages, by_document
from generator.render.views.period_index import PeriodIndex
from generator.render.views.pictures import Files, thumb
from generator.render.views.series_index import SeriesIndex
from generator.render.views.shared_sentences import Shared, shared_sentences
from generator.render.views.threads import Threads, threads_of
from generator.render.words import listed, number

_CARD = 200  # code points of a source's words on its card
_LONGEST_QUOTE = 600  # code points before and after what is marked


class CorpusIndex:
    """The corpus, with what views look up in it; made once for a build.

    documents, entities: by id
    with_page: the entities that have a page, in the same order
    claims, series: who says what; figures over time
    files: what documents show, by path below the site's root
    page_pictures: the pictures of a document's pages, by its id
    originals: the files that are offered, by the ids of their documents
    of_document: the entities of a document, by its id, with their mentions there
    adjectives: the adjectives of a document ("Russian"), by its id, with their countries
    published, reported: the events of each kind, in the order of their dates
    dated: the dated sentences of a document, by its id, with their events
    links_from, links_to: the links of each document, and those that lead to it, by its id
    periods: the events by year, month and day
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.documents: Mapping[str, Document] = {d.id: d for d in corpus.documents}
        self.entities: Mapping[str, Entity] = {e.id: e for e in corpus.entities}
        self.with_page = tuple(e for e in corpus.entities if e.has_page)
        self.claims = ClaimIndex(corpus.claims, corpus.documents, corpus.corrected)
        self.series = SeriesIndex(corpus)
        self.files: Files = {media.path: media for media in corpus.media}
        self.page_pictures = by_document(corpus.page_pictures)
        self.originals = {original.document: original for original in corpus.originals}
        self.of_document = _entities_of_documents(corpus.entities)
        self.adjectives = _adjectives(corpus.entities)
        self.published = tuple(e for e in corpus.events if e.kind == "publication")
        self.reported = tuple(e for e in corpus.events if e.kind == "reported")
        self.leads: Mapping[str, Provenance] = {
            event.documents[0]: event.evidence[0].where
            for event in self.published
            if event.evidence
        }
        self.dated = _dated(self.reported)
        self._pages = QuotedPages(self.documents, self.page_pictures, self.dated)
        self.periods = PeriodIndex(self.reported)
        self.links_from: dict[str, list[Link]] = {}
        self.links_to: dict[str, list[Link]] = {}
        for link in corpus.links:
            self.links_from.setdefault(link.where.document, []).append(link)
            self.links_to.setdefault(link.target, []).append(link)
        self._languages = {
            language: language_attributes(language)
            for language in {document.language for document in corpus.documents}
        }

    # What only some pages need is computed when one does.

    @cached_property
    def shared(self) -> Shared:
        """Which entities are mentioned in the same sentences."""
        oldest_first = (document.id for document in reversed(self.corpus.documents))
        return shared_sentences(self.of_document.get(name, ()) for name in oldest_first)

    @cached_property
    def events_of(self) -> Mapping[str, list[Event]]:
        """The events in whose sentences each entity is mentioned."""
        return _events_of_entities(self.reported)

    @cached_property
    def places(self) -> tuple[Entity, ...]:
        """The places that are known well enough for a map, the most mentioned first."""
        return tuple(e for e in self.with_page if e.place)

    @cached_property
    def shards(self) -> Shards:
        """How data files are divided."""
        return Shards.of([document.id for document in self.corpus.documents])

    @cached_property
    def published_on(self) -> Mapping[str, list[Document]]:
        """The documents of each date of publication, by their names."""
        return _published_on(self.corpus.documents)

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """By what the sources can be browsed."""
        return facets_of(self.corpus.documents, document_path)

    @cached_property
    def pictured(self) -> bool:
        """Whether any source has a picture for lists."""
        return any(line.thumb for line in self._lines.values())

    @cached_property
    def parts(self) -> Mapping[str, list[Document]]:
        """The records that belong to another, by the name of that one."""
        found: dict[str, list[Document]] = {}
        for document in sorted(self.corpus.documents, key=lambda d: (d.path, d.line, d.id)):
            if document.id in self.wholes:
                found.setdefault(self.wholes[document.id].id, []).append(document)
        return found

    @cached_property
    def wholes(self) -> Mapping[str, Document]:
        """The records to which others belong, by the names of those."""
        return wholes_of(self.corpus.documents)

    @cached_property
    def threads(self) -> Threads:
        """How messages go with each other, and what is attached to them."""
        return threads_of(self.corpus.documents)

    @cached_property
    def previews(self) -> Mapping[str, tuple[str, ...]]:
        """A few facts about each entity, by its id."""
        return {entity.id: preview(entity) for entity in self.corpus.entities}

    @cached_property
    def organisation_names(self) -> frozenset[str]:
        """What is an organisation's name and no person's, in small letters."""
        return organisations_of(self.corpus.entities)

    @cached_property
    def _lines(self) -> Mapping[str, SourceLine]:
        return {document.id: self._source_line(document) for document in self.corpus.documents}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """The titles of the documents by their ids, equal ones with what tells them apart."""
        return distinct_titles(self.corpus.documents)

    def complete(self) -> None:
        """Compute all of it now, before this process is forked; each copy would do it again."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def source_line(self, document: Document | str) -> SourceLine:
        """A document, or the one with an id, as a line of a list."""
        return self._lines[document if isinstance(document, str) else document.id]

    def _source_line(self, document: Document) -> SourceLine:
        return SourceLine(
            path=document_path(document),
            title=self._titles[document.id],
            outlet=document.publisher or listed(document.authors),
            date=machine_date(document.date),
            date_text=document.date_words or long_date(document.date),
            date_short=document.date_words or short_date(document.date),
            kind=document.kind,
            language=self._languages[document.language],
            thumb=self._thumb(document),
        )

    def _thumb(self, document: Document) -> Thumb | None:
        """Its small picture, or that of its first part that has one."""
        parts = self.parts.get(document.id, ())
        return next(filter(None, (thumb(d, self.files) for d in (document, *parts))), None)

    def lead(self, document: str) -> Quote | None:
        """The most important sentence of the document with an id."""
        where = self.leads.get(document)
        return self.quote(where) if where else None

    def card(self, document: Document) -> Card:
        """A document as a card."""
        line = self.source_line(document)
        if line.thumb:
            return Card(line, "")
        words = document.summary or beginning(document, _CARD)
        return Card(line, words if len(words) <= _CARD else f"{words[:_CARD]}…")

    def quote(self, where: Provenance, *, point_out: bool = False) -> Quote:
        """The sentence around a span of a source; with `point_out`, the span is marked in it."""
        return self._quote(where, (where.start, where.end) if point_out else None)

    def words(self, where: Provenance) -> str:
        """The sentence around a span of a source, on one line; an endless one is cut."""
        document = self.documents[where.document]
        sentence = document.sentence(where)
        text = document.text[sentence.start : sentence.end]
        return " ".join(_shortened(text, from_end=False).split())

    def told(self, evidence: Evidence) -> str:
        """The sentence of an event without the stamp at its head, on one line."""
        where = evidence.where
        text = self.documents[where.document].text[where.start : where.end]
        return " ".join(_shortened(text, from_end=False).split())

    def stand_in(self, event: Event) -> str:
        """The title of a record whose text is nothing but the date, or ""."""
        first = next(iter(event.evidence), None)
        if first is None or first.time is None:
            return ""
        where, time = first.where, first.time
        document = self.documents[where.document]
        rest = document.text[where.start : time.start] + document.text[time.end : where.end]
        inside = where.start <= time.start and time.end <= where.end
        bare = inside and not any(map(str.isalnum, rest))
        return document.title if bare and document.title != time.text else ""

    def quote_time(self, evidence: Evidence) -> Quote:
        """The sentence of an event, and in it the time expression that dates it marked."""
        time, where = evidence.time, evidence.where
        there = time is not None and where.start <= time.start and time.end <= where.end
        marked = (time.start, time.end) if time and there else None
        return self._quote(where, marked, where.start)

    def _quote(
        self, where: Provenance, marked: tuple[int, int] | None, begin: int | None = None
    ) -> Quote:
        """The sentence around a span, from `begin` if that is given."""
        document = self.documents[where.document]
        text, sentence = document.text, document.sentence(where)
        start, end = marked or (sentence.end, sentence.end)
        before, after = (
            text[sentence.start if begin is None else begin : start],
            text[end : sentence.end],
        )
        before, words, after = drawn_parts(
            _shortened(before, from_end=marked is not None),
            text[start:end],
            _shortened(after, from_end=False),
        )
        language, pages = self._languages[document.language], self._pages.of(document, sentence)
        return Quote(
            sentence_path(where), before, words, after, language, *pages, cite=citing_path(where)
        )

    def entity_line(self, entity: Entity, most: int) -> EntityLine:
        """The entity as a line of a list in which the most mentioned one has `most` mentions."""
        first = self.first_date(entity)
        return EntityLine(
            path=entity_path(entity),
            name=entity.name,
            mentions=number(len(entity.mentions)),
            sources=number(len(entity.documents)),
            first=machine_date(first),
            first_text=long_date(first),
            share=round(100 * len(entity.mentions) / max(most, 1), 1),
        )

    def event_path(self, event: Event, anchor: str = "") -> str:
        """The event's address, where all its sentences are shown. `anchor`: one of them."""
        if event.kind == "publication":
            return document_path(event.documents[0])
        return f"{self.periods.event_path(event)}#{anchor or event.id}"

    def first_date(self, entity: Entity) -> str:
        """The date of the earliest dated source that mentions an entity, or ""."""
        dates = (self.documents[name].date for name in entity.documents)
        return next(filter(None, dates), "")


def _shortened(text: str, *, from_end: bool) -> str:
    """A part of a quotation; of an endless one only what is next to its mark."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    return f"…{text[-_LONGEST_QUOTE:]}" if from_end else f"{text[:_LONGEST_QUOTE]}…"


def _entities_of_documents(
    entities: Sequence[Entity],
) -> Mapping[str, list[tuple[Entity, tuple[Mention, ...]]]]:
    """The entities of each document with their mentions there, the most mentioned first."""
    found: dict[str, list[tuple[Entity, tuple[Mention, ...]]]] = {}
    for entity in entities:
        mentions: dict[str, list[Mention]] = {}
        for mention in entity.mentions:
            mentions.setdefault(mention.provenance.document, []).append(mention)
        for document in entity.documents:
            own = tuple(mentions.get(document, ()))
            found.setdefault(document, []).append((entity, own))
    for pairs in found.values():
        pairs.sort(key=lambda pair: -len(pair[1]))
    return found


def _adjectives(entities: Sequence[Entity]) -> Mapping[str, list[tuple[Mention, Entity]]]:
    """The adjectives of each document ("Russian"), with their countries."""
    found: dict[str, list[tuple[Mention, Entity]]] = {}
    for entity in entities:
        for word in entity.adjectives:
            found.setdefault(word.provenance.document, []).append((word, entity))
    return found


def _events_of_entities(events: Sequence[Event]) -> Mapping[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for name in event.entities:
            found.setdefault(name, []).append(event)
    return found


def _published_on(documents: Sequence[Document]) -> Mapping[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in reversed(documents):
        if document.date:
            found.setdefault(document.date, []).append(document)
    return found


def _dated(events: Sequence[Event]) -> Mapping[str, list[tuple[Evidence, Event]]]:
    """The dated sentences of each document, with their events."""
    found: dict[str, list[tuple[Evidence, Event]]] = {}
    for event in events:
        for evidence in event.evidence:
            found.setdefault(evidence.where.document, []).append((evidence, event))
    return found
