"""What an OpenDocument file (ISO/IEC 26300) has and its pages do not show."""

from __future__ import annotations

from typing import Any

from lxml import etree

from generator.read.office.odf import Styles
from generator.read.office.package import drop, elements, value

_STYLED = frozenset(("p", "h", "span", "section", "table"))
_ROWS = frozenset(("table-row", "table-row-group"))
HIDDEN_LINES = ("collapse", "filter")  # rows and columns that are hidden by hand or by a filter


def take_hidden(root: Any, styles: Styles) -> int:
    """Take out hidden text, paragraphs, sections, rows and shapes; how many characters they had."""
    for mark in list(elements(root, "hidden-paragraph")):
        paragraph = next(mark.iterancestors("{*}p", "{*}h"), None)
        if value(mark, "is-hidden") == "true" and paragraph is not None:
            paragraph.set("display", "none")
    hidden = [element for element in root.iter("{*}*") if _is_hidden(element, styles)]
    characters = 0
    for element in hidden:
        characters += len("".join(element.itertext()))
        element.text = None
        for inner in list(element):
            element.remove(inner)
        drop(element)
    return characters


def _is_hidden(element: Any, styles: Styles) -> bool:
    name = etree.QName(element).localname
    if name in _STYLED and styles.is_hidden(value(element, "style-name")):
        return True
    if name in _ROWS:
        return value(element, "visibility") in HIDDEN_LINES or value(element, "display") == "false"
    if value(element, "display") == "none" or value(element, "layer") in styles.layers:
        return True
    return name in ("section", "hidden-text") and value(element, "is-hidden") == "true"
