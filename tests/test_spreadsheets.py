"""Spreadsheets: what is in their cells, and files that are made to do harm."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from generator.model import Source
from generator.read.office import sheets
from generator.read.readers import spreadsheet
from generator.read.refused import Refused
from generator.read.table import Table

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def read(name: str, data: bytes) -> Table:
    return spreadsheet.read_source(Source(name, f"seeds/{name}", data, "digest"))


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("other").append(("not", "read"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: str, before: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        sheet = f'<table:table table:name="one">{rows}</table:table>'
        other = f'<table:table table:name="two">{cells("not", "read")}</table:table>'
        archive.writestr("content.xml", f"{before}{HEAD}{sheet}{other}{TAIL}")
    return out.getvalue()


def cells(*texts: str) -> str:
    inside = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in texts)
    return f"<table:table-row>{inside}</table:table-row>"


def test_the_first_sheet_of_xlsx_with_dates() -> None:
    day = datetime.datetime(2024, 3, 25)
    found = read(
        "a.xlsx", xlsx(("My table",), ("Title", "Date", "Year", ""), ("A", day, 1911.0, 1))
    )
    assert found.columns == ("Title", "Date", "Year")
    assert found.rows == ((3, {"Title": "A", "Date": day, "Year": 1911}),)
    assert [p.message for p in found.problems] == ["Other sheets are not read (1)."]


def test_the_first_sheet_of_ods_with_dates() -> None:
    dated = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>A <text:span>b'
        "</text:span><text:s/>c</text:p><text:p>d</text:p></table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2024-03-25T00:00:00">'
        "<text:p>25.03.24</text:p></table:table-cell>"
        '<table:table-cell office:value-type="float" office:value="1911"><text:p>1911</text:p>'
        "<office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    found = read("a.ods", ods(cells("Title", "Date", "Year") + dated + end))
    assert found.columns == ("Title", "Date", "Year")
    assert found.rows == ((2, {"Title": "A b c\nd", "Date": "2024-03-25", "Year": 1911.0}),)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", b"\xd0\xcf\x11\xe0" * 100])
def test_what_is_no_spreadsheet_is_reported(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match="Not a zip archive, or damaged"):
        read(name, data)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_other_archives_are_reported(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "words")
    (wrong,) = read(name, out.getvalue()).problems
    assert wrong.message.startswith("Not a spreadsheet that can be read")


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_bomb_is_not_unpacked(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("part.xml", b"0" * 21_000_000)
    with pytest.raises(Refused, match="50 times"):
        read(name, out.getvalue())


def test_repetitions_do_not_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS", 1000)
    cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell}</table:table-row>'
    found = read("a.ods", ods(cells("Title", "Text") + row))
    assert len(found.rows) < 1000
    assert [p.message for p in found.problems] == [
        "Only the first 1,000 rows were read.",
        "Other sheets are not read (1).",
    ]


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    secret = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    kind = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{laughs}{secret}]>'
    found = read("a.ods", ods(cells("Title", "Text") + cells("A", "&a9;&file;"), kind))
    assert all(len(str(row)) < 100 and "root" not in str(row) for _, row in found.rows)


HIDDEN = "What is hidden is not published (rows: 1, columns: 1)."


def test_hidden_rows_columns_and_sheets_of_xlsx() -> None:
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.active.append(("Title", "SECRET"))
    sheet = book.create_sheet("shown")
    for row in (("Title", "SECRET", "Text"), ("A", "SECRET", "b"), ("SECRET", "", "c")):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    found = read("a.xlsx", out.getvalue())
    assert found.rows == ((2, {"Title": "A", "Text": "b"}),)
    assert [p.message for p in found.problems] == [HIDDEN, "Other sheets are not read (1)."]


def test_hidden_rows_columns_and_sheets_of_ods() -> None:
    style = 'style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    style = f"<{style}style:name='H'><style:table-properties table:display='false'/></style:style>"
    hidden = f"<table:table table:style-name='H'>{cells('Title', 'SECRET')}</table:table>"
    columns = "<table:table-column/><table:table-column table:visibility='collapse'/>"
    rows = cells("Title", "SECRET", "Text") + cells("A", "SECRET", "b")
    filtered = cells("SECRET").replace("row>", "row table:visibility='filter'>", 1)
    data = f"{HEAD.replace('<office:body>', style + '<office:body>')}{hidden}<table:table>{columns}"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", f"{data}{rows}{filtered}</table:table>{TAIL}")
    found = read("a.ods", out.getvalue())
    assert found.rows == ((2, {"Title": "A", "Text": "b"}),)
    assert [p.message for p in found.problems] == [HIDDEN, "Other sheets are not read (1)."]
