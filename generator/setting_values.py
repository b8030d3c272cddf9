"""The values of those settings that are lists or tables, checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from generator.errors import ConfigError, did_you_mean
from generator.model import PUBLISH

Where = Callable[[str], str]  # takes a key, and gives the file and its line
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


def quoted(text: str) -> str:
    """A text in quotation marks, on one line."""
    return f'"{text}"' if text.isprintable() else ascii(text)
