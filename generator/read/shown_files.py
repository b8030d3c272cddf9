"""The files that a document shows: pictures and the like beside it, found by their addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from generator.model import media_kind
from generator.read.fields import is_url


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
        return self._at(posixpath.join(self._folder, unquote(address)))

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
        It is looked for from the table's folder and those above it, by its name at last.
        """
        if not address or is_url(address):
            return ""
        inside = unquote(address).lstrip("/")
        places = [posixpath.join(folder, inside) for folder in self._above()]
        places.append(posixpath.join(self._folder, posixpath.basename(inside)))
        return next((path for place in dict.fromkeys(places) if (path := self._at(place))), "")

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
