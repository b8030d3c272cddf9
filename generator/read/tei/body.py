"""The text of a TEI document as HTML, with marks where its pages begin.

What an editor has corrected, regularised or expanded is read; what was deleted is not. Notes are
set apart, wherever they stand; page furniture (`fw`) and facsimiles are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

from generator.model import Page
from generator.read.html_body import page_mark
from generator.read.tei.marks import BLOCKS, deleted, targets, with_blocks
from generator.read.tree import ID, chosen, entity, name_of, words

_SKIPPED = frozenset(
    {
        *("teiHeader", "fw", "del", "facsimile", "sourceDoc", "standOff", "surplus", "index"),
        *("metamark", "handShift", "anchor", "interp", "interpGrp", "spanGrp", "linkGrp", "link"),
        *("figDesc", "rdg", "witDetail", "certainty", "formula", "am", "milestone", "cb", "gb"),
    }
)
_DIVISIONS = frozenset(("div", *(f"div{n}" for n in range(8))))
_RAISED = re.compile(r"\bsup", re.IGNORECASE)
_LOWERED = re.compile(r"\bsub", re.IGNORECASE)
_BOLD = re.compile(r"bold|^#?b$", re.IGNORECASE)
_QUOTES = "\"'“”„‚«»‹›‘’—–-"
_AROUND_LABEL = "[](){}. "
# "p. 12", "BCz, 1596, p. 302"
_PAGE_WORD = re.compile(
    r"^.{0,200}?\b[^\W\d]{1,5}\.?\s+(?=(?:\d+[rvab]{0,2}|[ivxlc]+)$)", re.IGNORECASE
)
_LONGEST_LABEL = 30
_CELLS = {"cols": "colspan", "rows": "rowspan"}
_DEEPEST = 6  # of headings


class Body:
    """Writes a text as HTML.

    html: what is written
    pages: those that the text marks, in order
    has_words: whether there is any text
    """

    def __init__(self, text: Any) -> None:
        self.pages: list[Page] = []
        self.has_words = False
        self._out: list[str] = []
        self._notes: list[str] = []
        self._numbers: dict[str, int] = {}  # of notes, by their ids
        self._levels = 0
        self._edition: str | None = None
        self._described: set[Any] = set()  # lists of terms and what they mean
        self._joined = False  # whether the next words go on with the word before
        self._with_blocks = with_blocks(text)
        self._targets = targets(text)
        self._deleted = deleted(text)
        self._until = ""  # the id of where what is being deleted ends
        self._element(text)
        self.html = "".join((*self._out, *self._notes))

    def _inside(self, element: Any) -> None:
        self._text(element.text)
        for child in element:
            self._element(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if self._until:
            return
        if self._joined and text:
            text = text.lstrip()
            self._joined = not text
        if text:
            self.has_words = self.has_words or not text.isspace()
            self._out.append(escape(text, quote=False))

    def _element(self, element: Any) -> None:
        name = name_of(element)
        one = chosen(element)
        if self._until and name:
            self._leave_out(element, name)
        elif not name:
            self._text(entity(element))
        elif one is not None:
            (self._inside if name_of(one) == "rdg" else self._element)(one)
        elif element in self._deleted:
            self._until = self._deleted[element]
        elif name in _WRITERS:
            _WRITERS[name](self, element)
        elif name in _DIVISIONS:
            self._division(element)
        elif name in _SKIPPED:
            return
        elif name in _TAGS and element not in self._with_blocks:
            self._wrapped(_TAGS[name], element)
        elif name in BLOCKS and element not in self._with_blocks:
            self._wrapped("p", element)
        elif element in self._with_blocks:
            self._wrapped("div", element)
        else:
            self._inside(element)

    def _leave_out(self, element: Any, name: str) -> None:
        """Go through what is deleted, for the end of that and for pages."""
        if element.get(ID) == self._until:
            self._until = ""
        if name == "pb":
            self._page(element)
        else:
            self._inside(element)

    def _wrapped(self, tag: str, element: Any, attributes: str = "") -> None:
        self._out.append(f"<{tag}{attributes}>")
        self._inside(element)
        self._out.append(f"</{tag}>")

    def _division(self, element: Any) -> None:
        self._levels += 1
        self._wrapped("div", element)
        self._levels -= 1

    def _paragraph(self, element: Any) -> None:
        self._wrapped("div" if element in self._with_blocks else "p", element)

    def _head(self, element: Any) -> None:
        parent = element.getparent()
        if parent is not None and name_of(parent) in ("figure", "table"):
            return  # its caption
        level = min(max(self._levels + 1, 2), _DEEPEST)
        self._wrapped(f"h{level}", element)

    def _lines(self, element: Any) -> None:
        """A group of lines of verse: a stanza is a paragraph."""
        nested = any(name_of(child) == "lg" for child in element.iterdescendants())
        if nested or element.find("head") is not None:
            self._wrapped("div", element)
        else:
            self._wrapped("p", element)

    def _line(self, element: Any) -> None:
        self._inside(element)
        following = element.getnext()
        while following is not None and name_of(following) in ("pb", "lb", "note", "milestone"):
            following = following.getnext()
        if following is not None and name_of(following) in ("l", "stage"):
            self._out.append("<br>")

    def _speech(self, element: Any) -> None:
        """A speech in a play; who speaks stands before the first words, as in print."""
        speaker = element.find("speaker")
        said = words(speaker).rstrip(" .:") if speaker is not None else ""
        label = f"<strong>{escape(said, quote=False)}:</strong> " if said else ""
        opened = False
        for child in element:
            if name_of(child) == "speaker":
                self._marks_in(child)
                continue
            if name_of(child) in ("l", "seg", "stage", "note", "pb", "lb", "q", "said"):
                # Lines without a group of their own are one paragraph.
                if not opened and name_of(child) not in ("pb", "lb"):
                    self._out.append(f"<p>{label}")
                    opened, label = True, ""
                self._element(child)
                continue
            self._out.append("</p>" * opened)
            opened = False
            at = len(self._out)
            self._element(child)
            if label:
                label = self._labelled(at, label)
        self._out.append("</p>" * opened if opened else f"<p>{label}</p>" if label else "")

    def _labelled(self, at: int, label: str) -> str:
        """Put a label into the first paragraph written since; "" once that is done."""
        for number in range(at, len(self._out)):
            if self._out[number] in ("<p>", "<div>", "<li>") and self._out[number] == "<p>":
                self._out[number] = f"<p>{label}"
                return ""
        return label

    def _marks_in(self, element: Any) -> None:
        for mark in element.iter("pb"):
            self._page(mark)

    def _stage(self, element: Any) -> None:
        parent = name_of(element.getparent())
        inline = parent in ("p", "ab", "l", "sp", "speaker", "seg", "head", "lg", "stage")
        if element in self._with_blocks:
            self._wrapped("div", element)
        elif inline:
            self._out.append(" ")
            self._wrapped("em", element)
            self._out.append("<br>" if parent == "lg" else " ")
        else:
            self._out.append("<p>")
            self._wrapped("em", element)
            self._out.append("</p>")

    def _quotation(self, element: Any) -> None:
        inside = words(element)
        if element in self._with_blocks or name_of(element.getparent()) in _DIVISIONS:
            self._wrapped("blockquote", element)
        elif name_of(element) == "q" and inside and inside[0] not in _QUOTES:
            self._wrapped("q", element)
        else:
            self._inside(element)

    def _list(self, element: Any) -> None:
        if element.find("label") is not None and element.find("item") is not None:
            self._described.add(element)
            self._wrapped("dl", element)
            return
        numbered = {element.get("type"), element.get("rend")} & {"ordered", "numbered"}
        self._wrapped("ol" if numbered else "ul", element)

    def _item(self, element: Any) -> None:
        self._wrapped("dd" if element.getparent() in self._described else "li", element)

    def _label(self, element: Any) -> None:
        if name_of(element.getparent()) == "list":
            self._wrapped("dt", element)
        else:
            self._inside(element)

    def _table(self, element: Any) -> None:
        self._out.append("<table>")
        for head in element.findall("head"):
            self._wrapped("caption", head)
        for row in element.iterfind("row"):
            self._out.append("<tr>")
            for cell in row.iterfind("cell"):
                label = "label" in (cell.get("role"), row.get("role"))
                spans = (
                    f' {ours}="{cell.get(theirs)}"'
                    for theirs, ours in _CELLS.items()
                    if str(cell.get(theirs, "")).isdecimal()
                )
                self._wrapped("th" if label else "td", cell, "".join(spans))
            self._out.append("</tr>")
        self._out.append("</table>")

    def _figure(self, element: Any) -> None:
        described = words(element.find("figDesc"))
        self._out.append("<figure>")
        for graphic in element.iterfind("graphic"):
            if address := graphic.get("url"):
                self._out.append(f'<img src="{escape(address)}" alt="{escape(described)}">')
        captions = element.findall("head")
        for caption in captions:
            self._wrapped("figcaption", caption)
        if described and element.find("graphic") is None and not captions:
            self._out.append(f"<figcaption>{escape(described, quote=False)}</figcaption>")
        for child in element:
            if name_of(child) not in ("head", "graphic", "figDesc"):
                self._element(child)
        self._out.append("</figure>")

    def _note(self, element: Any) -> None:
        name = str(element.get(ID) or f"#{len(self._numbers) + 1}")
        if name not in self._targets:
            self._mark(name, str(element.get("n") or ""))
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        outer, self._out = self._out, []
        if self.pages:
            self._out.append(page_mark(len(self.pages) - 1))
        self._out.append(f'<aside id="tei-{number}">')
        self._inside(element)
        self._out.append("</aside>")
        written, self._out = "".join(self._out), outer
        self._notes.append(written)

    def _mark(self, note: str, label: str) -> None:
        number = self._numbers.setdefault(note, len(self._numbers) + 1)
        label = label if 0 < len(label) <= 4 else str(number)
        self._out.append(
            f'<sup><a href="#tei-{number}">{escape(label, quote=False)}</a></sup>'
        )  # fmt: skip

    def _reference(self, element: Any) -> None:
        target = str(element.get("target", ""))
        if target[:1] == "#" and target[1:] in self._targets:
            self._mark(target[1:], words(element).strip(_AROUND_LABEL))
        elif target.startswith(("http://", "https://")) and name_of(element) == "ref":
            self._wrapped("a", element, f' href="{escape(target)}"')
        else:
            self._inside(element)

    def _page(self, element: Any) -> None:
        edition = element.get("ed")
        if self._edition is None and edition:
            self._edition = edition
        if edition and edition != self._edition:
            return
        label = " ".join(str(element.get("n") or "").split()).strip(_AROUND_LABEL)
        label = _PAGE_WORD.sub("", label)[:_LONGEST_LABEL]
        self.pages.append(Page(label or str(len(self.pages) + 1)))
        self._break(element)
        self._out.append(page_mark(len(self.pages) - 1))

    def _break(self, element: Any) -> None:
        if element.get("break") == "no":
            self._join()
        else:
            self._out.append("\n")

    def _join(self) -> None:
        """What follows goes on with the word before."""
        while self._out and not (stripped := self._out[-1].rstrip()):
            self._out.pop()
        if self._out:
            self._out[-1] = stripped.removesuffix("-").removesuffix("\N{NOT SIGN}")
            self._joined = True

    def _word(self, element: Any) -> None:
        """A word of a text that is marked word by word, often without spaces between."""
        before = element.getprevious()
        if (
            before is not None
            and name_of(before) in ("w", "pc")
            and not before.tail
            and element.get("join") not in ("left", "both")
            and before.get("join") not in ("right", "both")
        ):
            self._out.append(" ")
        self._inside(element)

    def _set(self, element: Any) -> None:
        """Words that are set otherwise."""
        how = f"{element.get('rend') or ''} {element.get('rendition') or ''}".strip()
        for pattern, tag in ((_RAISED, "sup"), (_LOWERED, "sub"), (_BOLD, "strong")):
            if pattern.search(how):
                self._wrapped(tag, element)
                return
        if "italic" in how.lower() or how in ("i", "it", "#i"):
            self._wrapped("em", element)
        else:
            self._inside(element)

    def _gap(self, element: Any) -> None:
        self._out.append("[…]")

    def _space(self, element: Any) -> None:
        self._out.append(" ")


_TAGS = {
    "emph": "em",
    "foreign": "em",
    "title": "em",
    "byline": "p",
    "roleDesc": "em",
    "addrLine": "div",
    "castItem": "li",
}
_WRITERS: dict[str, Callable[[Body, Any], None]] = {
    "p": Body._paragraph,
    "ab": Body._paragraph,
    "u": Body._paragraph,
    "head": Body._head,
    "lg": Body._lines,
    "l": Body._line,
    "sp": Body._speech,
    "stage": Body._stage,
    "q": Body._quotation,
    "quote": Body._quotation,
    "cit": Body._quotation,
    "epigraph": Body._quotation,
    "list": Body._list,
    "castList": Body._list,
    "item": Body._item,
    "label": Body._label,
    "table": Body._table,
    "figure": Body._figure,
    "note": Body._note,
    "ref": Body._reference,
    "ptr": Body._reference,
    "pb": Body._page,
    "lb": Body._break,
    "w": Body._word,
    "hi": Body._set,
    "gap": Body._gap,
    "space": Body._space,
}
