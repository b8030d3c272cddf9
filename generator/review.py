"""Review: a worklist for editors, of what the archive could not decide by itself.

Each line says what is unsure and what could be written into `curation/entities.csv`, or done to a
source, to settle it. Nothing is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutputError
from generator.model import Corpus, Entity
from generator.render.exports import csv_text

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
    """What editors should look at: possible doublets first, then names, then documents."""
    people = [e for e in corpus.entities if e.type == "person"]
    return (
        *_lone_surnames(people),
        *_like_names(people),
        *_several_types(corpus.entities),
        *_single_mentions(corpus.entities),
        *(
            Item("undated document", d.title, "", 0, d.path, "give the source a date")
            for d in corpus.documents
            if not d.date
        ),
    )


def write_worklist(items: Sequence[Item], path: Path) -> None:
    """Write the worklist as CSV. Raises OutputError when it cannot be written."""
    rows = ((i.what, i.name, i.type, i.mentions, i.detail, i.suggestion) for i in items)
    table = csv_text(_COLUMNS, rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table.encode("utf-8-sig", "replace"))
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


def _lone_surnames(people: Sequence[Entity]) -> Iterator[Item]:
    """Single words that could be the surname of somebody with a full name."""
    having: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            having[person.name.split()[-1].casefold()].append(person)
    for person in people:
        others = having.get(person.name.casefold(), [])
        if " " not in person.name and others:
            names = "; ".join(other.name for other in others)
            merge = f"merge,{person.name},person,{others[0].name},"
            detail = f"could be {names}"
            count = len(person.mentions)
            yield Item("surname alone", person.name, "person", count, detail, merge)


def _like_names(people: Sequence[Entity]) -> Iterator[Item]:
    """Full names with one surname and one initial: "J. Norton" and "Joshua Norton"."""
    alike: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for person in people:
        words = person.name.split()
        if len(words) > 1:
            alike[words[0][0].casefold(), words[-1].casefold()].append(person)
    for same in alike.values():
        for other in same[1:]:
            merge = f"merge,{other.name},person,{same[0].name},"
            detail = f"could be {same[0].name}"
            yield Item("like names", other.name, "person", len(other.mentions), detail, merge)


def _several_types(entities: Sequence[Entity]) -> Iterator[Item]:
    """One name that is a person's here and a place's or a body's there."""
    by_name: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_name[entity.name.casefold()].append(entity)
    for same in by_name.values():
        if len({entity.type for entity in same}) > 1:
            kinds = ", ".join(f"{e.type} ({len(e.mentions)})" for e in same)
            last = same[-1]
            retype = f"retype,{last.name},{last.type},{same[0].type},"
            yield Item("several types", last.name, last.type, len(last.mentions), kinds, retype)


def _single_mentions(entities: Sequence[Entity]) -> Iterator[Item]:
    for entity in entities:
        if len(entity.mentions) == 1:
            where = entity.mentions[0].provenance.document
            hide = f"hide,{entity.name},{entity.type},,"
            yield Item("single mention", entity.name, entity.type, 1, where, hide)
