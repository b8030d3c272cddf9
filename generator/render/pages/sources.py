"""The list of sources, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.directions import isolated
from generator.model import FOLDERS, Document, Entity, EntityType, Mention, Original, media_kind
from generator.personal import public_path
from generator.render.catalogues import gettext, ngettext, translated_language
from generator.render.citing.linked_data import linked_data
from generator.render.citing.tags import coins
from generator.render.citing.works import work_of
from generator.render.corpus_index import CorpusIndex
from generator.render.pages import Page, collection
from generator.render.pages.browse import all_words, source_orders, ways
from generator.render.pagination import list_pages
from generator.render.reasons import words as in_words
from generator.render.site import Site
from generator.render.urls import document_path, entity_path, is_web
from generator.render.view_types import Link, SourceLine
from generator.render.views.body_html import Mark, body_html
from generator.render.views.entity_preview import kinds_words
from generator.render.views.event_views import event_date
from generator.render.views.facets import format_words
from generator.render.views.leads import lead_words
from generator.render.views.links import back_links, links_of
from generator.render.views.page_pictures import page_views
from generator.render.views.pictures import exhibits, file_size
from generator.render.views.quotations import quotations
from generator.render.views.related import related_sources
from generator.render.views.threads import thread_groups
from generator.render.words import count, listed, number

NOTE = "note"  # the kind of a document that editors wrote about what an outlet published


@dataclass(frozen=True, slots=True)
class SourceHeader:
    """A source's own facts; "" for each that it does not give.

    url, address: where it was published, as words and as what a link leads to
    date_origin, title_origin, language_origin: where they were found
    format, identifier, parent, coordinates: of the item that it describes
    extra: keys that we do not know, with their values
    length, file: how long its text is ("" for a record), and where it was read from, in words
    digest: SHA-256 of that file; "" where it has more than is published
    empty: whether it has no text
    """

    kind: str
    publisher: str
    authors: str
    summary: str
    url: str
    address: Markup
    date_origin: str
    title_origin: str
    language: str
    language_origin: str
    format: str
    identifier: str
    parent: str
    coordinates: str
    extra: tuple[tuple[str, str], ...]
    length: str
    file: str
    digest: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that editors have replaced: by what, how often in words, and why, or ""."""

    replacement: str
    times: str
    why: str


@dataclass(frozen=True, slots=True)
class Named:
    """An entity named in a source. `path` leads to its page; "" where it has none.

    anchor: of the sentence with its first mention, on the source's page; "" where it is only listed
    count, label: how often it is mentioned, and what the link to the first mention is called
    """

    name: str
    path: str
    anchor: str
    count: str
    label: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of an entity when a reader points at a link to it in the text.

    key: its id on the page
    lines: see `CorpusIndex.previews`
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
class DateView:
    """A date in the text: its words, the date that they mean and why, and where both are found.

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


def source_list(index: CorpusIndex, size: int) -> Iterator[Page]:
    """The list of all sources, in four orders."""
    for found in list_pages("sources", index.corpus.documents, source_orders(index), size):
        yield collection(
            found.path,
            "sources.html",
            gettext("Sources") + found.title_suffix,
            gettext(
                "All {sources} in this archive.", sources=count(found.total, "source", "sources")
            ),
            "sources",
            list=found.showing(index.source_line),
            total=all_words(found.total),
            pictured=index.pictured,
            ways=ways(index, "sources"),
        )


def source_pages(index: CorpusIndex, site: Site, positions: Sequence[int]) -> Iterator[Page]:
    """The pages of some sources, by their positions in the corpus."""
    for position in positions:
        yield _source_page(index, site, position)


def _source_page(index: CorpusIndex, site: Site, position: int) -> Page:
    document = index.corpus.documents[position]
    pairs = index.of_document.get(document.id, [])
    dates = _dates(index, document)
    adjectives = index.adjectives.get(document.id, ())
    named = (*(e for e, _ in pairs), *(e for _, e in adjectives))
    linked = {e.id: e for e in named if e.has_page}
    keys = {name: f"p{n}" for n, name in enumerate(linked, 1)}
    found = [(m, e, "mention") for e, mentions in pairs for m in mentions]
    found += [(m, e, "adjective") for m, e in adjectives]
    marks = [_mark(m, e, kind, keys[e.id]) for m, e, kind in found if e.has_page]
    marks += [Mark(d.start, d.end, d.path, "when", d.reason) for d in dates if d.path]
    newer, older = _beside(index, position)
    whole = index.wholes.get(document.id)
    line = index.source_line(document)
    title = line.title
    work = work_of(document, site, index.organisation_names)
    view = {
        "document": _header(document, whole),
        "withheld": tuple(
            Withheld(one.replacement, count(one.count, "time", "times"), one.note)
            for one in document.withheld
        ),
        "coins": coins(work),
        "part": _part(document),
        "rights": _rights(document, site),
        "original": _original(index.originals.get(document.id)),
        "line": line,
        "exhibits": exhibits(document, index.files),
        "subjects": _subjects(index, document),
        "parts": tuple(map(index.card, index.parts.get(document.id, ()))),
        "whole": index.source_line(whole) if whole else None,
        "body": body_html(
            document,
            marks,
            "../",
            index.files,
            links_of(index, document),
            quotations(index, document, "../"),
        ),
        "pages": page_views(
            document,
            index.page_pictures.get(document.id, ()),
            (evidence for evidence, _ in index.dated.get(document.id, ())),
        ),
        "dates": dates,
        "names_read": site.reads_names(document.language),
        "groups": _groups(pairs),
        "previews": tuple(Preview(keys[n], e.name, index.previews[n]) for n, e in linked.items()),
        "thread": thread_groups(index.threads, index.source_line, document),
        "back_links": back_links(index, document),
        "related": related_sources(index, document),
        "newer": newer,
        "older": older,
    }
    return Page(
        document_path(document),
        "source.html",
        title,
        document.summary or lead_words(index, document) or title,
        "sources",
        view,
        linked_data(document, work, site),
        "article",
        work=work,
        plays=any(media_kind(path) in ("sound", "film") for path, _ in document.media),
        hidden=site.is_hidden(document),
    )


def _beside(index: CorpusIndex, position: int) -> tuple[SourceLine | None, SourceLine | None]:
    """The next newer source and the next older one, where there are any."""
    documents = index.corpus.documents
    newer = index.source_line(documents[position - 1]) if position else None
    last = position + 1 == len(documents)
    return newer, None if last else index.source_line(documents[position + 1])


def _mark(mention: Mention, entity: Entity, kind: str, key: str) -> Mark:
    where = mention.provenance
    return Mark(where.start, where.end, entity_path(entity), kind, preview=key)


def _header(document: Document, whole: Document | None) -> SourceHeader:
    sentences = sum(len(passage.sentences) for passage in document.passages)
    origin = document.language_origin
    passages = count(len(document.passages), "passage", "passages")
    length = f"{passages}, {count(sentences, 'sentence', 'sentences')}"
    return SourceHeader(
        kind=document.kind,
        publisher=document.publisher,
        authors=listed(document.authors),
        summary=document.summary,
        url=document.url,
        address=escape(document.url),
        date_origin=in_words(document.date_origin) if document.date_origin else "",
        title_origin=in_words(document.title_origin),
        language=translated_language(document.language),
        language_origin=in_words(origin) if origin else "",
        format=format_words(document.format),
        identifier=document.identifier,
        parent="" if whole else document.parent,
        coordinates=", ".join(f"{degrees:.6g}" for degrees in document.coordinates or ()),
        extra=document.extra,
        length=length if document.passages or document.publish != "record" else "",
        file=isolated(public_path(document.path))
        + (gettext(", line {number}", number=document.line) if document.line > 1 else ""),
        digest=document.published_digest,
        empty=not document.passages and document.publish != "record",
    )


def _part(document: Document) -> str:
    """How much of a source is published, in a sentence; "" if all of it is."""
    if document.publish == "record":
        return gettext("Only the record of this source is published here, not its text.")
    if document.publish != "quotes":
        return ""
    own = sum(len(passage.sentences) for passage in document.passages)
    return ngettext(
        "Only what this archive quotes of this source is published here: {shown} of {number} "
        "sentence.",
        "Only what this archive quotes of this source is published here: {shown} of {number} "
        "sentences.",
        document.sentences,
        shown=number(own),
        number=number(document.sentences),
    )


def _rights(document: Document, site: Site) -> tuple[tuple[str, str, str], ...]:
    """Its licence and its rights: what each is called, the words, and the address that they are."""
    own = (
        (gettext("Licence"), document.licence or site.licence),
        (gettext("Rights"), document.rights or site.rights),
    )
    return tuple((name, text, escape(text) if is_web(text) else "") for name, text in own if text)


def _original(original: Original | None) -> Link | None:
    """The link to the file of a source, where it is offered."""
    if original is None:
        return None
    suffix = original.path.rpartition(".")[2]
    return Link(original.path, f"{suffix.upper()}, {file_size(original.size)}")


def _subjects(index: CorpusIndex, document: Document) -> tuple[Link, ...]:
    """Its subjects, each with its page; "" where no other source has it."""
    facet = next((facet for facet in index.facets if facet.folder == "subjects"), None)
    values = [(tag, facet.of(tag) if facet else None) for tag in document.tags]
    return tuple(Link(v.path if v and v.shared else "", tag) for tag, v in values)


def _dates(index: CorpusIndex, document: Document) -> tuple[DateView, ...]:
    """The time expressions on the calendar, in the order of the text."""
    found = []
    for evidence, event in index.dated.get(document.id, ()):
        time = evidence.time
        if time:
            path = index.event_path(event, evidence.id)
            text, date = " ".join(time.text.split()), event_date(event)
            anchor, why = evidence.where.anchor, in_words(time.reason)
            found.append(DateView(time.start, time.end, text, date, why, path, anchor))
    return tuple(sorted(found, key=lambda d: (d.start, d.end)))


def _groups(pairs: Sequence[tuple[Entity, Sequence[Mention]]]) -> tuple[NamedGroup, ...]:
    groups = []
    kinds: Sequence[EntityType] = tuple(FOLDERS)
    for kind in kinds:
        named = tuple(_named(e, mentions) for e, mentions in pairs if e.type == kind)
        if named:
            groups.append(NamedGroup(kinds_words(kind), named))
    return tuple(groups)


def _named(entity: Entity, mentions: Sequence[Mention]) -> Named:
    anchor = mentions[0].provenance.anchor if mentions else ""
    label = ngettext(
        "The mention of {name}",
        "First of {number} mentions of {name}",
        len(mentions),
        number=len(mentions),
        name=isolated(entity.name),
    )
    path = entity_path(entity) if entity.has_page else ""
    return Named(entity.name, path, anchor, number(len(mentions)), label)
