"""Pictures of the pages of PDF files.

A file comes from anybody: whoever calls this does so within limits of time and memory. The pictures
are WebP without any metadata; their bytes depend on the file and on the versions of the libraries
alone. What a black bar hides is hidden in them, too: nothing but the picture is published.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import islice

import pypdfium2 as pdfium
from PIL import Image

from generator.frames import frames
from generator.more_time import more_time
from generator.thumbnails import Version

PACKAGES = ("pillow", "pypdfium2")  # distributions whose versions can change the bytes

_WIDTH = 1000  # pixels of an upright page: what is set in 8 points can be read
_TALLEST = 2000  # pixels
_QUALITY = 60
_HEAD = 1024  # bytes within which a PDF begins


def page_pictures(data: bytes, pages: Sequence[int]) -> tuple[Version | None, ...]:
    """The pictures of some pages of a PDF file or of a picture of text, in their order; None for a
    page of a PDF file that cannot be read.

    pages: their numbers in the file, from 0

    Raises pdfium.PdfiumError where the file cannot be read.
    """
    if b"%PDF-" not in data[:_HEAD]:
        wanted = max(pages, default=-1) + 1
        images = dict(enumerate(image for image, _ in islice(frames(data), wanted)))
        return tuple(_small(images[number]) for number in pages)
    with pdfium.PdfDocument(data) as file:
        return tuple(_picture(file, number) for number in pages)


def _picture(file: pdfium.PdfDocument, number: int) -> Version | None:
    more_time()
    try:
        page = file[number]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        scale = min(_WIDTH / width, _TALLEST / height)
        image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    return _version(image)


def _small(image: Image.Image) -> Version:
    image = image.convert("RGB")
    image.thumbnail((_WIDTH, _TALLEST))
    return _version(image)


def _version(image: Image.Image) -> Version:
    target = io.BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, method=4)
    return Version(target.getvalue(), image.width, image.height)
