"""PAGE (PRImA), as Transkribus, eScriptorium and OCR-D write it, without namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model import PassageKind
from generator.read.scans.pages import Scan, ScanBlock, ScanLine, ScanPage
from generator.read.tree import name_of

_FURNITURE = frozenset({"header", "footer", "page-number", "catch-word", "signature-mark"})
_KINDS: dict[str, PassageKind] = {
    "heading": "heading",
    "caption": "caption",
    "footnote": "note",
    "footnote-continued": "note",
    "endnote": "note",
    "marginalia": "note",
    "list-label": "item",
}
_NO_GROUPS = ("OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed")


def page_xml(root: Any) -> Scan:
    """The pages of a file; it has one."""
    creator = " ".join((root.findtext("Metadata/Creator") or "").split())
    pages = tuple(map(_page, root.iter("Page")))
    return Scan(pages, creator, by_hand=not any(page.words for page in pages))


def _page(page: Any) -> ScanPage:
    blocks = []
    confidences: list[float] = []
    for region in _in_order(page):
        kind = region.get("type", "")
        lines = tuple(_lines(region, confidences)) if kind not in _FURNITURE else ()
        if lines:
            cell = any(name_of(above) == "TableRegion" for above in region.iterancestors())
            blocks.append(ScanBlock(lines, "cell" if cell else _KINDS.get(kind, "paragraph")))
    size = _number(page.get("imageWidth")), _number(page.get("imageHeight"))
    return ScanPage("", *size, tuple(blocks), sum(confidences), len(confidences))


def _in_order(page: Any) -> list[Any]:
    """The regions with text in the order in which they are to be read, if the file gives one."""
    regions = list(page.iter("TextRegion"))
    order = page.find("ReadingOrder")
    if order is None:
        return regions
    places = {name: place for place, name in enumerate(_named(order, 0))}
    last = len(places)

    def place(item: tuple[int, Any]) -> tuple[int, int]:
        number, region = item
        for one in (region, *region.iterancestors("TextRegion", "TableRegion")):
            if one.get("id") in places:
                return places[one.get("id")], number
        return last, number

    return [region for _, region in sorted(enumerate(regions), key=place)]


def _named(group: Any, depth: int) -> Iterator[str]:
    children = sorted(
        (child for child in group if name_of(child)),
        key=lambda child: _number(child.get("index")),
    )
    for child in children:
        if child.get("regionRef"):
            yield child.get("regionRef")
        if depth < 20:
            yield from _named(child, depth + 1)


def _lines(region: Any, confidences: list[float]) -> Iterator[ScanLine]:
    lines = region.findall("TextLine")
    has_others = region.find(".//TextRegion//Unicode") is not None  # which have its text, too
    for line in lines or ([] if has_others else [region]):
        text = _text(line, confidences)
        if text:
            yield ScanLine(text, _box(line))


def _text(line: Any, confidences: list[float]) -> str:
    """The text of a line, or else of its words."""
    found = min(
        line.findall("TextEquiv"), key=lambda one: _number(one.get("index")), default=None
    )  # fmt: skip
    text = "" if found is None else " ".join((found.findtext("Unicode") or "").split())
    if text and found is not None:
        if found.get("conf"):
            confidences.append(min(max(_number(found.get("conf")), 0.0), 1.0))
        return text
    return " ".join(filter(None, (_text(word, confidences) for word in line.findall("Word"))))


def _box(line: Any) -> tuple[float, float, float, float] | None:
    """The box around the outline of a line, which has its corners as "x,y x,y"."""
    outline = line.find("Coords")
    if outline is None:
        return None
    points = [point.split(",") for point in str(outline.get("points", "")).split()]
    points += [[p.get("x", ""), p.get("y", "")] for p in outline.findall("Point")]
    xs = [_number(point[0]) for point in points if len(point) == 2]
    ys = [_number(point[1]) for point in points if len(point) == 2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
