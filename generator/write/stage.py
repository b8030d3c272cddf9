"""The staging folder: files that change are written there, the others are linked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutputError
from generator.model import Output, Sheet


@dataclass(frozen=True, slots=True)
class State:
    """A file of the site as it was left.

    key: the digest of all that it depends on (see `Sheet`), or ""
    size: its bytes
    time: when it was last written, in nanoseconds
    """

    key: str
    size: int
    time: int


Staged = tuple[str, State, bool]  # path, how it is now, and whether it is the old file


class Stage:
    """Puts files into the folder that is to take the place of the old site.

    ours: paths of the old site's files that a build wrote
    left: how the last build left them; a file that is still so, and whose key is still the same, is
        not made again
    """

    def __init__(
        self, folder: Path, stage: Path, ours: frozenset[str], left: Mapping[str, State]
    ) -> None:
        self._left = left
        self._old = f"{folder}{os.sep}"
        self._new = f"{stage}{os.sep}"
        self._ours = ours
        self._made: set[str] = set()
        self._free: set[str] = set()  # folders in whose place there is no other's file

    def put(self, outputs: Iterable[Output | Sheet]) -> list[Staged]:
        """Stage these files. Raises OutputError where other people's files stand in the way."""
        return [self._put(output) for output in outputs]

    def _put(self, output: Output | Sheet) -> Staged:
        path = output.path
        old, new = self._old + path, self._new + path
        if path not in self._ours:
            self._refuse_foreign(path)
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            os.makedirs(os.path.dirname(new), exist_ok=True)
            self._made.add(parent)
        key = ""
        if isinstance(output, Sheet):
            key = output.key
            left = self._left.get(path)
            if left and left.key == key and path in self._ours and _state(old, key) == left:
                link(old, new)
                return path, left, True
            data = output.make()
        else:
            data = output.data
        if path in self._ours and _same(old, data):
            link(old, new)
            return path, _state(new, key), True
        with open(new, "wb", buffering=0) as file:
            _write_all(file.fileno(), data)
            found = os.fstat(file.fileno())
        return path, State(key, found.st_size, found.st_mtime_ns), False

    def _refuse_foreign(self, path: str) -> None:
        """Refuse to overwrite a file that no build wrote, or to make a folder where it is."""
        place = self._old + path
        if os.path.lexists(place):
            raise _foreign(place)
        parent = path.rpartition("/")[0]
        while parent and parent not in self._free:
            place = self._old + parent
            if os.path.lexists(place) and not os.path.isdir(place):
                raise _foreign(place)
            self._free.add(parent)
            parent = parent.rpartition("/")[0]


def _foreign(place: str) -> OutputError:
    return OutputError(
        f"{place} was not written by Sourcebook.",
        "Move it away, or choose another folder with --output.",
    )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _state(path: str, key: str) -> State:
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return State("", -1, -1)
    return State(key, found.st_size, found.st_mtime_ns)


def _same(path: str, data: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(data):
            return False
        with open(path, "rb", buffering=0) as file:
            return file.read() == data
    except OSError:
        return False


def link(old: str | Path, new: str | Path) -> None:
    """The same file under a new name; a copy with its times where links are not possible."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)
