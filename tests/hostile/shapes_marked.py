"""TEI, files of OCR programs and genealogies that are long in one way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from growth import Shape

from generator.config import Config
from generator.model import Source
from generator.read import take_apart

_CONFIG = Config(Path(), Path(), Path(), today="2026-11-29")
_HEAD = b"0 HEAD\n1 CHAR UTF-8\n"
_ALTO = (
    b"<alto><Layout><Page WIDTH='9' HEIGHT='9'><PrintSpace>%s</PrintSpace></Page></Layout></alto>"
)
_LINE = b"<TextBlock><TextLine HPOS='1' VPOS='1'><String CONTENT='ab'/></TextLine></TextBlock>"
_HOCR = b"<html><meta name='ocr-system'><div class=ocr_page title='bbox 0 0 9 9'>"


def _read(name: str) -> Callable[[bytes], object]:
    return lambda data: take_apart(Source(name, name, data, "d"), _CONFIG)


def _tei(name: str, piece: bytes, n: int, before: bytes = b"", after: bytes = b"") -> Shape:
    def make(size: int) -> bytes:
        return b"<TEI><text>" + before + piece * size + after + b"</text></TEI>"

    return Shape(f"TEI: {name}", make, _read("a.xml"), n, 8 * n)


def _of(name: str, make: Callable[[int], bytes], n: int, path: str) -> Shape:
    return Shape(f"marked up: {name}", make, _read(path), n, 8 * n)


def _family(n: int) -> bytes:
    people = b"".join(
        b"0 @I%d@ INDI\n1 NAME A /B/\n1 DEAT Y\n1 FAMC @F@\n1 FAMS @F@\n1 NOTE @N@\n" % k
        for k in range(n)
    )
    members = b"".join(b"1 CHIL @I%d@\n1 HUSB @I%d@\n" % (k, k) for k in range(n))
    return _HEAD + people + b"0 @F@ FAM\n1 MARR Y\n" + members + b"0 @N@ NOTE It rained.\n"


def _spouses(n: int) -> bytes:
    children = b"".join(b"1 CHIL @I%d@\n" % k for k in range(n))
    own = b"0 @I@ INDI\n1 NAME A /B/\n1 DEAT Y\n" + b"1 FAMS @F@\n" * n
    return _HEAD + own + b"0 @F@ FAM\n1 HUSB @I@\n" + children


def _tables(depth: int) -> bytes:
    before, after = b"<table><row><cell>", b"</cell></row></table>"
    return b"<TEI><text>" + before * depth + b"a" + after * depth + b"</text></TEI>"


SHAPES = (
    _tei("items", b"<item>a</item>", 500, b"<list>", b"</list>"),
    _tei("lines", b"<l>a</l><pb/>", 500, b"<lg>", b"</lg>"),
    _tei("speeches", b"<sp><speaker>A</speaker><stage>b</stage></sp>", 300),
    _tei("notes", b"<p>a<note>b</note></p>", 300),
    _tei("broken words", b"<lb break='no'/> ", 500),
    _tei("words", b"<w>a</w>", 500),
    _tei("names", b"<persName ref='#a'>A b</persName> ", 300),
    _of("blocks", lambda n: _ALTO % (_LINE * n), 300, "a.xml"),
    _of("lines of hOCR", lambda n: _HOCR + b"<span class=ocr_line>a</span>" * n, 300, "a.hocr"),
    _of("long value", lambda n: _HEAD + b"0 INDI\n1 NOTE a\n" + b"2 CONC b\n" * n, 1000, "a.ged"),
    _of("family", _family, 100, "a.ged"),
    _of("tables in tables", lambda n: _tables(min(n, 60)), 15, "a.xml"),
    _of("one family many times", _spouses, 400, "a.ged"),
)
