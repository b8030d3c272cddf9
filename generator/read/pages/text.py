"""The main text of a page.

An extractor (trafilatura) says where the main text is. It also leaves out parts of it: lists,
headings, tables, what it takes for a repetition or an aside. So the smallest element that holds
nearly all it has found is used whole, without what is marked as comments, other articles or parts
of the page around it. Where that is much more than the extractor has found, it is asked again for
all it can find, and its answer decides.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from lxml import etree, html

from generator.read.pages.marks import is_hidden, is_outside, is_unseen, size, words

_MOST_OF_IT = 0.9  # of the words found must be in the element that is used
_ROW = 4  # words in a row by which a text is recognised
_MUCH_MORE = 1.4  # times the text found: then it may hold more than the article
_LEAST = 0.85  # times the text found: it may have a teaser in it
_ANY = float("inf")  # where the text found is too short to know more from
_MISSING = 0.7  # less than this part of the page's text: something may be missing
_LINKS = 0.7  # part of the words of an element that are links, in lists of other pages
_FEWEST_LINKED = 3  # words of such a list
_MOST_AROUND = 12  # elements around the smallest that are tried
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OF_HEAD = ("title", "meta", "link", "style", "script", "base", "noscript", "template")
_LISTS = ("ul", "ol", "dl", "div", "section", "p", "table", "li")

Rows = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MainText:
    """What was found.

    markup: HTML, not sanitised
    whole: whether all of the page was taken, as no main text was found
    doubtful: whether a large part of the page's text may be missing
    """

    markup: str
    whole: bool = False
    doubtful: bool = False


def main_text(text: str, tree: Any, title: str) -> MainText:
    """The page's main text, without the heading that is its title.

    text: of the page; tree: the same, parsed; elements that are hidden are taken out of it
    """
    moved = _move_into_body(tree)
    if _take_out_hidden(tree) or moved:
        text = _html(tree)
    body = next(iter(tree.xpath("//body")), tree)
    found = _extracted(text, recall=False)
    chosen = _chosen(text, body, found)
    if chosen is None or not words(chosen):
        return MainText(_html(body), whole=True)
    doubtful = _is_doubtful(chosen, body)
    for heading in chosen.xpath("//h1")[:1]:
        if words(heading) == title.split():
            heading.drop_tree()
    return MainText(_html(chosen), doubtful=doubtful)


def _move_into_body(tree: Any) -> bool:
    """Move what the parser has left in the head; whether there was anything.

    Where a page has no tags of head and body, as programs that save pages leave them out, the
    parser takes an article, of which HTML 4 knew nothing, for a part of the head.
    """
    inside = list(tree.iterchildren("head"))[:1]
    parts = [part for head in inside for part in head]
    strange = (isinstance(part.tag, str) and part.tag not in _OF_HEAD for part in parts)
    first = next((n for n, is_strange in enumerate(strange) if is_strange), None)
    if first is None:
        return False
    body = next(tree.iterchildren("body"), None)
    if body is None:
        body = etree.SubElement(tree, "body")
    parts[-1].tail = f"{parts[-1].tail or ''}{body.text or ''}"
    body.text = None
    for part in reversed(parts[first:]):
        body.insert(0, part)
    return True


def _take_out_hidden(tree: Any) -> bool:
    """Take out what a browser does not show; whether there was any.

    A page can hide all of its text until a script has run, so what holds the article stays.
    """
    holders = set()
    for element in tree.iter("body", "main", "article"):
        while element is not None and element not in holders:
            holders.add(element)
            element = element.getparent()
    hidden = [
        element
        for element in tree.iter(etree.Element)
        if element not in holders and (element.tag == "comment" or is_hidden(element))
    ]
    for element in hidden:
        element.clear(keep_tail=True)  # to take each out would copy what follows it
        element.tag = "template"
    return bool(hidden)


def _chosen(text: str, body: Any, found: Any) -> Any:
    """What is used as the main text: an element of the page, or what the extractor found."""
    rows = _rows(words(found)) if found is not None else frozenset()
    spans = _Spans(body, rows)
    around = (_holders(body, spans) if rows else []) or _marked(body)
    holders = [_cleaned(holder, around[0], spans) for holder in around]
    # The widest that does not hold much more.
    most = _MUCH_MORE * size(found) if rows else _ANY
    fitting = [h for h in holders if _LEAST * size(found) <= size(h) <= most]
    if fitting:
        return fitting[-1]
    if not holders or size(holders[0]) <= most:
        return found
    again = _extracted(text, recall=True)
    more = again if size(again) > size(found) else found
    if size(holders[0]) <= _MUCH_MORE * size(more):
        return holders[0]
    # What the page itself marks as its article is right more often than an extractor is.
    marked = [_cleaned(m, m, spans) for m in _marked(body) if m in (*around, *_above(around[0]))]
    return marked[0] if marked and size(marked[0]) > size(more) else more


def _above(element: Any) -> list[Any]:
    return list(element.iterancestors())


def _is_doubtful(chosen: Any, body: Any) -> bool:
    """Whether the page has much more text that is not called another's, nor links."""
    spans = _Spans(body, frozenset())
    return size(chosen) < _MISSING * size(_cleaned(body, body, spans))


def _extracted(text: str, *, recall: bool) -> Any:
    """The main text as trafilatura sees it, or None."""
    from trafilatura import extract  # slow to import, needed only for pages

    found = extract(
        text,
        output_format="html",
        include_comments=False,
        include_tables=True,
        include_links=True,
        include_formatting=True,
        favor_recall=recall,
    )
    return html.document_fromstring(found) if found else None


def _rows(texts: list[str]) -> Rows:
    return frozenset(zip(*(texts[n:] for n in range(_ROW)), strict=False))


class _Spans:
    """Counts words of elements, after one walk through the page.

    words: of an element; links: those of them in links; shared: those that begin a row of words
    that was found
    """

    def __init__(self, body: Any, rows: Rows) -> None:
        texts: list[str] = []
        self._span: dict[Any, tuple[int, int]] = {}
        linked = [0]  # words in links before each word
        inside = 0
        for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
            more = ""
            if event == "start":
                self._span[element] = (len(texts), len(texts))
                inside += element.tag == "a"
                more = "" if is_unseen(element) else element.text
            else:
                if event == "end":
                    inside -= element.tag == "a"
                    self._span[element] = (self._span[element][0], len(texts))
                more = element.tail if element is not body else ""
            for word in (more or "").split():
                texts.append(word)
                linked.append(linked[-1] + bool(inside))
        found = (row in rows for row in zip(*(texts[n:] for n in range(_ROW)), strict=False))
        self._linked = linked
        self._found = [0, *accumulate(found)]

    def words(self, element: Any) -> int:
        start, end = self._span[element]
        return end - start

    def links(self, element: Any) -> int:
        start, end = self._span[element]
        return self._linked[end] - self._linked[start]

    def shared(self, element: Any) -> int:
        start, end = (min(n, len(self._found) - 1) for n in self._span[element])
        return self._found[end] - self._found[start]


def _holders(body: Any, spans: _Spans) -> list[Any]:
    """Elements that hold most of the rows of words: the smallest, and those around it.

    The last is the one that holds all, or an article.
    """
    total = spans.shared(body)
    smallest = None
    for element in body.iter(etree.Element):
        if spans.shared(element) >= _MOST_OF_IT * total:
            smallest = element  # the last is the innermost
    if not total or smallest is None:
        return []
    found = [smallest]
    while found[-1] is not body and len(found) < _MOST_AROUND:
        inside = found[-1]
        in_article = any(around.tag == "article" for around in inside.iterancestors())
        if inside.tag == "article" or (spans.shared(inside) == total and not in_article):
            break
        found.append(inside.getparent())
    return found


def _marked(body: Any) -> list[Any]:
    """The only article, or else the only main element, of a page's body."""
    for path in (".//article[not(ancestor::article)]", ".//main"):
        found = body.xpath(path)
        if len(found) == 1:
            return list(found)
    return []


def _cleaned(element: Any, inner: Any, spans: _Spans) -> Any:
    """A copy of an element without what is not part of its text.

    inner: in it or the same; a lead stands before it, but what follows it belongs to the page
    """
    path = [inner, *inner.iterancestors()]
    after = {
        sibling
        for part in path[: path.index(element)]
        for sibling in part.itersiblings(etree.Element)
    }
    least = _least_of(element, spans)
    copied = copy.deepcopy(element)
    copied.tail = None
    pairs = zip(list(element.iter()), list(copied.iter()), strict=True)
    for original, part in pairs:
        if part is copied or part.getparent() is None:
            continue
        if part.tag == "button" and next(part.iter(*_HEADINGS), None) is not None:
            part.drop_tag()
        elif is_unseen(part) or part.tag == "button":
            part.drop_tree()
        elif part.tag == "footer":
            if element.tag == "body" or _is_links(original, spans):
                part.drop_tree()
        elif _is_strange(original, spans, least) or (
            original in after and not spans.shared(original)
        ):
            part.drop_tree()
    return copied


def _least_of(element: Any, spans: _Spans) -> float:
    """How many rows a part must share to be of the text, though it is called another's.

    Most of a text can stand in several articles, as those of a blog do.
    """
    inside = sum(map(spans.shared, element.xpath(".//article[not(ancestor::article)]")))
    total = spans.shared(element)
    return total / 2 if inside < total / 2 else 1


def _is_strange(part: Any, spans: _Spans, least: float) -> bool:
    """Whether a part is not of the article: another's, by its name, or a list of links."""
    if part.tag == "article" or is_outside(part):
        return spans.shared(part) < least
    few = spans.words(part) < _FEWEST_LINKED
    return part.tag in _LISTS and not few and not spans.shared(part) and _is_links(part, spans)


def _is_links(part: Any, spans: _Spans) -> bool:
    """Whether a part has nothing but links, or next to nothing."""
    return spans.links(part) >= _LINKS * spans.words(part)


def _html(element: Any) -> str:
    return str(html.tostring(element, encoding="unicode"))
