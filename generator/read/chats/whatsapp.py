"""Chats that WhatsApp exports: a text in whatever form of dates the telephone is set to.

    [03/05/2019, 21:40:05] Ann Lee: We left.        5/3/19, 9:40 PM - Ann Lee: We left.

The order of day and month is that in which the dates of the file run forward. What the program
itself says ("Ann changed the subject", "image omitted"), in whatever language, is known by its
form: it has no sender, stands in angle brackets, or begins with an invisible mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.read.chats import Message, Names

_MARKS = "\u200e\u200f\u202a\u202b\u202c"
_HEAD = re.compile(
    rf"[{_MARKS}]*\[?(\d{{1,4}})([./-])[ ]?(\d{{1,2}})\2[ ]?(\d{{1,4}})\.?,?\s{{1,3}}"
    r"([^\W\d_]{1,4}\.?\s{0,2})?"  # "à", "um", or which half of the day it is
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(\s{0,2}[^\s\d\])–-][^\d\]–-]{0,12})?"
    rf"(?:\]|\s[-–])[ ][{_MARKS}]*(.*)"
)
_NOON = re.compile(r"\s*([ap])\.?\s?m\.?\s*", re.IGNORECASE)
_NOT_LATIN = "\u0370"  # letters from here on
_SENDER = re.compile(r"([^:\n]{1,80}?):\s(.*)", re.DOTALL)
_OMITTED = re.compile(r"<[^<>]{2,80}>")
_EDITED = re.compile(rf"\s*[{_MARKS}]?<[^<>]{{3,60}}>$")
_ATTACHED = re.compile(rf"[{_MARKS}]*\S{{1,100}}\.\w{{2,5}} \([^()]{{2,40}}\)")
_LEAST = 2  # messages of a chat
_ORDERS = ((2, 1, 0), (2, 0, 1), (0, 1, 2))  # of year, month and day: 3/5/2019, 5/3/2019, 2019/5/3
_AMERICAN = 1
_CENTURY = 2000
_FULL_YEAR = 100  # years below it are written in short, and seldom first
_FIRST_DAY = date(2009, 1, 1).toordinal()  # the year in which WhatsApp began
_BUDDHIST, _LATEST = 543, 2400  # years by which Thailand is ahead; none of our era is as late
_FEWEST_DAYS, _SHORTER = 3, 10  # what makes it sure that the shorter chat is right


@dataclass(frozen=True, slots=True)
class Chat:
    """An export.

    messages: in its order
    order: how its dates are written, "DD/MM/YYYY"; sure: whether the dates leave no doubt
    left: how many lines of the program itself are left out, with those of pictures and the like
    """

    messages: tuple[Message, ...]
    order: str
    sure: bool
    left: int


@dataclass(slots=True)
class _Line:
    """A message as it stands in the file."""

    numbers: tuple[int, int, int]
    mark: str
    time: tuple[int, int, int]
    noon: str
    text: str


def chat_of(text: str, day_first: bool | None = None) -> Chat | None:
    """The chat that a text is; None if it is none.

    day_first: what "3/5/2019" means where its dates leave that open; None if that is not known
    """
    lines = [line for line in _lines(text) if line]
    if len(lines) < _LEAST or lines[0] is None:
        return None
    order, sure = _order(lines, day_first)
    if order is None:
        return None
    names = Names()
    messages = [_message(line, order, names) for line in lines]
    found = tuple(message for message in messages if message)
    forms = {(2, 1, 0): "DD/MM/YYYY", (2, 0, 1): "MM/DD/YYYY", (0, 1, 2): "YYYY/MM/DD"}
    left = len(messages) - len(found)
    return Chat(found, forms[order], sure, left) if found else None


def _lines(text: str) -> Iterator[_Line]:
    """The messages, each with the lines that belong to it; none if the text begins otherwise."""
    last: _Line | None = None
    for row in text.split("\n"):
        head = _HEAD.match(row)
        if head:
            if last:
                yield last
            a, mark, b, c, before, hour, minute, second, noon, rest = head.groups()
            time = (int(hour), int(minute), int(second or 0))
            if not noon and before and (_NOON.fullmatch(before) or before[0] >= _NOT_LATIN):
                noon = before
            last = _Line((int(a), int(b), int(c)), mark, time, noon or "", rest)
        elif last:
            last.text += f"\n{row}"
        elif row.strip():
            return
    if last:
        yield last


def _order(
    lines: Sequence[_Line], day_first: bool | None
) -> tuple[tuple[int, int, int] | None, bool]:
    """In which order year, month and day stand, and whether that is sure.

    It is the one in which all dates exist and run forward. Of two such the one counts that the user
    has set, or else the one that makes the chat shorter: much shorter, if that is to be sure.
    """
    numbers = list(dict.fromkeys(line.numbers for line in lines))
    costs: dict[tuple[int, int, int], tuple[bool, int, int, int]] = {}
    for rank, order in enumerate(_ORDERS):
        days = [_day(one, order) for one in numbers]
        known = [day.toordinal() for day in days if day]
        if len(known) == len(days):
            back = sum(after < before for before, after in pairwise(known))
            short_first = not order[0] and min(one[0] for one in numbers) < _FULL_YEAR
            odd = short_first or min(known) < _FIRST_DAY
            costs[order] = (odd, back, max(known) - min(known), _unusual(lines[0], rank))
    if not costs:
        return None, False
    order = min(costs, key=lambda one: costs[one])
    odd, back, span, _ = costs[order]
    others = {o: cost[2] for o, cost in costs.items() if o != order and cost[:2] == (odd, back)}
    given = _ORDERS[0 if day_first else _AMERICAN]
    if day_first is not None and given in others:
        return given, True
    longer = min(others.values(), default=0) >= _SHORTER * max(span, 1)
    much = len(numbers) >= _FEWEST_DAYS and longer
    return order, not others or much or day_first is not None


def _unusual(line: _Line, rank: int) -> int:
    """Whether people who write times like this would write dates otherwise."""
    american = bool(_NOON.fullmatch(line.noon)) and line.mark == "/"
    return rank if not american else int(rank != _AMERICAN)


def _day(numbers: Sequence[int], order: Sequence[int]) -> date | None:
    year, month, day = (numbers[place] for place in order)
    try:
        year -= _BUDDHIST if year > _LATEST else 0
        return date(year + _CENTURY if year < _FULL_YEAR else year, month, day)
    except ValueError:
        return None


def _message(line: _Line, order: Sequence[int], names: Names) -> Message | None:
    """A message; None for what the program itself says."""
    day = _day(line.numbers, order)
    sent = _SENDER.fullmatch(line.text)
    if not day or not sent:
        return None
    rows = [_EDITED.sub("", row) for row in sent[2].split("\n") if not _is_of_program(row)]
    kept = tuple(row.strip(_MARKS + " ") for row in rows if row.strip(_MARKS + " "))
    if not kept:
        return None
    return Message(names.of(sent[1]), day.isoformat(), _seconds(line), kept)


def _is_of_program(row: str) -> bool:
    """Whether a line only stands for a picture or the like, or is otherwise the program's."""
    plain = row.strip(_MARKS + " ")
    return row.startswith("\u200e") or bool(_OMITTED.fullmatch(plain) or _ATTACHED.fullmatch(plain))


def _seconds(line: _Line) -> int | None:
    """The time of a day; None where a language says in a word of its own which half it is."""
    hour, minute, second = line.time
    noon = _NOON.fullmatch(line.noon)
    if line.noon.strip() and not noon:
        return None
    if noon:
        hour = hour % 12 + 12 * (noon[1].lower() == "p")
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 else None
