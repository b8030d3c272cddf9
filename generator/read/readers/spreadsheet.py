"""Spreadsheets (.xlsx, .ods): the first sheet that is shown.

What is hidden in it is left out and reported, and so are other sheets. Both formats are zip
archives, which `generator.read.zips` guards.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.errors import Problem
from generator.model import Source
from generator.read.columns import named_once
from generator.read.draft import problem
from generator.read.office import sheets
from generator.read.office.sheets import Cells, Sheet, ods_sheet, xlsx_sheet
from generator.read.refused import Refused
from generator.read.table import Row, Table
from generator.read.zips import open_zip

SUFFIXES = (".xlsx", ".xlsm", ".ods")
BINARY = True
PACKAGES = ("openpyxl", "lxml")


def read_source(source: Source) -> Table:
    """The table in the first sheet that is shown."""
    archive = open_zip(source.data)  # refuses bombs
    try:
        if "content.xml" in archive:
            sheet = ods_sheet(source.data)
        else:
            sheet = xlsx_sheet(archive, source.data)
    except (MemoryError, Refused):
        raise
    except Exception as error:  # whatever a damaged file makes of a parser
        message = f"Not a spreadsheet that can be read ({type(error).__name__})."
        hint = "Save it again without a password, or as CSV."
        return Table(source, (), (), (problem(source, 0, "error", message, hint),))
    return _table(source, sheet)


def _table(source: Source, sheet: Sheet) -> Table:
    """The rows below the header, which is the first row with several cells."""
    rows: list[Cells] = [row or () for row in sheet.rows]
    filled = [len(list(islice((1 for c in row if c not in (None, "")), 2))) for row in rows]
    most = max(filled, default=0)
    header = next((n for n, cells in enumerate(filled) if cells >= min(2, most)), 0)
    names = ["" if name is None else str(name) for name in rows[header]] if rows else []
    columns = named_once(names)
    found: list[Row] = []
    for number, row in enumerate(rows[header + 1 : sheets.ROWS], header + 2):
        if filled[number - 1]:
            cells = {c: value for c, value in zip(columns, row, strict=False) if c}
            found.append((number, cells))
    problems = tuple(_left_out(source, sheet))
    return Table(source, tuple(filter(None, columns)), tuple(found), problems)


def _left_out(source: Source, sheet: Sheet) -> Iterator[Problem]:
    """What of a file is not read."""
    if len(sheet.rows) > sheets.ROWS:
        message = f"Only the first {sheets.ROWS:,} rows were read."
        yield problem(source, sheets.ROWS, "error", message, "Split the sheet.")
    rows = sum(row is None for row in sheet.rows)
    parts = ((f"rows: {rows:,}", rows), (f"columns: {sheet.columns:,}", sheet.columns))
    if hidden := ", ".join(words for words, number in parts if number):
        message = f"What is hidden is not published ({hidden})."
        hint = "Show it if it is to be published; otherwise do not publish the file itself."
        yield problem(source, 0, "warning", message, hint)
    if sheet.others:
        message = f"Other sheets are not read ({sheet.others:,})."
        yield problem(source, 0, "warning", message, "Save each of them as a file of its own.")
