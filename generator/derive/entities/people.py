"""Short names of people: to whom a surname or a first name belongs.

In one document a short name belongs to the only full name that has it, if it follows it or the
archive has no other. Where a document has two people with one surname, the word alone belongs to
the first of them until the second is mentioned: before that it can mean nobody else. After that it
is left apart, as it is where somebody far better known in the archive has the same surname.
"President Obama" is the one Obama whom a source calls president. Where a document has no such full
name, a single word belongs to the only person in the whole archive who has it, if they are
mentioned elsewhere with something distinctive that the document mentions, too, or if many sources
have the full name. In a large archive, that both are mentioned with London proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from generator.derive.entities.context import Context
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution
from generator.derive.entities.normalise import (
    Memo,
    first_and_last,
    is_regnal,
    loose_phonetic_key,
)
from generator.derive.entities.resolver import Resolver
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Mention, reason

FULL_NAME = reason("full-name-in-source")
# A name that so many times as many sources have as a longer one is not a short form of that:
# "Angelina Jolie" is nobody else where an error of the tagger puts a reporter's name before hers.
OWN_NAME = 20
_ALONE = reason("only-such-name-in-context")
_WELL_KNOWN = reason("only-such-name-well-known")
_EARLY = reason("only-such-name-so-far")
_WORDS = [language.persons for language in LANGUAGES.values()]
_PARTICLE = re.compile(
    rf"{any_of(sorted(word for words in _WORDS for word in words.particles))}\b", re.IGNORECASE
)
_JUNIOR = frozenset[str]().union(*(words.generations for words in _WORDS))
_BETTER_KNOWN = 3  # somebody with so many times as many full names is far better known
_MANY = 10  # a full name in so many sources is well known
# Of people with one short name so many are looked at, the most frequent or the first in a document.
# Nearly always the first or second decides; the others are alike.
_NAMESAKES = 100
_TRIED = 100  # documents with a person in which other names are looked for one by one
_KEPT = 64  # people for whom all names beside them are kept
_HIGH = tuple(office for words in _WORDS for office in words.high_offices)
_ROLE_OF = re.compile(f" {any_of(words.role_prepositions for words in _WORDS)} ")


class Surnames:
    """Full names of people by their parts, in the archive and in one document."""

    def __init__(self, index: MentionIndex, resolver: Resolver) -> None:
        self._resolver = resolver
        self._index = index
        self._context = Context(index, resolver)
        # Not `self._sound` in the function: a reference cycle would keep all of this in memory.
        self._sound = sound = Memo(loose_phonetic_key)
        self._parts: Memo[str, tuple[str, ...]] = Memo(lambda f: tuple(_parts(f, sound)))
        self._held: Memo[str, tuple[str, ...]] = Memo(lambda role: tuple(_offices(role)))
        self._outer = Memo(first_and_last)
        self._having: dict[str, Counter[Key]] = defaultdict(Counter)
        having = self._having
        self._ranked: Memo[str, Sequence[tuple[Key, int]]] = Memo(
            lambda name: having[name].most_common(_NAMESAKES)
        )
        self._documents: dict[Key, dict[str, None]] = defaultdict(dict)
        documents, beside = self._documents, self._context.beside
        self._beside = lru_cache(_KEPT)(lambda person: beside(documents[person]))
        self._offices: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for mentions in index.values():
            for mention, key in mentions:
                if key[0] == "person" and " " in key[1]:
                    self._note(mention, key)

    def _note(self, mention: Mention, key: Key) -> None:
        person = self._resolver.canonical(key)
        self._documents[person][mention.provenance.document] = None
        for part in self._parts[key[1]]:
            self._having[part][person] += 1
            for office in self._held[mention.role]:
                self._offices[part, office].add(person)

    def _near(self, person: Key, others: frozenset[Key]) -> bool:
        """Whether a document that mentions a person has one of some other names, too."""
        named, beside, documents = self._context.named, others - {person}, self._documents[person]
        if any(not beside.isdisjoint(named[name]) for name in islice(documents, _TRIED)):
            return True
        return len(documents) > _TRIED and not beside.isdisjoint(self._beside(person))

    def by_role(self, mention: Mention, key: Key) -> Resolution | None:
        """The only person with this surname to whom the archive gives the same high office."""
        if key[0] != "person" or " " in key[1]:
            return None
        others = self._context.named[mention.provenance.document] - {self._resolver.canonical(key)}
        for office in self._held[mention.role]:
            people = self._offices.get((self._sound[key[1]], office), set())
            if len(people) == 1:
                (person,) = people
                if self._near(person, others):
                    why = reason("same-office", office=office)
                    return Resolution(person, why, evidence=(mention.provenance,))
        return None

    def of_document(
        self, document: str, mentions: Sequence[tuple[Mention, Key]]
    ) -> dict[Key, Resolution]:
        """For short names in a document the person they stand for."""
        people = [(m.provenance.start, key) for m, key in mentions if key[0] == "person"]
        holders = self._holders(people)
        named = self._context.named[document]
        distinctive = self._context.distinctive(named)
        first: dict[Key, int] = {}
        for start, key in people:
            first.setdefault(key, start)
        # "Strauss-Kahn" and "de Villiers" are surnames, however often they occur alone.
        full = {key for m, key in mentions if " " in m.name and not _PARTICLE.match(m.name)}
        found: dict[Key, Resolution] = {}
        for key, start in first.items():
            here = (
                (person, at)
                for person, at in islice(holders.get(self._sound[key[1]], {}).items(), _NAMESAKES)
                if person != key and not (key in full and self._is_own(key, person))
            )
            nearest = tuple(islice(here, 2))
            if nearest:
                resolution = self._nearest(document, key, nearest, start)
            else:
                resolution = self._alone(document, key, named, distinctive)
            if resolution:
                found[key] = resolution
        return found

    def _is_own(self, key: Key, person: Key) -> bool:
        """Whether a name is far better known than a longer one that has it."""
        sources = len(self._documents[self._resolver.canonical(key)])
        return sources >= OWN_NAME * len(self._documents[person])

    def _nearest(
        self, document: str, key: Key, here: Sequence[tuple[Key, int]], start: int
    ) -> Resolution | None:
        """The person that a short name stands for, of those in the document who have it.

        here: the first two of these people, each with the offset of the first mention
        start: the offset of the short name's first mention
        """
        (person, at), *second = here
        name = self._sound[key[1]]
        others = (other for other in self._ranked[name] if self._are_two(other[0], person))
        rivals = list(islice(others, 2))  # the most frequent; one may be the short name itself
        if not second and not rivals:
            return Resolution(person, FULL_NAME)
        # Where "Obama" occurs before "Michelle Obama", it is somebody else's name, and so it may
        # be after it, if the archive is mostly about another Obama.
        most = max((number for other, number in rivals if other != key), default=0)
        if at > start:
            self._refuse(document, key, person, "full-name-only-later")
            return None
        if _BETTER_KNOWN * self._having[name][person] <= most:
            self._refuse(document, key, person, "better-known-namesake")
            return None
        if second:
            self._refuse(document, key, second[0][0], "named-after-namesake", second[0][1])
            return Resolution(person, _EARLY, second[0][1])
        return Resolution(person, FULL_NAME)

    def _are_two(self, one: Key, other: Key) -> bool:
        """Whether two full names with one short name cannot be the same person's."""
        outer = self._outer[other[1]]
        alike = outer and self._outer[one[1]] == outer
        return not alike and self._sound[one[1]] != self._sound[other[1]]

    def _alone(
        self, document: str, key: Key, named: frozenset[Key], distinctive: frozenset[Key]
    ) -> Resolution | None:
        """The only person with this name in the archive, if the document can mean nobody else.

        named: what the document mentions; distinctive: what of it few documents mention
        """
        anywhere = self._having.get(self._sound[key[1]], Counter())
        if len(anywhere) != 1 or " " in key[1]:
            if len(anywhere) > 1 and self._resolver.keep_refusals:
                for person, _ in self._ranked[self._sound[key[1]]]:
                    self._refuse(document, key, person, "several-with-this-name")
            return None
        (person,) = anywhere
        if len(self._documents[person]) >= _MANY:
            why, near = _WELL_KNOWN, self._near(person, named - {key})
        else:
            why, near = _ALONE, self._near(person, distinctive - {key})
        if not near:
            self._refuse(document, key, person, "nothing-in-common-with-source")
        return Resolution(person, why) if near else None

    def _refuse(self, document: str, key: Key, person: Key, code: str, start: int = 0) -> None:
        """Note that a short name is left apart from a person in a document, from an offset on."""
        if self._resolver.keep_refusals:
            own = (m.provenance for m, other in self._index[document] if other == key)
            first = next((where for where in own if where.start >= start), None)
            if first:
                self._resolver.refuse(key, person, code, (first,), document)

    def _holders(self, people: Iterable[tuple[int, Key]]) -> dict[str, dict[Key, int]]:
        """For each short name the people in a document who have it, each with the first offset.

        A king's name counts only for a word that no other full name has.

        people: the offset and the key of each name of a person, in the order of the text
        """
        holders: dict[str, dict[Key, int]] = defaultdict(dict)
        kings: dict[str, dict[Key, int]] = defaultdict(dict)
        for start, key in people:
            if " " in key[1]:
                into = kings if is_regnal(key[1].split()[-1]) else holders
                for part in self._parts[key[1]]:
                    into[part].setdefault(self._resolver.canonical(key), start)
        return {**kings, **holders}


def _parts(form: str, sound: Mapping[str, str]) -> Iterator[str]:
    """The first name and all that may be the surname ("strauss kahn"), as phonetic keys.

    So "Gadhafi" is a surname of somebody whose full name is spelled "Gaddafi".
    """
    words = [word for word in form.split() if word.strip(".") not in _JUNIOR] or form.split()
    sounds = [sound[word] for word in words]
    yield sounds[0]
    if not is_regnal(words[-1]):
        yield from (" ".join(sounds[start:]) for start in range(1, len(words)))


def _offices(role: str) -> Iterator[str]:
    """The offices in a role that few people hold at a time."""
    head = _ROLE_OF.split(role.lower())[0]
    for office in _HIGH:
        if f" {head}".endswith(f" {office}"):
            yield office
