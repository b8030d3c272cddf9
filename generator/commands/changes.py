"""The command `sourcebook changes`: what has changed since the archive was last recorded.

With `--record` three files in `curation/` are written. Builds read the first two and never write:

- `changes.jsonl` gets a line, which the page "What changed" shows;
- `addresses.csv` gets a line for each new address of a source or a name, so that it leads to the
  source when its title or its date is corrected, and to the name when it gets other pages;
- `published.jsonl` is replaced: what must be known to say next time what has changed.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.csv_text import csv_line
from generator.derive import addresses_of, changes_since, moved_sources, published_state
from generator.engine.build import derive_corpus
from generator.engine.executors import Executor
from generator.engine.progress import Progress
from generator.errors import OutputError, SourcebookError
from generator.model import (
    ADDRESSES_TABLE,
    CHANGES_FILE,
    PUBLISHED_FILE,
    Address,
    Change,
    Corpus,
    Published,
    PublishedSource,
)
from generator.render import name_addresses

_COLUMNS = ("address", "source", "text")
_MOST = 10  # lines of a kind that are printed


def record_changes(
    config: Config, progress: Progress, executor: Executor, *, day: str, note: str, write: bool
) -> Iterator[str]:
    """Lines that say what has changed; with `write`, it is recorded.

    day: ISO date of the record, "" for today
    note: the editors' words

    Raises SourcebookError for a wrong day or file, and OutputError where nothing can be written.
    """
    day = _checked_day(day) if day else config.as_of or datetime.date.today().isoformat()
    corpus, _ = derive_corpus(config, progress, executor)
    old = _read_published(config.root / PUBLISHED_FILE)
    known = _read_addresses(config.root / ADDRESSES_TABLE)
    moved = moved_sources(known, corpus.documents)
    change = replace(changes_since(old, corpus, moved, day), note=" ".join(note.split()))
    lines = list(_lines(change, corpus))
    yield from lines or ["Nothing has changed since the last record."]
    new = addresses_of(corpus.documents, known, name_addresses(corpus))
    if write:
        _write(config, change if lines or change.note else None, new, published_state(corpus))
        if lines or change.note:
            yield f"Recorded for {day} in {CHANGES_FILE}."
    elif lines:
        yield "Nothing was written; to record it, add --record."


def _checked_day(day: str) -> str:
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        raise SourcebookError(f'"{day}" is not a date.', "Write it as 2026-11-29.") from None


def _lines(change: Change, corpus: Corpus) -> Iterator[str]:
    """The record for people at a terminal."""
    if change.begins:
        yield f"Records begin with {change.begins[0]:,} sources and {change.begins[1]:,} events."
        return
    titles = {document.id: document.title for document in corpus.documents}
    names = {entity.id: entity.name for entity in corpus.entities}
    yield from _kind("Sources", "new", [titles[name] for name in change.new])
    yield from _kind("Sources", "changed", [titles[name] for name in change.changed])
    if change.withdrawn:  # never which: the log of a build may be public
        yield f"Sources: {change.withdrawn:,} withdrawn"
    if change.happened:
        yield f"Events: {change.happened:,} new"
    yield from _kind("Series of figures", "moved", [step.series for step in change.figures])
    yield from _kind("Names", "merged", [f"{n.name} → {names[n.entity]}" for n in change.merged])
    split = [f"{n.name}, until now with {names.get(n.other, n.other)}" for n in change.split]
    yield from _kind("Names", "split", split)


def _kind(what: str, how: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"{what}: {len(items):,} {how}"
        yield from (f"    {item}" for item in items[:_MOST])
    if len(items) > _MOST:
        yield f"    … and {len(items) - _MOST:,} more"


def _read_published(path: Path) -> Published | None:
    """The state that was last recorded; None if there is none."""
    if not path.exists():
        return None
    rows: dict[str, list[list[Any]]] = {"source": [], "dated": [], "entity": [], "series": []}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, *cells = json.loads(line)
            rows[kind].append(cells)
        return Published(
            sources=tuple(PublishedSource(*cells) for cells in rows["source"]),
            dated=tuple((one, day) for one, *days in rows["dated"] for day in days),
            names=tuple((one, name, tuple(others)) for one, name, others in rows["entity"]),
            figures=tuple((series, one, anchor) for series, one, anchor in rows["series"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{PUBLISHED_FILE} cannot be read ({type(error).__name__})."
        hint = "Restore it, or delete it; records then begin anew."
        raise SourcebookError(message, hint) from None


def _rows(state: Published) -> Iterator[list[Any]]:
    """A line for each thing, so that the differences between two states are small."""
    yield from (["source", one.id, one.file, one.text] for one in state.sources)
    for one, days in groupby(state.dated, key=lambda pair: pair[0]):
        yield ["dated", one, *(day for _, day in days)]
    yield from (["entity", one, name, others] for one, name, others in state.names)
    yield from (["series", *one] for one in state.figures)


def _read_addresses(path: Path) -> list[Address]:
    """The addresses that are recorded already; the table itself was checked when it was read."""
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [Address(0, *(row.get(key) or "" for key in _COLUMNS)) for row in rows]


def _write(config: Config, change: Change | None, new: Iterable[Address], state: Published) -> None:
    """Write the three files, the one last on which the next record depends."""
    table, record, published = (
        config.root / name for name in (ADDRESSES_TABLE, CHANGES_FILE, PUBLISHED_FILE)
    )
    lines = [csv_line((one.address, one.source, one.text)) for one in new]
    head = [] if table.exists() else [",".join(_COLUMNS)]
    try:
        config.curation.mkdir(exist_ok=True)
        if lines:
            _append(table, [*head, *lines])
        if change:
            _append(record, [_json(_as_data(change))])
        draft = published.with_suffix(".new")
        draft.write_text("".join(f"{_json(row)}\n" for row in _rows(state)), encoding="utf-8")
        os.replace(draft, published)
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be written: {error.strerror}.") from error


def _append(path: Path, lines: list[str]) -> None:
    """Add lines to a file, whose last line may lack its end."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    start = "" if not old or old.endswith("\n") else "\n"
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(start + "".join(f"{line}\n" for line in lines))


def _as_data(change: Change) -> dict[str, Any]:
    """A record as `generator.read.changes` reads it, without what is empty."""
    begins = change.begins
    sources = {
        "new": change.new,
        "count": change.came,
        "changed": change.changed,
        "withdrawn": change.withdrawn,
    }
    found = {
        "day": change.day,
        "note": change.note,
        "begins": {"sources": begins[0], "events": begins[1]} if begins else {},
        "sources": {key: value for key, value in sources.items() if value},
        "events": {"count": change.happened, "most": change.events} if change.happened else {},
        "figures": [asdict(one) for one in change.figures],
        "names": {
            key: steps
            for key, steps in (
                ("merged", [(one.name, one.entity) for one in change.merged]),
                ("split", [(one.name, one.entity, one.other) for one in change.split]),
            )
            if steps
        },
    }
    return {key: value for key, value in found.items() if value}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
