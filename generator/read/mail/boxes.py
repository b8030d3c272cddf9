"""Mailboxes in one file (mbox): where each message begins.

A message begins with a line such as "From ann@example.org Fri May  3 23:30:00 2019", before a field
of its head. A line of a text that begins with "From " has a ">" before it,
which is taken away again; in the oldest form it has none, and begins no message as it has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.read.mail.heads import day_of

FROM_LINE = re.compile(
    rb"From (?:[^\r\n]{1,300}?[ \t]+)?(\w{3},? \w{3} {1,2}\d{1,2} {1,2}\d{1,2}:\d\d[^\r\n]{0,60})"
)
_HEADED = re.compile(rb"[^\r\n]*\r?\n(?:[A-Za-z-]{1,60}:|>From )")  # by a field of a head
_ANY_FIELD = re.compile(rb"[A-Za-z][A-Za-z-]{1,60}:[ \t]")
_ADDED = re.compile(rb"^(?:message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_USUAL = re.compile(rb"^(from|to|date|sent|subject|mime-version):[ \t]", re.I | re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^from:[ \t]*<?saved by ", re.IGNORECASE | re.MULTILINE)
_HEAD = 4000  # bytes
_LINE_END = ord("\n")
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_STAMP = re.compile(rb"(\w{3}),? (\w{3}) +(\d{1,2}) +([\d:]+)[^\r\n]*?(\d{4})")


@dataclass(frozen=True, slots=True)
class Boxed:
    """A message of a mailbox: its bytes, the line where it begins, the day of its arrival or ""."""

    data: bytes
    line: int
    day: str


def is_box(data: bytes) -> bool:
    """Whether a file begins as a mailbox does."""
    return FROM_LINE.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n \t")) is not None


def mail_suffix(data: bytes) -> str:
    """What the name of a file should end with, as far as it is mail; "" where it is none.

    Programs keep messages and mailboxes in files without a suffix. A text may begin like a head,
    but has no fields that are added on the way, and not three of those that all messages have.
    """
    start = data[:_HEAD]
    if is_box(start):
        return ".mbox"
    head = re.split(rb"\r?\n\r?\n", start.lstrip(), maxsplit=1)[0]
    if not _ANY_FIELD.match(head) or _SAVED_PAGE.search(head):
        return ""
    usual = {field[1].lower() for field in _USUAL.finditer(head)}
    return ".eml" if _ADDED.search(head) or len(usual) > 2 else ""


def messages(data: bytes) -> Iterator[Boxed]:
    """The messages of a mailbox, in their order."""
    starts = list(_starts(data))
    line, counted = 1, 0
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        line += data.count(b"\n", counted, start)
        counted = start
        first, _, own = data[start:end].partition(b"\n")
        yield Boxed(_QUOTED.sub(b"", own) if b">From " in own else own, line, _day(first))


def _starts(data: bytes) -> Iterator[int]:
    """Where messages begin."""
    at = -1
    while (at := data.find(b"From ", at + 1)) >= 0:
        after_line = at == 0 or data[at - 1] == _LINE_END
        if after_line and FROM_LINE.match(data, at):
            alone = not data[:at].strip() if at < _HEAD else False
            if alone or _HEADED.match(data, at):
                yield at


def _day(row: bytes) -> str:
    found = _STAMP.search(row)
    if not found:
        return ""
    _, month, day, clock, year = found.groups()
    return day_of(b" ".join((day, month, year, clock)))
