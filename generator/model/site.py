"""The types that `render` passes to `write`: files of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site, and the function that makes it.

    path: below the output folder, with forward slashes
    key: digest of everything that its bytes depend on, in hexadecimal. If the last build left the
        file with the same key, it is kept without rendering. "" if there is no such digest: the
        file is rendered and its bytes are compared
    render: makes its bytes
    """

    path: str
    key: str
    render: Callable[[], bytes]

    @classmethod
    def of(cls, path: str, data: bytes) -> Target:
        """A file whose bytes are already known."""
        return cls(path, "", lambda: data)


@dataclass(frozen=True, slots=True)
class Stored:
    """A finished file: its size in bytes, and its SHA-256 in hexadecimal."""

    size: int
    digest: str


# Makes some of the files, and needs nothing of the others.
Batch = Callable[[], Iterable[Target]]
# Makes the files that describe others, which it is given by path.
Closing = Callable[[Mapping[str, Stored]], Iterable[Target]]
