"""The search index, made again only where what can be found has changed.

Pagefind keeps all that it indexes in memory, 240 kB for an article. Beyond some thousands of
sources the index is in parts, which the page joins: each is made by itself, and only those of what
has changed are made again.

Only data is stored. The programs that the page runs to search come from Pagefind each time: no
program is taken from a folder that anybody may have written to.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import msgspec

from generator.engine.cache import Cache
from generator.render.search.pagefind import Index, Record, build_index

_MOST = 6_000  # records of one part, which take about 1.4 GB
_NAME = r"[a-z0-9_-]{1,100}"
_DATA = re.compile(rf"(?:(?:fragment|index)/)?{_NAME}\.(?:{_NAME}\.)?(?:pf_[a-z]{{1,20}}|json)")


@dataclass(frozen=True, slots=True)
class _StoredIndex:
    """The data of an index by their names, and the id that Pagefind gave to each url."""

    files: Mapping[str, bytes]
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """An index in parts.

    files: of all parts, by path
    ids: the id of each url; those of different parts differ
    number: how many there are
    """

    files: Mapping[str, bytes]
    ids: Mapping[str, str]
    number: int


def index_in_parts(
    records: Iterable[Record], language: str, folder: str, cache: Cache | None
) -> Parts:
    """The index of these records. The second part is in "pagefind-2", beside the first.

    It is in the language "en-2", which Pagefind takes for English, and puts before its ids.
    """
    parts = _split(list(records))
    files: dict[str, bytes] = {}
    ids: dict[str, str] = {}
    kept = set()
    for at, part in enumerate(parts, 1):
        suffix = f"-{at}" if at > 1 else ""
        own = language + suffix, folder + suffix
        key = _key(part, own[0])
        made = _index_of(part, *own, cache, key, first=at == 1)
        files |= made.files
        ids |= made.ids
        kept.add(key)
    if cache:
        cache.prune(kept, seconds=0)
    return Parts(files, ids, len(parts))


def _split(records: Sequence[Record]) -> list[Sequence[Record]]:
    """The records of each part: by the address of the page alone, so that no other moves one."""
    number = -(-len(records) // _MOST)
    if number < 2:
        return [records]
    parts: list[list[Record]] = [[] for _ in range(number)]
    for record in records:
        page = record.url.partition("#")[0]
        parts[int.from_bytes(hashlib.sha256(page.encode()).digest()[:8]) % number].append(record)
    return [part for part in parts if part]


def _index_of(
    records: Sequence[Record],
    language: str,
    folder: str,
    cache: Cache | None,
    key: str,
    *,
    first: bool,
) -> Index:
    """The index of these records; see `build_index`. Pagefind's programs are in the first part."""
    own = len(folder) + 1
    stored = cache.get_value(key, _StoredIndex) if cache else None
    if stored and _is_possible(stored, records):
        found = {f"{folder}/{name}": data for name, data in stored.files.items()}
        if not first:
            return Index(found, stored.ids)
        smallest = build_index([Record("-", "word", {})], language, folder)
        programs = {p: d for p, d in smallest.files.items() if not _DATA.fullmatch(p[own:])}
        return Index(programs | found, stored.ids)
    made = build_index(records, language, folder)
    data = {path[own:]: d for path, d in made.files.items() if _DATA.fullmatch(path[own:])}
    if cache:
        cache.put_value(key, _StoredIndex(data, made.ids))
    if first:
        return made
    return Index({f"{folder}/{name}": d for name, d in data.items()}, made.ids)


def _is_possible(stored: _StoredIndex, records: Iterable[Record]) -> bool:
    """Whether an index of these records can have these files, and give them these ids."""
    fragments = {f"fragment/{name}.pf_fragment" for name in stored.ids.values()}
    return (
        all(map(_DATA.fullmatch, stored.files))
        and fragments <= stored.files.keys()
        and stored.ids.keys() <= {record.url for record in records}
    )


def _key(records: Iterable[Record], language: str) -> str:
    total = hashlib.sha256(f"1 {version('pagefind-bin')} {language}".encode())
    encode = msgspec.msgpack.Encoder().encode
    for record in records:
        total.update(encode(record))
    return total.hexdigest()
