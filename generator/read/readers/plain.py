"""Plain text: an optional "date YYYY-MM-DD", then running text.

    date 2024-03-25 The first paragraph begins on the same line.
    A Heading in Title Case
    Another paragraph, on a line of its own.

Each line is a paragraph; where text is wrapped at a width, its lines are joined, and paragraphs end
at empty lines or where the next word would have fitted. A short line in title case, without a full
stop and with text below it, is a heading.
"""

from __future__ import annotations

import re

from generator.config import Config
from generator.errors import Problem
from generator.model import Source, reason
from generator.read.chats import drafts_of_days, left_out, name_of
from generator.read.chats.whatsapp import Chat, chat_of
from generator.read.comments import without_comments_in_values
from generator.read.dates import given_date
from generator.read.decode import decode
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.front_matter import LONGEST, split_head
from generator.read.front_matter import PACKAGES as FRONT_MATTER
from generator.read.privacy import private
from generator.read.wrapped import paragraphs

SUFFIXES = (".txt", ".text")
BINARY = False
PACKAGES = FRONT_MATTER

_DATE_LINE = re.compile(
    r"\s{0,20}date(?:[^\S\n]|[:=：]){1,6}([0-9]\S{0,30})[^\S\n]*", re.IGNORECASE
)
_LONGEST_HEADING = 110


def read_source(source: Source) -> Drafts:
    """One document: its date, and its headings and paragraphs. Of a chat, one for each day."""
    return _read(source, None)


def read_configured(source: Source, config: Config) -> Drafts:
    """The same, knowing how dates are written that can be read in two ways."""
    return _read(source, config.day_first)


def _read(source: Source, day_first: bool | None) -> Drafts:
    text, problems = decode(source, page_break="\n")
    if chat := chat_of(text, day_first):
        return _chat(source, chat, problems)
    head = split_head(
        text[:LONGEST]
    )  # it stays in the text, but may say that this is not to be public
    fields = private(head.fields)
    found = _DATE_LINE.match(text)
    if found:
        fields["date"] = found.group(1).rstrip(".,;:")
        # An invalid date is reported and stays in the text.
        if given_date(str(fields["date"])):
            text = text[found.end() :]
    text, unclosed = without_comments_in_values(text)
    problems += tuple(problem(source, 0, "warning", *what) for what in unclosed)
    blocks = split_blocks(text)
    draft = Draft(
        source,
        fields=fields,
        lines={**head.lines, "date": 1},
        origin=reason("first-line"),
        blocks=blocks,
        date_hint='Begin the file with "date YYYY-MM-DD".',
    )
    return Drafts((draft,), problems)


def _chat(source: Source, chat: Chat, problems: tuple[Problem, ...]) -> Drafts:
    if not chat.sure:
        message = f"Its dates can be read in two ways; read as {chat.order}."
        hint = "Say which is right with date_order in sourcebook.toml."
        problems = (*problems, problem(source, 1, "warning", message, hint))
    message = f"A chat from WhatsApp, with dates as {chat.order}. {left_out(chat.left)}".rstrip()
    drafts = drafts_of_days(source, name_of(source.path), chat.messages)
    return Drafts(drafts, problems, (problem(source, 0, "note", message),))


def split_blocks(text: str) -> tuple[Block, ...]:
    """The headings and paragraphs of a plain text."""
    lines = paragraphs(text)
    last = len(lines) - 1
    return tuple(
        Block(line, 2 if n < last and is_heading(line) else 0) for n, line in enumerate(lines)
    )


def is_heading(line: str) -> bool:
    """Whether a line is short, in title case and without closing punctuation."""
    if len(line) > _LONGEST_HEADING or line[-1] in ".,;:!?…\"”»'" or not line[0].isalnum():
        return False
    words = [word.strip("\"'“”‘’()«»:,;") for word in line.split()]
    # Short words ("of", "and") are lower case in a title too.
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(not word[0].islower() for word in long_words)
    cased = any(word[0].isupper() for word in words if word)
    return cased and capital >= 0.75 * len(long_words) and not line[0].islower()
