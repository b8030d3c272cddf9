"""Notes that another note embeds (`![[note#Part]]`), shown there as quotations with their source.

They are part of the page alone: what is found in a text is found once, in the note itself. What is
quoted quotes nothing in turn, so that notes may embed each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from generator.model import EMBEDDED, Document, Link
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.drawn import drawn
from generator.render.escaping import escape_text as escape
from generator.render.urls import document_path
from generator.render.view_types import own_attributes
from generator.render.views.body_html import body_html
from generator.render.views.links import links_of

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_MOST = 50  # quotations on one page
_LONGEST = 4_000  # code points of one


def quotations(index: CorpusIndex, document: Document, root: str) -> Mapping[str, str]:
    """The quotations on the page of a document as HTML, by the addresses of what it embeds."""
    found: dict[str, str] = {}
    for link in index.links_from.get(document.id, ()):
        if link.address.startswith(EMBEDDED) and link.address not in found and len(found) < _MOST:
            quoted = _quotation(index, link, root)
            if quoted:
                found[link.address] = quoted
    return found


def _quotation(index: CorpusIndex, link: Link, root: str) -> str:
    """What is below a heading of a note, or all of it; "" where that cannot be quoted."""
    target = index.documents[link.target]
    whole = "#" not in unquote(link.address)
    if not (link.anchor or whole) or (whole and link.target == link.where.document):
        return ""  # no such heading, or the note itself
    layout, cut = _layout(target, link.anchor)
    if not layout:
        return ""
    links = links_of(index, target)
    body = body_html(replace(target, layout=layout), (), root, index.files, links, quoted=True)
    path = document_path(target)
    address = escape(f"{root}{path}#{link.anchor}" if link.anchor else f"{root}{path}")
    line = index.source_line(target)
    title = f'<cite><a href="{address}">{drawn(line.title)}</a></cite>'
    same = target.language == index.documents[link.where.document].language
    language = "" if same else line.language or own_attributes()
    return (
        f'<div class="embedded"{language}>{body}'
        f'<p class="small">{title}{gettext(", continued there") if cut else ""}</p></div>'
    )


def _layout(document: Document, anchor: str) -> tuple[tuple[str | int, ...], bool]:
    """The layout of what is quoted, and whether more would follow.

    anchor: of the heading whose part is quoted; "" for all. Headings are shown as paragraphs, since
        those of the page are others.
    """
    part = _Part()
    level = 0
    begun = not anchor
    for item in document.layout:
        if isinstance(item, int):
            passage = document.passages[item]
            if not begun:
                begun = passage.sentences[0].anchor == anchor
                level = passage.level
            elif passage.level and passage.level <= level:
                break  # the next part
            elif part.size > _LONGEST:
                return part.closed(), True
            else:
                part.size += passage.end - passage.start
                part.layout.append(item)
        elif begun and not part.take(item):
            break
    return part.closed(), False


class _Part:
    """A part of a layout, with each element closed that it opens. `size`: code points of it."""

    def __init__(self) -> None:
        self.layout: list[str | int] = []
        self.size = 0
        self._opened: list[str] = []

    def take(self, tag: str) -> bool:
        """Take a tag; False where it ends what the part is in."""
        name = tag.strip("</>").partition(" ")[0]
        if not tag.startswith("</"):
            if name in _HEADINGS:
                name, tag = "p", '<p class="heading">'
            if name != "hr":
                self._opened.append(name)
            self.layout.append(tag)
        elif self._opened:
            self.layout.append(f"</{self._opened.pop()}>")
        else:
            return name in _HEADINGS and not self.layout  # the heading above the part
        return True

    def closed(self) -> tuple[str | int, ...]:
        """What was taken; nothing if it has no words."""
        while self._opened and not isinstance(self.layout[-1], int):
            if self.layout[-1].startswith("</"):
                break
            self.layout.pop()  # an element of which nothing was taken
            self._opened.pop()
        if not any(isinstance(item, int) for item in self.layout):
            return ()
        return (*self.layout, *(f"</{name}>" for name in reversed(self._opened)))
