"""A table of the editors as a file: lines are added and taken out, and all others stay as they are.

Columns that we do not know, the separator, the encoding, quotation marks and the order are those of
whoever wrote the table, so that a version control system shows one line for each action.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.csv_text import csv_line, separator_of, unmarked
from generator.errors import SourcebookError

_MARKS = (  # the first bytes of a file, and its encoding
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENDS = "\r\n"


class TableError(SourcebookError):
    """A table cannot be changed without the risk of damaging it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table, which may be several lines of the file.

    line: number of its first line in the file, counted from 1
    raw: as it stands in the file, without its end
    cells: by column; of a column without a name there is none
    """

    line: int
    raw: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The text of a table.

    name: its path, for messages
    mark, encoding: the bytes with which it begins, and how the rest is written
    separator: of its cells
    end: of its lines
    columns: the names in its header, in lower case
    lines: the text of each line with its end, a line of the table being one
    head: the number of these up to the header
    """

    name: str
    mark: bytes
    encoding: str
    separator: str
    end: str
    columns: tuple[str, ...]
    lines: tuple[str, ...]
    head: int

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.mark + "".join(self.lines).encode(self.encoding)

    @property
    def records(self) -> tuple[Record, ...]:
        """The lines below the header that have any text."""
        found, line = [], 1
        for number, text in enumerate(self.lines):
            raw = text.rstrip(_ENDS)
            if number >= self.head and raw.strip(f"{self.separator} \t"):
                found.append(Record(line, raw, self._cells(raw)))
            line += len(_LINE.findall(text))
        return tuple(found)

    def with_rows(self, rows: Sequence[Mapping[str, str]]) -> Table:
        """The table with further lines at its end, and with the columns that they need."""
        new = dict.fromkeys(
            key for row in rows for key, value in row.items() if value and key not in self.columns
        )
        columns = (*self.columns, *new)
        lines = list(self.lines)
        if new:
            header = lines[self.head - 1].rstrip(_ENDS)
            lines[self.head - 1] = self.separator.join([header, *new]) + self.end
        if not lines[-1].endswith(("\r", "\n")):
            lines[-1] += self.end
        for row in rows:
            cells = [row.get(key, "") for key in columns]
            lines.append(csv_line(cells, self.separator) + self.end)
        return replace(self, columns=columns, lines=tuple(lines))

    def without(self, raw: str) -> tuple[Table, int] | None:
        """The table without the last line that stands there like this, and the place of that line.

        None if there is none.
        """
        for place in range(len(self.lines) - 1, self.head - 1, -1):
            if self.lines[place].rstrip(_ENDS) == raw:
                lines = (*self.lines[:place], *self.lines[place + 1 :])
                return replace(self, lines=lines), place
        return None

    def with_line(self, raw: str, place: int) -> Table:
        """The table with a line put back where it was, or at the end if that is nearer."""
        place = max(self.head, min(place, len(self.lines)))
        before = list(self.lines[:place])
        if not before[-1].endswith(("\r", "\n")):
            before[-1] += self.end
        return replace(self, lines=(*before, raw + self.end, *self.lines[place:]))

    def _cells(self, raw: str) -> Mapping[str, str]:
        row = next(csv.reader(io.StringIO(raw, newline=""), delimiter=self.separator), [])
        texts = (" ".join(unmarked(cell).split()) for cell in row)
        return {name: text for name, text in zip(self.columns, texts, strict=False) if name}


def new_table(name: str, columns: Sequence[str]) -> Table:
    """A table with nothing but its header."""
    return Table(name, b"", "utf-8", ",", "\n", tuple(columns), (f"{','.join(columns)}\n",), 1)


def parse_table(name: str, data: bytes, known: Sequence[str]) -> Table:
    """The table in a file. `known`: its usual columns, of which the header must have one.

    Raises TableError for a file that is in no encoding of Unicode, or whose quotation marks are
    not closed.
    """
    mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
        if not text.strip():
            return replace(new_table(name, known), mark=mark, encoding=encoding)
        separator, skipped = separator_of(text, known)
        lines = tuple(_records(text, separator))
    except (UnicodeDecodeError, csv.Error):
        hint = "Save it as “CSV UTF-8”, or check its quotation marks."
        raise TableError(f"{name} cannot be changed here.", hint) from None
    header = lines[skipped] if skipped < len(lines) else ""
    names = next(csv.reader(io.StringIO(header, newline=""), delimiter=separator), [])
    columns = tuple(cell.strip().lower() for cell in names)
    if not set(known) & set(columns):
        hint = f"Start with the line {','.join(known)}"
        raise TableError(f"The header row of {name} is missing.", hint)
    end = "\r\n" if header.endswith("\r\n") else "\n"
    return Table(name, mark, encoding, separator, end, columns, lines, skipped + 1)


def _records(text: str, separator: str) -> Iterator[str]:
    """The text of each line of a table; a cell in quotation marks may have several."""
    lines = _LINE.findall(text)
    reader = csv.reader(iter(lines), delimiter=separator, strict=True)
    start = 0
    for _ in reader:
        yield "".join(lines[start : reader.line_num])
        start = reader.line_num
