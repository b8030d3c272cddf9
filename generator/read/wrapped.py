"""Lines of one width: the paragraphs of a plain text whose lines are wrapped.

A text is wrapped if the first word of most lines would not have fitted at the end of the line
before, for one and the same width, and if lines begin in the middle of sentences. Lists and poems
have short lines, too, but the next word would have fitted, or each line begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from generator.read.line_ends import breaks_words

_NARROWEST, _WIDEST = 25, 160  # characters in a line
_IN_MAIL = 66, 90  # characters; RFC 5322 asks for 78 at most, and quoting makes lines longer
_LONGEST_WORD = 30
_FULL = 0.6  # share of lines that a width must explain
_WITHIN = 0.3  # share of them that begin in the middle of a sentence
_CLOSING = ".!?…:;\"”»'’)。！？」』۔।"
_UNSPACED = "\u2e80"  # Chinese and Japanese characters come after it
_ITEM = re.compile(r"\s*(?:[-–—*•·]\s|\(?\w{1,3}[.)]\s)")
_BLANK = re.compile(r"\n[ \t]*\n")


def paragraphs(text: str, *, mail: bool = False) -> list[str]:
    """The paragraphs of a plain text: its lines, or what wrapped lines make together.

    A line that breaks a word keeps its end ("\\n"), so that the word can be joined.

    mail: whether lines were wrapped as programs for mail do it, if the text shows no width
    """
    blocks = [
        [row.rstrip() for row in block.split("\n") if row.strip()] for block in _BLANK.split(text)
    ]
    width = _width([pair for rows in blocks for pair in pairwise(rows)])
    goes_on = partial(_continues, width=width) if width or not mail else _continues_in_mail
    return [joined for rows in blocks if rows for joined in _joined(rows, goes_on)]


def _width(pairs: Sequence[tuple[str, str]]) -> int:
    """The width at which lines are wrapped; 0 if they are not.

    pairs: each line with the next one
    """
    changes = sorted(
        change
        for row, after in pairs
        for change in ((len(row.strip()), -1), (len(row.strip()) + len(_first(after)) + 1, 1))
    )
    best = width = full = 0
    for length, change in changes:
        full -= change
        if full > best and _NARROWEST <= length <= _WIDEST:
            best, width = full, length
    if best < max(1, _FULL * len(pairs)):
        return 0
    filled = [pair for pair in pairs if _is_full(*pair, width)]
    return width if sum(_goes_on(*pair) for pair in filled) >= _WITHIN * len(filled) else 0


def _joined(rows: Sequence[str], goes_on: Callable[[str, str], bool]) -> Iterator[str]:
    """The paragraphs of a block without empty lines."""
    paragraph = ""
    for row, after in zip(rows, [*rows[1:], ""], strict=True):
        paragraph += row.strip()
        if after and goes_on(row, after):
            paragraph += _between(row, after)
        else:
            yield paragraph
            paragraph = ""


def _continues(row: str, after: str, width: int) -> bool:
    """Whether a line and the next one are of the same paragraph."""
    begins_small = after.lstrip()[0].islower()
    if begins_small and (width or breaks_words(row)):
        return True
    if not width or not _is_full(row, after, width):
        return False
    ends = row[-1] in _CLOSING
    indented = _indent(after) > _indent(row) + 1
    return not (ends and (indented or _ITEM.match(after)))


def _continues_in_mail(row: str, after: str) -> bool:
    """Whether a line of a message was wrapped: it is about as long as lines of mail can be.

    Indented lines are those of programs and tables.
    """
    shortest, longest = _IN_MAIL
    indented = row[0].isspace() or after[0].isspace()
    full = shortest < len(row) + 1 + len(_first(after)) and len(row) <= longest
    return full and not indented and not _ITEM.match(after)


def _is_full(row: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted into a line.

    Typists end lines a little earlier; a line that ends a sentence must really be full.
    """
    length = len(row.strip())
    spare = 0 if row[-1] in _CLOSING else width // 8
    return length <= width and length + 1 + len(_first(after)) > width - spare


def _goes_on(row: str, after: str) -> bool:
    """Whether the next line begins in the middle of a sentence."""
    start = next((sign for sign in after if sign.isalpha()), "")
    if start.lower() != start.upper():
        return after.lstrip()[0].islower()
    return bool(start) and row[-1] not in _CLOSING


def _first(row: str) -> str:
    """What must stay together at the beginning of a line."""
    start = row.lstrip()[:_LONGEST_WORD]
    return start[0] if start[0] > _UNSPACED else start.split(None, 1)[0]


def _between(row: str, after: str) -> str:
    """What stands between two lines when they are joined."""
    if breaks_words(row):
        return "\n"
    return "" if row[-1] > _UNSPACED and after.lstrip()[0] > _UNSPACED else " "


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())
