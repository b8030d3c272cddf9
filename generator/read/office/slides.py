"""Slides of a presentation: their text in the order of the file, titles first.

What stands on every slide (its number, a date, a foot) is left out, and so are speaker notes and
what no show shows: shapes that are hidden or lie beside the slide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.read.office.hidden import take_hidden
from generator.read.office.odf import Styles
from generator.read.office.package import (
    Relation,
    child,
    drop,
    elements,
    main_part,
    one_form,
    relations,
    value,
)
from generator.read.xml import parse_xml
from generator.read.zips import Archive

_FURNITURE = frozenset(
    ("sldNum", "dt", "ftr", "hdr", "page-number", "date-time", "footer", "header")
)
_TITLES = frozenset(("title", "ctrTitle"))
_BREAKS = frozenset(("br", "tab", "line-break", "s"))
_LEFT_OUT = frozenset(("notes", "annotation", "title", "desc", "event-listeners", "forms"))


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on one slide.

    number: of the slide in the presentation, from 1
    title: or ""
    lines: its other paragraphs; rows of tables are lines with bars
    notes: whether it has speaker notes
    comments: on it
    hidden: whether it is not shown
    unseen: characters on it that are hidden or lie beside it
    """

    number: int
    title: str
    lines: tuple[str, ...]
    notes: bool = False
    comments: int = 0
    hidden: bool = False
    unseen: int = 0


def powerpoint_slides(archive: Archive) -> Iterator[Slide]:
    """The slides of a presentation in PowerPoint (ECMA-376-1, part 19)."""
    main = main_part(archive)
    targets = {relation.id: relation.target for relation in relations(archive, main)}
    presentation = parse_xml(archive.read(main))
    listed = [value(element, "id") for element in _ids(presentation)]
    size = next(elements(presentation, "sldSz"), None)
    names = [targets[name] for name in listed if targets.get(name, "") in archive]
    for number, name in enumerate(names, 1):
        root = parse_xml(archive.read(name))
        related = relations(archive, name)
        unseen = _take_unseen(root, size)
        titles, lines = _powerpoint_text(root)
        lines += _diagrams(archive, related)
        yield Slide(
            number,
            " ".join(titles),
            tuple(lines),
            any(_has_notes(archive, one) for one in related if one.kind == "notesSlide"),
            sum(_comments(archive, one) for one in related if one.kind == "comments"),
            value(root, "show") in ("0", "false"),
            unseen,
        )


def _ids(root: Any) -> Iterator[Any]:
    """The elements that list the slides; their ids are those of relations."""
    for element in elements(root, "sldId"):
        relation = next((v for key, v in element.items() if key.endswith("}id")), "")
        yield etree.Element("slide", id=relation)


def _take_unseen(root: Any, size: Any) -> int:
    """Leave out second forms of shapes, and shapes that nobody sees; how many characters these had.

    size: the element with the width and the height of slides; None if there is none
    """
    for choice in list(elements(root, "AlternateContent")):
        for form in list(choice):
            if form is not one_form(choice):
                choice.remove(form)
    unseen = 0
    for shape in list(elements(root, "sp", "grpSp", "graphicFrame")):
        if _is_hidden(shape) or _is_beside(shape, size):
            unseen += sum(len(text.text or "") for text in elements(shape, "t"))
            drop(shape)
    return unseen


def _is_hidden(shape: Any) -> bool:
    about = next(shape.iterchildren("{*}nvSpPr", "{*}nvGrpSpPr", "{*}nvGraphicFramePr"), None)
    return about is not None and value(child(about, "cNvPr"), "hidden") in ("1", "true")


def _is_beside(shape: Any, size: Any) -> bool:
    """Whether a shape that is in no group lies wholly outside the slide."""
    if size is None or etree.QName(shape.getparent()).localname != "spTree":
        return False
    own = next(shape.iterchildren("{*}spPr", "{*}grpSpPr", "{*}xfrm"), None)
    at = None if own is None else next(elements(own, "off"), None)
    extent = None if own is None else next(elements(own, "ext"), None)
    if at is None or extent is None:
        return False
    return any(
        start >= whole or start + length <= 0
        for start, length, whole in (
            (_length(at, "x"), _length(extent, "cx"), _length(size, "cx")),
            (_length(at, "y"), _length(extent, "cy"), _length(size, "cy")),
        )
    )


def _length(element: Any, name: str) -> int:
    given = value(element, name)
    return int(given) if re.fullmatch(r"-?[0-9]{1,12}", given) else 0


def _powerpoint_text(root: Any) -> tuple[list[str], list[str]]:
    titles: list[str] = []
    lines: list[str] = []
    for shape in elements(root, "sp", "tbl"):
        if etree.QName(shape).localname == "tbl":
            lines += _rows(shape, "tr", "tc")
            continue
        kind = value(next(elements(shape, "ph"), None), "type")
        text = [line for p in elements(shape, "p") if (line := _spelt(p, "t"))]
        if kind not in _FURNITURE:
            (titles if kind in _TITLES else lines).extend(text)
    return titles, lines


def _rows(table: Any, row: str, cell: str) -> list[str]:
    found = []
    for one in _nearest(table, row):
        cells = [
            " ".join(filter(None, (_words(p) for p in elements(c, "p"))))
            for c in _nearest(one, cell)
        ]
        found.append(" | ".join(cells))
    return [line for line in found if line.strip(" |")]


def _nearest(element: Any, name: str) -> Iterator[Any]:
    """The elements of a name that are in no other one of it."""
    for inner in element:
        if etree.QName(inner).localname == name:
            yield inner
        else:
            yield from _nearest(inner, name)


def _words(paragraph: Any) -> str:
    return _spelt(paragraph, "t") or _plain(paragraph)


def _spelt(paragraph: Any, name: str) -> str:
    """The text of a paragraph of which elements of a name have all characters."""
    parts = []
    for element in paragraph.iter():
        local = etree.QName(element).localname
        parts.append((element.text or "") if local == name else " " if local in _BREAKS else "")
    return " ".join("".join(parts).split())


def _diagrams(archive: Archive, related: tuple[Relation, ...]) -> list[str]:
    """The words in diagrams, whose text lies in parts of their own."""
    found = []
    for relation in related:
        if relation.kind == "diagramData" and relation.target in archive:
            root = parse_xml(archive.read(relation.target))
            found += [line for p in elements(root, "p") if (line := _spelt(p, "t"))]
    return found


def _has_notes(archive: Archive, relation: Relation) -> bool:
    if relation.target not in archive:
        return False
    for shape in elements(parse_xml(archive.read(relation.target)), "sp"):
        kind = value(next(elements(shape, "ph"), None), "type")
        if kind not in _FURNITURE and any(_spelt(p, "t") for p in elements(shape, "p")):
            return True
    return False


def _comments(archive: Archive, relation: Relation) -> int:
    if relation.target not in archive:
        return 0
    return sum(1 for _ in elements(parse_xml(archive.read(relation.target)), "cm"))


def opendocument_slides(root: Any, styles: Styles) -> Iterator[Slide]:
    """The slides of a presentation in OpenDocument; its styles say which are hidden."""
    hidden = {
        value(style, "name")
        for style in elements(root, "style")
        if any(
            value(p, "visibility") == "hidden" for p in elements(style, "drawing-page-properties")
        )
    }
    presentation = next(elements(root, "presentation"), None)
    pages = () if presentation is None else presentation.iterchildren("{*}page")
    for number, page in enumerate(pages, 1):
        titles: list[str] = []
        lines: list[str] = []
        unseen = take_hidden(page, styles)
        for kind, text in _opendocument_text(page, ""):
            (titles if kind in _TITLES else lines).append(text)
        notes = child(page, "notes")
        remarked = notes is not None and any(_plain(p) for p in elements(notes, "p"))
        comments = sum(1 for _ in elements(page, "annotation"))
        shown = value(page, "style-name") not in hidden
        yield Slide(number, " ".join(titles), tuple(lines), remarked, comments, not shown, unseen)


def _opendocument_text(parent: Any, kind: str) -> Iterator[tuple[str, str]]:
    """The paragraphs in an element, each with what kind of frame it is in."""
    for element in parent:
        name = etree.QName(element).localname
        if name in _LEFT_OUT:
            continue
        own = value(element, "class") or kind
        if own in _FURNITURE:
            continue
        if name == "table":
            yield from ((own, row) for row in _rows(element, "table-row", "table-cell"))
        elif name in ("p", "h"):
            if text := _plain(element):
                yield own, text
        else:
            yield from _opendocument_text(element, own)


def _plain(paragraph: Any) -> str:
    parts = [paragraph.text or ""]
    for element in paragraph:
        name = etree.QName(element).localname
        parts.append(" " if name in _BREAKS else "" if name in _LEFT_OUT else _plain(element))
        parts.append(element.tail or "")
    return " ".join("".join(parts).split())
