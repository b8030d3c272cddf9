"""Who is mentioned with whom, for Gephi (GEXF 1.3, gexf.net)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile


def gexf_file(index: CorpusIndex) -> DataFile:
    """Entities and their connections as a graph."""
    return DataFile(
        "data/entities.gexf",
        "Who is mentioned with whom",
        "A graph of entities mentioned in the same sentences, for Gephi.",
        "GEXF",
        "application/gexf+xml",  # as desktops know it; it is not registered
        len(index.corpus.entities),
        (("weight", "number of sentences that mention both"),),
        lambda: _graph(index).encode("utf-8", "replace"),
    )


def _graph(index: CorpusIndex) -> str:
    """Entities, and edges weighted by the sentences that two share."""
    nodes = [
        f"<node id={quoteattr(e.id)} label={quoteattr(e.name)}><attvalues>"
        f'<attvalue for="type" value={quoteattr(e.type)}/>'
        f'<attvalue for="mentions" value="{len(e.mentions)}"/></attvalues></node>'
        for e in index.corpus.entities
    ]
    quoted = {e.id: quoteattr(e.id) for e in index.corpus.entities}
    edges = [
        f'<edge source={quoted[one]} target={quoted[other]} weight="{len(mentions)}"/>'
        for one, others in sorted(index.shared.items())
        for other, mentions in sorted(others.items())
        if one < other
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">',
            '<attributes class="node"><attribute id="type" title="type" type="string"/>'
            '<attribute id="mentions" title="mentions" type="integer"/></attributes>',
            "<nodes>",
            *nodes,
            "</nodes>",
            "<edges>",
            *edges,
            "</edges>",
            "</graph></gexf>",
            "",
        ]
    )
