"""Root files: a folder of the project whose files go to the root of the site.

They are for hosts and owners: `CNAME`, `.well-known/`, `robots.txt`, a file that proves whose the
site is. Hidden files, and those whose names begin with "_", are left out and reported, except those
that hosts know. Links are not followed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import FILE_NAME, Config, line_of
from generator.errors import Problem

_HOSTS_KNOW = frozenset({".well-known", ".htaccess", ".nojekyll", "_redirects", "_headers"})
# What the build makes and the project may replace; no page, and nothing that pages load.
REPLACEABLE = frozenset({"robots.txt", "_headers", "_redirects", ".nojekyll"})
_NO_USE = frozenset({".DS_Store", "Thumbs.db", ".gitkeep", ".gitignore"})  # not worth a word


@dataclass(frozen=True, slots=True)
class RootFiles:
    """The files by their paths on the site, in the order of these, and what is left out."""

    files: Mapping[str, Path]
    problems: tuple[Problem, ...] = ()


def root_files(config: Config) -> RootFiles:
    """The root files of a project."""
    folder = config.root_files
    if folder is None:
        return RootFiles({})
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    shown = folder.relative_to(os.path.realpath(config.root)).as_posix()

    def leave_out(path: Path, message: str, hint: str) -> None:
        place = f"{shown}/{path.relative_to(folder).as_posix()}"
        printable = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in place)
        problems.append(Problem(printable, 0, "warning", message, hint))

    def cannot(error: OSError) -> None:
        hint = "Check its permissions."
        leave_out(Path(error.filename or folder), f"Cannot be opened ({error.strerror}).", hint)

    for where, folders, names in os.walk(folder, onerror=cannot):
        for name in sorted((*folders, *names)):
            path = Path(where, name)
            own = folders if name in folders else names
            if name in _NO_USE:
                own.remove(name)
            elif path.is_symlink():
                own.remove(name)
                leave_out(path, "A symbolic link; not published.", "Copy its target here.")
            elif name.startswith((".", "_")) and (name not in _HOSTS_KNOW or where != str(folder)):
                own.remove(name)
                hint = "Rename it if it is to be public."
                leave_out(path, f'Not published, as its name begins with "{name[0]}".', hint)
        for name in names:
            path = Path(where, name)
            files[unicodedata.normalize("NFC", path.relative_to(folder).as_posix())] = path
    if not files and not problems:
        message, hint = "The folder of root files is empty.", "Remove the setting, or fill it."
        problems.append(Problem(FILE_NAME, line_of(config, "root_files"), "note", message, hint))
    return RootFiles(dict(sorted(files.items())), tuple(sorted(problems)))
