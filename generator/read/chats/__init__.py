"""Chats and posts as programs export them: WhatsApp, Telegram, X.

A day of a chat is a document with a paragraph for each message, and its times. Telephone numbers
that stand for people without a name are shortened: they are nobody's business, and yet tell the
people of a chat apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Source, reason
from generator.personal import short_number, without_contacts
from generator.read.draft import Draft
from generator.read.spoken import Said, turns
from generator.read.values import is_person, turned

_NUMBER = re.compile(r"\+?[\d\s().–\u2010\u2011-]{7,25}")
_MENTION = re.compile(r"@\+?(\d{8,15})\b")
_UNNAMED = "_chat"  # as WhatsApp calls each export on an iPhone
_ENDS = 3  # figures of a number that are shown


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a chat.

    day: YYYY-MM-DD
    seconds: of the day; None where the time is not known
    lines: of its text, each a paragraph
    to: whom it answers, or ""
    by: who said it first, where it is only passed on, or ""
    """

    author: str
    day: str
    seconds: int | None
    lines: tuple[str, ...]
    to: str = ""
    by: str = ""


class Names:
    """How those who write in one chat are called, so that no two are called alike."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self._same: Counter[str] = Counter()

    def of(self, author: str) -> str:
        """The name of somebody as it is published."""
        name = self._shown.get(author)
        if name is None:
            name = shown_name(author)
            self._same[name] += name != _plain(author)
            # Of two numbers with the same last figures the second is another's.
            name += f" ({self._same[name]})" if self._same[name] > 1 else ""
            self._shown[author] = name
        return name


def left_out(number: int) -> str:
    """What is said of so many messages that are left out; "" of none."""
    if not number:
        return ""
    return f"What the program says, and pictures and the like, left out: {number:,}."


def drafts_of_days(source: Source, name: str, messages: Iterable[Message]) -> tuple[Draft, ...]:
    """A document for each day of a chat. `name`: of the chat."""
    days: dict[str, list[Message]] = {}
    for message in messages:
        days.setdefault(message.day, []).append(message)
    return tuple(_draft(source, name, day, days[day]) for day in sorted(days))


def shown_name(author: str) -> str:
    """A name as it is published: a telephone number with its country and its last figures only."""
    author = _plain(author)
    if not _NUMBER.fullmatch(author):
        return author
    return short_number(author)


def _plain(author: str) -> str:
    author = " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", author).split())
    return author.removeprefix("~").strip()


def name_of(path: str) -> str:
    """What a chat is called, by its file or, where that is "_chat.txt", by its folder."""
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0]
    if stem == _UNNAMED:
        stem = folders[-1] if folders else stem.strip("_").title()
    return without_contacts(stem.replace("_", " ").strip())


def without_numbers(text: str) -> str:
    """A text in which people without a name are not called by their whole telephone number."""
    return _MENTION.sub(lambda found: f"@…{found[1][-_ENDS:]}", text)


def _draft(source: Source, name: str, day: str, messages: list[Message]) -> Draft:
    said = []
    for message in messages:
        to = f" → {message.to}" if message.to else ""
        speaker: str | None = message.author + to + (f" ← {message.by}" if message.by else "")
        for line in message.lines:
            said.append(Said(without_numbers(line), speaker, message.seconds))
            speaker = None
    blocks, times = turns(said, clock=True)
    authors = dict.fromkeys(message.author for message in messages)
    fields: dict[str, object] = {
        "title": f"{name}, {day}",
        "date": day,
        "people": [turned(author) for author in authors if is_person(turned(author), author)],
    }
    return Draft(
        source,
        fields={key: value for key, value in fields.items() if value},
        origin=reason("metadata", of="document"),
        blocks=blocks,
        pages=times,
    )
