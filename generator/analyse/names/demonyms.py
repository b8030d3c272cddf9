"""Words like "Russian" that lead to a country without naming it.

They are not mentions of the country: "a Russian court" says whose court it is, not what Russia did.
A source page links them, and the country's page counts them separately.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import Document, Mention, Provenance


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language, as a pattern, and the country of each."""

    pattern: re.Pattern[str]
    country: Mapping[str, str]


@cache
def _words(code: str) -> _Words | None:
    """The words of a language; None if there are none."""
    demonyms = language_of(code).demonyms
    if not demonyms.countries:
        return None
    country = {word: name for name, own in demonyms.countries.items() for word in own}
    elsewhere = "".join(f"(?<!{word} )" for word in demonyms.not_after)
    longest_first = sorted(country, key=lambda word: (-len(word), word))
    pattern = rf"\b{elsewhere}(?<!-){any_of(longest_first)}\b"
    return _Words(re.compile(pattern), country)


def country_of(word: str, language: str) -> str:
    """The country to which a word of a language leads, or ""."""
    words = _words(language_of(language).code)
    return words.country.get(word, "") if words else ""


def find_adjectives(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The words of a document that lead to a country, outside any name.

    The `name` of each is the country's. Words within a name ("Russian Orthodox Church") are part
    of it.
    """
    words = _words(language_of(document.language).code)
    if words is None:
        return ()
    taken = [(m.provenance.start, m.provenance.end) for m in mentions]
    return tuple(_found(document, taken, words))


def _found(
    document: Document, taken: Sequence[tuple[int, int]], words: _Words
) -> Iterator[Mention]:
    for passage in (p for p in document.passages if p.told):
        for sentence in passage.sentences:
            for match in words.pattern.finditer(document.text, sentence.start, sentence.end):
                before = bisect_right(taken, match.start(), key=lambda span: span[0]) - 1
                inside = before >= 0 and taken[before][1] > match.start()
                if not inside:
                    where = Provenance(
                        document.id, passage.number, match.start(), match.end(), sentence.anchor
                    )
                    yield Mention(match.group(), "place", words.country[match.group()], where)
