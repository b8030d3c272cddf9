"""Extraction: `read` and `analyse` for each source by itself, once.

Results are kept in the analysis cache (`generator.engine.analysis_cache`), so a second build takes
them from there. The sources that are left go to an executor (`generator.engine.executors`); those
that turn out to hold many documents come back in parts (`generator.engine.parts`), which follow.
"""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import msgspec

from generator.analyse import analyse_document
from generator.analyse.names import engine_for
from generator.config import Config
from generator.engine.analysis_cache import AnalysisCache, ExtractionResult, joined
from generator.engine.child import Child
from generator.engine.executors import Executor, Failure, Limits, Result
from generator.engine.executors.fork import untracked
from generator.engine.fingerprint import analysis_fingerprint
from generator.engine.parts import Part, parts_of
from generator.errors import GivenUp, Problem, SourcebookError
from generator.model import Analysis, Document, Source
from generator.read import (
    Drafts,
    NativeReader,
    Reading,
    choose,
    gather,
    read_drafts,
    take_apart,
    take_member_apart,
)

# The number of a source in a list of them, and what is done now: all of it, or a part.
_Unit = tuple[int, Source | Part]
_Answer = tuple[bytes | tuple[Part, ...], float]

# What a source may use: several times what any honest one needs on a slow machine, where names take
# three minutes of processor time for each megabyte of text. Memory counts from what a worker has
# with its model loaded.
_PROCESSOR = 60.0  # seconds,
_PROCESSOR_PER_MB = 600.0  # and as many more for each megabyte
_MEMORY = 1_500_000_000  # bytes,
_MEMORY_PER_BYTE = 100  # and as many more for each byte
_TEXT = 20_000_000  # that may be text: what is larger has pictures and the like,
_TIMES = 4  # and is in memory as often
_BATCH = 200_000_000  # bytes of sources that are taken apart before what they hold is read
_SENT = 20_000_000  # bytes of a file that are sent to a child rather than read by it
_WAITING = 20  # times as long by the clock, for a source that makes a library wait


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in all sources.

    results: in the order of the sources
    problems: sources, or parts of them, that could not be processed; they are not in the results
    died: whether a worker's death is among them, so that another try may go better
    cached: how many results came from the cache
    reading: seconds spent on `read`, in all workers together
    """

    results: tuple[ExtractionResult, ...]
    problems: tuple[Problem, ...]
    died: bool
    cached: int
    reading: float


@dataclass(frozen=True, slots=True)
class ExtractionTask:
    """From a source or a part to its packed `ExtractionResult`, and the seconds that reading took.

    A source with many documents is only taken apart: its parts are the result.

    pictures: paths of all pictures (see `generator.read.choose`)
    fingerprint: the analysis fingerprint of this process
    analyse: whether to analyse the documents, or only read them
    processor, memory: limits of a source without any text, in seconds and bytes
    """

    config: Config
    pictures: frozenset[str]
    fingerprint: str
    analyse: bool = True
    processor: float = _PROCESSOR
    memory: int = _MEMORY

    def prepare(self) -> Callable[[Source | Part], _Answer]:
        """Load the name engine.

        Raises ConfigError when it cannot be loaded, and SourcebookError where the worker's code is
        not that of the process that gave the task.
        """
        if analysis_fingerprint(self.config) != self.fingerprint:
            raise SourcebookError(
                f"{platform.node()} has another version of Sourcebook, or of what it uses.",
                "Install the same versions of Python and of all packages everywhere.",
            )
        analyse = self._analyser()
        natively = child_reader()
        encode = msgspec.msgpack.Encoder().encode

        def extract_one(item: Source | Part) -> _Answer:
            start = time.perf_counter()
            if isinstance(item, Part):
                source, drafts = item.source, self._of_part(item, natively)
            else:
                source = with_data(item)
                drafts = take_apart(source, self.config, natively)
                parts = parts_of(source, drafts)
                if parts:
                    return parts, time.perf_counter() - start
            found = read_drafts(drafts, source, self.config, self.pictures)
            seconds = time.perf_counter() - start
            analyses = tuple(map(analyse, found.documents))
            return encode(ExtractionResult(found, analyses)), seconds

        return extract_one

    def _of_part(self, part: Part, natively: NativeReader) -> Drafts:
        if part.member:
            return take_member_apart(part.member, self.config, natively)
        return part.unpacked()

    def _analyser(self) -> Callable[[Document], Analysis]:
        """What analyses a document, or makes an empty analysis of it."""
        if not self.analyse:
            return lambda document: Analysis(document.id, (), (), (), ())
        engine = engine_for(self.config.names)
        return lambda document: analyse_document(document, engine, self.config)

    def limits(self, item: Source | Part, /) -> Limits:
        """What a source or a part may use."""
        size = _size(item)
        text = min(size, _TEXT)
        processor = self.processor + _PROCESSOR_PER_MB * text / 1_000_000
        memory = self.memory + _MEMORY_PER_BYTE * text + _TIMES * (size - text)
        return Limits(processor, memory, _WAITING * processor)


@dataclass(slots=True)
class _Work:
    """What has been done so far.

    results: of the parts of each source, by its number and that of the part: 0 where it has none
    parts: how many a source has
    failures: what could not be processed, and why
    reading: seconds spent on `read`
    """

    sources: Sequence[Source]
    cache: AnalysisCache
    results: dict[int, dict[int, ExtractionResult]] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)
    failures: list[tuple[Source | Part, Failure]] = field(default_factory=list)
    reading: float = 0.0

    def take(self, units: Sequence[_Unit], answers: Iterable[Result]) -> list[_Unit]:
        """Take the answers for some units; the parts that are still to be done."""
        more: list[_Unit] = []
        for index, answer in answers:
            number, item = units[index]
            if isinstance(answer, Failure):
                self.failures.append((item, answer))
                continue
            found, seconds = answer
            self.reading += seconds
            if isinstance(found, bytes):
                self._keep(number, item, found)
            else:
                more += self._begin(number, found)
        return more

    def result(self, number: int) -> ExtractionResult:
        """What was found in a source."""
        by_part = self.results.get(number, {})
        return by_part[0] if 0 in by_part else joined([by_part[part] for part in sorted(by_part)])

    def _keep(self, number: int, item: Source | Part, packed: bytes) -> None:
        source, part = self.sources[number], item.number if isinstance(item, Part) else 0
        by_part = self.results.setdefault(number, {})
        by_part[part] = self.cache.put(source, packed, part)
        if part and len(by_part) == self.parts[number]:
            self.cache.put_parts(source, len(by_part))

    def _begin(self, number: int, parts: Sequence[Part]) -> Iterator[_Unit]:
        """The parts of a source that are not in the cache, where an earlier build left the rest."""
        self.parts[number] = len(parts)
        by_part = self.results.setdefault(number, {})
        for part in parts:
            known = self.cache.open_part(self.sources[number], part.number)
            if known:
                by_part[part.number] = known
            else:
                yield number, part


def extract(
    sources: Sequence[Source],
    task: ExtractionTask,
    cache: AnalysisCache,
    executor: Executor,
    track: Callable[[Iterable[Result], int], Iterable[Result]] = untracked,
) -> Extraction:
    """Read and analyse all sources; one that fails is reported and left out.

    track: takes an iterable and its length, yields its items, and reports progress
    """
    packed = {n: data for n, source in enumerate(sources) if (data := cache.get(source))}
    units: list[_Unit] = [(n, source) for n, source in enumerate(sources) if n not in packed]
    batches = _batches(units)
    first = next(batches)
    submitted = executor.run(task, [item for _, item in first])
    # While the workers work, the entries are unpacked, and each is dropped then.
    opened = {n: cache.open(sources[n], packed.pop(n)) for n in list(packed)}
    work = _Work(sources, cache, {n: {0: result} for n, result in opened.items() if result})
    cached = len(work.results)
    more = work.take(first, track(submitted, len(first))) if first else []
    again: list[_Unit] = [(n, sources[n]) for n, result in opened.items() if not result]
    for batch in (more + again, *batches):
        more = batch
        while more:
            submitted = executor.run(task, [item for _, item in more])
            more = work.take(more, track(submitted, len(more)))
    return Extraction(
        tuple(map(work.result, range(len(sources)))),
        tuple(_failed(item, failure) for item, failure in work.failures),
        any(failure.kind == "death" for _, failure in work.failures),
        cached,
        work.reading,
    )


def _batches(units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """The sources, in as many batches as needed: what lies within those of one batch is all in
    memory before it is read. The first may be empty.
    """
    batch: list[_Unit] = []
    size = 0
    for number, source in units:
        if batch and size >= _BATCH:
            yield batch
            batch, size = [], 0
        batch.append((number, source))
        size += _size(source)
    yield batch


def _size(item: Source | Part) -> int:
    return item.size if isinstance(item, Part) else max(item.size, len(item.data))


def read_once(
    sources: Iterable[Source],
    config: Config,
    executor: Executor,
    track: Callable[[Iterable[Result], int], Iterable[Result]] = untracked,
) -> Reading:
    """The documents of all sources. Only those not in the cache are read; none are analysed.

    track: takes an iterable and its length, yields its items, and reports progress
    """
    chosen = choose(sources, config)
    key = config, chosen.pictures, analysis_fingerprint(config)
    cache = AnalysisCache(*key, read_only=True)
    task = ExtractionTask(*key, analyse=False)
    extraction = extract(chosen.sources, task, cache, executor, track)
    reading = gather(chosen, [result.found for result in extraction.results])
    return replace(reading, problems=(*reading.problems, *extraction.problems))


def child_reader() -> NativeReader:
    """What calls readers that use libraries in C in one child."""
    return partial(_read_in_child, Child())


def _read_in_child(
    child: Child, function: Callable[[Source, Config], Drafts], source: Source, config: Config
) -> Drafts:
    """What a function that reads with a library in C finds in a source, found in a child."""
    sent = source
    if len(source.data) > _SENT and source.file:
        sent = replace(source, data=b"")  # the child opens the file itself
    return child.call(_read_from_file, function, sent, config, size=len(source.data))


def _read_from_file(
    function: Callable[[Source, Config], Drafts], source: Source, config: Config
) -> Drafts:
    """What a function finds in a source, whose bytes are read now if they were not sent."""
    return function(with_data(source), config)


def with_data(source: Source) -> Source:
    """The source with its bytes, read now if it is so large that `load` did not keep them.

    Raises OSError if they cannot be read, or are others by now.
    """
    if source.data or not source.size:
        return source
    data = Path(source.file).read_bytes()
    if hashlib.sha256(data).hexdigest() != source.digest:
        raise OSError(f"{source.shown} has changed since the build began")
    return replace(source, data=data)


def _failed(item: Source | Part, failure: Failure) -> Problem:
    if isinstance(item, Part) and not item.member:
        source, line = item.source, item.first
        what = f"All rows from here to line {item.last:,} could not be analysed and are left out"
        hint = "Move some of them to another file, to find the one to blame."
    else:
        source = item.source if isinstance(item, Part) else item
        line, what = 0, "Could not be analysed and is left out"
        hint = "Split it, or remove it."
    if failure.kind == "error":
        hint = "Please report this file to us."
    if failure.kind == "child":
        what, hint = "Could not be read and is left out", GivenUp.hint
    return Problem(source.shown, line, "error", f"{what}: {failure.reason}.", hint)
