"""Links between sources as a source's page shows them, and those that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Document
from generator.render.corpus_index import CorpusIndex
from generator.render.urls import document_path
from generator.render.view_types import SourceLine

_MOST = 50  # sources that link to one
_LONGEST = 160  # code points of a quoted sentence


@dataclass(frozen=True, slots=True)
class BackLink:
    """A source that links to the one shown, and the sentence in which it does.

    anchor: of the sentence
    """

    source: SourceLine
    sentence: str
    anchor: str


def links_of(index: CorpusIndex, document: Document) -> Mapping[str, str]:
    """Where the links of a document lead, by their addresses: paths below the site's root."""
    found = {}
    for link in index.links_from.get(document.id, ()):
        path = document_path(index.documents[link.target])
        found[link.address] = f"{path}#{link.anchor}" if link.anchor else path
    return found


def back_links(index: CorpusIndex, document: Document) -> tuple[BackLink, ...]:
    """The sources that link to a document, each with the first sentence that does."""
    found: dict[str, BackLink] = {}
    for link in index.links_to.get(document.id, ()):
        name = link.where.document
        if name != document.id and name not in found and len(found) < _MOST:
            words = index.documents[name].text[link.where.start : link.where.end].strip()
            shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
            found[name] = BackLink(index.source_line(name), shown, link.where.anchor)
    return tuple(found.values())
