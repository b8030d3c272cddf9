"""A table as its reader found it; what its columns hold is decided afterwards, for all formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Problem
from generator.model import Source

Row = tuple[int, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with values by column.

    columns: their names as the file has them, in its order
    rows: for each the line where it starts, counted from 1, and its values. A value is a text, a
        number, a truth value, a date, a list, a mapping, or None
    problems: what is wrong with the file
    """

    source: Source
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
