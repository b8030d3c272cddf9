"""Find listed names in a text by their exact spelling.

A name is found as whole words, with its capitals, the longest name first: where a text has
"Islamic State Khorasan" and both names are listed, "Islamic State" is not found there. One pass
over the words of the text; the time does not depend on how many names there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Document, EntityType, Mention, Provenance

_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed name. `lead` is where its first word begins in it.

    type: its type; None where documents list it under several, so that it is ambiguous
    """

    name: str
    type: EntityType | None
    lead: int


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Listed names by their first word, the longest first."""

    by_word: Mapping[str, tuple[Listed, ...]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> NameIndex:
        """The names that the documents list."""
        types: dict[str, set[EntityType]] = {}
        for document in documents:
            for kind, name in document.listed():
                types.setdefault(name, set()).add(kind)
        by_word: dict[str, list[Listed]] = {}
        for name in sorted(types, key=lambda name: (-len(name), name)):
            word = _WORD.search(name)
            if word:
                only = next(iter(types[name])) if len(types[name]) == 1 else None
                by_word.setdefault(word.group(), []).append(Listed(name, only, word.start()))
        return cls({word: tuple(found) for word, found in by_word.items()})


def find_listed(document: Document, index: NameIndex) -> tuple[Mention, ...]:
    """The listed names in a document's sentences, in the order of the text.

    An ambiguous name has the type in the document's own list; without one, it is not found.
    """
    own: dict[str, set[EntityType]] = {}
    for kind, name in document.listed():
        own.setdefault(name, set()).add(kind)
    mentions = []
    text = document.text
    for passage in document.passages:
        for sentence in passage.sentences:
            at = sentence.start
            for word in _WORD.finditer(text, sentence.start, sentence.end):
                if word.start() < at:
                    continue
                found = _name_at(text, word, at, sentence.end, index)
                if not found:
                    continue
                start = word.start() - found.lead
                at = start + len(found.name)
                kinds = own.get(found.name, set())
                kind_here = next(iter(kinds)) if len(kinds) == 1 else found.type
                if kind_here:
                    where = Provenance(document.id, passage.number, start, at, sentence.anchor)
                    mentions.append(Mention(text[start:at], kind_here, found.name, where))
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
        if not _goes_on(text, start - 1, -1) and not _goes_on(text, end, 1):
            return listed
    return None


def _goes_on(text: str, at: int, step: int) -> bool:
    """Whether the name is only a part of a longer one: "Ann Lee" in "Ann Lee-Smith".

    A hyphen followed by a small letter does not make a longer name ("Moscow-based", "pro-Moscow").
    """
    beside = text[at : at + 1] if at >= 0 else ""
    if not beside:
        return False
    if beside.isalnum() or beside == "_" or unicodedata.category(beside).startswith("M"):
        return True
    if beside not in "-\u2010\u2011":
        return False
    if step > 0:
        return text[at + 1 : at + 2].isupper()
    other = _LAST_WORD.search(text[max(0, at - 30) : at])
    return other is not None and other.group()[0].isupper()
