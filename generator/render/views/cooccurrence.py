"""Who is named beside whom, as a list and as a drawing of the closest.

The drawing has the entity in its middle and the closest ones in two columns beside it; places are
in per cent across and in CSS pixels down, so that names keep their size on a phone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.model import Entity, EntityType, Mention
from generator.render.corpus_index import Library, Quote
from generator.render.drawings.labels import shortened
from generator.render.urls import entity_path, sentence_path

_LISTED = 8
_DRAWN = 10
_ROW = 40  # CSS pixels between two names
_LEFT, _RIGHT = 41.0, 59.0  # per cent across at which the columns' marks stand
_THINNEST, _THICKEST = 1.0, 8.0
_LONGEST = 18  # letters of a name in the drawing; that many have room on a phone


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named beside another: in how many sentences and sources, and where in one of them.

    quote: that sentence; None where the page quotes it anyway
    """

    name: str
    type: EntityType
    path: str
    sentences: int
    sources: int
    sentence: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Spoke:
    """One of the closest in the drawing. x in per cent, y and width in CSS pixels."""

    name: str
    label: str
    path: str
    type: EntityType
    sentences: int
    x: float
    y: float
    width: float
    side: str


@dataclass(frozen=True, slots=True)
class Closest:
    """A finished drawing. height and middle in CSS pixels."""

    height: int
    middle: float
    label: str
    type: EntityType
    spokes: tuple[Spoke, ...]


def companions(library: Library, entity: Entity, quoted: Collection[str]) -> tuple[Companion, ...]:
    """The entities named beside one, the most frequent first.

    quoted: documents whose sentences on the entity are on the page already
    """
    beside = library.shared.get(entity.id, {})
    ordered = sorted(beside.items(), key=lambda item: (-len(item[1]), item[0]))[:_DRAWN]
    return tuple(_companion(library, name, mentions, quoted) for name, mentions in ordered)


def _companion(
    library: Library, name: str, mentions: Sequence[Mention], quoted: Collection[str]
) -> Companion:
    entity, where = library.entities[name], mentions[0].provenance
    return Companion(
        name=entity.name,
        type=entity.type,
        path=entity_path(name),
        sentences=len(mentions),
        sources=len({mention.provenance.document for mention in mentions}),
        sentence=sentence_path(where),
        quote=None if where.document in quoted else library.quote(where, point_out=True),
    )


def listed(found: Sequence[Companion]) -> Sequence[Companion]:
    """Those in the list."""
    return found[:_LISTED]


def closest(entity: Entity, found: Sequence[Companion]) -> Closest | None:
    """The drawing; None where there are too few to be worth one."""
    if len(found) < 3:
        return None
    rows = (len(found) + 1) // 2
    most = max(companion.sentences for companion in found)
    spokes = []
    for n, companion in enumerate(found):
        row, right = divmod(n, 2)
        share = companion.sentences / most
        spoke = Spoke(
            name=companion.name,
            label=shortened(companion.name, _LONGEST),
            path=companion.path,
            type=companion.type,
            sentences=companion.sentences,
            x=_RIGHT if right else _LEFT,
            y=_ROW * (row + 0.5) + (_ROW / 2 if right and len(found) % 2 else 0),
            width=round(_THINNEST + (_THICKEST - _THINNEST) * share, 1),
            side="start" if right else "end",
        )
        spokes.append(spoke)
    height = _ROW * rows
    return Closest(height, height / 2, shortened(entity.name, _LONGEST), entity.type, tuple(spokes))
