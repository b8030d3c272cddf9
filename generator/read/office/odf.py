"""The text of OpenDocument (ISO/IEC 26300), as HTML: what a page shows.

Names of elements are compared without their namespaces; their prefixes are given in comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lxml import etree

from generator.read.office.package import child, elements, value

_LEVELS = 6
_MOST_SPACES = 100  # that one element stands for
_NOT_SHOWN = frozenset(
    (
        *("tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "title"),
        *("desc", "ruby-text", "note-citation", "variable-decls", "user-field-decls"),
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography-mark-entry", "event-listeners", "glue-point"),
        *("hidden-paragraph", "notes", "settings", "dde-connection-decls"),
    )
)
_SHOWING = ("text-properties", "section-properties", "table-properties")
_QUOTES = frozenset(("Quotations", "Quote"))


@dataclass(slots=True)
class Left:
    """What was found that a page does not show.

    hidden: characters of hidden text
    deleted, inserted: tracked changes
    comments: on the text
    pictures: drawings and photographs
    """

    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    comments: int = 0
    pictures: int = 0


@dataclass(slots=True)
class Styles:
    """What styles say, by their names.

    parents: the style on which each is based
    shown: whether what has those that say so is shown
    layers: names of drawing layers that are hidden
    """

    parents: dict[str, str] = field(default_factory=dict)
    shown: dict[str, bool] = field(default_factory=dict)
    layers: set[str] = field(default_factory=set)

    def add(self, root: Any) -> None:
        """Add the styles that a part defines."""
        for style in elements(root, "style"):
            name = value(style, "name")
            self.parents[name] = value(style, "parent-style-name")
            for properties in elements(style, *_SHOWING):
                display = value(properties, "display")
                if display in ("none", "false", "true"):
                    self.shown[name] = display == "true"
        layers = elements(root, "layer")
        self.layers |= {value(one, "name") for one in layers if value(one, "display") == "none"}

    def names(self, name: str) -> Iterator[str]:
        """A style, then those on which it is based."""
        for _ in range(20):
            if not name:
                return
            yield name
            name = self.parents.get(name, "")

    def is_hidden(self, name: str) -> bool:
        """Whether text in a style is hidden."""
        return next((not self.shown[n] for n in self.names(name) if n in self.shown), False)


def count_changes(root: Any, left: Left) -> None:
    """Count what is tracked and remarked in a document."""
    for changes in elements(root, "tracked-changes"):
        left.deleted += sum(1 for _ in elements(changes, "deletion"))
        left.inserted += sum(1 for _ in elements(changes, "insertion"))
    left.comments += sum(1 for _ in elements(root, "annotation"))


@dataclass(slots=True)
class TextWriter:
    """Writes the content of a document as HTML.

    boxes: text in frames, which follows the paragraph that they are in
    notes: HTML of the notes so far
    """

    styles: Styles
    left: Left
    boxes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def document(self, body: Any) -> str:
        """The text, then its notes."""
        text = self.blocks(body)
        found = (f'<li id="note-{n}">{note}</li>' for n, note in enumerate(self.notes, 1))
        return f"{text}<ol>{''.join(found)}</ol>" if self.notes else text

    def blocks(self, parent: Any) -> str:
        """The blocks in an element."""
        return "".join(self._block(element) for element in parent)

    def _block(self, element: Any) -> str:
        name = _name(element)
        if name in ("p", "h"):
            return self._paragraph(element, name)
        if name == "list":
            items = "".join(
                f"<li>{_unwrapped(self.blocks(item))}</li>"
                for item in element
                if _name(item).startswith("list-")
            )
            return f"<ul>{items}</ul>"
        if name == "table":
            rows = "".join(self._row(row) for row in _own(element, "table-row", "table"))
            return f"<table>{rows}</table>"
        if name in _NOT_SHOWN:
            return ""
        return self._frame(element) if name in ("frame", "custom-shape") else self.blocks(element)

    def _paragraph(self, element: Any, name: str) -> str:
        style = value(element, "style-name")
        outer, self.boxes = self.boxes, []
        words = self.inline(element)
        after, self.boxes = "".join(self.boxes), outer
        if not words.strip():
            return after
        names = set(self.styles.names(style))
        if name == "h":
            level = value(element, "outline-level")
            number = min(max(int(level), 1), _LEVELS) if level.isdigit() and len(level) < 4 else 1
            return f"<h{number}>{words}</h{number}>{after}"
        if "Title" in names:
            return f"<h1>{words}</h1>{after}"
        if names & _QUOTES:
            return f"<blockquote><p>{words}</p></blockquote>{after}"
        return f"<p>{words}</p>{after}"

    def _row(self, row: Any) -> str:
        cells = []
        for cell in row:
            if _name(cell) == "table-cell":
                inside = self.blocks(cell)
                if inside.count("<p>") == 1 and inside.endswith("</p>"):
                    inside = _unwrapped(inside)
                cells.append(f"<td>{inside}</td>")
        return f"<tr>{''.join(cells)}</tr>" if cells else ""

    def _frame(self, element: Any) -> str:
        inside = "".join(self.blocks(box) for box in element if _name(box) in ("text-box", "table"))
        own = "".join(self._block(p) for p in element if _name(p) in ("p", "h", "list"))
        if not inside and not own:
            self.left.pictures += 1
        return inside + own

    def inline(self, parent: Any) -> str:
        """The words of a paragraph."""
        parts = [escape(parent.text or "")]
        for element in parent:
            parts.append(self._inline(element))
            parts.append(escape(element.tail or ""))
        return "".join(parts)

    def _inline(self, element: Any) -> str:
        name = _name(element)
        if name == "s":
            number = value(element, "c")
            return " " * (
                min(int(number), _MOST_SPACES) if number.isdigit() and len(number) < 9 else 1
            )
        if name in ("tab", "line-break"):
            return "<br>" if name == "line-break" else " "
        if name == "note":
            return self._note(element)
        if name in _NOT_SHOWN:
            return ""
        if name in ("frame", "custom-shape", "g", "rect", "line", "ellipse"):
            self.boxes.append(self._frame(element) if name != "g" else self.blocks(element))
            return ""
        words = self.inline(element)
        address = value(element, "href") if name == "a" else ""
        return f'<a href="{escape(address)}">{words}</a>' if address and words else words

    def _note(self, element: Any) -> str:
        body = child(element, "note-body")
        if body is None:
            return ""
        self.notes.append("")
        number = len(self.notes)
        self.notes[number - 1] = self.blocks(body)
        return f'<sup><a href="#note-{number}">{number}</a></sup>'


def _unwrapped(html: str) -> str:
    """What an item or a cell holds, its first paragraph without tags."""
    return html[3:].replace("</p>", "", 1) if html.startswith("<p>") else html


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def _own(element: Any, name: str, outer: str) -> Iterator[Any]:
    """The elements of a name that are not within an inner one of another name."""
    for inner in element:
        if _name(inner) == name:
            yield inner
        elif _name(inner) != outer:
            yield from _own(inner, name, outer)
