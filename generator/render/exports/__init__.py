"""The archive as files for other programs, one module for each format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to download.

    form: the format's name
    media_type: as registered with IANA, or, for a format that is not, as its makers name it
    records: how many it has
    fields: (name, meaning) of each field of its records
    render: makes its bytes
    columns: of a table
    """

    path: str
    title: str
    about: str
    form: str
    media_type: str
    records: int
    fields: tuple[tuple[str, str], ...]
    render: Callable[[], bytes]
    columns: tuple[str, ...] = ()
