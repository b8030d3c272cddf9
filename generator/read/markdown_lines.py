"""The line forms of Markdown, as Python-Markdown needs them.

Lists and tables directly after a line get an empty line before them, as in CommonMark; "1986. A
great year" and "4. March 2024" are no lists; lines of "#tag" are tags; the marks of blocks (":::"),
of block ids ("^id") and of tables of contents are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.read.fences import fences

_BULLET = re.compile(r"[-*+][ \t]+\S")
_ORDERED = re.compile(r"(\d{1,9})\.[ \t]+(\S.*)")
_DAY = re.compile(r"[^\W\d]+\.? \d{4}\b")  # what follows "4." in a date
_HIGHEST = 999  # number of an item of a list; a higher one is a year
_ROW = frozenset("|:- \t")  # characters of the line below a table's head
_TAG_LINE = re.compile(r"(?:#[^\W\d][\w/-]*[ \t]*)+")
_TAG = re.compile(r"#([\w/-]+)")
_LOOSE_HEADING = re.compile(r"#{2,6}[^#\s]")
_DIV = re.compile(r":{3,}[ \t]*(?:\{[^{}]*\}[ \t]*)?([\w-]*)[ \t]*(?:\[([^\[\]]*)\]|(.*))")
_GROUPS = "article|aside|center|details|div|figure|footer|header|main|section"
_GROUP = re.compile(rf" {{0,3}}<(/?)(?:{_GROUPS})\b[^<>\n]*>[ \t]*")
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^[A-Za-z0-9][A-Za-z0-9-]*[ \t]*$")
_NOT_TEXT = ("#", ">", "|", "<", "\t", "    ", "[^", "===", "---")


def prepared_lines(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its lines as Python-Markdown needs them, and the tags that it had."""
    lines = text.split("\n")
    code = fences(lines)
    groups = _groups(lines)
    items = _items(lines)
    loose = any(_LOOSE_HEADING.match(line) for line in lines)
    done: list[str] = []
    tags: dict[str, None] = {}
    number = 0
    while number < len(lines):
        line = lines[number]
        if number in code:
            done += lines[number : code[number] + 1]
            number = code[number] + 1
            continue
        row = line.rstrip()
        if not loose and row.startswith("#") and _TAG_LINE.fullmatch(row):
            tags |= dict.fromkeys(_TAG.findall(row))
            done.append("")
        elif row.startswith(":::") and (found := _DIV.fullmatch(row)):
            title = (found[2] or found[3] or "").strip()
            done += ["", f"**{title}**", ""] if title else [""]
        elif number in groups or row in ("[TOC]", "[toc]", "* TOC", "- TOC"):
            done.append("")
        else:
            if _begins_block(lines, number, items) and _is_text(done):
                done.append("")
            line = _BLOCK_ID.sub("", line) if "^" in line else line
            done.append(line if number not in items or items[number] else _as_text(line))
        number += 1
    return "\n".join(done), tuple(tags)


def _groups(lines: Sequence[str]) -> set[int]:
    """The lines that are only a tag around Markdown: there are empty lines inside."""
    found: set[int] = set()
    opened: list[tuple[int, int]] = []  # the line, and how many empty lines there are before it
    empty = 0
    for number, line in enumerate(lines):
        empty += not line.strip()
        match = _GROUP.fullmatch(line) if "<" in line else None
        if match and not match[1]:
            opened.append((number, empty))
        elif match and opened:
            first, before = opened.pop()
            if empty > before:
                found |= {first, number}
    return found | {first for first, before in opened if empty > before}


def _items(lines: Sequence[str]) -> dict[int, bool]:
    """Each line that begins with a number and a full stop, and whether it is an item of a list."""
    found = [(n, match) for n, line in enumerate(lines) if (match := _ORDERED.match(line))]
    items: dict[int, bool] = {}
    before = 0
    for place, (line, match) in enumerate(found):
        value = int(match[1])
        after = int(found[place + 1][1][1]) if place + 1 < len(found) else 0
        # Numbers of a list follow each other, or are all the same.
        in_row = value in (before, before + 1) or after in (value, value + 1)
        is_item = value <= _HIGHEST and not _DAY.match(match[2]) and (value == 1 or in_row)
        items[line] = is_item
        before = value if is_item else 0
    return items


def _as_text(line: str) -> str:
    number, dot, rest = line.partition(".")
    return f"{number}\\{dot}{rest}"


def _begins_block(lines: Sequence[str], number: int, items: dict[int, bool]) -> bool:
    """Whether a line begins a list or a table. A list in the midst of a text begins with 1."""
    line = lines[number]
    if _BULLET.match(line) or (items.get(number) and line.startswith("1.")):
        return True
    if "|" not in line or number + 1 == len(lines):
        return False
    below = lines[number + 1]
    return "-" in below and "|" in below and set(below) <= _ROW


def _is_text(done: Sequence[str]) -> bool:
    """Whether the last line is one of a paragraph."""
    last = done[-1] if done else ""
    if not last.strip() or last.startswith(_NOT_TEXT):
        return False
    if _BULLET.match(last) or _ORDERED.match(last) or last.startswith((" ", "\t")):
        return False
    # A line below an item belongs to the item.
    for line in reversed(done[-40:]):
        if not line.strip():
            return True
        if _BULLET.match(line) or _ORDERED.match(line):
            return False
    return True
