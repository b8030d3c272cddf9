"""Recognising UTF-16 without a byte order mark, and its byte order.

In the right order letters are of one script, in the wrong one of many. Before that, the bytes must
look like UTF-16 at all, because pairs of ASCII letters would pass for Chinese.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

LITTLE, BIG = "utf-16-le", "utf-16-be"
_HEAD = 4096  # bytes that are looked at
_ALPHABETIC = 0.9  # share of the first bytes of pairs below 32 in scripts before U+2000
_SOME_CONTROLS = 0.02  # share of control bytes in East Asian texts, one in twenty on average
_SOME_SPACES = 0.05  # share of bytes that are spaces only by chance
_MOST_ODD = 0.2  # share of characters that do not belong to the text
_LOW = bytes(range(32))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x0e\x0f"))
# Scripts that are mixed in one text.
_MIXED = {"HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH"}


def byte_order(data: bytes) -> str:
    """The codec for a text in UTF-16; "" if it is in another encoding or no text."""
    head = data[: min(_HEAD, len(data) // 2 * 2)]
    if len(head) < 4 or not (_is_alphabetic(head) or _is_east_asian(head)):
        return ""
    odd, _, codec = min((*_oddness(head.decode(c, "replace")), c) for c in (LITTLE, BIG))
    return codec if odd <= _MOST_ODD else ""


def _is_alphabetic(head: bytes) -> bool:
    """Whether either all even or all odd bytes are below 32, and some, as in spaces, are zero."""
    half = len(head) // 2
    low = [half - len(side.translate(None, _LOW)) for side in (head[::2], head[1::2])]
    return 0 in head and max(low) >= _ALPHABETIC * half > 2 * min(low)


def _is_east_asian(head: bytes) -> bool:
    """Whether bytes have any value, so that control bytes are among them; not so in old encodings.

    Spaces have a zero byte beside them.
    """
    controls = len(head) - len(head.translate(None, _CONTROLS))
    spaces = head.count(b" ") - head.count(0)
    return (
        controls >= _SOME_CONTROLS * len(head)
        and spaces <= _SOME_SPACES * len(head)
        and "\ufffd" in head[:-3].decode("utf-8", "replace")
    )


def _oddness(text: str) -> tuple[float, float]:
    """The share of characters that do not belong to a text, and that of ASCII, negated.

    They are letters of other scripts, controls, and what has no meaning in Unicode.
    """
    beyond = [c for c in text if not (c.isascii() and (c.isprintable() or c.isspace()))]
    letters = Counter(_script(c) for c in beyond if c.isalpha())
    foreign = letters.total() - max(letters.values(), default=0)
    broken = sum(unicodedata.category(c)[0] == "C" or c == "\ufffd" for c in beyond)
    return (foreign + broken) / len(text), (len(beyond) - len(text)) / len(text)


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ", 1)[0].split("-", 1)[0]
    return "CJK" if name in _MIXED else name
