"""The JSON-LD of a page: what it says of the article, and the names of the site.

A page describes several things: the site, the page, other articles. The article's own object is
the one that has the page's title or address; of several that have neither it is the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

_DEEPEST = 20
_MOST = 100  # articles and names that are looked at
_ARTICLE = re.compile(r".*(Article|Posting|Report)$")  # types of schema.org
_PAGE = re.compile(r"(.*[/#])?WebPage$")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")  # where the article may be described
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_WORD = re.compile(r"\w+")
_LEAST_SHARED = 0.5  # of the words of two titles of one article

Thing = Mapping[str, Any]


def things(tree: Any) -> list[Thing]:
    """All that the page describes, from the outside in."""
    found: list[Thing] = []
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        text = _WRAPPING.sub("", _WRAPPING.sub("", script.text or ""))
        try:
            value = json.loads(text, strict=False)  # line ends inside texts
        except (ValueError, RecursionError):
            continue
        found += _things(value, 0)
    return found


def own_article(found: Collection[Thing], titles: Collection[str], urls: Collection[str]) -> Thing:
    """What describes the page's article: the object of an article, or else of the page.

    titles, urls: of the page
    """
    articles = [thing for thing in found if _is_a(thing, _ARTICLE)][:_MOST]
    if not articles:
        return next((thing for thing in found if _is_a(thing, _PAGE)), {})
    best = max(articles, key=lambda thing: _likeness(thing, titles, urls))
    named = all(thing.get("headline") or thing.get("url") for thing in articles)
    strange = len(articles) > 1 and named and not _likeness(best, titles, urls)
    return {} if strange else best


def names(value: object, depth: int = 0) -> tuple[str, ...]:
    """The names of one or several people or organisations."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and depth <= _DEEPEST:
        return tuple(name for item in value[:_MOST] for name in names(item, depth + 1))
    name = value.get("name") if isinstance(value, dict) else None
    return (name,) if isinstance(name, str) else ()


def authors(article: Thing, found: Iterable[Thing]) -> tuple[str, ...]:
    """The names of an article's authors, who may be described elsewhere on the page."""
    given = article.get("author")
    people = {thing.get("@id"): thing for thing in found if isinstance(thing.get("@id"), str)}
    return tuple(
        name
        for author in (given[:_MOST] if isinstance(given, list) else [given])
        for name in names(author) or names(people.get(_id(author)))
    )


def _id(value: object) -> str:
    found = value.get("@id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def site_names(found: Collection[Thing]) -> tuple[str, ...]:
    """What the site and its publisher are called."""
    sites = [name for t in found if _is_a(t, re.compile("WebSite|.*Organization$|.*Media.*"))
             for name in names(t)]  # fmt: skip
    return (*sites, *(name for thing in found for name in names(thing.get("publisher"))))


def _things(value: object, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INNER:
            yield from _things(value.get(key), depth + 1)


def _is_a(thing: Thing, kind: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    return any(kind.match(str(one)) for one in (kinds if isinstance(kinds, list) else [kinds]))


def _likeness(thing: Thing, titles: Collection[str], urls: Collection[str]) -> float:
    """2 for the page's address, up to 1 for words of its title, 0 for too few of them."""
    page = thing.get("mainEntityOfPage")
    own = (thing.get("url"), thing.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    if any(isinstance(url, str) and url.partition("#")[0].rstrip("/") in urls for url in own):
        return 2.0
    heads = _words(f"{thing.get('headline', '')} {thing.get('name', '')}")
    shared = max((len(heads & _words(title)) / max(1, len(heads)) for title in titles), default=0.0)
    return shared if shared >= _LEAST_SHARED else 0.0


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
