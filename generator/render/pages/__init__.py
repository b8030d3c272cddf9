"""One module a kind of page. Each yields `Page`s: finished data, and the template for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.render.urls import root_of


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its template is applied.

    path: address below the site's root
    template: name of the template
    title: of the page alone, without the site's
    description: one plain sentence for search engines and previews
    section: name of the entry of the navigation that it belongs to, or ""
    view: what the template shows beside that, by name
    json_ld: schema.org description of what the page is about
    og_type: Open Graph type
    root: what leads from the page to the site's root
    """

    path: str
    template: str
    title: str
    description: str
    section: str
    view: Mapping[str, object]
    json_ld: Mapping[str, object] = field(default_factory=dict)
    og_type: str = "website"
    root: str = ""

    def __post_init__(self) -> None:
        if not self.root:
            object.__setattr__(self, "root", root_of(self.path))


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that need not be made if it stands there already.

    key: a digest of all that it depends on; see `generator.render.keys`
    """

    path: str
    key: str
    make: Callable[[], Page]


def plural(number: int, one: str, many: str = "") -> str:
    """ "1 source", "2 sources"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
