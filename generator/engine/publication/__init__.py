"""How much of each source is published, and the corpus as it is published.

Of a source in full nothing changes. Of a source of which only quoted sentences are published, the
view of the corpus that is made here has no others, and of a record it has no text at all. All that
is rendered and exported is made from this view, so no page and no file needs to ask.

    name without the text → records → derive → choose sentences
        → derive again, if not all fit → view
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.config import FILE_NAME, Config, line_of
from generator.engine.publication.choice import (
    Chosen,
    choose_sentences,
    mode_of,
    statements_with,
)
from generator.engine.publication.excerpt import TEXTS
from generator.engine.publication.naming import named_without_text
from generator.engine.publication.view import published_view
from generator.errors import ConfigError
from generator.exclusions import covers
from generator.model import Analysis, Corpus, Document, Places, Publish, Source

__all__ = [
    "Publication",
    "kept_back_files",
    "mode_of",
    "named_without_text",
    "publication_of",
    "published_view",
    "refuse_unmatched",
]

_LISTS = ("tags", "people", "organisations", "places", "extra", "passages", "layout", "media",
          "pages")  # fmt: skip


def refuse_unmatched(config: Config, sources: Sequence[Source]) -> None:
    """Raise ConfigError for a pattern that stands for no source, as it may be misspelt."""
    for pattern, _ in config.publish_in:
        if not any(covers(pattern, source.path) for source in sources):
            where = f"{FILE_NAME}:{line_of(config, pattern)}"
            raise ConfigError(
                f'{where}: "{pattern}" in "publish_in" stands for no source.',
                "Write a file, a folder or a pattern as it is in the folder of the sources.",
            )


def kept_back_files(documents: Iterable[Document], sources: Iterable[Source]) -> frozenset[str]:
    """The files of which not all is published, as problems name them. Problems may quote them."""
    places = Places.among(sources)
    kept = [document.path for document in documents if document.publish in ("quotes", "record")]
    files = (file.shown for path in kept if (file := places.file(path)))
    return frozenset((*map(places.of, kept), *files))


@dataclass(frozen=True, slots=True)
class Publication:
    """Documents as they go into `derive`, and what is published of each.

    documents, analyses: of records, without any text
    modes: by the ids of documents, of those that are not published in full
    """

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    modes: Mapping[str, Publish]

    @property
    def quoted(self) -> frozenset[str]:
        """The ids of the documents of which sentences are published."""
        return frozenset(name for name, mode in self.modes.items() if mode == "quotes")

    def choose(self, corpus: Corpus, most: int) -> tuple[Chosen, tuple[Analysis, ...] | None]:
        """The sentences to publish of each quoted document, and the analyses without statements
        that need others; None where all of them are kept.

        corpus: derived from all statements
        most: percent of the sentences of a document that are published at most
        """
        chosen, complete = choose_sentences(corpus, self.quoted, most)
        if complete:
            return chosen, None
        by_id = {document.id: document for document in self.documents}
        return chosen, tuple(
            statements_with(one, by_id[one.document], chosen[one.document])
            if one.document in chosen
            else one
            for one in self.analyses
        )


def publication_of(
    documents: Sequence[Document], analyses: Sequence[Analysis], config: Config
) -> Publication:
    """What is published of documents, by their settings."""
    modes = {document.id: mode_of(document, config) for document in documents}
    bare = tuple(_record(d) if modes[d.id] == "record" else d for d in documents)
    empty = tuple(
        Analysis(one.document, (), (), (), ()) if modes[one.document] == "record" else one
        for one in analyses
    )
    kept = {name: mode for name, mode in modes.items() if mode != "full"}
    return Publication(bare, empty, kept)


def _record(document: Document) -> Document:
    """The record of a document: what one needs to find it."""
    texts: dict[str, Any] = dict.fromkeys(TEXTS, "")
    lists: dict[str, Any] = dict.fromkeys(_LISTS, ())
    return replace(
        document,
        **texts,
        **lists,
        text="",
        coordinates=None,
        whole=False,
        publish="record",
        sentences=sum(len(passage.sentences) for passage in document.passages),
    )
