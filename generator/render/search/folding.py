"""How words are compared: in small letters, without accents, ligatures taken apart.

Must agree with `static/search/text.js`.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae",
     "œ": "oe", "þ": "th"}
)  # fmt: skip
# Chinese, Japanese and Korean characters that are written without spaces between words.
_UNSPACED = re.compile(
    r"([\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff])"
)


def fold(text: str) -> str:
    """Small letters without accents, as the page's own `fold` makes them."""
    # Normalising puts a long run of accents in order, in quadratic time; so they go first.
    plain = _without_marks(unicodedata.normalize("NFKD", _without_marks(text)))
    return plain.lower().translate(_LETTERS)


def _without_marks(text: str) -> str:
    return "".join(c for c in text if not unicodedata.category(c).startswith("M"))


def words_of(text: str) -> list[str]:
    """What stands between spaces; of scripts without spaces, each character by itself."""
    return (text if text.isascii() else _UNSPACED.sub(r" \1 ", text)).split()
