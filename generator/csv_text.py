"""Tables as CSV for spreadsheets, in which no text of a source can act as a formula.

All cells are quoted. An apostrophe before what a spreadsheet could take for a formula marks it as
text (OWASP, "CSV Injection"). Many programs split at semicolons or tabs, whatever is quoted, so
that a cell could also begin after one of these or at a line end inside a text: `x;=1+1`. Numbers
that we have calculated, such as coordinates, are not texts and stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

# What a program may leave out where a cell begins: white space, control characters and quotation
# marks, and what Unicode calls default ignorable (DerivedCoreProperties.txt).
_LEFT_OUT = (
    r"\s\x00-\x1f\x7f-\x9f\"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff"
)
_FORMULA = r"[=+@\uff1d\uff0b\uff0d\uff20-]"
_ENDS = ";\t\r\n"  # what may end a cell
# Begins only where such characters begin, so that a long row of them is gone through once.
_BEFORE_FORMULA = re.compile(f"(?<![;{_LEFT_OUT}])[;{_LEFT_OUT}]*(?={_FORMULA})")
# What few texts have: such a sign at the beginning, or behind one of these characters. The pattern
# begins with the sign, which is found much faster than all that may stand before it.
_SIGN = re.compile(f"{_FORMULA}(?<![^;{_LEFT_OUT}].)")
_BLANK = frozenset("\t\r\n")  # what may not stand at the beginning of a cell
_MARKED = re.compile(f"(^|[{_ENDS}])'(?=[{_LEFT_OUT}]*{_FORMULA}|[\t\r\n])")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file of a table: UTF-8, marked as such, because spreadsheets would not guess."""
    out = io.BytesIO()
    file = io.TextIOWrapper(out, "utf-8-sig", "replace", newline="")
    _write(file, (header, *rows), csv.QUOTE_ALL)
    file.flush()
    return out.getvalue()


def csv_line(cells: Sequence[str], separator: str = ",") -> str:
    """A line for people to copy into a table: only what needs quotation marks has them."""
    out = io.StringIO(newline="")
    _write(out, (cells,), csv.QUOTE_MINIMAL, separator)
    return out.getvalue().rstrip("\r\n")


def unmarked(cell: str) -> str:
    """The text of a cell that was marked as text."""
    return _MARKED.sub(r"\1", cell)


def separator_of(text: str, known: Collection[str]) -> tuple[str, int]:
    """What separates the cells of a table, and the number of lines that only name it.

    Excel writes such a line, "sep=;".

    known: names of columns, one of which must be in the header for a separator to be recognised
    """
    first = text[:10_000].split("\n", 1)[0].strip(" \r")
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    for separator in (",", ";", "\t"):
        cells = {cell.strip().strip('"').lower() for cell in first.split(separator)}
        if not cells.isdisjoint(known):
            return separator, 0
    return ",", 0


def _write(
    file: TextIO, rows: Iterable[Sequence[object]], quoting: int, separator: str = ","
) -> None:
    writer = csv.writer(
        file,
        lineterminator="\r\n",
        quoting=quoting,  # type: ignore[arg-type]
        delimiter=separator,
    )
    sign = _SIGN.search  # called for each cell, of which there are millions
    writer.writerows(
        [
            _cell(value)
            if isinstance(value, str) and (sign(value) or value[:1] in _BLANK)
            else value
            for value in row
        ]
        for row in rows
    )


def _cell(text: str) -> str:
    """A text that a spreadsheet shows as it is."""
    marked = _BEFORE_FORMULA.sub(_mark, text)
    return f"'{marked}" if marked[:1] in _BLANK else marked


def _mark(found: re.Match[str]) -> str:
    """What stands before the sign of a formula, marked if a cell could begin there."""
    before = found.group()
    end = max(map(before.rfind, _ENDS)) + 1
    return f"{before[:end]}'{before[end:]}" if end or not found.start() else before
