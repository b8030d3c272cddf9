"""The parts of a message (RFC 2045 and 2046).

The standard library's parser calls itself for each part within a part, refuses some damaged heads,
and cannot give back an attached message byte by byte. This one reads what there is.
"""

from __future__ import annotations

import binascii
import quopri
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from functools import cached_property

_DEEPEST = 20  # parts within parts
_LONGEST_HEAD = 1_000_000  # bytes
_FIRST = 3  # lines of which one is a field, if it is a head at all
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*")
_BLANK = re.compile(rb"(?>\r\n|[\r\n])(?>\r\n|[\r\n])|\A(?>\r\n|[\r\n])")
_LINE_END = re.compile(rb"\r\n|\n|\r")
_BASE64 = (string.ascii_letters + string.digits + "+/").encode()
_NO_BASE64 = bytes(set(range(256)) - set(_BASE64))
_UU_BEGIN = re.compile(rb"^begin [0-7]{3} [^\r\n]{1,200}\r?\n", re.MULTILINE)

_UU_BLOCK = re.compile(
    r"^begin [0-7]{3} ([^\r\n]{1,200})\r?\n(?:[ -`]{1,62}\r?\n){1,100000}+(?:\r?\n)?end[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Part:
    """A message, or one of its parts.

    fields: the names of its header fields in lower case, and their values as bytes on one line
    content: what follows its head
    depth: how many parts it lies in
    """

    fields: tuple[tuple[str, bytes], ...]
    content: bytes
    depth: int = 0
    usual: str = "text/plain"

    def field(self, name: str) -> bytes:
        """The value of the first field of a name, which is in lower case; b"" if there is none."""
        return next((value for key, value in self.fields if key == name), b"")

    @cached_property
    def _described(self) -> Message:
        """Its type and disposition, taken apart by the standard library."""
        described = Message()
        for name in ("content-type", "content-disposition"):
            value = self.field(name)[:2000].decode("utf-8", "replace")
            if value:
                described[name] = " ".join(value.split())
        return described

    @cached_property
    def type(self) -> str:
        """Its content type, in lower case."""
        if not self.field("content-type").strip():
            return self.usual
        return self._described.get_content_type()

    def parameter(self, name: str) -> str:
        """A parameter of its content type, such as the charset; "" where there is none."""
        try:
            found = self._described.get_param(name, "")
            text = found[2] if isinstance(found, tuple) else str(found or "")
        except (ValueError, IndexError, TypeError):
            return ""
        return text.strip()

    @cached_property
    def is_attached(self) -> bool:
        """Whether it says that it is an attachment, and no part of the text."""
        return self._described.get_content_disposition() == "attachment"

    @cached_property
    def file_name(self) -> str:
        """The name of the file that it is, still encoded where it was; "" if it has none."""
        try:
            return self._described.get_filename("") or ""
        except (ValueError, IndexError, TypeError, LookupError):
            return ""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Those of a part that has others; those that lie too deep are left out."""
        boundary = self.parameter("boundary")
        if not self.type.startswith("multipart/") or not boundary or self.depth >= _DEEPEST:
            return ()
        usual = "message/rfc822" if self.type == "multipart/digest" else "text/plain"
        pieces = _pieces(self.content, boundary.encode("utf-8", "replace"))
        return tuple(parse(piece, self.depth + 1, usual) for piece in pieces)

    @cached_property
    def is_too_deep(self) -> bool:
        """Whether it has parts that are left out, as they lie too deep."""
        own = self.type.startswith("multipart/") and self.depth >= _DEEPEST
        return own or any(part.is_too_deep for part in self.parts)

    @cached_property
    def data(self) -> bytes:
        """Its content as it was before it was encoded for the way; damaged bytes are left out."""
        encoding = self.field("content-transfer-encoding").strip().lower()
        if encoding == b"quoted-printable":
            return quopri.decodestring(self.content)
        if encoding == b"base64":
            return _from_base64(self.content)
        if encoding in (b"x-uuencode", b"uuencode", b"x-uue", b"uue"):
            return _from_uu(self.content)
        return self.content


def parse(data: bytes, depth: int = 0, usual: str = "text/plain") -> Part:
    """A message or a part from its bytes. `usual`: its content type where it gives none."""
    end = _BLANK.search(data, 0, _LONGEST_HEAD)
    head, content = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    if not any(map(_FIELD.match, _LINE_END.split(head, _FIRST)[:_FIRST])):
        head, content = b"", data
    return Part(tuple(_fields(head)), content, depth, usual)


def _fields(head: bytes) -> Iterator[tuple[str, bytes]]:
    """The header fields, those in several lines as one."""
    name, rows = "", list[bytes]()
    for row in _LINE_END.split(head):
        if row[:1] in (b" ", b"\t") and name:
            rows.append(row.strip())
            continue
        if name:
            yield name, b" ".join(rows)
            name = ""
        found = _FIELD.match(row)
        if found:
            name, rows = found[1].decode("ascii").lower(), [row[found.end() :].strip()]
    if name:
        yield name, b" ".join(rows)


def _pieces(content: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the lines with a boundary; the last may lack its end."""
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$\n?", re.MULTILINE)
    start = None
    for found in line.finditer(content):
        if start is not None:
            yield content[start : _before_line_end(content, found.start())]
        if found[1]:
            return
        start = found.end()
    if start is not None and start < len(content):
        yield content[start:]


def _before_line_end(content: bytes, at: int) -> int:
    """Where the line end before a boundary begins, which belongs to the boundary."""
    for end in (b"\r\n", b"\n"):
        if content.endswith(end, 0, at):
            return at - len(end)
    return at


def _from_base64(content: bytes) -> bytes:
    kept = content.partition(b"=")[0].translate(None, _NO_BASE64)
    # The end of a damaged part may be missing.
    return binascii.a2b_base64(kept[: len(kept) // 4 * 4] + _padded(kept[len(kept) // 4 * 4 :]))


def _padded(rest: bytes) -> bytes:
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""


def without_uu(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """A text without the files that stand in it encoded as letters (uuencode), and these: name and
    bytes.
    """
    files: list[tuple[str, bytes]] = []

    def take(found: re.Match[str]) -> str:
        files.append((found[1].strip(), _from_uu(found[0].encode("ascii", "replace"))))
        return ""

    return _UU_BLOCK.sub(take, text) if "begin " in text else text, files


def _from_uu(content: bytes) -> bytes:
    begin = _UU_BEGIN.search(content)
    found = []
    for row in content[begin.end() if begin else 0 :].splitlines():
        if row.strip() in (b"", b"`", b"end"):
            break
        try:
            found.append(binascii.a2b_uu(row))
        except binascii.Error:
            length = (((row[0] - 32) & 63) * 4 + 5) // 3  # as much as the line says
            try:
                found.append(binascii.a2b_uu(row[:length]))
            except binascii.Error:
                continue
    return b"".join(found)
