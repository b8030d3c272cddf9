"""Books in EPUB: what the package says of itself, and its chapters in the order of reading.

EPUB 2 and 3 (idpf.org, w3.org/TR/epub-33). What the book itself calls its cover, contents, title
page or imprint is not a chapter, nor are notes, which go with the chapters that refer to them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from generator.read.office.package import child, drop, elements, value
from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import Archive, safe_name

DATE = "Date of the e-book"  # a fact that pages show
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Of fonts, which anybody may read.
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/html+xml")
# By the vocabularies for `epub:type`, for landmarks, and for the guide of EPUB 2.
_NO_CHAPTERS = frozenset(
    (
        *("cover", "frontcover", "toc", "title-page", "titlepage", "halftitlepage", "imprint"),
        *("copyright-page", "colophon", "landmarks", "page-list", "loi", "lot", "index"),
    )
)
_NOTES = frozenset(("endnotes", "rearnotes", "footnotes", "endnote", "rearnote", "footnote"))
_DROPPED = ("img", "svg", "script", "style", "audio", "video", "object", "iframe", "nav", "head")
_LONGEST = 500  # characters of a title
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of itself.

    title, language, publisher, date: "" if it does not say; the date is that of the e-book
    original: the date of the first publication, or ""
    authors, subjects: in their order
    """

    title: str
    authors: tuple[str, ...]
    language: str
    publisher: str
    date: str
    original: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    name: the path of its first file in the book
    title: as the contents have it, or its first heading; "" if it has neither
    parts: the text of its files, not yet sanitised
    """

    name: str
    title: str
    parts: list[str]


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the spine: its body, and the words of the notes in it by their ids."""

    body: Any
    notes: Mapping[str, str]


def package_of(archive: Archive) -> tuple[str, Any]:
    """The name of the package document, and its root. Raises Refused for a protected book."""
    if _ENCRYPTION in archive:
        for method in elements(parse_xml(archive.read(_ENCRYPTION)), "EncryptionMethod"):
            if value(method, "Algorithm") not in _OBFUSCATED:
                raise Refused("Protected against copying (DRM).", "Add a copy without protection.")
    for file in elements(parse_xml(archive.read(_CONTAINER), doctype=True), "rootfile"):
        name = safe_name(unquote(value(file, "full-path")))
        if name in archive:
            return name, parse_xml(archive.read(name), doctype=True)
    raise Refused("Damaged: the package document is missing.", "Download it again.")


def book_of(package: Any) -> Book:
    """What the package document says of the book."""
    about = next(elements(package, "metadata"), None)
    roles = {
        value(meta, "refines").lstrip("#"): (meta.text or "").strip()
        for meta in (elements(about, "meta") if about is not None else ())
        if value(meta, "property") == "role"
    }
    found: dict[str, list[str]] = {}
    for element in about.iter("{*}*") if about is not None else ():
        name = etree.QName(element).localname
        text = " ".join("".join(element.itertext()).split())[:_LONGEST]
        role = value(element, "role") or roles.get(value(element, "id"), "")
        if name == "date":
            name = f"date {value(element, 'event')}".strip()
        if text and (name != "creator" or role in ("", "aut")):
            found.setdefault(name, []).append(text)

    def first(*names: str) -> str:
        return next((found[name][0] for name in names if name in found), "")

    return Book(
        first("title"),
        tuple(dict.fromkeys(found.get("creator", ()))),
        first("language"),
        first("publisher"),
        first("date", "date publication", "date ops-publication"),
        first("date original-publication"),
        tuple(dict.fromkeys(found.get("subject", ()))),
    )


def chapters_of(archive: Archive, name: str, package: Any) -> tuple[Chapter, ...]:
    """The chapters in the order of the spine.

    A file that the contents do not name goes on with the chapter before it.

    name: of the package document
    """
    folder = posixpath.dirname(name)
    items = {value(i, "id"): i for i in elements(package, "item")}
    titles, kinds = _contents(archive, folder, package, items)
    files = {
        path: _File(body, _notes(body))
        for path in _spine(archive, folder, package, items)
        if (tree := _page(archive.read(path))) is not None
        and (body := tree.find("body")) is not None
    }
    aside = {path for path, file in files.items() if kinds.get(path, set()) & _NO_CHAPTERS}
    chapters: list[Chapter] = []
    for path, file in files.items():
        body = file.body
        if _is_aside(body) or (path in aside and len(aside) < len(files)):
            continue
        anchor, known = titles.get(path, ("", ""))
        before = _before(body, anchor) if anchor and chapters else None
        if before is not None:
            chapters[-1].parts.append(_markup(before, path, files, ""))
        if known or not titles or not chapters:
            title = known or _heading(body)
            chapters.append(Chapter(path, title, [_markup(body, path, files, title)]))
        else:
            chapters[-1].parts.append(_markup(body, path, files, ""))
    return tuple(chapters)


def _spine(archive: Archive, folder: str, package: Any, items: Mapping[str, Any]) -> Iterator[str]:
    seen = set()
    for reference in elements(package, "itemref"):
        item = items.get(value(reference, "idref"))
        if item is None or value(item, "media-type") not in _PAGES:
            continue
        path = _path(folder, value(item, "href"))
        is_nav = "nav" in value(item, "properties").split()
        if (
            path in archive
            and path not in seen
            and not is_nav
            and value(reference, "linear") != "no"
        ):
            seen.add(path)
            yield path


def _path(folder: str, href: str) -> str:
    return safe_name(posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))))


def _contents(
    archive: Archive, folder: str, package: Any, items: Mapping[str, Any]
) -> tuple[dict[str, tuple[str, str]], dict[str, set[str]]]:
    """For each file the id of the element where the first chapter in it begins and its title; and
    what kinds of pages the book says that they are.
    """
    titles: dict[str, tuple[str, str]] = {}
    kinds: dict[str, set[str]] = {}
    for reference in elements(package, "reference"):
        kinds.setdefault(_path(folder, value(reference, "href")), set()).add(
            value(reference, "type")
        )
    for item in items.values():
        path = _path(folder, value(item, "href"))
        if path not in archive:
            continue
        own = posixpath.dirname(path)
        if "nav" in value(item, "properties").split():
            tree = _page(archive.read(path))
            for link in tree.iter("a") if tree is not None else ():
                target = _path(own, link.get("href") or "")
                kinds.setdefault(target, set()).update(_types(link))
                nav = next(link.iterancestors("nav"), None)
                if nav is not None and _types(nav) <= {"toc"}:
                    anchor = (link.get("href") or "").partition("#")[2]
                    titles.setdefault(target, (anchor, _words(link)))
        elif value(item, "media-type") == "application/x-dtbncx+xml" and not titles:
            for point in elements(parse_xml(archive.read(path), doctype=True), "navPoint"):
                label, content = child(point, "navLabel"), child(point, "content")
                if label is not None and content is not None:
                    source = value(content, "src")
                    anchor = source.partition("#")[2]
                    titles.setdefault(_path(own, source), (anchor, _words(label)))
    return titles, kinds


def _page(data: bytes) -> Any:
    """The tree of a page; None if there is nothing in it."""
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _types(element: Any) -> set[str]:
    return set((element.get("epub:type") or "").split())


def _is_aside(body: Any) -> bool:
    """Whether a page says that it is not a chapter, but a title page, say, or notes."""
    parts = [part for part in body if isinstance(part.tag, str)]
    kinds = _types(body) | (_types(parts[0]) if len(parts) == 1 else set())
    return bool(kinds & (_NO_CHAPTERS | _NOTES))


def _notes(body: Any) -> dict[str, str]:
    """The notes of a page that has notes only, which other pages refer to."""
    if not _is_aside(body):
        return {}
    found: dict[str, str] = {}
    for element in body.iter("li", "aside", "p", "div"):
        if element.get("id") and element.find("section") is None:
            found.setdefault(element.get("id"), _words(element))
    return found


def _before(body: Any, anchor: str) -> Any:
    """What stands in a page before an element, taken out of it; None if nothing does."""
    found = next((part for part in body.iter("*") if part.get("id") == anchor), None)
    while found is not None and found is not body and found.getparent() is not body:
        found = found.getparent()
    if found is None or found is body or body.index(found) == 0:
        return None
    before = etree.Element("body")
    before.text, body.text = body.text, None
    before.extend(body[: body.index(found)])
    return before if "".join(before.itertext()).strip() else None


def _heading(body: Any) -> str:
    return next((words for h in body.iter(*_HEADINGS) if (words := _words(h))), "")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())[:_LONGEST]


def _markup(body: Any, path: str, files: Mapping[str, _File], title: str) -> str:
    """The markup of a page, with the notes to which it refers, and without its title."""
    first = next(body.iter(*_HEADINGS), None)
    if title and first is not None and _words(first) == title:
        drop(first)
    for element in body.iter("*"):
        if element.get("hidden") is not None or _types(element) & {"pagebreak"}:
            element.tag = "script"
    etree.strip_elements(body, *_DROPPED, with_tail=False)
    for link in list(body.iter("a")):
        _mend_link(link, body, path, files)
    return "".join([body.text or "", *(html.tostring(part, encoding="unicode") for part in body)])


def _mend_link(link: Any, body: Any, path: str, files: Mapping[str, _File]) -> None:
    """Let a mark lead to its note, which is added if it stands elsewhere; other ways within the
    book lead nowhere.
    """
    href = link.get("href") or ""
    if "noteref" in _types(link):
        link.set("role", "doc-noteref")
    if not href or href.startswith(("#", "mailto:")) or "://" in href:
        return
    file, _, anchor = href.partition("#")
    tree = files.get(_path(posixpath.dirname(path), file))
    link.attrib.pop("href")
    words = tree.notes.get(anchor) if tree and link.get("role") == "doc-noteref" else ""
    if words:
        etree.SubElement(body, "div", id=f"note-{anchor}").text = words
        link.set("href", f"#note-{anchor}")
