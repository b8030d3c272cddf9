"""Smaller versions of pictures, for lists and pages.

A picture comes from anybody: its size is looked at before it is decoded, no more formats are
decoded than browsers and archives need, and whoever calls this does so within limits of time and
memory. The smaller versions are JPEG without any metadata. JPEG's arithmetic is exact in libjpeg,
so the bytes depend on the picture and on the versions of the libraries alone.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

PACKAGES = ("pillow",)  # distributions whose versions can change the bytes

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_MOST_PIXELS = 120_000_000  # a broadsheet at 400 dpi; 360 MB when decoded
_TOO_LARGE = f"it has more than {_MOST_PIXELS // 1_000_000} million pixels"
_SMALL = (400, 400)  # pixels of the box for lists, twice as many as they are shown with
_LARGE = (1280, 1600)  # for pages
_LIGHT = 300_000  # bytes of a file that a page may show as it is
_QUALITY = 80
_GPS = 0x8825  # Exif 2.3, table 4
_PAPER = (255, 255, 255)  # what is seen through a transparent picture


class NotShown(Exception):
    """A picture cannot be shown; its text says why."""


@dataclass(frozen=True, slots=True)
class Version:
    """A smaller version of a picture: its JPEG, and its width and height in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Versions:
    """What is known of a picture.

    width, height: in pixels, upright
    small: for lists
    large: for pages; None where the picture itself is fit for them
    located: whether its metadata say where it was taken
    """

    width: int
    height: int
    small: Version
    large: Version | None
    located: bool


def versions_of(data: bytes) -> Versions:
    """The smaller versions of a picture. Raises NotShown for one that cannot or may not be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _versions(data)
    except (NotShown, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise NotShown(_TOO_LARGE) from error
    except Exception as error:  # what decoders raise for broken files is not documented
        raise NotShown("it is broken, or not of its type") from error


def _versions(data: bytes) -> Versions:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise NotShown(_TOO_LARGE)
        exif = image.getexif()
        located = bool(exif.get_ifd(_GPS))
        turned = exif.get(0x0112, 1) in (5, 6, 7, 8)
        width, height = (image.height, image.width) if turned else image.size
        moving = getattr(image, "is_animated", False)
        fit = moving or (width <= _LARGE[0] and height <= _LARGE[1] and len(data) <= _LIGHT)
        # A JPEG is decoded at a fraction of its size where that is enough.
        image.draft(None, (_LARGE[0] * 2, _LARGE[1] * 2))
        upright = _opaque(ImageOps.exif_transpose(image))
    large = None if fit else _scaled(upright, _LARGE)
    return Versions(width, height, _scaled(upright, _SMALL), large, located)


def _opaque(image: Image.Image) -> Image.Image:
    """The picture in red, green and blue, on white where it is transparent."""
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        paper = Image.new("RGBA", whole.size, (*_PAPER, 255))
        return Image.alpha_composite(paper, whole).convert("RGB")
    return image.convert("RGB")


def _scaled(image: Image.Image, box: tuple[int, int]) -> Version:
    """The picture as JPEG, within a box; never larger than it is."""
    small = image.copy()
    small.thumbnail(box, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    small.info = {}  # neither comments nor profiles
    small.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Version(file.getvalue(), *small.size)
