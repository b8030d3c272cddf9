"""The editors' tables as rows: CSV as spreadsheets write it, each row with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from generator.errors import Problem
from generator.model import Source

# Control characters, and marks that turn the direction of reading round.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
Row = tuple[int, dict[str, str]]


def read_rows(
    source: Source, columns: Sequence[str], needed: frozenset[str]
) -> tuple[list[Row], list[Problem]]:
    """The rows that hold anything, as cells by column, and what was wrong with the table.

    columns: all that may be there; needed: those that must be
    """
    rows: list[Row] = []
    problems: list[Problem] = []

    def wrong(line: int, message: str, hint: str) -> None:
        problems.append(Problem(source.path, line, "warning", message, hint))

    text = _UNFIT.sub("", source.data.decode("utf-8-sig", "replace"))
    # The limit is one for the whole process, and others read, too: it is never lowered.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    end = 1
    try:
        if not needed <= set(reader.fieldnames or ()):
            wrong(
                1,
                "The header row is missing or incomplete.",
                f"Start with the line {','.join(columns)}",
            )
            return [], problems
        for row in reader:
            line, end = end + 1, reader.line_num
            cells = {key: " ".join((row.get(key) or "").split()) for key in columns}
            if any(cells.values()):
                rows.append((line, cells))
    except csv.Error as error:
        wrong(
            end + 1, f"The rest of the table cannot be read: {error}.", "Check the quotation marks."
        )
    return rows, problems
