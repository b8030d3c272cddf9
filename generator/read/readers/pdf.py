"""PDF: the text of its pages in reading order, with the place of each line.

PDFium gives the characters, `generator.read.page_layout` makes paragraphs of them. Of the file's
metadata only a title is used, and only if the first pages have it, too: titles are often those of
a template, and the date of creation is that of the last program that saved the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from generator.errors import Problem
from generator.model import Page, Source, TextLine, reason
from generator.read.characters import clean
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.page_layout.characters import read_sheet
from generator.read.page_layout.flow import PageBlock, text_blocks
from generator.read.page_layout.furniture import without_furniture
from generator.read.page_layout.joining import joiner
from generator.read.page_layout.legible import is_legible
from generator.read.page_layout.runs import Sheet, on_shown_page
from generator.read.title import is_stated

SUFFIXES = (".pdf",)
BINARY = True
PACKAGES = ("pypdfium2",)

_TITLE_PAGES = 2  # that have the title, if it is one
_LETTER = (612.0, 792.0)  # points
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_source(source: Source) -> Drafts:
    """One document: its pages, its text and, if it can be trusted, its title."""
    try:
        file = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        return Drafts((), (_refused(source, error),))
    try:
        sheets, problems = _sheets(source, file)
        title = file.get_metadata_value("Title")
        attached = raw.FPDFDoc_GetAttachmentCount(file.raw)
    finally:
        file.close()
    problems = (*problems, *_covered(source, sheets))
    if not any(sheet.runs for sheet in sheets):
        message, hint = "Has no text, only pictures.", "Add a copy with recognised text."
        return Drafts((), (*problems, problem(source, 0, "error", message, hint)))
    if not is_legible(sheets):
        message = "Its fonts do not say which letters they show, so that its text has no meaning."
        hint = "Add a copy with recognised text."
        return Drafts((), (*problems, problem(source, 0, "error", message, hint)))
    problems = (*problems, *_without_text(source, sheets))
    whole = not attached and not any(sheet.covered for sheet in sheets)
    return Drafts((replace(_draft(source, sheets, title), whole=whole),), problems)


def _refused(source: Source, error: pdfium.PdfiumError) -> Problem:
    if getattr(error, "err_code", None) == _PASSWORD:
        return problem(source, 0, "error", "Protected by a password.", "Save it without one.")
    return problem(source, 0, "error", "Not a PDF, or damaged.", "Save or download it again.")


def _sheets(source: Source, file: pdfium.PdfDocument) -> tuple[list[Sheet], tuple[Problem, ...]]:
    sheets = []
    problems = []
    for number in range(len(file)):
        try:
            sheets.append(_sheet(file, number))
        except pdfium.PdfiumError:
            message = f"Page {number + 1} is damaged; it was left out."
            problems.append(problem(source, 0, "warning", message, "Save the file again."))
            # Empty, so that the others keep their places.
            sheets.append(Sheet(number, "", *_LETTER, 0, ()))
    return sheets, tuple(problems)


def _sheet(file: pdfium.PdfDocument, number: int) -> Sheet:
    page = file[number]
    try:
        return read_sheet(page, number, clean(file.get_page_label(number)).strip())
    finally:
        page.close()


def _covered(source: Source, sheets: Sequence[Sheet]) -> tuple[Problem, ...]:
    """Says on which pages text lies under black bars."""
    pages = [sheet.number + 1 for sheet in sheets if sheet.covered]
    if not pages:
        return ()
    number = sum(sheet.covered for sheet in sheets)
    message = f"{number:,} characters under black bars are not read (first on page {pages[0]})."
    hint = "The file still contains them; do not publish the file itself."
    return (problem(source, 0, "warning", message, hint),)


def _without_text(source: Source, sheets: Sequence[Sheet]) -> tuple[Problem, ...]:
    """Says how many pages have no text; empty ones are among them."""
    pages = [sheet.number + 1 for sheet in sheets if not sheet.runs]
    if not pages:
        return ()
    message = f"Pages without text, empty or a picture: {len(pages)} (first page {pages[0]})."
    return (problem(source, 0, "warning", message, "Add a copy with recognised text."),)


def _draft(source: Source, sheets: Sequence[Sheet], title: str) -> Draft:
    text = "\n".join(run.text for sheet in sheets for run in sheet.runs)
    sheets = without_furniture(sheets)
    blocks = text_blocks(sheets, joiner(text))
    opening = " ".join(b.text for b in blocks if b.page < _TITLE_PAGES)
    known = is_stated(title, opening)
    if known and len(blocks) > 1 and blocks[0].text.casefold() == title.strip().casefold():
        blocks = blocks[1:]  # pages show it above the text
    return Draft(
        source,
        fields={"title": title} if known else {},
        origin=reason("metadata", of="document"),
        blocks=tuple(_placed(block, sheets) for block in blocks),
        pages=tuple(map(_page, sheets)),
        date_hint="Name the file YYYY-MM-DD-title.pdf.",
    )


def _placed(block: PageBlock, sheets: Sequence[Sheet]) -> Block:
    lines = tuple(
        TextLine(piece.start, piece.page, *on_shown_page(piece.box, sheets[piece.page]))
        for piece in block.pieces
    )
    kind = "cell" if block.kind == "row" else block.kind
    return Block(block.text, 2 if kind == "heading" else 0, kind, lines)


def _page(sheet: Sheet) -> Page:
    width, height = sheet.width, sheet.height
    if sheet.turn % 2:
        width, height = height, width
    return Page(sheet.label or str(sheet.number + 1), _points(width), _points(height))


def _points(length: float) -> float:
    return min(max(round(length, 1), 1.0), 99_999.0)
