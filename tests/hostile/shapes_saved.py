"""Captions, web archives and pages in one file that are long in one way."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

from growth import Shape

from generator.config import Config
from generator.model import Source
from generator.read import read_source
from generator.read.web_archive import pages_of

_CONFIG = Config(Path(), Path(), Path())
_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/\r\n"
    b"Content-Length: 59\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Words.  \r\n\r\n"
)


def _read(name: str) -> Callable[[bytes], object]:
    return lambda data: read_source(
        Source(name, name, data, hashlib.sha256(data).hexdigest()), _CONFIG
    )


def _captions(name: str, caption: Callable[[int], str], n: int) -> Shape:
    def make(size: int) -> bytes:
        parts = (f"{i // 60:02}:{i % 60:02}.000 --> 99:00.000\n{caption(i)}\n" for i in range(size))
        return ("WEBVTT\n\n" + "\n".join(parts)).encode()

    return Shape(f"vtt: {name}", make, _read("a.vtt"), n, 10 * n)


def _parts(n: int) -> bytes:
    part = b"--b\r\nContent-Type: text/html\r\n\r\n<p>Words.\r\n"
    return b"Content-Type: multipart/related; boundary=b\r\n\r\n" + part * n + b"--b--\r\n"


def _chat(n: int) -> bytes:
    days = (f"{i % 28 + 1}/{i // 28 % 12 + 1}/{2000 + i // 336}" for i in range(n))
    return "".join(f"{day}, 21:40 - Ann: b\nc\n\u200e<d>\n" for day in days).encode()


SHAPES = (
    _captions("that roll up", lambda i: f"line {i - 1}\nline {i}", 300),
    _captions("speakers", lambda i: f"<v Ann {i}>- A {i}: b", 200),
    _captions("open tags", lambda i: "<v <c <00:" * 9 + "{\\" * 9 + "[" * 9, 200),
    Shape("warc: records", lambda n: _RECORD * n, pages_of, 300, 3_000),
    Shape("warc: members", lambda n: gzip.compress(_RECORD) * n, pages_of, 300, 3_000),
    Shape("whatsapp: days", _chat, _read("a.txt"), 100, 1_000),
    Shape("mhtml: parts", _parts, _read("a.mhtml"), 300, 3_000),
)
