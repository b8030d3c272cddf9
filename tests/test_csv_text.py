"""Tables as CSV: nothing from a source acts as a formula, whatever program splits its cells."""

from __future__ import annotations

import csv
import io
import re

import pytest

from generator.csv_text import csv_bytes, csv_line, unmarked
from generator.model import ENTITIES_TABLE, Source
from generator.read import read_edits

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
HIDDEN = ("", " ", "\xa0", "\u200b", "\ufeff", "\u2060\xad", "\u3164", "\x01", '"', "\ufe0f ")
TEXTS = [
    *(f"{before}{sign}1+1" for sign in SIGNS for before in HIDDEN),
    *(f"x{end}{before}{sign}1+1" for sign in SIGNS for before in HIDDEN for end in ";\t\n\r"),
    ";=1",
    "x; ;=1",
    "\t=1",
    "\tx",
    "\r\nx",
    'x;"',
    "x;",
    "x;;",
    '"',
]
PLAIN = ["", "Ann Lee", "a-b", "x =1", "x, =1", "5; 6", "it’s; fine", "'tis", "2024-03-22", "“-5”"]
# A cell must not begin so, once what is not seen is left out.
DANGEROUS = re.compile(
    rf"[\s\x00-\x1f\x7f-\x9f\xad\u200b\u2060\u3164\ufe0f\ufeff]*[{re.escape(SIGNS)}]"
)


def rows(data: bytes, separator: str) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_is_a_formula_wherever_cells_end(separator: str) -> None:
    for text in TEXTS:
        for row in ((text, "a"), ("a", text), ("a", text, "b"), (text, text), (text, -5)):
            found = rows(csv_bytes(("one", "two"), [row, ("last", "row")]), separator)
            cells = [cell for cells in found for cell in cells]
            assert not [c for c in cells if DANGEROUS.match(c) and c != "-5"], (text, cells)


def test_all_cells_are_quoted_and_numbers_stay_numbers() -> None:
    data = csv_bytes(("a", "b"), [("x", -0.5), ("", 3)])
    assert data == '\ufeff"a","b"\r\n"x","-0.5"\r\n"","3"\r\n'.encode()


@pytest.mark.parametrize("text", [*TEXTS, *PLAIN])
def test_what_is_written_is_read_back(text: str) -> None:
    (cells,) = rows(csv_bytes((text,), []), ",")
    assert unmarked(cells[0]) == text
    (line,) = csv.reader(io.StringIO(csv_line(("merge", text, "")), newline=""))
    assert [unmarked(cell) for cell in line] == ["merge", text, ""]
    # A line of the worklist is a cell itself.
    (outer,) = rows(csv_bytes((csv_line(("merge", text)),), []), ",")
    (inner,) = csv.reader(io.StringIO(outer[0], newline=""))
    assert [unmarked(cell) for cell in inner] == ["merge", text]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_not_a_formula_stays_as_it_is(text: str) -> None:
    assert rows(csv_bytes((text, ""), []), ",") == [[text, ""]]


def test_editors_may_copy_a_marked_name() -> None:
    table = f"action,name,into\n{csv_line(('merge', '=Ann', '@Lee'))}\n".encode()
    assert table.endswith(b"merge,'=Ann,'@Lee\n")
    (edit,) = read_edits([Source(ENTITIES_TABLE, ENTITIES_TABLE, table, "")]).entities
    assert (edit.name, edit.into) == ("=Ann", "@Lee")
