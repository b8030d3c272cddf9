"""The same more than once: messages in several mailboxes, and files within files.

Identical files of the seeds folder are not even read (`generator.read.choose`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.model import Document, Places


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
    """A problem for each message that is left out."""
    for n, kept in copied.items():
        document, other = documents[n], documents[kept]
        if document.thread.message and document.thread.message == other.thread.message:
            line = f", line {other.line:,}" if other.line > 1 else ""
            message = f"The same message as in {places.of(other.path)}{line}; published once."
            where, hint = places.of(document.path), "Remove one of them."
            yield Problem(where, document.line, "warning", message, hint)
