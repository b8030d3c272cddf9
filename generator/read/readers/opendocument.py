"""OpenDocument texts (.odt): headings, lists, tables, notes, links, boxes.

As with Word documents, hidden text, tracked deletions and comments are left out and reported, and
neither an author nor a date is taken from the file's properties.
"""

from __future__ import annotations

from typing import Any

from generator.model import Source
from generator.read.draft import Drafts
from generator.read.office.hidden import take_hidden
from generator.read.office.odf import Left, Styles, TextWriter, count_changes
from generator.read.office.package import child, elements
from generator.read.office.reports import changes, hidden_text
from generator.read.office.texts import drafts_of_text
from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import Archive, open_zip

SUFFIXES = (".odt", ".ott", ".fodt")
BINARY = True
PACKAGES = ("lxml",)


def read_source(source: Source) -> Drafts:
    """One document."""
    styles = Styles()
    if source.data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # a flat file
        root = parse_xml(source.data)
        styles.add(root)
        about = root
    else:
        archive = open_zip(source.data)
        root, about = content_of(archive, styles)
    body = next(elements(root, "text"), None) if root is not None else None
    if body is None:
        raise Refused("Not an OpenDocument text.", "Save it again as .odt.")
    left = Left()
    count_changes(body, left)
    left.hidden = take_hidden(body, styles)
    html = TextWriter(styles, left).document(body)
    problems = hidden_text(source, left.hidden)
    notes = changes(source, left.deleted, left.inserted, left.comments)
    title = title_of(about)
    return drafts_of_text(source, html, ".odt", problems, notes, title, left.pictures)


def content_of(archive: Archive, styles: Styles) -> tuple[Any, Any]:
    """The content of a package and its properties, or None; adds the styles that it defines."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise Refused("Protected by a password.", "Save it without one.")
    root = parse_xml(archive.read("content.xml"), doctype=True)
    if "styles.xml" in archive:
        styles.add(parse_xml(archive.read("styles.xml"), doctype=True))
    styles.add(root)
    about = parse_xml(archive.read("meta.xml"), doctype=True) if "meta.xml" in archive else None
    return root, about


def title_of(about: Any) -> str:
    """The title in the properties, or ""."""
    meta = next(elements(about, "meta"), None) if about is not None else None
    title = child(meta, "title") if meta is not None else None
    return " ".join("".join(title.itertext()).split()) if title is not None else ""
