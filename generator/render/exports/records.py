"""Records as JSON, a line each, in one file or in shards."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

import msgspec

from generator.render.exports import DataFile
from generator.render.exports.parts import Part

PACKAGES = ("msgspec",)  # distributions whose versions can change the files

T = TypeVar("T")
FORMAT = 2
MEDIA_TYPE = "application/json"  # RFC 8259


def record_files(
    name: str,
    title: str,
    about: str,
    things: Sequence[T],
    record: Callable[[T], object],
    fields: tuple[tuple[str, str], ...],
    shards: Mapping[str, Sequence[T]] = MappingProxyType({}),
    inputs: Callable[[T], object] | None = None,
) -> Iterator[DataFile]:
    """A file with one record for each of some things, under their name; or one for each shard.

    shards: the things of each, by its name
    inputs: all that a record is made of; None if that is not known
    """

    def make(own: Sequence[T]) -> bytes:
        """A line a record keeps the file readable and its differences small."""
        out = io.BytesIO()  # a hundred megabytes, perhaps: never a second time in pieces
        out.write(f'{{"format":{FORMAT},"{name}":[\n'.encode())
        for number, thing in enumerate(own):
            if number:
                out.write(b",\n")
            out.write(compact(record(thing)))
        out.write(b"\n]}\n")
        return out.getvalue()

    def parts(own: Sequence[T]) -> Sequence[Part]:
        known = (lambda: [inputs(one) for one in own]) if inputs else None
        return (Part(partial(make, own), known),)

    path = f"data/{name}.json"
    whole = DataFile(
        path,
        title,
        about,
        "JSON",
        MEDIA_TYPE,
        len(things),
        fields,
        partial(parts, things),
        packs=True,
    )
    if not shards:
        yield whole
    for shard, own in shards.items():
        there = f"data/{name}/{shard}.json"
        yield replace(whole, path=there, records=len(own), parts=partial(parts, own), whole=path)


def without(keys: Container[str], record: dict[str, object]) -> dict[str, object]:
    """A record without what is in files of its own."""
    return {key: value for key, value in record.items() if key not in keys}


def without_fields(
    keys: Container[str], fields: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """The fields of records without some."""
    return tuple(pair for pair in fields if pair[0] not in keys)


def compact(value: object) -> bytes:
    """JSON without white space, in UTF-8."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, which only the other encoder can replace
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")
