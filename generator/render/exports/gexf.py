"""Who is mentioned with whom and when, for Gephi (GEXF 1.3, gexf.net).

The graph is dynamic: an entity is there from the first source that mentions it to the last, and an
edge on the days of the sources whose sentences mention both. Of a date that is not known to the
day, the first day counts. What has an undated source, or one before our era, is always there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import quoteattr

from generator.model import Entity, Mention
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import machine_date
from generator.render.exports import DataFile
from generator.render.exports.parts import whole
from generator.render.site import UNKNOWN_DAY
from generator.render.urls import sentence_path

_SENTENCES = 3  # of an edge that are named


def gexf_file(index: CorpusIndex) -> DataFile:
    """Entities and their connections as a graph."""
    edges = sum(one < other for one, others in index.shared.items() for other in others)
    return DataFile(
        "data/entities.gexf",
        "Who is mentioned with whom",
        "A graph of entities mentioned in the same sentences, with the days, for Gephi.",
        "GEXF",
        "application/gexf+xml",  # as desktops know it; it is not registered
        len(index.corpus.entities) + edges,
        (
            ("weight", "number of sentences that mention both"),
            ("start, end, spells", "days of the sources: the first and the last, and of edges all"),
            ("sentences", "addresses of its first sentences, with spaces between"),
        ),
        whole(lambda: _graph(index).encode("utf-8", "replace")),
        packs=True,
    )


def _graph(index: CorpusIndex) -> str:
    """Entities, and edges weighted by the sentences that two share."""
    days = {d.id: _day(d.date) for d in index.corpus.documents}
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
            '<graph mode="dynamic" timeformat="date" timerepresentation="interval" '
            'defaultedgetype="undirected">',
            '<attributes class="node"><attribute id="type" title="type" type="string"/>'
            '<attribute id="mentions" title="mentions" type="integer"/></attributes>',
            '<attributes class="edge"><attribute id="sentences" title="sentences" type="string"/>'
            "</attributes>",
            "<nodes>",
            *(_node(entity, [days[name] for name in entity.documents])
              for entity in index.corpus.entities),
            "</nodes>",
            "<edges>",
            *_edges(index, days),
            "</edges>",
            "</graph></gexf>",
            "",
        ]
    )  # fmt: skip


def _node(entity: Entity, days: Sequence[str]) -> str:
    known = f' start="{min(days)}" end="{max(days)}"' if days and all(days) else ""
    return (
        f"<node id={quoteattr(entity.id)} label={quoteattr(entity.name)}{known}><attvalues>"
        f'<attvalue for="type" value={quoteattr(entity.type)}/>'
        f'<attvalue for="mentions" value="{len(entity.mentions)}"/></attvalues></node>'
    )


def _edges(index: CorpusIndex, days: dict[str, str]) -> Iterator[str]:
    quoted = {e.id: quoteattr(e.id) for e in index.corpus.entities}
    for one, others in sorted(index.shared.items()):
        for other, mentions in sorted(others.items()):
            if one < other:
                yield (
                    f"<edge source={quoted[one]} target={quoted[other]} "
                    f'weight="{len(mentions)}"><attvalues>'
                    f'<attvalue for="sentences" value={quoteattr(_sentences(mentions))}/>'
                    f"</attvalues>{_spells(days[m.provenance.document] for m in mentions)}</edge>"
                )


def _sentences(mentions: Sequence[Mention]) -> str:
    return " ".join(sentence_path(mention.provenance) for mention in mentions[:_SENTENCES])


def _spells(days: Iterable[str]) -> str:
    own = sorted(set(days))
    if not all(own):
        return ""
    spells = "".join(f'<spell start="{day}" end="{day}"/>' for day in own)
    return f"<spells>{spells}</spells>"


def _day(date: str) -> str:
    """The first day of a date; "" if it is unknown or before our era."""
    known = machine_date(date)
    return known + UNKNOWN_DAY[len(known) :] if known else ""
