"""The staging folder: files that change are written there, the others are linked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.errors import OutputError
from generator.model import Output

Staged = tuple[str, int, bool]  # path, bytes, and whether it is the old file, unchanged


class Stage:
    """Puts files into the folder that is to take the place of the old site.

    ours: paths of the old site's files that a build wrote
    """

    def __init__(self, folder: Path, stage: Path, ours: frozenset[str]) -> None:
        self._folder = folder
        self._old = f"{folder}{os.sep}"
        self._new = f"{stage}{os.sep}"
        self._ours = ours
        self._made: set[str] = set()

    def put(self, outputs: Iterable[Output]) -> list[Staged]:
        """Stage these files. Raises OutputError where other people's files stand in the way."""
        return [(o.path, len(o.data), self._put(o.path, o.data)) for o in outputs]

    def _put(self, path: str, data: bytes) -> bool:
        """Put one file; whether it is the old one, unchanged."""
        if path not in self._ours:
            self._refuse_foreign(path)
        old, new = self._old + path, self._new + path
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            os.makedirs(os.path.dirname(new), exist_ok=True)
            self._made.add(parent)
        if path in self._ours and _same(old, data):
            link(old, new)
            return True
        with open(new, "wb", buffering=0) as file:
            _write_all(file.fileno(), data)
        return False

    def _refuse_foreign(self, path: str) -> None:
        """Refuse to overwrite a file that no build wrote, or to make a folder where it is."""
        places = [self._folder / path, *(self._folder / p for p in Path(path).parents[:-1])]
        for place in places:
            if os.path.lexists(place) and (place == places[0] or not place.is_dir()):
                raise OutputError(
                    f"{place} was not written by Sourcebook.",
                    "Move it away, or choose another folder with --output.",
                )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


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
