"""What a file is by its content, whatever it is called: a PDF named "letter.txt" is a PDF.

An archive (zip) is what it holds, and so is a compound file of old office programs (MS-CFB), whose
streams have names in UTF-16.
"""

from __future__ import annotations

import io
import zipfile
import zlib

_HEAD = 1024  # bytes within which a PDF begins (ISO 32000-1, note in 7.5.2)
_BEFORE = b"\xef\xbb\xbf\0 \t\r\n"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# By the type that an archive gives (OpenDocument 1.3 part 2, 3.3; EPUB OCF 3.3, 4.2.2).
_TYPES = {
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.text-template": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
# By the part that makes it one (ECMA-376-1, 11 to 13).
_PARTS = {"word/document": ".docx", "xl/workbook": ".xlsx", "ppt/presentation": ".pptx"}
# By a stream; what lies in another document brings its own, so that mail comes first.
_STREAMS = {
    "__properties_version1.0": ".msg",
    "WordDocument": ".doc",
    "PowerPoint Document": ".ppt",
    "Workbook": ".xls",
}
_LONGEST_TYPE = 100
_WEB_ARCHIVE = (b"WARC/", b"filedesc://")  # ISO 28500, and ARC


def format_of(data: bytes) -> str:
    """The usual suffix of what some bytes are; "" for text, and for what is not known."""
    if data.startswith(_WEB_ARCHIVE):  # whose first page may be a PDF
        return ".warc"
    if _is_pdf(data):
        return ".pdf"
    if data.startswith(_ZIP):
        return _of_archive(data)
    if data.startswith(COMPOUND_FILE):
        return next((suffix for name, suffix in _STREAMS.items() if has_stream(data, name)), "")
    if data.startswith(b"\x1f\x8b"):
        return ".warc" if _begins_inflated(data).startswith(_WEB_ARCHIVE) else ""
    return ".rtf" if data[:100].lstrip().startswith(b"{\\rtf") else ""


def _is_pdf(data: bytes) -> bool:
    """Whether some bytes are a PDF, before which there may be others; a text may speak of one."""
    head = data[:_HEAD]
    return head.lstrip(_BEFORE).startswith(b"%PDF-") or (
        b"%PDF-" in head and b"startxref" in data[-2 * _HEAD :]
    )


def has_stream(data: bytes, name: str) -> bool:
    """Whether a compound file has a stream of this name."""
    # Names are the same in capitals (MS-CFB 2.6.4).
    written = (name.encode("utf-16-le"), name.upper().encode("utf-16-le"))
    return any(one + b"\0\0" in data for one in written)


def _begins_inflated(data: bytes) -> bytes:
    """The first bytes of what was compressed with gzip."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD)
    except zlib.error:
        return b""


def _of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= _LONGEST_TYPE:
                kind = archive.read("mimetype").decode("ascii", "replace").strip()
                if kind in _TYPES:
                    return _TYPES[kind]
    except Exception:  # a damaged archive may raise anything; its reader will say so
        return ""
    if "META-INF/container.xml" in names:
        return ".epub"
    stems = {name.replace("\\", "/").rpartition(".")[0] for name in names}
    return next((suffix for stem, suffix in _PARTS.items() if stem in stems), "")
