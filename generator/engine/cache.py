"""Store: what was worked out once, kept in a folder until it is needed again.

An entry is a file named by its key, a digest of all that the entry depends on. It begins with a
checksum of the key and the data, so that a damaged, a truncated and a misplaced file are noticed;
such an entry is as good as none. Nothing in it is ever run. The folder can be deleted at any time,
and moved to another machine.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Collection
from pathlib import Path

_CHECKSUM = 32  # bytes of a SHA-256
_KEPT = 14 * 24 * 3600  # seconds for which an entry stays that no build has asked for


class Store:
    """Entries in a folder, which is made when the first one is put there.

    A folder that cannot be written keeps nothing; that costs time and no result.

    latest: whether only the entry put there last is kept
    """

    def __init__(self, folder: Path, *, latest: bool = False) -> None:
        self._folder = os.fspath(folder)
        self._latest = latest

    def get(self, key: str) -> bytes | None:
        """The entry's data; None when there is no sound entry of this key."""
        try:
            with open(self._path(key), "rb", buffering=0) as file:
                found = file.read()
        except OSError:
            return None
        data = found[_CHECKSUM:]
        return data if found[:_CHECKSUM] == _checksum(key, data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key."""
        path = self._path(key)
        # A name of its own for each writer: of two builds at once, both put a whole entry.
        draft = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(draft, "wb") as file:
                file.write(_checksum(key, data))
                file.write(data)
            os.replace(draft, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(draft)
        if self._latest:
            self.prune({key}, seconds=0)

    def prune(self, used: Collection[str], seconds: float = _KEPT) -> None:
        """Remove entries that were not used now, and for two weeks by no other build."""
        before = time.time() - seconds
        for where, _, names in os.walk(self._folder):
            start = os.path.basename(where)
            for name in names:
                path = os.path.join(where, name)
                with contextlib.suppress(OSError):
                    if start + name not in used and os.stat(path).st_mtime < before:
                        os.unlink(path)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], key[2:])


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
