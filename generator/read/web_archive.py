"""The pages in web archives: WARC (ISO 28500), its forerunner ARC, and WACZ.

A page is an answer with status 200 that is HTML or PDF. Where the archive says which of its answers
are pages, rather than frames and the like, only those are taken. Of a page that was captured
several times the last capture counts.
"""

from __future__ import annotations

import io
import json
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from generator.read.refused import Refused
from generator.read.transcoded import charset_of, in_utf8
from generator.read.zips import open_zip

_INFLATED = 50  # times as many bytes as a compressed archive has
_ALWAYS = 20_000_000  # bytes that any may have
_LARGEST_PAGE = 100_000_000  # bytes
_LARGEST = 1_000_000_000  # of all pages
_BLOCK = 16_384
_PACKED = b"\x1f\x8b"
_GZIP = 31  # what zlib calls gzip with a window of 32 kB
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf"}
_RECORDS = ("response", "resource")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LIST = re.compile(r"pages/\w+\.jsonl")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
# What a damaged archive makes of the libraries.
_DAMAGED = (ArchiveLoadFailed, zlib.error, OSError, ValueError, AttributeError, TypeError, KeyError)

# What it corrects by itself, such as spaces in addresses, is not for the terminal.
logging.getLogger("warcio").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was on the web.

    date: when it was captured, as the archive has it
    robots: what its server asked of search engines ("noindex"); "" if nothing
    suffix: of the format that it has
    """

    url: str
    date: str
    suffix: str
    data: bytes
    robots: str = ""

    @property
    def day(self) -> str:
        """The day of its capture, YYYY-MM-DD; "" if the archive gives none."""
        found = _DAY.match(self.date)
        return "-".join(found.groups()) if found else ""

    @property
    def name(self) -> str:
        """A path for it: "example.org/news/fire.html"."""
        address = urlsplit(self.url)
        path = unquote(address.path).strip("/") or "index"
        query = f"_{unquote(address.query)}" if address.query else ""
        name = f"{address.hostname or 'unnamed'}/{path}{query}"
        return name if name.lower().endswith(self.suffix) else name + self.suffix


@dataclass(slots=True)
class Pages:
    """The pages found so far.

    only: what the addresses of pages are, where the archive lists them
    size: bytes of the captures
    damaged: what is wrong with the archive
    earlier, referring, answers, files, packed: how many were left out: earlier captures of a page,
        records that only refer to others, answers without a page, files that are none, and pages
        that cannot be unpacked or are too large
    """

    only: frozenset[str] = frozenset()
    captures: dict[str, Capture] = field(default_factory=dict)
    size: int = 0
    damaged: list[str] = field(default_factory=list)
    earlier: int = 0
    referring: int = 0
    answers: int = 0
    files: int = 0
    packed: int = 0

    def add(self, capture: Capture) -> None:
        """Add a capture; of several of one address the last stays."""
        key = same_address(capture.url)
        before = self.captures.get(key)
        if before:
            self.earlier += 1
        if before is None or capture.date >= before.date:
            self.captures[key] = capture
            self.size += len(capture.data) - (len(before.data) if before else 0)
        if self.size > _LARGEST:
            raise Refused(f"Its pages have more than {_LARGEST // 10**6:,} MB.", "Split it.")


def pages_of(data: bytes) -> Pages:
    """The pages of a WARC, an ARC or a WACZ, compressed or not. Raises Refused."""
    if not data.startswith(b"PK"):
        pages = Pages()
        _add_records(pages, data)
        return pages
    archive = open_zip(data)
    pages = Pages(frozenset(_listed(archive)))
    names = [n for n in archive.names if n.lower().endswith((".warc", ".warc.gz", ".arc.gz"))]
    if not names:
        raise Refused("Has no web archive in it.", "Save it again, or give the WARC itself.")
    for name in names:
        _add_records(pages, archive.read(name))
    return pages


def same_address(url: str) -> str:
    """What the addresses of one page have in common."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _listed(archive: Any) -> Iterator[str]:
    """The pages that a WACZ lists (WACZ 1.1.1, 5.2.2)."""
    for name in archive.names:
        if _LIST.fullmatch(name):
            for line in archive.read(name).splitlines():
                try:
                    page = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    yield same_address(page["url"])


class _Records(ArchiveIterator):  # type: ignore[misc]
    INC_RECORD = ""  # wrong lengths are not written to the terminal


class _Unpacked:
    """An archive without its compression, of whatever parts, as a stream of limited length.

    Python's own stream gives nothing of the block in which a file is cut off.
    """

    def __init__(self, data: bytes) -> None:
        self.data, self.position = data, 0
        self.engine = zlib.decompressobj(wbits=_GZIP)
        self.at = 0
        self.most = max(_INFLATED * len(data), _ALWAYS)

    def read(self, size: int = _BLOCK) -> bytes:
        """Some bytes; none at the end. Raises OSError where the file is cut off, and Refused."""
        found = b""
        while not found:
            if self.engine.eof:
                self.position -= len(self.engine.unused_data)
                if not self.data.startswith(_PACKED, self.position):
                    return b""
                self.engine = zlib.decompressobj(wbits=_GZIP)
            block = self.engine.unconsumed_tail
            if not block:
                block = self.data[self.position : self.position + _BLOCK]
                self.position += len(block)
            if not block:
                raise OSError("cut off")
            found = self.engine.decompress(block, size if size > 0 else _BLOCK)
        self.at += len(found)
        if self.at > self.most:
            message = f"Unpacked, it would be more than {_INFLATED} times as large."
            raise Refused(message, "Split it.")
        return found

    def tell(self) -> int:
        """How many bytes were read."""
        return self.at


def _add_records(pages: Pages, data: bytes) -> None:
    # Unpacked as one stream: whether each record was compressed by itself does not matter then.
    stream = _Unpacked(data) if data.startswith(_PACKED) else io.BytesIO(data)
    number = 0
    try:
        for record in _Records(stream, arc2warc=True):
            number += 1
            _add_record(pages, record)
    except _DAMAGED as error:
        why = " ".join(str(error).split())[:100] or type(error).__name__
        pages.damaged.append(f"Damaged after {number:,} records ({why}); the rest is not read.")


def _add_record(pages: Pages, record: Any) -> None:
    """Add what a record holds, if that is a page."""
    kind, headers = record.rec_type, record.http_headers
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = url.strip().strip("<>").replace(" ", "%20")
    if kind == "revisit":
        pages.referring += 1
    if kind not in _RECORDS or not _WEB.match(url):
        return
    status = headers.get_statuscode() if headers else "200"
    declared = (headers or record.rec_headers).get_header("Content-Type") or ""
    suffix = _SUFFIXES.get(declared.partition(";")[0].strip().lower(), "")
    of = record.rec_headers.get_header("WARC-Resource-Type") or "document"
    if status != "200":
        pages.answers += 1
    elif not suffix or of != "document" or (pages.only and same_address(url) not in pages.only):
        pages.files += 1
    else:
        data = _payload(record)
        if data is None:
            pages.packed += 1
        elif data.strip():
            date = record.rec_headers.get_header("WARC-Date") or ""
            data = in_utf8(data, charset_of(declared)) if suffix == ".html" else data
            robots = (headers.get_header("X-Robots-Tag") or "") if headers else ""
            pages.add(Capture(url, date, suffix, data, robots))
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise ValueError("cut off")


def _payload(record: Any) -> bytes | None:
    """The content of an answer; None for one that cannot be unpacked, or is too large."""
    stream, headers = record.raw_stream, record.http_headers
    encodings = ""
    if headers:
        encodings = (headers.get_header("Content-Encoding") or "").lower()
        if (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
            stream = ChunkedDataReader(stream)
    blocks = []
    left = _LARGEST_PAGE
    while left >= 0 and (block := stream.read(_BLOCK)):
        blocks.append(block)
        left -= len(block)
    data: bytes | None = b"".join(blocks)
    for encoding in reversed(encodings.split(",")):
        data = _unpacked(data, encoding.strip()) if data is not None and left >= 0 else None
    return data


def _unpacked(data: bytes, encoding: str) -> bytes | None:
    """Compressed content; it stays as it is if the archive's program has unpacked it already."""
    most = min(max(_INFLATED * len(data), _ALWAYS), _LARGEST_PAGE)
    try:
        if encoding in ("gzip", "x-gzip") and data.startswith(_PACKED):
            found = zlib.decompressobj(wbits=_GZIP).decompress(data, most + 1)
        elif encoding == "deflate":
            wrapped = data[:1] == b"\x78"
            found = zlib.decompressobj(wbits=15 if wrapped else -15).decompress(data, most + 1)
        elif encoding == "br":
            found = brotli.Decompressor().process(data, output_buffer_limit=most + 1)
        else:
            return None if encoding == "zstd" and data.startswith(b"\x28\xb5\x2f\xfd") else data
    except (zlib.error, brotli.error):
        return data
    return found if len(found) <= most else None
