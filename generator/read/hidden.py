"""Parts of a text that no reader of a page would see: elements that are hidden, with all in them.

They are looked for in the text itself, before anything else is made of it: what has become a note
or a link could not be found again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from lxml.html import defs

_MAY_HIDE = re.compile(r"hidden|display\s*:", re.IGNORECASE)
_TAG = re.compile(
    r"""<(/?)([A-Za-z][\w:.-]{0,60})((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,600}+)>"""
)
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_ATTRIBUTE = re.compile(r"(?<![\w:-])hidden(?![\w-])", re.IGNORECASE)
_VALUES = re.compile(
    r"""\baria-hidden\s*=\s*["'{]?\s*true|\bstyle\s*=.*?"""
    r"""(?:display\s*:\s*["']?none|visibility\s*:\s*["']?hidden)""",
    re.IGNORECASE | re.DOTALL,
)
NOT_IN_PARAGRAPH = "Nothing after it in its paragraph is published."
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
# Elements that hold others, so that an end that is missing hides all that follows.
_HOLDERS = frozenset({"article", "aside", "blockquote", "body", "center", "details", "dialog",
                      "div", "figure", "footer", "form", "header", "main", "nav", "ol", "section",
                      "table", "template", "ul"})  # fmt: skip


def hides(text: str) -> bool:
    """Whether a text may have hidden elements."""
    return "<" in text and bool(_MAY_HIDE.search(text))


def without_hidden(
    text: str, code: Sequence[tuple[int, int]] = ()
) -> tuple[str, list[tuple[str, str]]]:
    """A text without hidden elements, and what is wrong: a message and a hint each.

    code: where it has code, which stays as it is; in order
    """
    if not hides(text):
        return text, []
    problems: list[tuple[str, str]] = []
    done: list[str] = []
    at = 0
    hidden, ends = _elements(text, code)
    for found in hidden:
        if found.start() < at:
            continue  # in one that is hidden itself
        done.append(text[at : found.start()])
        name = found[2].lower()
        if found.start() in ends:
            at = ends[found.start()]
        elif name in defs.empty_tags or (found[3].endswith("/") and found[2] != name):
            at = found.end()
        else:
            end = None if name in _HOLDERS else _PARAGRAPH_END.search(text, found.end())
            at = end.start() if end else len(text)
            problems.append(_unclosed(found))
    return "".join((*done, text[at:])), problems


def _elements(
    text: str, code: Sequence[tuple[int, int]]
) -> tuple[list[re.Match[str]], dict[int, int]]:
    """The opening tags of hidden elements, and where each element ends, by where it begins."""
    starts = [start for start, _ in code]
    opened: dict[str, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    hidden: list[re.Match[str]] = []
    for found in _TAG.finditer(text):
        before = bisect_right(starts, found.start()) - 1
        if before >= 0 and found.start() < code[before][1]:
            continue
        name = found[2].lower()
        if not found[1]:
            opened[name].append(found.start())
            if _is_hidden(found[3]):
                hidden.append(found)
        elif opened[name]:
            ends[opened[name].pop()] = found.end()
    return hidden, ends


def _unclosed(tag: re.Match[str]) -> tuple[str, str]:
    """The message and the hint for a hidden element without an end."""
    message = f"A hidden element (<{tag[2]}>) is not closed. Nothing after it is published."
    if tag[2].lower() not in _HOLDERS:
        message = f"A hidden element (<{tag[2]}>) is not closed. {NOT_IN_PARAGRAPH}"
    hint = f"Close it; it begins with {' '.join(tag.group().split())[:80]}"
    return message, hint


def _is_hidden(attributes: str) -> bool:
    return bool(_VALUES.search(attributes) or _ATTRIBUTE.search(_QUOTED.sub("=", attributes)))
