"""One module for each kind of page. Each makes `Page`s: finished views and their templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.render.citing.works import Work
from generator.render.urls import root_of


@dataclass(frozen=True, slots=True)
class Page:
    """A finished view and the template for it.

    path: address below the site's root
    template: name of the template
    title: of the page alone, without the site's
    description: one plain sentence for search engines and previews
    section: name of the navigation entry that it belongs to, or ""
    view: what else the template shows, by name: texts, numbers, and tuples and dataclasses of
        these, all of them finished. Its digest is the page's key, so the template may know nothing
        else but the site's facts
    json_ld: schema.org description of what the page is about
    og_type: Open Graph type
    root: what leads from the page to the site's root
    plays: whether it has sound or film
    work: what its citation is of, if not of the page itself
    hidden: whether search engines shall leave it out
    feed: the path of a feed of its own, or ""
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
    plays: bool = False
    work: Work | None = None
    hidden: bool = False
    feed: str = ""

    def __post_init__(self) -> None:
        if not self.root:
            object.__setattr__(self, "root", root_of(self.path))


def collection(
    path: str, template: str, title: str, description: str, section: str, **view: object
) -> Page:
    """A page that is a list of other things."""
    json_ld = {"@type": "CollectionPage", "name": title}
    return Page(path, template, title, description, section, view, json_ld)
