"""Saved web pages: the main text, and the metadata that the page itself declares.

trafilatura finds the main text. If a page marks exactly one article, the article is used whole: an
extractor leaves out what it takes for a repetition or an aside.

Only declared dates count (`<meta>`, the JSON-LD of an article, `<time itemprop="datePublished">`):
a date in the page's text or its address could be the date of anything. `<meta name="date">` decides
where declarations differ. `<meta name="people" content="A; B">` works like front matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from lxml import etree, html

from generator.errors import Problem
from generator.model import Source, reason
from generator.read.characters import stand_ins, with_characters
from generator.read.dates import parse_date
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.encodings import declared_label
from generator.read.long_tags import without_long_tags

SUFFIXES = (".html", ".htm", ".xhtml")
BINARY = False  # `decode` takes care of the charset
PACKAGES = ("lxml", "trafilatura")

# Names under which pages declare when they were published (Open Graph, Dublin Core, Highwire).
_DATE_NAMES = {"article:published_time", "og:published_time", "dc.date", "dc.date.issued",
               "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date",
               "pubdate", "publishdate", "parsely-pub-date"}  # fmt: skip
_OWN = ("kind", "people", "organisations", "organizations", "places", "language", "note")
_LISTS = ("people", "organisations", "organizations", "places")
# Types of schema.org whose publication is that of the page.
_ARTICLE = re.compile(r".*(Article|Posting|Report|WebPage)$")
_DEEPEST = 20
_CHROME = "//nav|//aside|//footer|//form|//button|//script|//style|//noscript|//template"


def read_source(source: Source) -> Drafts:
    """One document: the page's main text as HTML, and its declared metadata."""
    decoded, problems = decode(source, declared_label(source.data))
    decoded, long_tag = without_long_tags(decoded)
    if long_tag:
        message = "A tag has more than 1,000 attributes; they were left out."
        problems += (problem(source, long_tag, "warning", message, "Remove them."),)
    text = with_characters(decoded)
    if text.count("\ufffd") > decoded.count("\ufffd"):
        message = "Contains references to characters that do not exist; shown as \ufffd."
        problems += (problem(source, 0, "warning", message, "Write the characters themselves."),)
    marks = stand_ins(text)
    text = text.translate(marks)
    tree = _parse(text)
    if tree is None:
        wrong = problem(source, 0, "error", "Not an HTML page.", "Save it again from a browser.")
        return Drafts((), (*problems, wrong))
    fields = _fields(tree)
    dates = _dates(tree)
    if len(dates) == 1:
        fields["date"] = dates[0]
    elif dates:
        message = f"The page declares different dates: {', '.join(dates)}."
        hint = 'Add the right one as <meta name="date" content="YYYY-MM-DD">.'
        problems += (problem(source, 0, "warning", message, hint),)
    body, wrong_body = _body(source, text, tree, str(fields.get("title", "")))
    shown = {ord(mark): chr(code) for code, mark in marks.items()}
    draft = Draft(
        source,
        fields={key: _translated(value, shown) for key, value in fields.items()},
        origin=reason("metadata", of="page"),
        html=body.translate(shown),
        date_hint='Add <meta name="date" content="YYYY-MM-DD">.',
    )
    return Drafts((draft,), (*problems, *wrong_body))


def _translated(value: object, table: dict[int, str]) -> object:
    """A text, or each text of a list, with other characters."""
    if isinstance(value, list):
        return [_translated(item, table) for item in value]
    return value.translate(table) if isinstance(value, str) else value


def _parse(text: str) -> Any:
    try:
        # lxml refuses text that declares an encoding other than its own; bytes it accepts.
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _body(source: Source, text: str, tree: Any, title: str) -> tuple[str, tuple[Problem, ...]]:
    """The page's main text as HTML, without the heading that is its title."""
    found = _extracted(text)
    article = _article(tree)
    if article is not None and _size(article) >= _size(found):
        found = article
    if found is not None and _words(found):
        heading = next(iter(found.xpath("//h1")), None)
        if heading is not None and _words(heading) == title.split():
            heading.drop_tree()
        return _html(found), ()
    bodies = tree.xpath("//body")
    message, hint = (
        "No main text found; the whole page is shown.",
        "Reduce the file to its article.",
    )
    return _html(bodies[0]) if bodies else "", (problem(source, 0, "warning", message, hint),)


def _extracted(text: str) -> Any:
    """The main text as trafilatura sees it, or None."""
    from trafilatura import extract  # slow to import, needed only for pages

    found = extract(
        text,
        output_format="html",
        include_comments=False,
        include_tables=True,
        include_links=True,
        include_formatting=True,
    )
    return html.document_fromstring(found) if found else None


def _article(tree: Any) -> Any:
    """A copy of the page's article without navigation and the like; None unless it has one."""
    articles = tree.xpath("//article[not(ancestor::article)]")
    if len(articles) != 1:
        return None
    copy = html.fromstring(html.tostring(articles[0], encoding="unicode"))
    for element in copy.xpath(_CHROME + "|.//article"):
        if element.getparent() is not None:
            element.drop_tree()
    return copy


def _words(element: Any) -> list[str]:
    return str(element.text_content()).split() if element is not None else []


def _size(element: Any) -> int:
    """Number of characters that are not white space."""
    return sum(map(len, _words(element)))


def _html(element: Any) -> str:
    return str(html.tostring(element, encoding="unicode"))


def _fields(tree: Any) -> dict[str, object]:
    """The metadata that the page declares, by our keys, without the date."""
    from trafilatura.metadata import extract_metadata

    # Its own search for a date is not used; with a fixed limit it does not read the clock.
    settings = {"max_date": "2200-01-01", "extensive_search": False, "original_date": True}
    found = extract_metadata(tree, date_config=settings)
    fields: dict[str, object] = {
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename,
        "url": found.url,
        "summary": found.description,
        "tags": [tag for tags in found.tags or [] for tag in tags.split(",")],
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    }
    for name, content in _metas(tree):
        if name in _LISTS and fields.get(name):
            fields[name] = f"{fields[name]}; {content}"
        elif name in _OWN:
            fields[name] = content
    return {key: value for key, value in fields.items() if value}


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for meta in tree.xpath("//head//meta[@content]|/html/meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.lower(), meta.get("content")


def _dates(tree: Any) -> list[str]:
    """The dates of publication that the page declares; a single one if they agree."""
    metas = list(_metas(tree))
    decisive = [parse_date(content) for name, content in metas if name == "date"]
    if any(decisive):
        return sorted({date for date in decisive if date})
    dates = [parse_date(content) for name, content in metas if name in _DATE_NAMES]
    times = tree.xpath('//time[@datetime][@itemprop="datePublished" or @pubdate]')
    dates += [parse_date(time.get("datetime")) for time in times if not _is_inner(time)]
    dates.append(_date_of_article(tree))
    found = sorted({date for date in dates if date})
    # "2024-03" agrees with "2024-03-25", which comes next.
    return [
        d for d, after in zip_longest(found, found[1:], fillvalue="") if not after.startswith(d)
    ]


def _is_inner(time: Any) -> bool:
    """Whether it is the date of a comment or a related article: an item inside the page's own."""
    scopes = time.xpath("ancestor::*[@itemscope]")
    comments = time.xpath('ancestor::*[contains(@class, "comment") or contains(@id, "comment")]')
    return len(scopes) > 1 or bool(comments)


def _date_of_article(tree: Any) -> str:
    """The datePublished of the first article described in JSON-LD, or ""."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            values = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        date = next(_published(values, 0), "")
        if date:
            return parse_date(date)
    return ""


def _published(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _published(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        date = value.get("datePublished")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(date, str) and _ARTICLE.match(str(kind)):
                yield date
        yield from _published(value.get("@graph"), depth + 1)
