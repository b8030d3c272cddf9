"""What a folder holds: names, sizes, times and identities of its files."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file or a symbolic link as it is on disk.

    size: in bytes
    time: when it was last written, in nanoseconds
    inode: its number in the file system; two names with one number are the same file
    key: the digest of what it was made from, where a build left it so (see `Target`), or "";
        two files are equal whatever their keys
    """

    size: int
    time: int
    inode: int
    key: str = field(default="", compare=False)

    @classmethod
    def of(cls, found: os.stat_result, key: str = "") -> File:
        """A file as the system describes it."""
        # On Windows a folder's listing does not give the number, but opening the file does.
        inode = 0 if sys.platform == "win32" else found.st_ino
        return cls(found.st_size, found.st_mtime_ns, inode, key)

    def like(self, other: File) -> bool:
        """Whether this is the other file, or a copy that has kept its time."""
        return (self.size, self.time) == (other.size, other.time)


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder with all that is in it; empty where there is no such folder.

    files: by their paths below it, with forward slashes
    folders: paths of the folders in it, each before those inside it
    """

    files: dict[str, File]
    folders: tuple[str, ...]

    def digest(self) -> str:
        """A digest of names, sizes, times and identities of all files; "" where there are none."""
        if not self.files:
            return ""
        total = hashlib.sha256()
        for path, file in sorted(self.files.items()):
            line = f"{path}\0{file.size}\0{file.time}\0{file.inode}\n"
            total.update(line.encode("utf-8", "surrogateescape"))
        return total.hexdigest()


def tree_of(folder: Path) -> Tree:
    """What a folder holds now."""
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
