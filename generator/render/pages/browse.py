"""Ways through the sources besides their list: cards, subjects and formats, all without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Document
from generator.model.dates import chronological
from generator.render.alphabet import alphabetical
from generator.render.catalogues import gettext, message, messages
from generator.render.corpus_index import CorpusIndex
from generator.render.pages import Page, collection
from generator.render.pagination import Order, list_pages
from generator.render.view_types import Link
from generator.render.views.facets import Facet, Value
from generator.render.views.feed_paths import value_feed
from generator.render.words import count, number

CARDS = "sources/cards"
_VALUES = 500  # subjects on one page, at least
_CARDS = 60  # most on one page; each can have a picture
# Words of each facet, by its folder.
_NOUNS = {
    "subjects": messages("subject", "subjects"),
    "formats": messages("format", "formats"),
}
_TITLES = {
    "subjects": message("Subject: {value}"),
    "formats": message("Format: {value}"),
}
_SHARED = {
    "subjects": message("{sources} on the subject “{value}”."),
    "formats": message("{sources} in the format “{value}”."),
}
_HERE = {
    "subjects": message("{sources} on this subject."),
    "formats": message("{sources} in this format."),
}


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A subject or format in the list of all, with the number of its sources."""

    label: str
    path: str
    count: str


def all_words(documents: int) -> str:
    """How many sources a list of all of them has, in a sentence."""
    words = count(documents, "document", "documents")
    return gettext("{documents}, each in full on its own page.", documents=words)


def source_orders(index: CorpusIndex) -> Sequence[Order[Document]]:
    """The orders of lists of sources; the first is that of the corpus."""
    position = {d.id: n for n, d in enumerate(index.corpus.documents)}
    return (
        Order("newest", message("Newest"), lambda d: position[d.id]),
        Order("oldest", message("Oldest"), lambda d: (not d.date, chronological(d.date), d.id)),
        Order(
            "title", message("Title"), lambda d: (alphabetical(d.title), d.id), lambda d: d.title
        ),
        Order(
            "publisher",
            message("Publisher"),
            lambda d: (not d.publisher, d.publisher.casefold(), position[d.id]),
        ),
    )


def ways(index: CorpusIndex, current: str) -> tuple[Link, ...]:
    """The ways through the sources that this archive has; none where the list is the only one.

    current: the folder of the page that shows them
    """
    links = [Link("sources/index.html", gettext("List"), current == "sources")]
    if index.pictured:
        links.append(Link(f"{CARDS}/index.html", gettext("Cards"), current == CARDS))
    for facet in index.facets:
        path = f"{facet.folder}/index.html"
        links.append(Link(path, gettext(facet.title), current == facet.folder))
    return tuple(links) if len(links) > 1 else ()


def card_pages(index: CorpusIndex, size: int) -> Iterator[Page]:
    """All sources as cards, in four orders; none in an archive without pictures."""
    if not index.pictured:
        return
    documents = index.corpus.documents
    for found in list_pages(CARDS, documents, source_orders(index), min(size, _CARDS)):
        yield collection(
            found.path,
            "cards.html",
            gettext("Sources as cards") + found.title_suffix,
            gettext(
                "All {sources} in this archive, with pictures.",
                sources=count(found.total, "source", "sources"),
            ),
            "sources",
            heading=gettext("Sources"),
            above=(),
            list=found.showing(index.card),
            total=all_words(found.total),
            ways=ways(index, CARDS),
        )


def facet_pages(index: CorpusIndex, size: int) -> Iterator[Page]:
    """The list of all subjects, that of all formats, and a page for each that sources share."""
    for facet in index.facets:
        yield from _all_values(index, facet, size)
        for value in facet.values.values():
            if not value.shared:
                continue
            folder = value.path.rpartition("/")[0]
            orders = source_orders(index)[:1]
            for found in list_pages(folder, value.documents, orders, min(size, _CARDS)):
                page = collection(
                    found.path,
                    "cards.html",
                    gettext(_TITLES[facet.folder], value=value.label) + found.title_suffix,
                    gettext(
                        _SHARED[facet.folder],
                        sources=count(found.total, "source", "sources"),
                        value=value.label,
                    ),
                    "sources",
                    heading=value.label,
                    above=(Link(f"{facet.folder}/index.html", gettext(facet.title)),),
                    list=found.showing(index.card),
                    total=gettext(
                        _HERE[facet.folder], sources=count(found.total, "source", "sources")
                    ),
                    ways=(),
                )
                yield replace(page, feed=value_feed(facet, value))


def _all_values(index: CorpusIndex, facet: Facet, size: int) -> Iterator[Page]:
    """The list of all values, by their names and by the number of their sources."""
    values = tuple(facet.values.values())
    orders: Sequence[Order[Value]] = (
        Order("name", message("Name"), lambda v: alphabetical(v.label), lambda v: v.label),
        Order(
            "sources",
            message("Sources"),
            lambda v: (-len(v.documents), alphabetical(v.label)),
        ),
    )
    total = count(len(values), *_NOUNS[facet.folder])
    for found in list_pages(facet.folder, values, orders, max(size, _VALUES)):
        yield collection(
            found.path,
            "facet.html",
            gettext(facet.title) + found.title_suffix,
            gettext("All {values} of the sources in this archive.", values=total),
            "sources",
            heading=gettext(facet.title),
            total=gettext("{values}, with the number of sources.", values=total),
            list=found.showing(_value_line),
            ways=ways(index, facet.folder),
        )


def _value_line(value: Value) -> ValueLine:
    return ValueLine(value.label, value.path, number(len(value.documents)))
