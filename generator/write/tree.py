"""The contents of a folder: names, sizes, times and identities of its files."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file or a symbolic link as it is on disk.

    size: in bytes
    time: when it was last written, in nanoseconds
    inode: its number in the file system; two paths with the same number are the same file
    touched: when it was last changed in any way, in nanoseconds. Nobody can set this time, but it
        also changes with the number of links, so it is not compared. 0 on Windows
    key: the digest of what a build made it from (see `Target`), or ""; not compared
    content: the SHA-256 of its bytes if a build made it, or b""; not compared
    """

    size: int
    time: int
    inode: int
    touched: int = field(default=0, compare=False)
    key: str = field(default="", compare=False)
    content: bytes = field(default=b"", compare=False)

    @classmethod
    def of(cls, found: os.stat_result, key: str = "", content: bytes = b"") -> File:
        """The file of an `os.lstat` result."""
        # On Windows the listing of a folder does not give the number; only opening the file does.
        # And what is called its time of change there is that of its creation.
        windows = sys.platform == "win32"
        inode, touched = (0, 0) if windows else (found.st_ino, found.st_ctime_ns)
        return cls(found.st_size, found.st_mtime_ns, inode, touched, key, content)

    def like(self, other: File) -> bool:
        """Whether this is the other file, or a copy with the same time."""
        return (self.size, self.time) == (other.size, other.time)


@dataclass(frozen=True, slots=True)
class Tree:
    """The contents of a folder; empty if it does not exist.

    files: by path below it, with forward slashes
    folders: paths of its folders, each before those inside it
    """

    files: dict[str, File]
    folders: tuple[str, ...]

    def digest(self) -> str:
        """A digest of the names, sizes, times and identities of all files, or ""."""
        if not self.files:
            return ""
        total = hashlib.sha256()
        for path, file in sorted(self.files.items()):
            line = f"{path}\0{file.size}\0{file.time}\0{file.inode}\0{file.touched}\n"
            total.update(line.encode("utf-8", "surrogateescape"))
        return total.hexdigest()


def as_now(files: Mapping[str, File], folder: Path) -> Tree:
    """The files of a folder with the times at which they were touched.

    One that is no longer what it was stays as it was, so that the change is noticed.
    """
    now = tree_of(folder).files
    same = {path for path, file in files.items() if now.get(path) == file}
    touched = {path: replace(files[path], touched=now[path].touched) for path in same}
    return Tree({**files, **touched}, ())


def tree_of(folder: Path) -> Tree:
    """The current contents of a folder."""
    files: dict[str, File] = {}
    folders: list[str] = []
    waiting = [""] if folder.is_dir() else []
    while waiting:
        start = waiting.pop()
        with os.scandir(folder / start) as entries:
            for entry in entries:
                path = f"{start}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    waiting.append(f"{path}/")
                else:
                    files[path] = File.of(entry.stat(follow_symlinks=False))
    return Tree(files, tuple(folders))
