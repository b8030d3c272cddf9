"""The files that pages show beside what was derived: pictures, pictures of pages, and originals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.config import Config
from generator.engine.executors import Executor
from generator.engine.originals import original_data, originals_of
from generator.engine.page_pictures import page_pictures_of
from generator.engine.pictures import pictures_of
from generator.engine.progress import Progress
from generator.errors import Problem
from generator.model import Corpus, ReadMedia, ReadOriginal, ReadPage, Source


class ShownFiles:
    """The files that the pages of a project show.

    executor: measures pictures and draws pages that are not known yet
    """

    def __init__(self, config: Config, executor: Executor) -> None:
        self._config, self._executor = config, executor
        self._pictures, self._pages = pictures_of(config), page_pictures_of(config)

    @property
    def read(self) -> tuple[ReadMedia, ReadPage, ReadOriginal]:
        """What gives their bytes, as rendering wants it."""
        return self._pictures.data, self._pages.data, original_data

    def added(
        self, corpus: Corpus, sources: Sequence[Source], progress: Progress
    ) -> tuple[Corpus, tuple[Problem, ...]]:
        """The corpus with its files, and what is wrong with them."""
        with progress.stage("pictures") as track:
            documents = corpus.documents
            media, wrong = self._pictures.measured(documents, sources, self._executor, track)
        with progress.stage("pages") as track:
            drawn, undrawn = self._pages.drawn(corpus, sources, self._executor, track)
        originals, kept = originals_of(self._config, documents, sources)
        found = replace(corpus, media=media, page_pictures=drawn, originals=originals)
        return found, (*wrong, *undrawn, *kept)
