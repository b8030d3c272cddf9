"""Characters that change the direction of text, and how to keep them from turning their neighbours.

An embedding, an override or an isolate that is opened and never closed turns all that follows it in
the same block (Unicode Standard Annex 9): a date, or another source's title. Right-to-left letters
alone move the figures beside them. Text that is shown beside other text is therefore isolated:
nothing in it acts outside it. What a source says is stored and exported as it is.
"""

from __future__ import annotations

import re

_OPENING_EMBEDDING = "\u202a\u202b\u202d\u202e"  # LRE, RLE, LRO, RLO
_OPENING_ISOLATE = "\u2066\u2067\u2068"  # LRI, RLI, FSI
_END_EMBEDDING = "\N{POP DIRECTIONAL FORMATTING}"
ISOLATE = "\N{FIRST STRONG ISOLATE}"
END_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# These, and the blocks of right-to-left scripts, with the marks that act like a letter of one.
_TURNED = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_TURNING = re.compile(f"[\u202a-\u202e\u2066-\u2069{_TURNED}]")
# Words of these scripts, with what stands between them.
TURNED_WORDS = re.compile(rf"[{_TURNED}]+(?:[^\w{_TURNED}]+[{_TURNED}]+)*")


def turns(text: str) -> bool:
    """Whether a text has anything in it that could turn what stands beside it."""
    return not text.isascii() and _TURNING.search(text) is not None


def strays(text: str) -> tuple[list[int], list[int], int]:
    """What is not balanced in a text: where it closes what was not opened, where it opens what it
    does not close, and how many of the latter are isolates.
    """
    closing: list[int] = []
    opened: list[int] = []
    isolates = 0
    for found in CONTROLS.finditer(text):
        character, at = found.group(), found.start()
        if character in _OPENING_EMBEDDING:
            opened.append(at)
        elif character in _OPENING_ISOLATE:
            opened.append(at)
            isolates += 1
        elif character == _END_EMBEDDING:
            if opened and text[opened[-1]] in _OPENING_EMBEDDING:
                opened.pop()
            else:
                closing.append(at)
        elif isolates:
            # The end of an isolate ends the embeddings in it, too.
            while text[opened.pop()] in _OPENING_EMBEDDING:
                pass
            isolates -= 1
        else:
            closing.append(at)
    return closing, opened, isolates


def unbalanced(text: str) -> str:
    """The first character of a text that is not balanced, or ""."""
    if text.isascii() or not CONTROLS.search(text):
        return ""
    closing, opened, _ = strays(text)
    return text[min((*closing, *opened))] if closing or opened else ""


def without(text: str, places: list[int], instead: str = "") -> str:
    """The text with something else at some places."""
    parts, at = [], 0
    for place in places:
        parts += [text[at:place], instead]
        at = place + 1
    return "".join([*parts, text[at:]])


def isolated(text: str) -> str:
    """The text as it can stand in a line with others; itself, where nothing in it can turn them."""
    if not turns(text):
        return text
    closing, _, isolates = strays(text)
    # The end of the outer isolate ends all embeddings in it.
    return ISOLATE + without(text, closing) + END_ISOLATE * (isolates + 1)


def named(text: str) -> str:
    """The text with each such character as its number, for messages about it."""
    return CONTROLS.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
