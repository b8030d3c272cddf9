"""Tables with one document a row: `.csv`, and `.jsonl` with one object a line.

Columns are named as the keys of front matter; `text` holds the document. In CSV, cells are
separated by commas, semicolons or tabs, whichever the first line shows, and several names in one
cell by semicolons.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from generator.config import Config
from generator.errors import Problem
from generator.model import Source, reason
from generator.read.decode import clean, decode_raw
from generator.read.draft import Draft, Drafts, problem
from generator.read.readers.plain import split_blocks

SUFFIXES = (".csv", ".jsonl", ".ndjson")

_TEXT = ("text", "body", "content")


def read_source(source: Source, config: Config) -> Drafts:
    """A document for each row that can be read; a problem for each that cannot."""
    # Values are cleaned one by one: a line separator inside a value must not end its row.
    raw = decode_raw(source)
    rows = _csv_rows if source.path.lower().endswith(".csv") else _json_rows
    drafts = []
    found: list[Problem] = list(raw.problems)
    for line, row in rows(source, raw.text.removeprefix("\ufeff")):
        if isinstance(row, Problem):
            found.append(row)
            continue
        texts = [row.pop(key) for key in _TEXT if key in row]
        body = clean(str(next((text for text in texts if text), "")))
        blocks = split_blocks(body)
        lines = dict.fromkeys(row, line)
        drafts.append(Draft(source, line, row, lines, reason("table-row"), blocks))
    return Drafts(tuple(drafts), tuple(found))


def _csv_rows(source: Source, text: str) -> Iterator[tuple[int, dict[str, object] | Problem]]:
    """Line number and row; lists stay text and are split with the other fields."""
    # The default limit, 128 KB a cell, is less than a long report has.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    separator, skipped = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    end = 0
    try:
        for _ in range(skipped):
            next(reader)
        names = [name.strip().lower() for name in next(reader, [])]
        wrong = _header_problem(names)
        if wrong:
            yield _wrong(source, 1 + skipped, *wrong)
            return
        end = reader.line_num
        for row in reader:
            line, end = end + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                message = f"The row has {len(row)} cells, the first line {len(names)}."
                hint = "Put cells that hold separators between quotation marks."
                yield _wrong(source, line, message, hint)
                continue
            yield line, dict(zip(names, row, strict=True))
    except csv.Error as error:
        message = f"The table cannot be read on: {error}."
        yield _wrong(source, end + 1, message, "Check its quotation marks.")


def _separator(text: str) -> tuple[str, int]:
    """What separates cells, and how many lines say only that ("sep=;", as Excel writes it)."""
    first = text[:10_000].split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    for separator in (",", ";", "\t"):
        cells = {cell.strip().strip('"').lower() for cell in first.split(separator)}
        if cells & set(_TEXT):
            return separator, 0
    return ",", 0


def _header_problem(names: list[str]) -> tuple[str, str] | None:
    if not any(key in names for key in _TEXT):
        return 'No column is named "text".', "Name the columns in the first line."
    twice = next((name for name in names if name and names.count(name) > 1), None)
    return (f'Two columns are named "{twice}".', "Rename one of them.") if twice else None


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
        yield line, {str(key).strip().lower(): item for key, item in value.items()}
