"""The line: load → read → analyse → derive → render → write.

This is the only module that knows all stages. Each takes what the one before it returned. What
`read` and `analyse` do with one source by itself is done once, and by many workers; see
`generator.engine.extraction`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.analyse import analyse, with_listed
from generator.config import Config
from generator.derive import (
    Derived,
    derive,
    with_changed,
    with_own_pages,
    with_recorded,
    withheld_spellings,
)
from generator.engine.analysis_cache import AnalysisCache
from generator.engine.cache import Cache
from generator.engine.executors import Executor, SerialExecutor
from generator.engine.extraction import ExtractionTask, child_reader, extract
from generator.engine.fingerprint import (
    analysis_fingerprint,
    inputs_fingerprint,
    site_fingerprint,
)
from generator.engine.leaks import refuse_leaks
from generator.engine.memory import (
    collector_for_new_objects,
    return_freed_memory,
    without_collector,
)
from generator.engine.progress import Progress
from generator.engine.publication import (
    kept_back_files,
    mode_of,
    named_without_text,
    publication_of,
    published_view,
    refuse_unmatched,
)
from generator.engine.report import Report, count, repeated, weighed
from generator.engine.shown_files import ShownFiles
from generator.engine.source_edits import decided
from generator.engine.state import BuildState, LastBuild
from generator.engine.unread_names import unread_names
from generator.engine.withholding import (
    Spellings,
    Withholding,
    ignored_by_git,
    refuse_unused,
    withheld,
)
from generator.errors import Problem, RenderError, faults, fit_to_publish
from generator.load import Loaded, load, load_one, source_of
from generator.model import Analysis, Corpus, Document, Edits, Source
from generator.page_pictures import PACKAGES as PAGE_PACKAGES
from generator.read import (
    OwnPages,
    choose,
    gather,
    read,
    read_edits,
    read_own_pages,
    redacted_problems,
)
from generator.redactions import redactor
from generator.render import compiled_templates, packages, render, render_sources
from generator.thumbnails import PACKAGES as PICTURE_PACKAGES
from generator.write import clear_up, digest_of, write, write_page

_MOST_LEFT_OUT = 5  # documents and entities whose pages fail; with more, the old site stays


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `corpus` is None where nothing had changed, so that nothing was done."""

    report: Report
    corpus: Corpus | None


def build(
    config: Config,
    progress: Progress,
    *,
    strict: bool = False,
    executor: Executor | None = None,
    jobs: int = 1,
    keep: bool = True,
) -> Built:
    """Build the site. With `strict`, any problem with a source leaves the old site in place.

    executor: reads and analyses the sources; by default, this process does
    jobs: processes that derive and render
    keep: whether the next build of this folder shall know what this one left

    Raises SourcebookError when no site can be built at all.
    """
    without: dict[str, RenderError] = {}
    while True:
        try:
            return _build(config, progress, strict, executor, jobs, without, keep)
        except RenderError as error:
            # Other pages link to the one that failed, so all are made again without its subject.
            if not error.subject or error.subject in without or len(without) == _MOST_LEFT_OUT:
                raise
            without[error.subject] = error


def _build(
    config: Config,
    progress: Progress,
    strict: bool,
    executor: Executor | None,
    jobs: int,
    without: Mapping[str, RenderError],
    keep: bool,
) -> Built:
    """Build the site once. `without`: why pages failed, by the documents or entities they show."""
    last = LastBuild(config)
    with progress.stage("load"):
        loaded = load(config)
        # What is withheld follows from the editors' tables, which are inputs.
        site = _site_fingerprint(config)
        given = (*loaded.sources, *loaded.curation, *loaded.own_pages)
        inputs = inputs_fingerprint(given, loaded.problems, site)
        state = last.state(inputs)
        unchanged = state is not None and state.site == digest_of(config.output)
    if state and unchanged:
        clear_up(config.output)
        return Built(repeated(state.report, strict=strict, costs=progress.costs), None)
    withholding = without_withheld(loaded, config, executor, progress)
    config, loaded, edits = withholding.config, withholding.loaded, withholding.edits
    site = _site_fingerprint(config) if config.redactions else site
    own = read_own_pages(loaded.own_pages, config)
    with without_collector():
        analysed = _read_and_analyse(loaded, config, executor, progress)
        unused = refuse_unused(withholding, analysed.withheld, complete=not analysed.given_up)
        derived = _derive(loaded, edits, own, analysed, config, jobs, progress, without)
        files = ShownFiles(config, executor or SerialExecutor())
        corpus, wrong = files.added(derived.corpus, loaded.sources, progress)
        if without and not derived.corpus.documents:
            raise next(iter(without.values()))
        problems = tuple(sorted((*_all_problems(loaded, analysed, derived), *wrong, *unused)))
        complete = not analysed.given_up and derived.complete
        report = replace(
            count(corpus, problems, analysed.notes),
            given_up=analysed.given_up,
            died=analysed.died,
        )
        embargoes = (*analysed.embargoes, *own.embargoes)
        kept_back = kept_back_files(corpus.documents, loaded.sources)
        del loaded, analysed  # among them the bytes of all sources
        if strict and faults(problems):
            return Built(replace(report, costs=progress.costs), corpus)
        return_freed_memory()
        with progress.stage("render") as track:
            # Pages are rendered while they are written, so they need not all be in memory.
            shown = fit_to_publish(problems, kept_back)
            cache, parts = Cache(config.cache / "search"), Cache(config.cache / "data")
            plan = render(corpus, config, shown, site, cache, *files.read, parts)
            old = last.files()
            with collector_for_new_objects():
                written, tree = write(
                    plan.batches,
                    plan.closing,
                    config.output,
                    left=old,
                    jobs=jobs,
                    track=track,
                    approve=_approval(config, jobs),
                )
            sizes = {path: file.size for path, file in tree.files.items()}
            report = weighed(report, corpus, sizes, config)
            report = replace(report, written=written, costs=progress.costs)
            state = BuildState(inputs, tree.digest(), report, embargoes)
            parts.prune(())
            if keep:
                last.save(state if complete else None, tree.files)
    return Built(replace(report, costs=progress.costs), corpus)


def _site_fingerprint(config: Config) -> str:
    libraries = (*packages(), *PICTURE_PACKAGES, *PAGE_PACKAGES)
    return site_fingerprint(config, analysis_fingerprint(config), libraries)


def without_withheld(
    loaded: Loaded, config: Config, executor: Executor | None, progress: Progress
) -> Withholding:
    """The project without what its editors withhold, and with what they decided about sources.

    Raises CurationError for lines that cannot be carried out.
    """
    edits = read_edits(loaded.curation)
    config = decided(config, loaded.sources, edits)

    def spellings() -> Spellings:
        """The spellings of withheld names, for which everything is read once without redactions."""
        ignored_by_git(config.unredacted)
        analysed = _read_and_analyse(loaded, config, executor, progress, config.unredacted)
        none = read_own_pages((), config)
        derived = _derive(loaded, edits, none, analysed, config, 1, progress)
        return tuple(withheld_spellings(edits.entities, derived.corpus.entities))

    return withheld(config, loaded, edits, spellings)


def derive_corpus(
    config: Config, progress: Progress, executor: Executor | None = None, *, edited: bool = True
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus, and all that was wrong, sorted. `edited`: with what the editors' lines change."""
    loaded, analysed, derived = _derived(config, progress, executor, edited=edited)
    return derived.corpus, _all_problems(loaded, analysed, derived)


def shown_corpus(
    config: Config, progress: Progress, executor: Executor
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus as a build renders it, and everything that was wrong, sorted."""
    loaded, analysed, derived = _derived(config, progress, executor)
    files = ShownFiles(config, executor)
    corpus, wrong = files.added(derived.corpus, loaded.sources, progress)
    return corpus, tuple(sorted((*_all_problems(loaded, analysed, derived), *wrong)))


def derive_with_analyses(
    config: Config, progress: Progress, executor: Executor | None = None
) -> tuple[Corpus, tuple[Analysis, ...]]:
    """The corpus, and the analyses that it was derived from."""
    _, analysed, derived = _derived(config, progress, executor)
    return derived.corpus, analysed.analyses


def _derived(
    config: Config, progress: Progress, executor: Executor | None, *, edited: bool = True
) -> tuple[Loaded, _Analysed, Derived]:
    with progress.stage("load"):
        loaded = load(config)
    withholding = without_withheld(loaded, config, executor, progress)
    config, loaded = withholding.config, withholding.loaded
    own = read_own_pages(loaded.own_pages, config)
    analysed = _read_and_analyse(loaded, config, executor, progress)
    edits = withholding.edits if edited else Edits()
    derived = _derive(loaded, edits, own, analysed, config, 1, progress)
    return loaded, analysed, derived


@dataclass(frozen=True, slots=True)
class _Analysed:
    """All documents, with their analyses in the same order.

    problems: what was wrong with the sources
    notes: how they were understood
    given_up, died: see `generator.engine.report.Report`
    embargoes: see `generator.read.Found`
    withheld: the lines of the editors that have withheld something
    """

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    given_up: int
    died: bool
    embargoes: tuple[tuple[str, bool], ...]
    withheld: frozenset[str]


def _read_and_analyse(
    loaded: Loaded,
    config: Config,
    executor: Executor | None,
    progress: Progress,
    folder: Path | None = None,
) -> _Analysed:
    """Read and analyse all sources. `folder`: of the cache, if not the usual one."""
    fingerprint = analysis_fingerprint(config)
    with progress.stage("analyse") as track:
        chosen = choose(loaded.sources, config)
        cache = AnalysisCache(config, chosen.pictures, fingerprint, folder=folder)
        task = ExtractionTask(config, chosen.pictures, fingerprint)
        extraction = extract(chosen.sources, task, cache, executor or SerialExecutor(), track)
        cache.prune(chosen.sources)
        reading = gather(chosen, [result.found for result in extraction.results])
        own = [analysis for result in extraction.results for analysis in result.analyses]
        public = [one for n, one in enumerate(own) if n not in reading.left_out]
        documents = named_without_text(reading.documents, config)
        analyses = with_listed(documents, public)
    progress.note("read", extraction.reading, within=True)
    problems = (*reading.problems, *extraction.problems)
    return _Analysed(
        documents,
        analyses,
        problems,
        (*reading.notes, *unread_names(documents, config.names)),
        len(extraction.problems),
        extraction.died,
        reading.embargoes,
        reading.withheld,
    )


def _derive(
    loaded: Loaded,
    edits: Edits,
    own: OwnPages,
    analysed: _Analysed,
    config: Config,
    jobs: int,
    progress: Progress,
    without: Mapping[str, RenderError] = MappingProxyType({}),
) -> Derived:
    return_freed_memory()
    refuse_unmatched(config, loaded.sources)
    with progress.stage("derive"):
        publication = publication_of(analysed.documents, analysed.analyses, config)

        def derived_from(analyses: Sequence[Analysis]) -> Derived:
            given = (publication.documents, analyses, loaded.sources, edits)
            return derive(*given, config.min_mentions, jobs, without)

        derived = derived_from(publication.analyses)
        if publication.quoted:
            chosen, rest = publication.choose(derived.corpus, config.most_quoted)
            if rest is not None:
                derived = derived_from(rest)
                chosen, _ = publication.choose(derived.corpus, 100)
            derived = replace(derived, corpus=published_view(derived.corpus, chosen))
        derived = with_recorded(with_own_pages(derived, own.pages, config.hide), edits)
        problems = (*derived.problems, *own.problems)
        if config.redactions:  # own pages may name what is withheld
            problems = redacted_problems(problems, redactor(config.redactions))
        return replace(derived, problems=problems)


def _all_problems(loaded: Loaded, analysed: _Analysed, derived: Derived) -> tuple[Problem, ...]:
    return tuple(sorted((*loaded.problems, *analysed.problems, *derived.problems)))


def _approval(config: Config, jobs: int) -> Callable[[Path, Sequence[str]], None] | None:
    """What looks through a new site before it replaces the old one; None where nothing is kept."""
    if not config.redactions:
        return None
    return lambda folder, paths: refuse_leaks(
        config.redactions, folder, paths, config.output.name, jobs
    )


class PagePreview:
    """Shows a changed source on its own page, long before the whole site is built again.

    corpus: of the last build
    executor: reads and analyses the source; it prepares at once
    """

    def __init__(self, corpus: Corpus, config: Config, executor: Executor) -> None:
        loaded = load(config)
        edits = read_edits(loaded.curation)
        config = decided(config, loaded.sources, edits)
        self._corpus, self._config, self._executor = corpus, config, executor
        self._templates = compiled_templates(config)
        # What is withheld is known when all sources have been read.
        self._waits = bool(edits.redactions) or any(e.action == "redact" for e in edits.entities)
        self._pictures = choose(loaded.sources, config).pictures
        fingerprint = analysis_fingerprint(config)
        self._cache = AnalysisCache(config, self._pictures, fingerprint)
        self._task = ExtractionTask(config, self._pictures, fingerprint)
        for _ in executor.run(self._task, [Source("", "", b"", "")]):
            pass

    def show(self, path: Path) -> bool:
        """Update the page of a source; whether that was possible.

        It is where the source is on the site already, under the same name.
        """
        with without_collector():
            return self._show(path)

    def _show(self, path: Path) -> bool:
        source = None if self._waits else load_one(self._config, path)
        sources = [source] if source and source.path not in self._pictures else []
        extraction = extract(sources, self._task, self._cache, self._executor)
        documents = [d for result in extraction.results for d in result.found.documents]
        own = [analysis for result in extraction.results for analysis in result.analyses]
        analyses = with_listed(documents, own, self._corpus.documents)
        updated = with_changed(self._corpus, documents, analyses) if documents else None
        kept = any(mode_of(document, self._config) != "full" for document in documents)
        if updated is None or kept:
            return False  # how much of it may be shown is known when all is derived
        old = {document.id: document for document in self._corpus.documents}
        changed = {document.id for document in documents if old[document.id] != document}
        pages = list(render_sources(updated, self._config, changed, self._templates))
        return all(write_page(page, self._config.output) for page in pages)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in single files: documents, their analyses in the same order, problems."""

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]


def find_in(paths: Iterable[Path], config: Config) -> Found:
    """The line as far as `analyse`, for files anywhere. Raises SourcebookError for one missing."""
    # What is to be public is asked where a site is made, not where a file is named.
    config = replace(config, drafts=True)
    reading = read([source_of(path) for path in paths], config, child_reader())
    return Found(reading.documents, analyse(reading.documents, config), reading.problems)
