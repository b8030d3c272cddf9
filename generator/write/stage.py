"""The staging folder: files that change are written there, the others are linked."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import OutputError
from generator.model import Target
from generator.write.tree import File, Tree


class Stage:
    """Puts files into the folder that will take the place of the old site.

    folders: the old site, and that folder
    old: what the old site holds
    there: what the folder holds already; a file that is the old site's, too, stays
    ours: paths of the old site's files that a build wrote
    left: how the last build left them; a file that has not been touched since, and whose key is
        still the same, is not rendered again
    """

    def __init__(
        self,
        folders: tuple[Path, Path],
        old: Tree,
        there: Tree,
        ours: frozenset[str],
        left: Mapping[str, File],
    ) -> None:
        self._from, self._to = (f"{folder}{os.sep}" for folder in folders)
        self._old, self._there, self._folders = old.files, there.files, frozenset(there.folders)
        self._ours = ours
        # What is asked for each file is little, as each process that stages comes to have a copy.
        self._left = {p: left[p] for p in ours & left.keys() if old.files.get(p) == left[p]}
        self._same = {path for path, file in there.files.items() if _are_one(file, old, path)}
        self._foreign = old.files.keys() - ours
        self._with_foreign = {a for path in self._foreign for a in _and_above(_parent(path))}
        self._made: set[str] = set()
        self._free: set[str] = set()  # folders not blocked by a foreign file

    def put(self, targets: Iterable[Target]) -> list[tuple[str, File]]:
        """Stage these files; each one's path, and how it is now.

        Raises OutputError where other people's files are in the way.
        """
        return [(target.path, self._put(target)) for target in targets]

    def _put(self, target: Target) -> File:
        path, key = target.path, target.key
        if path not in self._ours or path not in self._old:
            self._refuse_foreign(path)
        left = self._left.get(path)
        if key and left and left.key == key:
            return self._keep(path, key)
        data = target.render()
        old = self._old.get(path) if path in self._ours else None
        if old and old.size == len(data) and _reads(self._from + path, data):
            return self._keep(path, key)
        return self._write(path, data, key)

    def _keep(self, path: str, key: str) -> File:
        """Let a file of the old site be in the new one, too; how it is there."""
        old = self._old[path]
        file = old if path in self._same else self._link(path, old)
        return replace(file, key=key) if key else file

    def carry(self, path: str, file: File) -> File | None:
        """Let somebody else's file be in the new site, too, as it is now; how it is there."""
        there = self._there.get(path)
        if there and there.inode == file.inode:
            return file
        try:
            return self._link(path, file)
        except FileNotFoundError:  # it is gone again
            return None

    def _link(self, path: str, file: File) -> File:
        self._make_way(path)
        new = self._to + path
        try:
            os.link(self._from + path, new, follow_symlinks=False)
        except FileExistsError:  # some systems do not tell capitals
            raise _foreign(self._from + path) from None
        except OSError:  # where links are not possible
            shutil.copy2(self._from + path, new, follow_symlinks=False)
            return File.of(os.lstat(new))
        return file

    def _write(self, path: str, data: bytes, key: str) -> File:
        self._make_way(path)
        # Never into a file that is there: it may be one of the old site's, under a second name.
        with open(self._to + path, "xb", buffering=0) as file:
            _write_all(file.fileno(), data)
        # Only now that it is closed: some systems set the time then.
        return File.of(os.lstat(self._to + path), key)

    def _make_way(self, path: str) -> None:
        """Have a folder for a file, and nothing in its place."""
        parent = _parent(path)
        if parent not in self._made:
            for above in _and_above(parent):
                if above in self._there:  # it was a file
                    with contextlib.suppress(OSError):  # another process was quicker
                        os.unlink(self._to + above)
            os.makedirs(self._to + parent, exist_ok=True)
            self._made.add(parent)
        if path in self._there:
            os.unlink(self._to + path)
        elif path in self._folders:
            shutil.rmtree(self._to + path)

    def _refuse_foreign(self, path: str) -> None:
        """Refuse to overwrite a file that no build wrote, or to make a folder where it is."""
        if path in self._foreign or path in self._with_foreign:
            raise _foreign(self._from + path)
        for parent in _and_above(_parent(path)):
            if parent in self._free:
                break
            if parent in self._foreign:
                raise _foreign(self._from + parent)
            self._free.add(parent)


def _are_one(file: File, tree: Tree, path: str) -> bool:
    """Whether a file is also in another folder, under a second name."""
    other = tree.files.get(path)
    return other is not None and other.inode == file.inode


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _and_above(folder: str) -> Iterator[str]:
    """A folder, and those that it is in, the nearest first."""
    while folder:
        yield folder
        folder = _parent(folder)


def _foreign(place: str) -> OutputError:
    return OutputError(
        f"{place} was not written by Sourcebook.",
        "Move it away, or choose another folder with --output.",
    )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _reads(path: str, data: bytes) -> bool:
    """Whether a file holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read() == data
    except OSError:
        return False
