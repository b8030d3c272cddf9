"""Shards: the data of a large archive, divided among files by its sources.

A source belongs to the shard whose name its key begins with; the key is the SHA-256 of its id as
binary digits. A shard of more than a thousand sources is divided by the next digit. So the place of
a source does not depend on its neighbours: a further one changes one shard, or divides it, and all
others stay as they are. By position, by which each would move up, one source would change all
shards; by date or first letters they would be of very different sizes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.model import Stored
from generator.render.exports import DataFile, ending
from generator.render.exports.parts import whole

T = TypeVar("T")
PATH = "data/shards.json"
_MOST = 1000  # sources in one
_DIGITS = 256  # of a key
_FIELDS = (
    ("shards", "name of each shard, and the ids of its sources"),
    (
        "files",
        "of each kind of data: the file of each shard, with its records, bytes and sha256; "
        "together they have what smaller archives have in one file",
    ),
)


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards of an archive; none in a small one.

    documents: ids of the documents of each, by its name; both in order
    """

    documents: Mapping[str, Sequence[str]]
    _of: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, documents: Sequence[str]) -> Shards:
        """The shards for documents with these ids."""
        found: dict[str, Sequence[str]] = {}
        if ending(len(documents)):
            keys = {_key(name): name for name in documents}
            for digit in "01":
                _divide(digit, keys, found)
        return cls(found, {name: shard for shard, own in found.items() for name in own})

    def divide(
        self, things: Iterable[T], document_of: Callable[[T], str]
    ) -> Mapping[str, Sequence[T]]:
        """Things by shard, in their order; what has no document, "", is in the first."""
        found: dict[str, list[T]] = {name: [] for name in self.documents}
        if found:
            first = next(iter(found))
            for thing in things:
                found[self._of.get(document_of(thing), first)].append(thing)
        return found


def _key(document: str) -> str:
    number = int.from_bytes(hashlib.sha256(document.encode("utf-8", "replace")).digest())
    return f"{number:0{_DIGITS}b}"


def _divide(name: str, keys: Mapping[str, str], found: dict[str, Sequence[str]]) -> None:
    """Add the shards whose names begin like this. `keys`: of documents, some with such keys."""
    own = {key: document for key, document in keys.items() if key.startswith(name)}
    if len(own) > _MOST:
        _divide(f"{name}0", own, found)
        _divide(f"{name}1", own, found)
    else:
        found[name] = sorted(own.values())


def with_index(
    files: Sequence[DataFile], shards: Shards, stored: Mapping[str, Stored]
) -> tuple[tuple[DataFile, ...], Mapping[str, Stored]]:
    """All data files and what is known of them, with the index if there are shards."""
    if not shards.documents:
        return tuple(files), stored
    data = _index(files, shards, stored)
    index = DataFile(
        PATH,
        "Index of the shards",
        "Which source is in which of the files that are divided by sources.",
        "JSON",
        "application/json",
        len(shards.documents),
        _FIELDS,
        whole(lambda: data),
    )
    known = Stored(len(data), hashlib.sha256(data).hexdigest())
    return (index, *files), {**stored, PATH: known}


def _index(files: Sequence[DataFile], shards: Shards, stored: Mapping[str, Stored]) -> bytes:
    """A line for each shard, and one for each file."""
    kinds: dict[str, list[str]] = {}
    for file in files:
        if file.whole:
            known = {"records": file.records, "bytes": stored[file.path].size}
            one = {"path": _below(file.path), **known, "sha256": stored[file.path].digest}
            kinds.setdefault(_below(file.whole).partition(".")[0], []).append(_line(one))
    lines = ",\n".join(f"{_line(name)}:{_line(own)}" for name, own in shards.documents.items())
    joined = {kind: ",\n".join(own) for kind, own in kinds.items()}
    of_kinds = ",\n".join(f"{_line(kind)}:[\n{own}\n]" for kind, own in joined.items())
    text = f'{{"format":1,"shards":{{\n{lines}\n}},"files":{{\n{of_kinds}\n}}}}\n'
    return text.encode("utf-8", "replace")


def _below(path: str) -> str:
    return path.removeprefix("data/")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
