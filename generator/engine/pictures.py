"""The pictures of a site: their sizes, and smaller versions of them, made once.

They are made by an executor, like the analyses of sources, and within limits; what is made is kept
in the cache under the digest of the picture. A picture that cannot be shown is reported and left
out. The versions' bytes are read from the cache only where they have changed on the site.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from typing import Any, overload

from generator.config import Config
from generator.engine.cache import Cache
from generator.engine.child import Child
from generator.engine.executors import Executor, Failure, Limits, Result
from generator.engine.executors.fork import untracked
from generator.errors import Problem, SourcebookError
from generator.model import Document, Media, Scaled, Source, media_kind
from generator.thumbnails import PACKAGES, NotShown, Version, Versions, versions_of

_DIGEST = re.compile("[0-9a-f]{64}")
_MADE = "1"  # changes when `generator.thumbnails` makes other bytes of the same picture
_LIMITS = Limits(processor=60.0, memory=2_000_000_000, elapsed=1200.0)
_UNREADABLE = "Replace it with a JPEG, PNG, WebP or GIF file that programs can open."
_LOCATED = "The picture says where it was taken, and is published as it is."
_LOCATED_HINT = "If nobody may know that, remove the position from the file."


@dataclass(frozen=True, slots=True)
class Known:
    """What the cache knows of a picture; the bytes of its versions are entries of their own.

    width, height: in pixels, upright
    small, large: width, height, size and digest of its versions; `large` may be missing
    located: whether it says where it was taken
    """

    width: int
    height: int
    small: tuple[int, int, int, str]
    large: tuple[int, int, int, str] | None
    located: bool


@dataclass(frozen=True, slots=True)
class PictureTask:
    """From the bytes of a picture to its versions, or to the reason why it cannot be shown.

    libraries: their versions, which must be the same everywhere
    """

    libraries: tuple[str, ...]

    def prepare(self) -> Callable[[bytes], Versions | str]:
        """The function to apply. Raises SourcebookError where other libraries are installed."""
        if self.libraries != _libraries():
            raise SourcebookError(
                "A machine of the cluster has other versions of the libraries for pictures.",
                "Install the same versions of all packages everywhere.",
            )
        return partial(_versions, Child(_LIMITS.processor, _LIMITS.memory))

    def limits(self, item: bytes, /) -> Limits:
        """What one picture may use."""
        return _LIMITS


def _versions(child: Child, data: bytes) -> Versions | str:
    try:
        return child.call(versions_of, data)
    except NotShown as reason:
        return str(reason)


def _libraries() -> tuple[str, ...]:
    return tuple(map(version, PACKAGES))


def pictures_of(config: Config) -> Pictures:
    """The pictures of a project."""
    return Pictures(Cache(config.cache / "pictures"))


class Pictures:
    """The versions of pictures, kept in a cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._made = " ".join((_MADE, *_libraries()))

    def measured(
        self,
        documents: Iterable[Document],
        sources: Iterable[Source],
        executor: Executor,
        track: Callable[[Iterable[Result], int], Iterable[Result]] = untracked,
    ) -> tuple[tuple[Media, ...], tuple[Problem, ...]]:
        """The files that documents show, sorted by their paths, and what is wrong with them."""
        media = _media(documents, sources)
        pictures = {m.digest: m for m, _ in media if _has_versions(m)}
        known = {digest: self._known(digest) for digest in pictures}
        new = [pictures[digest] for digest, found in known.items() if found is None]
        faults: dict[str, str] = {}
        if new:
            task = PictureTask(_libraries())
            for number, found in track(executor.run(task, _Files(new)), len(new)):
                digest = new[number].digest
                if isinstance(found, Versions):
                    known[digest] = self._keep(digest, found)
                else:
                    faults[digest] = found.reason if isinstance(found, Failure) else found
        fit = (_described(m, known.get(m.digest)) for m, _ in media if m.digest not in faults)
        problems = (p for m, shown in media for p in _problems(m, shown, known, faults))
        return tuple(fit), tuple(problems)

    def data(self, media: Media, scaled: Scaled | None = None) -> bytes:
        """The bytes of a file, or of a smaller version of a picture."""
        if scaled is None:
            return _content(media)
        kept = self._cache.get(self._key(media.digest, scaled.digest))
        if kept and _digest(kept) == scaled.digest:
            return kept
        # The cache cannot be written, or was cleared.
        made = Child(_LIMITS.processor, _LIMITS.memory).call(versions_of, _content(media))
        return made.small.data if scaled is media.small or not made.large else made.large.data

    def _known(self, digest: str) -> Known | None:
        found = self._cache.get_value(self._key(digest), Known)
        return found if found and _is_possible(found) else None

    def _keep(self, digest: str, found: Versions) -> Known:
        own = [self._kept(digest, one) if one else None for one in (found.small, found.large)]
        small = own[0] or (0, 0, 0, "")
        known = Known(found.width, found.height, small, own[1], found.located)
        self._cache.put_value(self._key(digest), known)
        return known

    def _kept(self, digest: str, one: Version) -> tuple[int, int, int, str]:
        own = _digest(one.data)
        self._cache.put(self._key(digest, own), one.data)
        return one.width, one.height, len(one.data), own

    def _key(self, digest: str, version: str = "") -> str:
        return _digest(f"{self._made}\0{digest}\0{version}".encode())


class _Files(Sequence[bytes]):
    """The bytes of files, each read when it is asked for."""

    def __init__(self, media: Sequence[Media]) -> None:
        self._media = media

    def __len__(self) -> int:
        return len(self._media)

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[bytes]: ...
    def __getitem__(self, index: Any) -> Any:
        media = self._media[index]
        if isinstance(index, slice):
            return [_content(one) for one in media]
        data = _content(media)
        # What has changed since it was loaded is for the next build.
        return data if _digest(data) == media.digest else b""


def _content(media: Media) -> bytes:
    """The bytes of a file as it is now; b"" if it has gone."""
    try:
        with open(media.file, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _media(documents: Iterable[Document], sources: Iterable[Source]) -> list[tuple[Media, str]]:
    """The files that documents show, and how messages show their sources."""
    wanted = {path: shown for document in documents for shown, path in document.media}
    found = [
        (Media(wanted[s.path], s.path, s.file, s.digest, s.size, kind), s.shown)
        for s in sources
        if s.path in wanted and (kind := media_kind(s.path))
    ]
    return sorted(found, key=lambda pair: pair[0].path)


def _has_versions(media: Media) -> bool:
    """Whether smaller versions of a file are made; of AVIF they are not."""
    return media.kind == "picture" and not media.path.endswith(".avif")


def _described(media: Media, known: Known | None) -> Media:
    if known is None:
        return media
    stem = media.path.rpartition(".")[0]
    return replace(
        media,
        width=known.width,
        height=known.height,
        small=Scaled(f"{stem}-small.jpg", *known.small),
        large=Scaled(f"{stem}-large.jpg", *known.large) if known.large else None,
    )


def _problems(
    media: Media, path: str, known: dict[str, Known | None], faults: dict[str, str]
) -> Iterator[Problem]:
    """What is wrong with a file. `path`: as messages show it."""
    found = known.get(media.digest)
    if media.digest in faults:
        message = f"The picture cannot be shown: {faults[media.digest]}."
        yield Problem(path, 0, "error", message, _UNREADABLE)
    elif found and found.located:
        yield Problem(path, 0, "warning", _LOCATED, _LOCATED_HINT)


def _is_possible(known: Known) -> bool:
    """Whether the cache can know this of a picture."""
    versions = [one for one in (known.small, known.large) if one]
    numbers = (known.width, known.height, *(n for one in versions for n in one[:3]))
    are_digests = all(_DIGEST.fullmatch(one[3]) for one in versions)
    return are_digests and all(0 < n < 1_000_000_000 for n in numbers)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
