"""The press: a page's data through its template, with what all pages have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import Environment

from generator.model import Target
from generator.render.keys import Keys
from generator.render.pages import Draft, Page
from generator.render.site import Site
from generator.render.templating import render_template
from generator.render.urls import FEED

# Nothing but the site's own files, and no script or style inside a page. JSON-LD is data, which
# the policy does not touch.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# Pagefind is a WebAssembly program.
_SEARCH_POLICY = _POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


class Press:
    """Applies the templates of one site."""

    def __init__(self, env: Environment, site: Site) -> None:
        self._env = env
        self._site = site

    def sheets(self, make: Callable[..., Iterable[Draft]], /, *values: object) -> Iterator[Target]:
        """The files of all pages that a function makes of some values, made if they are needed."""

        def sheet(draft: Draft) -> Target:
            return Target(draft.path, draft.key, lambda: self.page(draft.make()))

        return map(sheet, make(*values))

    def views(
        self, make: Callable[..., Iterable[Page]], keys: Keys, /, *values: object
    ) -> Iterator[Target]:
        """The same for pages of which only the templates may not have to be applied."""

        def sheet(page: Page) -> Target:
            return Target(page.path, keys.view(page), lambda: self.page(page))

        return map(sheet, make(*values))

    def page(self, page: Page) -> bytes:
        """The file of a page."""
        canonical = self._canonical(page)
        address = {"url": canonical} if canonical else {}
        text = render_template(
            self._env,
            page.template,
            site=self._site,
            page=page,
            root=page.root,
            csp=_SEARCH_POLICY if page.section == "search" else _POLICY,
            feed=FEED,
            canonical=canonical,
            json_ld={"@context": "https://schema.org", **page.json_ld, **address},
            **page.view,
        )
        return text.encode("utf-8", "replace")

    def file(self, template: str, path: str = "", **values: object) -> Target:
        """A file that is no page; it has the name of its template, or the one given."""
        text = render_template(self._env, template, site=self._site, feed=FEED, **values)
        return Target.of(path or template, text.encode("utf-8", "replace"))

    def _canonical(self, page: Page) -> str:
        """The page's full address; "" when it is not known where the site will stand."""
        if not self._site.base_url or page.path == "404.html":
            return ""
        return self._site.base_url + page.path.removesuffix("index.html")
