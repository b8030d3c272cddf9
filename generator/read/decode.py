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
    best = from_bytes(data).best()
    # Windows-1252 is what most old Western files are; unknown bytes show as such.
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, "replace"), encoding
