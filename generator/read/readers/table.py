"""Tables with a document per row, their cells separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

from generator.model import Source
from generator.read.columns import is_known
from generator.read.decode import decode_raw
from generator.read.delimited import delimited
from generator.read.table import Table

SUFFIXES = (".csv", ".tsv", ".tab")
BINARY = False
PACKAGES = ()


def read_source(source: Source) -> Table:
    """The table in a file."""
    # Values are cleaned one by one: a line separator inside a value must not end its row.
    raw = decode_raw(source)
    table = delimited(source, raw.text, is_known)
    return Table(source, table.columns, table.rows, (*raw.problems, *table.problems))
