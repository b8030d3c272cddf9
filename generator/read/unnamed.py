"""Pictures that no source names: with `ocr` set, these are documents themselves.

A picture that a source names belongs to it, whether the source shows it or is withheld. So names
are looked for in the bytes of all sources, and in what zip archives such as spreadsheets hold.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_to_bytes

from generator.model import Source
from generator.read.refused import Refused
from generator.read.zips import open_zip

_SUFFIX = re.compile(rb"\.(?:png|jpe?g|tiff?)(?![a-z0-9])", re.IGNORECASE)
_KINDS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_LONGEST = 400  # bytes of a name, with "%20" for a space


def is_readable_picture(path: str) -> bool:
    """Whether a file is a picture that OCR can read."""
    return path.lower().endswith(_KINDS)


def unnamed(pictures: Iterable[Source], sources: Iterable[Source]) -> frozenset[str]:
    """The paths of those pictures that no source names."""
    names = {one.path: _folded(posixpath.basename(one.path).encode()) for one in pictures}
    known = frozenset(names.values())
    lengths = sorted({len(name) for name in known})
    named: set[bytes] = set()
    for data in _texts(sources) if names else ():
        for found in _SUFFIX.finditer(data):
            before = _folded(data[max(0, found.end() - _LONGEST) : found.end()])
            named |= known.intersection(before[-length:] for length in lengths)
    return frozenset(path for path, name in names.items() if name not in named)


def _texts(sources: Iterable[Source]) -> Iterator[bytes]:
    """The bytes of sources that may name files; of UTF-16, those of its ASCII."""
    for source in sources:
        if not source.data.startswith(b"PK"):
            yield source.data.replace(b"\0", b"") if b"\0" in source.data[:100] else source.data
            continue
        try:
            archive = open_zip(source.data)
            yield from (archive.read(name) for name in archive.names)
        except Refused:
            continue


def _folded(name: bytes) -> bytes:
    """A name as it is compared: in small letters, without "%20"."""
    return unquote_to_bytes(name).decode("utf-8", "replace").casefold().encode()
