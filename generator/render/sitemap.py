"""The sitemap (sitemaps.org/protocol.html), with the day on which a page was last changed.

No clock and no times of files: what the project's records say, else the dates of the sources. A
page of which neither says anything has no day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Target
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import machine_date
from generator.render.page import PageRenderer
from generator.render.pagination import split
from generator.render.site import Site
from generator.render.urls import changes_path, document_path, entity_path

_MOST_ADDRESSES = 50_000  # in one sitemap
_FIRST_PAGE = "1991-08-06"  # no page of the web is older, however old the source


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its full address, and the ISO date on which it was changed, or ""."""

    address: str
    changed: str


def last_changes(index: CorpusIndex) -> Mapping[str, str]:
    """For pages of which it is known the date on which they were last changed, by their paths."""
    days = {document.id: machine_date(document.date) for document in index.corpus.documents}
    changes = index.corpus.changes
    if changes:
        # What is in no record was there when these began.
        days = dict.fromkeys(days, min(change.day for change in changes))
        for change in sorted(changes, key=lambda one: one.day):
            days |= dict.fromkeys((*change.new, *change.changed), change.day)
    days = {name: day for name, day in days.items() if day >= _FIRST_PAGE}
    found = {document_path(name): day for name, day in days.items()}
    for entity in index.with_page:
        found[entity_path(entity)] = max(
            (days.get(name, "") for name in entity.documents), default=""
        )
    for facet in index.facets:
        for value in facet.values.values():
            if value.shared:
                found[value.path] = max(days.get(document.id, "") for document in value.documents)
    newest = max((*days.values(), *(change.day for change in changes)), default="")
    found |= dict.fromkeys(("index.html", "sources/index.html"), newest)
    if changes:
        found[changes_path()] = max(change.day for change in changes)
    return found


def sitemaps(
    renderer: PageRenderer, site: Site, pages: Collection[str], changed: Mapping[str, str]
) -> Iterator[Target]:
    """A sitemap; of many pages several, and one that names them.

    pages: the paths of all pages
    changed: see `last_changes`
    """
    entries = [
        Entry(site.base_url + path.removesuffix("index.html"), changed.get(path, ""))
        for path in sorted(pages)
    ]
    parts: Sequence[Sequence[Entry]] = split(entries, _MOST_ADDRESSES)
    if len(parts) == 1:
        yield renderer.file("sitemap.xml", entries=entries)
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    for name, own in zip(names, parts, strict=True):
        yield renderer.file("sitemap.xml", name, entries=own)
    maps = [site.base_url + name for name in names]
    yield renderer.file("sitemap-index.xml", "sitemap.xml", maps=maps)
