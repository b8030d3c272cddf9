"""Tables with one document per row: `.csv`, and `.jsonl` with one object per line.

Columns have the names of keys in front matter; `text` contains the document. In CSV, cells are
separated by commas, semicolons or tabs, depending on the first line, and several names in one cell
by semicolons.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.errors import Problem
from generator.model import Source, reason
from generator.read.characters import clean, losses
from generator.read.csv_rows import csv_rows
from generator.read.decode import decode_raw
from generator.read.draft import Draft, Drafts, problem
from generator.read.readers.plain import split_blocks

SUFFIXES = (".csv", ".jsonl", ".ndjson")
BINARY = False
PACKAGES = ()

Row = tuple[int, Mapping[str, object] | Problem]
_DATE_HINT = 'Give its "date" as YYYY-MM-DD.'
_TEXT = ("text", "body", "content")


def read_source(source: Source) -> Drafts:
    """A document for each valid row; a problem for each other."""
    # Values are cleaned one by one: a line separator inside a value must not end its row.
    raw = decode_raw(source)
    rows = _csv_rows if source.path.lower().endswith(".csv") else _json_rows
    drafts = []
    found: list[Problem] = list(raw.problems)
    for line, row in rows(source, raw.text.removeprefix("\ufeff")):
        if isinstance(row, Problem):
            found.append(row)
            continue
        body = str(next((row[key] for key in _TEXT if row.get(key)), ""))
        row = {key: value for key, value in row.items() if key not in _TEXT}
        found += [problem(source, line, "warning", *wrong) for _, *wrong in losses(body)]
        blocks = split_blocks(clean(body))
        lines = dict.fromkeys(row, line)
        drafts.append(
            Draft(source, line, row, lines, reason("table-row"), blocks, date_hint=_DATE_HINT)
        )
    return Drafts(tuple(drafts), tuple(found))


def _csv_rows(source: Source, text: str) -> Iterator[Row]:
    """Line number and row; lists of names stay text, which `generator.read.fields` splits."""
    return csv_rows(source, text, _TEXT, _lacks)


def _lacks(names: Sequence[str]) -> tuple[str, str] | None:
    if any(key in names for key in _TEXT):
        return None
    return 'There is no "text" column.', "Name the columns in the first line."


def _wrong(source: Source, line: int, message: str, hint: str) -> Row:
    return line, problem(source, line, "error", message, hint)


def _json_rows(source: Source, text: str) -> Iterator[Row]:
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            value = json.loads(row)
        except (ValueError, RecursionError) as error:
            deep = isinstance(error, RecursionError)
            what = "nested too deeply" if deep else getattr(error, "msg", str(error)).lower()
            yield _wrong(source, line, f"Invalid JSON: {what}.", "Write one object on each line.")
            continue
        if not isinstance(value, dict):
            yield _wrong(
                source,
                line,
                "Not a JSON object.",
                'Write {"title": …, "date": …, "text": …}.',
            )
            continue
        yield line, {str(key).strip().lower(): item for key, item in value.items()}
