"""Titles that tell documents apart, where several have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from generator.model import Document
from generator.render.dates import long_date


def distinct_titles(documents: Sequence[Document]) -> Mapping[str, str]:
    """The title of each document by its id; equal ones get a date, an outlet, a place or a number.

    What tells all documents of a title apart is behind it, in brackets.
    """
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.title.casefold(), []).append(document)
    titles: dict[str, str] = {}
    for group in groups.values():
        details = _details(group) if len(group) > 1 else [""]
        for document, detail in zip(group, details, strict=True):
            titles[document.id] = f"{document.title} ({detail})" if detail else document.title
    return titles


def _details(group: Sequence[Document]) -> list[str]:
    ways: Sequence[Callable[[Document], str]] = (
        lambda d: (d.date_words or long_date(d.date)) if d.date else "",
        lambda d: d.outlet,
        lambda d: d.path.rpartition("/")[0],
        lambda d: d.path,
    )
    for way in ways:
        found = [way(document) for document in group]
        if all(found) and max(Counter(found).values()) == 1:
            return found
    order = sorted(range(len(group)), key=lambda n: (group[n].path, group[n].line, group[n].id))
    return [str(order.index(n) + 1) for n in range(len(group))]
