"""Render: from the corpus to the files of the site.

Everything a page shows is computed first (`generator.render.pages`), as plain data; templates only
put it into HTML. Files are made one at a time, in a fixed order, and depend on nothing but the
corpus, the configuration, the templates and the static files: no clock, no chance.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from jinja2 import Environment

from generator.config import Config
from generator.errors import Problem
from generator.model import Corpus, Output
from generator.render.address import FEED
from generator.render.data import DataFile, data_files
from generator.render.environment import environment, render_template, static_files
from generator.render.exports import export_files, mention_tables
from generator.render.finding import search_files
from generator.render.outlines import Outlines
from generator.render.pages import Page
from generator.render.pages.about import about_pages
from generator.render.pages.entities import entity_lists, entity_pages
from generator.render.pages.graph import graph_page
from generator.render.pages.home import home_page
from generator.render.pages.published import published_pages
from generator.render.pages.sources import source_list, source_pages
from generator.render.pages.timeline import timeline_pages
from generator.render.site import Site, make_site
from generator.render.views import Library

_FEED_LENGTH = 50


def render(corpus: Corpus, config: Config, problems: tuple[Problem, ...]) -> Iterator[Output]:
    """Every file of the site. Raises TemplateError when a template is wrong."""
    site = make_site(corpus, config, problems)
    library = Library(corpus)
    files = (*data_files(library), *export_files(library, site))
    env = environment(config)
    pages: list[str] = []
    for page in _pages(library, site, config, files):
        text = render_template(
            env,
            page.template,
            site=site,
            page=page,
            csp=_SEARCH_POLICY if page.section == "search" else _POLICY,
            feed=FEED,
            canonical=_canonical(site, page),
            json_ld=_json_ld(site, page),
            **page.view,
        )
        if page.path != "404.html":
            pages.append(page.path)
        yield Output(page.path, text.encode("utf-8", "replace"))
    for path, text in _machine_files(env, site, library, pages):
        yield Output(path, text.encode("utf-8", "replace"))
    yield from (file.output for file in files)
    yield from mention_tables(library, site)
    if config.search:
        yield from search_files(library, config.language)
    yield from (Output(path, data) for path, data in corpus.media)
    for path, file in static_files(config).items():
        yield Output(path, file.read_bytes())


# Nothing but the site's own files, and no script or style inside a page. JSON-LD is data, which
# the policy does not touch.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# Pagefind is a WebAssembly program.
_SEARCH_POLICY = _POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


def _pages(
    library: Library, site: Site, config: Config, files: tuple[DataFile, ...]
) -> Iterator[Page]:
    size = config.page_size
    yield from home_page(library, site)
    yield from source_list(library, size)
    yield from source_pages(library, site)
    yield from timeline_pages(library)
    yield from published_pages(library, size)
    outlines = Outlines()
    yield from entity_lists(library, outlines, size)
    yield from entity_pages(library, outlines)
    yield from graph_page(library)
    yield from about_pages(library, site, files, config.min_mentions)


def _canonical(site: Site, page: Page) -> str:
    """The page's full address; "" when it is not known where the site will stand."""
    if not site.base_url or page.path == "404.html":
        return ""
    return site.base_url + page.path.removesuffix("index.html")


def _json_ld(site: Site, page: Page) -> dict[str, object]:
    canonical = _canonical(site, page)
    address = {"url": canonical} if canonical else {}
    return {"@context": "https://schema.org", **page.json_ld, **address}


def _machine_files(
    env: Environment, site: Site, library: Library, pages: list[str]
) -> Iterator[tuple[str, str]]:
    """What programs read: the feed, the sitemap, robots.txt, and a mark for GitHub Pages."""
    dated = [d for d in library.corpus.documents if d.date][:_FEED_LENGTH]
    entries = [(_atom_id(d.id), library.source_line(d), d) for d in dated]
    values = {"site": site, "entries": entries, "feed": FEED, "id": _atom_id(site.title)}
    yield FEED, render_template(env, "feed.xml", **values)
    yield "robots.txt", render_template(env, "robots.txt", site=site)
    yield ".nojekyll", ""
    if site.base_url:
        # The protocol wants full addresses: without a base_url there can be no sitemap.
        addresses = [site.base_url + path.removesuffix("index.html") for path in pages]
        yield "sitemap.xml", render_template(env, "sitemap.xml", addresses=addresses)


def _atom_id(name: str) -> str:
    """An id that stays the same wherever the site stands (RFC 4287, 4.2.6)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"sourcebook:{name}").urn
