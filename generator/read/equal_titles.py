"""Titles that several documents have.

Where two thirds of a folder would get the same title (the site's name, "Speech"), each gets that of
its file's name, unless its author gave it the title in front matter. What is equal then is said;
pages tell such documents apart by date or place.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.model import Document, Places, reason
from generator.read.file_names import file_name

_MOST_OF_A_FOLDER = 2 / 3
_SMALLEST_FOLDER = 3  # documents


def with_file_names(documents: Sequence[Document]) -> list[Document]:
    """The documents, with the names of files as titles where most of a folder have the same."""
    files = Counter(d.path for d in documents)
    alone = [d for d in documents if files[d.path] == 1 and not _is_chosen(d)]
    sizes = Counter(posixpath.dirname(d.path) for d in alone)
    equal = Counter((posixpath.dirname(d.path), d.title.casefold()) for d in alone)
    common = {
        key
        for key, count in equal.items()
        if sizes[key[0]] >= _SMALLEST_FOLDER and count >= _MOST_OF_A_FOLDER * sizes[key[0]]
    }
    return [
        _with_file_name(d)
        if files[d.path] == 1
        and not _is_chosen(d)
        and (posixpath.dirname(d.path), d.title.casefold()) in common
        else d
        for d in documents
    ]


def _is_chosen(document: Document) -> bool:
    """Whether its author gave it its title, rather than a program that made a page or a PDF."""
    return document.title_origin.code == "front-matter" or bool(document.thread.message)


def _with_file_name(document: Document) -> Document:
    title = file_name(document.path).title
    return replace(document, title=title, title_origin=reason("file-name")) if title else document


def equal_titles(documents: Sequence[Document], place: Places) -> Iterator[Problem]:
    """A note on each title that several documents have; answers have that of what they answer."""
    documents = [document for document in documents if not document.thread.message]
    number = Counter(d.title.casefold() for d in documents)
    said: set[str] = set()
    for document in documents:
        title = document.title.casefold()
        if number[title] > 1 and title not in said:
            said.add(title)
            message = f'{number[title]} documents have the title "{document.title}".'
            hint = "Pages tell them apart by date or place; give each a title of its own."
            yield Problem(place.of(document.path), document.line, "note", message, hint)
