"""The pictures of pages that a site shows, made once and kept in the cache.

They are made by an executor, a few pages at a time, and within limits. A page whose picture cannot
be made has none; its text was read before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version

from generator.config import Config
from generator.engine.cache import Cache
from generator.engine.child import Child
from generator.engine.executors import Executor, Failure, Limits, Result
from generator.engine.executors.fork import untracked
from generator.errors import GivenUp, Problem, SourcebookError
from generator.model import Corpus, Document, PagePicture, Places, Scaled, Source
from generator.page_pictures import PACKAGES, page_pictures
from generator.read import member_data
from generator.thumbnails import Version

_MADE = "1"  # changes when `generator.page_pictures` makes other bytes of the same page
_AT_ONCE = 8  # pages that one worker draws before it opens the file again
_LIMITS = Limits(processor=60.0, memory=1_500_000_000, elapsed=1200.0)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Pages of one document: the file that it is or lies in, its own path and digest, the pages."""

    file: Source
    path: str
    digest: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageTask:
    """From some pages of a file to their pictures.

    libraries: their versions, which must be the same everywhere
    """

    libraries: tuple[str, ...]
    config: Config

    def prepare(self) -> Callable[[_Wanted], tuple[Version | None, ...]]:
        """The function to apply. Raises SourcebookError where other libraries are installed."""
        if self.libraries != _libraries():
            raise SourcebookError(
                "A machine of the cluster has other versions of the libraries for PDF.",
                "Install the same versions of all packages everywhere.",
            )
        return partial(Child().call, _drawn, self.config)

    def limits(self, item: _Wanted, /) -> Limits:
        """What one item may use."""
        return _LIMITS


def page_pictures_of(config: Config) -> PagePictures:
    """The pictures of pages of a project."""
    return PagePictures(Cache(config.cache / "pages"), config)


class PagePictures:
    """The pictures of pages, kept in a cache."""

    def __init__(self, cache: Cache, config: Config) -> None:
        self._cache = cache
        self._config = config
        self._wanted: dict[str, _Wanted] = {}  # by document
        self._made = " ".join((_MADE, *_libraries()))

    def drawn(
        self,
        corpus: Corpus,
        sources: Iterable[Source],
        executor: Executor,
        track: Callable[[Iterable[Result], int], Iterable[Result]] = untracked,
    ) -> tuple[tuple[PagePicture, ...], tuple[Problem, ...]]:
        """The pictures of the pages that the site is to show, by document and page, and which of
        them could not be made.
        """
        places = Places.among(replace(source, data=b"") for source in sources)
        pages = _pages(corpus, self._config.pages)
        documents = {d.id: d for d in corpus.documents if d.id in pages}
        self._wanted = {
            name: _Wanted(file, document.path, document.digest, tuple(pages[name]))
            for name, document in documents.items()
            if (file := places.file(document.path))
        }
        new = [
            replace(wanted, pages=part)
            for name, wanted in self._wanted.items()
            for part in _parts([p for p in wanted.pages if not self._known(documents[name], p)])
        ]
        problems = []
        if new:
            task = PageTask(_libraries(), self._config)
            for number, found in track(executor.run(task, new), len(new)):
                if isinstance(found, Failure):
                    problems.append(_without(new[number], found))
                else:
                    self._keep(new[number], found)
        pictures = (
            PagePicture(name, page, wanted.digest, scaled)
            for name, wanted in self._wanted.items()
            for page in wanted.pages
            if (scaled := self._scaled(documents[name], page))
        )
        return tuple(pictures), tuple(problems)

    def data(self, picture: PagePicture) -> bytes:
        """The bytes of the picture of a page."""
        kept = self._cache.get(self._key(picture.source_digest, picture.page, "data"))
        if kept and _digest(kept) == picture.picture.digest:
            return kept
        # The cache cannot be written, or was cleared.
        wanted = replace(self._wanted[picture.document], pages=(picture.page,))
        made = Child().call(_drawn, self._config, wanted)[0]
        return made.data if made else b""

    def _known(self, document: Document, page: int) -> tuple[int, int, int, str] | None:
        key = self._key(document.digest, page)
        return self._cache.get_value(key, tuple[int, int, int, str])

    def _keep(self, wanted: _Wanted, found: Sequence[Version | None]) -> None:
        for page, one in zip(wanted.pages, found, strict=True):
            if one is None:
                continue  # the page is damaged, which was reported when it was read
            known = (one.width, one.height, len(one.data), _digest(one.data))
            self._cache.put_value(self._key(wanted.digest, page), known)
            self._cache.put(self._key(wanted.digest, page, "data"), one.data)

    def _scaled(self, document: Document, page: int) -> Scaled | None:
        known = self._known(document, page)
        if known is None or not all(0 < number < 1_000_000_000 for number in known[:3]):
            return None
        return Scaled(f"media/{document.digest[:16]}-{page + 1}.webp", *known)

    def _key(self, digest: str, page: int, part: str = "") -> str:
        return _digest(f"{self._made}\0{digest}\0{page}\0{part}".encode())


def _pages(corpus: Corpus, which: str) -> dict[str, list[int]]:
    """The pages to show of each document that has pages, by its id."""
    paged = {d.id: d for d in corpus.documents if d.pages and d.pages[0].is_printed}
    if which == "all":
        return {name: list(range(len(document.pages))) for name, document in paged.items()}
    cited: dict[str, set[int]] = {}
    for event in corpus.events if which == "cited" and paged else ():
        for evidence in event.evidence if event.kind == "reported" else ():
            where = evidence.where
            if where.document in paged:
                pages = paged[where.document].pages_of(where.start, where.end)
                cited.setdefault(where.document, set()).update(pages)
    return {name: sorted(pages) for name, pages in cited.items()}


def _without(wanted: _Wanted, failure: Failure) -> Problem:
    first, last = wanted.pages[0] + 1, wanted.pages[-1] + 1
    several = f"pictures of its pages {first} to {last}"
    which = several if last > first else f"picture of its page {first}"
    message = f"No {which} could be made: {failure.reason}."
    return Problem(wanted.file.shown, 0, "warning", message, GivenUp.hint)


def _parts(pages: Sequence[int]) -> Iterable[tuple[int, ...]]:
    return [tuple(pages[at : at + _AT_ONCE]) for at in range(0, len(pages), _AT_ONCE)]


def _drawn(config: Config, wanted: _Wanted) -> tuple[Version | None, ...]:
    with open(wanted.file.file, "rb") as file:
        data = file.read()
    if wanted.path != wanted.file.path:
        data = member_data(replace(wanted.file, data=data), wanted.path, config)
    # What has changed since it was loaded is for the next build.
    if _digest(data) != wanted.digest:
        raise SourcebookError("The file has changed.")
    return page_pictures(data, wanted.pages)


def _libraries() -> tuple[str, ...]:
    return tuple(map(version, PACKAGES))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
