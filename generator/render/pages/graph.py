"""Who is mentioned with whom in the whole archive: a drawing, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings.graph import network
from generator.render.pages import Page, collection


def graph_page(index: CorpusIndex) -> Iterator[Page]:
    """The page of connections."""
    yield collection(
        "graph/index.html",
        "graph.html",
        gettext("Connections"),
        gettext("Who and what is mentioned in the same sentences."),
        "graph",
        network=network(index.entities, index.shared),
    )
