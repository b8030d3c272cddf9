"""Who is mentioned with whom in the whole archive: a drawing, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Target
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings.graph import network
from generator.render.exports.records import compact
from generator.render.pages import Page, collection
from generator.render.urls import entity_path

_FOLDER = "graph"
_AROUND = 12  # connections of each name that the script can draw


def graph_page(index: CorpusIndex) -> Iterator[Page]:
    """The page of connections."""
    yield collection(
        f"{_FOLDER}/index.html",
        "graph.html",
        gettext("Connections"),
        gettext("Who and what is mentioned in the same sentences."),
        "graph",
        network=network(index.entities, index.shared),
    )


def connections_file(index: CorpusIndex) -> Iterator[Target]:
    """What the script draws around a name that a reader chooses."""
    yield Target(f"{_FOLDER}/connections.json", "", lambda: compact(_connections(index)))


def _connections(index: CorpusIndex) -> dict[str, object]:
    """The names with their pages, types and mentions, and the strongest pairs of each."""
    shown = {e.id: e for e in index.with_page if e.id in index.shared}
    numbers = {name: n for n, name in enumerate(shown)}
    pairs: dict[tuple[int, int], int] = {}
    for name in shown:
        others = {
            other: len(mentions)
            for other, mentions in index.shared[name].items()
            if other in numbers
        }
        for other in sorted(others, key=lambda other: (-others[other], other))[:_AROUND]:
            one, two = sorted((numbers[name], numbers[other]))
            pairs[one, two] = others[other]
    names = [(e.name, entity_path(e), e.type, len(e.mentions)) for e in shown.values()]
    return {"names": names, "pairs": [(*pair, pairs[pair]) for pair in sorted(pairs)]}
