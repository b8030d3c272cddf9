"""Render: from the corpus to the files of the site.

Everything a page shows is computed first (`generator.render.pages`), as plain data; templates only
put it into HTML. Files are made in batches, which may be made anywhere and in any order; they
depend on nothing but the corpus, the configuration, the templates and the static files: no clock,
no chance.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, zip_longest
from typing import Any

from generator.config import Config
from generator.engine.cache import Cache
from generator.errors import Problem
from generator.model import FOLDERS, Corpus, Entity, Target
from generator.render.corpus_index import Library
from generator.render.drawings.coastlines import Outlines
from generator.render.exports.json import DataFile, data_files
from generator.render.exports.tables import export_files, mention_table
from generator.render.keys import Keys
from generator.render.page import Press
from generator.render.pages.about import about_pages, data_page
from generator.render.pages.entities import entity_list, entity_pages
from generator.render.pages.graph import graph_page
from generator.render.pages.home import home_page
from generator.render.pages.published import published_pages
from generator.render.pages.sources import about, source_list, source_page, source_pages
from generator.render.pages.timeline import timeline_overview, timeline_pages
from generator.render.pagination import split
from generator.render.search.data import search_files
from generator.render.site import Site, make_site
from generator.render.templating import environment, static_files
from generator.render.urls import FEED, mentions_path
from generator.render.views.related import related_sources

Batch = Callable[[], Iterable[Target]]
_FEED_LENGTH = 50
_MOST_ADDRESSES = 50_000  # in one sitemap
_BATCH = 100  # sources, or entities, whose pages are one batch


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of the site, ready to be made, in any process and in any order.

    batches: each makes some files, and needs nothing of the others
    closing: makes the files that describe others, from the sizes in bytes of all those, by path
    """

    batches: tuple[Batch, ...]
    closing: Callable[[Mapping[str, int]], Iterable[Target]]


def render(
    corpus: Corpus,
    config: Config,
    problems: tuple[Problem, ...],
    edition: str = "",
    cache: Cache | None = None,
) -> Plan:
    """Every file of the site. Its batches raise TemplateError when a template is wrong.

    edition: a digest of the settings, the templates and our code, on which all pages depend
    cache: where the search index is kept for the next time
    """
    site = make_site(corpus, config, problems)
    library = Library(corpus)
    library.complete()
    files = (*data_files(library), *export_files(library, site))
    press = Press(environment(config), site)
    batches: list[Batch] = []
    if config.search:
        # What takes longest goes first, so that nobody waits for it at the end.
        batches.append(partial(search_files, library, config.language, cache))
    batches += [partial(_data_file, file) for file in files]
    own = config.templates.is_dir()
    keys = Keys(library, site, edition, partial(about, library), own_templates=own)
    batches += _pages(library, site, config, press, keys)
    batches.append(partial(_machine_files, press, site, library))
    batches.append(partial(_copied, corpus, config))
    return Plan(tuple(batches), partial(_last, press, site, files))


class SourcePages:
    """Makes pages of single sources, again and again, with templates that were compiled once."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._env = environment(config)
        self._env.get_template("source.html")

    def render(self, corpus: Corpus, names: Collection[str]) -> Iterator[Target]:
        """The pages of some sources of a corpus. `names`: ids of documents."""
        site = make_site(corpus, self._config, ())
        library, press = Library(corpus), Press(self._env, site)
        for place, document in enumerate(corpus.documents):
            if document.id in names:
                related = related_sources(library, document)
                page = source_page(library, site, place, related)
                yield Target.of(page.path, press.page(page))


def _pages(
    library: Library, site: Site, config: Config, press: Press, keys: Keys
) -> Iterator[Batch]:
    size = config.page_size
    outlines = Outlines()

    def pages(make: Callable[..., Iterable[Any]], *values: object) -> Batch:
        return partial(press.views, make, keys, library, *values)

    def sheets(make: Callable[..., Iterable[Any]], *values: object) -> Batch:
        return partial(press.sheets, make, library, keys, *values)

    yield pages(graph_page)
    entities = split(library.corpus.entities, _BATCH)
    places = split(range(len(library.corpus.documents)), _BATCH)
    kinds = (
        [sheets(entity_pages, outlines, own) for own in entities],
        [sheets(source_pages, site, own) for own in places],
        [partial(_tables, library, keys, site, own) for own in entities],
        [sheets(timeline_pages, own) for own in split(library.periods, _BATCH)],
    )
    # In turn: where two processes make files in one folder, one waits for the other.
    yield from filter(None, chain.from_iterable(zip_longest(*kinds)))
    for kind in FOLDERS:
        yield pages(entity_list, outlines, kind, size)
    yield pages(source_list, size)
    yield pages(published_pages, size)
    yield pages(timeline_overview)
    yield pages(home_page, site)
    yield pages(about_pages, site, config.min_mentions)


def _data_file(file: DataFile) -> Iterator[Target]:
    yield Target(file.path, "", file.make)


def _tables(
    library: Library, keys: Keys, site: Site, entities: Sequence[Entity]
) -> Iterator[Target]:
    for entity in entities:
        make = partial(mention_table, library, site, entity)
        yield Target(mentions_path(entity), keys.table(entity), make)


def _copied(corpus: Corpus, config: Config) -> Iterator[Target]:
    """Files that go as they are: pictures of the sources, styles and scripts."""
    yield from (Target.of(path, data) for path, data in corpus.media)
    for path, file in static_files(config).items():
        yield Target(path, "", file.read_bytes)


def _machine_files(press: Press, site: Site, library: Library) -> Iterator[Target]:
    """What programs read: the feed, robots.txt, and a mark for GitHub Pages."""
    dated = [d for d in library.corpus.documents if d.date][:_FEED_LENGTH]
    entries = [(_atom_id(d.id), library.source_line(d), d) for d in dated]
    yield press.file(FEED, entries=entries, id=_atom_id(site.title))
    yield press.file("robots.txt")
    yield Target.of(".nojekyll", b"")


def _last(
    press: Press, site: Site, files: Sequence[DataFile], sizes: Mapping[str, int]
) -> Iterator[Target]:
    """What tells of other files: the page of data with their sizes, and the sitemap."""
    page = data_page(site, files, sizes)
    yield Target.of(page.path, press.page(page))
    if site.base_url:
        # The protocol wants full addresses: without a base_url there can be no sitemap.
        pages = {path for path in sizes if path.endswith(".html")} - {"404.html"} | {page.path}
        addresses = [site.base_url + path.removesuffix("index.html") for path in sorted(pages)]
        yield from _sitemaps(press, site, addresses)


def _sitemaps(press: Press, site: Site, addresses: Sequence[str]) -> Iterator[Target]:
    """A sitemap; of many pages several, and one that names them (sitemaps.org/protocol.html)."""
    parts = split(addresses, _MOST_ADDRESSES)
    if len(parts) == 1:
        yield press.file("sitemap.xml", addresses=addresses)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, own in zip(names, parts, strict=True):
        yield press.file("sitemap.xml", name, addresses=own)
    yield press.file("sitemap-index.xml", "sitemap.xml", maps=[site.base_url + n for n in names])


def _atom_id(name: str) -> str:
    """An id that stays the same wherever the site stands (RFC 4287, 4.2.6)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sourcebook:{name}").urn
