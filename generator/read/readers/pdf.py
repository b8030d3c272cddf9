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

from generator.config import Config
from generator.errors import Problem
from generator.model import Page, Source, TextLine, reason
from generator.more_time import more_time
from generator.read.characters import clean
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.ocr import find_ocr
from generator.read.page_layout.characters import read_sheet
from generator.read.page_layout.flow import PageBlock, text_blocks
from generator.read.page_layout.furniture import without_furniture
from generator.read.page_layout.joining import joiner
from generator.read.page_layout.legible import is_legible
from generator.read.page_layout.recognised import pictures, recognised_sheets
from generator.read.page_layout.runs import Sheet, on_shown_page
from generator.read.refused import Refused
from generator.read.scans.blocks import recognised, unsure
from generator.read.title import is_stated

SUFFIXES = (".pdf",)
BINARY = True
NATIVE = True
PACKAGES = ("pypdfium2",)

_TITLE_PAGES = 2  # that have the title, if it is one
_LETTER = (612.0, 792.0)  # points
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_source(source: Source) -> Drafts:
    """One document: its pages, its text and, if it can be trusted, its title."""
    return _read(source, ())


def read_configured(source: Source, config: Config) -> Drafts:
    """The same; pages that are pictures are read by OCR where the project asks for it."""
    return _read(source, config.ocr)


def _read(source: Source, ocr: Sequence[str]) -> Drafts:
    try:
        file = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        return Drafts((), (_refused(source, error),))
    try:
        sheets, problems = _sheets(source, file)
        title = file.get_metadata_value("Title")
        attached = raw.FPDFDoc_GetAttachmentCount(file.raw)
        problems = (*problems, *_covered(source, sheets))
        whole = not attached and not any(sheet.covered for sheet in sheets)
        made = ""
        if ocr:
            sheets, made, wrong = _with_ocr(source, file, sheets, ocr)
            problems = (*problems, *wrong)
    finally:
        file.close()
    if not any(sheet.runs for sheet in sheets):
        message = "Has no text, only pictures."
        return Drafts((), (*problems, problem(source, 0, "error", message, _hint(ocr))))
    if not is_legible(sheets):
        message = "Its fonts do not say which letters they show, so that its text has no meaning."
        return Drafts((), (*problems, problem(source, 0, "error", message, _hint(ocr))))
    problems = (*problems, *_without_text(source, sheets, ocr))
    others = (("text", made),) if made else ()
    return Drafts(
        (replace(document_of_sheets(source, sheets, title), whole=whole, others=others),), problems
    )


def _hint(ocr: Sequence[str]) -> str:
    if ocr:
        return "Add a copy with recognised text."
    return 'Add a copy with recognised text, or set ocr = ["eng"] in sourcebook.toml.'


def _with_ocr(
    source: Source, file: pdfium.PdfDocument, sheets: list[Sheet], languages: Sequence[str]
) -> tuple[list[Sheet], str, tuple[Problem, ...]]:
    """The pages, how their text was made, and what is wrong with it.

    All are read by OCR if the text of the file has no meaning, else those that are pictures.
    Raises Refused if the program is missing and no other text is found.
    """
    readable = is_legible(sheets)
    numbers = pictures(file, sheets) if readable else [sheet.number for sheet in sheets]
    if not numbers:
        return sheets, "", ()
    try:
        ocr = find_ocr(languages)
    except Refused as why:
        if not readable or len(numbers) == len(sheets):
            raise
        return sheets, "", (problem(source, 0, "warning", why.message, why.hint),)
    found = recognised_sheets(file, sheets, numbers, ocr)
    wrong = [
        problem(source, 0, "warning", f"Page {number} was not read: {message}", _hint(languages))
        for number, message in found.failures
    ]
    made = recognised(ocr.name, found.pages) if found.pages else ""
    if made and len(found.pages) < sum(bool(sheet.runs) for sheet in found.sheets):
        made = f"{len(found.pages)} of {len(sheets)} pages {made}"
    return found.sheets, made, (*wrong, *unsure(source, found.pages))


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
        more_time()
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


def _without_text(
    source: Source, sheets: Sequence[Sheet], ocr: Sequence[str]
) -> tuple[Problem, ...]:
    """Says how many pages have no text; empty ones are among them."""
    pages = [sheet.number + 1 for sheet in sheets if not sheet.runs]
    if not pages:
        return ()
    message = f"Pages without text, empty or a picture: {len(pages)} (first page {pages[0]})."
    return (problem(source, 0, "warning", message, _hint(ocr)),)


def document_of_sheets(source: Source, sheets: Sequence[Sheet], title: str) -> Draft:
    """The document that some pages are. `title`: in its metadata; "" if there is none."""
    sheets = without_furniture(sheets)
    text = "\n".join(run.text for sheet in sheets for run in sheet.runs)
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
