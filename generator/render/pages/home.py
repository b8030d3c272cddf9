"""The home page: what this archive is, and the ways into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import FOLDERS, EntityType
from generator.render.corpus_index import EntityLine, Library
from generator.render.dates import span
from generator.render.pages import Page
from generator.render.site import Site
from generator.render.views.event_views import event_histogram, happening, key_days

_LATEST = 6
_LEADING = 8
_KEY_DATES = 5
TYPE_WORDS: dict[EntityType, tuple[str, str]] = {
    "person": ("Person", "People"),
    "organisation": ("Organisation", "Organisations"),
    "place": ("Place", "Places"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its words, and the page that it leads to."""

    number: int
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Leading:
    """The most mentioned entities of one type."""

    title: str
    path: str
    lines: tuple[EntityLine, ...]


def home_page(library: Library, site: Site) -> Iterator[Page]:
    """The home page."""
    corpus = library.corpus
    dates = [d.date for d in corpus.documents if d.date]
    latest = tuple(library.source_line(d) for d in corpus.documents[:_LATEST])
    view = {
        "counts": _counts(library),
        "span": span(min(dates), max(dates)) if dates else "",
        "histogram": event_histogram(library.reported),
        "key": tuple(happening(library, e) for e in key_days(library, _KEY_DATES)),
        "latest": latest,
        "leading": _leading(library),
    }
    json_ld = {"@type": "WebSite", "name": site.title, "description": site.description}
    yield Page("index.html", "home.html", site.title, site.description, "home", view, json_ld)


def _counts(library: Library) -> tuple[Count, ...]:
    corpus = library.corpus
    sentences = sum(len(p.sentences) for d in corpus.documents for p in d.passages)
    counts = [
        Count(
            len(corpus.documents),
            "source" + "s" * (len(corpus.documents) != 1),
            "sources/index.html",
        ),
        Count(sentences, "sentence" + "s" * (sentences != 1), "sources/index.html"),
    ]
    for kind, folder in FOLDERS.items():
        number = sum(e.type == kind for e in corpus.entities)
        counts.append(Count(number, TYPE_WORDS[kind][number != 1].lower(), f"{folder}/index.html"))
    return tuple(counts)


def _leading(library: Library) -> tuple[Leading, ...]:
    found = []
    for kind, folder in FOLDERS.items():
        entities = [e for e in library.corpus.entities if e.type == kind][:_LEADING]
        most = max((len(e.mentions) for e in entities), default=0)
        lines = tuple(library.entity_line(e, most) for e in entities)
        if lines:
            found.append(Leading(TYPE_WORDS[kind][1], f"{folder}/index.html", lines))
    return tuple(found)
