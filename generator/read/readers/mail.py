"""Mail: single messages (.eml, .emlx) and mailboxes (.mbox). Each message is a document."""

from __future__ import annotations

import re

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.mail.boxes import is_box, messages
from generator.read.mail.letters import letter_of
from generator.read.mail.message import Letter, drafts_of, with_known_names

SUFFIXES = (".eml", ".emlx", ".mbox", ".mbx")
BINARY = True
CONTAINER = True
PACKAGES = ("lxml",)

_APPLE = re.compile(rb"\s*(\d{1,10})[ \t]*\r?\n")
_HINT = "Save it again from your mail program."


def read_source(source: Source) -> Drafts:
    """The messages in a file, and what is attached to them."""
    data = source.data.removeprefix(b"\xef\xbb\xbf")
    if is_box(data):
        return _of_box(source, data)
    if source.path.lower().endswith(".emlx"):
        # Apple's files begin with the length of the message, and end with what its program noted.
        found = _APPLE.match(data)
        data = data[found.end() : found.end() + int(found[1])] if found else data
    letter, why = _letter(data.lstrip(b"\r\n"), "")
    if letter is None:
        return Drafts((), (problem(source, 1, "error", why, _HINT),))
    return drafts_of(letter, source)


def _of_box(source: Source, data: bytes) -> Drafts:
    """The messages of a mailbox; whatever a damaged one does, the others are read."""
    found = list(messages(data))
    read = [_letter(one.data, one.day) for one in found]
    wrong = tuple(
        problem(source, one.line, "error", why, _HINT)
        for one, (letter, why) in zip(found, read, strict=True)
        if letter is None
    )
    at = [
        (n, one.line)
        for n, (one, (letter, _)) in enumerate(zip(found, read, strict=True), 1)
        if letter
    ]
    letters = with_known_names([letter for letter, _ in read if letter])
    every = [
        drafts_of(letter, source, line, f"{number}/" if len(found) > 1 else "")
        for letter, (number, line) in zip(letters, at, strict=True)
    ]
    return Drafts(
        tuple(draft for one in every for draft in one.drafts),
        (*wrong, *(problem for one in every for problem in one.problems)),
        inside=tuple(inner for one in every for inner in one.inside),
    )


def _letter(data: bytes, day: str) -> tuple[Letter | None, str]:
    """A message, or why it cannot be read. `day`: as in `letter_of`."""
    try:
        letter = letter_of(data, day)
    except (ValueError, LookupError, RecursionError, OverflowError) as error:
        return None, f"This message is damaged and was left out ({type(error).__name__})."
    return letter, "" if letter else "Not a message: it has no head."
