"""Pages of pictures: what OCR reads on them, as runs in their places."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from generator.more_time import more_time
from generator.read.characters import clean, normalised
from generator.read.ocr import DPI, Ocr
from generator.read.page_layout.runs import Box, Run, Sheet
from generator.read.refused import Refused
from generator.read.scans.pages import ScanPage

_INCH = 72  # points
_LARGEST = 5000  # pixels of a side
_FLAT = 24  # of 255: a page whose lightest and darkest points are that close is blank
_LITTLE = 100  # characters: a stamp on a picture, or what is left of a page
_MOST = 0.5  # of the page: a picture that is the page
_SAME_SIZE = 0.2  # of the usual height of lines: what OCR cannot tell apart


def is_picture(page: pdfium.PdfPage, sheet: Sheet) -> bool:
    """Whether a page is a picture with little or no text of its own."""
    if sum(len(run.text) for run in sheet.runs) >= _LITTLE:
        return False
    if not sheet.runs:
        return True
    width, height = page.get_size()
    for found in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) > _MOST * width * height:
            return True
    return False


def drawn(page: pdfium.PdfPage) -> tuple[bytes, int] | None:
    """A page in grey (PNM), and its resolution in dots for an inch; None if it is blank."""
    longest = max(page.get_size())
    dpi = min(DPI, int(_LARGEST * _INCH / longest))
    image = page.render(scale=dpi / _INCH, grayscale=True).to_pil().convert("L")
    low, high = image.getextrema()
    return pnm(image, dpi) if high - low >= _FLAT else None


def pnm(image: Image.Image, dpi: int) -> tuple[bytes, int]:
    """A picture in grey, not too large (PNM), and its resolution in dots for an inch."""
    scale = min(1.0, _LARGEST / max(image.size))
    image = image.convert("L")
    if scale < 1:
        image = image.resize((int(image.width * scale) or 1, int(image.height * scale) or 1))
    target = io.BytesIO()
    image.save(target, "PPM")
    return target.getvalue(), max(int(dpi * scale), 70)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What OCR made of a file.

    sheets: all pages, those of pictures with what it read on them
    pages: what it read
    failures: numbers of pages that it could not read, from 1, and why
    """

    sheets: list[Sheet]
    pages: tuple[ScanPage, ...]
    failures: tuple[tuple[int, str], ...]


def recognised_sheets(
    file: pdfium.PdfDocument, sheets: Sequence[Sheet], numbers: Sequence[int], ocr: Ocr
) -> Recognised:
    """The pages of a file, some of them read by OCR. `numbers`: of those, from 0."""
    found = list(sheets)
    pages, failures = [], []
    for number in numbers:
        page = file[number]
        try:
            picture = drawn(page)
            if picture is None:
                continue
            read = ocr.page(*picture)
            width, height = page.get_size()
        except Refused as why:
            failures.append((number + 1, why.message))
            continue
        finally:
            page.close()
        more_time()
        runs = runs_of(read, width, height)
        if runs:
            found[number] = Sheet(number, sheets[number].label, width, height, 0, runs)
            pages.append(read)
    return Recognised(found, tuple(pages), tuple(failures))


def pictures(file: pdfium.PdfDocument, sheets: Sequence[Sheet]) -> list[int]:
    """The numbers of the pages that are pictures, from 0."""
    found = []
    for sheet in sheets:
        try:
            page = file[sheet.number]
        except pdfium.PdfiumError:
            continue  # damaged, which was reported
        try:
            if is_picture(page, sheet):
                found.append(sheet.number)
        finally:
            page.close()
    return found


def runs_of(page: ScanPage, width: float, height: float) -> tuple[Run, ...]:
    """The lines of a page that OCR has read as runs.

    width, height: of the page, in points
    """
    lines = [line for block in page.blocks for line in block.lines if line.box]
    if not lines or page.width <= 0 or page.height <= 0:
        return ()
    across, down = width / page.width, height / page.height
    sizes = [(line.size or line.box[3] - line.box[1]) * down for line in lines if line.box]
    usual = median(sizes)
    runs = []
    for line, size in zip(lines, sizes, strict=True):
        text = " ".join(normalised(clean(line.text)).split())
        if not text or not line.box:
            continue
        left, top, right, bottom = line.box
        box = Box(left * across, height - bottom * down, right * across, height - top * down)
        baseline = height - (line.baseline or bottom) * down
        size = usual if abs(size - usual) < _SAME_SIZE * usual else size
        runs.append(Run(text, box, baseline, size, space_after=True))
    return tuple(runs)
