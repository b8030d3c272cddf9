"""The date of publication that a page declares.

Only declarations count (`<meta>`, the article's JSON-LD, `<time itemprop="datePublished">`, and
where there is none of them `<time class="published">`): a date in the page's text or its address
could be the date of anything. `<meta name="date">` decides where declarations differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from generator.lang.words import words as words_of
from generator.read.dates import given_date
from generator.read.pages.linked_data import Thing
from generator.read.pages.marks import declared, is_inside_others, words

# Names under which pages declare when they were published (Open Graph, Dublin Core, Highwire,
# Parse.ly, Sailthru and what publishing systems write), without what separates their words.
_NAMES = words_of(
    "articlepublishedtime articlepublished ogpublishedtime ogarticlepublishedtime ogpubdate dcdate"
    " dcdateissued dcdatecreated dctermsdate dctermsissued dctermscreated citationpublicationdate"
    " citationdate citationonlinedate pubdate publishdate publisheddate publicationdate"
    " datepublished datepublication parselypubdate sailthrudate rnewsdatepublished"
    " articlepublicationdate articlepubdate originalpublicationdate publishedtime publishedat"
    " dateissued articledate cxenseparserecspublishtime bepubdate"
)
_SEPARATORS = re.compile(r"[-_.:\s]+")
_AROUND = re.compile(r"(Page|Blog|Site|Thing)$")  # what the article's own item may be inside of
_MOST_MARKED = 50  # elements with dates that are looked at
# Classes with which pages mark the day (hAtom and h-entry, and what publishing systems write).
_CLASSES = frozenset(("published", "dt-published", "entry-date", "post-date", "publish-date",
                      "published-date", "pubdate", "date-published", "datepublished"))  # fmt: skip


def dates(tree: Any, article: Thing) -> list[str]:
    """The dates of publication that the page declares; a single one if they agree.

    article: what JSON-LD says of it
    """
    metas = [(_SEPARATORS.sub("", name), content) for name, content in declared(tree)]
    decisive = _agreed(content for name, content in metas if name == "date")
    if decisive:
        return decisive
    found = [content for name, content in metas if name in _NAMES]
    marked = tree.xpath('//*[@itemprop="datePublished"]|//time[@pubdate]')[:_MOST_MARKED]
    found += [_value(element) for element in marked if not _is_inner(element)]
    published = article.get("datePublished")
    found.append(published if isinstance(published, str) else "")
    return _agreed(found) or _agreed(map(_value, _classed(tree)))


def _agreed(texts: Iterable[str]) -> list[str]:
    """The exact dates among some texts, without those that are only less precise."""
    given = [given_date(text) for text in texts]
    found = sorted({date.date for date in given if date and not date.words})
    # "2024-03" agrees with "2024-03-25", which comes next.
    return [
        d for d, after in zip_longest(found, found[1:], fillvalue="") if not after.startswith(d)
    ]


def _value(element: Any) -> str:
    """What a marked element gives: for machines, or else its words."""
    for name in ("datetime", "content", "title"):
        if element.get(name):
            return str(element.get(name))
    return " ".join(words(element))


def _classed(tree: Any) -> list[Any]:
    found = tree.xpath("//time[@class]|//abbr[@class and @title]")[:_MOST_MARKED]
    return [
        element
        for element in found
        if _CLASSES.intersection(element.get("class").lower().split()) and not _is_inner(element)
    ]


def _is_inner(element: Any) -> bool:
    """Whether it is the date of a comment or another article: an item inside the page's own."""
    scopes = element.xpath("ancestor::*[@itemscope]")
    inner = [scope for scope in scopes if not _AROUND.search(scope.get("itemtype") or "")]
    return len(inner) > 1 or is_inside_others(element)
