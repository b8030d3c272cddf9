"""The line: load → read → analyse → derive → render → write.

This is the only module that knows all stages. Each takes what the one before it returned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.analyse import analyse
from generator.config import Config
from generator.derive import derive
from generator.errors import Problem
from generator.load import load, source_of
from generator.model import Analysis, Corpus, Document
from generator.progress import Progress
from generator.read import read
from generator.render import render
from generator.report import Report, count
from generator.write import write


def build(config: Config, progress: Progress, *, strict: bool = False) -> Report:
    """Build the site. With `strict`, any problem with a source leaves the old site in place.

    Raises SourcebookError when no site can be built at all.
    """
    corpus, problems = derive_corpus(config, progress)
    if strict and problems:
        return count(corpus, problems, None, progress.seconds)
    with progress.stage("write") as track:
        # Pages are rendered while they are written, one at a time.
        outputs = progress.measured("render", render(corpus, config, problems))
        written = write(track(outputs), config.output)
    return count(corpus, problems, written, progress.seconds)


def derive_corpus(config: Config, progress: Progress) -> tuple[Corpus, tuple[Problem, ...]]:
    """The line as far as `derive`: the corpus, and all that was wrong with it, sorted."""
    with progress.stage("load"):
        loaded = load(config)
    with progress.stage("read") as track:
        reading = read(track(loaded.sources), config)
    with progress.stage("analyse") as track:
        analyses = analyse(reading.documents, track(reading.documents), config)
    with progress.stage("derive"):
        derived = derive(
            reading.documents, analyses, loaded.sources, loaded.curation, config.min_mentions
        )
    problems = sorted((*loaded.problems, *reading.problems, *derived.problems))
    return derived.corpus, tuple(problems)


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in single files: documents, their analyses in the same order, problems."""

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]


def examine(paths: Iterable[Path], config: Config) -> Examined:
    """The line as far as `analyse`, for files anywhere. Raises SourcebookError for one missing."""
    reading = read([source_of(path) for path in paths], config)
    analyses = analyse(reading.documents, reading.documents, config)
    return Examined(reading.documents, analyses, reading.problems)
