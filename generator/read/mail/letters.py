"""From the parts of a message in the form of the Internet (RFC 5322) to a `Letter`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from mimetypes import guess_extension

from generator.model import Source
from generator.read.decode import decode_raw
from generator.read.encodings import declared_label
from generator.read.mail import heads
from generator.read.mail.body import ENCRYPTED, from_text
from generator.read.mail.markup import from_page, words_in
from generator.read.mail.message import NO_ARCHIVE, PRIVATE, Attached, Letter
from generator.read.mail.mime import Part, parse, without_uu

_OWN = ("from", "date", "subject", "message-id", "to", "received", "sender")  # fields of messages
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature",
               "application/x-pkcs7-signature", "application/pgp-keys")  # fmt: skip
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_MACHINE = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
_ELSEWHERE = ("message/external-body", "message/partial")
_NOT_READ = (
    "Encrypted, or sealed in a form that is not read; that is left out.",
    "Save it from your mail program without encryption.",
)
_PRIVATE = (b"personal", b"private", b"company-confidential")  # RFC 2156, 5.3.4
_ENOUGH = 0.2  # of the words of a page, in the plain text that goes with it
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml"}
_PIECE = re.compile(r"att\d{3,6}\.(?:html?|txt)", re.IGNORECASE)  # of Exchange and Apple Mail
_LONGEST_TITLE = 300


def letter_of(data: bytes, day: str = "") -> Letter | None:
    """A message from its bytes; None where they have no head of a message.

    day: that of its arrival, for one in a mailbox, which may lack its head
    """
    part = parse(data)
    if not day and not any(name in _OWN for name, _ in part.fields):
        return None
    found = _Contents()
    _take(part, found)
    if part.is_too_deep:
        found.wrong.append(("Parts lie in too many others; left out.", "Save them as files."))
    own = heads.ids(part.field("message-id"))
    replied = heads.ids(part.field("in-reply-to"))
    answers = (*replied, *reversed(heads.ids(part.field("references"))))
    return Letter(
        subject=heads.text_of(part.field("subject"))[:_LONGEST_TITLE],
        day=_day(part) or day,
        writers=heads.people(part.field("from")) or heads.people(part.field("sender")),
        receivers=heads.people(part.field("to")),
        copies=heads.people(part.field("cc")),
        message=own[0] if own else sha256(data).hexdigest(),
        answers=answers,
        html="".join(found.html),
        attached=tuple(found.attached),
        private=private_of(part),
        wrong=tuple(dict.fromkeys(found.wrong)),
    )


def private_of(part: Part, *, marked: bool = False) -> dict[str, object]:
    """What withholds a message: its writer calls it private, or does not want it in archives.

    marked: whether it is marked as private elsewhere
    """
    found: dict[str, object] = {}
    if marked or part.field("sensitivity").strip().lower() in _PRIVATE:
        found |= PRIVATE
    wishes = part.field("x-no-archive") == b"" and part.field("archive").lower().startswith(b"no")
    if wishes or part.field("x-no-archive").lower().startswith(b"yes"):
        found |= NO_ARCHIVE
    return found


def _day(part: Part) -> str:
    """The day of a message: its own date, or else when it was first received."""
    received = [value for name, value in part.fields if name == "received"]
    stamps = (value.rpartition(b";")[2] for value in reversed(received))
    own = (part.field("date"), part.field("sent"))  # "Sent": as programs print and copy it
    days = (heads.day_of(value) for value in (*own, *stamps))
    return next(filter(None, days), "")


class _Contents:
    """The text of a message and what is attached to it, as far as they have been found."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.attached: list[Attached] = []
        self.wrong: list[tuple[str, str]] = []


def _take(part: Part, found: _Contents) -> None:
    """Take the text and the files of a part and of those in it."""
    if part.type.startswith("multipart/") and not part.parts:
        if not part.is_too_deep:  # its boundary is missing
            found.html.append(_text(part, found))
    elif part.type == "multipart/alternative":
        _take_alternative(part, found)
    elif part.type == "multipart/encrypted" or part.type in _SEALED:
        found.wrong.append(_NOT_READ)
    elif part.parts:
        for one in part.parts:
            _take(one, found)
    elif part.type in _ELSEWHERE:
        found.wrong.append(("A part of it is elsewhere; not read.", "Add that message, too."))
    elif part.type in _SIGNATURES or part.type in _MACHINE:
        pass
    elif part.type in ("text/plain", "text/html") and _is_text(part):
        found.html.append(_text(part, found))
    elif not _is_within_text(part):
        found.attached.append(Attached(_name(part, len(found.attached) + 1), part.data))


def _is_text(part: Part) -> bool:
    """Whether a text is of the message itself; some programs give parts of it names of files."""
    own = not part.is_attached and not part.file_name
    return own or _PIECE.fullmatch(part.file_name) is not None


def _is_within_text(part: Part) -> bool:
    """Whether a part is a picture in a text, such as a letterhead."""
    known = bool(part.field("content-id")) and not part.is_attached
    return known and part.type.startswith("image/")


def _take_alternative(part: Part, found: _Contents) -> None:
    """Of several forms of one text take the plain one, unless it leaves most of it out."""
    forms = [(form, list(_texts(form))) for form in part.parts]
    plain = next((form for form in forms if any(t.type == "text/plain" for t in form[1])), None)
    page = next((form for form in forms if any(t.type == "text/html" for t in form[1])), None)
    chosen = plain or page
    if plain and page and plain is not page:
        own, other = (
            words_in("".join(_text(t, _Contents()) for t in form[1])) for form in (plain, page)
        )
        chosen = page if own < _ENOUGH * other else plain
    for form, _ in forms:
        if chosen is None or form is chosen[0]:
            _take(form, found)
        else:
            found.attached += _files(form)


def _texts(part: Part) -> Iterator[Part]:
    """The texts in a part that are not files."""
    if part.type in ("text/plain", "text/html") and not part.is_attached:
        yield part
    for one in part.parts:
        yield from _texts(one)


def _files(part: Part, *, within: bool = False) -> Iterator[Attached]:
    """The files in a form of a text that is not used: attached, or shown within it."""
    shown = within and bool(part.file_name) and not _is_within_text(part) and not _is_text(part)
    if (part.is_attached or shown) and not part.parts and part.type not in _SIGNATURES:
        yield Attached(_name(part, 1), part.data)
    for one in part.parts:
        yield from _files(one, within=True)


def _text(part: Part, found: _Contents) -> str:
    """The HTML of a text."""
    data = part.data
    label = part.parameter("charset")
    if part.type == "text/html":
        return from_page(_decoded(data, label or declared_label(data), found))
    text, files = without_uu(_decoded(data, label, found))
    found.attached += (Attached(name, data) for name, data in files)
    if ENCRYPTED in text:
        found.wrong.append(_NOT_READ)
    flowed = part.parameter("format").lower() == "flowed"
    return from_text(text, flowed=flowed, without_spaces=part.parameter("delsp").lower() == "yes")


def _decoded(data: bytes, label: str, found: _Contents) -> str:
    decoded = decode_raw(Source("", "", data, ""), label)
    found.wrong += [(wrong.message, wrong.hint) for wrong in decoded.problems]
    return decoded.text


def _name(part: Part, number: int) -> str:
    """The name of an attached file."""
    name = heads.text_of(part.file_name.encode("utf-8", "replace"))
    if name:
        return name
    suffix = _SUFFIXES.get(part.type) or guess_extension(part.type) or ""
    return f"attachment-{number}{suffix}"
