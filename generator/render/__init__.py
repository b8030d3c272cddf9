"""Render: from the corpus to the files of the site.

Everything a page shows is computed first (`generator.render.pages`), as plain data; templates only
put it into HTML. So the digest of that data is the page's key, and a template is applied only where
the digest is new. Files depend on nothing but the corpus, the configuration, the templates and the
static files: no clock, no chance.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from jinja2 import Environment

from generator.config import Config
from generator.engine.cache import Cache
from generator.errors import Problem
from generator.model import Corpus, ReadMedia, ReadOriginal, ReadPage, Target
from generator.render import exports, templating
from generator.render.catalogues import below, in_language, languages_of
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings import canvas
from generator.render.exports import records
from generator.render.page import PageRenderer
from generator.render.pages.sources import source_pages
from generator.render.plan import Plan, plan_site
from generator.render.redirects import name_addresses
from generator.render.search import pagefind, vocabulary
from generator.render.single import SinglePages
from generator.render.site import make_site
from generator.render.templating import environment

_LIBRARIES = (templating, canvas, exports, records, pagefind, vocabulary)
__all__ = [
    "Plan",
    "SinglePages",
    "compiled_templates",
    "name_addresses",
    "packages",
    "render",
    "render_sources",
]


def render(
    corpus: Corpus,
    config: Config,
    problems: tuple[Problem, ...],
    fingerprint: str = "",
    cache: Cache | None = None,
    content: ReadMedia = lambda media, scaled: b"",
    page_content: ReadPage = lambda picture: b"",
    original_content: ReadOriginal = lambda original: b"",
    kept: Cache | None = None,
) -> Plan:
    """Every file of the site. Its batches raise TemplateError when a template is wrong.

    problems: what was wrong with sources, for "How this site was made"
    fingerprint: a digest of the settings, the templates and our code, on which all pages depend
    cache: where the search index is stored for the next build
    content: the bytes of a file that documents show, or of a smaller version of a picture
    page_content: the bytes of the picture of a page
    original_content: the bytes of the file of a source
    kept: where parts of data files are kept for the next build
    """
    read = (content, page_content, original_content)
    return plan_site(corpus, config, problems, fingerprint, cache, kept, read)


def render_sources(
    corpus: Corpus, config: Config, names: Collection[str], templates: Environment
) -> Iterator[Target]:
    """The pages of some sources alone. `names`: ids of documents."""
    for number, code in enumerate(languages_of(config)):
        batch = in_language(code, partial(_sources, corpus, config, names, templates))
        yield from below(f"{code}/", batch) if number else batch()


def _sources(
    corpus: Corpus, config: Config, names: Collection[str], templates: Environment
) -> Iterator[Target]:
    site, index = make_site(corpus, config), CorpusIndex(corpus)
    positions = [n for n, document in enumerate(corpus.documents) if document.id in names]
    yield from PageRenderer(templates, site).targets(source_pages, index, site, positions)


def packages() -> tuple[str, ...]:
    """The distributions whose versions can change the files, sorted.

    Those whose versions can change an analysis, too, are in `generator.read.packages`.
    """
    return tuple(sorted({one for module in _LIBRARIES for one in module.PACKAGES}))


def compiled_templates(config: Config) -> Environment:
    """The templates, that of a source's page compiled already, for `render_sources`."""
    env = environment(config)
    env.get_template("source.html")
    return env
