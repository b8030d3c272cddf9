"""From pages that a program has read to a document: paragraphs over pages, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.model import Page, Source, TextLine, reason
from generator.read.characters import clean, normalised
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.page_layout.joining import joiner
from generator.read.page_layout.lines import ENDS
from generator.read.refused import Refused
from generator.read.scans.pages import Scan, ScanPage

_HYPHENS = str.maketrans({"\N{NOT SIGN}": "-", "⸗": "-", "\N{SOFT HYPHEN}": "-", "\t": " "})
_LONG = 40  # characters of a paragraph that may go on elsewhere
_LONGEST_LABEL = 30
_EDGE = 0.15  # of the page's height: where its number may stand
_PAGE_NUMBER = re.compile(r"[\W_]*(\d{1,4}|[ivxlcIVXLC]{1,7})[\W_]*")
UNSURE = 0.75  # mean confidence below which the text is not to be trusted


def scanned(source: Source, scan: Scan) -> Drafts:
    """The document. Raises Refused where no page has any text."""
    if not any(page.blocks for page in scan.pages):
        raise Refused("Has pages, but no text.", "Let a program for OCR read them again.")
    said = recognised(scan.program, scan.pages)
    if scan.by_hand:
        said = f"transcribed line by line in {scan.program or 'PAGE'}"
    pages = tuple(map(_numbered, scan.pages))
    draft = Draft(
        source,
        origin=reason("metadata", of="document"),
        blocks=blocks_of(pages),
        pages=tuple(Page(_label(page, n)) for n, page in enumerate(pages, 1)),
        date_hint="Begin its name with the date: YYYY-MM-DD.",
        others=(("text", said),),
    )
    return Drafts((draft,), unsure(source, scan.pages))


def _label(page: ScanPage, number: int) -> str:
    return " ".join(clean(page.label).split())[:_LONGEST_LABEL] or str(number)


def _numbered(page: ScanPage) -> ScanPage:
    """The page without its printed number, which it is called by."""
    for block in page.blocks:
        line = block.lines[0]
        found = _PAGE_NUMBER.fullmatch(line.text) if len(block.lines) == 1 else None
        if found and line.box and page.height > 0:
            middle = (line.box[1] + line.box[3]) / 2 / page.height
            if not _EDGE < middle < 1 - _EDGE:
                rest = tuple(one for one in page.blocks if one is not block)
                return replace(page, label=found[1], blocks=rest)
    return page


def recognised(program: str, pages: Sequence[ScanPage]) -> str:
    """How the text was made: "read by OCR (ABBYY 11), mean confidence 91 %"."""
    mean = confidence(pages)
    by = f" ({program})" if program else ""
    return f"read by OCR{by}" + ("" if mean is None else f", mean confidence {_per_cent(mean)}")


def _per_cent(share: float) -> str:
    return f"{round(share * 100)} %"


def confidence(pages: Sequence[ScanPage]) -> float | None:
    """The mean certainty of the words, from 0 to 1; None if nothing says how certain they are."""
    words = sum(page.words for page in pages)
    return sum(page.confidence for page in pages) / words if words else None


def unsure(source: Source, pages: Sequence[ScanPage]) -> tuple[Problem, ...]:
    """Says if the program itself is in doubt about many words."""
    mean = confidence(pages)
    if mean is None or mean >= UNSURE:
        return ()
    message = f"OCR was unsure of many words (mean confidence {_per_cent(mean)})."
    return (problem(source, 0, "warning", message, "Compare the text with the pages."),)


def blocks_of(pages: Sequence[ScanPage]) -> tuple[Block, ...]:
    """The text of some pages, each paragraph with the places of its lines."""
    every = (line.text for page in pages for block in page.blocks for line in block.lines)
    join = joiner("\n".join(map(_plain, every)))
    found: list[Block] = []
    for number, page in enumerate(pages):
        for part in page.blocks:
            text, lines = "", []
            goes_on = False
            for line in part.lines:
                words = _plain(line.text)
                text = text + words if goes_on or not text else join(text, words)
                lines.append(_placed(len(text) - len(words), number, page, line.box))
                goes_on = line.goes_on
            block = Block(text, 2 * (part.kind == "heading"), part.kind, tuple(lines))
            if found and _continues(found[-1], block, number):
                found[-1] = _merged(found[-1], block, join(found[-1].text, text))
            else:
                found.append(block)
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(normalised(clean(text.translate(_HYPHENS))).split())


def _placed(
    start: int, number: int, page: ScanPage, box: tuple[float, float, float, float] | None
) -> TextLine:
    if box is None or page.width <= 0 or page.height <= 0:
        return TextLine(start, number)
    left, top, right, bottom = box
    across = sorted((_share(left / page.width), _share(right / page.width)))
    down = sorted((_share(top / page.height), _share(bottom / page.height)))
    return TextLine(start, number, across[0], down[0], across[1], down[1])


def _share(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)


def _continues(before: Block, block: Block, page: int) -> bool:
    """Whether a block goes on with a paragraph that a column or a page has cut."""
    return (
        before.kind == block.kind == "paragraph"
        and len(before.text) > _LONG
        and before.text[-1] not in ENDS
        and (block.text[0].islower() or before.text[-1] == "-")
        and page - before.lines[-1].page <= 1
    )


def _merged(first: Block, second: Block, text: str) -> Block:
    shift = len(text) - len(second.text)
    moved = (replace(line, start=line.start + shift) for line in second.lines)
    return Block(text, first.level, first.kind, (*first.lines, *moved))
