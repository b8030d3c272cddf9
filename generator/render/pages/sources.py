"""The list of sources, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import FOLDERS, Document, Entity, EntityType, Mention
from generator.render.corpus_index import Library
from generator.render.exports.json import roles_of
from generator.render.keys import Keys
from generator.render.pages import Draft, Page, plural
from generator.render.pages.home import TYPE_WORDS
from generator.render.pagination import Order, list_pages
from generator.render.reasons import words
from generator.render.site import Site
from generator.render.urls import document_path, entity_path
from generator.render.views.body_html import Mark, body_html
from generator.render.views.event_views import event_date
from generator.render.views.related import RelatedSource, related_sources

_ROUNDED = 100  # from which number on previews round
NOTE = "note"  # the kind of a document that editors wrote about what an outlet published


@dataclass(frozen=True, slots=True)
class Named:
    """An entity named in a source. `path` leads to its page.

    anchor: of the sentence with its first mention, on the source's page; "" where it is only listed
    """

    name: str
    path: str
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of an entity when a link to it in the text is pointed at.

    key: its id on the page
    lines: its type and how often the archive names it, then where it is, what sources call it, and
        how else it is written
    """

    key: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entities of one type that a source names."""

    title: str
    entities: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text: its words, what they stand for and why, and where both are found.

    path: the event on the timeline
    anchor: of the sentence with the words, on the source's page
    """

    start: int
    end: int
    words: str
    date: str
    reason: str
    path: str
    anchor: str


def _oldest(d: Document) -> tuple[bool, str, str]:
    return not d.date, d.date, d.id


def source_list(library: Library, size: int) -> Iterator[Page]:
    """The list of all sources, in four orders."""
    documents = library.corpus.documents
    place = {d.id: n for n, d in enumerate(documents)}
    orders: Sequence[Order[Document]] = (
        Order("newest", "Newest", lambda d: place[d.id]),
        Order("oldest", "Oldest", _oldest),
        Order("title", "Title", lambda d: (d.title.casefold(), d.id)),
        Order(
            "publisher",
            "Publisher",
            lambda d: (not d.publisher, d.publisher.casefold(), place[d.id]),
        ),
    )
    for found in list_pages("sources", documents, orders, size):
        title = f"Sources{found.title_suffix}"
        # Not the documents: what a page depends on would be all their texts.
        shown = found.showing(library.source_line)
        yield Page(
            found.path,
            "sources.html",
            title,
            f"All {plural(found.total, 'source')} of this archive.",
            "sources",
            {"list": shown},
            {"@type": "CollectionPage", "name": title},
        )


def source_pages(
    library: Library, keys: Keys, site: Site, places: Sequence[int]
) -> Iterator[Draft]:
    """The pages of some sources, which are told by their places in the corpus."""
    for place in places:
        document = library.corpus.documents[place]
        related = related_sources(library, document)
        key = keys.source(document, [d for d in _beside(library, place) if d], related)
        make = partial(source_page, library, site, place, related)
        yield Draft(document_path(document), key, make)


def _beside(library: Library, place: int) -> tuple[Document | None, Document | None]:
    """The next newer source and the next older one, where there are any."""
    documents = library.corpus.documents
    newer = documents[place - 1] if place else None
    older = documents[place + 1] if place + 1 < len(documents) else None
    return newer, older


def source_page(library: Library, site: Site, place: int, related: Sequence[RelatedSource]) -> Page:
    """The page of the source at a place in the corpus."""
    document = library.corpus.documents[place]
    newer, older = _beside(library, place)
    path = document_path(document)
    pairs = library.of_document.get(document.id, [])
    dates = _dates(library, document)
    adjectives = library.adjectives.get(document.id, ())
    linked = {e.id: e for e in (*(e for e, _ in pairs), *(e for _, e in adjectives))}
    keys = {name: f"p{number}" for number, name in enumerate(linked, 1)}
    marks = [
        Mark(m.provenance.start, m.provenance.end, entity_path(e), "mention", preview=keys[e.id])
        for e, mentions in pairs
        for m in mentions
    ]
    marks += [
        Mark(m.provenance.start, m.provenance.end, entity_path(e), "adjective", preview=keys[e.id])
        for m, e in adjectives
    ]
    marks += [Mark(d.start, d.end, d.path, "when", d.reason) for d in dates if d.path]
    line = library.source_line(document)
    lead = "".join((line.lead.before, line.lead.words, line.lead.after)) if line.lead else ""
    view = {
        "document": document,
        "date_origin": words(document.date_origin) if document.date_origin else "",
        "title_origin": words(document.title_origin),
        "line": line,
        "body": body_html(document, marks, "../"),
        "dates": dates,
        "names_read": site.reads_names(document.language),
        "groups": _groups(pairs),
        "previews": tuple(Preview(keys[n], e.name, about(library, e)) for n, e in linked.items()),
        "related": related,
        "sentences": sum(len(p.sentences) for p in document.passages),
        "newer": library.source_line(newer) if newer else None,
        "older": library.source_line(older) if older else None,
    }
    return Page(
        path,
        "source.html",
        document.title,
        document.summary or lead or document.title,
        "sources",
        view,
        _json_ld(document, site),
        "article",
    )


def _dates(library: Library, document: Document) -> tuple[Dated, ...]:
    """The time expressions on the calendar, each where it first stands with its date."""
    found = []
    for evidence, event in library.dated.get(document.id, ()):
        time = evidence.time
        if time:
            path = library.event_path(event, evidence.id)
            text = " ".join(time.text.split())
            anchor = evidence.where.anchor
            date, why = event_date(event), words(time.reason)
            found.append(Dated(time.start, time.end, text, date, why, path, anchor))
    return tuple(sorted(found, key=lambda d: (d.start, d.end)))


def about(library: Library, entity: Entity) -> tuple[str, ...]:
    """A few facts for a preview; worked out once, shown on the page of each source that names it.

    Large numbers are rounded, so that one more mention changes no page but the entity's own.
    """
    known = library.previews.get(entity.id)
    if known is None:
        known = library.previews[entity.id] = _about(entity)
    return known


def _about(entity: Entity) -> tuple[str, ...]:
    numbers = f"{_roughly(len(entity.mentions), 'mention')} in " + _roughly(
        len(entity.documents), "source"
    )
    lines = [f"{TYPE_WORDS[entity.type][0]} · {numbers}"]
    if entity.place and entity.place.country not in ("", entity.name):
        lines.append(entity.place.country)
    roles = roles_of(entity)
    if roles:
        lines.append("Called " + ", ".join(f"“{role}”" for role, _ in roles[:2]))
    others = [alias.name for alias in entity.aliases if alias.name != entity.name][:3]
    if others:
        lines.append(f"Also {', '.join(others)}")
    return tuple(lines)


def _roughly(number: int, noun: str) -> str:
    """ "12 mentions", "more than 2,100 mentions"."""
    if number < _ROUNDED:
        return plural(number, noun)
    step = 10 ** (len(str(number)) - 2)
    rounded = number // step * step
    return f"{'more than ' if number > rounded else ''}{rounded:,} {noun}s"


def _groups(pairs: Sequence[tuple[Entity, Sequence[Mention]]]) -> tuple[NamedGroup, ...]:
    groups = []
    kinds: Sequence[EntityType] = tuple(FOLDERS)
    for kind in kinds:
        named = tuple(
            Named(
                e.name,
                entity_path(e),
                mentions[0].provenance.anchor if mentions else "",
                len(mentions),
            )
            for e, mentions in pairs
            if e.type == kind
        )
        if named:
            groups.append(NamedGroup(TYPE_WORDS[kind][1], named))
    return tuple(groups)


def _json_ld(document: Document, site: Site) -> dict[str, object]:
    """schema.org: our page of an article. What the source does not say is left out.

    A note is about what an outlet published; it is not the outlet's own text.
    """
    values: dict[str, object] = {
        "@type": "Article",
        "headline": document.title,
        "inLanguage": document.language,
        "isPartOf": {"@type": "WebSite", "name": site.title},
    }
    if document.date:
        values["datePublished"] = document.date
    outlet = {"@type": "Organization", "name": document.publisher}
    based_on: dict[str, object] = {"@type": "CreativeWork"}
    if document.url:
        based_on["url"] = document.url
    if document.publisher and document.kind == NOTE:
        based_on["publisher"] = outlet
    elif document.publisher:
        values["publisher"] = outlet
    if len(based_on) > 1:
        values["isBasedOn"] = based_on
    if document.kind:
        values["genre"] = document.kind
    if document.authors:
        values["author"] = [{"@type": "Person", "name": name} for name in document.authors]
    if document.summary:
        values["abstract"] = document.summary
    if document.tags:
        values["keywords"] = list(document.tags)
    return values
