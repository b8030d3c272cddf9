"""Office files that are long in one way."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from growth import HERE, Shape

from generator.config import Config
from generator.model import Source
from generator.read import read_source
from generator.read.office.rtf import read_rtf
from generator.read.readers import epub

sys.path.insert(0, str(HERE.parent))  # for the files that are made there

from office_files import docx, par, run, zipped

_CONFIG = Config(Path(), Path(), Path())


def _read(data: bytes) -> object:
    source = Source("a.docx", "a.docx", data, hashlib.sha256(data).hexdigest())
    return read_source(source, _CONFIG)


def _fields(n: int) -> bytes:
    # Fields that begin within each other, in one paragraph.
    begun = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
    )
    return docx(par(begun * n + run("Words.")))


def _pictures(n: int) -> bytes:
    # In one paragraph of a book, with words between them.
    page = f"<html><body><p>Words {'<img/>a' * n}</p></body></html>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfile full-path='a.opf'/></container>",
            "a.opf": "<package><manifest><item id='a' href='a.html' media-type='text/html'/>"
            "</manifest><spine><itemref idref='a'/></spine></package>",
            "a.html": page,
        }
    )


def _epub(data: bytes) -> object:
    return epub.read_source(Source("a.epub", "a.epub", data, "digest"))


SHAPES = (
    Shape("docx: fields in one paragraph", _fields, _read, 300, 8000),
    Shape("epub: pictures in one paragraph", _pictures, _epub, 4000, 100_000),
    Shape("rtf: bytes", lambda n: b"{\\rtf1 " + b"\\'e9" * n + b"}", read_rtf, 8000, 200_000),
    Shape(
        "rtf: words of a note",
        lambda n: b"{\\rtf1 {\\footnote " + b"a\\tab " * n + b"}}",
        read_rtf,
        2000,
        100_000,
    ),
)
