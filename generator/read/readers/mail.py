"""Mail: single messages (.eml, .emlx) and mailboxes (.mbox). Each message is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.mail.boxes import is_box, messages
from generator.read.mail.letters import letter_of
from generator.read.mail.message import drafts_of

SUFFIXES = (".eml", ".emlx", ".mbox", ".mbx")
BINARY = True
CONTAINER = True
PACKAGES = ("lxml",)

_APPLE = re.compile(rb"\s*(\d{1,10})[ \t]*\r?\n")
_NO_MESSAGE = ("Not a message: it has no head.", "Save it again from your mail program.")


def read_source(source: Source) -> Drafts:
    """The messages in a file, and what is attached to them."""
    data = source.data.removeprefix(b"\xef\xbb\xbf")
    if is_box(data):
        return _joined(_of_box(source, data))
    if source.path.lower().endswith(".emlx"):
        # Apple's files begin with the length of the message, and end with what its program noted.
        found = _APPLE.match(data)
        data = data[found.end() : found.end() + int(found[1])] if found else data
    return _message(source, data.lstrip(b"\r\n"), 1, "", "")


def _of_box(source: Source, data: bytes) -> Iterator[Drafts]:
    found = list(messages(data))
    for number, one in enumerate(found, 1):
        yield _message(source, one.data, one.line, one.day, f"{number}/" if len(found) > 1 else "")


def _message(source: Source, data: bytes, line: int, day: str, folder: str) -> Drafts:
    """One message; whatever a damaged one does, the others are read."""
    try:
        letter = letter_of(data, day)
    except (ValueError, LookupError, RecursionError, OverflowError) as error:
        message = f"This message is damaged and was left out ({type(error).__name__})."
        return Drafts((), (problem(source, line, "error", message, _NO_MESSAGE[1]),))
    if letter is None:
        return Drafts((), (problem(source, line, "error", *_NO_MESSAGE),))
    return drafts_of(letter, source, line, folder)


def _joined(found: Iterator[Drafts]) -> Drafts:
    every = list(found)
    return Drafts(
        tuple(draft for one in every for draft in one.drafts),
        tuple(wrong for one in every for wrong in one.problems),
        tuple(note for one in every for note in one.notes),
        tuple(inner for one in every for inner in one.inside),
    )
