"""Packages of Microsoft Office (ECMA-376-2, OPC): a zip archive whose parts refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import Archive, safe_name

_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Relation:
    """How a part refers to another.

    id: what it is called in the part
    kind: the last word of its type: "footnotes", "slide"
    target: the name of the other part; of one outside the package its address
    outside: whether it lies outside the package
    """

    id: str
    kind: str
    target: str
    outside: bool


def relations(archive: Archive, part: str = "") -> tuple[Relation, ...]:
    """What a part refers to, or the package itself. Raises Refused where that is damaged."""
    name = relations_part(part)
    if name not in archive:
        return ()
    return tuple(
        Relation(
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            _target(part, element),
            element.get("TargetMode") == "External",
        )
        for element in elements(parse_xml(archive.read(name)), "Relationship")
    )


def relations_part(part: str) -> str:
    """The name of the part with what another part refers to; "" for the package itself."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, element: Any) -> str:
    given: str = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return given
    folder = "" if given.startswith("/") else posixpath.dirname(part)
    return safe_name(posixpath.normpath(posixpath.join(folder, given.lstrip("/"))))


def main_part(archive: Archive) -> str:
    """The name of the part that is the document. Raises Refused where there is none."""
    for relation in relations(archive):
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    raise Refused("Damaged: the part with the document is missing.", "Save it again.")


def core_title(archive: Archive) -> str:
    """The title in the properties of a document, as an office program saved it; "" if none."""
    for relation in relations(archive):
        if relation.kind == "core-properties" and relation.target in archive:
            title = child(parse_xml(archive.read(relation.target)), "title")
            return " ".join(title.itertext()).strip()[:_LONGEST_TITLE] if title is not None else ""
    return ""


def elements(root: Any, *names: str) -> Iterator[Any]:
    """All elements of these names in any namespace: there are two for each of Office's formats."""
    wanted = [f"{{*}}{name}" for name in names]
    yield from root.iter(*wanted)


def child(element: Any, name: str) -> Any:
    """The first child of this name in any namespace; None if there is none."""
    return next(element.iterchildren(f"{{*}}{name}"), None)


def one_form(choice: Any) -> Any:
    """Of what is given in several forms (ECMA-376-3, AlternateContent), the form that is read."""
    found = child(choice, "Choice")
    return child(choice, "Fallback") if found is None else found


def value(element: Any, name: str) -> str:
    """The value of an attribute in any namespace, or "". `element` may be None."""
    if element is None:
        return ""
    given = (v for key, v in element.items() if etree.QName(key).localname == name)
    return str(next(given, ""))


def is_on(element: Any) -> bool:
    """Whether a property that is on or off is on (ECMA-376-1, 17.17.4)."""
    return element is not None and value(element, "val") not in ("0", "false", "off")


def drop(element: Any) -> None:
    """Remove an element, but not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
