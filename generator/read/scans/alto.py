"""ALTO (Library of Congress), versions 1 to 4, without namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.read.scans.pages import Scan, ScanBlock, ScanLine, ScanPage
from generator.read.tree import name_of

_SPACES = ("PrintSpace", "LeftMargin", "RightMargin")
_MARGINS = ("TopMargin", "BottomMargin")  # running heads and feet, page numbers
_HYPHENS = "-\N{NOT SIGN}\N{HYPHEN}\N{SOFT HYPHEN}⸗"


def alto(root: Any) -> Scan:
    """The pages of a file."""
    return Scan(tuple(map(_page, root.iter("Page"))), _program(root))


def _program(root: Any) -> str:
    for software in root.iter("processingSoftware"):
        said = (software.findtext("softwareName"), software.findtext("softwareVersion"))
        if name := " ".join(" ".join(text.split()) for text in said if text):
            return name
    return ""


def _page(page: Any) -> ScanPage:
    spaces = [child for child in page if name_of(child) in _SPACES]
    spaces = spaces or [page]
    words = [w for space in spaces for w in space.iter("String") if w.get("WC")]
    blocks = (block for space in spaces for block in _blocks(space))
    return ScanPage(
        page.get("PRINTED_IMG_NR") or page.get("PHYSICAL_IMG_NR") or "",
        _number(page.get("WIDTH")),
        _number(page.get("HEIGHT")),
        tuple(filter(None, blocks)),
        sum(min(max(_number(w.get("WC")), 0.0), 1.0) for w in words),
        len(words),
    )


def _blocks(space: Any) -> Iterator[ScanBlock | None]:
    for block in space.iter("TextBlock"):
        if not any(name_of(above) in _MARGINS for above in block.iterancestors()):
            lines = tuple(line for line in map(_line, block.iter("TextLine")) if line.text)
            yield ScanBlock(lines) if lines else None


def _line(line: Any) -> ScanLine:
    words: list[str] = []
    goes_on = False
    for child in line:
        name = name_of(child)
        if name == "HYP":
            goes_on = bool(words)
            if words:
                words[-1] = words[-1].rstrip(_HYPHENS) or words[-1]
        elif name == "String":
            part, whole = child.get("SUBS_TYPE", ""), child.get("SUBS_CONTENT")
            if whole and part == "HypPart2":
                continue  # the line before has the whole word
            goes_on = False
            words.append(whole if whole and part == "HypPart1" else child.get("CONTENT") or "")
        if name == "HYP" and words and _has_whole_word(line):
            goes_on = False
    return ScanLine(" ".join(" ".join(words).split()), _box(line), goes_on)


def _has_whole_word(line: Any) -> bool:
    """Whether the last word of a line is given with its end, which is on the next."""
    return any(w.get("SUBS_TYPE") == "HypPart1" and w.get("SUBS_CONTENT")
               for w in line.iterfind("String"))  # fmt: skip


def _box(line: Any) -> tuple[float, float, float, float] | None:
    if line.get("HPOS") is None or line.get("VPOS") is None:
        return None
    left, top = _number(line.get("HPOS")), _number(line.get("VPOS"))
    return left, top, left + _number(line.get("WIDTH")), top + _number(line.get("HEIGHT"))


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
