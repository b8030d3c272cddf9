"""One file for each kind of source. Each has `SUFFIXES` and a `read_source` of type `Reader`.

To read a further kind of file, add a module like these and name it in `_READERS`.
"""

from __future__ import annotations

from generator.read.draft import Reader
from generator.read.readers import markdown, page, plain, table

_READERS = (plain, markdown, page, table)


def reader_for(path: str) -> Reader | None:
    """The reader for a file name, by its suffix; None when there is none."""
    suffix = suffix_of(path)
    return next((r.read_source for r in _READERS if suffix in r.SUFFIXES), None)


def known_suffixes() -> tuple[str, ...]:
    """All suffixes that can be read, sorted."""
    return tuple(sorted(suffix for reader in _READERS for suffix in reader.SUFFIXES))


def suffix_of(path: str) -> str:
    """The suffix of a file name in lower case, with its full stop."""
    name = path.rsplit("/", 1)[-1]
    return name[name.rindex(".") :].lower() if "." in name else ""
