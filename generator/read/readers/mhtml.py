"""Web pages that a browser saved with their pictures in one file (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.readers import page
from generator.read.refused import Refused
from generator.read.transcoded import in_utf8

SUFFIXES = (".mhtml", ".mht")
BINARY = True
PACKAGES = page.PACKAGES

_PAGES = ("text/html", "application/xhtml+xml")
_BLANK = re.compile(rb"\r?\n\r?\n")
# A line of the head that is neither a field nor the rest of one (RFC 5322, 2.2): browsers have
# written titles of several lines as they are.
_BROKEN = re.compile(rb"\r?\n(?!\s|[!-9;-~]{1,76}:)")
_DEEPEST = 50  # messages within messages


def read_source(source: Source) -> Drafts:
    """One document: the page, its address, and the day on which it was saved."""
    if source.data.count(b"boundary=") > _DEEPEST:
        raise Refused("Has too many parts within parts.", "Save it again from a browser.")
    message = message_from_bytes(_with_whole_head(source.data))
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise Refused("Has no web page in it.", "Save it again from a browser.")
    root = _root(message, pages)
    payload = root.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    found = page.read_source(replace(source, data=in_utf8(data, root.get_content_charset() or "")))
    address = root["Content-Location"] or message["Snapshot-Content-Location"]
    given = {"url": "".join(str(address or "").split()), "captured": _day(message)}
    drafts = (
        replace(draft, fields={**{k: v for k, v in given.items() if v}, **draft.fields})
        for draft in found.drafts
    )
    notes = found.notes
    if len(pages) > 1:
        text = f"Frames of the page, left out: {len(pages) - 1:,}."
        notes = (*notes, problem(source, 0, "note", text))
    return replace(found, drafts=tuple(drafts), notes=notes)


def _with_whole_head(data: bytes) -> bytes:
    blank = _BLANK.search(data)
    end = blank.start() if blank else 0
    return _BROKEN.sub(b" ", data[:end]) + data[end:]


def _root(message: Message, pages: Sequence[Message]) -> Message:
    """The page itself: the part that the head names, or the first."""
    start = message.get_param("start")
    return next((p for p in pages if start and p["Content-ID"] == start), pages[0])


def _day(message: Message) -> str:
    """The day on which the page was saved, where that was; "" if the file does not say so."""
    found = parsedate(str(message["Date"] or ""))
    return f"{found[0]:04}-{found[1]:02}-{found[2]:02}" if found else ""
