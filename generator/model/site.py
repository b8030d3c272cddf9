"""A file of the site, on its way from `render` to `write`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site, and how to make it.

    path: below the output folder, with forward slashes
    key: digest of all that its bytes depend on, in hexadecimal; a file left by the last build under
        the same key is kept without being rendered. "" where there is no such digest: the file is
        rendered, and its bytes are compared
    render: makes its bytes
    """

    path: str
    key: str
    render: Callable[[], bytes]

    @classmethod
    def of(cls, path: str, data: bytes) -> Target:
        """A file whose bytes are known already."""
        return cls(path, "", lambda: data)
