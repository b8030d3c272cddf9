"""Files are what their content is, whatever they are called."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.read.formats import COMPOUND_FILE, format_of
from generator.read.readers import reader_for


def zipped(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "")
    return out.getvalue()


def compound(*streams: str) -> bytes:
    return COMPOUND_FILE + bytes(600) + b"".join(s.encode("utf-16-le") + b"\0\0" for s in streams)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\n junk %PDF-1.3\n startxref", ".pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.3\n", ".pdf"),
        (b"From: Ann\n\nFiles of this kind begin with %PDF-1.7.\n", ""),
        (b"{\\rtf1\\ansi Words.}", ".rtf"),
        (zipped("[Content_Types].xml", "word/document.xml"), ".docx"),
        (zipped("xl/workbook.xml"), ".xlsx"),
        (zipped("xl/workbook.bin"), ".xlsx"),
        (zipped("ppt\\presentation.xml"), ".pptx"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), ".odt"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"), ".odp"),
        (zipped("META-INF/container.xml", mimetype="application/epub+zip"), ".epub"),
        (zipped("META-INF/container.xml"), ".epub"),
        (zipped("a.txt"), ""),
        (b"PK\x03\x04 damaged", ""),
        (compound("Root Entry", "WordDocument"), ".doc"),
        (compound("WordDocument", "__properties_version1.0"), ".msg"),
        (compound("Workbook"), ".xls"),
        (compound("EncryptedPackage"), ""),
        (b"", ""),
        (b"The {\\rtf1 command begins a file.", ""),
        (b"A text about %PDF", ""),
    ],
)
def test_formats(data: bytes, suffix: str) -> None:
    assert format_of(data) == suffix


@pytest.mark.parametrize(
    ("path", "data", "reader"),
    [
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.md", b"%PDF-1.4", "pdf"),
        ("table.csv", zipped("xl/workbook.xml"), "spreadsheet"),
        ("a.doc", b"<html><body>Saved by Word.", "page"),
        ("a.doc", b"Plain words.", "plain"),
        ("a.pdf", b"<html>Not found", "pdf"),
    ],
)
def test_readers_go_by_the_content(path: str, data: bytes, reader: str) -> None:
    found = reader_for(path, data)
    assert found
    assert found.__name__.endswith(f".{reader}")  # type: ignore[attr-defined]


def test_an_old_workbook_called_csv_is_not_read_as_text() -> None:
    assert reader_for("a.csv", compound("Workbook")) is None
