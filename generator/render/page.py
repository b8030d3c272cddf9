"""The page renderer: a finished view through its template, with what all pages have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment
from jinja2.filters import do_truncate
from markupsafe import Markup, escape

from generator.model import Target
from generator.render.catalogues import NOT_FOUND, current
from generator.render.citing.forms import note
from generator.render.citing.packed import source_forms
from generator.render.citing.tags import tags
from generator.render.citing.works import Work, page_work
from generator.render.keys import digest, packed
from generator.render.pages import Page
from generator.render.site import HOME, Site
from generator.render.templating import render_template
from generator.render.urls import FEED

# Nothing but the site's own files, and no script or style inside a page. JSON-LD is data, which
# the policy does not touch.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)

_MEDIA_POLICY = f"{_POLICY}; media-src 'self'"
# Pagefind is a WebAssembly program.
_SEARCH_POLICY = _POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
# What a host may send with every file: all that any page needs. Each page itself allows less.
HEADER_POLICY = f"{_SEARCH_POLICY}; media-src 'self'; frame-ancestors 'self'"

_LONGEST_DESCRIPTION = 200  # characters; search engines show fewer


# An address in a page, but for what begins with a scheme or points into the page itself.
_ADDRESS = re.compile(r'(?<= )(href|src|poster)="((?:\.\./)*)([^"#?:/][^"#?:]*)(?=["#?])')


def _one_higher(found: re.Match[str]) -> str:
    """An address of a file that is there once for all languages: of anything but a page."""
    attribute, up, path = found.groups()
    return found[0] if path.endswith(".html") else f'{attribute}="../{up}{path}'


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one of the languages.

    path: from the page; address: the full one, if it is known
    current: whether it is the page itself
    """

    code: str
    name: str
    path: Markup
    address: Markup
    current: bool


class PageRenderer:
    """Applies the templates of one site.

    fingerprint: a digest of the settings, the templates and our code, on which all pages depend
    """

    def __init__(self, env: Environment, site: Site, fingerprint: str = "") -> None:
        self._env = env
        self._site = site
        self._common = digest(fingerprint.encode(), packed(site))

    def targets(self, make: Callable[..., Iterable[Page]], /, *values: object) -> Iterator[Target]:
        """The files of all pages that a function makes of some values."""
        return map(self.target, make(*values))

    def target(self, page: Page) -> Target:
        """The file of a page. Its key is the digest of all that its template is given."""
        key = digest(self._common, packed(page)).hex()
        return Target(page.path, key, lambda: self._render(page))

    def file(self, template: str, path: str = "", **values: object) -> Target:
        """A file other than a page; it is called like its template, or by the path given."""
        text = render_template(self._env, template, site=self._site, feed=FEED, **values)
        return Target.of(path or template, text.encode("utf-8", "replace"))

    def _render(self, page: Page) -> bytes:
        canonical = self._canonical(page)
        address = {"url": canonical} if canonical else {}
        work = page.work or page_work(self._site.folder + page.path, page.title, self._site)
        text = render_template(
            self._env,
            page.template,
            site=self._site,
            page=page,
            root=escape(page.root),
            csp=Markup(_policy(page)),
            feed=FEED,
            canonical=escape(canonical),
            alternates=self._alternates(page),
            share=escape(self._share(page)) if canonical else "",
            description=do_truncate(self._env, page.description, _LONGEST_DESCRIPTION),
            tags=() if page.path == NOT_FOUND else tags(work, self._site),
            citation=note(work),
            citation_key="" if page.work else work.key,
            citation_forms=_forms(page.work) if page.work else (),
            words=current().of_scripts("static/search" if page.section == "search" else "static"),
            json_ld={"@context": "https://schema.org", **page.json_ld, **address},
            **page.view,
        )
        if self._site.folder:
            text = _ADDRESS.sub(_one_higher, text)
        return text.encode("utf-8", "replace")

    def _canonical(self, page: Page) -> str:
        """The page's full address; "" when it is not known where the site will be published."""
        if not self._site.base_url or page.path == NOT_FOUND:
            return ""
        path = self._site.folder + page.path
        return self._site.base_url + path.removesuffix("index.html")

    def _alternates(self, page: Page) -> tuple[Alternate, ...]:
        """The same page in all languages, where there are several."""
        if page.path == NOT_FOUND:
            return ()
        top = page.root + ("../" if self._site.folder else "")
        base = self._site.base_url
        return tuple(
            Alternate(
                one.code,
                one.name,
                escape(f"{top}{one.folder}{page.path}"),
                escape(
                    base + f"{one.folder}{page.path}".removesuffix("index.html")
                    if base
                    else f"{top}{one.folder}{page.path}"
                ),
                one.code == self._site.language,
            )
            for one in self._site.editions
        )

    def _share(self, page: Page) -> str:
        """The full address of the picture that networks show with a link to the page."""
        name = page.section if page.section in self._site.shared else HOME
        return f"{self._site.base_url}static/share/{name}.png"


def _forms(work: Work) -> list[object]:
    """The forms of a source's citation as its page has them for the script."""
    found = source_forms(work)
    return [found.words, *found.forms]


def _policy(page: Page) -> str:
    """What the page may load."""
    if page.section == "search":
        return _SEARCH_POLICY
    return _MEDIA_POLICY if page.plays else _POLICY
