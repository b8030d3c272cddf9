"""Which documents are independent of one another.

Copies of a text (an agency's report in several papers) have one origin, and so have all documents
from one publisher. What several documents with one origin say counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Analysis, Document

_ALIKE = 0.5  # share of the samples that two copies have in common at least
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
    parent: dict[str, str] = {}

    def find(name: str) -> str:
        root = name
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[name] != root:
            parent[name], name = root, parent[name]
        return root

    for document in documents:
        parent[find(copy_of[document.id])] = find(document.id)
        if document.publisher:
            parent[find(f"publisher {document.publisher.casefold()}")] = find(document.id)
    return {document.id: find(document.id) for document in documents}
