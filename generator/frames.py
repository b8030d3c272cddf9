"""The pages of pictures of text: one, or those of a TIFF."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageOps

_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST = 500  # pages of a picture
_PIXELS = 100_000_000  # of a page
_USUAL = range(70, 2401)  # dots for an inch: what else files say is not meant


def frames(data: bytes) -> Iterator[tuple[Image.Image, int]]:
    """The pages of a picture (TIFF has several), upright, each with its dots for an inch.

    The resolution is 0 where the picture does not say it.

    Raises OSError, ValueError or SyntaxError where it cannot be read or is too large.
    """
    with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
        for number in range(min(getattr(file, "n_frames", 1), _MOST)):
            file.seek(number)
            if file.width * file.height > _PIXELS:
                raise ValueError("too many pixels")
            dpi = file.info.get("dpi", (0, 0))[0]
            yield ImageOps.exif_transpose(file.copy()), int(dpi) if int(dpi) in _USUAL else 0
