"""Last: what the standing site was made from, so that nothing is done where nothing has changed.

A build notes a digest of all that went into the site, and one of the site's files as they are
(names, sizes, times). Where both are what they were, the site is what a build would make again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import msgspec

from generator.config import Config
from generator.examine import fingerprint
from generator.load import Loaded
from generator.report import Report
from generator.store import Store

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of a build.

    inputs: digest of what went into the site
    site: digest of the site's files as they were left
    report: what the build told
    """

    inputs: str
    site: str
    report: Report


def read_note(config: Config, store: Store) -> Note | None:
    """The note of the last build into this output folder."""
    data = store.get(_key(config))
    try:
        return msgspec.msgpack.decode(data, type=Note) if data else None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_note(config: Config, store: Store, note: Note) -> None:
    """Keep the note of a build."""
    store.put(_key(config), msgspec.msgpack.encode(note))


def _key(config: Config) -> str:
    return hashlib.sha256(os.fsencode(config.output)).hexdigest()


def inputs_of(loaded: Loaded, config: Config) -> str:
    """A digest of all that goes into a site: sources, settings, our code, templates, styles."""
    total = hashlib.sha256(fingerprint(config).encode())
    for source in (*loaded.sources, *loaded.curation):
        total.update(f"{source.path}\0{source.shown}\0{source.digest}\n".encode("utf-8", "replace"))
    for field in fields(config):
        total.update(f"{field.name} {getattr(config, field.name)!r}\n".encode())
    for problem in loaded.problems:
        total.update(f"{problem}\n".encode("utf-8", "replace"))
    # In a wheel the shipped templates and static files are inside the package.
    shipped = (_PACKAGE.parent / "templates", _PACKAGE.parent / "static")
    for folder in (_PACKAGE, *shipped, config.templates, config.static):
        for path in _files(folder):
            total.update(os.fsencode(path.relative_to(folder)))
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(where, name) for name in sorted(names))


def site_as_it_is(folder: Path) -> str:
    """A digest of names, sizes and times of all files in a folder; "" when there is none."""
    if not folder.is_dir():
        return ""
    total = hashlib.sha256()
    for line in sorted(_states(os.fspath(folder))):
        total.update(line.encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _states(folder: str) -> Iterable[str]:
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    found = entry.stat(follow_symlinks=False)
                    yield f"{entry.path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ino}\n"
