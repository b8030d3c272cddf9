"""The accent colour of a site, and whether it can be read on its pages.

Contrast is that of WCAG 2.2, 1.4.3: of two colours, from 1 to 21; text needs 4.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 4.5
# What links stand on: the page, panels and marked sentences, as in `static/site.css`.
LIGHT = ("#fbfaf6", "#f3f0e8", "#fff0bf")
DARK = ("#161411", "#201d19", "#453708")
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Accent:
    """A colour for light and for dark pages, the given one where it can be read there."""

    light: str
    dark: str


DEFAULT = Accent("#8c1c13", "#f2a594")  # as in `static/site.css`


def accent_of(colour: str) -> Accent:
    """The accent of a colour such as "#8c1c13": mixed with black or white as far as needed."""
    return Accent(_readable(colour, LIGHT, "#000000"), _readable(colour, DARK, "#ffffff"))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Sequence[str]) -> float:
    """The contrast of a colour with that of several which is most like it."""
    return min(contrast(colour, ground) for ground in grounds)


def _readable(colour: str, grounds: Sequence[str], end: str) -> str:
    mixed = (_mixed(colour, end, step) for step in range(_STEPS + 1))
    return next(one for one in mixed if least_contrast(one, grounds) >= LEAST)


def _mixed(one: str, other: str, share: int) -> str:
    """One colour with so many hundredths of another."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{(a * (_STEPS - share) + b * share) // _STEPS:02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
