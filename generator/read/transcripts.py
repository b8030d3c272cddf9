"""Transcripts in files of their own, whose records are rows of a table.

The file of a transcript has only who said what; its name is what the table calls the record, as in
CollectionBuilder's collections of interviews ("lee.csv" beside a row with the objectid "lee").
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model import Document
from generator.read.addresses import address_of


def with_records(documents: Sequence[Document]) -> list[Document]:
    """The documents; a transcript has the title, the date and the place of its record."""
    records: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.identifier and not _is_transcript(document):
            records[document.identifier].append(document)
    return [
        _joined(d, *own) if _is_transcript(d) and len(own := records[d.identifier]) == 1 else d
        for d in documents
    ]


def belonging(
    documents: Sequence[Document],
    private: Iterable[tuple[str, str]],
    copies: Iterable[tuple[str, str]] = (),
) -> frozenset[int]:
    """The indices of the documents that belong to a record that is not published.

    These are files that have its name, what gives it as its parent, and all that belongs to these.

    private: the path of the source of each such record, and its identifier
    copies: paths of sources that are not read, as another is identical; and that one's
    """
    named: dict[str, set[str]] = defaultdict(set)
    for copy, path in copies:
        named[path].add(_stem(copy))
    sources: dict[str, set[str]] = defaultdict(set)
    for path, identifier in private:
        sources[identifier].add(path)
    found: set[int] = set()
    more = True
    while sources and more:
        more = False
        for index, document in enumerate(documents):
            names = {_stem(document.path), *named[document.path]}
            if document.title_origin.code == "table-row":
                names = set()  # a record itself: its file may be called anything
            elsewhere = any(sources.get(name, set()) - {document.path} for name in names)
            if index not in found and (elsewhere or document.parent in sources):
                found.add(index)
                if document.identifier and not _is_transcript(document):
                    sources[document.identifier].add(document.path)
                    more = True
    return frozenset(found)


def undated(documents: Sequence[Document]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The path of each transcript without a date, with a message and a hint."""
    hint = "Name it like the identifier of its record, in a table that gives the date."
    for document in documents:
        if _is_transcript(document) and not document.date:
            yield document.path, ("No date.", hint)


def _is_transcript(document: Document) -> bool:
    name = _stem(document.path)
    # Rows begin below the header, other documents at the first line of their files.
    return bool(document.identifier) and document.identifier == name and document.line > 1


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _joined(document: Document, record: Document) -> Document:
    """A transcript with what its record says."""
    joined = replace(
        document,
        title=record.title,
        title_origin=record.title_origin,
        date=record.date,
        date_words=record.date_words,
        date_origin=record.date_origin,
        authors=record.authors,
        publisher=record.publisher,
        url=record.url,
        tags=tuple(dict.fromkeys((*record.tags, *document.tags))),
        people=tuple(dict.fromkeys((*record.people, *document.people))),
        places=record.places,
        coordinates=record.coordinates,
        parent=record.identifier,
    )
    return replace(joined, id=address_of(joined))
