"""Find listed names in a text by their exact spelling.

A name is found as whole words, with its capitals, the longest name first: where a text has
"Islamic State Khorasan" and both names are listed, "Islamic State" is not found there. One pass
over the words of the text; the time does not depend on how many names there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model import Document, EntityType, Mention, Provenance

_WORD = re.compile(r"\w+")
_LISTS: tuple[tuple[Literal["people", "organisations", "places"], EntityType], ...] = (
    ("people", "person"),
    ("organisations", "organisation"),
    ("places", "place"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed name. `lead` is where its first word begins in it."""

    name: str
    type: EntityType
    lead: int


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Listed names by their first word, the longest first."""

    by_word: Mapping[str, tuple[Listed, ...]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> NameIndex:
        """The names that the documents list.

        A name that is listed under two types is ambiguous; the first type of the list above wins,
        so that the outcome does not depend on the order of the documents.
        """
        names: dict[str, EntityType] = {}
        everything = tuple(documents)
        for key, kind in _LISTS:
            for document in everything:
                for name in getattr(document, key):
                    names.setdefault(name, kind)
        by_word: dict[str, list[Listed]] = {}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            word = _WORD.search(name)
            if word:
                listed = Listed(name, names[name], word.start())
                by_word.setdefault(word.group(), []).append(listed)
        return cls({word: tuple(found) for word, found in by_word.items()})


def find_mentions(document: Document, index: NameIndex) -> tuple[Mention, ...]:
    """The listed names in a document's sentences, in the order of the text."""
    mentions = []
    text = document.text
    for passage in document.passages:
        for sentence in passage.sentences:
            at = sentence.start
            for word in _WORD.finditer(text, sentence.start, sentence.end):
                found = (
                    _name_at(text, word, at, sentence.end, index) if word.start() >= at else None
                )
                if found:
                    start = word.start() - found.lead
                    at = start + len(found.name)
                    where = Provenance(document.id, passage.number, start, at, sentence.anchor)
                    mentions.append(Mention(text[start:at], found.type, found.name, where))
    return tuple(mentions)


def _name_at(
    text: str, word: re.Match[str], first: int, last: int, index: NameIndex
) -> Listed | None:
    """The longest listed name whose first word is this one, between two offsets."""
    for listed in index.by_word.get(word.group(), ()):
        start = word.start() - listed.lead
        end = start + len(listed.name)
        if start < first or end > last or not text.startswith(listed.name, start):
            continue
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            continue
        return listed
    return None
