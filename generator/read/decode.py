"""From bytes to text, without losing a document.

UTF-8 is expected; UTF-16 is recognised by its byte order mark or by its many zero bytes. A UTF-8
file with a few damaged bytes stays UTF-8. Anything else is read in the encoding that it declares,
or else in the likeliest one, and reported. Line ends become "\\n"; characters that cannot be shown
or written to XML are dropped.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from generator.errors import Problem
from generator.model import Source
from generator.read.draft import problem

# XML 1.0, production 2: the feed cannot contain anything else.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Encodings of old files, the most common first.
_ENCODINGS = ("cp1252", "cp1251", "cp1250", "koi8_r", "shift_jis", "euc_jp", "gb18030", "big5",
              "euc_kr", "cp1253", "cp1254", "cp1255", "cp1256")  # fmt: skip
PACKAGES = ("charset-normalizer",)  # distributions whose versions can change the text

_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_FEW_DAMAGED = 0.002  # share of damaged characters up to which a file counts as UTF-8
_SOME_ZEROS = 0.02  # share of zero bytes from which a file may be UTF-16 (half of each space)
_MANY_CONTROLS = 0.1  # share of control characters from which a file is not text
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a source, its line ends and characters unchanged, and what is wrong."""

    text: str
    problems: tuple[Problem, ...]


def decode(source: Source, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The clean text of a source, and what is wrong with it."""
    raw = decode_raw(source, declared)
    return clean(raw.text), raw.problems


def decode_raw(source: Source, declared: str = "") -> Decoded:
    """The unchanged text of a source. `declared`: the encoding that the file declares, or ""."""
    text, encoding = _to_text(source.data, declared)
    problems = []
    if encoding == "utf-8":
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message, hint = (
            "Contains bytes that are not UTF-8.",
            "Correct the characters shown as \ufffd.",
        )
        problems.append(problem(source, line, "warning", message, hint))
    elif encoding:
        message = f"Not UTF-8; read as {encoding}."
        hint = "Check the characters and save the file as UTF-8."
        problems.append(problem(source, 0, "warning", message, hint))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message, hint = "Contains NUL bytes; they were left out.", "Check whether it is damaged."
        problems.append(problem(source, line, "warning", message, hint))
    return Decoded(text, tuple(problems))


def clean(text: str) -> str:
    """The text with line ends as "\\n" and without characters that a page cannot contain."""
    return _UNFIT.sub("", _LINE_END.sub("\n", text)).replace("\ufeff", "")


def is_text(data: bytes) -> bool:
    """Whether bytes can be text: programs and images are full of control characters."""
    head = data[:4096]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls < _MANY_CONTROLS * len(head) or bool(_utf16(data))


def _to_text(data: bytes, declared: str) -> tuple[str, str]:
    """The text, and its encoding; "" for valid UTF-8, or UTF-16 with a byte order mark."""
    utf16 = _utf16(data)
    if utf16:
        return data.decode(utf16, "replace"), "" if utf16 == "utf-16" else utf16
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        mended = data.decode("utf-8-sig", "replace")
    damaged = mended.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in mended)
    if damaged <= _FEW_DAMAGED * len(mended) + 1 and 2 * damaged < beyond_ascii:
        return mended, "utf-8"
    try:
        return data.decode(codecs.lookup(declared).name), declared.lower()
    except (LookupError, UnicodeError):
        encoding = _guess(data)
        return data.decode(encoding, "replace"), encoding


def _utf16(data: bytes) -> str:
    """The variant of UTF-16 that bytes are in, or ""."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:4096]
    if len(head) < 4 or head.count(0) < _SOME_ZEROS * len(head):
        return ""
    # The zero byte of a Western character or a space is the second of its pair, or the first.
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 20 * min(even, odd) or max(even, odd) < 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes) -> str:
    """The likeliest encoding; of equally likely ones the most common."""
    matches = from_bytes(data, cp_isolation=list(_ENCODINGS))
    order = {name: n for n, name in enumerate(_ENCODINGS)}
    ranked = sorted(matches, key=lambda m: (m.chaos, -m.coherence, order.get(m.encoding, 99)))
    return ranked[0].encoding if ranked else _ENCODINGS[0]
