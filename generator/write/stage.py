"""The staging folder: changed files are written to it, unchanged ones are linked."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import OutputError
from generator.model import Target
from generator.write.below import Below, and_above, parent_of
from generator.write.tree import File, Tree


class Stage:
    """Puts files into the folder that will replace the old site.

    folders: the old site and the staging folder
    old: contents of the old site
    there: contents of the staging folder; its files that are also in the old site stay
    ours: paths of the files in the old site that were written by a build
    left: these files as the last build left them; a file that has not been touched since is not
        rendered again while its key is the same
    """

    def __init__(
        self,
        folders: tuple[Path, Path],
        old: Tree,
        there: Tree,
        ours: frozenset[str],
        left: Mapping[str, File],
    ) -> None:
        self._from, self._to = map(Below, folders)
        self._old, self._there, self._folders = old.files, there.files, frozenset(there.folders)
        self._ours = ours
        # Little is kept for each file, because every process has a copy of it.
        self._left = {p: left[p] for p in ours & left.keys() if old.files.get(p) == left[p]}
        self._same = {path for path, file in there.files.items() if _are_one(file, old, path)}
        self._foreign = old.files.keys() - ours
        self._with_foreign = {a for path in self._foreign for a in and_above(parent_of(path))}
        self._made: set[str] = set()
        self._free: set[str] = set()  # folders not blocked by a foreign file

    def put(self, targets: Iterable[Target]) -> list[tuple[str, File]]:
        """Stage these files; returns the path and the file for each.

        Raises OutputError if foreign files are in the way.
        """
        return [(target.path, self._put(target)) for target in targets]

    def _put(self, target: Target) -> File:
        path, key = target.path, target.key
        where = self._from.at(path)
        if path not in self._ours or path not in self._old:
            self._refuse_foreign(path)
        left = self._left.get(path)
        if key and left and left.key == key and self._untouched(path, left):
            return self._keep(path, key, left.content)
        data = target.render()
        content = _digest(data)
        old = self._old.get(path) if path in self._ours else None
        if old and old.size == len(data) and _digest_of(where) == content:
            return self._keep(path, key, content)
        return self._write(path, data, key, content)

    def _untouched(self, path: str, left: File) -> bool:
        """Whether a file still has the bytes that the last build left."""
        if self._old[path].touched == left.touched:
            return True
        # A further link or other permissions touch a file, too.
        return bool(left.content) and _digest_of(self._from.at(path)) == left.content

    def _keep(self, path: str, key: str, content: bytes) -> File:
        """Keep a file of the old site in the new one; returns the file there."""
        old = self._old[path]
        file = old if path in self._same else self._link(path, old)
        return replace(file, key=key, content=content)

    def carry(self, path: str, file: File) -> File | None:
        """Keep a foreign file in the new site; returns the file there, None if it has gone."""
        there = self._there.get(path)
        if there and there.inode == file.inode:
            return file
        try:
            return self._link(path, file)
        except FileNotFoundError:  # it has gone
            return None

    def _link(self, path: str, file: File) -> File:
        self._make_way(path)
        own, new = self._from.listed(path), self._to.listed(path)
        try:
            os.link(own, new, follow_symlinks=False)
        except FileExistsError:  # some file systems ignore case
            raise _foreign(own) from None
        except OSError:  # links are not possible here
            shutil.copy2(own, new, follow_symlinks=False)
            return File.of(os.lstat(new))
        return file

    def _write(self, path: str, data: bytes, key: str, content: bytes) -> File:
        self._make_way(path)
        # Never into an existing file: it may be a hard link to one of the old site's.
        new = self._to.at(path)
        with open(new, "xb", buffering=0) as file:
            _write_all(file.fileno(), data)
        # Only after closing: some systems set the time then.
        return File.of(os.lstat(new), key, content)

    def _make_way(self, path: str) -> None:
        """Create the folder of a file, and remove whatever is in the place of either."""
        parent = parent_of(path)
        if parent not in self._made:
            for above in and_above(parent):
                if above in self._there:  # it was a file
                    with contextlib.suppress(OSError):  # another process was faster
                        os.unlink(self._to.listed(above))
            self._to.refuse_links(path)
            os.makedirs(self._to.listed(parent), exist_ok=True)
            self._made.add(parent)
        if path in self._there:
            os.unlink(self._to.listed(path))
        elif path in self._folders:
            shutil.rmtree(self._to.listed(path))

    def _refuse_foreign(self, path: str) -> None:
        """Refuse to overwrite a foreign file, or to replace it with a folder."""
        if path in self._foreign or path in self._with_foreign:
            raise _foreign(self._from.listed(path))
        for parent in and_above(parent_of(path)):
            if parent in self._free:
                break
            if parent in self._foreign:
                raise _foreign(self._from.listed(parent))
            self._free.add(parent)


def _are_one(file: File, tree: Tree, path: str) -> bool:
    """Whether a file is the same file (a hard link) as that of another folder."""
    other = tree.files.get(path)
    return other is not None and other.inode == file.inode


def _foreign(path: str) -> OutputError:
    return OutputError(
        f"{path} was not written by Sourcebook.",
        "Move it elsewhere, or choose another folder with --output.",
    )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _digest_of(path: str) -> bytes:
    """The digest of a file; b"" where it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            return _digest(file.read())
    except OSError:
        return b""
