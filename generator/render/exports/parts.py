"""Parts of data files, which are kept from one build to the next.

The files of a large archive are made in parts of about a hundred records, and each is kept, packed,
under a digest of all that it is made of. So a source that changes costs the parts that show it and
not the whole archive. Where a part ends follows from the names of its records alone, so that a
further record moves no other end. A packed file has a member for each part (RFC 1952, 2.2), and
its bytes are the same whether they were kept or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

from generator.engine.cache import Cache
from generator.render.keys import digest, packed

T = TypeVar("T")
_EVERY = 64  # names after one of so many, a part ends
_NOTHING = b""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file.

    make: makes its bytes
    inputs: all that it is made of besides the settings and our code; None if that is not known
    """

    make: Callable[[], bytes]
    inputs: Callable[[], object] | None = None


def whole(make: Callable[[], bytes]) -> Callable[[], Iterable[Part]]:
    """What makes the only part of a file that is never kept."""
    return lambda: (Part(make),)


def parts_of(
    things: Iterable[T],
    name: Callable[[T], str],
    make: Callable[[Sequence[T]], bytes],
    inputs: Callable[[T], object],
    between: bytes = _NOTHING,
) -> Iterator[Part]:
    """Parts with some things each.

    name: of a thing; those that follow each other with one name stay together
    make: makes the bytes of some things
    inputs: all that a thing is made of
    between: stands between two parts
    """
    for number, own in enumerate(_divided(things, name)):
        before = between if number else _NOTHING
        yield Part(
            lambda own=own, before=before: before + make(own),  # type: ignore[misc]
            lambda own=own, before=before: (before, [inputs(one) for one in own]),  # type: ignore[misc]
        )


def _divided(things: Iterable[T], name: Callable[[T], str]) -> Iterator[Sequence[T]]:
    own: list[T] = []
    last: str | None = None
    for thing in things:
        this = name(thing)
        if own and this != last and crc32((last or "").encode("utf-8", "replace")) % _EVERY == 0:
            yield own
            own = []
        own.append(thing)
        last = this
    if own:
        yield own


class KeptParts:
    """The parts of data files as the last builds left them.

    fingerprint: a digest of the settings and our code, on which all parts depend
    """

    def __init__(self, cache: Cache, fingerprint: str) -> None:
        self._cache, self._fingerprint = cache, fingerprint.encode()

    def take(self, path: str, part: Part, finish: Callable[[bytes], bytes]) -> bytes:
        """The finished bytes of a part of a file, made only if they are not known."""
        if part.inputs is None:
            return finish(part.make())
        key = digest(self._fingerprint, packed((path, part.inputs()))).hex()
        found = self._cache.get(key)
        if found is None:
            found = finish(part.make())
            self._cache.put(key, found)
        return found
