"""Analyse: what the text of each document says of who and when.

For now, names are those that front matter lists (`people:`, `organisations:`, `places:`), found
in every document by their exact spelling. Time expressions are not looked for yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.analyse.names import NameIndex, find_mentions
from generator.model import Analysis, Document


def analyse(documents: Sequence[Document], progress: Iterable[Document]) -> tuple[Analysis, ...]:
    """An analysis of each document, in their order.

    documents: all of them, for the names they list
    progress: the same documents, as an iterable that may report how far it has come
    """
    index = NameIndex.of(documents)
    return tuple(Analysis(d.id, find_mentions(d, index), ()) for d in progress)
