"""Mail that is long in one way: heads, parts, quotations, lists of people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from growth import Shape

from generator.config import Config
from generator.model import Source
from generator.read import take_apart

_CONFIG = Config(Path(), Path(), Path())
_HEAD = b"From: a@e.org\nSubject: A\nDate: Fri, 3 May 2019 10:00 +0000\nMessage-ID: <1@e>\n"
_HTML = _HEAD + b"Content-Type: text/html\n\n"
_FROM = b"From a@e.org Fri May  3 23:30:00 2019\n"


def _read(name: str) -> Callable[[bytes], object]:
    return lambda data: take_apart(Source(name, name, data, "d"), _CONFIG)


def _text(name: str, row: bytes, n: int) -> Shape:
    return Shape(f"mail: {name}", lambda size: _HEAD + b"\n" + row * size, _read("a.eml"), n, 8 * n)


def _page(name: str, piece: bytes, n: int) -> Shape:
    return Shape(f"mail: {name}", lambda size: _HTML + piece * size, _read("a.eml"), n, 8 * n)


def _of(name: str, make: Callable[[int], bytes], n: int, path: str = "a.eml") -> Shape:
    return Shape(f"mail: {name}", make, _read(path), n, 8 * n)


SHAPES = (
    _text("dated lines above nothing", b"On 3 May 2019 A wrote:\nWords.\n", 500),
    _text("lines above quotations", b"A wrote:\n> Words.\n\n", 500),
    _text("signatures", b"Words.\n-- \nA\n", 500),
    _text("rules", b"____________________\n", 500),
    _text("heads of messages", b"From: A\n", 500),
    _text("marks of quotations", b"> > >", 500),
    _page("quotations in pages", b"<div class=gmail_quote>A wrote:", 100),
    _page("rules in pages", b"<div style='border-top:solid #E1E1E1'>A</div>", 200),
    _page("tables in pages", b"<table><tr><td>A", 100),
    _of(
        "parts",
        lambda n: _HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nWords.\n" * n,
        200,
    ),
    _of("receivers", lambda n: _HEAD + b"To: " + b"a, b <a@e.org>; " * n + b"\n\nA\n", 300),
    _of("commas", lambda n: _HEAD + b"To: " + b"a," * n + b"\n\nA\n", 500),
    _of("encoded words", lambda n: b"Subject: " + b"=?utf-8?q?a?= " * n + b"\n" + _HEAD, 300),
    _of("fields", lambda n: _HEAD + b"X: a\n" * n + b"\nA\n", 500),
    _of("references", lambda n: _HEAD + b"References: " + b"<a@e> " * n + b"\n\nA\n", 500),
    _of("messages", lambda n: (_FROM + _HEAD + b"\nWords.\n\n") * n, 100, "a.mbox"),
    _of("beginnings", lambda n: _FROM * n, 200, "a.mbox"),
)
