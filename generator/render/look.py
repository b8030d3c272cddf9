"""What a site looks like besides its templates: the logo, and its own accent colour."""

from __future__ import annotations

import os

from generator.colours import accent_of
from generator.config import Config

STYLES = "static/site.css"


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
