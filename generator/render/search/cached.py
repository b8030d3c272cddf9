"""The search index, made again only where what can be found has changed.

Only data is stored. The programs that the page runs to search come from Pagefind each time: no
program is taken from a folder that anybody may have written to.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version

import msgspec

from generator.engine.cache import Cache
from generator.render.search.pagefind import Index, Record, build_index

_NAME = r"[a-z0-9_-]{1,100}"
_DATA = re.compile(rf"(?:(?:fragment|index)/)?{_NAME}\.(?:{_NAME}\.)?(?:pf_[a-z]{{1,20}}|json)")


@dataclass(frozen=True, slots=True)
class _StoredIndex:
    """The data of an index by their names, and the id that Pagefind gave to each url."""

    files: Mapping[str, bytes]
    ids: Mapping[str, str]


def index_of(records: Iterable[Record], language: str, folder: str, cache: Cache | None) -> Index:
    """The index of these records; see `build_index`."""
    everything = list(records)
    if cache is None:
        return build_index(everything, language, folder)
    key = _key(everything, language)
    stored = cache.get_value(key, _StoredIndex)
    if stored is None or not _is_possible(stored, everything):
        made = build_index(everything, language, folder)
        own = len(folder) + 1
        data = {path[own:]: d for path, d in made.files.items() if _DATA.fullmatch(path[own:])}
        cache.put_value(key, _StoredIndex(data, made.ids))
        return made
    smallest = build_index([Record("-", "word", {})], language, folder)
    own = len(folder) + 1
    programs = {p: d for p, d in smallest.files.items() if not _DATA.fullmatch(p[own:])}
    return Index(programs | {f"{folder}/{n}": d for n, d in stored.files.items()}, stored.ids)


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
