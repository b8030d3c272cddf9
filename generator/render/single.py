"""Single pages of a site, each made when it is asked for, long before the whole site could be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment

from generator.config import Config
from generator.model import FOLDERS, Corpus
from generator.render.catalogues import catalogue, languages_of, speaking
from generator.render.corpus_index import CorpusIndex
from generator.render.page import PageRenderer
from generator.render.pages import Page
from generator.render.pages.claims import claim_pages
from generator.render.pages.entities import entity_list, entity_pages
from generator.render.pages.figures import figure_pages
from generator.render.pages.home import home_page
from generator.render.pages.sources import source_list, source_pages
from generator.render.pages.timeline import timeline_overview, timeline_pages
from generator.render.site import Site, make_site

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class _Edition:
    """The pages in one language."""

    site: Site
    index: CorpusIndex
    renderer: PageRenderer


class SinglePages:
    """The pages that show what editors correct, in all languages of a site.

    corpus: what they show
    templates: compiled ones; see `compiled_templates`
    """

    def __init__(self, corpus: Corpus, config: Config, templates: Environment) -> None:
        self._corpus, self._config, self._templates = corpus, config, templates
        self._main, *self._others = languages_of(config)
        self._editions: dict[str, _Edition] = {}
        self._leading = frozenset(redirect.path for redirect in corpus.redirects)

    def page(self, path: str) -> bytes | None:
        """A page by its path; b"" if the site has none there, None if it is not made here."""
        code, _, rest = path.partition("/")
        if code not in self._others:
            code, rest = self._main, path
        with speaking(catalogue(code)):
            edition = self._edition(code)
            found = self._pages(edition, rest)
            if found is None:
                return None
            targets = map(edition.renderer.target, found)
            own = next((target for target in targets if target.path == rest), None)
            return own.render() if own else b""

    def _edition(self, code: str) -> _Edition:
        if code not in self._editions:
            site, index = make_site(self._corpus, self._config), CorpusIndex(self._corpus)
            self._editions[code] = _Edition(site, index, PageRenderer(self._templates, site))
        return self._editions[code]

    def _pages(self, edition: _Edition, path: str) -> Iterable[Page] | None:
        """The pages among which one must be, if it is there; None if it is of another kind."""
        site, index, size = edition.site, edition.index, self._config.page_size
        folder, _, rest = path.removesuffix(".html").partition("/")
        if not path.endswith(".html") or folder in site.without or path in self._leading:
            return None
        if path == "index.html":
            return home_page(index, site)
        if folder == "sources":
            return self._sources(edition, rest)
        if folder == "timeline":
            return _timeline(index, rest)
        if folder == "figures":
            return figure_pages(index) if index.corpus.series else ()
        if folder == "claims":
            return claim_pages(index, size) if index.corpus.claims else ()
        if folder not in _KINDS:
            return None
        name = rest.partition("/")[0]
        if rest == "index" or name == "by":
            return entity_list(index, _KINDS[folder], size)
        entity = index.entities.get(f"{folder}/{name}")
        return entity_pages(index, [entity] if entity and entity.has_page else [])

    def _sources(self, edition: _Edition, rest: str) -> Iterable[Page] | None:
        site, index = edition.site, edition.index
        if rest == "index":
            return source_list(index, self._config.page_size)
        if rest not in index.documents:
            return None
        position = next(n for n, d in enumerate(index.corpus.documents) if d.id == rest)
        return source_pages(index, site, [position])


def _timeline(index: CorpusIndex, rest: str) -> Iterable[Page] | None:
    if rest == "index":
        return timeline_overview(index)
    period = rest.partition("/")[0]
    if period == "published":
        return None
    return timeline_pages(index, [period] if period in index.periods.chunks else [])
