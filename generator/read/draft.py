"""What a reader hands on: a document before its text is split and its fields are checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.config import Config
from generator.errors import Level, Problem
from generator.model import Reason, Source, reason

_FRONT_MATTER = reason("front-matter")
_ANYWHERE = "Give it a date: YYYY-MM-DD."


@dataclass(frozen=True, slots=True)
class Block:
    """A block of plain text: a heading (level 2) or a paragraph (level 0)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """One document as its reader found it.

    source: the file it comes from
    line: the line where it starts, counted from 1
    fields: metadata by key, values as the source has them; checked in `generator.read.fields`
    lines: the line of each key, where the reader knows it
    origin: where the metadata were found
    blocks: the body of a plain source, otherwise empty
    html: the body of a source with markup, not yet sanitised, otherwise ""
    origins: where single fields were found, if elsewhere
    date_hint: how this kind of source is given a date, for the author of one that has none
    """

    source: Source
    line: int = 1
    fields: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    origin: Reason = _FRONT_MATTER
    blocks: tuple[Block, ...] = ()
    html: str = ""
    origins: Mapping[str, Reason] = field(default_factory=dict)
    date_hint: str = _ANYWHERE


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a reader returns: the documents of one source, and what was wrong with it."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


Reader = Callable[[Source, Config], Drafts]


def problem(source: Source, line: int, level: Level, message: str, hint: str = "") -> Problem:
    """A problem in a source of the seeds folder."""
    return Problem(source.shown, line, level, message, hint)
