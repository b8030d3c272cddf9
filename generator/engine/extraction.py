"""Extraction: `read` and `analyse` for each source by itself, once.

Results are kept in the analysis cache (`generator.engine.analysis_cache`), so a second build takes
them from there. The sources that are left go to an executor (`generator.engine.executors`).
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from generator.analyse import analyse_document
from generator.analyse.names import engine_for
from generator.config import Config
from generator.engine.analysis_cache import AnalysisCache, ExtractionResult
from generator.engine.executors import Executor, Failure, Limits, Result
from generator.engine.executors.fork import untracked
from generator.engine.fingerprint import analysis_fingerprint
from generator.errors import Problem, SourcebookError
from generator.model import Source
from generator.read import Found, Reading, choose, gather, read_source

# What a source may use: several times what any honest one needs on a slow machine, where names take
# three minutes of processor time for each megabyte of text. Memory counts from what a worker has
# with its model loaded.
_PROCESSOR = 60.0  # seconds,
_PROCESSOR_PER_MB = 600.0  # and as many more for each megabyte
_MEMORY = 1_500_000_000  # bytes,
_MEMORY_PER_BYTE = 100  # and as many more for each byte
_WAITING = 20  # times as long by the clock, for a source that makes a library wait
_NOTHING = ExtractionResult(Found((), ()), ())


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in all sources.

    results: in the order of the sources
    problems: sources that could not be processed; their results are empty
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
    """From a source to its packed `ExtractionResult`, and the seconds that reading took.

    pictures: paths of all pictures (see `generator.read.choose`)
    fingerprint: the analysis fingerprint of this process
    processor, memory: limits of a source without any text, in seconds and bytes
    """

    config: Config
    pictures: frozenset[str]
    fingerprint: str
    processor: float = _PROCESSOR
    memory: int = _MEMORY

    def prepare(self) -> Callable[[Source], tuple[bytes, float]]:
        """Load the name engine.

        Raises ConfigError when it cannot be loaded, and SourcebookError where the worker's code is
        not that of the process that gave the task.
        """
        if analysis_fingerprint(self.config) != self.fingerprint:
            raise SourcebookError(
                f"{platform.node()} has another version of Sourcebook, or of what it uses.",
                "Install the same versions of Python and of all packages everywhere.",
            )
        engine = engine_for(self.config.names)
        encode = msgspec.msgpack.Encoder().encode

        def extract_one(source: Source) -> tuple[bytes, float]:
            start = time.perf_counter()
            found = read_source(source, self.config, self.pictures)
            seconds = time.perf_counter() - start
            analyses = [analyse_document(d, engine, self.config) for d in found.documents]
            return encode(ExtractionResult(found, tuple(analyses))), seconds

        return extract_one

    def limits(self, source: Source, /) -> Limits:
        """What a source may use."""
        size = len(source.data)
        processor = self.processor + _PROCESSOR_PER_MB * size / 1_000_000
        memory = self.memory + _MEMORY_PER_BYTE * size
        return Limits(processor, memory, _WAITING * processor)


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
    missing = [n for n in range(len(sources)) if n not in packed]
    submitted = executor.run(task, [sources[n] for n in missing])
    # While the workers work, the entries are unpacked, and each is dropped then.
    results = {n: cache.open(sources[n], packed.pop(n)) for n in list(packed)}
    failures: dict[int, Failure] = {}
    reading = 0.0
    refused = [n for n, result in results.items() if result is None]
    for numbers in filter(None, (missing, refused)):
        if numbers is refused:
            submitted = executor.run(task, [sources[n] for n in refused])
        for index, answer in track(submitted, len(numbers)):
            number = numbers[index]
            if isinstance(answer, Failure):
                failures[number] = answer
            else:
                results[number] = cache.put(sources[number], answer[0])
                reading += answer[1]
    found = tuple(results.get(n) or _NOTHING for n in range(len(sources)))
    return Extraction(
        found,
        tuple(_failed(sources[number], failure) for number, failure in failures.items()),
        any(failure.kind == "death" for failure in failures.values()),
        len(sources) - len(missing) - len(refused),
        reading,
    )


def read_once(
    sources: Iterable[Source],
    config: Config,
    track: Callable[[Iterable[Source], int], Iterable[Source]] = untracked,
) -> Reading:
    """The documents of all sources. Only those not in the cache are read; none are analysed.

    track: takes an iterable and its length, yields its items, and reports progress
    """
    chosen = choose(sources)
    cache = AnalysisCache(config, chosen.pictures, analysis_fingerprint(config))
    found = []
    for source in track(chosen.sources, len(chosen.sources)):
        packed = cache.get(source)
        cached = cache.open(source, packed) if packed else None
        found.append(cached.found if cached else read_source(source, config, chosen.pictures))
    return gather(chosen, found)


def _failed(source: Source, failure: Failure) -> Problem:
    message = f"Could not be analysed and is left out: {failure.reason}."
    hint = (
        "Please report this file to us." if failure.kind == "error" else "Split it, or remove it."
    )
    return Problem(source.shown, 0, "error", message, hint)
