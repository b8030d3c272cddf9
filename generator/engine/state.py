"""Last: what the standing site was made from, so that nothing is done where nothing has changed.

A build notes a digest of all that went into the site, and one of the site's files as they are
(names, sizes, times). Where both are what they were, the site is what a build would make again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.config import Config
from generator.engine.cache import Store
from generator.engine.report import Report
from generator.load import Loaded
from generator.write import File

T = TypeVar("T")
# What says nothing of the code, or is in the fingerprint.
_LEFT_OUT = {"__pycache__", "models"}
_PACKAGE = Path(__file__).parents[1]


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


class Notes:
    """The notes of the last build into one output folder."""

    def __init__(self, config: Config) -> None:
        self._store = Store(config.cache / "last")
        self._key = hashlib.sha256(os.fsencode(config.output)).hexdigest()

    def note(self) -> Note | None:
        """What the last build noted, if it did."""
        return self._get("note", Note)

    def states(self) -> Mapping[str, File]:
        """How the last build left each file."""
        return self._get("states", dict[str, File]) or {}

    def keep(self, note: Note | None, states: Mapping[str, File]) -> None:
        """Note a build; without a note, the next one does not believe that nothing has changed."""
        # First of all the states: a note of another build would be found out, states would not.
        self._put("note", None)
        self._put("states", states)
        self._put("note", note)

    def _get(self, name: str, kind: type[T]) -> T | None:
        data = self._store.get(f"{self._key}-{name}")
        try:
            return msgspec.msgpack.decode(data, type=kind) if data else None
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def _put(self, name: str, value: object) -> None:
        self._store.put(f"{self._key}-{name}", msgspec.msgpack.encode(value))


def edition_of(config: Config, version: str) -> str:
    """A digest of all that every page depends on: settings, our code, templates, styles.

    version: the fingerprint (see `generator.engine.extraction`)
    """
    total = hashlib.sha256(version.encode())
    for field in fields(config):
        total.update(f"{field.name} {getattr(config, field.name)!r}\n".encode())
    # In a wheel the shipped templates and static files are inside the package.
    shipped = (_PACKAGE.parent / "templates", _PACKAGE.parent / "static")
    for package in ("jinja2", "markupsafe"):
        total.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    for folder in (_PACKAGE, *shipped, config.templates, config.static):
        left_out = _LEFT_OUT if folder == _PACKAGE else frozenset()
        # Jinja follows links; static files are not taken from where they lead.
        for path in _files(folder, left_out, links=folder == config.templates):
            total.update(os.fsencode(path.relative_to(folder)))
            total.update(hashlib.sha256(_content(path)).digest())
    return total.hexdigest()


def inputs_of(loaded: Loaded, edition: str) -> str:
    """A digest of all that goes into a site."""
    total = hashlib.sha256(edition.encode())
    for source in (*loaded.sources, *loaded.curation):
        total.update(f"{source.path}\0{source.shown}\0{source.digest}\n".encode("utf-8", "replace"))
    for problem in loaded.problems:
        total.update(f"{problem}\n".encode("utf-8", "replace"))
    return total.hexdigest()


def _files(
    folder: Path, left_out: Collection[str], above: Collection[str] = frozenset(), *, links: bool
) -> Iterator[Path]:
    """All files of a folder that can be found.

    above: folders that it is in
    links: whether those in folders to which links lead are meant, too; not where one leads back
    """
    where = os.path.realpath(folder)
    try:
        found = sorted(folder.iterdir()) if where not in above else []
    except OSError:  # there is none, or it may not be read
        return
    for path in found:
        if os.path.isfile(path):
            yield path
        elif path.name not in left_out and (links or not path.is_symlink()):
            yield from _files(path, left_out, {*above, where}, links=links)


def _content(path: Path) -> bytes:
    """What a file holds; nothing where that cannot be read, which whoever needs it will say."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
