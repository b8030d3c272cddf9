"""Read: from files to documents.

A reader (`generator.read.readers`) takes a file apart into drafts: metadata and a body. What
follows is the same for every kind of file: the metadata are checked, the body is split into
passages and sentences, the title is derived where there is none, and the document gets its stable
name. A file that cannot be read is reported; the others are not affected.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from generator import ids
from generator.config import Config
from generator.errors import Problem
from generator.model import Document, Source
from generator.read.decode import is_text
from generator.read.draft import Draft, Drafts, problem
from generator.read.fields import Fields, check_fields, one_line, parse_date
from generator.read.layout import Body, from_blocks, from_html
from generator.read.readers import known_suffixes, reader_for, suffix_of
from generator.read.sentences import split_sentences
from generator.read.title import derive_title

__all__ = [
    "Chosen",
    "Found",
    "Reading",
    "choose",
    "gather",
    "parse_date",
    "read",
    "read_source",
    "split_sentences",
]

# Pictures are no documents; they are published where a document shows them. SVG is left out: it
# can carry scripts.
_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


@dataclass(frozen=True, slots=True)
class Found:
    """What one source holds.

    problems: what was wrong with it
    pictures: addresses of pictures that it was searched for (paths below the seeds folder), and
        whether there was such a file; all that this depends on beside the source itself
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sources to be read, the paths of all pictures, and what was wrong."""

    sources: tuple[Source, ...]
    pictures: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `read` returns: documents in the order of their files, and what was wrong."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def read(sources: Iterable[Source], config: Config) -> Reading:
    """The documents of all sources."""
    chosen = choose(sources)
    return gather(chosen, [read_source(s, config, chosen.pictures) for s in chosen.sources])


def choose(sources: Iterable[Source]) -> Chosen:
    """Which sources are read: no pictures, and of equal files only the first."""
    everything = tuple(sources)
    pictures = frozenset(s.path for s in everything if suffix_of(s.path) in _IMAGES)
    problems = []
    chosen = []
    first: dict[str, str] = {}
    for source in everything:
        if source.path in pictures:
            continue
        if source.data and first.setdefault(source.digest, source.shown) != source.shown:
            message = f"The same, byte for byte, as {first[source.digest]}; published once."
            problems.append(problem(source, 0, "warning", message, "Remove one of them."))
        else:
            chosen.append(source)
    return Chosen(tuple(chosen), pictures, tuple(problems))


def gather(chosen: Chosen, found: Iterable[Found]) -> Reading:
    """All documents, each under a name of its own. `found`: in the order of the sources."""
    documents: list[Document] = []
    problems = list(chosen.problems)
    for one in found:
        documents += one.documents
        problems += one.problems
    names = ids.unique_ids((d.id, d.text) for d in documents)
    named = (
        d if d.id == name else replace(d, id=name) for d, name in zip(documents, names, strict=True)
    )
    return Reading(tuple(named), tuple(problems))


def read_source(source: Source, config: Config, pictures: frozenset[str] = frozenset()) -> Found:
    """The documents of one source. Whatever goes wrong with it is returned, not raised."""
    images = _Images(source.path, pictures)
    try:
        found = _drafts(source, config)
        documents = []
        problems = list(found.problems)
        for draft in found.drafts:
            document, wrong = _document(draft, config, images)
            problems += wrong
            if document:
                documents.append(document)
        return Found(tuple(documents), tuple(problems), images.asked)
    except Exception as error:  # a source must never stop the others, whatever a parser makes of it
        message = f"Cannot be read ({type(error).__name__}: {one_line(str(error))[:200]})."
        hint = "Please report this file to us."
        return Found((), (problem(source, 0, "error", message, hint),), images.asked)


def _drafts(source: Source, config: Config) -> Drafts:
    if not source.data.strip():
        return Drafts((), (problem(source, 0, "error", "The file is empty.", "Remove it."),))
    reader = reader_for(source.path)
    if reader is None:
        known = ", ".join(known_suffixes())
        wrong = problem(source, 0, "error", "Files of this type are not read.", f"Known: {known}")
        return Drafts((), (wrong,))
    if not is_text(source.data):
        return Drafts((), (problem(source, 0, "error", "This is no text.", "Remove it."),))
    return reader(source, config)


def _document(
    draft: Draft, config: Config, images: _Images
) -> tuple[Document | None, list[Problem]]:
    """The document made from a draft; None when it has neither a title nor a text."""
    fields, wrong = check_fields(draft)
    problems = list(wrong)
    language = fields.language or config.language
    body = _body(draft, language, images)
    if not body.text and not fields.title:
        message = "Has neither a title nor a text."
        return None, [problem(draft.source, draft.line, "error", message, "Remove it.")]
    if not body.text:
        problems.append(
            problem(
                draft.source,
                draft.line,
                "warning",
                "Has no text.",
                "Add the text below the metadata.",
            )
        )
    if not fields.date and not any("date" in p.message for p in problems):
        problems.append(
            problem(draft.source, draft.line, "warning", "Has no date.", draft.date_hint)
        )
    problems += [
        problem(
            draft.source,
            0,
            "warning",
            f'There is no picture "{name[:100]}".',
            "Put it beside the document (PNG, JPEG, GIF, WebP or AVIF).",
        )
        for name in body.missing
    ]
    return _assemble(draft, fields, body, language), problems


def _body(draft: Draft, language: str, images: _Images) -> Body:
    if not draft.html:
        return from_blocks(draft.blocks, language)
    return from_html(draft.html, language, images)


class _Images(dict[str, str]):
    """Looks an address used in a document up among the picture files, relative to the document."""

    def __init__(self, document: str, files: frozenset[str]) -> None:
        super().__init__()
        self._folder = posixpath.dirname(document)
        self._files = files
        self._asked: dict[str, bool] = {}

    @property
    def asked(self) -> tuple[tuple[str, bool], ...]:
        """Each file that was looked for, and whether it is there."""
        return tuple(self._asked.items())

    def __contains__(self, address: object) -> bool:
        path = self._path(str(address))
        return self._asked.setdefault(path, path in self._files)

    def __getitem__(self, address: str) -> str:
        return self._path(address)

    def _path(self, address: str) -> str:
        return posixpath.normpath(posixpath.join(self._folder, unquote(address)))


def _assemble(draft: Draft, fields: Fields, body: Body, language: str) -> Document:
    title, title_origin = fields.title, draft.origins.get("title", draft.origin)
    if not title:
        title, title_origin = derive_title(body.text, body.passages, draft.source.path)
    name = ids.document_id(fields.date, title, fields.url, fields.publisher, body.text)
    return Document(
        id=name,
        title=title,
        title_origin=title_origin,
        date=fields.date,
        date_origin=draft.origin if fields.date else None,
        authors=fields.author,
        publisher=fields.publisher,
        url=fields.url,
        language=language.replace("_", "-"),
        kind=fields.kind,
        tags=fields.tags,
        summary=fields.summary,
        people=fields.people,
        organisations=fields.organisations,
        places=fields.places,
        extra=fields.extra,
        path=draft.source.path,
        line=draft.line,
        digest=draft.source.digest,
        text=body.text,
        passages=body.passages,
        layout=body.layout,
        media=body.media,
    )
