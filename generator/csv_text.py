"""Tables as CSV for spreadsheets, in which no text of a source can act as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TextIO

# A spreadsheet takes a text that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file of a table: UTF-8, marked as such, because spreadsheets would not guess."""
    out = io.BytesIO()
    file = io.TextIOWrapper(out, "utf-8-sig", "replace", newline="")
    _write_table(file, header, rows)
    file.flush()
    return out.getvalue()


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The same table as text, with CR LF at the end of each line."""
    out = io.StringIO(newline="")
    _write_table(out, header, rows)
    return out.getvalue()


def _write_table(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    """A value that a spreadsheet shows as it is: an apostrophe marks a text as text."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
