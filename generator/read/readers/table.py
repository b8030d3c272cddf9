"""Tables with one document a row: `.csv`, and `.jsonl` with one object a line.

Columns are named as the keys of front matter; `text` holds the document. In CSV, several names in
one cell are separated by semicolons.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from generator.config import Config
from generator.errors import Problem
from generator.model import Source
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.readers.plain import split_blocks

SUFFIXES = (".csv", ".jsonl", ".ndjson")

_TEXT = ("text", "body", "content")


def read_source(source: Source, config: Config) -> Drafts:
    """A document for each row that can be read; a problem for each that cannot."""
    text, problems = decode(source)
    rows = _csv_rows if source.path.lower().endswith(".csv") else _json_rows
    drafts = []
    found: list[Problem] = list(problems)
    for line, row in rows(source, text):
        if isinstance(row, Problem):
            found.append(row)
            continue
        key = next((key for key in _TEXT if key in row), "")
        body = row.pop(key) if key else ""
        blocks = split_blocks(body if isinstance(body, str) else str(body or ""))
        drafts.append(
            Draft(source, line, row, dict.fromkeys(row, line), "row of the table", blocks)
        )
    return Drafts(tuple(drafts), tuple(found))


def _csv_rows(source: Source, text: str) -> Iterator[tuple[int, dict[str, object] | Problem]]:
    """Line number and row; lists stay text and are split with the other fields."""
    # The default limit, 128 KB a cell, is less than a long report has.
    csv.field_size_limit(max(len(text), 1))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    end = 0
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if not any(key in names for key in _TEXT):
            yield _wrong(
                source, 1, 'No column is named "text".', "Name the columns in the first line."
            )
            return
        end = reader.line_num
        for row in reader:
            line, end = end + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                yield _wrong(
                    source,
                    line,
                    f"The row has {len(row)} cells, the first line {len(names)}.",
                    "Put cells that hold commas between quotation marks.",
                )
                continue
            yield line, dict(zip(names, row, strict=True))
    except csv.Error as error:
        line = end + 1
        yield _wrong(
            source, line, f"The table cannot be read on: {error}.", "Check its quotation marks."
        )


def _wrong(source: Source, line: int, message: str, hint: str) -> tuple[int, Problem]:
    return line, problem(source, line, "error", message, hint)


def _json_rows(source: Source, text: str) -> Iterator[tuple[int, dict[str, object] | Problem]]:
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            value = json.loads(row)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", "nested too deeply")
            yield _wrong(
                source, line, f"The line is no JSON: {what}.", "Put one object on each line."
            )
            continue
        if not isinstance(value, dict):
            yield _wrong(
                source,
                line,
                "The line is no JSON object.",
                'Write {"title": …, "date": …, "text": …}.',
            )
            continue
        yield line, {str(key): item for key, item in value.items()}
