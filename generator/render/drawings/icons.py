"""Icons of the site: the first letter of its title on its accent colour, or its logo.

Where the fonts lack the letter, an open book with a marked line stands for it.
"""

from __future__ import annotations

import io
import re

from PIL import Image, ImageDraw

from generator.colours import DARK, Accent
from generator.render.drawings.canvas import composed, drawable, font, png

_LETTER = re.compile(r"[^\W_]")
_LINES = ((9.5, 12.0), (9.5, 15.0), (9.5, 18.0), (19.5, 12.0), (19.5, 18.0))  # of the book, of 32
_MARKED = (19.5, 15.0)
_LONG = 3.0
_MARK = "#ffd25e"
_WIDEST = 1.4  # a logo that is wider or higher than this is no icon
_MOST_PIXELS = 25_000_000
_VIEW = re.compile(rb"viewBox\s*=\s*[\"']\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)")


class NotDrawn(Exception):
    """A logo cannot be opened; its text says why."""


def letter_of(title: str) -> str:
    """The letter that stands for a title; "" if the fonts lack it."""
    found = _LETTER.search(composed(title))
    letter = found.group().upper() if found else ""
    return letter if len(letter) == 1 and drawable(letter) else ""


def icon_svg(letter: str, accent: Accent) -> bytes:
    """An icon that follows the reader's preference of light or dark."""
    paper = "#ffffff"
    if letter:
        drawn = (
            '<text x="16" y="16" dy=".36em" text-anchor="middle" font-size="23" font-weight="700" '
            f'font-family="Georgia,\'DejaVu Serif\',serif" class="f">{letter}</text>'
        )
    else:
        lines = "".join(f"M{x:g} {y:g}h{_LONG:g}" for x, y in _LINES)
        marked = f"M{_MARKED[0]:g} {_MARKED[1]:g}h{_LONG:g}"
        drawn = (
            f'<path class="s" d="M7 8h8v16H7zM17 8h8v16h-8z{lines}"/>'
            f'<path stroke="{_MARK}" stroke-width="2.4" d="{marked}"/>'
        )
    style = (
        f".b{{fill:{accent.light}}}.f{{fill:{paper}}}"
        f".s{{fill:none;stroke:{paper};stroke-width:1.6}}"
        f"@media (prefers-color-scheme:dark){{.b{{fill:{accent.dark}}}"
        f".f{{fill:{DARK[0]}}}.s{{stroke:{DARK[0]}}}}}"
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<style>{style}</style><rect class="b" width="32" height="32" rx="5"/>{drawn}</svg>\n'
    ).encode()


def icon_png(letter: str, colour: str, size: int, *, rounded: bool = False) -> bytes:
    """The same as pixels. `rounded`: for places that do not cut corners themselves."""
    fine = 4 if rounded else 1  # drawn larger, as shapes have rough edges
    side = size * fine
    image = Image.new("RGBA", (side, side), colour)
    draw = ImageDraw.Draw(image)
    if letter:
        middle = (side / 2, side * 0.77)
        draw.text(middle, letter, "#ffffff", font("title", round(side * 0.72)), "ms")
    else:
        draw_book(draw, (0, 0), side, "#ffffff")
    if rounded:
        mask = Image.new("L", (side, side), 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, side - 1, side - 1), side * 5 // 32, 255)
        image.putalpha(mask)
        image = image.resize((size, size), Image.Resampling.LANCZOS)
    return png(image)


def draw_book(draw: ImageDraw.ImageDraw, at: tuple[int, int], side: int, colour: str) -> None:
    """The book in a square. `at`: its upper left corner."""
    x, y, unit = *at, side / 32
    thick = max(1, round(1.6 * unit))
    for left in (7, 17):
        corners = (x + left * unit, y + 8 * unit, x + (left + 8) * unit, y + 24 * unit)
        draw.rectangle(corners, outline=colour, width=thick)
    for from_left, from_top in _LINES:
        _line(draw, (x + from_left * unit, y + from_top * unit), unit, colour, thick)
    marked = (x + _MARKED[0] * unit, y + _MARKED[1] * unit)
    _line(draw, marked, unit, _MARK, max(1, round(2.4 * unit)))


def _line(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], unit: float, colour: str, thick: int
) -> None:
    draw.line((*at, at[0] + _LONG * unit, at[1]), colour, thick)


def is_square_svg(data: bytes) -> bool:
    """Whether a logo is nearly as wide as high, as its `viewBox` says."""
    found = _VIEW.search(data)
    return found is not None and _is_square(float(found[1]), float(found[2]))


def opened(data: bytes) -> Image.Image:
    """A logo of pixels. Raises NotDrawn."""
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        if image.width * image.height > _MOST_PIXELS:
            raise NotDrawn(f"it has more than {_MOST_PIXELS // 1_000_000} million pixels")
        return image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise NotDrawn("it is damaged, or of another kind than its name says") from None


def is_square(image: Image.Image) -> bool:
    """Whether a logo is nearly as wide as high."""
    return _is_square(image.width, image.height)


def logo_png(logo: Image.Image, size: int, ground: str = "") -> bytes:
    """A logo in a square. `ground`: what is seen through it; "" for nothing."""
    image = Image.new("RGBA", (size, size), ground or (0, 0, 0, 0))
    scale = size / max(logo.size)
    small = logo.resize(
        (max(1, round(logo.width * scale)), max(1, round(logo.height * scale))),
        Image.Resampling.LANCZOS,
    )
    image.alpha_composite(small, ((size - small.width) // 2, (size - small.height) // 2))
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _is_square(width: float, height: float) -> bool:
    return min(width, height) > 0 and max(width, height) / min(width, height) <= _WIDEST
