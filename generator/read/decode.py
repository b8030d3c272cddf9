"""From bytes to text, without losing a document.

UTF-8 is expected, UTF-16 is recognised by its byte order mark. Anything else is guessed and
reported. Line ends become "\\n"; characters that cannot be shown or written to XML are dropped.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from generator.errors import Problem
from generator.model import Source
from generator.read.draft import problem

# XML 1.0, production 2: everything else cannot stand in the feed.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# What old files are written in, the most common first.
_ENCODINGS = (
    "cp1252",
    "cp1251",
    "cp1250",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
)
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")


def decode(source: Source) -> tuple[str, tuple[Problem, ...]]:
    """The text of a source, and what had to be done to get it."""
    problems = []
    text, guessed = _to_text(source.data)
    if guessed:
        problems.append(
            problem(
                source,
                0,
                "warning",
                f"Not UTF-8; read as {guessed}.",
                "Check its characters and save it as UTF-8.",
            )
        )
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        problems.append(
            problem(
                source,
                line,
                "warning",
                "Contains NUL bytes; they were left out.",
                "Check that the file is not damaged.",
            )
        )
    return clean(text), tuple(problems)


def clean(text: str) -> str:
    """The text with line ends as "\\n" and without characters unfit for a page."""
    return _UNFIT.sub("", _LINE_END.sub("\n", text)).replace("\ufeff", "")


def _to_text(data: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding if that had to be guessed."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    encoding = _guess(data)
    return data.decode(encoding, "replace"), encoding


def _guess(data: bytes) -> str:
    """The likeliest encoding; between equally likely ones the more common, listed first."""
    matches = from_bytes(data, cp_isolation=list(_ENCODINGS))
    order = {name: n for n, name in enumerate(_ENCODINGS)}
    ranked = sorted(matches, key=lambda m: (m.chaos, -m.coherence, order.get(m.encoding, 99)))
    return ranked[0].encoding if ranked else _ENCODINGS[0]
