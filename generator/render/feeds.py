"""Feeds (Atom, RFC 4287): the newest sources, and those of each much mentioned name and subject;
and what changed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Document
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import machine_date
from generator.render.pages.changes import change_views
from generator.render.pages.sources import NOTE
from generator.render.site import UNKNOWN_DAY, Site
from generator.render.urls import CHANGES_FEED, FEED, changes_path, entity_path
from generator.render.views.feed_paths import entity_feed, value_feed
from generator.render.views.leads import lead_words

_LENGTH = 50  # entries of the feed of all sources
_SHORT = 20  # of any other


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A source in a feed, or a record of changes.

    day: ISO date, with the first of what is not known
    """

    id: str
    path: str
    language: str
    title: str
    day: str
    author: str
    tags: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    path: of its file; page: of what it is a feed of
    updated: ISO day
    """

    path: str
    page: str
    title: str
    subtitle: str
    id: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feeds(index: CorpusIndex, site: Site) -> Iterator[Feed]:
    """All feeds of the site."""
    entries = _sources(index, index.corpus.documents, _LENGTH)
    name = _atom_id(site.title)
    yield Feed(FEED, "index.html", site.title, site.description, name, site.updated, entries)
    if site.changes:
        yield _of_changes(index, site)
    for entity in index.with_page:
        if path := entity_feed(entity):
            own = (index.documents[document] for document in reversed(entity.documents))
            yield _of_sources(index, site, entity_path(entity), path, entity.name, own)
    for facet in index.facets:
        for value in facet.values.values():
            if path := value_feed(facet, value):
                yield _of_sources(index, site, value.path, path, value.label, value.documents)


def _of_sources(
    index: CorpusIndex, site: Site, page: str, path: str, name: str, documents: Iterable[Document]
) -> Feed:
    entries = _sources(index, documents, _SHORT)
    updated = max((entry.day for entry in entries), default=site.updated)
    return Feed(path, page, f"{name} · {site.title}", "", _atom_id(path), updated, entries)


def _of_changes(index: CorpusIndex, site: Site) -> Feed:
    title = gettext("What changed")
    views = change_views(index)[:_SHORT]
    entries = tuple(
        FeedEntry(
            id=_atom_id(f"changes#{view.id}"),
            path=f"{changes_path()}#{view.id}",
            language="",
            title=f"{title}, {view.heading}",
            day=view.day,
            author="",
            tags=(),
            summary=" ".join(filter(None, (view.note, view.summary))),
        )
        for view in views
    )
    name, updated = _atom_id("changes"), max(entry.day for entry in entries)
    return Feed(CHANGES_FEED, changes_path(), f"{title} · {site.title}", "", name, updated, entries)


def _sources(index: CorpusIndex, documents: Iterable[Document], most: int) -> tuple[FeedEntry, ...]:
    # A feed knows no years before our era.
    dated = [document for document in documents if machine_date(document.date)]
    return tuple(_source(index, document) for document in dated[:most])


def _source(index: CorpusIndex, document: Document) -> FeedEntry:
    line = index.source_line(document)
    return FeedEntry(
        id=_atom_id(document.id),
        path=line.path,
        language=document.language,
        title=line.title,
        day=document.date + UNKNOWN_DAY[len(document.date) :],
        author="" if document.kind == NOTE else document.outlet,
        tags=document.tags,
        summary=document.summary or lead_words(index, document),
    )


def _atom_id(name: str) -> str:
    """An id that stays the same wherever the site is published (RFC 4287, 4.2.6)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sourcebook:{name}").urn
