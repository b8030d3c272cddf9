"""The body of a source as HTML: each sentence with its anchor, each name and date as a link.

The words and the sanitised tags come from `read`; here they are put together again. Sentence spans
stand outermost in a passage: where an inline element crosses the end of a sentence, it is closed
there and opened again in the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from types import MappingProxyType

from markupsafe import Markup

from generator.directions import CONTROLS
from generator.model import SOURCE_LINK, Document, Inline, Page, Passage, Sentence
from generator.render.catalogues import gettext, message
from generator.render.drawn import OBJECT, Body, drawn_body
from generator.render.escaping import escape_text as escape
from generator.render.urls import page_anchors
from generator.render.views.cited_pages import page_mark, pages_beside
from generator.render.views.note_links import NoteLinks
from generator.render.views.pictures import Files, media_html

NO_FILES: Files = MappingProxyType({})
NO_LINKS: Mapping[str, str] = MappingProxyType({})
_TO_SOURCE = f'<a href="{SOURCE_LINK}'
_SHOWN = re.compile(r'<img src="(media/[^"]*)" alt="([^"]*)" loading="lazy">')
_TASKS = {
    '<task done="yes">': (message("Done:"), "☑"),
    '<task done="no">': (message("To do:"), "☐"),
}
# What divides the cells of a row that is one passage, and what stands between two of them.
_BAR = re.compile(r" ?\| ?")
_NEXT_CELL = '</span></td><td><span class="s">'
_TURNS = {
    "page": message("page {label}"),
    "slide": message("slide {label}"),
    "sheet": message("sheet {label}"),
}
_CLASSED = ("caption", "note")
_NUMBERED = ("paragraph", "quote")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that links somewhere.

    start, end: offsets in the document's text
    path: address below the site's root
    kind: class of the link: "mention", "adjective" or "when"
    title: what the link says when pointed at, or ""
    preview: id of what is shown next to the link when pointed at, or ""
    """

    start: int
    end: int
    path: str
    kind: str
    title: str = ""
    preview: str = ""


def body_html(
    document: Document,
    marks: Iterable[Mark],
    root: str,
    files: Files = NO_FILES,
    links: Mapping[str, str] = NO_LINKS,
    quotations: Mapping[str, str] = NO_LINKS,
    *,
    quoted: bool = False,
) -> Markup:
    """The document's body.

    marks: spans to be marked; where two overlap, the earlier one is
    root: what leads from the page to the site's root
    files: those that documents show
    links: where links to other sources lead, by their addresses: paths below the site's root
    quotations: HTML of what stands below a passage that embeds it, by its address
    quoted: whether it is itself quoted on another page: without anchors, and without marks of notes
    """
    rest = _without_overlaps(marks)
    shown = drawn_body(document)
    notes = NoteLinks(document)
    pages = {} if quoted else _page_turns(document)
    turns = {number: [tag for tag, _ in own] for number, own in pages.items()}
    beside = pages_beside(document, pages)
    starts = [mark.start for mark in rest]
    parts: list[str] = []
    below: list[str] = []
    tables = 0
    for item in document.layout:
        if isinstance(item, int):
            passage = document.passages[item]
            inside = rest[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
            below = [quotations[a] for a in linked_sources(passage) if a in quotations]
            passage = _with_links(passage, links, root)
            writer = _Writer(shown, inside, root, None if quoted else notes, files, beside)
            if passage.kind in _CLASSED and parts[-1:] == ["<p>"]:
                parts[-1] = f'<p class="{passage.kind}">'
            if parts[-1:] == ["<tr>"]:
                passage = _with_cells(document.text, passage)
            turned = replace(passage, inline=_merged(passage.inline, turns.get(item, ())))
            words = writer.passage(turned)
            parts.append(words if quoted else _number(passage) + words + notes.back(passage))
            continue
        if item.startswith("<table"):
            tables += 1
            # There may be several quotations with tables on a page.
            label = (
                f'role="group" aria-label="{gettext("Quoted table")}"'
                if quoted
                else f'role="region" aria-label="{gettext("Table {number}", number=tables)}"'
            )
            parts.append(f'<div class="scroll" {label} tabindex="0">{item}')
        elif item == "</table>":
            parts.append("</table></div>")
        else:
            parts.append(item)
        parts += below  # below the element of the passage that embeds it
        below = []
    # Everything in it is escaped text, or tags that `read` has sanitised.
    return Markup("".join(parts))


def linked_sources(passage: Passage) -> Iterator[str]:
    """The addresses of a passage's links to other sources."""
    for tag in passage.inline:
        if tag.role == "open" and tag.html.startswith(_TO_SOURCE):
            yield _address(tag)


def _address(tag: Inline) -> str:
    return unescape(tag.html[len(_TO_SOURCE) :].partition('"')[0])


def _with_cells(text: str, passage: Passage) -> Passage:
    """A row of a table whose one sentence goes on from cell to cell, where bars divide them."""
    tags = [Inline(passage.start, "cell", "<td>", "void")]
    for bar in _BAR.finditer(text, passage.start, passage.end):
        tags += [
            Inline(bar.start(), "span", '<span class="hidden">', "open"),
            Inline(bar.end(), "span", "</span>", "close"),
            Inline(bar.end(), "cell", _NEXT_CELL, "void"),
        ]
    tags.append(Inline(passage.end, "cell", "</td>", "void"))
    return replace(passage, inline=tuple(tags))


def _with_links(passage: Passage, links: Mapping[str, str], root: str) -> Passage:
    """The passage with its links to other sources leading there; only their words stay if not."""
    if not any(tag.html.startswith(_TO_SOURCE) for tag in passage.inline):
        return passage
    tags = []
    opened: list[str] = []
    for tag in passage.inline:
        if tag.role == "open":
            if tag.html.startswith(_TO_SOURCE):
                path = links.get(_address(tag))
                name = "a" if path else "span"
                html = f'<a href="{escape(root + path)}">' if path else "<span>"
                tag = replace(tag, name=name, html=html)
            opened.append(tag.name)
        elif tag.role == "close" and opened:
            name = opened.pop()
            tag = tag if tag.name == name else replace(tag, name=name, html=f"</{name}>")
        tags.append(tag)
    return replace(passage, inline=tuple(tags))


def _without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.kind)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _page_turns(document: Document) -> dict[int, list[tuple[Inline, Page]]]:
    """Where each page of a source that has pages begins, as tags of the passages.

    What stands on a page may be read before its beginning (notes); a page begins with its first
    line in the order of the text. Of the moments of a recording, each passage shows its first.
    """
    turns: dict[int, list[tuple[Inline, Page]]] = {}
    anchors = page_anchors(document)
    seen: set[int] = set()
    for passage in document.passages:
        for line in passage.lines:
            page = document.pages[line.page]
            if line.page not in seen and (not page.is_moment or line == passage.lines[0]):
                seen.add(line.page)
                tag = _page_turn(page, anchors[line.page])
                turn = Inline(line.start, "span", tag, "void"), page
                turns.setdefault(passage.number, []).append(turn)
    return turns


def _page_turn(page: Page, anchor: str) -> str:
    label, anchor, mark = escape(page.label), escape(anchor), escape(page_mark(page))
    if page.is_moment:
        return (
            f'<a class="page" id="{anchor}" href="#{anchor}" aria-label="{label}"'
            f' data-page="{mark}"></a>'
        )
    name = gettext(_TURNS[page.kind], label=label)
    return (
        f'<span class="page" id="{anchor}" role="doc-pagebreak" title="{name}"'
        f' data-page="{mark}"></span>'
    )


def _task(tag: Inline) -> str:
    """The box of an item that is to be done, or is; "" for any other tag."""
    if tag.html not in _TASKS:
        return ""
    words, sign = _TASKS[tag.html]
    return f'<span class="task" role="img" aria-label="{gettext(words)}">{sign}</span> '


def _merged(tags: Sequence[Inline], more: Sequence[Inline]) -> tuple[Inline, ...]:
    return tuple(sorted((*tags, *more), key=lambda tag: tag.offset)) if more else tuple(tags)


def _number(passage: Passage) -> str:
    """A link in the margin, to cite the passage by its first sentence."""
    if passage.kind not in _NUMBERED:
        return ""
    anchor, number = escape(passage.sentences[0].anchor), passage.number + 1
    label = gettext("Link to passage {number}", number=number)
    return f'<a class="number" href="#{anchor}" aria-label="{label}">{number}</a>'


class _Writer:
    """Writes one passage. `notes`: None where it is quoted, without anchors and marks of notes.

    pages: those by which a sentence is cited, where nothing before it shows them
    """

    def __init__(
        self,
        shown: Body,
        marks: Sequence[Mark],
        root: str,
        notes: NoteLinks | None,
        files: Files,
        pages: Mapping[str, str],
    ) -> None:
        self.text = shown.text
        self.around = shown.around
        self.marks = list(reversed(marks))  # the next one last
        self.root, self.notes, self.files, self.pages = root, notes, files, pages
        self.active: list[Inline] = []
        self.parts: list[str] = []

    def passage(self, passage: Passage) -> str:
        """The passage's sentences, with the white space and the tags between them."""
        tags = passage.inline
        at, next_tag = passage.start, 0
        for sentence in passage.sentences:
            while next_tag < len(tags) and tags[next_tag].offset <= sentence.start:
                self._between(tags[next_tag])
                next_tag += 1
            self.parts.append(escape(self.text[at : sentence.start]))
            first = next_tag
            while next_tag < len(tags) and self._belongs(tags[next_tag], sentence):
                next_tag += 1
            self._sentence(sentence, tags[first:next_tag])
            at = sentence.end
        for tag in tags[next_tag:]:
            self._between(tag)
        return "".join(self.parts)

    @staticmethod
    def _belongs(tag: Inline, sentence: Sentence) -> bool:
        return tag.offset < sentence.end or (tag.offset == sentence.end and tag.role == "close")

    def _between(self, tag: Inline) -> None:
        """A tag outside any sentence; elements are opened again in the next sentence."""
        if tag.role == "void":
            self.parts.append(self._tag(tag))
        elif tag.role == "open":
            self.active.append(tag)
        elif self.active:
            self.active.pop()

    def _sentence(self, sentence: Sentence, inside: Sequence[Inline]) -> None:
        anchor = f' class="s" id="{escape(sentence.anchor)}"' if self.notes else ""
        if sentence.anchor in self.pages:
            anchor += f' data-pages="{escape(self.pages[sentence.anchor])}"'
        self.parts.append(f"<span{anchor}>")
        opening, closing = self.around.get(sentence.start, ("", ""))
        self.parts += [opening, *(self._tag(tag) for tag in self.active)]
        at = sentence.start
        for tag in inside:
            self._words(at, tag.offset)
            at = tag.offset
            self.parts.append(self._tag(tag))
            if tag.role == "open":
                self.active.append(tag)
            elif tag.role == "close" and self.active:
                self.active.pop()
        self._words(at, sentence.end)
        self.parts += [f"</{escape(tag.name)}>" for tag in reversed(self.active)]
        self.parts.append(f"{closing}</span>")

    def _words(self, start: int, end: int) -> None:
        """Text without tags, with its marks."""
        while self.marks and self.marks[-1].end <= start:
            self.marks.pop()
        at = start
        for mark in reversed(self.marks):
            first, last = max(mark.start, at), min(mark.end, end)
            if first >= end:
                break
            self.parts.append(escape(self.text[at:first].replace(OBJECT, "")))
            self._mark(mark, escape(self.text[first:last].replace(OBJECT, "")))
            at = last
        self.parts.append(escape(self.text[at:end].replace(OBJECT, "")))

    def _mark(self, mark: Mark, words: str) -> None:
        if any(tag.name == "a" for tag in self.active):
            self.parts.append(words)  # a link of the source's own stays its own
            return
        title = f' title="{escape(mark.title)}"' if mark.title else ""
        preview = f' data-preview="{escape(mark.preview)}"' if mark.preview else ""
        address = f"{self.root}{escape(mark.path)}"
        self.parts.append(f'<a class="{mark.kind}" href="{address}"{title}{preview}>{words}</a>')

    def _tag(self, tag: Inline) -> str:
        linked = any(one.name == "a" for one in self.active)
        if tag.name == "task":
            return _task(tag)
        if tag.name == "noteref":
            return self.notes.mark(tag, linked=linked) if self.notes else ""
        html = CONTROLS.sub("", tag.html)
        found = _SHOWN.fullmatch(html)
        if not found:
            return html
        # `read` writes every file that a text shows as a picture; what kind it is, is known here.
        media, alt = self.files.get(found[1]), unescape(found[2])
        return media_html(media, alt, self.root, linked=linked) if media else escape(alt)
