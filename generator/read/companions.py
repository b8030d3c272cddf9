"""Files that browsers save beside a page, and that are parts of it: no sources, and no problems."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable

PAGES = (".html", ".htm", ".xhtml")
# What pages are made of, and nobody reads.
_PARTS = (".js", ".mjs", ".css", ".map", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".eot")
# Posts in an archive of X, which brings a page of its own.
_POSTS = re.compile(r"tweets?(?:-part\d+)?\.js")
# How browsers call the folder beside "Page.html": "Page_files", "Page-Dateien", "Page.files".
_FOLDER = re.compile(r"(.+)([_. -][^\W\d_]{4,12})")


def companions(paths: Iterable[str]) -> frozenset[str]:
    """Those of the paths below the seeds folder that are parts of a saved page."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_folder[posixpath.dirname(path)].append(path)
    pages = {
        folder: {posixpath.splitext(posixpath.basename(p))[0] for p in own if _is(p, PAGES)}
        for folder, own in by_folder.items()
    }
    own = {folder for folder, files in by_folder.items() if _is_of_page(folder, files, pages)}
    found = set()
    for folder, files in by_folder.items():
        above = _above(folder)
        whole = not own.isdisjoint(above)
        near = any(pages.get(one) for one in above[:2])
        found |= {path for path in files if whole or (near and _is_part(path))}
    return frozenset(found)


def _is_of_page(folder: str, files: Iterable[str], pages: dict[str, set[str]]) -> bool:
    """Whether a folder holds the parts of a page beside it, which its name says and its files."""
    name = _FOLDER.fullmatch(posixpath.basename(folder))
    if not name or name[1] not in pages.get(posixpath.dirname(folder), ()):
        return False
    return name[2][1:] == "files" or any(_is(path, _PARTS) for path in files)


def _above(folder: str) -> list[str]:
    """A folder and those that it is in, the nearest first."""
    found = [folder]
    while found[-1]:
        found.append(posixpath.dirname(found[-1]))
    return found


def _is_part(path: str) -> bool:
    return _is(path, _PARTS) and not _POSTS.fullmatch(posixpath.basename(path))


def _is(path: str, suffixes: tuple[str, ...]) -> bool:
    return path.lower().endswith(suffixes)
