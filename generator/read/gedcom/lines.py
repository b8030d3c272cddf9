"""From the bytes of a GEDCOM file to its records.

A line is `level [@id@] TAG [value]`; lines of a higher level belong to the one before. Files in
ANSEL (ANSI Z39.47), the character set of the older versions, write an accent before its letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import Problem
from generator.model import Source
from generator.read.characters import clean
from generator.read.decode import decode
from generator.read.draft import problem

_LINE = re.compile(r"\s*(\d{1,2})\s+(?:@([^@\s][^@]*)@\s+)?([A-Za-z0-9_]+)(?: (.*))?", re.DOTALL)
_SET = re.compile(rb"[\r\n]\s*1\s+CHAR\s+([\w-]+)")
_HEAD = 20_000  # bytes in which the character set is named
# What programs call the sets that they write, by the labels of `generator.read.encodings`.
_LABELS = {
    "ansi": "windows-1252",
    "windows": "windows-1252",
    "ibmpc": "ibm437",
    "ibm": "ibm437",
    "ibmdos": "ibm437",
    "macintosh": "macintosh",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
# ANSEL from 0xA1, "?" where it has nothing.
_ANSEL = "ŁØĐÞÆŒʹ·♭®±ƠƯʼ?ʻłøđþæœʺı£ð?ơư??°ℓ℗©♯¿¡"
_FIRST, _FIRST_ACCENT = 0xA1, 0xE0
_ACCENTS = (
    "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b"
    "\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23??\u0313"
)
_SHARP_S = 0xCF
_ACCENTED = re.compile(f"([{_ACCENTS.replace('?', '')}]+)(.)", re.DOTALL)
_DEEPEST = 50


@dataclass(slots=True)
class Record:
    """A line with the lines that belong to it.

    line: its number in the file
    value: with its continuation lines, joined by line ends
    """

    tag: str
    value: str
    identifier: str
    line: int
    below: list[Record] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Record]:
        """The lines right below with one of these tags."""
        return (record for record in self.below if record.tag in tags)

    def first(self, *tags: str) -> Record | None:
        """The first of them."""
        return next(self.all(*tags), None)

    def text(self, *tags: str) -> str:
        """The value of the first of them; "" if there is none."""
        found = self.first(*tags)
        return found.value.strip() if found else ""


def records(source: Source) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The records of a file, and what is wrong with it."""
    problems: tuple[Problem, ...] = ()
    found = _SET.search(source.data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    if name == "ansel" and not _is_utf8(source.data):
        text = clean(_from_ansel(source.data))
    else:
        text, problems = decode(source, _LABELS.get(name, ""))
    top: list[Record] = []
    path: list[Record] = []
    values: dict[int, list[str]] = {}  # of the lines whose values go on, by their numbers
    whole: dict[int, Record] = {}
    bad = 0

    def go_on(record: Record, more: str) -> None:
        whole[record.line] = record
        values.setdefault(record.line, [record.value]).append(more)

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        parts = _LINE.fullmatch(line)
        level = int(parts[1]) if parts else -1
        if parts is None or level > len(path) or level > _DEEPEST:
            bad = bad or number
            if path:  # an editor has broken a long line
                go_on(path[-1], f"\n{line.strip()}")
            continue
        record = Record(parts[3].upper(), parts[4] or "", parts[2] or "", number)
        if record.tag in ("CONT", "CONC") and level:
            # What follows belongs to the line that goes on.
            go_on(path[level - 1], ("\n" if record.tag == "CONT" else "") + record.value)
            del path[level:]
            continue
        (path[level - 1].below if level else top).append(record)
        del path[level:]
        path.append(record)
    for number, pieces in values.items():
        whole[number].value = "".join(pieces)
    if bad:
        message = "From here on, lines that are not GEDCOM were added to what stands before them."
        problems += (problem(source, bad, "warning", message, "Export the file again."),)
    return tuple(top), problems


def _is_utf8(data: bytes) -> bool:
    """Whether bytes beyond ASCII are valid UTF-8, whatever the file declares."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _from_ansel(data: bytes) -> str:
    table = {code: chr(code) for code in range(128)}
    table |= {_FIRST + n: c for n, c in enumerate(_ANSEL) if c != "?"}
    table |= {_FIRST_ACCENT + n: c for n, c in enumerate(_ACCENTS) if c != "?"}
    table[_SHARP_S] = "ß"
    text = "".join(table.get(byte, "\ufffd") for byte in data)
    turned = _ACCENTED.sub(lambda pair: pair[2] + pair[1][::-1], text)
    return unicodedata.normalize("NFC", turned)
