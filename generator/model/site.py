"""The type that `render` passes to `write`: a file of the site."""

from __future__ import annotations

from collections.abc import Callable
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
