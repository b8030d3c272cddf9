"""Sources within sources: attachments of mail, files in archives.

A reader gives what it finds in a file as `Drafts.inside`. What holds others itself is opened here,
within limits; all else is read later, each by itself, so that a file that takes too long, or that
is made to break a library, costs only itself. Pictures, sound and film inside are not shown.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from generator.errors import Problem
from generator.model import INSIDE, Source, media_kind
from generator.read.draft import Draft, Drafts, Member, problem
from generator.read.readers import is_container, reader_for

_DEEPEST = 3  # files within files
_MOST = 10_000  # sources within one file
_LARGEST = 1_000_000_000  # bytes of these
_LONGEST = 100  # characters of a part of a path,
_NUMBER = 12  # and of what tells equal ones apart
_ENDS = " !"  # what no part of a path begins or ends with
_HINT = "Unpack it, and add the files that you need."


def member(
    source: Source,
    name: str,
    data: bytes,
    inherited: Mapping[str, object] | None = None,
    attached_to: str = "",
) -> Member:
    """A source within another.

    source: the one that it lies in
    name: its path there, as that one has it, whatever it is: "17/letter.pdf"
    inherited, attached_to: as in `Member`
    """
    safe = safe_name(name)
    path, shown = f"{source.path}{INSIDE}{safe}", f"{source.shown}{INSIDE}{safe}"
    digest = hashlib.sha256(data).hexdigest()
    own = Source(path, shown, data, digest, outer=source.outer or source.path)
    return Member(own, inherited or {}, attached_to)


def safe_name(name: str) -> str:
    """A path without anything that leads elsewhere, cannot be shown, or looks like another file's
    inside; never empty.
    """
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    text = "".join(c if c.isprintable() else "_" for c in text)
    parts = (_cut(part.strip(_ENDS)) for part in re.split(r"[/\\]", text))
    return "/".join(part for part in parts if part.strip(".")) or "unnamed"


def is_safe_name(name: str) -> bool:
    """Whether a path can be that of a source within another."""
    return (
        name.isprintable()
        and "\\" not in name
        and all(
            part.strip(".") and part.strip(_ENDS) == part and len(part) <= _LONGEST + _NUMBER
            for part in name.split("/")
        )
    )


def _cut(part: str) -> str:
    """A part of a path, not too long, with its suffix."""
    stem, dot, suffix = part.rpartition(".")
    if len(part) <= _LONGEST or not stem or len(suffix) > _LONGEST // 2:
        return part[:_LONGEST].strip(_ENDS)
    return f"{stem[: _LONGEST - len(suffix) - 1]}{dot}{suffix}".strip(_ENDS)


@dataclass(slots=True)
class _Opening:
    """What has been found so far in one file.

    number, size: of the sources within it, in bytes
    media: how many of them are pictures and the like
    names: how many have each path
    """

    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    leaves: list[Member] = field(default_factory=list)
    number: int = 0
    size: int = 0
    media: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def add(self, found: Drafts) -> None:
        """Add what a container holds itself."""
        self.drafts += found.drafts
        self.problems += found.problems
        self.notes += found.notes

    def is_full(self, source: Source) -> bool:
        """Whether another source would be too many; counts it."""
        self.number += 1
        self.size += len(source.data)
        return self.number > _MOST or self.size > _LARGEST

    def named(self, one: Member) -> Member:
        """The member, under a path of its own."""
        path = one.source.path
        number = self.names[path] = self.names.get(path, 0) + 1
        if number == 1:
            return one
        stem, dot, suffix = path.rpartition(".")
        if "/" in suffix or stem.endswith("/"):
            stem, dot, suffix = path, "", ""
        own = f"{stem}-{number}{dot}{suffix}"
        shown = one.source.shown.removesuffix(path) + own
        return self.named(replace(one, source=replace(one.source, path=own, shown=shown)))


def opened(
    source: Source, found: Drafts, read: Callable[[Source], Drafts], depth: int = _DEEPEST
) -> Drafts:
    """What a file holds, after all containers in it have been taken apart.

    `inside` are then the sources that hold no others, with different paths.

    found: what its reader found
    read: what finds the same in a source within it; raises nothing
    """
    opening = _Opening()
    opening.add(found)
    waiting = deque((one, 1) for one in found.inside)
    while waiting:
        one, level = waiting.popleft()
        if opening.is_full(one.source):
            message = f"Holds more than {_MOST:,} files, or more than {_LARGEST // 10**6:,} MB."
            hint = "The others are left out; split it."
            opening.problems.append(problem(source, 0, "error", message, hint))
            break
        if media_kind(one.source.path):
            opening.media += 1
            continue
        one = opening.named(one)
        reader = reader_for(one.source.path, one.source.data)
        if reader is None or not is_container(reader):
            opening.leaves.append(one)
        elif level == depth:
            message = f"Lies in {depth} files, and holds others; not read."
            opening.problems.append(problem(one.source, 0, "error", message, _HINT))
        else:
            within = passed_on(read(one.source), one)
            opening.add(within)
            waiting.extend((below, level + 1) for below in within.inside)
    notes = (*opening.notes, *_not_shown(source, opening.media))
    return Drafts(tuple(opening.drafts), tuple(opening.problems), notes, tuple(opening.leaves))


def _not_shown(source: Source, media: int) -> tuple[Problem, ...]:
    if not media:
        return ()
    message = f"Pictures, sound and film inside are not published ({media:,})."
    return (problem(source, 0, "note", message, "To show one, put it beside the file."),)


def passed_on(found: Drafts, one: Member) -> Drafts:
    """What was found in a source within another, with what it has from that one."""
    given, message = one.inherited, one.attached_to
    own = (message,) if message else ()

    def inheriting(draft: Draft) -> Draft:
        thread = replace(draft.thread, attached_to=draft.thread.attached_to or own)
        return replace(draft, inherited={**given, **draft.inherited}, thread=thread)

    inside = (
        replace(m, inherited={**given, **m.inherited}, attached_to=m.attached_to or message)
        for m in found.inside
    )
    return replace(found, drafts=tuple(map(inheriting, found.drafts)), inside=tuple(inside))
