"""The rows of a table whose cells are separated by a character, however it was made.

Spreadsheets, databases and people write them differently: with commas, semicolons, tabs or bars,
with a line that only names the separator, with cells too many or too few, with quotation marks
that are not closed. What can be read is read, and whatever is doubtful is reported with its line.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.errors import Problem
from generator.model import Source
from generator.read.columns import named_once
from generator.read.draft import problem
from generator.read.table import Table

_SEPARATORS = (",", ";", "\t", "|")
_HEAD = 100_000  # characters in which the header ends
_TRIES = 3  # times the lines of a table that are read in vain, for marks that nothing closes


def delimited(source: Source, text: str, is_known: Callable[[str], bool]) -> Table:
    """The table in a text.

    text: its line ends and characters unchanged
    is_known: whether a name is one that a column may have; the separator that gives most of these
        is the right one
    """
    # A long report exceeds the default limit of 128 KB per cell. The limit is one for the whole
    # process, and others read, too: it is never lowered.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    lines = _lines(text.removeprefix("\ufeff"))
    separator, first = _separator(lines, is_known)
    records = _Records(source, lines, separator, first)
    rows = list(records.read())
    names = rows[0][1] if rows else []
    columns = named_once(names)
    problems = records.problems + _repeated(source, first + 1, columns, names)
    found = []
    for line, cells in rows[1:]:
        row, wrong = _row(source, line, cells, columns)
        problems += wrong
        if row:
            found.append((line, row))
    return Table(source, tuple(filter(None, columns)), tuple(found), tuple(problems))


def _lines(text: str) -> list[str]:
    """The lines with their ends: no other characters than these end a line of a table."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line + "\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _separator(lines: Sequence[str], is_known: Callable[[str], bool]) -> tuple[str, int]:
    """The separator, and the number of lines before the header ("sep=;", as Excel writes)."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    head = lines[first][:_HEAD].strip("\n") if lines else ""
    if head.lower().startswith("sep=") and len(head.rstrip()) == 5:
        return head[4], first + 1

    def rank(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([head], delimiter=separator), [])
        return sum(is_known(cell) for cell in cells), len(cells)

    return max(_SEPARATORS, key=rank), first


@dataclass(slots=True)
class _Records:
    """Reads the records of a table.

    lines: all lines
    first: the number of lines before the header
    vain: lines read for records that were none
    """

    source: Source
    lines: Sequence[str]
    separator: str
    first: int
    problems: list[Problem] = field(default_factory=list)
    vain: int = 0

    def read(self) -> Iterator[tuple[int, list[str]]]:
        """The cells of each record that has any text, with the line where it starts."""
        at = self.first
        while at < len(self.lines):
            for number, line, cells in self._strict(at):
                at = number
                if any(map(str.strip, cells)):
                    yield line, cells
            if at < len(self.lines):
                cells = self._one(self.lines[at])
                at += 1
                if any(map(str.strip, cells)):
                    yield at, cells

    def _strict(self, start: int) -> Iterator[tuple[int, int, list[str]]]:
        """Records from a line on, until one is not well formed.

        Yields the number of lines before the next record, the line where this one starts, its cells
        """
        if self.vain > _TRIES * len(self.lines):
            return
        lines = (self.lines[number] for number in range(start, len(self.lines)))
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        end = 0
        try:
            for cells in reader:
                line, end = start + end + 1, reader.line_num
                yield start + end, line, cells
        except csv.Error:
            self.vain += reader.line_num - end
            message = "Quotation marks that are not closed, or stand inside a cell."
            hint = "Check this row; double the quotation marks that belong to the text."
            self.problems.append(problem(self.source, start + end + 1, "warning", message, hint))

    def _one(self, line: str) -> list[str]:
        """The cells of a record that is taken to end with its line."""
        try:
            return next(csv.reader([line], delimiter=self.separator, strict=True), [])
        except csv.Error:
            plain = csv.reader([line], delimiter=self.separator, quoting=csv.QUOTE_NONE)
            return [cell.strip('"') for cell in next(plain, [])]


def _repeated(
    source: Source, line: int, columns: Sequence[str], names: Sequence[str]
) -> list[Problem]:
    again = next((n.strip() for n, c in zip(names, columns, strict=True) if n.strip() != c), "")
    if not again:
        return []
    message = f'Two columns are named "{again}"; the first is used.'
    return [problem(source, line, "warning", message, "Rename one of them.")]


def _row(
    source: Source, line: int, cells: list[str], columns: Sequence[str]
) -> tuple[dict[str, object], list[Problem]]:
    """The values of a record by column, none where it has too many cells; and what is wrong."""
    if not any(cell.strip() for cell in cells[len(columns) :]):
        del cells[len(columns) :]  # spreadsheets and people add empty cells
    count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
    message = f"This row has {count}, the header has {len(columns)}."
    if len(cells) > len(columns):
        hint = "Put cells that contain a separator in quotation marks."
        return {}, [problem(source, line, "error", message, hint)]
    short = len(columns) - len(cells)
    wrong = []
    if short and any(columns[len(cells) :]):
        message = f"{message[:-1]}: the others are taken to be empty."
        hint = "Put cells that contain a line break in quotation marks."
        wrong = [problem(source, line, "warning", message, hint)]
    values = dict(zip(columns, [*cells, *[""] * short], strict=True))
    values.pop("", None)
    return {column: value.strip() for column, value in values.items()}, wrong
