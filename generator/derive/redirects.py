"""Former addresses of sources, which their metadata give (`aliases` of Hugo and Quartz, Jekyll's
`redirect_from`): at each there is to be a page that leads to the source.

An address is one of this site's, below its root. Where the site has its own pages, and where two
sources give the same address, there is a problem instead.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from unicodedata import normalize
from urllib.parse import unquote

from generator.errors import Problem
from generator.model import Document, Redirect

# The site's own folders and files.
OWN = frozenset({"404.html", "changes", "claims", "data", "feed.xml", "figures", "formats",
                 "graph", "index.html", "media", "method.html", "organisations", "pages", "people",
                 "places", "robots.txt", "search", "sources", "static", "subjects",
                 "timeline"})  # fmt: skip
_SITEMAP = re.compile(r"sitemap.*\.xml")
_PAGES = (".html", ".htm")
# No hidden file, nothing that Windows does not allow, no controls.
_PART = re.compile(r"(?!\.)[^\x00-\x1f\x7f<>:\"\\|?*]{1,100}(?<![ .])")
_LONGEST = 200


def redirect_path(address: str, document: Document) -> str:
    """The file that a former address is, below the site's root; "" if it can be none.

    A relative address is one beside the source, as in Hugo.
    """
    place = normalize("NFC", unquote(address.partition("#")[0].partition("?")[0]).strip())
    if not place or place.startswith("//") or not place.isprintable():
        return ""
    folder = "" if place.startswith("/") else posixpath.dirname(document.path)
    path = posixpath.normpath(posixpath.join("/", folder, place.lstrip("/")))[1:]
    if not (place.endswith(_PAGES) and path):
        path = posixpath.join(path, "index.html")
    fits = all(map(_PART.fullmatch, path.split("/"))) and len(path) <= _LONGEST
    return path if fits and ".." not in place.split("/") else ""


def find_redirects(
    documents: Iterable[Document], shown: Callable[[Document], str]
) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """The redirects in the order of their paths, and what is wrong with others.

    shown: the file of a document, as messages show it
    """
    # By the path in small letters, since some systems do not know large ones; with its folders.
    found: dict[str, Redirect] = {}
    folders: set[str] = set()
    problems = []
    for document in sorted(documents, key=lambda d: (d.path, d.line, d.id)):
        for address in document.former_addresses:
            path = redirect_path(address, document)
            key = path.casefold()
            if key in found and found[key].target == document.id:
                continue
            wrong = _wrong(key, found, folders)
            if not wrong:
                found[key] = Redirect(path, document.id)
                folders.update(_above(key))
                continue
            message = f'No page leads here from the former address "{address[:100]}". {wrong}'
            hint = "Correct the address in the metadata, or remove it."
            line = document.line if document.line > 1 else 0
            problems.append(Problem(shown(document), line, "warning", message, hint))
    return tuple(sorted(found.values(), key=lambda r: r.path)), tuple(problems)


def _wrong(key: str, found: Mapping[str, Redirect], folders: set[str]) -> str:
    """Why there can be no page at a path; "" if there can."""
    if not key:
        return "It cannot be one of this site."
    first = key.partition("/")[0]
    if first in OWN or _SITEMAP.fullmatch(first):
        return "The site has its own pages there."
    if key in found:
        return "Another source gives it too."
    if key in folders or any(folder in found for folder in _above(key)):
        return "Another page or folder is in its way."
    return ""


def _above(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path
