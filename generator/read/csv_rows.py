"""The rows of a CSV table, as spreadsheets of any country write it.

Cells are separated by commas, semicolons or tabs, depending on the first line.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from generator.csv_text import separator_of
from generator.errors import Problem
from generator.model import Source
from generator.read.draft import problem

Row = tuple[int, dict[str, str] | Problem]


def csv_rows(
    source: Source,
    text: str,
    known: Collection[str],
    lacks: Callable[[Sequence[str]], tuple[str, str] | None],
    *,
    may_end_early: bool = False,
) -> Iterator[Row]:
    """Each row that has any text, as cells by column, or what is wrong with it; with its line.

    text: of the table, its line ends and characters unchanged
    known: names of columns, one of which must be in the header for a separator to be recognised
    lacks: says of the names in the header which are missing, and what to do; None if none are
    may_end_early: whether a row of several cells may lack the last, which are empty then: Excel
        leaves some out. In a table of texts this would hide that a line break has cut one off
    """
    # A long report exceeds the default limit of 128 KB per cell. The limit is one for the whole
    # process, and others read, too: it is never lowered.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    separator, skipped = separator_of(text, known)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    end = 0
    try:
        for _ in range(skipped):
            next(reader)
        names = [name.strip().lower() for name in next(reader, [])]
        wrong = lacks(names) or _repeated(names)
        if wrong:
            yield _wrong(source, 1 + skipped, *wrong)
            return
        end = reader.line_num
        for row in reader:
            line, end = end + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if not any(cell.strip() for cell in row[len(names) :]):
                del row[len(names) :]  # spreadsheets add empty cells
            if may_end_early and len(row) > 1:
                row += [""] * (len(names) - len(row))
            if len(row) != len(names):
                cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
                message = f"This row has {cells}, the header has {len(names)}."
                hint = "Put cells that contain a separator in quotation marks."
                yield _wrong(source, line, message, hint)
                continue
            yield line, dict(zip(names, row, strict=True))
    except csv.Error as error:
        message = f"The rest of the table cannot be read: {error}."
        yield _wrong(source, end + 1, message, "Check the quotation marks.")


def _repeated(names: Sequence[str]) -> tuple[str, str] | None:
    often = Counter(names)
    twice = next((name for name in names if name and often[name] > 1), None)
    return (f'Two columns are named "{twice}".', "Rename one of them.") if twice else None


def _wrong(source: Source, line: int, message: str, hint: str) -> Row:
    return line, problem(source, line, "error", message, hint)
