"""Comments between the keys of a head, on lines of their own, which no form of metadata knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_ENDS = {"<!--": "-->", "%%": "%%", "/*": "*/"}
_OF_ONE_LINE = ("# ", "//")


def commented(rows: Sequence[str], is_end: Callable[[str], bool]) -> tuple[dict[int, str], int]:
    """What is left of each row that is a comment, by its index: mostly "".

    Also the index of the row with which a comment begins that is not closed, or 0.

    is_end: whether a row ends the head
    """
    left: dict[int, str] = {}
    first = 0  # row in which the comment begins
    end = ""  # what ends it; "" outside comments
    for number, row in enumerate(rows[1:], 1):
        if is_end(row):
            break
        if not end:
            opening = next((mark for mark in _ENDS if row.lstrip().startswith(mark)), "")
            if not opening:
                continue
            first, end, row = number, _ENDS[opening], row.lstrip()[len(opening) :]
        _, found, after = row.partition(end)
        left[number] = after if found else ""
        end = "" if found else end
    return left, first if end else 0


def is_comment(row: str) -> bool:
    """Whether a row among others with keys is a comment of one line."""
    return row.startswith(_OF_ONE_LINE)
