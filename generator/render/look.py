"""What a site looks like besides its templates: its logo, its accent colour, and its icons."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from generator.colours import DEFAULT, LIGHT, Accent, accent_of
from generator.config import Config
from generator.errors import SourcebookError
from generator.render.drawings.icons import (
    NotDrawn,
    icon_png,
    icon_svg,
    is_square,
    is_square_svg,
    letter_of,
    logo_png,
    opened,
)

STYLES = "static/site.css"
MANIFEST = "site.webmanifest"
_SMALL, _TOUCH = 32, 180  # pixels: in tabs, and on the screens of Apple's devices
_SIZES = ((_SMALL, "icon"), (_TOUCH, "apple-touch-icon"), (192, ""), (512, ""))


def logo_path(config: Config) -> str:
    """The address of the logo below the site's root; "" without one.

    In the static folder it is where it is, and is published as all of that folder.
    """
    if config.logo is None:
        return ""
    static = os.path.realpath(config.static)
    if config.logo.is_relative_to(static):
        return f"static/{config.logo.relative_to(static).as_posix()}"
    return f"static/logo{config.logo.suffix.lower()}"


def accent_styles(config: Config) -> bytes:
    """What follows the styles of a site with a colour of its own; paper stays black and white."""
    if not config.accent:
        return b""
    accent = accent_of(config.accent)
    light = f":root {{ --accent: {accent.light}; --bar: {accent.light}; }}"
    dark = f":root {{ --accent: {accent.dark}; --bar: {accent.dark}; }}"
    return (
        f"\n/* The accent of this site */\n@media screen {{ {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"
    ).encode()


def accent_in_use(config: Config) -> Accent:
    """The accent of a site, the design's own where it has set none."""
    return accent_of(config.accent) if config.accent else DEFAULT


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of the site, as pages name it.

    size: in pixels; 0 for one that can have any
    rel: what it is for ("icon", "apple-touch-icon"), "" for one that the manifest alone names
    """

    path: str
    size: int
    rel: str
    type: str
    make: Callable[[], bytes]


def icons_of(config: Config) -> tuple[Icon, ...]:
    """The icons of a site: its logo if that is nearly square, otherwise a letter.

    A project can have others: a file of the same name in its static folder replaces one. Raises
    SourcebookError for a logo that cannot be opened.
    """
    letter, accent = letter_of(config.title), accent_in_use(config)
    drawn: Callable[[int], bytes] = partial(_letter_png, letter, accent.light)
    scalable: Callable[[], bytes] | None = partial(icon_svg, letter, accent)
    if config.logo:
        data = config.logo.read_bytes()
        if config.logo.suffix.lower() == ".svg":
            scalable = config.logo.read_bytes if is_square_svg(data) else scalable
        elif is_square(logo := _opened(config.logo, data)):
            drawn, scalable = partial(_logo_png, logo), None
    found = [
        Icon(f"static/icon-{size}.png", size, rel, "image/png", partial(drawn, size))
        for size, rel in _SIZES
    ]
    if scalable:
        found.insert(1, Icon("static/icon.svg", 0, "icon", "image/svg+xml", scalable))
    return tuple(found)


def _letter_png(letter: str, colour: str, size: int) -> bytes:
    return icon_png(letter, colour, size, rounded=size == _SMALL)


def _logo_png(logo: Image.Image, size: int) -> bytes:
    # Telephones show black behind what is transparent.
    return logo_png(logo, size, LIGHT[0] if size == _TOUCH else "")


def _opened(file: Path, data: bytes) -> Image.Image:
    try:
        return opened(data)
    except NotDrawn as error:
        raise SourcebookError(
            f"The logo {file.name} cannot be shown: {error}.", "Save it anew as PNG or SVG."
        ) from None


def manifest(config: Config) -> bytes:
    """The web app manifest (W3C), which names the icons that telephones show."""
    icons = [
        {"src": icon.path, "sizes": f"{icon.size}x{icon.size}" if icon.size else "any"}
        | {"type": icon.type}
        for icon in icons_of(config)
        if icon.size not in (_SMALL, _TOUCH)
    ]
    facts = {
        "name": config.title,
        "start_url": "index.html",
        "display": "browser",
        "background_color": LIGHT[0],
        "theme_color": accent_in_use(config).light,
        "icons": icons,
    }
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
