"""The authors of a page.

They are those that the head or the article's JSON-LD declares, or else a line that is marked as
the author's. A mark in a comment, in a list of other articles, or in running text that only names
somebody does not count.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable
from typing import Any

from generator.read.pages import linked_data
from generator.read.pages.linked_data import Thing
from generator.read.pages.marks import declared, is_outside, words
from generator.read.pages.titles import plain

_DECLARED = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "byl",
             "parsely-author", "sailthru.author", "og:article:author", "authors")  # fmt: skip
_SURNAME_FIRST = re.compile(r"([^,;]+), ([^,;]+)")
_MARKED = (
    '//*[@itemprop="author" or contains(concat(" ", @rel, " "), " author ")'
    ' or contains(@class, "author") or contains(@class, "byline") or contains(@class, "writer")]'
)
_MOST = 100  # marked elements that are looked at
_LONGEST = 100  # words of a paragraph; a cell can hold the whole page
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s*$")


def authors(
    tree: Any, article: Thing, found: Collection[Thing], site: Collection[str]
) -> list[str]:
    """The names of the authors, without that of the site, which is the publisher's.

    found: all that JSON-LD describes; article: what it says of the article
    site: names of the site, in plain form
    """
    given = _declared_authors(tree, linked_data.authors(article, found))
    people = [name for name in given if plain(name) not in site]
    return people or [name for name in _in_byline(tree) if plain(name) not in site]


def _declared_authors(tree: Any, stated: Iterable[str]) -> list[str]:
    metas = list(declared(tree))
    for name in _DECLARED:
        given = [content for key, content in metas if key == name and _is_name(content)]
        if name == "citation_author":  # written with the surname first
            given = [_SURNAME_FIRST.sub(r"\2 \1", text) for text in given]
        if given:
            return _split(given)
    return _split([name for name in stated if _is_name(name)])


def _in_byline(tree: Any) -> list[str]:
    """The authors that trafilatura finds in the lines that may name them."""
    from trafilatura.metadata import extract_author  # slow to import, needed only for pages

    pruned = copy.deepcopy(tree)
    for element in pruned.xpath("//*"):
        if element.getparent() is not None and (is_outside(element) or element.tag == "footer"):
            element.drop_tree()
    for element in pruned.xpath(_MARKED)[:_MOST]:
        if _is_in_running_text(element):
            element.attrib.clear()
    return _split([extract_author(pruned) or ""])


def _is_in_running_text(element: Any) -> bool:
    """Whether an element is a part of a sentence rather than a line of its own."""
    around = (element, *element.iterancestors())
    block = next((e for e in around if e.tag in ("p", "li", "td")), None)
    if block is None or block is element or len(texts := words(block)) > _LONGEST:
        return False
    return bool(_SENTENCE.search(texts[-1]))


def _is_name(text: str) -> bool:
    return not re.match(r"\s*(https?:|www\.|@)", text) and any(map(str.isalpha, text))


def _split(texts: list[str]) -> list[str]:
    """Single names, from texts of one or several each."""
    from trafilatura.json_metadata import normalize_authors

    found: list[str] = []
    for text in texts:
        normal = normalize_authors(None, text) if text.strip() else None
        found += (normal or "").split("; ")
    return list(dict.fromkeys(name.strip() for name in found if name.strip()))
