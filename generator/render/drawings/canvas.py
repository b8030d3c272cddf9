"""Pictures that are drawn for the site, as PNG files: text in two shipped fonts, and plain shapes.

The fonts hold Latin, Greek and Cyrillic letters (`generator/fonts/README.md`). Pillow draws each
letter for itself, without the system's fonts and shaping, so that the bytes depend on the versions
of the libraries alone.
"""

from __future__ import annotations

import io
import unicodedata
from typing import Literal

from PIL import Image, ImageFont

from generator.shipped import PACKAGE

PACKAGES = ("pillow",)  # distributions whose versions can change the bytes
Face = Literal["title", "text"]
_FILES = {"title": "DejaVuSerif-Bold.ttf", "text": "DejaVuSans.ttf"}
# What both fonts have, from and to: a test compares. Others would be boxes, or in the wrong order.
_DRAWN = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE)),
    *((0x400, 0x45F), (0x490, 0x49B), (0x49E, 0x4A7), (0x4AA, 0x4B7), (0x4BA, 0x4BB)),
    *((0x4CF, 0x4F9), (0x1E00, 0x1EFB), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022)),
    *((0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC)),
    *((0x2116, 0x2116), (0x2122, 0x2122), (0x2212, 0x2212)),
)
_COLOURS = 64  # of a picture: few shades between its colours, at the edges of letters


def drawable(text: str) -> bool:
    """Whether the fonts have all letters of a text."""
    return all(any(first <= ord(c) <= last for first, last in _DRAWN) for c in composed(text))


def composed(text: str) -> str:
    """A text with letters and their accents in one, as the fonts have them."""
    return unicodedata.normalize("NFC", text)


def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """One of the two fonts. `size`: in pixels."""
    file = str(PACKAGE / "fonts" / _FILES[face])
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def in_lines(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A text in lines that are no wider than so many pixels, except single words that are."""
    lines: list[str] = []
    for word in composed(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """A text on one line, with an ellipsis where words are left out, or a long one is cut."""
    words = composed(text).split()
    if face.getlength(" ".join(words)) <= width:
        return " ".join(words)
    while len(words) > 1 and face.getlength(" ".join(words) + " …") > width:
        words.pop()
    text = " ".join(words)
    while text and face.getlength(f"{text} …") > width:
        text = text[:-1]
    return f"{text.rstrip(' ,·–')} …"


def png(image: Image.Image) -> bytes:
    """The file of a picture, without metadata."""
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()
