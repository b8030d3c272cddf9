"""The archive as files for other programs, one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from deflate import gzip_compress

from generator.model import LARGE_ARCHIVE
from generator.render.exports.parts import KeptParts, Part

PACKAGES = ("deflate",)  # distributions whose versions can change the files
_LEVEL = 6  # the next ones save a hundredth and take twice as long


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to download.

    form: the format's name
    path: one that ends in ".gz" is packed
    media_type: as registered with IANA, or, for a format that is not, as its makers name it; of
        what is in a packed file
    records: how many it has
    fields: (name, meaning) of each field of its records
    parts: makes the parts of which it consists, in order
    columns: of a table
    packs: whether it is packed in a large archive
    whole: of a shard, the path of the file that a small archive has instead; otherwise ""
    """

    path: str
    title: str
    about: str
    form: str
    media_type: str
    records: int
    fields: tuple[tuple[str, str], ...]
    parts: Callable[[], Iterable[Part]]
    columns: tuple[str, ...] = ()
    packs: bool = False
    whole: str = ""

    @property
    def is_packed(self) -> bool:
        """Whether the file is compressed."""
        return self.path.endswith(".gz")

    def contents(self, kept: KeptParts | None = None) -> bytes:
        """The bytes of the file as it is downloaded. `kept`: what earlier builds have kept."""
        finish = _packed if self.is_packed else _as_it_is
        if kept is None:
            return b"".join(finish(part.make()) for part in self.parts())
        return b"".join(kept.take(self.path, part, finish) for part in self.parts())


def ending(sources: int) -> str:
    """What the names of packed files end in, in an archive of so many sources; "" if none is."""
    return ".gz" if sources > LARGE_ARCHIVE else ""


def _as_it_is(data: bytes) -> bytes:
    return data


def _packed(data: bytes) -> bytes:
    """Compressed with gzip.

    The bytes that Python's own module makes depend on the zlib it was built with, which may be any;
    libdeflate makes the same on every machine.
    """
    return bytes(gzip_compress(data, _LEVEL))
