"""Bibliographies: BibTeX and BibLaTeX (`.bib`), and RIS (`.ris`); each entry is a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.model import Source
from generator.read.dates import given_date
from generator.read.decode import decode_raw
from generator.read.draft import problem
from generator.read.table import Row, Table

SUFFIXES = (".bib", ".ris")
BINARY = False
PACKAGES = ()

_ENTRY = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
_NO_ENTRIES = ("comment", "preamble")
_KEY = re.compile(r"\s*+([^\s,{}=\"]*+)\s*+,")
_FIELD = re.compile(r"[\s,]*+([\w:.+/-]++)\s*+=\s*+")
_BARE = re.compile(r"[^\s,#{}\"]+")
_JOINT = re.compile(r"\s*#\s*")
_AND = re.compile(r"\\.|[{}]| and ", re.IGNORECASE | re.DOTALL)
_ABOUT = "~"  # behind a date of EDTF; in TeX it is a space
_BRACES = re.compile(r'\\.|[{}"]', re.DOTALL)
_NAMES = ("author", "editor", "translator")
# BibLaTeX's place of a publisher.
_OTHERWISE = {"location": "address", "journaltitle": "journal"}
_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
# The tags of RIS by what they hold (en.wikipedia.org/wiki/RIS_(file_format)).
_RIS = {
    **dict.fromkeys(("TI", "T1", "CT"), "title"),
    **dict.fromkeys(("AU", "A1"), "author"),
    **dict.fromkeys(("DA", "PY", "Y1"), "date"),
    **dict.fromkeys(("AB", "N2"), "abstract"),
    **dict.fromkeys(("JO", "JF", "T2", "JA", "J2"), "journal"),
    "TY": "type",
    "KW": "keywords",
    "UR": "url",
    "DO": "doi",
    "PB": "publisher",
    "LA": "language",
    "ID": "id",
    "N1": "notes",
    "CY": "city",
    "SN": "issn",
    "VL": "volume",
    "IS": "issue",
    "SP": "first page",
    "EP": "last page",
    "A2": "editor",
    "ET": "edition",
}
_LISTS = ("author", "editor", "keywords")
_COMMAND = re.compile(r"\\(?:([a-zA-Z]+)[ \t\n]*|(.)?)", re.DOTALL)
_SPACES = re.compile(r"[ \t\n]+")
_MARKS = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
}
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
    "\\": " ",
}
_DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", "\u00a0"))


def read_source(source: Source) -> Table:
    """The entries as rows of a table."""
    raw = decode_raw(source)
    text = raw.text.replace("\r\n", "\n").replace("\r", "\n")
    rows = tuple(_ris(text) if source.path.lower().endswith(".ris") else _bib(text))
    columns = dict.fromkeys(name for _, row in rows for name in row)
    problems = list(raw.problems)
    if not rows:
        message, hint = "No entries were found in it.", "Export the bibliography again."
        problems.append(problem(source, 0, "error", message, hint))
    return Table(source, tuple(columns), rows, tuple(problems))


def _ris(text: str) -> Iterator[Row]:
    row: dict[str, object] = {}
    start, last = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _TAG.match(line)
        if not found:
            if last and line.strip():  # a value goes on
                _add(row, last, line.strip(), " ")
            continue
        tag, value = found[1], found[2].strip()
        if (tag == "TY" and row) or tag == "ER":
            if row:
                yield start, row
            row, last = {}, ""
        if tag == "ER":
            continue
        if not row:
            start = number
        last = _RIS.get(tag, tag)
        if last == "date":
            value = _ris_date(value)
            known = str(row.get(last, ""))
            value = known if len(known) >= len(value) else value
            row[last] = value
        elif value:
            _add(row, last, value, "\n\n")
    if row:
        yield start, row


def _ris_date(value: str) -> str:
    """A date as YYYY/MM/DD/words: the words where they are a date that is not exact."""
    numbers, _, words = value.partition("//") if "//" in value else (value, "", "")
    own = words.strip("/") or "/".join(value.split("/")[3:])
    found = given_date(own) if own else None
    numbers = numbers.rstrip("/")
    return own if found and (found.words or not numbers) else numbers


def _add(row: dict[str, object], name: str, value: str, joint: str) -> None:
    """Add a value to a field: to its list, or to its text."""
    known = row.get(name)
    if name in _LISTS:
        if isinstance(known, list):
            known.append(value)
        else:
            row[name] = [value]
    elif name == "abstract" or joint == " ":
        row[name] = f"{known}{joint}{value}" if known else value
    elif not known:
        row[name] = value


def _bib(text: str) -> Iterator[Row]:
    macros: dict[str, str] = {}
    line, before = 1, 0
    starts = list(_ENTRY.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=False):
        line += text.count("\n", before, start.start())
        before = start.start()
        kind = start[1].casefold()
        if kind in _NO_ENTRIES:
            continue
        if kind == "string":
            macros |= dict(_fields(text, start.end(), end, macros))
            continue
        key = _KEY.match(text, start.end(), end)
        found = dict(_fields(text, key.end() if key else start.end(), end, macros))
        row = {name: _value(name, value) for name, value in found.items() if value.strip()}
        yield line, {"type": kind, "key": key[1] if key else "", **row, **_date(found)}


def _value(name: str, value: str) -> object:
    if name in _NAMES:
        return [plain_tex(one) for one in _names(_SPACES.sub(" ", value))]
    if name == "date" and value.strip().endswith(_ABOUT):
        return f"circa {plain_tex(value.strip().removesuffix(_ABOUT))}"
    return plain_tex(value)


def _names(value: str) -> Iterator[str]:
    """The names of a list; "and" within braces belongs to one: "{Smith and Sons} and Lee, Anna"."""
    depth = at = 0
    for mark in _AND.finditer(value):
        if mark[0] in "{}":
            depth += 1 if mark[0] == "{" else -1
        elif not depth and not mark[0].startswith("\\"):
            yield value[at : mark.start()]
            at = mark.end()
    yield value[at:]


def _date(fields: Mapping[str, str]) -> dict[str, object]:
    """The date, of which BibTeX has the year and the month in fields of their own."""
    if fields.get("date") or not fields.get("year"):
        return {}
    words = [plain_tex(fields[name]) for name in ("day", "month", "year") if fields.get(name)]
    text = " ".join(words)
    return {"date": text if given_date(text) else words[-1]}


def _fields(text: str, at: int, end: int, macros: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names of the fields of an entry, in small letters, with their values in TeX."""
    while field := _FIELD.match(text, at, end):
        parts = []
        at = field.end()
        while True:
            part, at = _part(text, at, end, macros)
            parts.append(part)
            joint = _JOINT.match(text, at, end)
            if not joint:
                break
            at = joint.end()
        name = field[1].casefold()
        yield _OTHERWISE.get(name, name), "".join(parts)


def _part(text: str, at: int, end: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """A value, or one of several that are joined, and where it ends."""
    opening = text[at : at + 1]
    if opening not in ("{", '"'):
        bare = _BARE.match(text, at, end)
        return (macros.get(bare[0].casefold(), bare[0]), bare.end()) if bare else ("", at)
    depth = 0
    for mark in _BRACES.finditer(text, at + 1, end):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}" and depth:
            depth -= 1
        elif not depth and mark[0] == ("}" if opening == "{" else '"'):
            return text[at + 1 : mark.start()], mark.end()
    return text[at + 1 : end].rstrip().rstrip("}"), end


def plain_tex(text: str) -> str:
    """A text without TeX's commands: accents and letters as characters, no braces."""
    out: list[str] = []
    mark, at = "", 0
    while at < len(text):
        character = text[at]
        command = _COMMAND.match(text, at) if character == "\\" else None
        at = command.end() if command else at + 1
        name = (command[1] or command[2] or "") if command else ""
        if name in _MARKS and (not name.isalpha() or text[at : at + 1] == "{"):
            mark = _MARKS[name]
        elif command:
            letter = _LETTERS.get(name, "" if name.isalpha() else name)
            out.append(letter.replace("ı", "i") + mark if mark else letter)
            mark = mark if not letter else ""
        elif character not in "{}":
            out.append(character + mark)
            mark = ""
    found = "".join(out)
    for typed, printed in _DASHES:
        found = found.replace(typed, printed)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", found)).strip(" ")
