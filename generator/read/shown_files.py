"""The files that a document shows: pictures and the like beside it, found by their addresses."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from generator.model import NAMED, media_kind
from generator.read.fields import is_url

ANYWHERE = "*/"  # before the name of a file in any folder, where paths are listed
ONLY = "*1/"  # before the name of a file of which there is one only


@lru_cache(maxsize=1)
def _by_name(files: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """The paths of the files of each name."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files:
        if not path.startswith((ANYWHERE, ONLY)):
            found[posixpath.basename(path)].append(path)
    return found


def with_names(paths: Iterable[str]) -> frozenset[str]:
    """The paths, and the name of each as that of a file in any folder, or of the only such file."""
    own = tuple(paths)
    names = Counter(map(posixpath.basename, own))
    only = (ONLY + name for name, number in names.items() if number == 1)
    return frozenset((*own, *(ANYWHERE + name for name in names), *only))


class ShownFiles:
    """Finds the files that a document refers to, relative to it.

    document: its path below the seeds folder
    files: paths of all files that can be shown
    """

    def __init__(self, document: str, files: frozenset[str]) -> None:
        self._folder = posixpath.dirname(document)
        self._files = files
        self._asked: dict[str, bool] = {}

    @property
    def asked(self) -> tuple[tuple[str, bool], ...]:
        """The path of each file that was looked for, and whether it exists."""
        return tuple(self._asked.items())

    def find(self, address: str) -> str | None:
        """The path of a file below the seeds folder; None if there is no such file.

        address: as the document has it
        """
        if address.startswith(NAMED):
            return self._named(unquote(address).removeprefix(NAMED).partition("#")[0])
        return self._at(posixpath.join(self._folder, unquote(address)))

    def _named(self, name: str) -> str | None:
        """The path of a file that a note calls by its name, wherever it is.

        Of several that in the same folder is meant, then the one nearest to the seeds folder.
        """
        base = posixpath.basename(name)
        if not self._asked.setdefault(ANYWHERE + base, ANYWHERE + base in self._files):
            return None
        paths = [p for p in _by_name(self._files)[base] if f"/{p}".endswith(f"/{name}")]
        order = ((posixpath.dirname(p) != self._folder, p.count("/"), p) for p in paths)
        nearest = min(order, default=None)
        return self._at(nearest[2]) if nearest else None

    def of_record(self, addresses: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
        """The picture of a record, the item that it describes, and addresses that lead nowhere.

        Each of the first two is a path below the seeds folder, a web address, or "". A file goes
        before an address; a picture that is the item itself is not shown twice.

        addresses: as the source has them, the most important first
        """
        here = [path for address in addresses if (path := self._of_site(address))]
        away = [address for address in addresses if is_url(address)]
        pictures = [path for path in here if media_kind(path) == "picture"]
        pictures += [address for address in away if _is_picture(address)]
        others = [path for path in here if media_kind(path) != "picture"]
        others += [address for address in away if not _is_picture(address)]
        missing = () if others or pictures else tuple(addresses[:1])
        return next(iter(pictures), ""), next(iter(others), ""), missing

    def _of_site(self, address: str) -> str:
        """The path below the seeds folder to which an address of a record leads, or "".

        Tables often give addresses on the site for which they were made: "/objects/small/a.jpg".
        It is looked for from the table's folder and those above it, at last by its name: in the
        table's folder, and in any if there is one such file only.
        """
        if not address or is_url(address):
            return ""
        inside = unquote(address).lstrip("/")
        places = [posixpath.join(folder, inside) for folder in self._above()]
        name = posixpath.basename(inside)
        places.append(posixpath.join(self._folder, name))
        found = next((path for place in dict.fromkeys(places) if (path := self._at(place))), "")
        if not found and self._asked.setdefault(ONLY + name, ONLY + name in self._files):
            return self._at(_by_name(self._files)[name][0]) or ""
        return found

    def _above(self) -> Sequence[str]:
        """The document's folder, and those that it is in; the seeds folder is ""."""
        parts = self._folder.split("/") if self._folder else []
        return ["/".join(parts[:end]) for end in range(len(parts), -1, -1)]

    def _at(self, place: str) -> str | None:
        path = posixpath.normpath(place)
        return path if self._asked.setdefault(path, path in self._files) else None


def _is_picture(address: str) -> bool:
    """Whether a web address is that of a picture, as far as it says."""
    return media_kind(urlsplit(address).path) == "picture"
