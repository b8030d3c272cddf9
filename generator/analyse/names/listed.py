"""Find listed names in a text by their exact spelling, and by their forms in languages with cases.

A name is found as whole words, with its capitals, the longest name first: where a text has
"Islamic State Khorasan" and both names are listed, "Islamic State" is not found there. One pass
over the words of the text; the time grows neither with the number of names nor with the length of
sentences, so this needs no limit of time of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.inflection import inflectors
from generator.model import (
    LONGEST_NAME,
    Document,
    EntityType,
    Mention,
    Provenance,
    base_language,
)

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w")
_LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Listed names.

    types: the type of each; None where documents list it under several, so that it is ambiguous
    lengths: how long those are that begin with a token, or forms of them, the longest first: no
        more lengths than a name can have, however many names there are
    inflected: for each language with cases, the name of each form that is not itself listed
    """

    types: Mapping[str, EntityType | None]
    lengths: Mapping[str, tuple[int, ...]]
    inflected: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> NameIndex:
        """The names that the documents list."""
        documents = tuple(documents)
        types: dict[str, set[EntityType]] = {}
        for document in documents:
            for kind, name in document.listed():
                if len(name) <= LONGEST_NAME and _WORD.search(name):
                    types.setdefault(name, set()).add(kind)
        inflected = {
            code: {
                form: name
                for name in sorted(types, reverse=True)
                for form in inflector.forms(name)
                if form not in types
            }
            for code, inflector in inflectors(d.language for d in documents if types).items()
        }
        lengths: dict[str, set[int]] = {}
        for name in (*types, *(form for forms in inflected.values() for form in forms)):
            first = _TOKEN.match(name)
            if first:
                lengths.setdefault(first.group(), set()).add(len(name))
        return cls(
            {name: next(iter(found)) if len(found) == 1 else None for name, found in types.items()},
            {token: tuple(sorted(found, reverse=True)) for token, found in lengths.items()},
            inflected,
        )


def find_listed(document: Document, index: NameIndex) -> tuple[Mention, ...]:
    """The listed names in a document's sentences, in the order of the text.

    In a language with cases, forms of the names count too. An ambiguous name has the type in the
    document's own list; without one, it is not found.
    """
    own: dict[str, set[EntityType]] = {}
    for kind, name in document.listed():
        own.setdefault(name, set()).add(kind)
    mentions = []
    text = document.text
    inflected = index.inflected.get(base_language(document.language), {})
    for passage in (p for p in document.passages if p.told):
        for sentence in passage.sentences:
            at = sentence.start
            for token in _TOKEN.finditer(text, sentence.start, sentence.end):
                lengths = index.lengths.get(token.group())
                start = token.start()
                if not lengths or start < at:
                    continue
                found = _name_at(text, start, sentence.end, lengths, (index.types, inflected))
                if not found:
                    continue
                at = start + len(found)
                name = inflected.get(found, found)
                kinds = own.get(name, set())
                kind_here = next(iter(kinds)) if len(kinds) == 1 else index.types[name]
                if kind_here:
                    where = Provenance(document.id, passage.number, start, at, sentence.anchor)
                    mentions.append(Mention(found, kind_here, found, where))
    return tuple(mentions)


def _name_at(
    text: str, start: int, last: int, lengths: Iterable[int], names: Sequence[Container[str]]
) -> str:
    """The longest of some names that begins at an offset and ends by another; or ""."""
    for length in lengths:
        end = start + length
        name = text[start:end]
        known = end <= last and any(name in some for some in names)
        if known and not _goes_on(text, start - 1, -1) and not _goes_on(text, end, 1):
            return name
    return ""


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
