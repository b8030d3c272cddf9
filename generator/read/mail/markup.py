"""The text of a message that is a web page: without what nobody sees, its quotations marked.

Programs mark the message that is quoted each in their own way; the names are those in their pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from generator.lang import mail as words
from generator.read.characters import stand_ins, with_characters
from generator.read.long_tags import without_long_tags
from generator.read.markup import REPEATED
from generator.read.pages.marks import is_hidden

# Classes and ids of elements that hold what is quoted, or a signature.
_QUOTED = re.compile(
    r"\b(?:gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix|gmail_signature"
    r"|moz-signature|moz-forward-container|zmail_extra|tutanota_quote|ms-outlook-mobile-signature"
    r"|OutlookMessageHeader|WordSection-quoted)\b"
)
# Of elements that stand before it.
_BEFORE = re.compile(r"\b(?:divRplyFwdMsg|appendonsend|x_divRplyFwdMsg|reply-intro)\b")
_RULE = re.compile(r"border-top:\s*solid #(?:E1E1E1|B5C4DF)", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:{words.WROTE})\b.{{0,120}}[:：]\s*$", re.IGNORECASE | re.DOTALL)
_LONGEST_ABOVE = 300  # characters of the line above a quotation
_STYLES = ("center", "font")
_LAYOUT = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", *_STYLES)
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_DROPPED = ("script", "style", "head", "title", "img", "map", "object", "svg", "form", "template")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def from_page(text: str) -> str:
    """The HTML of a message from the HTML that it came with; "" if it is none."""
    text, _ = without_long_tags(text)
    text = with_characters(text)
    marks = stand_ins(text)
    tree = _parsed(text.translate(marks))
    if tree is None:
        return ""
    body = next(iter(tree.xpath("//body")), tree)
    _clean(body)
    _mark(body)
    for heading in _quoted_headings(body):
        heading.tag = "p"
    for element in _layout(body):
        element.tag = "span" if element.tag == "font" else "div"
        element.attrib.clear()
    found = "".join(html.tostring(child, encoding="unicode") for child in body)
    shown = {ord(mark): chr(code) for code, mark in marks.items()}
    lead = html.tostring(_text(body), encoding="unicode") if (body.text or "").strip() else ""
    return f"{lead}{found}".translate(shown)


def words_in(markup: str) -> int:
    """How many words the text in some HTML has, about."""
    return len(re.sub(r"<[^>]{0,10000}>", " ", markup).split())


def _parsed(text: str) -> Any:
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _text(body: Any) -> Any:
    first = etree.Element("p")
    first.text = body.text
    return first


def _clean(body: Any) -> None:
    """Take out what is not shown, pictures, and addresses within the sender's own folders."""
    for element in list(body.iter(etree.Element)):
        if element is body:
            continue
        if element.tag in _DROPPED or is_hidden(element):
            # To take each out would copy what follows it.
            element.clear(keep_tail=True)
            element.tag = "template"
        elif element.tag == "a" and not _WEB.match((element.get("href") or "").strip()):
            element.attrib.pop("href", None)


def _mark(body: Any) -> None:
    """Mark what is quoted, and signatures."""
    for element in list(body.iter(etree.Element)):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        cited = element.tag == "blockquote" and element.get("type") == "cite"
        if cited or _QUOTED.search(name):
            _quote(element)
            above = element.getprevious()
            if above is not None and _is_attribution(above):
                _quote(above)
        elif _BEFORE.search(name) or _RULE.search(element.get("style") or ""):
            for part in _from_here(element, body):
                _quote(part)
            return


def _is_attribution(element: Any) -> bool:
    text = " ".join(element.itertext())[-_LONGEST_ABOVE:]
    return len(text) < _LONGEST_ABOVE and _ABOVE.search(text) is not None


def _from_here(element: Any, body: Any) -> Iterator[Any]:
    """An element, and all that follows it."""
    yield element
    while element is not None and element is not body:
        yield from element.itersiblings()
        element = element.getparent()


def _quote(element: Any) -> None:
    if element.tag == "template" or not isinstance(element.tag, str):
        return
    if element.get("class") != REPEATED:
        element.attrib.clear()
        element.tag = "blockquote"
        element.set("class", REPEATED)


def _quoted_headings(body: Any) -> list[Any]:
    """The headings within quotations, however these are nested."""
    found = []
    inside = 0
    walk = etree.iterwalk(body, events=("start", "end"), tag=("blockquote", *_HEADINGS))
    for event, element in walk:
        if element.tag == "blockquote":
            quoted = element.get("class") == REPEATED
            inside += quoted if event == "start" else -quoted
        elif inside and event == "start":
            found.append(element)
    return found


def _layout(body: Any) -> list[Any]:
    """The elements that only arrange others: of tables without headings, or with tables within."""
    stack = list[Any]()
    found = []
    with_headings, around = set[Any](), set[Any]()
    for event, element in etree.iterwalk(body, events=("start", "end"), tag=_LAYOUT):
        if event == "end":
            if element.tag == "table":
                stack.pop()
            continue
        if element.tag == "table":
            around.update(stack[-1:])
            stack.append(element)
        elif element.tag == "th":
            with_headings.update(stack[-1:])
        found.append((element, stack[-1] if stack else None))
    tables = with_headings - around
    return [element for element, table in found if table not in tables or element.tag in _STYLES]
