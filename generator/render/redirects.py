"""The pages at former addresses, which lead to the present ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Corpus, Redirect
from generator.render.corpus_index import CorpusIndex
from generator.render.urls import entity_path
from generator.render.views.sayings import page_paths


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page that has moved.

    path, target: where it was, and where it is, below the site's root
    language: attributes of its title, as HTML
    """

    path: str
    target: str
    title: str
    language: str = ""


def former_pages(index: CorpusIndex) -> tuple[FormerPage, ...]:
    """All of them in the order of their paths; none is in the way of a page."""
    found = {one.path: _former(index, one) for one in index.corpus.redirects}
    names = {entity.id: entity for entity in index.with_page}
    concerned = dict.fromkeys("/".join(_address(path).split("/")[:2]) for path in found)
    pages = {path for one in concerned if one in names for path in page_paths(index, names[one])}
    return tuple(found[path] for path in sorted(found) if path not in pages)


def _former(index: CorpusIndex, redirect: Redirect) -> FormerPage:
    entity = index.entities.get(redirect.target)
    if entity is not None:
        return FormerPage(redirect.path, entity_path(entity), entity.name)
    line = index.source_line(redirect.target)
    return FormerPage(redirect.path, line.path, line.title, line.language)


def _address(path: str) -> str:
    """The path of a page without its ending."""
    return path.removesuffix(".html")


def name_addresses(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The address of each page of a name, without its ending, and the name."""
    index = CorpusIndex(corpus)
    for entity in index.with_page:
        for path in page_paths(index, entity):
            yield _address(path), entity.name
