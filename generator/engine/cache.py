"""The cache: results kept in a folder, checked when they are taken out.

An entry is a file named after its key, which is a digest of everything the entry depends on. It
begins with a checksum of key and data, so a damaged, truncated or misplaced file is noticed; such
an entry counts as missing. Values are packed as MessagePack and unpacked as a given type; what
does not fit the type counts as missing, too. Nothing in an entry is ever executed. The folder can
be deleted at any time, or moved to another machine.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import threading
import time
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_CHECKSUM = 32  # bytes of a SHA-256
_UNUSED = 14 * 24 * 3600  # seconds after which an entry that no build has asked for is removed


class Cache:
    """Entries in a folder, which is created with the first one.

    In a folder that cannot be written nothing is kept; that costs time but changes no result.

    single: keep only the entry added last
    """

    def __init__(self, folder: Path, *, single: bool = False) -> None:
        self._folder = os.fspath(folder)
        self._single = single

    def get(self, key: str) -> bytes | None:
        """The data kept under a key; None where there is none or it is damaged."""
        path = self._path(key)
        try:
            with open(path, "rb", buffering=0, opener=_open_file) as file:
                found = file.read()
        except OSError:
            return None
        data = found[_CHECKSUM:]
        if found[:_CHECKSUM] != _checksum(key, data):
            return None
        with contextlib.suppress(OSError):  # the folder may be read-only
            os.utime(path)  # its age counts from now; see `prune`
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key."""
        path = self._path(key)
        # Each thread writes to a name of its own, so two builds at once both leave a whole entry.
        draft = f"{path}.{os.getpid()}.{threading.get_ident()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if os.path.islink(self._folder) or os.path.islink(os.path.dirname(path)):
                return  # where it leads is not ours
            with open(draft, "xb") as file:
                file.write(_checksum(key, data))
                file.write(data)
            os.replace(draft, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(draft)
        if self._single:
            self.prune({key}, seconds=0)

    def get_value(self, key: str, kind: type[T]) -> T | None:
        """The value kept under a key; None where there is none of this type."""
        data = self.get(key)
        return None if data is None else unpack(data, msgspec.msgpack.Decoder(kind))

    def put_value(self, key: str, value: object) -> None:
        """Keep a value that MessagePack can hold: a dataclass, say, of plain data."""
        self.put(key, msgspec.msgpack.encode(value))

    def remove(self, key: str) -> None:
        """Remove the entry of a key, if there is one."""
        with contextlib.suppress(OSError):
            os.unlink(self._path(key))

    def prune(self, used: Collection[str], seconds: float = _UNUSED) -> None:
        """Remove entries that are not among those used and were last added or got this long ago."""
        before = time.time() - seconds
        if os.path.islink(self._folder):
            return
        for where, _, names in os.walk(self._folder):
            start = os.path.basename(where)
            for name in names:
                path = os.path.join(where, name)
                with contextlib.suppress(OSError):
                    if start + name not in used and os.stat(path).st_mtime < before:
                        os.unlink(path)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], key[2:])


def _open_file(path: str, flags: int) -> int:
    """Open a plain file; raises OSError for a link, and for what one could wait for for ever."""
    kinds = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | kinds)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a plain file", path)
    return descriptor


def unpack(data: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
    """The value in the data of an entry; None where it does not fit the decoder's type."""
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
