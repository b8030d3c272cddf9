"""Review: a worklist for editors, of what the archive could not decide by itself.

It is the list of the desk (`generator.desk.queue`) as a table. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.csv_text import csv_bytes
from generator.desk.items import Item
from generator.errors import OutputError

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
