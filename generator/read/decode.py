"""From bytes to text, without losing a document.

UTF-8 is expected, and recognised whatever a page declares. UTF-16 is recognised by its mark or by
its many control bytes, the encodings that switch between ASCII and others by their escapes. A file
of which most is UTF-8 stays UTF-8: each damaged byte becomes U+FFFD. Anything else is read in the
encoding that it declares, or else in the likeliest one. All that may be wrong is reported.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model import Source
from generator.read.broken_letters import mended_letters
from generator.read.characters import clean, losses
from generator.read.draft import problem
from generator.read.encodings import MARKS, UTF8, Encoding, encoding_named
from generator.read.guess import guess
from generator.read.utf16 import byte_order

# Escapes that nothing but these encodings has.
_ESCAPES = {
    "iso-2022-jp": re.compile(rb"\x1b\$[@B]"),
    "iso-2022-kr": re.compile(rb"\x1b\$\)C"),
    "hz-gb-2312": re.compile(rb"~\{(?:[\x21-\x29\x30-\x77][\x21-\x7e])+~\}"),
}
# A character outside the first 65,536 as some databases write it: as two, each of three bytes.
_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_FEW_DAMAGED = 0.02  # share of characters beyond ASCII up to which a declaration is believed
_MANY_CONTROLS = 0.1  # share of control bytes from which a file is not text
_HEAD = 4096  # bytes that decide whether a file is text
# Tabs and line ends are common in text; escapes and shifts switch between character sets.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x0e\x0f"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a source with its own line ends and controls, and what is wrong."""

    text: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file as read in one encoding.

    damaged: number of sequences of bytes that became U+FFFD
    line: where the first of them is, or where bytes are that are not UTF-8; 0 if there are none
    guessed: whether nothing in the file names the encoding
    """

    text: str
    encoding: Encoding
    damaged: int = 0
    line: int = 0
    guessed: bool = False


def decode(
    source: Source, label: str = "", page_break: str = " "
) -> tuple[str, tuple[Problem, ...]]:
    """The clean text of a source, and what is wrong with it.

    page_break: what stands for one
    """
    raw = decode_raw(source, label)
    lost = [
        problem(source, _line_at(raw.text, at), "warning", message, hint)
        for at, message, hint in losses(raw.text)
    ]
    return clean(raw.text, page_break), (*raw.problems, *lost)


def decode_raw(source: Source, label: str = "") -> Decoded:
    """The text of a source with its own line ends and controls; broken letters are mended.

    label: of the encoding that the file declares, or ""
    """
    declared = encoding_named(label)
    found = _read(source.data, declared)
    name = found.encoding.name
    message, hint = "", "Check the characters and save the file as UTF-8."
    if found.guessed and declared and declared != UTF8:
        message = f'Not in the encoding that it declares ("{label}"); read as {name}.'
    elif label and not declared:
        message = f'The encoding that it declares ("{label}") is unknown; read as {name}.'
    elif found.guessed:
        message = f"Not UTF-8; read as {name}."
    elif found.damaged:
        lines = sum("\ufffd" in line for line in found.text.split("\n"))
        message = f"Contains bytes that are not {name}."
        if lines > 1:
            message = (
                f"{lines} lines, of which this is the first, contain bytes that are not {name}."
            )
        hint = "Correct the characters shown as \ufffd."
    problems = [problem(source, found.line, "warning", message, hint)] if message else []
    text, mended = mended_letters(found.text)
    problems += [
        problem(source, _line_at(found.text, at), "warning", *wrong) for at, *wrong in mended
    ]
    return Decoded(text, tuple(problems))


def is_text(data: bytes) -> bool:
    """Whether bytes can be text: programs and images are full of control characters."""
    head = data[:_HEAD]
    return _controls(head) < _MANY_CONTROLS * len(head) or _marked(data) or bool(byte_order(data))


def _read(data: bytes, declared: Encoding | None) -> _Reading:
    """The file in the encoding that it is in, or declares, or else in the likeliest."""
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return _read_as(data[len(mark) :], encoding)
    if data.startswith(codecs.BOM_UTF8):
        data, declared = data.removeprefix(codecs.BOM_UTF8), UTF8
    special = encoding_named(byte_order(data)) or _escaped(data)
    if special:
        found = _read_as(data, special)
        return found if special == declared else replace(found, guessed=True, line=found.line or 1)
    utf8 = _read_as(data, UTF8)
    if utf8.damaged:
        utf8 = _read_as(_PAIR.sub(_joined, data), UTF8)
    if not utf8.damaged:
        return utf8
    named = _read_as(data, declared) if declared and declared != UTF8 else None
    # Bytes that combine to characters without a fault are evidence; single ones always can be read.
    if named and not named.damaged and len(named.text) < len(data):
        return named
    # Old encodings seldom have sequences of bytes that are valid UTF-8.
    if 2 * utf8.damaged <= _beyond_ascii(utf8.text):
        return utf8
    if named and named.damaged <= _FEW_DAMAGED * _beyond_ascii(named.text):
        return named
    return replace(_read_as(data, guess(data)), guessed=True, line=utf8.line)


def _read_as(data: bytes, encoding: Encoding) -> _Reading:
    """The file in one encoding, damaged bytes as U+FFFD."""
    start = 0
    for codec in encoding.codecs:
        try:
            return _Reading(data.decode(codec), encoding)
        except UnicodeDecodeError as error:
            start = max(start, error.start)
    codec = encoding.codecs[0]
    text = data.decode(codec, "replace")
    damaged = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == UTF8 else 0)
    before = data[:start].decode(codec, "replace")
    return _Reading(text, encoding, damaged, _line_at(before, len(before)))


def _joined(pair: re.Match[bytes]) -> bytes:
    """The UTF-8 of a character that is written as two."""
    halves = pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
    return halves.decode("utf-16").encode()


def _line_at(text: str, offset: int) -> int:
    """The line of an offset, counted from 1."""
    return clean(text[:offset]).count("\n") + 1


def _beyond_ascii(text: str) -> int:
    return sum(character > "\x7f" for character in text)


def _marked(data: bytes) -> bool:
    return data.startswith(tuple(MARKS))


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))


def _escaped(data: bytes) -> Encoding | None:
    """The encoding in 7 bits that a file is in; to UTF-8 it is ASCII."""
    if not data.isascii():
        return None
    for label, pattern in _ESCAPES.items():
        encoding = encoding_named(label)
        if encoding and pattern.search(data) and not _read_as(data, encoding).damaged:
            return encoding
    return None
