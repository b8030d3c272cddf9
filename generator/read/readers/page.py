"""Saved web pages: the main text, and the metadata that the page itself declares.

trafilatura finds the main text. The date is taken from declarations only (`<meta>`, JSON-LD,
`<time itemprop="datePublished">`); a date found by searching the page's text or its address could
be that of anything. `<meta name="people" content="A; B">` and the like are read as front matter is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from generator.config import Config
from generator.model import Source
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.fields import parse_date

SUFFIXES = (".html", ".htm", ".xhtml")

# Names under which pages declare when they were published (Open Graph, Dublin Core, Highwire).
_DATE_NAMES = {
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "datepublished",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
}
_OWN = ("kind", "people", "organisations", "organizations", "places", "language", "note")
_DEEPEST = 20


def read_source(source: Source, config: Config) -> Drafts:
    """One document: the page's main text as HTML, and its declared metadata."""
    text, problems = decode(source)
    tree = _parse(text)
    if tree is None:
        return Drafts(
            (),
            (
                *problems,
                problem(
                    source, 0, "error", "No HTML page.", "Save the page again from the browser."
                ),
            ),
        )
    fields = _fields(tree)
    body = _main_text(text)
    if not body:
        body = _whole_body(tree)
        problems += (
            problem(
                source,
                0,
                "warning",
                "No main text was found; the whole page is shown.",
                "Cut the page down to its text.",
            ),
        )
    return Drafts((Draft(source, 1, fields, {}, "metadata of the page", (), body),), problems)


def _parse(text: str) -> Any:
    try:
        # lxml refuses text that declares another encoding than it has; bytes settle it.
        return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None


def _main_text(text: str) -> str:
    """The page's main text as HTML without its title; "" when none was found."""
    from trafilatura import extract  # slow to import, needed only for pages

    found = extract(
        text,
        output_format="html",
        include_comments=False,
        include_tables=True,
        include_links=True,
        include_formatting=True,
    )
    if not found:
        return ""
    tree = html.document_fromstring(found)
    for heading in tree.xpath("//h1")[:1]:
        heading.drop_tree()
    return str(html.tostring(tree, encoding="unicode")) if tree.text_content().strip() else ""


def _whole_body(tree: Any) -> str:
    bodies = tree.xpath("//body")
    return str(html.tostring(bodies[0], encoding="unicode")) if bodies else ""


def _fields(tree: Any) -> dict[str, object]:
    """The metadata that the page declares, under our names for them."""
    from trafilatura.metadata import extract_metadata

    # Its own search for a date is not used; a fixed limit keeps the clock out of it.
    found = extract_metadata(
        tree,
        date_config={"max_date": "2200-01-01", "extensive_search": False, "original_date": True},
    )
    fields: dict[str, object] = {
        "title": found.title,
        "date": _date(tree),
        "author": found.author,
        "publisher": found.sitename,
        "url": found.url,
        "summary": found.description,
        "tags": [tag for tags in found.tags or [] for tag in tags.split(",")],
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    }
    fields |= {name: content for name, content in _metas(tree) if name in _OWN}
    return {key: value for key, value in fields.items() if value}


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.lower(), meta.get("content")


def _date(tree: Any) -> str:
    """The declared date of publication; "" when there is none, or when two disagree."""
    dates = [parse_date(content) for name, content in _metas(tree) if name in _DATE_NAMES]
    dates += [
        parse_date(time.get("datetime"))
        for time in tree.xpath('//time[@datetime][@itemprop="datePublished" or @pubdate]')
    ]
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            values = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        dates += [parse_date(value) for value in _published(values, 0)]
    found = {date[:10] for date in dates if date}
    return found.pop() if len(found) == 1 else ""


def _published(value: object, depth: int) -> Iterator[str]:
    """The datePublished of the first article in JSON-LD, not of its comments or parts."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _published(item, depth + 1)
    elif isinstance(value, dict):
        date = value.get("datePublished")
        if isinstance(date, str):
            yield date
        yield from _published(value.get("@graph"), depth + 1)
