"""Review: a worklist for editors, of what the archive could not decide by itself.

Each line says what is unsure and what could be written into `curation/entities.csv`, or done to a
source, to settle it. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.csv_text import csv_bytes
from generator.derive import EditLines
from generator.errors import OutputError
from generator.model import Corpus, Entity
from generator.render.reasons import words

_COLUMNS = ("what", "name", "type", "mentions", "detail", "suggestion")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at. `suggestion` is a line for the editors' table, or what to do."""

    what: str
    name: str
    type: str
    mentions: int
    detail: str
    suggestion: str


def worklist(corpus: Corpus) -> tuple[Item, ...]:
    """What editors should look at: possible duplicates first, then names, then documents."""
    lines = EditLines(corpus.entities)
    return (
        *_could_be_one(corpus.entities, lines),
        *_unplaced(corpus.entities, lines),
        *_single_mentions(corpus.entities, lines),
        *(
            Item("undated document", d.title, "", 0, d.path, "give the source a date")
            for d in corpus.documents
            if not d.date
        ),
    )


def write_worklist(items: Sequence[Item], path: Path) -> None:
    """Write the worklist as CSV. Raises OutputError when it cannot be written."""
    rows = ((i.what, i.name, i.type, i.mentions, i.detail, i.suggestion) for i in items)
    table = csv_bytes(_COLUMNS, rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


def _could_be_one(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    """What the entities' pages suggest; each pair once, under the less mentioned one."""
    by_id = {entity.id: entity for entity in entities}
    order = {entity.id: (-len(entity.mentions), entity.id) for entity in entities}
    for entity in entities:
        for relation in entity.maybe:
            other = by_id[relation.id]
            if order[other.id] > order[entity.id]:
                continue
            what = "possibly the same" if entity.type == other.type else "several types"
            line = lines.merge(entity, other)
            detail = f"{other.name} ({other.type}, {len(other.mentions)}): {words(relation.reason)}"
            yield Item(what, entity.name, entity.type, len(entity.mentions), detail, line)


def _unplaced(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    for entity in entities:
        if entity.type == "place" and entity.place is None:
            locate = lines.locate(entity)
            detail = "not in the gazetteer, or one of several places there"
            count = len(entity.mentions)
            yield Item("not on the map", entity.name, "place", count, detail, locate)


def _single_mentions(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    for entity in entities:
        if len(entity.mentions) == 1:
            where = entity.mentions[0].provenance.document
            hide = lines.hide(entity)
            yield Item("single mention", entity.name, entity.type, 1, where, hide)
