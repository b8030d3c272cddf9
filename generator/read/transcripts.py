"""Transcripts in files of their own, whose records are rows of a table.

The file of a transcript has only who said what; its name is what the table calls the record, as in
CollectionBuilder's collections of interviews ("lee.csv" beside a row with the objectid "lee"). So
may be those of captions, and of texts with times.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import Document
from generator.read.addresses import address_of

_LONGEST = 1_000  # code points of a description


def with_records(documents: Mapping[int, Document]) -> dict[int, Document]:
    """The documents; a transcript has the title, the date and the place of its record.

    It has all that the record says, which is then no document of its own, unless the record has a
    text itself, or several transcripts.
    """
    records: dict[str, list[int]] = defaultdict(list)
    transcripts: dict[str, list[int]] = defaultdict(list)
    for number, document in documents.items():
        if name := _record_of(document):
            transcripts[name].append(number)
        elif document.identifier:
            records[document.identifier].append(number)
    joined = dict(documents)
    for identifier, own in transcripts.items():
        if len(records[identifier]) != 1:
            continue
        record = documents[records[identifier][0]]
        is_one = len(own) == 1 and _is_description(record)
        for number in own:
            joined[number] = _joined(documents[number], record, is_one)
        if is_one:
            del joined[records[identifier][0]]
    return joined


def shown_with_transcripts(records: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The path of each table some of whose records are not documents of their own; a message."""
    counts = Counter(record.path for record in records)
    for path, number in sorted(counts.items()):
        yield path, f"Records that are shown with their transcripts, on one page: {number:,}."


def _is_description(record: Document) -> bool:
    """Whether a record has no text but a short description, which a summary can hold."""
    long = len(record.text) > _LONGEST or bool(record.text and record.summary)
    return _is_record(record) and not long


def belonging(
    documents: Sequence[Document],
    private: Iterable[tuple[str, str]],
    copies: Iterable[tuple[str, str]] = (),
) -> frozenset[int]:
    """The indices of the documents that belong to a record that is not published.

    These are its transcript, files that have its name and stand where those of its table do, what
    gives it as its parent, and all that belongs to these.

    private: the path of the source of each such record, and its identifier
    copies: paths of sources that are not read, as another is identical; and that one's
    """
    private = list(private)
    if not private:
        return frozenset()
    also: dict[str, list[str]] = defaultdict(list)
    for copy, path in copies:
        also[path].append(copy)
    places = _Places(documents, private)
    sources: dict[str, set[str]] = defaultdict(set)
    for path, identifier in private:
        sources[identifier].add(path)
    found: set[int] = set()
    more = True
    while more:
        more = False
        for index, document in enumerate(documents):
            # A record itself may stand in a file that is called anything.
            paths = () if _is_record(document) else (document.path, *also[document.path])
            named = any(places.are_of(sources.get(_stem(path), ()), path) for path in paths)
            own = _record_of(document) in sources
            if index not in found and (named or own or document.parent in sources):
                found.add(index)
                if document.identifier and not _is_transcript(document):
                    sources[document.identifier].add(document.path)
                    more = True
    return frozenset(found)


class _Places:
    """Where the files of a table's records stand: below its folder, or in one of their own.

    A folder is one of theirs if it has two files, and most of them have their names.
    """

    def __init__(self, documents: Sequence[Document], private: Iterable[tuple[str, str]]) -> None:
        self._known: dict[tuple[str, str], bool] = {}  # what has been asked
        self._names: dict[str, set[str]] = defaultdict(set)  # identifiers, by the path of the table
        for path, identifier in private:
            self._names[path].add(identifier)
        self._files: dict[str, set[str]] = defaultdict(set)  # stems of files, by their folder
        for document in documents:
            if not _is_record(document):
                self._files[posixpath.dirname(document.path)].add(_stem(document.path))
            elif document.path in self._names:
                self._names[document.path].add(document.identifier)

    def are_of(self, tables: Iterable[str], path: str) -> bool:
        """Whether a file stands where those of one of these tables do."""
        folder = posixpath.dirname(path)
        return any(self._is_of(table, folder) for table in tables if table != path)

    def _is_of(self, table: str, folder: str) -> bool:
        if (table, folder) not in self._known:
            above = posixpath.dirname(table)
            below = not above or f"{folder}/".startswith(f"{above}/")
            files = self._files[folder]
            theirs = 2 <= len(files) < 2 * len(files & self._names[table])
            self._known[table, folder] = below or theirs
        return self._known[table, folder]


def undated(documents: Sequence[Document]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The path of each transcript without a date, with a message and a hint."""
    hint = "Name it like the identifier of its record, in a table that gives the date."
    for document in documents:
        if _is_transcript(document) and not document.date:
            yield document.path, ("No date.", hint)
        elif _is_spoken(document) and not document.date:
            suffix = posixpath.splitext(document.path)[1]
            other = f"Name it YYYY-MM-DD-title{suffix}, or like its record in a table."
            yield document.path, ("No date.", other)


def _is_record(document: Document) -> bool:
    return document.title_origin.code == "table-row"


def _record_of(document: Document) -> str:
    """What the record is called whose transcript a document may be; "" if it is none."""
    if _is_transcript(document):
        return document.identifier
    return _stem(document.path) if _is_spoken(document) else ""


def _is_spoken(document: Document) -> bool:
    """Whether it is what captions say, or a text with times."""
    return not document.identifier and bool(document.pages) and document.pages[0].is_moment


def _is_transcript(document: Document) -> bool:
    name = _stem(document.path)
    # Rows begin below the header, other documents at the first line of their files.
    return bool(document.identifier) and document.identifier == name and document.line > 1


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _joined(document: Document, record: Document, is_one: bool) -> Document:
    """A transcript with what its record says; `is_one`: whether it stands for the record, too."""
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
        identifier=record.identifier,
        parent=record.identifier,
    )
    if is_one:
        joined = replace(
            joined,
            organisations=record.organisations,
            kind=record.kind,
            summary=record.summary or " ".join(record.text.split()),
            extra=(*record.extra, *document.extra),
            media=tuple(dict.fromkeys((*record.media, *document.media))),
            image=record.image,
            image_alt=record.image_alt,
            caption=record.caption,
            item=record.item,
            format=record.format,
            parent=record.parent,
        )
    return replace(joined, id=address_of(joined))
