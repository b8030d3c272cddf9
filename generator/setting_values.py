"""The values of settings that are more than a text, a number or a choice, checked."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.errors import ConfigError, did_you_mean
from generator.model import PUBLISH
from generator.shipped import PACKAGE

# What neither pages nor terminals can show; halves of characters are undecodable bytes of a path.
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"""[^\s"'<>\\^`{|}?#\x00-\x20\x7f-\xa0]+""")  # no query or fragment
Where = Callable[[str], str]  # takes a key, and gives the file and its line
# What the menu can have, as it is by default; own pages are named by their files ("pages/about").
SECTIONS = (
    *("timeline", "sources", "people", "organisations", "places", "figures", "claims", "graph"),
    "search",
)
# What can be left out; `search` is a setting of its own, and all else leads to the sources.
HIDEABLE = (*(name for name in SECTIONS if name not in ("sources", "search")), "changes")
LOCALES = PACKAGE / "locale"  # where the words of pages are, by language
LOGO_KINDS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_WRITTEN = (".md", ".markdown")  # suffixes of own pages
_LARGEST_LOGO = 1_000_000  # bytes; it is on every page
# "eng", "chi_sim", "script/Fraktur"; nothing that could be taken for an option.
_OCR_LANGUAGE = re.compile(r"(?:script/)?[A-Za-z]{2,20}(?:_[A-Za-z0-9]{1,20}){0,3}")
# What a column of a table can hold; `generator.read.columns` has the usual names of each.
COLUMN_ROLES = (
    *("title", "text", "summary", "notes", "quote", "date", "author", "creator"),
    *(
        "contributor",
        "people",
        "organisations",
        "speaker",
        "publisher",
        "url",
        "language",
        "kind",
        "tags",
        "places",
    ),
    *("latitude", "longitude", "coordinates", "image", "image_alt", "format", "identifier"),
    *("parent", "licence", "rights", "publish", "search_engines", "ignore"),
)


def patterns(value: Any, where: str, key: str) -> tuple[str, ...]:
    """The patterns of a setting. Raises ConfigError for anything but a list of texts."""
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip("/ ") for v in value):
        hint = 'Write them like ["private/", "*.bak", "notes/2024-*.md"].'
        raise ConfigError(f'{where}: "{key}" must be a list of names or patterns.', hint)
    return tuple(dict.fromkeys(pattern.strip() for pattern in value))


def ocr_languages(value: Any, where: str) -> tuple[str, ...]:
    """The languages of `ocr`. Raises ConfigError for anything but a list of tesseract's codes."""
    if not isinstance(value, list) or not all(
        isinstance(code, str) and _OCR_LANGUAGE.fullmatch(code) for code in value
    ):
        message = f'{where}: "ocr" must be a list of languages as tesseract calls them.'
        raise ConfigError(message, 'Write them like ["eng", "deu"]; see `tesseract --list-langs`.')
    return tuple(dict.fromkeys(value))


def page_languages(value: Any, where: str) -> tuple[str, ...]:
    """The languages of the pages. Raises ConfigError for any that has no words of pages."""
    known = ("en", *sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
    if not isinstance(value, list) or not all(code in known for code in value):
        message = f'{where}: "languages" must be a list of languages that pages can be in.'
        raise ConfigError(message, f'Write them like ["en", "fr"]; there are {", ".join(known)}.')
    return tuple(dict.fromkeys(value))


def columns(value: Any, where_of: Where) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each role the names of its columns. Raises ConfigError for anything else."""
    where = where_of("columns")
    if not isinstance(value, dict):
        raise ConfigError(
            f'{where}: "columns" must be a table.',
            'Write [columns], and below it lines such as text = "transcription".',
        )
    found = []
    seen: dict[str, str] = {}
    for role, given in value.items():
        where = where_of(role)
        if role not in COLUMN_ROLES:
            meant = did_you_mean(role, COLUMN_ROLES)
            message = f"{where}: a column cannot be {quoted(role)}.{meant}"
            raise ConfigError(message, "Known: " + ", ".join(COLUMN_ROLES))
        names = [given] if isinstance(given, str) else given
        if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
            message = f'{where}: "{role}" must be the name of a column, or a list of names.'
            raise ConfigError(message, 'Write it like text = "transcription".')
        for name in names:
            if seen.setdefault(name.strip().casefold(), role) != role:
                first = seen[name.strip().casefold()]
                raise ConfigError(f'{where}: {quoted(name)} is "{first}" already.')
        found.append((role, tuple(names)))
    return tuple(found)


def folders(value: Any, where_of: Where) -> tuple[tuple[str, str], ...]:
    """For files and folders what is published of them. Raises ConfigError for anything else."""
    if not isinstance(value, dict):
        raise ConfigError(
            f'{where_of("publish_in")}: "publish_in" must be a table.',
            'Write [publish_in], and below it lines such as "press/" = "quotes".',
        )
    for pattern, mode in value.items():
        if mode not in PUBLISH:
            message = f"{where_of(pattern)}: {quoted(pattern)} must be one of {', '.join(PUBLISH)}."
            raise ConfigError(message + did_you_mean(str(mode), PUBLISH))
    return tuple(value.items())


def colour(value: Any, where: str) -> str:
    """A colour as "#8c1c13". Raises ConfigError for anything but three or six figures."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        message = f'{where}: "accent" must be a colour with three or six hexadecimal figures.'
        raise ConfigError(message, 'Write it like "#8c1c13".')
    figures = value[1:].lower()
    return "#" + ("".join(2 * one for one in figures) if len(figures) == 3 else figures)


def hidden_sections(value: Any, where: str) -> tuple[str, ...]:
    """The sections of `hide`. Raises ConfigError for anything but a list of them."""
    names = _texts(value, where, "hide", '["claims", "graph"]')
    for name in names:
        if name == "search":
            raise ConfigError(f'{where}: "hide" cannot have search.', "Write search = false.")
        if name not in HIDEABLE:
            meant = did_you_mean(name, HIDEABLE)
            message = f'{where}: "hide" cannot have {quoted(name)}.{meant}'
            raise ConfigError(message, "Known: " + ", ".join(HIDEABLE))
    return names


def menu(value: Any, where: str, pages: Path) -> tuple[str, ...]:
    """The entries of `menu`, own pages without the ends of their names.

    pages: the folder of own pages

    Raises ConfigError for anything but a list of sections and own pages that there are.
    """
    names = _texts(value, where, "menu", '["timeline", "people", "pages/about"]')
    own = {
        f"pages/{found.relative_to(pages).with_suffix('').as_posix()}"
        for found in (pages.rglob("*") if pages.is_dir() else ())
        if found.suffix.lower() in _WRITTEN
    }
    found = []
    for name in names:
        plain = name.rpartition(".")[0] if name.lower().endswith((*_WRITTEN, ".html")) else name
        if plain not in SECTIONS and plain not in own:
            message = f'{where}: "menu" cannot have {quoted(name)}.'
            known = sorted({*SECTIONS, *own})
            raise ConfigError(message + did_you_mean(plain, known), "Known: " + ", ".join(known))
        found.append(plain)
    return tuple(dict.fromkeys(found))


def logo(value: Any, where: str, root: Path) -> Path:
    """The file of the logo. Raises ConfigError for anything but a picture of the project."""
    file = _inside(value, where, "logo", root, 'logo = "static/logo.svg"')
    if not file.is_file():
        raise ConfigError(f"{where}: there is no file {quoted(value)}.", "Check how it is spelt.")
    if file.suffix.lower() not in LOGO_KINDS:
        kinds = ", ".join(LOGO_KINDS)
        raise ConfigError(f"{where}: the logo must be one of {kinds}.", "Save it in another form.")
    if file.stat().st_size > _LARGEST_LOGO:
        message = f"{where}: the logo has more than {_LARGEST_LOGO // 1_000_000} MB."
        raise ConfigError(message, "Make it smaller: it is on every page.")
    return file


def root_folder(value: Any, where: str, root: Path) -> Path:
    """The folder of root files. Raises ConfigError for anything but a folder of the project."""
    folder = _inside(value, where, "root_files", root, 'root_files = "root"')
    if not folder.is_dir():
        raise ConfigError(f"{where}: there is no folder {quoted(value)}.", "Create it.")
    return folder


def _inside(value: Any, where: str, key: str, root: Path, hint: str) -> Path:
    """A path in the project, links followed. Raises ConfigError for one outside, or hidden."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ConfigError(f'{where}: "{key}" must be a path in the project.', f"Write {hint}.")
    found = Path(os.path.realpath(root / value))
    above = Path(os.path.realpath(root))
    inside = found != above and found.is_relative_to(above)
    if not inside or any(part.startswith(".") for part in found.relative_to(above).parts):
        message = f'{where}: "{key}" must be inside the project, and not hidden.'
        raise ConfigError(message, f"Copy it there, and write for example {hint}.")
    return found


def _texts(value: Any, where: str, key: str, example: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigError(f'{where}: "{key}" must be a list.', f"Write it like {example}.")
    return tuple(dict.fromkeys(one.strip() for one in value))


def website(url: str, where: str) -> str:
    """The address with one slash at the end; "" stays "". Raises ConfigError for any other text."""
    if not url:
        return ""
    if not _is_website(url):
        raise ConfigError(
            f"{where}: {quoted(url)} is not a website address.",
            'Write it like "https://example.org/archive/".',
        )
    return url.rstrip("/") + "/"


def _is_website(url: str) -> bool:
    """Whether a text is the address of a website, fit to be put before the paths of its pages."""
    try:
        parts = urlsplit(url)
        return (
            _ADDRESS.fullmatch(url) is not None
            and not UNFIT.search(url)
            and parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
            and parts.username is None
        )
    except ValueError:
        return False


def quoted(text: str) -> str:
    """A text in quotation marks, on one line."""
    return f'"{text}"' if text.isprintable() else ascii(text)
