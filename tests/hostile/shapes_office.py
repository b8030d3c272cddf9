"""Office files that are long in one way."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from growth import HERE, Shape

from generator.config import Config
from generator.model import Source
from generator.read import read_source

sys.path.insert(0, str(HERE.parent))  # for the files that are made there

from office_files import docx, par, run

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


SHAPES = (Shape("docx: fields in one paragraph", _fields, _read, 300, 8000),)
