"""Parts of a source that holds many documents, such as a table.

A reader takes a file apart quickly. What follows takes far longer and is done in parts, by any
worker that is free. The limits of time and memory are for a part, so no table is too long for them.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Source
from generator.read import Draft, Drafts, Member

_DOCUMENTS = 1000  # most in one part
_CHARACTERS = 500_000  # after which a part is full


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the documents in a source, as its reader found them, or a source within it.

    source: the source that the part is of, or the one within it; without its bytes
    number: of the part, from 1
    first, last: lines at which its first and its last document begin
    size: characters, or bytes of the source within
    drafts: the pickled `Drafts`, never kept on disk
    member: the source within, which is still to be read; None where the part is some documents
    """

    source: Source
    number: int
    first: int
    last: int
    size: int
    drafts: bytes
    member: Member | None = None

    def unpacked(self) -> Drafts:
        """Its documents as their reader found them."""
        found: Drafts = pickle.loads(self.drafts)
        return found


def parts_of(source: Source, found: Drafts) -> tuple[Part, ...]:
    """A source in parts; none where it is too small to be parted, and has no other within it."""
    groups = list(_groups(found.drafts)) or [[]]
    if len(groups) < 2 and not found.inside:
        return ()
    bare = replace(source, data=b"")
    parts = []
    for number, group in enumerate(groups, 1):
        # Problems of the whole source come first, as they would without parts.
        problems = found.problems if number == 1 else ()
        notes = found.notes if number == 1 else ()
        drafts = Drafts(tuple(map(_bare, group)), problems, notes)
        size = sum(map(_size, group))
        packed = pickle.dumps(drafts)
        first, last = (group[0].line, group[-1].line) if group else (1, 1)
        parts.append(Part(bare, number, first, last, size, packed))
    for number, one in enumerate(found.inside, len(parts) + 1):
        size = len(one.source.data)
        parts.append(Part(replace(one.source, data=b""), number, 1, 1, size, b"", one))
    return tuple(parts)


def _bare(draft: Draft) -> Draft:
    return replace(draft, source=replace(draft.source, data=b""))


def _groups(drafts: tuple[Draft, ...]) -> Iterator[list[Draft]]:
    """Neighbouring documents, as many as make a part."""
    group: list[Draft] = []
    size = 0
    for draft in drafts:
        group.append(draft)
        size += _size(draft)
        if len(group) == _DOCUMENTS or size >= _CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _size(draft: Draft) -> int:
    """The characters of a document."""
    fields = sum(len(value) for value in draft.fields.values() if isinstance(value, str))
    return fields + len(draft.html) + sum(len(block.text) for block in draft.blocks)
