"""hOCR: HTML in which classes and titles say what is a page, a line, a word, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from generator.model import PassageKind
from generator.read.refused import Refused
from generator.read.scans.pages import Scan, ScanBlock, ScanLine, ScanPage

_BOX = re.compile(r"\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)")
_SIZE = re.compile(r"\bx_size\s+(\d+(?:\.\d+)?)")
_BASELINE = re.compile(r"\bbaseline\s+-?[\d.]+\s+(-?\d+(?:\.\d+)?)")
_CERTAIN = re.compile(r"\bx_wconf\s+(\d+(?:\.\d+)?)")
_LABEL = re.compile(r"\blpageno\s+(?:\"([^\"]+)\"|(\S+))")
_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocrx_line", "ocr_footer")
_PARAGRAPHS = ("ocr_par", "ocr_carea", "ocrx_block", "ocr_page")
_AROUND = (*_PARAGRAPHS, *_LINES)
_FURNITURE = frozenset({"ocr_header", "ocr_footer", "ocr_pageno"})
_MARKS = (b"ocr-system", b"ocr-capabilities", b"ocr_page")
_HEAD = 4000  # bytes in which one of these stands


def is_hocr(data: bytes) -> bool:
    """Whether a page of HTML is hOCR."""
    head = data[:_HEAD]
    return any(mark in head for mark in _MARKS)


def hocr(data: bytes) -> Scan:
    """The pages of a file. Raises Refused for what is not HTML."""
    try:
        # HTML without a declaration is UTF-8, as all programs write it.
        parser = html.HTMLParser(encoding=None if b"encoding" in data[:100] else "utf-8")
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        raise Refused("Not an HTML page.", "Export it again.") from None
    program = next(iter(root.xpath("//meta[@name='ocr-system']/@content")), "")
    pages = [e for e in root.iter() if "ocr_page" in _classes(e)]
    tesseract = "tesseract" in program.lower()
    return Scan(tuple(_page(page, tesseract) for page in pages), " ".join(program.split()))


def _page(page: Any, tesseract: bool) -> ScanPage:
    title = page.get("title", "")
    box = _BOX.search(title)
    label = _LABEL.search(title)
    groups: dict[Any, list[Any]] = {}
    for line in page.iter():
        if not _is_line(line):
            continue
        groups.setdefault(_paragraph(line), []).append(line)
    words = [float(found[1]) / 100 for e in page.iter()
             if (found := _CERTAIN.search(e.get("title") or ""))]  # fmt: skip
    return ScanPage(
        (label[1] or label[2]) if label else "",
        float(box[3]) - float(box[1]) if box else 0.0,
        float(box[4]) - float(box[2]) if box else 0.0,
        tuple(filter(None, (_block(lines, tesseract) for lines in groups.values()))),
        sum(min(word, 1.0) for word in words),
        len(words),
    )


def _is_line(element: Any) -> bool:
    """Whether an element is a line; what some programs call so has lines in it."""
    own = bool(_classes(element).intersection(_LINES))
    return own and not any(_classes(e).intersection(_LINES) for e in element.iterdescendants())


def _paragraph(line: Any) -> Any:
    """The innermost paragraph or area that a line is in."""
    return next(a for a in line.iterancestors() if _classes(a).intersection(_AROUND))


def _block(lines: list[Any], tesseract: bool) -> ScanBlock | None:
    # Tesseract calls headings headers.
    names: set[str] = set().union(*map(_classes, (*lines, _paragraph(lines[0]))))
    if not tesseract and names & _FURNITURE:
        return None
    found = tuple(line for line in map(_line, lines) if line.text)
    kind: PassageKind = "caption" if "ocr_caption" in names else "paragraph"
    return ScanBlock(found, kind) if found else None


def _line(line: Any) -> ScanLine:
    box = _BOX.search(line.get("title", ""))
    place = (float(box[1]), float(box[2]), float(box[3]), float(box[4])) if box else None
    size, base = _SIZE.search(line.get("title", "")), _BASELINE.search(line.get("title", ""))
    return ScanLine(
        " ".join(_words(line)),
        place,
        size=float(size[1]) if size else 0.0,
        baseline=place[3] + float(base[1]) if base and place else 0.0,
    )


def _words(line: Any) -> Iterator[str]:
    words = [e for e in line.iter() if "ocrx_word" in _classes(e) or "ocr_word" in _classes(e)]
    for text in [word.text_content() for word in words] or [line.text_content()]:
        yield from text.split()


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()
