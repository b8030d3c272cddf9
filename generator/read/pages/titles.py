"""The title of a page.

A title in the head often ends, or begins, with the name of the site ("Fire at mill | The Paper").
That is cut only where the page itself states the name, or has the rest as a heading: "2024 - The
year of the fire" stays whole. The name of the site alone is never a title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from generator.read.pages.linked_data import Thing, site_names
from generator.read.pages.marks import declared, is_outside, words

_TITLES = ("citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_SOCIAL = ("og:title", "twitter:title")
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher",
          "citation_journal_title", "publisher", "article:publisher")  # fmt: skip
_SEPARATOR = re.compile(r"\s+[|»«›·•—–:-]+\s+|:\s+|\s*\|\s*")
_BARS = "| ·"  # separators that no title begins or ends with
_MOST = 10  # titles and headings that are looked at
_LONGEST = 1000  # characters of a title
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")


def title(tree: Any, article: Thing, sites: Collection[str]) -> str:
    """The title of the page's article; "" if the page gives none.

    article: what JSON-LD says of it
    sites: names of the site, in plain form
    """
    metas = list(declared(tree))
    headings = [" ".join(words(h)) for h in tree.xpath("//h1")[:_MOST] if not is_outside(h)]
    in_head = " ".join(words(next(iter(tree.xpath("//head//title|//title")), None)))
    candidates = (
        *[content for name in _SOCIAL for key, content in metas if key == name][:_MOST],
        *[content for name in _TITLES for key, content in metas if key == name][:_MOST],
        *(headings if len(headings) == 1 else ()),
        in_head,
        *headings[:1],
        *(text for text in (article.get("headline"), article.get("name")) if isinstance(text, str)),
    )
    others = (*headings, *(" ".join(words(h)) for h in tree.xpath("//h2")[:1]))
    cleaned = (without_site(_tidy(c), sites, others) for c in candidates)
    return next((text for text in cleaned if text and plain(text) not in sites), "")


def titles_of(tree: Any) -> tuple[str, ...]:
    """All that may be the page's title, to recognise its article by."""
    metas = [content for name, content in declared(tree) if name in (*_SOCIAL, *_TITLES)]
    return (*metas, *(" ".join(words(e)) for e in tree.xpath("//title|//h1")[:5]))


def without_site(text: str, sites: Iterable[str], headings: Iterable[str]) -> str:
    """A title without the name of the site at its end or beginning.

    sites: names of the site, in plain form; headings: those of the page
    """
    known = frozenset(sites)
    plain_headings = {plain(heading) for heading in headings} - {""}
    parts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text)]
    for start, end in parts:
        if plain(text[end:]) in known or plain(text[:start]) in plain_headings:
            return text[:start]
    for _, end in reversed(parts):
        if plain(text[:end]) in known:
            return text[end:]
    return text


def site(tree: Any, found: Sequence[Thing], urls: Iterable[str]) -> frozenset[str]:
    """The names of the site as the page states them, in plain form.

    found: all that JSON-LD describes; urls: those that the page gives as its own
    """
    stated = (content for name, content in declared(tree) if name in _SITES)
    hosts = (host[1] for url in urls if (host := _HOST.match(url)))
    return frozenset(plain(name) for name in (*stated, *site_names(found), *hosts)) - {""}


def _tidy(text: str) -> str:
    """A title on one line, without a separator that separates nothing."""
    return " ".join(text[:_LONGEST].split()).strip(_BARS)


def plain(text: str) -> str:
    """The letters and figures of a text, to compare it by."""
    return "".join(_LETTERS.findall(text.casefold()))
