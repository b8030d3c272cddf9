"""What stands below or above a picture or a table and begins with its number."""

from __future__ import annotations

import re

from generator.lang import LANGUAGES

# The language of a file is found by its text, which is not there yet.
_WORDS = sorted({word for one in LANGUAGES.values() for word in one.sentences.captions})
_NUMBERED = re.compile(
    rf"(?i:{'|'.join(_WORDS)})\.? ?(?:\d{{1,3}}(?:[.–-]\d{{1,3}})*|[IVX]{{1,5}})(?![\w])"
)
_DIVIDERS = ".:|–—)"


def is_caption(text: str) -> bool:
    """Whether a paragraph is a caption: "Fig. 3-2: The quay", but not "Figure 3 shows the quay"."""
    found = _NUMBERED.match(text) if text[:1].isupper() else None
    if not found:
        return False
    rest = text[found.end() :]
    return not rest or rest[0] in _DIVIDERS or (rest[0] == " " and rest[1:2].isupper())
