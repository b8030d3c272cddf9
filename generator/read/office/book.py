"""Books in EPUB: what the package says of itself, and its chapters in the order of reading.

EPUB 2 and 3 (idpf.org, w3.org/TR/epub-33). What the book itself calls its cover, contents, title
page or imprint is not a chapter, nor are notes, which go with the chapters that refer to them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from generator.read.office.book_contents import (
    contents_of,
    spine,
    tree_of,
    types_of,
    words_of,
)
from generator.read.office.book_text import Chapter, Writer, heading_of, mark_pages, pieces
from generator.read.office.package import elements, value
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
_LONGEST = 500  # characters of a title


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


def chapters_of(archive: Archive, name: str, package: Any) -> tuple[tuple[Chapter, ...], int]:
    """The chapters in the order of the spine, and how many files are not read in that order.

    A file that the contents do not name goes on with the chapter before it.

    name: of the package document
    """
    folder = posixpath.dirname(name)
    contents = contents_of(archive, folder, package)
    read = dict(spine(archive, folder, package, _PAGES))
    bodies = {
        path: body
        for path, in_order in read.items()
        if in_order
        and (tree := tree_of(archive.read(path))) is not None
        and (body := tree.find("body")) is not None
    }
    writer = Writer({path: _notes(body) for path, body in bodies.items()})
    aside = {path for path in bodies if contents.kinds.get(path, set()) & _NO_CHAPTERS}
    chapters: list[Chapter] = []
    for path, body in bodies.items():
        mark_pages(body, path, contents.pages)
        if _is_aside(body) or (path in aside and len(aside) < len(bodies)):
            writer.pass_by(body)
            continue
        for piece, entry in pieces(body, contents.entries.get(path, ())):
            if entry or not contents.entries or not chapters:
                anchor = f"#{entry.anchor}" if entry and _begin_in(chapters, path) else ""
                title = entry.title if entry else heading_of(piece)
                chapters.append(Chapter(path + anchor, title))
            writer.add(chapters[-1], piece, path)
    return tuple(chapters), len(read) - sum(read.values())


def _begin_in(chapters: Sequence[Chapter], path: str) -> bool:
    """Whether a chapter begins in a file."""
    return bool(chapters) and chapters[-1].name.partition("#")[0] == path


def _is_aside(body: Any) -> bool:
    """Whether a page says that it is not a chapter, but a title page, say, or notes."""
    parts = [part for part in body if isinstance(part.tag, str)]
    kinds = types_of(body) | (types_of(parts[0]) if len(parts) == 1 else set())
    return bool(kinds & (_NO_CHAPTERS | _NOTES))


def _notes(body: Any) -> dict[str, str]:
    """The notes of a page that has notes only, which other pages refer to."""
    if not _is_aside(body):
        return {}
    found: dict[str, str] = {}
    for element in body.iter("li", "aside", "p", "div"):
        if element.get("id") and element.find("section") is None:
            found.setdefault(element.get("id"), words_of(element))
    return found
