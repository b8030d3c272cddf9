"""Pages that the project's people write themselves, and what of the archive they show in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

EmbedKind = Literal["event", "figure", "quote", "timeline", "map"]
EMBED_KINDS: tuple[EmbedKind, ...] = get_args(EmbedKind)
PAGES_FOLDER = "pages"  # of the project, and of the site


@dataclass(frozen=True, slots=True)
class Embed:
    """A derived part of the archive on an own page, with its provenance.

    names: of what it shows, as its page has them or, after `derive`, ids: of an event, a series,
        a document and the anchor of its sentence
    options: further conditions, by name: "entity", "first", "last", "most"
    line: where it stands in the file of its page, counted from 1
    """

    kind: EmbedKind
    names: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    line: int = 0

    def option(self, name: str) -> str:
        """The value of an option, or ""."""
        return dict(self.options).get(name, "")


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that the project's people wrote.

    path: below the site's root
    shown: its file, as messages name it
    label: its name in the menu; "" if it is not there
    order: its place among the own pages of the menu
    parts: sanitised HTML, and embeds, in their order
    """

    path: str
    shown: str
    title: str
    description: str
    label: str
    order: int
    parts: tuple[str | Embed, ...]
