"""A folder of the site, and the only way from the paths of its files to names of files on disk.

The paths come from afar: from ids, dates and pictures of sources, and from what a cache holds.
Whatever went wrong on the way, no file outside the folder is read or written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import OutputError

# Parts between slashes, none of them empty, "." or ".."; no backslash, no control character.
_PART = r"(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f\x7f]+"
_PATH = re.compile(rf"(?![A-Za-z]:){_PART}(?:/{_PART})*")


class Below:
    """What is below a folder.

    folder: absolute, with links followed
    """

    def __init__(self, folder: Path) -> None:
        self._start = f"{folder}{os.sep}"

    def at(self, path: str) -> str:
        """The name on disk of a file of ours.

        path: below the folder, with forward slashes

        Raises OutputError where that would not be below the folder on every system.
        """
        if not _PATH.fullmatch(path):
            raise _outside(path)
        return self._start + path

    def listed(self, path: str) -> str:
        """The name on disk of what a listing of the folder gave (see `tree_of`)."""
        return self._start + path

    def refuse_links(self, path: str) -> None:
        """Raise OutputError where the way to a file leads through a symbolic link."""
        if any(os.path.islink(self._start + above) for above in and_above(parent_of(path))):
            raise _outside(path)


def parent_of(path: str) -> str:
    """The folder of a file, "" for the outermost."""
    return path.rpartition("/")[0]


def and_above(folder: str) -> Iterator[str]:
    """A folder and its parents, innermost first."""
    while folder:
        yield folder
        folder = parent_of(folder)


def _outside(path: str) -> OutputError:
    return OutputError(
        f"A file of the site would not be in the site's folder: {path!a}.",
        "Please report this to us.",
    )
