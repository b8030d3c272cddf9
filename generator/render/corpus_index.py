"""What templates are given: finished words, numbers and addresses, nothing left to compute.

Addresses are relative to the site's root; a template puts `root` before each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.model import (
    Corpus,
    Document,
    Entity,
    Event,
    Evidence,
    Mention,
    Provenance,
    base_language,
)
from generator.render.dates import long_date, short_date
from generator.render.urls import (
    document_path,
    entity_path,
    period_of,
    sentence_path,
    timeline_path,
)
from generator.render.views.shared_sentences import Shared, shared_sentences

PAGE_LANGUAGE = "en"  # in which templates are written
_EVENTS_A_PAGE = 40  # events shown with all their sentences on one page
_LONGEST_QUOTE = 600  # code points before and after what is marked
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address, its words, and whether it is the page one is on."""

    path: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list. `outlet` is "" when the source names no publisher.

    language: attributes of an element with its words; see `language_attributes`
    """

    path: str
    title: str
    outlet: str
    date: str
    date_text: str
    date_short: str
    kind: str
    language: Markup
    lead: Quote | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source, where it stands and whose it is.

    before, words, after: the sentence in three parts; `words` is what is pointed out in it, or ""
    language: attributes of an element with these words; see `language_attributes`
    """

    path: str
    before: str
    words: str
    after: str
    language: Markup


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in a list. `share` is its mentions in per cent of the most mentioned one's."""

    path: str
    name: str
    mentions: int
    sources: int
    first: str
    first_text: str
    share: float


@dataclass(frozen=True, slots=True)
class EventLine:
    """The publication of a source, on the list of sources by date."""

    id: str
    date: str
    date_text: str
    source: SourceLine


class Library:
    """The corpus, with what views look up in it; made once for a build.

    previews: what a few words tell of an entity, by its id, as far as a page has needed it
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.documents: Mapping[str, Document] = {d.id: d for d in corpus.documents}
        self.entities: Mapping[str, Entity] = {e.id: e for e in corpus.entities}
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
        self.chunks = _chunks(self.reported)
        self._event_pages = {
            event.id: timeline_path(period, number)
            for period, chunks in self.chunks.items()
            for number, chunk in enumerate(chunks, 1)
            for event in chunk
        }
        self.previews: dict[str, tuple[str, ...]] = {}
        self._lines: dict[str, SourceLine] = {}
        self._languages = {
            language: language_attributes(language)
            for language in {document.language for document in corpus.documents}
        }

    # What only some pages need is worked out when one does.

    @cached_property
    def shared(self) -> Shared:
        """Which entities stand in the same sentences."""
        oldest_first = (document.id for document in reversed(self.corpus.documents))
        return shared_sentences(self.of_document.get(name, ()) for name in oldest_first)

    @cached_property
    def by_period(self) -> Mapping[str, list[Event]]:
        """The events of each year, then of each month, then of each day that has a page."""
        return _by_period(self.reported)

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The years, months and days that have a page."""
        return tuple(self.by_period)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {period: place for place, period in enumerate(self.periods)}

    @cached_property
    def events_of(self) -> Mapping[str, list[Event]]:
        """The events in whose sentences each entity is named."""
        return _events_of_entities(self.reported)

    @cached_property
    def places(self) -> tuple[Entity, ...]:
        """The places that are known well enough for a map, the most mentioned first."""
        return tuple(e for e in self.corpus.entities if e.place)

    @cached_property
    def published_on(self) -> Mapping[str, list[Document]]:
        """The documents of each date of publication, by their names."""
        return _published_on(self.corpus.documents)

    def complete(self) -> None:
        """Work out all of it now, before this process is copied; each copy would do it again."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def source_line(self, document: Document) -> SourceLine:
        """The document as a line of a list; made once, shown on many pages."""
        line = self._lines.get(document.id)
        if line is None:
            line = self._lines[document.id] = self._source_line(document)
        return line

    def _source_line(self, document: Document) -> SourceLine:
        lead = self.leads.get(document.id)
        return SourceLine(
            path=document_path(document),
            title=document.title,
            outlet=document.publisher or ", ".join(document.authors),
            date=document.date,
            date_text=long_date(document.date),
            date_short=short_date(document.date),
            kind=document.kind,
            language=self._languages[document.language],
            lead=self.quote(lead) if lead else None,
        )

    def quote(self, where: Provenance, *, point_out: bool = False) -> Quote:
        """The sentence at a place in a source; with `point_out`, the place is marked in it."""
        return self._quote(where, (where.start, where.end) if point_out else None)

    def words(self, where: Provenance) -> str:
        """The sentence at a place in a source, on one line; of an endless one its beginning."""
        document = self.documents[where.document]
        sentence = document.sentence(where)
        text = document.text[sentence.start : sentence.end]
        return " ".join(_shortened(text, from_end=False).split())

    def quote_time(self, evidence: Evidence) -> Quote:
        """The sentence of an event, with the time expression that dates it marked."""
        time = evidence.time
        return self._quote(evidence.where, (time.start, time.end) if time else None)

    def _quote(self, where: Provenance, marked: tuple[int, int] | None) -> Quote:
        document = self.documents[where.document]
        text, sentence = document.text, document.sentence(where)
        start, end = marked or (sentence.end, sentence.end)
        before, after = text[sentence.start : start], text[end : sentence.end]
        return Quote(
            path=sentence_path(where),
            before=_shortened(before, from_end=marked is not None),
            words=text[start:end],
            after=_shortened(after, from_end=False),
            language=self._languages[document.language],
        )

    def entity_line(self, entity: Entity, most: int) -> EntityLine:
        """The entity as a line of a list in which the most mentioned one has `most` mentions."""
        first = next((d for d in map(self._date, entity.documents) if d), "")
        return EntityLine(
            path=entity_path(entity),
            name=entity.name,
            mentions=len(entity.mentions),
            sources=len(entity.documents),
            first=first,
            first_text=long_date(first),
            share=round(100 * len(entity.mentions) / max(most, 1), 1),
        )

    def neighbours(self, period: str) -> tuple[str, str]:
        """The year, month or day with events before one and the one after it, "" for none."""
        place = self._place[period]
        beside = (self.periods[place - 1 : place], self.periods[place + 1 : place + 2])
        before, after = (
            found[0] if found and len(found[0]) == len(period) else "" for found in beside
        )
        return before, after

    def event_path(self, event: Event, anchor: str = "") -> str:
        """The event where all its sentences stand; `anchor`: one of them."""
        if event.kind == "publication":
            return document_path(event.documents[0])
        return f"{self._event_pages[event.id]}#{anchor or event.id}"

    def event_line(self, event: Event) -> EventLine:
        """The event as a line of the timeline."""
        document = self.documents[event.documents[0]]
        line = self.source_line(document)
        return EventLine(event.id, event.date, long_date(event.date), line)

    def _date(self, document: str) -> str:
        return self.documents[document].date


def _shortened(text: str, *, from_end: bool) -> str:
    """A part of a quotation; of an endless one only what stands next to its mark."""
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
    """The words of each document that lead to a country, with the country."""
    found: dict[str, list[tuple[Mention, Entity]]] = {}
    for entity in entities:
        for word in entity.adjectives:
            found.setdefault(word.provenance.document, []).append((word, entity))
    return found


def _chunks(events: Sequence[Event]) -> Mapping[str, list[list[Event]]]:
    """The events of each period, in pieces short enough for a page; the weightiest first."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(period_of(event), []).append(event)
    for own in found.values():
        own.sort(key=lambda e: (-e.pinned, -e.score, -e.sources, e.first, e.last, e.id))
    return {
        period: [own[i : i + _EVENTS_A_PAGE] for i in range(0, len(own), _EVENTS_A_PAGE)]
        for period, own in found.items()
    }


def _by_period(events: Sequence[Event]) -> Mapping[str, list[Event]]:
    found: dict[int, dict[str, list[Event]]] = {4: {}, 7: {}, 10: {}}
    for event in events:
        for length, periods in found.items():
            if len(period_of(event)) >= length:
                periods.setdefault(event.first[:length], []).append(event)
    return {name: own for periods in found.values() for name, own in sorted(periods.items())}


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


def language_attributes(language: str) -> Markup:
    """What says that an element is in a language: nothing where the whole page is."""
    if language == PAGE_LANGUAGE:
        return Markup("")
    rtl = base_language(language) in _RIGHT_TO_LEFT
    return Markup(' lang="{}"{}').format(language, Markup(' dir="rtl"') if rtl else "")
