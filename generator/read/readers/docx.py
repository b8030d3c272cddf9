"""Word documents (.docx): headings, lists, tables, notes, links, boxes.

What the page does not show is not published, and reported: hidden text, tracked deletions,
comments. Neither an author nor a date is taken from the file's properties, which are often those of
a template or of the last program that saved it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Container
from typing import Any

from lxml import etree

from generator.errors import Problem
from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.office.package import (
    core_title,
    elements,
    main_part,
    relations,
    relations_part,
)
from generator.read.office.reports import changes, hidden_text
from generator.read.office.texts import drafts_of_text
from generator.read.office.word import Removed, add_heading_styles, clean_part, styles_of
from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import Archive, open_zip, packed

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
BINARY = True
PACKAGES = ("lxml", "mammoth")

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
_NOTES = ("footnotes", "endnotes")
_KEPT = (*_NOTES, "styles", "numbering")
_CELL = re.compile(r"(<t[dh]\b[^<>]*>)<p>((?:[^<]|<(?!/?p>))*)</p>(</t[dh]>)")  # one paragraph
_EMPTY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styles"


def read_source(source: Source) -> Drafts:
    """One document."""
    archive = open_zip(source.data)
    removed = Removed()
    package = _prepared(archive, removed)
    html = _html(package)
    problems, notes = _reported(source, removed)
    title = core_title(archive)
    return drafts_of_text(source, html, ".docx", problems, notes, title, removed.pictures)


def _prepared(archive: Archive, removed: Removed) -> bytes:
    """The package with those parts that have text, and in them only what a page shows."""
    main = main_part(archive)
    parts: dict[str, Any] = {main: parse_xml(archive.read(main))}
    kinds = {}
    for relation in relations(archive, main):
        if relation.kind in _KEPT and relation.target in archive and relation.kind not in kinds:
            kinds[relation.kind] = relation.target
            parts[relation.target] = parse_xml(archive.read(relation.target))
    styles = parts.setdefault(kinds.get("styles", "word/styles.xml"), etree.Element(_EMPTY))
    known = styles_of(styles)
    for name in (main, *(kinds[kind] for kind in _NOTES if kind in kinds)):
        clean_part(parts[name], known, removed)
        _mend_links(parts[name], {relation.id for relation in relations(archive, name)})
    add_heading_styles(styles)
    kept = {name: etree.tostring(root, encoding="utf-8") for name, root in parts.items()}
    for name in ("[Content_Types].xml", *(relations_part(part) for part in ("", *parts))):
        if name in archive:
            kept[name] = etree.tostring(parse_xml(archive.read(name)), encoding="utf-8")
    return packed(kept)


def _mend_links(root: Any, targets: Container[str]) -> None:
    """Let no link lead to what is missing, which the library does not expect."""
    for link in elements(root, "hyperlink"):
        for key, name in link.items():
            if key.endswith("}id") and name not in targets:
                del link.attrib[key]


def _html(package: bytes) -> str:
    import mammoth  # slow to import, needed only for these

    try:
        found = mammoth.convert_to_html(
            io.BytesIO(package), style_map=_STYLES, convert_image=lambda _: []
        )
    except MemoryError:
        raise
    except Exception as error:  # whatever an odd document makes of the library
        message = f"Not a Word document that can be read ({type(error).__name__})."
        raise Refused(message, "Save it again as .docx, or as .odt.") from None
    return _CELL.sub(r"\1\2\3", str(found.value))


def _reported(source: Source, removed: Removed) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Problems, and notes on what was left out."""
    problems = hidden_text(source, removed.hidden)
    if removed.embedded:
        message = f"Documents inside it are not read ({removed.embedded:,})."
        problems = (*problems, problem(source, 0, "warning", message, "Add them as files."))
    return problems, changes(source, removed.deleted, removed.inserted, removed.comments)
