"""Messages of Outlook: compound files with one stream for each property (MS-OXMSG)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.encodings import declared_label
from generator.read.inside import member, passed_on
from generator.read.mail import heads
from generator.read.mail.body import from_text
from generator.read.mail.heads import Person
from generator.read.mail.letters import private_of
from generator.read.mail.markup import from_page
from generator.read.mail.message import Attached, Letter, drafts_of, message_name
from generator.read.mail.mime import parse

# Ids of properties (MS-OXPROPS), as they stand in the names of streams.
_SUBJECT, _BODY, _HTML, _HEADERS = "0037", "1000", "1013", "007D"
_WRITER, _WRITER_ADDRESSES = ("0042", "0C1A"), ("5D01", "5D02", "0065", "0C1F")
_MESSAGE, _ANSWERED, _REFERENCES = "1035", "1042", "1039"
_RECEIVER, _RECEIVER_ADDRESSES = ("3001", "5FF6"), ("39FE", "3003")
_NAMES, _DATA = ("3707", "3704", "3001"), "3701"
_TIMES = (0x0039, 0x0E06)  # sent, delivered
_CODE_PAGES = (0x3FFD, 0x3FDE)
_SENSITIVITY = 0x0036
_RECEIVER_KIND, _ATTACHMENT_FLAGS, _HIDDEN = 0x0C15, 0x3714, 0x7FFE
_WITHIN_TEXT = 4  # flag of a picture in the text
_TO, _COPY = 1, 2
_EPOCH = date(1601, 1, 1)  # MS-DTYP 2.3.3
_TICKS_A_DAY = 24 * 60 * 60 * 10_000_000
_FIRST_DAY, _LAST_DAY = (date(1971, 1, 1) - _EPOCH).days, (date(2101, 1, 1) - _EPOCH).days
_DEEPEST = 3  # messages within messages


@dataclass(frozen=True, slots=True)
class _Storage:
    """A folder of a compound file with the properties of a message, a receiver or an attachment.

    names: paths of all streams and folders of the file
    at: the path of the folder
    skip: bytes before the properties of a fixed size
    """

    file: Any
    names: frozenset[tuple[str, ...]]
    at: tuple[str, ...]
    skip: int

    def data(self, name: str) -> bytes:
        """The bytes of a stream in the folder; b"" where there is none."""
        path = (*self.at, name)
        return bytes(self.file.openstream(list(path)).read()) if path in self.names else b""

    def text(self, *properties: str) -> str:
        """The first of some texts that there is."""
        for name in properties:
            found = self.data(f"__substg1.0_{name}001F").decode("utf-16-le", "replace")
            found = found or self._in_code_page(self.data(f"__substg1.0_{name}001E"))
            if found.strip("\0 \r\n"):
                return found.rstrip("\0")
        return ""

    def _in_code_page(self, data: bytes) -> str:
        return heads.in_charset(data, _code_page(_Storage(self.file, self.names, (), 32)))

    def fixed(self) -> Mapping[int, bytes]:
        """The properties of a fixed size: their eight bytes by their ids."""
        data = self.data("__properties_version1.0")[self.skip :]
        rows = (data[at : at + 16] for at in range(0, len(data) - 15, 16))
        return {int.from_bytes(row[2:4], "little"): row[8:] for row in rows}

    def number(self, name: int) -> int:
        """A property that is a number; 0 where it is missing."""
        return int.from_bytes(self.fixed().get(name, b"")[:4], "little")

    def folders(self, beginning: str) -> Iterator[_Storage]:
        """The folders in this one whose names begin like this, in their order."""
        depth = len(self.at)
        found = (p for p in self.names if len(p) == depth + 1 and p[:depth] == self.at)
        for path in sorted(p for p in found if p[-1].startswith(beginning)):
            yield _Storage(self.file, self.names, path, 8)


def _code_page(top: _Storage) -> str:
    pages = (top.number(name) for name in _CODE_PAGES)
    page = next((page for page in pages if page), 0)
    return {65001: "utf-8", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5"}.get(
        page, f"windows-{page}" if page else ""
    )


class OutlookMessage(_Storage):
    """A message; the whole file is one with `at` of () and `skip` of 32."""

    def drafts(self, source: Source, level: int) -> Drafts:
        """The document, and those of the messages attached to it."""
        letter = self._letter()
        found = drafts_of(letter, source)
        inner = [
            one
            for number, folder in enumerate(self.folders("__attach_version1.0_"), 1)
            if (one := self._attached_message(folder, source, number, level, letter))
        ]
        return Drafts(
            tuple(draft for one in (found, *inner) for draft in one.drafts),
            tuple(wrong for one in (found, *inner) for wrong in one.problems),
            inside=tuple(member for one in (found, *inner) for member in one.inside),
        )

    def _attached_message(
        self, folder: _Storage, source: Source, number: int, level: int, letter: Letter
    ) -> Drafts | None:
        at = (*folder.at, f"__substg1.0_{_DATA}000D")
        if at not in self.names or (*at, "__properties_version1.0") not in self.names:
            return None
        own = OutlookMessage(self.file, self.names, at, 24)
        name = f"{own.text(_SUBJECT).strip() or f'message-{number}'}.msg".replace("/", " ")
        one = member(source, name, b"", {}, message_name(letter.message))
        if level == _DEEPEST:
            message = "Lies in too many other messages; not read."
            return Drafts((), (problem(one.source, 0, "error", message, "Save it as a file."),))
        # It has no bytes of its own by which it could be told from others.
        digest = sha256("\0".join((source.digest, *at)).encode()).hexdigest()
        return passed_on(own.drafts(replace(one.source, digest=digest), level + 1), one)

    def _letter(self) -> Letter:
        head = parse(self.text(_HEADERS).encode("utf-8", "replace"))
        receivers = list(self.folders("__recip_version1.0_"))
        kinds = [(one.number(_RECEIVER_KIND) & 15, _receiver(one)) for one in receivers]
        subject = " ".join(self.text(_SUBJECT).split())
        answers = self.text(_ANSWERED), self.text(_REFERENCES)
        earlier = reversed(heads.ids(answers[1].encode()))
        name = next(iter(heads.ids(self.text(_MESSAGE).encode())), "")
        return Letter(
            subject=subject,
            day=heads.day_of(head.field("date")) or self._day(),
            writers=self._writers() or heads.people(head.field("from")),
            receivers=tuple(person for kind, person in kinds if kind == _TO and person.shown),
            copies=tuple(person for kind, person in kinds if kind == _COPY and person.shown),
            message=name or sha256("\0".join((subject, self.text(_BODY))).encode()).hexdigest(),
            answers=(*heads.ids(answers[0].encode()), *earlier),
            html=self._html(),
            attached=tuple(self._attached()),
            private=private_of(head, marked=self.number(_SENSITIVITY) > 0),
        )

    def _day(self) -> str:
        """The day when it was sent or delivered, in universal time: the file has no other."""
        fixed = self.fixed()
        for name in _TIMES:
            days = int.from_bytes(fixed.get(name, b""), "little") // _TICKS_A_DAY
            if _FIRST_DAY <= days < _LAST_DAY:
                return (_EPOCH + timedelta(days)).isoformat()
        return ""

    def _writers(self) -> tuple[Person, ...]:
        address = next((a for p in _WRITER_ADDRESSES if "@" in (a := self.text(p))), "")
        person = heads.person(self.text(*_WRITER), address)
        return (person,) if person.shown else ()

    def _html(self) -> str:
        page = self.data(f"__substg1.0_{_HTML}0102") or self.text(_HTML).encode()
        text = self.text(_BODY)
        if text.strip() or not page:
            return from_text(text)
        label = "utf-8" if not self.data(f"__substg1.0_{_HTML}0102") else ""
        return from_page(heads.in_charset(page, label or declared_label(page)))

    def _attached(self) -> Iterator[Attached]:
        for number, one in enumerate(self.folders("__attach_version1.0_"), 1):
            data = one.data(f"__substg1.0_{_DATA}0102")
            hidden = one.number(_HIDDEN) or one.number(_ATTACHMENT_FLAGS) & _WITHIN_TEXT
            name = one.text(*_NAMES).strip() or f"attachment-{number}"
            if data and not hidden:
                yield Attached(name, data)


def _receiver(one: _Storage) -> Person:
    address = next((a for p in _RECEIVER_ADDRESSES if "@" in (a := one.text(p))), "")
    return heads.person(one.text(*_RECEIVER), address)
