"""Zip archives from anybody: nothing is unpacked before it is known to be of a reasonable size.

An archive may hold a thousand times as much as it has bytes, millions of members, or names that
lead out of any folder. The sizes that it declares are added up before anything is unpacked, and
what comes out is counted, as an archive may lie.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.read.formats import COMPOUND_FILE, has_stream
from generator.read.refused import Refused

_MEMBERS = 10_000
_INFLATED = 1_000_000_000  # bytes of all members together
_TIMES = 50  # as many bytes as the archive itself has
_ALWAYS = 20_000_000  # bytes that any archive may hold: as many as a text file may have
_ENCRYPTED = 0x1  # flag of a member (APPNOTE.TXT 4.4.4)
# Everything that a damaged archive makes of the library.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, KeyError, IndexError, OverflowError),
)


@dataclass(slots=True)
class Archive:
    """An archive whose declared sizes are within the limits.

    members: by their names, with forward slashes and without "." and ".."; of equal names the last,
        as in any program that unpacks them
    left: bytes that may still be unpacked
    """

    file: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    left: int

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files in it, in its own order."""
        return tuple(self.members)

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises Refused where it is missing, damaged, encrypted or too large."""
        member = self.members.get(name)
        if member is None:
            raise Refused(f'Damaged: "{name[:100]}" is missing in it.', "Save it again.")
        if member.flag_bits & _ENCRYPTED:
            raise Refused("Protected by a password.", "Save it without one.")
        try:
            with self.file.open(member) as content:
                data = content.read(self.left + 1)
        except _DAMAGED as error:
            what = f'Damaged: "{name[:100]}" in it cannot be unpacked ({type(error).__name__}).'
            raise Refused(what, "Save or download it again.") from None
        self.left -= len(data)
        if self.left < 0:
            raise _too_large()
        return data


def open_zip(data: bytes) -> Archive:
    """An archive. Raises Refused for one that is damaged or too large."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        if data.startswith(COMPOUND_FILE) and has_stream(data, "EncryptedPackage"):
            raise Refused("Protected by a password.", "Save it without one.") from None
        raise Refused("Not a zip archive, or damaged.", "Save or download it again.") from None
    members = [member for member in file.infolist() if not member.is_dir()]
    most = min(max(_TIMES * len(data), _ALWAYS), _INFLATED)
    if len(members) > _MEMBERS:
        raise Refused(f"Has more than {_MEMBERS:,} files in it.", "Unpack it, and choose some.")
    if sum(member.file_size for member in members) > most:
        raise _too_large()
    named = {safe_name(member.filename): member for member in members}
    return Archive(file, {name: member for name, member in named.items() if name}, most)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of some parts, not compressed, for a library that unpacks it itself."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def safe_name(name: str) -> str:
    """A member's name as a path below any folder; "" where nothing is left of it."""
    parts = name.replace("\\", "/").split("/")
    if len(parts[0]) == 2 and parts[0][1] == ":":  # a drive
        parts = parts[1:]
    kept = [part for part in parts if part.strip(". ")]
    return "".join(c if c.isprintable() else "\ufffd" for c in "/".join(kept))


def _too_large() -> Refused:
    message = f"Unpacked, it would be more than {_TIMES} times as large, or larger than 1 GB."
    return Refused(message, "Save it again, or split it.")
