"""Review: a worklist for editors, of what the archive could not decide by itself.

It is the list of the desk (`generator.desk.queue`) as a table. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.csv_text import csv_bytes
from generator.desk.comparison import Answer, Comparison, summary
from generator.desk.items import Item
from generator.desk.queue import worklist
from generator.desk.tables import Record
from generator.errors import OutputError
from generator.model import Corpus

_COLUMNS = ("what", "name", "type", "mentions", "detail", "suggestion", "effect")


def write_worklist(items: Sequence[Item], path: Path) -> None:
    """Write the worklist as CSV. Raises OutputError when it cannot be written."""
    rows = ((i.what, i.name, i.type, i.mentions, i.detail, i.suggestion, i.effect) for i in items)
    table = csv_bytes(_COLUMNS, rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


def differences(corpus: Corpus, lines: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """Where a second editor has answered differently, in lines for people.

    corpus: without what the editors' lines change
    lines: all lines of the tables
    """
    compared = Comparison(corpus, worklist(corpus)).compared(tuple(lines))
    for one in compared:
        if not one.same:
            yield f"{one.item.what}: {one.item.name}"
            yield from map(_said, (one.first, one.second))
    yield summary(compared)


def _said(answer: Answer) -> str:
    who = ", ".join(answer.editors) or "not signed"
    return f"  {'; '.join(answer.words)} ({who}): {' | '.join(answer.lines)}"
