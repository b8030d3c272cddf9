"""What lies in a folder: names, sizes, times and identities of its files."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file or a symbolic link as it lies there.

    size: its bytes
    time: when it was last written, in nanoseconds
    inode: its number in the file system; names of one number are names of one file
    """

    size: int
    time: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> File:
        """A file as the system describes it."""
        # On Windows a folder's listing does not tell the number, and what opens the file does.
        inode = 0 if sys.platform == "win32" else found.st_ino
        return cls(found.st_size, found.st_mtime_ns, inode)


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder with all that is in it; nothing where there is no such folder.

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
    """What lies in a folder now."""
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
