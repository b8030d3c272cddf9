"""Spreadsheets: the first sheet of an `.xlsx` or `.ods` file, dates as dates.

Both are zip archives, which `generator.read.zips` guards; rows and columns are counted.
"""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from lxml import etree

from generator.errors import Problem
from generator.model import Source
from generator.read.columns import named_once
from generator.read.draft import problem
from generator.read.refused import Refused
from generator.read.table import Row, Table
from generator.read.zips import open_zip

SUFFIXES = (".xlsx", ".xlsm", ".ods")
BINARY = True
PACKAGES = ("openpyxl", "lxml")

_ROWS = 200_000
_COLUMNS = 500
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SPACING = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}

Cells = Sequence[object]


def read_source(source: Source) -> Table:
    """The table in the first sheet."""
    archive = open_zip(source.data)  # refuses bombs
    read = _ods_rows if "content.xml" in archive else _xlsx_rows
    try:
        rows = list(islice(read(source.data), _ROWS + 1))
    except (MemoryError, Refused):
        raise
    except Exception as error:  # whatever a damaged file makes of a parser
        message = f"Not a spreadsheet that can be read ({type(error).__name__})."
        hint = "Save it again without a password, or as CSV."
        return Table(source, (), (), (problem(source, 0, "error", message, hint),))
    return _table(source, rows)


def _table(source: Source, rows: Sequence[Cells]) -> Table:
    """The rows below the header, which is the first row with several cells."""
    filled = [len(list(islice((1 for c in row if c not in (None, "")), 2))) for row in rows]
    most = max(filled, default=0)
    header = next((n for n, cells in enumerate(filled) if cells >= min(2, most)), 0)
    names = ["" if name is None else str(name) for name in rows[header]] if rows else []
    columns = named_once(names)
    found: list[Row] = []
    for number, row in enumerate(rows[header + 1 : _ROWS], header + 2):
        if filled[number - 1]:
            cells = {c: value for c, value in zip(columns, row, strict=False) if c}
            found.append((number, cells))
    problems: tuple[Problem, ...] = ()
    if len(rows) > _ROWS:
        message = f"Only the first {_ROWS:,} rows were read."
        problems = (problem(source, _ROWS, "error", message, "Split the sheet."),)
    return Table(source, tuple(filter(None, columns)), tuple(found), problems)


def _xlsx_rows(data: bytes) -> Iterator[Cells]:
    from openpyxl import load_workbook  # slow to import, needed only for these

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and charts
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [s for s in book.worksheets if s.sheet_state == "visible"] or book.worksheets
        sheet: Any = sheets[0]
        sheet.reset_dimensions()  # files often give wrong ones
        for row in sheet.iter_rows(max_row=_ROWS + 1, max_col=_COLUMNS, values_only=True):
            yield [_usual(cell) for cell in row]


def _usual(cell: object) -> object:
    """A cell's value; a time of day alone as text."""
    known = cell is None or isinstance(cell, str | bool | int | float | datetime.date)
    return cell if known else str(cell)


def _ods_rows(data: bytes) -> Iterator[Cells]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        rows = etree.iterparse(
            content,
            events=("end",),
            tag=(f"{_TABLE}table-row", f"{_TABLE}table"),
            resolve_entities=False,
            no_network=True,
        )
        for _, element in rows:
            if element.tag == f"{_TABLE}table":
                return
            if element.getparent().tag == f"{_TABLE}table-row":
                continue  # a table in a cell
            cells = _ods_cells(element)
            empty = not any(cell not in (None, "") for cell in cells)
            times = _times(element, "rows")
            element.clear()
            # A sheet ends with a million empty rows.
            yield from [cells] * (min(times, _ROWS) if not empty or times < _COLUMNS else 1)


def _ods_cells(row: Any) -> Cells:
    cells: list[object] = []
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = min(_times(cell, "columns"), _COLUMNS - len(cells))
        cells += [_ods_value(cell)] * times
        if len(cells) >= _COLUMNS:
            break
    return cells


def _times(element: Any, what: str) -> int:
    """How often a row or a cell is repeated."""
    given = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 1


def _ods_value(cell: Any) -> object:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "float":
        return float(cell.get(f"{_OFFICE}value", "nan"))
    lines = (_words(line) for line in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h"))
    return "\n".join("".join(line) for line in lines)


def _words(line: Any) -> Iterable[str]:
    """The text of a paragraph, without comments on it."""
    yield line.text or ""
    for child in line.iterchildren():
        if child.tag in _SPACING:
            yield _SPACING[child.tag]
        elif isinstance(child.tag, str) and not child.tag.startswith(_OFFICE):
            yield from _words(child)
        yield child.tail or ""
