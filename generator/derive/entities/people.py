"""Short names of people: to whom a surname or a first name belongs.

In one document a short name belongs to the one full name that has it, if it follows it or there is
no other in the archive. Where a document has two people of one surname, the word alone belongs to
the first of them as long as the second has not been named: until then it can mean nobody else.
After that it is left apart, and so it is where somebody far better known in the archive has the
same surname. "President Obama" is the one Obama whom a source calls president. Where a document
has no such full name, a single word belongs to the one in the whole archive, if something that few
sources name stands beside that person and in the document, or if many sources have the full name.
That both speak of London tells nothing in a large archive.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.entities.context import Company
from generator.derive.entities.normalise import Memo, is_regnal, outer_form, sound_of
from generator.derive.entities.resolver import Key, Named, Work
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Mention

FULL_NAME = "stands for the full name in the same source"
# Times as many sources with a name as with a longer one make it a name of its own, no short form:
# "Angelina Jolie" is nobody else where a slip of the tagger puts a reporter's name before hers.
OWN_NAME = 20
_ALONE = "the only such name in the archive, beside the same names"
_WELL_KNOWN = "the only such name in the archive, which many of its sources have in full"
_EARLY = "the only such name so far in the same source"
_WORDS = [language.persons for language in LANGUAGES.values()]
_PARTICLE = re.compile(
    rf"{any_of(sorted(word for words in _WORDS for word in words.particles))}\b", re.IGNORECASE
)
_JUNIOR = frozenset[str]().union(*(words.generations for words in _WORDS))
_BETTER_KNOWN = 3  # times as many full names as of another make somebody far better known
_MANY = 10  # sources whose full name nobody would take for somebody else's
_HIGH = tuple(office for words in _WORDS for office in words.high_offices)
_ROLE_OF = re.compile(f" {any_of(words.role_prepositions for words in _WORDS)} ")
_FOREVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a short name stands for in a document; `until`: up to which offset it does."""

    person: Key
    reason: str
    until: int = _FOREVER


class Surnames:
    """Full names of people by their parts, in the archive and in one document."""

    def __init__(self, named: Named, work: Work) -> None:
        self._work = work
        self._company = Company(named, work)
        # Not `self._sound` in the function: a circle would keep all of this until the end.
        self._sound = sound = Memo(sound_of)
        self._parts: Memo[str, tuple[str, ...]] = Memo(lambda f: tuple(_parts(f, sound)))
        self._held: Memo[str, tuple[str, ...]] = Memo(lambda role: tuple(_offices(role)))
        self._having: dict[str, Counter[Key]] = defaultdict(Counter)
        having, outer = self._having, Memo(outer_form)
        self._rivals: Memo[tuple[str, Key], dict[Key, int]] = Memo(
            lambda asked: dict(_rivals(asked[1], having[asked[0]], sound, outer))
        )
        self._documents: dict[Key, dict[str, None]] = defaultdict(dict)
        self._offices: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for mentions in named.values():
            for mention, key in mentions:
                if key[0] == "person" and " " in key[1]:
                    self._note(mention, key)

    def _note(self, mention: Mention, key: Key) -> None:
        person = self._work.root(key)
        self._documents[person][mention.provenance.document] = None
        for part in self._parts[key[1]]:
            self._having[part][person] += 1
            for office in self._held[mention.role]:
                self._offices[part, office].add(person)

    def _near(self, person: Key, others: frozenset[Key]) -> bool:
        """Whether one of some names stands in a document with a person, too."""
        roots, beside = self._company.roots, others - {person}
        return any(not beside.isdisjoint(roots[name]) for name in self._documents[person])

    def by_role(self, mention: Mention, key: Key) -> Standing | None:
        """The one person of this surname whom the archive gives the same high office."""
        if key[0] != "person" or " " in key[1]:
            return None
        others = self._company.roots[mention.provenance.document] - {self._work.root(key)}
        for office in self._held[mention.role]:
            people = self._offices.get((self._sound[key[1]], office), set())
            if len(people) == 1:
                (person,) = people
                if self._near(person, others):
                    return Standing(person, f"called {office} here, as nobody else of this name is")
        return None

    def of_document(
        self, document: str, mentions: Sequence[tuple[Mention, Key]]
    ) -> dict[Key, Standing]:
        """For short names in a document the person they stand for."""
        people = [(m.provenance.start, key) for m, key in mentions if key[0] == "person"]
        bearers = self._bearers(people)
        roots = self._company.roots[document]
        first: dict[Key, int] = {}
        for start, key in people:
            first.setdefault(key, start)
        # "Strauss-Kahn" and "de Villiers" are surnames, however often they stand alone.
        full = {key for m, key in mentions if " " in m.name and not _PARTICLE.match(m.name)}
        found: dict[Key, Standing] = {}
        for key, start in first.items():
            here = {
                person: at
                for person, at in bearers.get(self._sound[key[1]], {}).items()
                if person != key and not (key in full and self._is_own(key, person))
            }
            standing = self._standing(key, here, start, roots - {key})
            if standing:
                found[key] = standing
        return found

    def _is_own(self, key: Key, person: Key) -> bool:
        """Whether a name is far better known than a longer one that has it."""
        sources = len(self._documents[self._work.root(key)])
        return sources >= OWN_NAME * len(self._documents[person])

    def _standing(
        self, key: Key, here: dict[Key, int], start: int, others: frozenset[Key]
    ) -> Standing | None:
        anywhere = self._having.get(self._sound[key[1]], Counter())
        if not here:
            return self._alone(key, anywhere, others)
        (person, at), *second = sorted(here.items(), key=lambda item: item[1])
        rivals = self._rivals[self._sound[key[1]], person]
        if len(here) == 1 and not rivals:
            return Standing(person, FULL_NAME)
        # Where "Obama" stands before "Michelle Obama", it is somebody else's name, and so it may
        # be after it, if the archive mostly tells of another Obama.
        most = max((number for other, number in rivals.items() if other != key), default=0)
        if at > start or _BETTER_KNOWN * anywhere[person] <= most:
            return None
        return Standing(person, _EARLY, second[0][1]) if second else Standing(person, FULL_NAME)

    def _alone(self, key: Key, anywhere: Counter[Key], others: frozenset[Key]) -> Standing | None:
        """The one person of this name in the archive, if the document can mean nobody else."""
        if len(anywhere) != 1 or " " in key[1]:
            return None
        (person,) = anywhere
        if len(self._documents[person]) >= _MANY:
            return Standing(person, _WELL_KNOWN) if self._near(person, others) else None
        near = self._near(person, self._company.telling(others))
        return Standing(person, _ALONE) if near else None

    def _bearers(self, people: Iterable[tuple[int, Key]]) -> dict[str, dict[Key, int]]:
        """For each short name the people that have it in a document, and where each first stands.

        A king's name counts only for a word that no other full name has.

        people: where each name of a person stands, in the order of the text
        """
        bearers: dict[str, dict[Key, int]] = defaultdict(dict)
        kings: dict[str, dict[Key, int]] = defaultdict(dict)
        for start, key in people:
            if " " in key[1]:
                into = kings if is_regnal(key[1].split()[-1]) else bearers
                for part in self._parts[key[1]]:
                    into[part].setdefault(self._work.root(key), start)
        return {**kings, **bearers}


def _rivals(
    person: Key, anywhere: Counter[Key], sound: Mapping[str, str], outer: Mapping[str, str]
) -> Iterator[tuple[Key, int]]:
    """Others of a short name whose full names could not be the same person's, and how often."""
    name, own = sound[person[1]], outer[person[1]]
    for other, number in anywhere.items():
        if sound[other[1]] != name and not (own and outer[other[1]] == own):
            yield other, number


def _parts(form: str, sound: Mapping[str, str]) -> Iterator[str]:
    """The first name and the surname, with all that may belong to it: "strauss kahn".

    As they sound, so that "Gadhafi" is the surname of a Gaddafi who is written so, too.
    """
    words = [word for word in form.split() if word.strip(".") not in _JUNIOR] or form.split()
    heard = [sound[word] for word in words]
    yield heard[0]
    if not is_regnal(words[-1]):
        yield from (" ".join(heard[start:]) for start in range(1, len(words)))


def _offices(role: str) -> Iterator[str]:
    """The office in a role, if it is one that few people hold at a time."""
    head = _ROLE_OF.split(role.lower())[0]
    for office in _HIGH:
        if f" {head}".endswith(f" {office}"):
            yield office
