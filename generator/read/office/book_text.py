"""The text of a book's files as the markup of its chapters, with its notes and printed pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from generator.read.html_body import page_mark
from generator.read.office.book_contents import Entry, anchor_of, path_of, types_of, words_of
from generator.read.office.package import drop

_DROPPED = ("img", "svg", "script", "style", "audio", "video", "object", "iframe", "nav", "head")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AROUND = ("div", "section", "article", "main")
_PAGE = "page"  # attribute of our marks, with what the page is called
_LABEL = re.compile(r"(?<!\w)(\d+|[ivxlcdm]+)\W*$", re.IGNORECASE)  # "Page 12."
_LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    name: the path of its first file in the book, and where it begins in it if not at its beginning
    title: as the contents have it, or its first heading; "" if it has neither
    parts: the text of its files, not yet sanitised
    pages: what the printed pages are called on which it stands, in order
    """

    name: str
    title: str
    parts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


def heading_of(body: Any) -> str:
    """The first heading in a file; "" if it has none."""
    return next((words for h in body.iter(*_HEADINGS) if (words := words_of(h))), "")


def pieces(body: Any, entries: Sequence[Entry]) -> Iterator[tuple[Any, Entry | None]]:
    """The parts of a file: what stands before its first chapter, if anything does, with None; then
    each chapter that begins in it.
    """
    while body.text is None or not body.text.strip():
        if len(body) != 1 or body[0].tag not in _AROUND:
            break
        body = body[0]
    ids = {element.get("id"): element for element in body.iter("*") if element.get("id")}
    current: Entry | None = None if entries and entries[0].anchor else next(iter(entries), None)
    for entry in entries:
        before = _before(body, ids.get(entry.anchor)) if entry is not current else None
        if before is not None:
            yield before, current
            current = entry
        elif current is None:
            current = entry
    yield body, current


def _before(body: Any, found: Any) -> Any:
    """What stands in a page before an element, taken out of it; None if nothing does."""
    while found is not None and found is not body and found.getparent() is not body:
        found = found.getparent()
    if found is None or found is body or body.index(found) == 0:
        return None
    before = etree.Element("body")
    before.text, body.text = body.text, None
    before.extend(body[: body.index(found)])
    return before if "".join(before.itertext()).strip() else None


def mark_pages(body: Any, path: str, labels: Mapping[tuple[str, str], str]) -> None:
    """Put a mark where each printed page begins, with what it is called."""
    for element in list(body.iter("*")):
        name = element.get("id") or ""
        if element.tag == "br":
            element.attrib.clear()
        is_mark = "pagebreak" in types_of(element) or element.get("role") == "doc-pagebreak"
        said = (element.get("title"), element.get("aria-label"), words_of(element))
        label = labels.get((path, name), "") if name else ""
        label = label or (next(filter(None, said), "") if is_mark else "")
        if is_mark:
            element.clear(keep_tail=True)
            element.tag = "br"
            if name:
                element.set("id", name)
        if label:
            mark = element if is_mark else etree.Element("br")
            mark.set(_PAGE, _called(label))
            if not is_mark and element is not body:
                element.addprevious(mark)
    if first := labels.get((path, "")):
        mark = etree.Element("br", {_PAGE: _called(first)})
        mark.tail, body.text = body.text, None
        body.insert(0, mark)


def _called(label: str) -> str:
    found = _LABEL.search(label)
    return found[1] if found else label[:_LONGEST_LABEL]


@dataclass(slots=True)
class Writer:
    """Writes files as parts of chapters, in the order of reading.

    notes: words of notes by the path of their file and their ids
    reached: what the printed page is called that has been reached; "" before the first
    """

    notes: Mapping[str, Mapping[str, str]]
    reached: str = ""

    def add(self, chapter: Chapter, body: Any, path: str) -> None:
        """Add a file to a chapter, with the notes to which it refers, and without its title."""
        first = next(body.iter(*_HEADINGS), None)
        if first is not None and not chapter.parts and _is_title(words_of(first), chapter.title):
            drop(first)
        for element in body.iter("*"):
            if element.get("hidden") is not None:
                element.tag = "script"
        etree.strip_elements(body, *_DROPPED, with_tail=False)
        goes_on = bool(self.reached) and not chapter.pages and not _begins_page(body)
        if goes_on:
            chapter.pages.append(self.reached)
        self._mark(chapter, body, path)
        found = "".join(
            [body.text or "", *(html.tostring(part, encoding="unicode") for part in body)]
        )
        chapter.parts.append(f"{page_mark(0)}{found}" if goes_on else found)

    def pass_by(self, body: Any) -> None:
        """Go through a file that is no part of a chapter."""
        marks = [mark.get(_PAGE) for mark in body.iter("br") if mark.get(_PAGE)]
        self.reached = marks[-1] if marks else self.reached

    def _mark(self, chapter: Chapter, body: Any, path: str) -> None:
        """Number the marks of pages, and mend the links."""
        noted = False
        for element in list(body.iter("br", "a")):
            label = element.get(_PAGE) if element.tag == "br" else None
            if label:
                self.reached = label
                element.attrib.clear()
                element.set("id", f"page:{len(chapter.pages)}")
                chapter.pages.append(label)
            elif element.tag == "a":
                noted = self._mend_link(element, body, path, len(chapter.pages) - 1) or noted
        if noted and chapter.pages:
            etree.SubElement(body, "br", id=f"page:{len(chapter.pages) - 1}")

    def _mend_link(self, link: Any, body: Any, path: str, page: int) -> bool:
        """Let a mark lead to its note, which is added if it stands elsewhere; other ways within the
        book lead nowhere. Whether a note was added, which counts to the page of its mark.
        """
        href = link.get("href") or ""
        if "noteref" in types_of(link):
            link.set("role", "doc-noteref")
        if not href or href.startswith(("#", "mailto:")) or "://" in href:
            return False
        anchor = anchor_of(href)
        file = path_of(posixpath.dirname(path), href)
        link.attrib.pop("href")
        is_mark = link.get("role") == "doc-noteref"
        words = self.notes.get(file, {}).get(anchor, "") if is_mark else ""
        if not words:
            return False
        if page >= 0:
            etree.SubElement(body, "br", id=f"page:{page}")
        etree.SubElement(body, "div", id=f"note-{anchor}").text = words
        link.set("href", f"#note-{anchor}")
        return True


def _is_title(heading: str, title: str) -> bool:
    """Whether a heading is the title of its chapter, before which the book's part may stand."""
    return bool(heading) and (title == heading or title.endswith(f": {heading}"))


def _begins_page(body: Any) -> bool:
    """Whether a page begins before any words."""
    if (body.text or "").strip():
        return False
    for element in body.iterdescendants("*"):
        if element.get(_PAGE):
            return True
        if (element.text or "").strip() or (not len(element) and (element.tail or "").strip()):
            return False
    return False
