"""Births among the key dates: that of the main person is one, others are not.

A biography gives the birth of its subject once, so the day would come after all that several
sources mention; and a text that names somebody "born on 3 May 1950" only says who that is. The main
person of a document is the one whom it mentions most, and of a collection the one whom it mentions
most and in half of its documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.derive.events.salience import ALONE
from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import DatedSentence, Document, Entity

_OTHERS = 0.0  # times, for the birth of anybody else
_REACH = 120  # code points between a date and the words of a birth
_LEAST = 2  # mentions of a main person

Key = tuple[str, str]  # document and anchor of a sentence


@cache
def _births(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of a birth before its date and after it, with no other figure between."""
    words = rf"\b(?P<birth>{any_of([language_of(code).context.births])})\b"
    between = r"[^;.:\d]{0,80}"
    return (
        re.compile(rf"{words}{between}\Z", re.IGNORECASE),
        re.compile(rf"{between}?{words}", re.IGNORECASE),
    )


@cache
def _pronouns(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of([language_of(code).context.pronouns])}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Births:
    """Who is born where.

    main: the main person of each document that has one
    subject: the main person of the collection, or ""
    people: the people mentioned in a sentence, each with the place of the mention
    """

    main: Mapping[str, str]
    subject: str
    people: Mapping[Key, Sequence[tuple[int, str]]]

    @classmethod
    def of(cls, entities: Iterable[Entity], documents: int) -> Births:
        """Those of the entities of a collection of so many documents."""
        counts: dict[str, Counter[str]] = {}
        whole: Counter[str] = Counter()
        people: dict[Key, list[tuple[int, str]]] = {}
        for entity in entities:
            if entity.type != "person":
                continue
            for mention in entity.mentions:
                where = mention.provenance
                counts.setdefault(where.document, Counter())[entity.id] += 1
                whole[entity.id] += 1
                people.setdefault((where.document, where.anchor), []).append(
                    (where.start, entity.id)
                )
        main = {document: name for document, found in counts.items() if (name := _first(found))}
        subject = _first(whole)
        told = sum(subject in found for found in counts.values())
        ordered = {key: sorted(found) for key, found in people.items()}
        return cls(main, subject if 2 * told >= documents else "", ordered)

    def weight(
        self, group: Sequence[DatedSentence], documents: Mapping[str, Document], voices: int
    ) -> float:
        """What the score of an event is multiplied by.

        voices: how many independent sources report it
        """
        born = [self._born(dated, documents[dated.where.document]) for dated in group]
        if None in born:
            return 1.0
        mains = {self.subject, *(self.main.get(d.where.document, "") for d in group)} - {""}
        if mains.isdisjoint(born):
            return _OTHERS
        return 1 / ALONE if voices == 1 else 1.0

    def _born(self, dated: DatedSentence, document: Document) -> str | None:
        """Whom a sentence says to be born at its date: "" for somebody unknown; None for nobody."""
        where, text = dated.where, document.text
        first, last = dated.place
        before_date, after_date = _births(document.language)
        found = before_date.search(text, max(where.start, first - _REACH), first)
        found = found or after_date.match(text, last, min(where.end, last + _REACH))
        if found is None:
            return None
        at = found.start("birth")
        people = self.people.get((where.document, where.anchor), ())
        before = [name for start, name in people if start < at]
        if before:
            return before[-1]
        if _pronouns(document.language).search(text, where.start, at):
            return self.main.get(where.document, "")
        return people[0][1] if people else ""


def _first(counts: Counter[str]) -> str:
    """The one that is counted most, at least twice and more than any other; or ""."""
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or best[0][1] < _LEAST or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]
