"""Which documents, and which sentences on one event, are independent of one another.

Copies of a text (an agency's report in several papers) have one origin, and so have all documents
from one publisher. Sentences on an event that have one origin, or the same words (an agency's
paragraph in otherwise different reports), have one voice: what they say counts once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Analysis, Document

_ALIKE = 0.5  # share of the samples that two copies have in common at least
_SEQUENCE = 4  # words
_SAME_WORDS = 0.5  # share of the longer sentence's sequences that the other has, too
_WORD = re.compile(r"\w+")
_COMMON = 40  # a word sequence in more documents is a phrase, not a sign of a copy


def copies(analyses: Iterable[Analysis]) -> Mapping[str, str]:
    """For each document the first document (in the given order) that it is a copy of, or itself."""
    holders: dict[int, list[str]] = {}
    first: dict[str, str] = {}
    position: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for analysis in analyses:
        name = analysis.document
        position[name] = len(position)
        sizes[name] = len(analysis.sketch)
        shared: Counter[str] = Counter()
        for number in analysis.sketch:
            known = holders.setdefault(number, [])
            shared.update(known)
            if len(known) < _COMMON:
                known.append(name)
        alike = [o for o, n in shared.items() if n >= _ALIKE * max(sizes[name], sizes[o])]
        first[name] = first[min(alike, key=position.__getitem__)] if alike else name
    return first


def origins(documents: Sequence[Document], copy_of: Mapping[str, str]) -> Mapping[str, str]:
    """For each document the name of its origin: equal names are not independent."""
    same = _Same()
    for document in documents:
        same.join(copy_of[document.id], document.id)
        if document.publisher:
            same.join(f"publisher {document.publisher.casefold()}", document.id)
    return {document.id: same.find(document.id) for document in documents}


def voices_of(sentences: Sequence[tuple[str, str]]) -> list[str]:
    """For each sentence (its origin, its text) the name of its voice, in linear time.

    Two sentences have the same words if of the longer one's sequences of four words at least
    half are also in the other.
    """
    if len({origin for origin, _ in sentences}) < 2:
        return [origin for origin, _ in sentences]
    same = _Same()
    sequences = [_sequences(text) for _, text in sentences]
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, own in enumerate(sequences):
        shared: Counter[int] = Counter()
        for sequence in own:
            known = holders.setdefault(sequence, [])
            shared.update(known)
            if len(known) < _COMMON:
                known.append(number)
        for other, count in shared.items():
            if count >= _SAME_WORDS * max(len(own), len(sequences[other])):
                same.join(sentences[other][0], sentences[number][0])
    return [same.find(origin) for origin, _ in sentences]


def _sequences(text: str) -> set[tuple[str, ...]]:
    """The sequences of four words; of a shorter text, all its words as one."""
    words = _WORD.findall(text.casefold())
    last = max(len(words) - _SEQUENCE, 0)
    return {tuple(words[i : i + _SEQUENCE]) for i in range(last + 1)}


class _Same:
    """Names of the same thing (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self._parent
        root = name
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[name] != root:
            parent[name], name = root, parent[name]
        return root

    def join(self, one: str, other: str) -> None:
        self._parent[self.find(one)] = self.find(other)
