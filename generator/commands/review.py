"""Review: a worklist for editors, of what the archive could not decide by itself.

Each line says what is unsure, what could be written into `curation/entities.csv` or done to a
source to settle it, and what that would do. What settles most mentions comes first. Nothing is
changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.csv_text import csv_bytes
from generator.derive import EditLines, offers, two_people
from generator.errors import OutputError
from generator.model import Corpus, Entity
from generator.render.reasons import words

_DATED = "The document stands among the sources by date."
# What is added to the name of the second of two people, by the reason for which they may be two.
_MARKS = {
    "births-apart": "(born {})",
    "deaths-apart": "(died {})",
    "ages-apart": "(born about {})",
    "generations-apart": "{}",
    "nothing-shared": "({})",
}
_COLUMNS = ("what", "name", "type", "mentions", "detail", "suggestion", "effect")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    mentions: how many it would settle
    suggestion: a line for the editors' table, or what to do
    effect: what that would do
    """

    what: str
    name: str
    type: str
    mentions: int
    detail: str
    suggestion: str
    effect: str


def worklist(corpus: Corpus) -> tuple[Item, ...]:
    """What editors should look at, by the number of mentions that it would settle."""
    lines = EditLines(corpus.entities)
    items = (
        *_could_be_one(corpus.entities, lines),
        *_two_people(corpus, lines),
        *_unplaced(corpus.entities, lines),
        *_single_mentions(corpus.entities, lines),
        *(
            Item("undated document", d.title, "", 0, d.path, "give the source a date", _DATED)
            for d in corpus.documents
            if not d.date
        ),
    )
    return tuple(sorted(items, key=lambda item: -item.mentions))


def write_worklist(items: Sequence[Item], path: Path) -> None:
    """Write the worklist as CSV. Raises OutputError when it cannot be written."""
    rows = ((i.what, i.name, i.type, i.mentions, i.detail, i.suggestion, i.effect) for i in items)
    table = csv_bytes(_COLUMNS, rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


def _could_be_one(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    """What may be merged; each entity once, with all those of which it may be one."""
    by_id = {entity.id: entity for entity in entities}
    for entity, relations in offers(entities):
        others = [by_id[relation.id] for relation in relations]
        same = any(other.type == entity.type for other in others)
        shown = (_described(by_id[r.id], words(r.reason)) for r in relations)
        yield Item(
            "possibly the same" if same else "several types",
            entity.name,
            entity.type,
            len(entity.mentions),
            "; ".join(shown),
            lines.merge(entity, *others),
            _merging(entity, others),
        )


def _described(entity: Entity, why: str) -> str:
    return f"{entity.name} ({entity.type}, {len(entity.mentions)}): {why}"


def _merging(entity: Entity, others: Sequence[Entity]) -> str:
    """What it does to merge an entity into another, or into one of several."""
    moved = f"{_mentions(entity)} of “{entity.name}”"
    if len(others) == 1:
        return f"{moved} will be on the page of “{others[0].name}” ({others[0].type})."
    return f"Keep one of the {len(others)} names: {moved} will be on its page."


def _mentions(entity: Entity) -> str:
    number = len(entity.mentions)
    return f"{number:,} mention{'' if number == 1 else 's'}"


def _two_people(corpus: Corpus, lines: EditLines) -> Iterator[Item]:
    """People of one name whom the sources may mean as two."""
    for found in two_people(corpus.entities, corpus.documents):
        entity, others = found.entity, found.others
        name = f"{entity.name} {_MARKS[found.reason.code].format(found.mark)}"
        yield Item(
            "possibly two people",
            entity.name,
            "person",
            sum(m.provenance.document in others for m in entity.mentions),
            words(found.reason),
            lines.split_sources(entity, name, others),
            f"What these sources say will be on the page of “{name}”. The header needs “sources”.",
        )


def _unplaced(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    for entity in entities:
        if entity.type == "place" and entity.place is None:
            locate = lines.locate(entity)
            detail = "not in the gazetteer, or one of several places there"
            effect = f"“{entity.name}” is put on the map, where the figures say."
            count = len(entity.mentions)
            yield Item("not on the map", entity.name, "place", count, detail, locate, effect)


def _single_mentions(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    """What has a page for one mention, unless editors have listed or changed it."""
    for entity in entities:
        wanted = entity.listed_in or entity.edits or entity.wikidata
        if entity.has_page and len(entity.mentions) == 1 and not wanted:
            where = entity.mentions[0].provenance.document
            hide = lines.hide(entity)
            effect = f"“{entity.name}” will have no page; the text stays as it is."
            yield Item("single mention", entity.name, entity.type, 1, where, hide, effect)
