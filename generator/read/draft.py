"""What a reader returns: documents whose text is not yet split and whose fields are not checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Level, Problem
from generator.model import NO_THREAD, Page, PassageKind, Reason, Source, TextLine, Thread, reason

_FRONT_MATTER = reason("front-matter")
_DATE_HINT = "Give it a date: YYYY-MM-DD."


@dataclass(frozen=True, slots=True)
class Block:
    """A block of plain text: a heading (level 2) or something else (level 0).

    kind: what it is; a block with a level is a heading
    lines: where it stands on the pages of the draft; offsets are those of `text`, which must be
        `normalised`, with single spaces
    speaker: who says it, shown before it; "" where nobody is named or the one before speaks on
    """

    text: str
    level: int = 0
    kind: PassageKind = "paragraph"
    lines: tuple[TextLine, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One document as its reader found it; its body is either `blocks` or `html`.

    source: the file it comes from
    line: the line where it starts, counted from 1
    fields: metadata by key, values as in the source; `generator.read.fields` checks them
    lines: the line of each key, where the reader knows it
    origin: where the metadata were found
    blocks: headings and paragraphs of plain text
    pages: of a source that has pages
    whole: whether nothing of the file that could be read was kept back, so that it may be offered
    html: markup, not yet sanitised; a level-1 heading at its beginning is the title if the
        metadata have none
    date_in_text: the day that the text shows as that of its publication, YYYY-MM-DD; "" if none
    date_hint: how to give this kind of source a date, in a sentence
    others: further facts, which are shown as they are: names and values
    may_lack_date: whether a record in another file may give its date
    may_lack_text: whether it describes an item, and needs no text
    inherited: metadata of the source that it lies in, for what it does not say itself
    key: what its address is made from, if not from its words; see `generator.read.addresses`
    thread: as in `generator.model.Document`
    """

    source: Source
    line: int = 1
    fields: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    origin: Reason = _FRONT_MATTER
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    whole: bool = False
    html: str = ""
    date_in_text: str = ""
    date_hint: str = _DATE_HINT
    others: tuple[tuple[str, str], ...] = ()
    may_lack_date: bool = False
    may_lack_text: bool = False
    inherited: Mapping[str, object] = field(default_factory=dict)
    key: str = ""
    thread: Thread = NO_THREAD


@dataclass(frozen=True, slots=True)
class Member:
    """A source within another one, not yet read; `generator.read.inside.member` makes it.

    inherited: metadata that its documents have where they do not say it themselves: a date, tags;
        keys as in front matter
    attached_to: the message to which it is attached, as in `generator.model.Thread`; "" for none
    """

    source: Source
    inherited: Mapping[str, object] = field(default_factory=dict)
    attached_to: str = ""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The documents of one source.

    problems: what is wrong with it
    notes: what was taken for what, where the file leaves that open; of level "note"
    inside: the sources within it, such as attachments; only of readers that say `CONTAINER = True`
    """

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    inside: tuple[Member, ...] = ()


def problem(source: Source, line: int, level: Level, message: str, hint: str = "") -> Problem:
    """A problem in a source of the seeds folder."""
    return Problem(source.shown, line, level, message, hint)
