"""Pictures of text (`.tif`, `.png`, `.jpg`), read by OCR where the project asks for it.

`generator.read.unnamed` says which pictures are read: those that no source names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.config import Config
from generator.errors import Problem
from generator.frames import frames
from generator.model import Source
from generator.more_time import more_time
from generator.read.draft import Drafts, problem
from generator.read.ocr import find_ocr
from generator.read.page_layout.recognised import pnm, runs_of
from generator.read.page_layout.runs import Sheet
from generator.read.readers.pdf import document_of_sheets
from generator.read.refused import Refused
from generator.read.scans.blocks import recognised, unsure
from generator.read.scans.pages import ScanPage

SUFFIXES = (".tif", ".tiff")
BINARY = True
NATIVE = True
PACKAGES = ("pillow",)

_INCH = 72  # points
_DPI = 300  # of a picture that does not say it


def read_source(source: Source) -> Drafts:
    """Nothing. Raises Refused, for a picture is read by OCR only."""
    return _read(source, ())


def read_configured(source: Source, config: Config) -> Drafts:
    """One document with the text on the picture, page by page."""
    return _read(source, config.ocr)


def _read(source: Source, languages: Sequence[str]) -> Drafts:
    if not languages:
        hint = 'To have its text read, set ocr = ["eng"] in sourcebook.toml.'
        raise Refused("A picture; its text was not read.", hint)
    ocr = find_ocr(languages)
    sheets: list[Sheet] = []
    pages: list[ScanPage] = []
    problems: list[Problem] = []
    try:
        for number, (image, dpi) in enumerate(frames(source.data)):
            width, height = (_INCH * side / (dpi or _DPI) for side in image.size)
            sheet = Sheet(number, "", width, height, 0, ())
            try:
                page = ocr.page(*pnm(image, dpi or _DPI))
                sheets.append(replace(sheet, runs=runs_of(page, width, height)))
                pages.append(page)
            except Refused as why:
                sheets.append(sheet)
                problems.append(problem(source, 0, "warning", why.message, "Look at the picture."))
            more_time()
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused("Not a picture that can be read.", "Save it again.") from error
    if not any(sheet.runs for sheet in sheets):
        problems.append(problem(source, 0, "warning", "A picture without text.", ""))
        return Drafts((), tuple(problems))
    draft = document_of_sheets(source, sheets, "")
    said = (("text", recognised(ocr.name, pages)),)
    return Drafts((replace(draft, others=said),), (*problems, *unsure(source, pages)))
