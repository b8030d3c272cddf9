"""Pictures of the pages of PDF files.

A file comes from anybody: whoever calls this does so within limits of time and memory. The pictures
are WebP without any metadata; their bytes depend on the file and on the versions of the libraries
alone. What a black bar hides is hidden in them, too: nothing but the picture is published.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2 as pdfium

from generator.thumbnails import Version

PACKAGES = ("pillow", "pypdfium2")  # distributions whose versions can change the bytes

_WIDTH = 1000  # pixels of an upright page: what is set in 8 points can be read
_TALLEST = 2000  # pixels
_QUALITY = 60


def page_pictures(data: bytes, pages: Sequence[int]) -> tuple[Version, ...]:
    """The pictures of some pages of a PDF file, in their order.

    pages: their numbers in the file, from 0

    Raises pdfium.PdfiumError where the file or a page cannot be read.
    """
    with pdfium.PdfDocument(data) as file:
        return tuple(_picture(file, number) for number in pages)


def _picture(file: pdfium.PdfDocument, number: int) -> Version:
    page = file[number]
    try:
        width, height = page.get_size()
        scale = min(_WIDTH / width, _TALLEST / height)
        image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    target = io.BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, method=4)
    return Version(target.getvalue(), image.width, image.height)
