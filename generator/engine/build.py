"""The line: load → read → analyse → derive → render → write.

This is the only module that knows all stages. Each takes what the one before it returned. What
`read` and `analyse` do with one source by itself is done once, and by many workers; see
`generator.engine.extraction`.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.analyse import analyse, with_listed
from generator.config import Config
from generator.derive import derive, with_changed
from generator.engine.cache import Store
from generator.engine.executors.processes import Here
from generator.engine.extraction import Examiner, Pool, examine, fingerprint, store_of
from generator.engine.progress import Progress
from generator.engine.report import Report, count, unchanged
from generator.engine.state import Note, Notes, edition_of, inputs_of
from generator.errors import Problem
from generator.load import Loaded, load, load_one, source_of
from generator.model import Analysis, Corpus, Document, Source
from generator.read import choose, gather, read
from generator.render import SourcePages, render
from generator.write import clear_up, digest_of, write, write_page


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done; `corpus` is None where nothing had changed, and nothing was done."""

    report: Report
    corpus: Corpus | None


def build(
    config: Config,
    progress: Progress,
    *,
    strict: bool = False,
    pool: Pool | None = None,
    jobs: int = 1,
) -> Built:
    """Build the site. With `strict`, any problem with a source leaves the old site in place.

    pool: what reads and analyses the sources; by default this process
    jobs: processes that derive and render

    Raises SourcebookError when no site can be built at all.
    """
    notes = Notes(config)
    with progress.stage("load"):
        loaded = load(config)
        version = fingerprint(config)
        edition = edition_of(config, version)
        inputs = inputs_of(loaded, edition)
        note = notes.note()
        same = note and note.inputs == inputs and note.site == digest_of(config.output)
    if note and same:
        clear_up(config.output)
        return Built(unchanged(note.report, strict=strict, costs=progress.costs), None)
    with _without_collector():
        derivation = _derived(loaded, config, version, progress, pool or Here(), jobs)
        del loaded  # the bytes of all sources, which nobody needs from here on
        corpus, problems = derivation.corpus, derivation.problems
        if strict and problems:
            return Built(count(corpus, problems, None, progress.costs), corpus)
        _give_back()
        with progress.stage("render") as track:
            # Pages are made while they are written, so that they need not all be kept.
            shelf = Store(config.cache / "search", latest=True)
            plan = render(corpus, config, problems, edition, shelf)
            left = notes.states()
            with _apart_from_collector():
                written, site = write(
                    plan.batches, plan.closing, config.output, left=left, jobs=jobs, track=track
                )
            report = count(corpus, problems, written, progress.costs)
            now = Note(inputs, site.digest(), report)
            notes.keep(now if derivation.complete else None, site.files)
    return Built(replace(report, costs=progress.costs), corpus)


class FirstLook:
    """Shows a source that has changed on its page, long before everything is built anew.

    corpus: of the last build
    pool: what reads and analyses; it gets ready at once
    """

    def __init__(self, corpus: Corpus, config: Config, pool: Pool) -> None:
        self._corpus, self._config, self._pool = corpus, config, pool
        self._pages = SourcePages(config)
        self._store = store_of(config)
        self._pictures = choose(load(config).sources).pictures
        self._version = fingerprint(config)
        work = Examiner(config, self._pictures, self._version)
        for _ in pool.run(work, [Source("", "", b"", "")]):
            pass

    def show(self, path: Path) -> bool:
        """Show a source; whether that could be done.

        It can where the source is on the site already, under the same name.
        """
        with _without_collector():
            return self._show(path)

    def _show(self, path: Path) -> bool:
        config, corpus = self._config, self._corpus
        source = load_one(config, path)
        sources = [source] if source and source.path not in self._pictures else []
        done = examine(sources, self._pictures, config, self._store, self._pool, self._version)
        documents = [document for one in done.examined for document in one.found.documents]
        own = [analysis for one in done.examined for analysis in one.analyses]
        analyses = with_listed(documents, own, corpus.documents)
        looked = with_changed(corpus, documents, analyses) if documents else None
        if looked is None:
            return False
        old = {document.id: document for document in corpus.documents}
        changed = {document.id for document in documents if old[document.id] != document}
        pages = list(self._pages.render(looked, changed))
        return all(write_page(page, config.output) for page in pages)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without the search for cycles, of which frozen data have none, and which takes a third."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _apart_from_collector() -> Iterator[None]:
    """With the search for cycles, but not among what there is now, and without copying it.

    Looking at an object writes to it, and what is written to is no longer shared with a copy of
    this process.
    """
    searched = gc.isenabled()  # in the preview another thread may have changed that
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        if not searched:
            gc.disable()
        gc.unfreeze()


def _give_back() -> None:
    """Let the system have what is free, which the C library would keep: a fifth of the memory."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc alone
        if trim:
            trim(0)


@dataclass(frozen=True, slots=True)
class _Derivation:
    """The corpus, and all that was wrong, sorted; `complete`: whether every analysis came about."""

    corpus: Corpus
    problems: tuple[Problem, ...]
    complete: bool


def derive_corpus(
    config: Config, progress: Progress, pool: Pool | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The line as far as `derive`: the corpus, and all that was wrong with it, sorted."""
    with progress.stage("load"):
        loaded = load(config)
    derivation = _derived(loaded, config, fingerprint(config), progress, pool or Here())
    return derivation.corpus, derivation.problems


def _derived(
    loaded: Loaded,
    config: Config,
    version: str,
    progress: Progress,
    pool: Pool,
    jobs: int = 1,
) -> _Derivation:
    with progress.stage("analyse") as track:
        chosen = choose(loaded.sources)
        store = store_of(config)
        done = examine(chosen.sources, chosen.pictures, config, store, pool, version, track)
        store.prune(done.keys)
        reading = gather(chosen, [one.found for one in done.examined])
        own = [analysis for one in done.examined for analysis in one.analyses]
        analyses = with_listed(reading.documents, own)
    progress.note("read", done.reading, within=True)
    _give_back()
    with progress.stage("derive"):
        derived = derive(
            reading.documents,
            analyses,
            loaded.sources,
            loaded.curation,
            config.min_mentions,
            jobs,
        )
    problems = (*loaded.problems, *reading.problems, *done.problems, *derived.problems)
    return _Derivation(derived.corpus, tuple(sorted(problems)), not done.problems)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in single files: documents, their analyses in the same order, problems."""

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]


def find_in(paths: Iterable[Path], config: Config) -> Found:
    """The line as far as `analyse`, for files anywhere. Raises SourcebookError for one missing."""
    reading = read([source_of(path) for path in paths], config)
    return Found(reading.documents, analyse(reading.documents, config), reading.problems)
