"""Examine: `read` and `analyse` for each source by itself, once.

What a source holds depends on its bytes, its name, a few settings, and on our code and models. A
digest of all these is the key under which the result is kept (`generator.engine.cache`), so that a
second build takes it from there. Results are kept as MessagePack, checked against the types of
`generator.model` when they are taken out, and against the source that they claim to be of: of
whatever is in the store, nothing gets on a page but text that is escaped there, and tags such as
`read` writes.

The sources that are left are spread over workers (`generator.engine.executors.processes`,
`generator.engine.executors.dask`).
"""

from __future__ import annotations

import hashlib
import platform
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Protocol

import msgspec

from generator.analyse import analyse_document
from generator.analyse.names import engine_for, engine_version, installed
from generator.config import Config
from generator.engine.cache import Store
from generator.engine.executors.processes import Answer, Failure, Work
from generator.errors import Problem, SourcebookError
from generator.model import Analysis, Document, Source, TimeExpression
from generator.read import Found, Reading, choose, gather, read_source
from generator.read.layout import is_harmless

_FORMAT = "1"  # to be changed with what is kept here, and how
_PACKAGE = Path(__file__).parents[1]
# Our code on which results depend, and packages of others that read for it.
_CODE = (
    "lang",
    "read",
    "analyse",
    "model/documents.py",
    "model/analysis.py",
    "model/reasons.py",
    "ids.py",
)
_PACKAGES = (
    "anyascii",
    "charset-normalizer",
    "lxml",
    "markdown",
    "nh3",
    "numpy",
    "onnxruntime",
    "python-frontmatter",
    "pyyaml",
    "tokenizers",
    "trafilatura",
)
_TIME_WORDS = tuple(f.name for f in fields(TimeExpression) if f.name not in ("start", "end"))
_SECONDS = 60.0  # that a source may take, and as much again for each megabyte


class Pool(Protocol):
    """Whatever spreads work: `Here`, `Workers`, or a cluster."""

    def run(self, work: Work, items: Sequence[Source]) -> Iterator[Answer]:
        """The answers as they come."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What one source holds and says: see `Found`; `analyses` are of its documents, in order."""

    found: Found
    analyses: tuple[Analysis, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """The examined sources, in their order; what went wrong on the way.

    kept: how many were taken from the store
    keys: of all entries in the store that belong to the sources
    reading: seconds spent on `read`, in all workers together
    """

    examined: tuple[Examined, ...]
    problems: tuple[Problem, ...]
    kept: int
    keys: frozenset[str]
    reading: float


@dataclass(frozen=True, slots=True)
class Examiner:
    """The work: from a source to its packed `Examined`, and the seconds that reading took.

    version: the fingerprint that results are kept under
    """

    config: Config
    pictures: frozenset[str]
    version: str

    def prepare(self) -> Callable[[Source], tuple[bytes, float]]:
        """Load the engine.

        Raises ConfigError when it cannot be had, and SourcebookError where other code than that of
        the build would do the work.
        """
        if fingerprint(self.config) != self.version:
            raise SourcebookError(
                f"Another version of Sourcebook, or of what it uses, is on {platform.node()}.",
                "Install the same versions of Python and of all packages everywhere.",
            )
        engine = engine_for(self.config.names)
        encode = msgspec.msgpack.Encoder().encode

        def examine(source: Source) -> tuple[bytes, float]:
            start = time.perf_counter()
            found = read_source(source, self.config, self.pictures)
            spent = time.perf_counter() - start
            analyses = [analyse_document(d, engine, self.config) for d in found.documents]
            return encode(Examined(found, tuple(analyses))), spent

        return examine

    def seconds(self, source: Source, /) -> float:
        """How long a source may take."""
        return _SECONDS * (1 + len(source.data) / 1_000_000)


def examine(
    sources: Sequence[Source],
    pictures: frozenset[str],
    config: Config,
    store: Store,
    pool: Pool,
    version: str,
    track: Callable[[Iterable[Answer], int], Iterable[Answer]] = lambda answers, total: answers,
) -> Examination:
    """Examine all sources; one that fails is reported and left out.

    pictures: paths of all pictures; see `generator.read.choose`
    version: the fingerprint
    track: reports how far an iterable is, of so many
    """
    keeper = _Keeper(store, pictures, version)
    packed = {n: data for n, source in enumerate(sources) if (data := keeper.get(source))}
    missing = [n for n in range(len(sources)) if n not in packed]
    work = Examiner(config, pictures, keeper.version)
    answers = pool.run(work, [sources[n] for n in missing])
    # While the workers work, what is known is taken out; each entry is let go then.
    examined = {n: keeper.open(sources[n], packed.pop(n)) for n in list(packed)}
    unsound = [n for n, found in examined.items() if found is None]
    problems: list[Problem] = []
    reading = 0.0
    for places in filter(None, (missing, unsound)):
        if places is unsound:
            answers = pool.run(work, [sources[n] for n in unsound])
        for place, answer in track(answers, len(places)):
            source = sources[places[place]]
            if isinstance(answer, Failure):
                problems.append(_failed(source, answer))
            else:
                reading += answer[1]
                examined[places[place]] = keeper.put(source, answer[0])
    kept = len(sources) - len(missing) - len(unsound)
    nothing = Examined(Found((), ()), ())
    done = tuple(examined.get(n) or nothing for n in range(len(sources)))
    keys = frozenset(map(keeper.key, sources))
    return Examination(done, tuple(problems), kept, keys, reading)


def store_of(config: Config) -> Store:
    """Where a project's results are kept."""
    return Store(config.cache / "analysis")


def read_once(
    sources: Iterable[Source],
    config: Config,
    track: Callable[[Iterable[Source], int], Iterable[Source]] = lambda items, total: items,
) -> Reading:
    """The documents of all sources; only what is not in the store is read, and nothing analysed.

    track: reports how far an iterable is, of so many
    """
    chosen = choose(sources)
    keeper = _Keeper(store_of(config), chosen.pictures, fingerprint(config))
    found = []
    for source in track(chosen.sources, len(chosen.sources)):
        kept = keeper.get(source)
        examined = keeper.open(source, kept) if kept else None
        found.append(examined.found if examined else read_source(source, config, chosen.pictures))
    return gather(chosen, found)


def _failed(source: Source, failure: Failure) -> Problem:
    message = f"Could not be analysed and is left out: {failure.reason}."
    return Problem(source.shown, 0, "error", message, "Please report this file to us.")


class _Keeper:
    """Puts results into the store and takes them out, checked."""

    def __init__(self, store: Store, pictures: frozenset[str], version: str) -> None:
        self._store = store
        self.version = version
        self._start = self.version.encode()
        self._pictures = pictures
        self._decode = msgspec.msgpack.Decoder(Examined).decode
        self._words: dict[str, str] = {}

    def key(self, source: Source) -> str:
        """The name of a source's entry."""
        own = "\0".join((source.path, source.shown, source.digest))
        return hashlib.sha256(self._start + own.encode("utf-8", "replace")).hexdigest()

    def get(self, source: Source) -> bytes | None:
        """A source's entry."""
        return self._store.get(self.key(source))

    def put(self, source: Source, data: bytes) -> Examined:
        """Keep a new result."""
        self._store.put(self.key(source), data)
        return _shared(self._decode(data), self._words)

    def open(self, source: Source, data: bytes) -> Examined | None:
        """What an entry holds; None when it is not what it should be."""
        try:
            examined = self._decode(data)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None
        asked = examined.found.pictures
        current = all((path in self._pictures) == there for path, there in asked)
        return _shared(examined, self._words) if current and _is_sound(examined, source) else None


def fingerprint(config: Config) -> str:
    """A digest of all that results depend on beside their sources: code, models, settings."""
    total = hashlib.sha256()
    known = (_FORMAT, sys.version.split()[0], config.language, config.date_order, config.names)
    for text in (*known, engine_version(config.names), *map(installed, _PACKAGES)):
        total.update(f"{text}\0".encode())
    for name in _CODE:
        path = _PACKAGE / name
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            total.update(file.read_bytes())
    return total.hexdigest()


def _shared(examined: Examined, words: dict[str, str]) -> Examined:
    """The same with one object for equal texts, of which there would be millions.

    Whatever names a place in a document has the document's name and a sentence's anchor. Nobody
    else has seen these objects yet, so that they may be written to.

    words: those that were met before, in other sources too
    """
    one, put = words.setdefault, object.__setattr__
    for document, analysis in zip(examined.found.documents, examined.analyses, strict=True):
        anchors = {s.anchor: s.anchor for p in document.passages for s in p.sentences}
        for mention in (*analysis.mentions, *analysis.adjectives):
            # Field by field, not in a loop over their names: there are half a million of them.
            put(mention, "text", one(mention.text, mention.text))
            put(mention, "name", one(mention.name, mention.name))
            put(mention, "role", one(mention.role, mention.role))
            where = mention.provenance
            put(where, "document", document.id)
            put(where, "anchor", anchors.get(where.anchor, where.anchor))
        for candidate in analysis.candidates:
            where, dated = candidate.where, candidate.time
            put(where, "document", document.id)
            put(where, "anchor", anchors.get(where.anchor, where.anchor))
            for name in _TIME_WORDS:
                word = getattr(dated, name)
                put(dated, name, one(word, word))
    return examined


def _is_sound(examined: Examined, source: Source) -> bool:
    """Whether a result can be that of a source."""
    documents, analyses = examined.found.documents, examined.analyses
    if [d.id for d in documents] != [a.document for a in analyses]:
        return False
    return all(map(_fits, documents, analyses)) and all(
        d.digest == source.digest and d.path == source.path for d in documents
    )


def _fits(document: Document, analysis: Analysis) -> bool:
    """Whether all offsets lie in the text, words are those there, and tags are harmless."""
    text, passages = document.text, document.passages
    places = [(p.number, p.start, p.end) for p in passages]
    if any(n != k or not 0 <= a <= b <= len(text) for k, (n, a, b) in enumerate(places)):
        return False
    layout = document.layout
    known = all(0 <= part < len(passages) for part in layout if isinstance(part, int))
    tags = [part for part in layout if isinstance(part, str)]
    tags += [tag.html for passage in passages for tag in passage.inline]
    anchors: dict[str, tuple[int, int]] = {}
    for passage in passages:
        for sentence in passage.sentences:
            anchors[sentence.anchor] = sentence.start, sentence.end
            if not passage.start <= sentence.start < sentence.end <= passage.end:
                return False
    found = [(m.provenance, m.text) for m in (*analysis.mentions, *analysis.adjectives)]
    found += [(c.where, text[c.where.start : c.where.end]) for c in analysis.candidates]
    count, nowhere = len(passages), (0, -1)
    for where, words in found:
        start, end = anchors.get(where.anchor, nowhere)
        if not start <= where.start < where.end <= end or where.document != document.id:
            return False
        if not 0 <= where.passage < count or text[where.start : where.end] != words:
            return False
    times = (*analysis.times, *(c.time for c in analysis.candidates))
    same = all(text[t.start : t.end] == t.text for t in times)
    return known and same and all(map(is_harmless, tags))
