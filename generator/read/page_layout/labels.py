"""The numbers printed on pages: "12", "xii", "A-20", "9-14"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"(?<![\d.,:/-])[1-9]\d{0,4}(?![\d,:/-]|\.(?!$))")
_OWN = re.compile(r"(?<![\w-])(?:([A-Z]{1,3}-|\d{1,3}-)([1-9]\d{0,3})|([ivxlc]{1,7}))(?![\w-])")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_Token = tuple[str, int]


def printed_labels(edges: Sequence[Sequence[str]]) -> list[str]:
    """The label of each page; "" if it has none.

    A number is a label only where it grows by one from page to page.

    edges: for each page, the texts at its edges
    """
    tokens = [_tokens(texts) for texts in edges]
    shift = _shift(edges)
    labels = []
    for number, own in enumerate(tokens):
        before = tokens[number - 1] if number else {}
        after = tokens[number + 1] if number + 1 < len(tokens) else {}
        found = [
            text
            for (kind, value), text in own.items()
            if (kind, value - 1) in before or (kind, value + 1) in after
        ]
        labels.append(found[0] if found else str(number + shift) if shift is not None else "")
    return labels


def _tokens(texts: Sequence[str]) -> dict[_Token, str]:
    """The Roman figures, and those after a letter or a chapter, by kind and value."""
    found: dict[_Token, str] = {}
    for text in texts:
        for match in _OWN.finditer(text):
            letters, figures, roman = match.groups()
            token = (letters, int(figures)) if letters else ("", _value(roman))
            found.setdefault(token, match[0])
    return found


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))


def _shift(edges: Sequence[Sequence[str]]) -> int | None:
    """By how much the printed page numbers are ahead of the pages of the file."""
    shifts: Counter[int] = Counter()
    for number, texts in enumerate(edges):
        found = {int(digits) - number for text in texts for digits in _NUMBER.findall(text)}
        alone = {int(text) - number for text in texts if _NUMBER.fullmatch(text)}
        shifts.update((*found, *alone))
    if not shifts:
        return None
    best = min(shifts, key=lambda shift: (-shifts[shift], abs(shift)))
    return best if len(edges) > 1 and shifts[best] >= max(2, len(edges) // 2) else None
