"""Who is mentioned with whom, as a list and as a drawing of the closest.

The drawing has the entity in its middle and the closest ones in two columns beside it. Positions
are in per cent across and in CSS pixels down, so that names keep their size on a phone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.directions import isolated
from generator.model import Entity, EntityType, Mention
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings.labels import shortened
from generator.render.drawings.shapes import Shape, shape
from generator.render.urls import entity_path, sentence_path
from generator.render.view_types import Quote
from generator.render.words import count

_LISTED = 8
_DRAWN = 10
_FEWEST_DRAWN = 3
_ROW = 40  # CSS pixels between two names
_LEFT, _RIGHT = 41.0, 59.0  # per cent across: where the columns' marks are
_LABEL = 13  # CSS pixels from the middle of a mark to its label
_RADIUS = 11  # CSS pixels of the mark in the middle
_THINNEST, _THICKEST = 1.0, 8.0
_LONGEST = 18  # letters of a name in the drawing; that many have room on a phone


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """An entity mentioned together with another.

    where: in how many sentences of how many sources, in words; path_there: the first sentence
    quote: that sentence; None where the page quotes it anyway
    """

    name: str
    path: str
    where: str
    path_there: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Spoke:
    """One of the closest in the drawing. x in per cent; y, dx and width in CSS pixels.

    title: its name, and in how many sentences
    side, dx: whether the label starts or ends beside the mark, and how far from it
    """

    title: str
    label: str
    path: str
    type: EntityType
    x: float
    y: float
    width: float
    side: str
    dx: int


@dataclass(frozen=True, slots=True)
class Closest:
    """A finished drawing, with the entity's own mark. height and middle in CSS pixels."""

    height: int
    middle: float
    shape: Shape
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    entity: Entity
    mentions: Sequence[Mention]


def cooccurrences(
    index: CorpusIndex, entity: Entity, quoted: Collection[tuple[str, str]]
) -> tuple[tuple[Cooccurrence, ...], Closest | None]:
    """The entities mentioned with one, the most frequent first; and the drawing of the closest.

    quoted: documents and anchors of the sentences that are on the page already

    There is no drawing where they are too few to be worth one.
    """
    others = index.shared.get(entity.id, {})
    ordered = sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))[:_DRAWN]
    found = [_Shared(index.entities[name], mentions) for name, mentions in ordered]
    listed = tuple(_cooccurrence(index, shared, quoted) for shared in found[:_LISTED])
    return listed, _closest(entity, found) if len(found) >= _FEWEST_DRAWN else None


def _cooccurrence(
    index: CorpusIndex, shared: _Shared, quoted: Collection[tuple[str, str]]
) -> Cooccurrence:
    where = shared.mentions[0].provenance
    there = (where.document, where.anchor)
    sources = len({mention.provenance.document for mention in shared.mentions})
    sentences = count(len(shared.mentions), "sentence", "sentences")
    return Cooccurrence(
        name=shared.entity.name,
        path=entity_path(shared.entity),
        where=gettext(
            "{sentences} in {sources}",
            sentences=sentences,
            sources=count(sources, "source", "sources"),
        ),
        path_there=sentence_path(where),
        quote=None if there in quoted else index.quote(where, point_out=True),
    )


def _closest(entity: Entity, found: Sequence[_Shared]) -> Closest:
    rows = (len(found) + 1) // 2
    most = max(len(shared.mentions) for shared in found)
    spokes = []
    for n, shared in enumerate(found):
        row, right = divmod(n, 2)
        name, sentences = shared.entity.name, len(shared.mentions)
        spoke = Spoke(
            title=f"{isolated(name)}: {count(sentences, 'sentence', 'sentences')}",
            label=shortened(name, _LONGEST),
            path=entity_path(shared.entity),
            type=shared.entity.type,
            x=_RIGHT if right else _LEFT,
            y=_ROW * (row + 0.5) + (_ROW / 2 if right and len(found) % 2 else 0),
            width=round(_THINNEST + (_THICKEST - _THINNEST) * (sentences / most), 1),
            side="start" if right else "end",
            dx=_LABEL if right else -_LABEL,
        )
        spokes.append(spoke)
    height = _ROW * rows
    return Closest(height, height / 2, shape(entity.type, 0, 0, _RADIUS), tuple(spokes))
