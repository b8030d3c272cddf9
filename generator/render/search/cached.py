"""The search index, made anew only where what can be found has changed.

What is kept is data alone. The programs that the page runs to search come from Pagefind each time:
from a folder that anybody may have written to, no program is taken.
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

_DATA = re.compile(r"(?:(?:fragment|index)/)?[\w-]+\.(?:[\w-]+\.)?(?:pf_\w+|json)")


@dataclass(frozen=True, slots=True)
class _Kept:
    """The data of an index by their names, and the id that Pagefind gave to each url."""

    files: Mapping[str, bytes]
    ids: Mapping[str, str]


def index_of(records: Iterable[Record], language: str, folder: str, cache: Cache | None) -> Index:
    """The index of these records; see `build_index`."""
    everything = list(records)
    if cache is None:
        return build_index(everything, language, folder)
    key = _key(everything, language)
    kept = cache.get_value(key, _Kept)
    if kept is None or not all(map(_DATA.fullmatch, kept.files)):
        made = build_index(everything, language, folder)
        own = len(folder) + 1
        data = {path[own:]: d for path, d in made.files.items() if _DATA.fullmatch(path[own:])}
        cache.put_value(key, _Kept(data, made.ids))
        return made
    smallest = build_index([Record("-", "word", {})], language, folder)
    own = len(folder) + 1
    programs = {p: d for p, d in smallest.files.items() if not _DATA.fullmatch(p[own:])}
    return Index(programs | {f"{folder}/{n}": d for n, d in kept.files.items()}, kept.ids)


def _key(records: Iterable[Record], language: str) -> str:
    total = hashlib.sha256(f"1 {version('pagefind-bin')} {language}".encode())
    encode = msgspec.msgpack.Encoder().encode
    for record in records:
        total.update(encode(record))
    return total.hexdigest()
