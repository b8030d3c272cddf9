"""Who is named beside whom in the whole archive: a drawing, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.corpus_index import Library
from generator.render.drawings.graph import HEIGHT, WIDTH, network
from generator.render.pages import Page


def graph_page(library: Library) -> Iterator[Page]:
    """The page of connections."""
    found = network(library.entities, library.shared)
    title = "Connections"
    view = {"network": found, "width": WIDTH, "height": HEIGHT}
    yield Page(
        "graph/index.html",
        "graph.html",
        title,
        "Who and what is named in the same sentences.",
        "graph",
        view,
        {"@type": "CollectionPage", "name": title},
    )
