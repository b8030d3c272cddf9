"""The plan of a site: all of its files, ready to be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, zip_longest

from markupsafe import Markup

from generator.config import Config
from generator.engine.cache import Cache
from generator.errors import Problem
from generator.model import (
    FOLDERS,
    Batch,
    Closing,
    Corpus,
    Entity,
    Stored,
    Target,
)
from generator.render.catalogues import below, catalogue, in_language, languages_of, speaking
from generator.render.citing.own_forms import PATH as OWN_FORMS
from generator.render.citing.own_forms import own_forms
from generator.render.copied import Read, copied, root_targets, share_targets
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.calendar import calendar_file
from generator.render.exports.citations import citation_files
from generator.render.exports.datapackage import PATH as DATAPACKAGE
from generator.render.exports.datapackage import datapackage
from generator.render.exports.digests import Digests
from generator.render.exports.followthemoney import followthemoney_file
from generator.render.exports.gexf import gexf_file
from generator.render.exports.json import data_files
from generator.render.exports.parts import KeptParts
from generator.render.exports.shards import Shards, with_index
from generator.render.exports.statements import (
    claim_files,
    claims_table,
    figure_files,
    figures_table,
)
from generator.render.exports.tables import (
    entity_table,
    mentions_table,
    timeline_table,
)
from generator.render.exports.timelinejs import timelinejs_file
from generator.render.feeds import feeds
from generator.render.naming import named, naming
from generator.render.page import HEADER_POLICY, PageRenderer
from generator.render.pages import Page
from generator.render.pages.about import about_pages, data_page
from generator.render.pages.browse import card_pages, facet_pages
from generator.render.pages.changes import change_pages
from generator.render.pages.claims import claim_pages
from generator.render.pages.entities import entity_list, entity_pages
from generator.render.pages.figures import figure_pages
from generator.render.pages.graph import connections_file, graph_page
from generator.render.pages.home import home_page
from generator.render.pages.own import own_pages
from generator.render.pages.published import published_pages
from generator.render.pages.sources import source_list, source_pages
from generator.render.pages.timeline import timeline_overview, timeline_pages
from generator.render.pagination import split
from generator.render.redirects import FormerPage, former_pages
from generator.render.search.data import search_files
from generator.render.site import Site, make_site
from generator.render.sitemap import last_changes, sitemaps
from generator.render.templating import environment
from generator.render.urls import document_path, root_of
from generator.root_files import REPLACEABLE, root_files

_BATCH = 100  # sources, or entities, whose pages are one batch


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of the site, ready to be made, in any process and in any order.

    batches: each makes some files, and needs nothing of the others
    closing: makes the files that describe others, from all those by path
    """

    batches: tuple[Batch, ...]
    closing: Closing


@dataclass(frozen=True, slots=True)
class _Part:
    """What some pages show, and what it is called where they cannot be made.

    subject: id of the document or entity, or ""
    values: what the pages are made of besides the corpus
    """

    what: str
    subject: str = ""
    values: tuple[object, ...] = ()


def plan_site(
    corpus: Corpus,
    config: Config,
    problems: Sequence[Problem],
    fingerprint: str,
    cache: Cache | None,
    kept: Cache | None,
    read: Read,
) -> Plan:
    """The plan of a site; see `generator.render.render`."""
    main, *others = languages_of(config)
    with speaking(catalogue(main)):
        plan = _plan(corpus, config, problems, fingerprint, cache, kept, read)
    found = {main: plan}
    for code in others:
        with speaking(catalogue(code)):
            found[code] = _edition(corpus, config, problems, fingerprint)
    batches = (in_language(code, b) for code, own in found.items() for b in own.batches)
    return Plan(tuple(batches), partial(_closings, {c: own.closing for c, own in found.items()}))


def _closings(closings: Mapping[str, Closing], stored: Mapping[str, Stored]) -> Iterator[Target]:
    for code, closing in closings.items():
        yield from in_language(code, partial(closing, stored))()


def _edition(corpus: Corpus, config: Config, problems: Sequence[Problem], fingerprint: str) -> Plan:
    """The pages in a further language; all other files are there once."""
    site, index = make_site(corpus, config), CorpusIndex(corpus)
    index.complete()
    renderer = PageRenderer(environment(config), site, fingerprint)
    batches = _pages(index, site, config, problems, renderer)

    def closing(stored: Mapping[str, Stored]) -> Iterator[Target]:
        files = _data_files(index, site, Digests(index))
        page = data_page(site, *with_index(files, index.shards, stored))
        return below(site.folder, lambda: [renderer.target(page)])

    return Plan(tuple(partial(below, site.folder, batch) for batch in batches), closing)


def _plan(
    corpus: Corpus,
    config: Config,
    problems: Sequence[Problem],
    fingerprint: str,
    cache: Cache | None,
    kept: Cache | None,
    read: Read,
) -> Plan:
    site, index = make_site(corpus, config), CorpusIndex(corpus)
    index.complete()
    digests = Digests(index)
    files = _data_files(index, site, digests)
    parts = KeptParts(kept, fingerprint) if kept and index.shards.documents else None
    if parts:
        digests.complete()
    renderer = PageRenderer(environment(config), site, fingerprint)
    given = root_files(config).files.keys()
    batches: list[Batch] = []
    if config.search:
        # What takes longest goes first, so that nobody waits for it at the end.
        batches.append(partial(search_files, index, config.language, cache))
    batches += [partial(_data_file, file, parts) for file in files]
    batches += _pages(index, site, config, problems, renderer)
    batches.append(partial(_machine_files, renderer, site, index, given))
    former = former_pages(index)
    batches.append(partial(_redirects, renderer, site, former))
    batches.append(partial(copied, corpus, config, read))
    batches.append(partial(share_targets, index, site, config, fingerprint))
    unlisted = {page.path for page in former}
    unlisted |= given
    hidden = [document_path(d) for d in corpus.documents if site.is_hidden(d)]
    folders = [one.folder for one in site.editions] or [""]
    unlisted |= {folder + path for folder in folders for path in hidden}
    given_to_closing = (files, index.shards, frozenset(unlisted), last_changes(index))
    return Plan(tuple(batches), partial(_closing, renderer, site, config, *given_to_closing))


def _data_files(index: CorpusIndex, site: Site, digests: Digests) -> tuple[DataFile, ...]:
    """The files to download, in the order of their page."""
    files = (
        *data_files(index, digests),
        entity_table(index),
        mentions_table(index, site, digests),
        *claim_files(index, digests),
        claims_table(index, site, digests),
        *figure_files(index),
        figures_table(index, site),
        gexf_file(index),
        followthemoney_file(index, site, digests),
        timeline_table(index, site, digests),
        calendar_file(index, site, digests),
        timelinejs_file(index, site, digests),
        *citation_files(index, site),
    )
    kept = (f for f in files if _section_of(f.whole or f.path) not in site.without)
    return tuple(replace(f, path=f.path + site.packed) if f.packs else f for f in kept)


def _section_of(path: str) -> str:
    """The section whose data a file holds: "timeline" of "data/timeline-js.json"."""
    return re.split("[-.]", path.rpartition("/")[2], maxsplit=1)[0]


def _pages(
    index: CorpusIndex,
    site: Site,
    config: Config,
    problems: Sequence[Problem],
    renderer: PageRenderer,
) -> Iterator[Batch]:
    def pages(make: Callable[..., Iterable[Page]], *values: object) -> Batch:
        what = f"The {make.__name__.replace('_', ' ')}"
        return partial(_of_each, renderer, make, (index, *values), (_Part(what),))

    def each(make: Callable[..., Iterable[Page]], own: Sequence[_Part], *values: object) -> Batch:
        return partial(_of_each, renderer, make, (index, *values), own)

    def entity(one: Entity) -> _Part:
        return _Part(f"The page of “{one.name}” ({one.id})", one.id, ([one],))

    def source(position: int) -> _Part:
        one = index.corpus.documents[position]
        return _Part(f"The page of {one.path} ({one.id})", one.id, ([position],))

    def period(name: str) -> _Part:
        return _Part(f"The timeline of {name}", "", ([name],))

    if "graph" not in site.without:
        yield pages(graph_page)
        yield partial(connections_file, index)
    entities = split(index.with_page, _BATCH)
    positions = split(range(len(index.corpus.documents)), _BATCH)
    periods = split(index.periods.pages, _BATCH)
    kinds = (
        [each(entity_pages, tuple(map(entity, own))) for own in entities],
        [each(source_pages, tuple(map(source, own)), site) for own in positions],
        [each(timeline_pages, tuple(map(period, own))) for own in periods],
    )
    # In turn: where two processes make files in one folder, one waits for the other.
    yield from filter(None, chain.from_iterable(zip_longest(*kinds)))
    for kind, folder in FOLDERS.items():
        if folder not in site.without:
            yield pages(entity_list, kind, config.page_size)
    if index.corpus.series:
        yield pages(figure_pages)
    if index.corpus.claims:
        yield pages(claim_pages, config.page_size)
    if site.changes:
        yield pages(change_pages)
    yield pages(source_list, config.page_size)
    yield pages(card_pages, config.page_size)
    yield pages(facet_pages, config.page_size)
    if "timeline" not in site.without:
        yield pages(published_pages, config.page_size)
        yield pages(timeline_overview)
    if index.corpus.own_pages:
        yield pages(own_pages)
    yield pages(home_page, site)
    yield pages(about_pages, site, config.min_mentions, problems)


def _of_each(
    renderer: PageRenderer,
    make: Callable[..., Iterable[Page]],
    values: Sequence[object],
    parts: Sequence[_Part],
) -> Iterator[Target]:
    """The pages that a function makes of some values and, one part after another, of its own."""
    for part in parts:
        with naming(part.what, part.subject):
            yield from renderer.targets(make, *values, *part.values)


def _data_file(file: DataFile, parts: KeptParts | None = None) -> Iterator[Target]:
    yield Target(file.path, "", partial(named, file.path, partial(file.contents, parts)))


def _machine_files(
    renderer: PageRenderer, site: Site, index: CorpusIndex, given: Collection[str]
) -> Iterator[Target]:
    """What programs read: the feeds, robots.txt, and what hosts want to know.

    given: paths of the project's root files, which may replace what hosts and robots read
    `_headers` is for Netlify and Cloudflare Pages, `.nojekyll` for GitHub Pages.
    """
    for feed in feeds(index, site):
        yield renderer.file("feed.xml", feed.path, own=feed)
    hosts = (
        renderer.file("robots.txt"),
        renderer.file("_headers", policy=Markup(HEADER_POLICY)),
        Target.of(".nojekyll", b""),
        Target.of(OWN_FORMS, own_forms(site)),
    )
    yield from (file for file in hosts if file.path not in REPLACEABLE.intersection(given))


def _redirects(
    renderer: PageRenderer, site: Site, former: Sequence[FormerPage]
) -> Iterator[Target]:
    for page in former:
        values = {
            "root": root_of(page.path),
            "address": root_of(page.path) + page.target,
            "canonical": site.base_url + page.target if site.base_url else "",
            "page": page,
        }
        yield renderer.file("redirect.html", page.path, **values)


def _closing(
    renderer: PageRenderer,
    site: Site,
    config: Config,
    files: Sequence[DataFile],
    shards: Shards,
    unlisted: Collection[str],
    changed: Mapping[str, str],
    stored: Mapping[str, Stored],
) -> Iterator[Target]:
    """What describes other files, or may replace none: index, data page, sitemap, root files.

    unlisted: paths of pages that are in no sitemap
    changed: see `last_changes`
    """
    files, stored = with_index(files, shards, stored)
    for file in files[: 1 if shards.documents else 0]:
        yield from _data_file(file)
    page = data_page(site, files, stored)
    yield from root_targets(config, {*stored, page.path, DATAPACKAGE, "sitemap.xml"})
    yield renderer.target(page)
    yield Target.of(DATAPACKAGE, datapackage(site, files, stored))
    if site.base_url:
        # The protocol wants full addresses: without a base_url there can be no sitemap.
        pages = {path for path in stored if path.endswith(".html")} - {"404.html"}
        pages |= {page.path, *(one.folder + page.path for one in site.editions)}
        yield from sitemaps(renderer, site, pages.difference(unlisted), changed)
