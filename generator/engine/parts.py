"""Parts of a source that holds many documents, such as a table.

A reader takes a file apart quickly. What follows takes far longer and is done in parts, by any
worker that is free. The limits of time and memory are for a part, so no table is too long for them.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Source
from generator.read import Draft, Drafts

_DOCUMENTS = 1000  # most in one part
_CHARACTERS = 500_000  # after which a part is full


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the documents in a source, as its reader found them.

    source: the source without its bytes
    number: of the part, from 1
    first, last: lines at which its first and its last document begin
    size: characters
    drafts: the pickled `Drafts`, never kept on disk
    """

    source: Source
    number: int
    first: int
    last: int
    size: int
    drafts: bytes

    def unpacked(self) -> Drafts:
        """Its documents as their reader found them."""
        found: Drafts = pickle.loads(self.drafts)
        return found


def parts_of(source: Source, found: Drafts) -> tuple[Part, ...]:
    """A source in parts; none where it is too small to be parted."""
    groups = list(_groups(found.drafts))
    if len(groups) < 2:
        return ()
    bare = replace(source, data=b"")
    parts = []
    for number, group in enumerate(groups, 1):
        # Problems of the whole source come first, as they would without parts.
        problems = found.problems if number == 1 else ()
        notes = found.notes if number == 1 else ()
        drafts = Drafts(tuple(replace(draft, source=bare) for draft in group), problems, notes)
        size = sum(map(_size, group))
        packed = pickle.dumps(drafts)
        parts.append(Part(bare, number, group[0].line, group[-1].line, size, packed))
    return tuple(parts)


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
