"""The same more than once: messages in several mailboxes, and files within files.

Identical files of the seeds folder are not even read (`generator.read.choose`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.model import Document, Places

_HINT = "Nothing needs to be done; one of the copies can be removed."


def copies(documents: Sequence[Document], places: Places) -> Mapping[int, int]:
    """The indices of documents that are not published, each with that of the one that is.

    A message is known by its id; what lies within a file by its bytes, as often as it was attached.
    """
    inside = [(file := places.file(d.path)) is not None and file.path != d.path for d in documents]
    first: dict[str, str] = {}  # by digest the path of the one that stays: rather a file by itself
    for wanted in (False, True):
        for document, within in zip(documents, inside, strict=True):
            if within == wanted:
                first.setdefault(document.digest, document.path)
    at: dict[str, int] = {}
    messages: dict[str, int] = {}
    for n, document in enumerate(documents):
        at.setdefault(document.path, n)
    found: dict[int, int] = {}
    for n, document in enumerate(documents):
        message = document.thread.message
        if message and messages.setdefault(message, n) != n:
            found[n] = messages[message]
        elif inside[n] and first[document.digest] != document.path:
            found[n] = at[first[document.digest]]
    return {n: kept for n, kept in found.items() if kept not in found}


def with_all_messages(
    documents: Sequence[Document], copied: Mapping[int, int]
) -> tuple[Document, ...]:
    """The documents; each is attached to all messages to which it and its copies are."""
    messages = {kept: dict.fromkeys(documents[kept].thread.attached_to) for kept in copied.values()}
    for n, kept in copied.items():
        messages[kept] |= dict.fromkeys(documents[n].thread.attached_to)
    return tuple(
        replace(d, thread=replace(d.thread, attached_to=tuple(messages[n]))) if n in messages else d
        for n, d in enumerate(documents)
    )


def copy_problems(
    documents: Sequence[Document], copied: Mapping[int, int], places: Places
) -> Iterator[Problem]:
    """A problem for each file with messages that are left out, and each that has the same."""
    counts: dict[tuple[str, str], int] = {}
    lines: dict[tuple[str, str], int] = {}
    for n, kept in copied.items():
        document, other = documents[n], documents[kept]
        if document.thread.message and document.thread.message == other.thread.message:
            pair = document.path, other.path
            counts[pair] = counts.get(pair, 0) + 1
            lines.setdefault(pair, document.line)
    for (path, other_path), number in counts.items():
        message = f"Messages that are also in {places.of(other_path)}: {number:,}; published once."
        if path == other_path:
            message = f"Messages that are in this file twice: {number:,}; published once."
        yield Problem(places.of(path), lines[path, other_path], "warning", message, _HINT)
