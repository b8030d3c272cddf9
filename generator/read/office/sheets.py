"""The first sheet of a spreadsheet that is shown, without what is hidden in it, dates as dates.

Rows and columns are counted, so that no file can make more of them than it should.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from generator.read.office.hidden import HIDDEN_LINES
from generator.read.office.odf import Styles
from generator.read.office.package import elements, main_part, relations, value
from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import Archive

ROWS = 200_000
_COLUMNS = 500
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SPACING = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")

Cells = Sequence[object]


@dataclass(slots=True)
class Sheet:
    """The first sheet that is shown.

    rows: their cells; of hidden rows None, and without the cells of hidden columns
    columns: how many columns are hidden
    others: how many other sheets have anything in them, hidden ones included
    """

    rows: list[Cells | None]
    columns: int = 0
    others: int = 0


def xlsx_sheet(archive: Archive, data: bytes) -> Sheet:
    """The sheet of a workbook in Excel's form. Raises Refused, or whatever a parser raises."""
    from openpyxl import load_workbook  # slow to import, needed only for these

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and charts
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        shown = [s for s in book.worksheets if s.sheet_state == "visible"]
        if not book.worksheets:
            raise Refused("Has no sheets that can be read.", "Save it again as .xlsx, or as CSV.")
        if not shown:
            raise Refused("All its sheets are hidden.", "Show the one that is to be published.")
        sheet: Any = shown[0]
        main = main_part(archive)
        targets = {relation.id: relation.target for relation in relations(archive, main)}
        sheets = elements(parse_xml(archive.read(main)), "sheet")
        parts = {value(one, "name"): targets.get(_relation(one), "") for one in sheets}
        content = {name: archive.read(part) for name, part in parts.items() if part in archive}
        rows, columns = _hidden_in_xlsx(content[sheet.title])
        sheet.reset_dimensions()  # files often give wrong ones
        cells = sheet.iter_rows(max_row=ROWS + 1, max_col=_COLUMNS, values_only=True)
        found = [
            None if number in rows else _without(list(map(_usual, row)), columns)
            for number, row in enumerate(cells, 1)
        ]
    filled = sum(bool(_CELL.search(data)) for name, data in content.items() if name != sheet.title)
    return Sheet(found, len(columns), filled)


def _relation(sheet: Any) -> str:
    """The id of the relation to the part that a sheet is."""
    return next((str(v) for key, v in sheet.items() if key.endswith("}id")), "")


def _hidden_in_xlsx(sheet: bytes) -> tuple[set[int], set[int]]:
    """The numbers, from 1, of the hidden rows and columns of a sheet (ECMA-376-1, 18.3.1)."""
    rows, columns = set[int](), set[int]()
    number = 0
    events = etree.iterparse(
        io.BytesIO(sheet),
        tag=("{*}row", "{*}col"),
        resolve_entities=False,
        no_network=True,
    )
    for _, element in events:
        hidden = element.get("hidden") in ("1", "true")
        if etree.QName(element).localname == "row":
            number = _number(element.get("r"), number + 1)
            rows |= {number} if hidden else set()
        elif hidden:
            first = _number(element.get("min"), 1)
            columns |= set(range(first, min(_number(element.get("max"), first), _COLUMNS) + 1))
        element.clear()
    return rows, columns


def _number(text: str | None, otherwise: int) -> int:
    known = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if known and text else otherwise


def _without(cells: list[object], columns: Collection[int]) -> Cells:
    """The cells of a row without those of some columns."""
    return [cell for n, cell in enumerate(cells, 1) if n not in columns] if columns else cells


def _usual(cell: object) -> object:
    """A cell's value; a time of day alone as text."""
    known = cell is None or isinstance(cell, str | bool | int | float | datetime.date)
    return cell if known else str(cell)


def ods_sheet(data: bytes) -> Sheet:
    """The sheet of an OpenDocument file. Raises Refused, or whatever a parser raises."""
    names = ("table-row", "table-column", "table")
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        events = etree.iterparse(
            content,
            events=("start", "end"),
            tag=(*(f"{_TABLE}{name}" for name in names), f"{_STYLE}style"),
            resolve_entities=False,
            no_network=True,
        )
        return _OdsReader().read(events)


class _OdsReader:
    """Goes through the content of a spreadsheet; the first sheet that is shown is kept."""

    def __init__(self) -> None:
        self._styles = Styles()
        self._sheet: Sheet | None = None
        self._reading = False
        self._number = 0  # of sheets so far
        self._filled: set[int] = set()  # the numbers of others with something in them
        self._columns: set[int] = set()
        self._column = 0

    def read(self, events: Iterable[tuple[str, Any]]) -> Sheet:
        for event, element in events:
            name = etree.QName(element).localname
            if any(True for _ in element.iterancestors(f"{_TABLE}table-row")):
                continue  # a table in a cell
            if name == "table":
                self._table(element, event)
            elif event == "end":
                self._part(element, name)
        if self._sheet is None:
            raise Refused("All its sheets are hidden.", "Show the one that is to be published.")
        return replace(self._sheet, columns=len(self._columns), others=len(self._filled))

    def _table(self, element: Any, event: str) -> None:
        if event == "end":
            self._reading = False
            return
        self._number += 1
        if self._sheet is None and not self._styles.is_hidden(value(element, "style-name")):
            self._sheet, self._reading = Sheet([]), True

    def _part(self, element: Any, name: str) -> None:
        if name == "style":
            self._styles.add(element)
        elif self._reading and self._sheet is not None:
            if name == "table-column":
                self._add_column(element)
            else:
                self._add_row(element, self._sheet.rows)
        elif name == "table-row" and any(cell not in (None, "") for cell in _ods_cells(element)):
            self._filled.add(self._number)
        if name == "table-row":
            element.clear()

    def _add_column(self, element: Any) -> None:
        first = self._column + 1
        self._column = min(self._column + _times(element, "columns"), _COLUMNS)
        if value(element, "visibility") in HIDDEN_LINES:
            self._columns |= set(range(first, self._column + 1))

    def _add_row(self, element: Any, rows: list[Cells | None]) -> None:
        cells = _ods_cells(element)
        empty = not any(cell not in (None, "") for cell in cells)
        times = _times(element, "rows")
        # A sheet ends with a million empty rows.
        times = min(times, ROWS + 1 - len(rows)) if not empty or times < _COLUMNS else 1
        hidden = value(element, "visibility") in HIDDEN_LINES and not empty
        rows += [None if hidden else _without(list(cells), self._columns)] * times


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
    return _number(element.get(f"{_TABLE}number-{what}-repeated"), 1)


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
