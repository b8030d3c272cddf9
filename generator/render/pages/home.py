"""The home page: what this archive is, and the ways into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import FOLDERS
from generator.model.dates import chronological
from generator.render.catalogues import gettext, message, messages
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import span
from generator.render.drawings.maps import Map, maps_of
from generator.render.pages import Page
from generator.render.site import Site
from generator.render.view_types import EntityLine
from generator.render.views.entity_preview import kinds_words
from generator.render.views.event_views import event_histogram, event_view, key_days
from generator.render.views.leads import summary
from generator.render.views.series_views import series_views
from generator.render.words import number, plural

_LATEST = 6
_LEADING = 8
_KEY_DATES = 5
_SERIES = 3  # of which the first that says something stands beside the title
_FIGURES = 5  # of a series beside the title, at least; fewer say less than a map
_PLACES = 3  # on a map beside the title, at least
_NOUNS = {
    "person": messages("person", "people"),
    "organisation": messages("organisation", "organisations"),
    "place": messages("place", "places"),
}
_ALL = {
    "person": message("All people"),
    "organisation": message("All organisations"),
    "place": message("All places"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its words, and the page that it leads to."""

    number: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Leading:
    """The most mentioned entities of one type. `all_words`: the link to all of them."""

    title: str
    all_words: str
    path: str
    lines: tuple[EntityLine, ...]


def home_page(index: CorpusIndex, site: Site) -> Iterator[Page]:
    """The home page."""
    corpus = index.corpus
    dates = [d.date for d in corpus.documents if d.date]
    latest = corpus.documents[:_LATEST]
    shown = series_views(index, corpus.series[:_SERIES])
    places = _map(index)
    drawn = [one for one in shown if one.drawing]
    series = next((one for one in drawn if len(one.rows) >= _FIGURES or not places), None)
    view = {
        "counts": _counts(index, site),
        "span": span(min(dates, key=chronological), max(dates, key=chronological)) if dates else "",
        "histogram": event_histogram(index, index.reported),
        "key": tuple(event_view(index, e) for e in key_days(index, _KEY_DATES)),
        "series": series,
        "map": None if series else places,
        "latest": tuple(summary(index, d) for d in latest),
        "leading": _leading(index),
    }
    json_ld = {"@type": "WebSite", "name": site.title, "description": site.description}
    yield Page("index.html", "home.html", site.title, site.description, "home", view, json_ld)


def _map(index: CorpusIndex) -> Map | None:
    """The part of the world with most of the places; None where too few are known."""
    maps = maps_of(index.places)
    shown = maps and (maps.closer or maps.world)
    return shown if shown and len(shown.dots) >= _PLACES else None


def _counts(index: CorpusIndex, site: Site) -> tuple[Count, ...]:
    corpus = index.corpus
    sentences = sum(len(p.sentences) for d in corpus.documents for p in d.passages)
    counts = [
        _count(len(corpus.documents), *messages("source", "sources"), "sources"),
        _count(sentences, *messages("sentence", "sentences"), "sources"),
    ]
    for kind, folder in FOLDERS.items():
        if folder in site.without:
            continue
        of_kind = sum(e.type == kind for e in index.with_page)
        counts.append(_count(of_kind, *_NOUNS[kind], folder))
    return tuple(counts)


def _count(value: int, one: str, many: str, folder: str) -> Count:
    return Count(number(value), plural(value, one, many), f"{folder}/index.html")


def _leading(index: CorpusIndex) -> tuple[Leading, ...]:
    found = []
    for kind, folder in FOLDERS.items():
        entities = [e for e in index.with_page if e.type == kind][:_LEADING]
        most = max((len(e.mentions) for e in entities), default=0)
        lines = tuple(index.entity_line(e, most) for e in entities)
        if lines:
            path = f"{folder}/index.html"
            found.append(Leading(kinds_words(kind), gettext(_ALL[kind]), path, lines))
    return tuple(found)
