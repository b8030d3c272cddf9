"""Tables with one document per row: `.csv`, and `.jsonl` with one object per line.

Columns have the names of keys in front matter; `text` contains the document. In CSV, cells are
separated by commas, semicolons or tabs, depending on the first line, and several names in one cell
by semicolons.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator

from generator.errors import Problem
from generator.model import Source, reason
from generator.read.characters import clean, losses
from generator.read.decode import decode_raw
from generator.read.draft import Draft, Drafts, problem
from generator.read.readers.plain import split_blocks

SUFFIXES = (".csv", ".jsonl", ".ndjson")
BINARY = False
PACKAGES = ()

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
        texts = [row.pop(key) for key in _TEXT if key in row]
        body = str(next((text for text in texts if text), ""))
        found += [problem(source, line, "warning", *wrong) for _, *wrong in losses(body)]
        blocks = split_blocks(clean(body))
        lines = dict.fromkeys(row, line)
        drafts.append(
            Draft(source, line, row, lines, reason("table-row"), blocks, date_hint=_DATE_HINT)
        )
    return Drafts(tuple(drafts), tuple(found))


def _csv_rows(source: Source, text: str) -> Iterator[tuple[int, dict[str, object] | Problem]]:
    """Line number and row; lists of names stay text, which `generator.read.fields` splits."""
    # A long report exceeds the default limit of 128 KB per cell.
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
                message = f"This row has {len(row)} cells, the header has {len(names)}."
                hint = "Put cells that contain a separator in quotation marks."
                yield _wrong(source, line, message, hint)
                continue
            yield line, dict(zip(names, row, strict=True))
    except csv.Error as error:
        message = f"The rest of the table cannot be read: {error}."
        yield _wrong(source, end + 1, message, "Check the quotation marks.")


def _separator(text: str) -> tuple[str, int]:
    """The separator, and the number of lines that only name it ("sep=;", as Excel writes)."""
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
        return 'There is no "text" column.', "Name the columns in the first line."
    often = Counter(names)
    twice = next((name for name in names if name and often[name] > 1), None)
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
