"""Where a text in Markdown has code between fences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

_FENCE = re.compile(
    r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=(?:\"[^\"]*\"|'[^']*') *)?)"
)


def fences(lines: Sequence[str]) -> dict[int, int]:
    """By the line that opens each fence, the line that closes it: the next one like it."""
    places: dict[str, list[int]] = defaultdict(list)
    rows = {
        n: row for n, line in enumerate(lines) if (row := line.strip(" "))[:3] in ("~~~", "```")
    }
    for number, row in rows.items():
        places[row].append(number)
    found: dict[int, int] = {}
    end = -1
    for number, row in rows.items():
        opened = _FENCE.fullmatch(row) if number > end else None
        ends = places.get(opened.group(1), []) if opened else []
        after = bisect_right(ends, number)
        if after < len(ends):
            end = found[number] = ends[after]
    return found
