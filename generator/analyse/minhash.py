"""A small sample of a document's word sequences, by which copies of it are recognised.

Of all sequences of six words, the 48 with the smallest checksums are kept: two documents share
about as large a part of their samples as of their texts (bottom-k sketch; Broder 1997, "On the
resemblance and containment of documents").
"""

from __future__ import annotations

import re
import zlib
from heapq import nsmallest

SIZE = 48
_SEQUENCE = 6
_WORD = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """The sample, in ascending order; short texts give fewer numbers."""
    words = _WORD.findall(text.lower())
    if not words:
        return ()
    last = max(len(words) - _SEQUENCE, 0)
    sums = {zlib.crc32(" ".join(words[i : i + _SEQUENCE]).encode()) for i in range(last + 1)}
    return tuple(nsmallest(SIZE, sums))
