"""Who in the archive has a name: full names of people by their parts, and what is known of them.

The parts of a full name are its first word and all that may be the surname ("Strauss-Kahn"). What
is known of a person is how the texts address them by the full name: offices, titles, ranks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from generator.derive.entities.address import (
    Address,
    Known,
    address_of,
    offices_in,
    pronoun_after,
)
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
from generator.model import Document, Mention, reason

# Somebody with so many times as many full names, or sources that have them, is far better known.
BETTER_KNOWN = 3
# Of people with one short name so many are looked at, the most frequent or the first in a document.
# Nearly always the first or second decides; the others are alike.
NAMESAKES = 100
_MANY = 10  # a full name in so many sources is well known
_SOME = 3  # and in so many it can be the best known of several
# A name that so many times as many sources have as a longer one is not a short form of that:
# "Angelina Jolie" is nobody else where an error of the tagger puts a reporter's name before hers.
OWN_NAME = 20
_TRIED = 100  # documents with a person in which other names are looked for one by one
_IN_LISTS = 3  # other names that a source with a surname in lists alone must share
_KEPT = 64  # people for whom all names beside them are kept
_ALONE = reason("only-such-name-in-context")
_WELL_KNOWN = reason("only-such-name-well-known")
_BEST_KNOWN = reason("best-known-of-this-name")
_WORDS = [language.persons for language in LANGUAGES.values()]
_PARTICLE = re.compile(
    rf"{any_of(sorted(word for words in _WORDS for word in words.particles))}\b", re.IGNORECASE
)
# A bishop is called after a place, but never by its name alone.
_SEE = re.compile(
    rf"{any_of(language.names.sees for language in LANGUAGES.values())} ", re.IGNORECASE
)
_JUNIOR = frozenset[str]().union(*(words.generations for words in _WORDS))
_GIVEN = frozenset[str]().union(*(words.given_names for words in _WORDS))


class Bearers:
    """Full names of people by their parts, in the archive.

    sound: phonetic keys, under which parts of names are found
    having: for each part the people who have it, with the mentions of their full names
    """

    def __init__(
        self, documents: Sequence[Document], index: MentionIndex, resolver: Resolver
    ) -> None:
        self._resolver = resolver
        self.context = Context(index, resolver)
        # Not `self.sound` in the function: a reference cycle would keep all of this in memory.
        self.sound = sound = Memo(loose_phonetic_key)
        self.parts: Memo[str, tuple[str, ...]] = Memo(lambda f: tuple(_parts(f, sound)))
        self._held: Memo[str, tuple[str, ...]] = Memo(offices_in)
        self._outer = Memo(first_and_last)
        self.having: dict[str, Counter[Key]] = defaultdict(Counter)
        having = self.having
        self.ranked: Memo[str, Sequence[tuple[Key, int]]] = Memo(
            lambda name: having[name].most_common(NAMESAKES)
        )
        self._documents: dict[Key, dict[str, None]] = defaultdict(dict)
        names, beside = self._documents, self.context.beside
        self._beside = lru_cache(_KEPT)(lambda person: beside(names[person]))
        self._offices: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._surnames: set[tuple[str, Key]] = set()
        self._known: dict[Key, Known] = defaultdict(Known)
        for document in documents:
            people = [(m, key) for m, key in index[document.id] if key[0] == "person"]
            following = [*(m.provenance.start for m, _ in people[1:]), len(document.text)]
            for (mention, key), until in zip(people, following, strict=False):
                self._note(mention, key, document.text, until)

    def _note(self, mention: Mention, key: Key, text: str, until: int) -> None:
        person = self._resolver.canonical(key)
        address = address_of(mention, text)
        pronoun = pronoun_after(text, mention.provenance.end, until)
        self._known[person].note(address, pronoun)
        if " " not in key[1]:
            return
        self._documents[person][mention.provenance.document] = None
        first, *surnames = self.parts[key[1]]
        self._surnames.update((surname, person) for surname in surnames)
        for part in (first, *surnames):
            self.having[part][person] += 1
            for office in address.offices:
                self._offices[part, office].add(person)

    def fits(self, address: Address, key: Key, person: Key, here: Known | None = None) -> bool:
        """Whether a short name that is addressed like this can be a person's.

        "President Kovak" is not First Lady Maria Kovak, and King John is not John Jay.

        here: how the same document addresses the person; None if it does not
        """
        known = self._known[person]
        # Mr Lee is hardly ever a woman, but Mrs Lee may well be a man's wife.
        if self.is_other_sex(address, person) or (address.sex == "w" and not self.sex(person)):
            return False
        if address.sovereign and address.sovereign not in known.sovereign:
            given = not is_regnal(person[1].split()[-1])
            if given and self.sound[key[1]] == self.parts[person[1]][0]:
                return False
        here = here or known
        if address.offices and known.offices.isdisjoint(address.offices):
            return not here.role and not here.offices
        return not (address.rank and here.ranks and address.rank not in here.ranks)

    def sex(self, person: Key) -> str:
        """Whether somebody is a woman ("w") or a man ("m"), as far as the texts say; "".

        A name that is short for others is asked for by the texts alone: Florence may be a surname.
        """
        return self._known[person].sex(person[1].split()[0] if " " in person[1] else "")

    def is_other_sex(self, address: Address, person: Key) -> bool:
        """Whether a title is a woman's and the person a man, or the other way round."""
        return bool(address.sex) and self.sex(person) not in ("", address.sex)

    def may_be_wife(self, address: Address, key: Key) -> bool:
        """Whether a title before a short name is not that of anybody else who has the name.

        Then "Mrs Lee" is neither Mr Lee nor the Lee of whom the texts say "he".
        """
        if not address.sex:
            return False
        people = [person for person, _ in self.ranked[self.sound[key[1]]]]
        if any(self.sex(person) in ("", address.sex) for person in people):
            return False
        short = self._resolver.canonical(key)
        own, known = self.sex(short), self._known[short]
        called_both = len(known.sexes) > 1 and not own and address.sex == "w"
        return bool(people) or own not in ("", address.sex) or called_both

    def is_surname(self, key: Key, person: Key) -> bool:
        """Whether a short name is a person's surname, not the first name."""
        return (self.sound[key[1]], person) in self._surnames

    def is_called(self, address: Address, person: Key) -> bool:
        """Whether texts address a person by the full name in this way."""
        known = self._known[person]
        return not known.offices.isdisjoint(address.offices) or address.sex in known.sexes

    def are_two(self, one: Key, other: Key) -> bool:
        """Whether two full names with one short name cannot be the same person's."""
        outer = self._outer[other[1]]
        alike = outer and self._outer[one[1]] == outer
        return not alike and self.sound[one[1]] != self.sound[other[1]]

    def is_own_name(self, key: Key, person: Key) -> bool:
        """Whether a name is far better known than a longer one that has it."""
        sources = len(self._documents[self._resolver.canonical(key)])
        return sources >= OWN_NAME * len(self._documents[person])

    def by_office(self, mention: Mention, key: Key) -> Resolution | None:
        """The only person with this surname to whom the archive gives the same high office."""
        if key[0] != "person" or " " in key[1]:
            return None
        others = self.context.named[mention.provenance.document] - {self._resolver.canonical(key)}
        for office in self._held[mention.role]:
            people = self._offices.get((self.sound[key[1]], office), set())
            if len(people) == 1:
                (person,) = people
                if self._near(person, others):
                    why = reason("same-office", office=office)
                    return Resolution(person, why, evidence=(mention.provenance,))
        return None

    def is_all_surname(self, key: Key, person: Key) -> bool:
        """Whether a name of several words is a person's surname, without a first name."""
        return self.is_surname(key, person) and _is_last(key[1].split()[0])

    def best_known(
        self, key: Key, named: frozenset[Key], distinctive: frozenset[Key], *, listed: bool
    ) -> tuple[Resolution | None, str]:
        """The person whom a surname means in a document without a full name, or why nobody.

        The only person in the archive with this surname, or by far the best known, if the document
        can mean nobody else. A first name alone never means anybody of another document.

        named: what the document mentions; distinctive: what of it few documents mention
        listed: whether the document has the surname in lists alone, as those of players
        """
        ranked = self.ranked[self.sound[key[1]]]
        if not ranked:
            return None, ""
        sources = [len(self._documents[person]) for person, _ in ranked]
        most = max(sources)
        person = ranked[sources.index(most)][0]
        if len(ranked) > 1 and (most < _SOME or most < BETTER_KNOWN * (sum(sources) - most)):
            return None, "several-with-this-name"
        if not self.is_surname(key, person):
            return None, "first-name-alone"
        alone = self.context.having(key) - self._documents[person].keys()
        if max(number for _, number in ranked) == 1 and len(alone) > BETTER_KNOWN:
            return None, "mostly-surname-alone"
        common, others = (_WELL_KNOWN, named) if most >= _MANY else (_ALONE, distinctive)
        if not self._near(person, others - {key}):
            return None, "nothing-in-common-with-source"
        if listed and not self._near(person, distinctive - {key}, _IN_LISTS):
            return None, "only-in-lists"
        return Resolution(person, _BEST_KNOWN if len(ranked) > 1 else common), ""

    def _near(self, person: Key, others: frozenset[Key], least: int = 1) -> bool:
        """Whether a document that mentions a person has so many of some other names, too."""
        named, beside, documents = self.context.named, others - {person}, self._documents[person]
        if any(len(beside & named[name]) >= least for name in islice(documents, _TRIED)):
            return True
        return len(documents) > _TRIED and len(beside & self._beside(person)) >= least


def may_be_short(mention: Mention, key: Key) -> bool:
    """Whether a name can be part of a full name: a single word, or a surname of several.

    "Strauss-Kahn" and "de Villiers" are surnames, however often they occur alone. "Ann Miller" is
    a full name, even after "Peter Ann Miller", and so is "W. McIntosh".
    """
    first, _, rest = key[1].partition(" ")
    return not rest or is_joined(mention.name) or "-" in mention.name.split()[0] or _is_last(first)


def has_word(person: Key, key: Key) -> bool:
    """Whether a full name has a short one as it is spelled, and not only one that sounds alike."""
    return f" {key[1]} " in f" {person[1]} "


def _is_last(first: str) -> bool:
    """Whether the first of several words is rather that of a surname than a first name."""
    return first not in _GIVEN and len(first) > 1 and "." not in first


def is_joined(name: str) -> bool:
    """Whether a name of several words begins as a surname does, with a particle."""
    return _PARTICLE.match(name) is not None


def _parts(form: str, sound: Mapping[str, str]) -> Iterator[str]:
    """The first name and all that may be the surname ("strauss kahn"), as phonetic keys.

    So "Gadhafi" is a surname of somebody whose full name is spelled "Gaddafi".
    """
    words = [word for word in form.split() if word.strip(".") not in _JUNIOR] or form.split()
    sounds = [sound[word] for word in words]
    yield sounds[0]
    if not is_regnal(words[-1]) and not _SEE.match(form):
        yield from (" ".join(sounds[start:]) for start in range(1, len(words)))
