"""What a book says of its files: its table of contents, what is not a chapter, where pages begin.

EPUB 3 has a navigation document, EPUB 2 an NCX file and a guide.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from generator.read.office.package import child, elements, value
from generator.read.xml import parse_xml
from generator.read.zips import Archive, safe_name

_LONGEST = 500  # characters of a title


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents.

    anchor: the id of the element where it begins in its file; "" for the beginning of the file
    above: the lines under which it stands, the outermost first
    """

    anchor: str
    title: str
    above: tuple[str, ...]


@dataclass(slots=True)
class Contents:
    """What a book says of its files, by their paths.

    entries: the chapters that begin in each
    kinds: what kinds of pages they are: "cover", "toc"
    pages: what printed pages are called, by path and id of the element where each begins
    """

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)
    pages: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, target: str, path: str, title: str, above: tuple[str, ...]) -> None:
        """Add a line of the contents. Deeper ones than the first of a file are its sections."""
        own = self.entries.setdefault(path, [])
        if title and (not own or len(above) <= len(own[0].above)):
            own.append(Entry(anchor_of(target), title, above))


def contents_of(archive: Archive, folder: str, package: Any) -> Contents:
    """The contents of a book. `folder`: of its package document."""
    found = Contents()
    for reference in elements(package, "reference"):
        path = path_of(folder, value(reference, "href"))
        found.kinds.setdefault(path, set()).add(value(reference, "type"))
    for item in elements(package, "item"):
        path = path_of(folder, value(item, "href"))
        if path not in archive:
            continue
        own = posixpath.dirname(path)
        if "nav" in value(item, "properties").split():
            tree = tree_of(archive.read(path))
            for link in tree.iter("a") if tree is not None else ():
                _add_link(found, own, link)
        elif value(item, "media-type") == "application/x-dtbncx+xml" and not found.entries:
            _add_ncx(found, own, parse_xml(archive.read(path), doctype=True))
    _tell_apart(found)
    return found


def _add_link(found: Contents, folder: str, link: Any) -> None:
    target = link.get("href") or ""
    path = path_of(folder, target)
    found.kinds.setdefault(path, set()).update(types_of(link))
    nav = next(link.iterancestors("nav"), None)
    if nav is None:
        return
    if "page-list" in types_of(nav):
        found.pages.setdefault((path, anchor_of(target)), words_of(link))
    elif types_of(nav) <= {"toc"}:
        above = (item for item in link.iterancestors("li") if link.getparent() is not item)
        labels = (next((words_of(e) for e in item.iterchildren("a", "span")), "") for item in above)
        found.add(target, path, words_of(link), tuple(labels)[::-1])


def _add_ncx(found: Contents, folder: str, root: Any) -> None:
    for point in elements(root, "navPoint", "pageTarget"):
        label, content = child(point, "navLabel"), child(point, "content")
        if label is None or content is None:
            continue
        target = value(content, "src")
        path = path_of(folder, target)
        if etree.QName(point).localname == "pageTarget":
            found.pages.setdefault((path, anchor_of(target)), words_of(label))
            continue
        outer = (child(one, "navLabel") for one in point.iterancestors("{*}navPoint"))
        above = (words_of(one) if one is not None else "" for one in outer)
        found.add(target, path, words_of(label), tuple(above)[::-1])


def _tell_apart(found: Contents) -> None:
    """Give chapters of one title those above them, such as the books of a bundle."""
    known = Counter(entry.title for entries in found.entries.values() for entry in entries)
    for path, entries in found.entries.items():
        found.entries[path] = [
            Entry(e.anchor, ": ".join(filter(None, (*e.above, e.title))), e.above)
            if known[e.title] > 1
            else e
            for e in entries
        ]


def path_of(folder: str, href: str) -> str:
    """The path in the book of what an address leads to."""
    return safe_name(posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))))


def anchor_of(href: str) -> str:
    """The id that an address leads to; "" if it leads to a whole file."""
    return unquote(href.partition("#")[2])


def tree_of(data: bytes) -> Any:
    """The tree of a page; None if there is nothing in it."""
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def types_of(element: Any) -> set[str]:
    """What a book calls an element (`epub:type`)."""
    return set((element.get("epub:type") or "").split())


def words_of(element: Any) -> str:
    """The words of an element on one line, not too many."""
    return " ".join("".join(element.itertext()).split())[:_LONGEST]


def items_of(package: Any) -> Mapping[str, Any]:
    """The files of a book by their ids."""
    return {value(item, "id"): item for item in elements(package, "item")}


def spine(
    archive: Archive, folder: str, package: Any, media_types: tuple[str, ...]
) -> Iterator[tuple[str, bool]]:
    """The files of a book in the order of reading, and whether each is read in that order."""
    items = items_of(package)
    seen = set()
    for reference in elements(package, "itemref"):
        item = items.get(value(reference, "idref"))
        if item is None or value(item, "media-type") not in media_types:
            continue
        path = path_of(folder, value(item, "href"))
        is_nav = "nav" in value(item, "properties").split()
        if path in archive and path not in seen and not is_nav:
            seen.add(path)
            yield path, value(reference, "linear") != "no"
