"""Short names of people: to whom a surname or a first name belongs in one document.

Each mention is decided by itself. What stands beside it counts first: a title that only one of the
people with this surname has in the texts means that one, and "the Zulu clan" is nobody. Where one
full name of the document has the short name, it belongs to that, unless somebody far better known
has it, too. Where several have it, it belongs to the first until the second is named; after that to
the one whom the document is about, unless another was named since. Where none has it, it belongs to
the only or by far the best known person of that surname in the archive, if the document mentions
what documents about them mention.

What is open then is left apart, and suggested. A short name that is addressed in one document as
somebody else, or that stands before a full name in one sentence ("Kovak and Maria Kovak"), shows
that the document knows another person of this surname, whose full name it does not give.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from generator.derive.entities.address import Address, Known, address_of
from generator.derive.entities.bearers import (
    BETTER_KNOWN,
    NAMESAKES,
    Bearers,
    has_word,
    is_joined,
    may_be_short,
)
from generator.derive.entities.mention_index import FOREVER, Key, MentionIndex, Resolution
from generator.derive.entities.normalise import (
    is_courtesy,
    is_given_name,
    is_regnal,
    normalised_form,
    without_titles,
)
from generator.derive.entities.resolver import Resolver
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Document, Mention, Provenance, reason

FULL_NAME = reason("full-name-in-source")
_EARLY = reason("only-such-name-so-far")
_MAIN = reason("main-person-of-source")
_CALLED = reason("called-so-in-full")
_COURTESY = reason("other-courtesy")
_STYLED = reason("styled-of-place")
_CLAUSE = 60  # code points between two names of one clause
_OF = re.compile(rf" {any_of(language.names.after_number for language in LANGUAGES.values())} ")
_BREAK = re.compile(r"[.!?:;()\"“”\n]")
_FEW = 6  # people of one name in a document, of whom one is told by the surname alone
_LEAST = 3  # mentions in full of the best known of several
People = Sequence[tuple[Mention, Key]]


@dataclass(slots=True)
class _Scene:
    """The people of a document.

    holders: for each part of a name the people who have it, each with the first place
    full: the same with all places, in the order of the text
    known: how the document addresses them by their full names
    barred: short names with the people whose they cannot be here without a title
    in_lists: short names that stand in lists of names alone
    """

    document: Document
    named: frozenset[Key]
    distinctive: frozenset[Key]
    holders: Mapping[str, Mapping[Key, Provenance]]
    full: Mapping[str, Sequence[tuple[int, Key, Provenance]]]
    known: Mapping[Key, Known]
    barred: set[tuple[Key, Key]] = field(default_factory=set)
    in_lists: set[Key] = field(default_factory=set)


class Surnames:
    """What short names of people stand for.

    fuller: names that were made of what stands beside a short one, as they are shown
    """

    def __init__(
        self, documents: Sequence[Document], index: MentionIndex, resolver: Resolver
    ) -> None:
        self._resolver = resolver
        self._bearers = Bearers(documents, index, resolver)
        self.by_role = self._bearers.by_office
        self.fuller: dict[Key, str] = {}

    def of_document(
        self, document: Document, mentions: People, same: Mapping[Key, Resolution]
    ) -> Mapping[Key, Sequence[Resolution]]:
        """For short names in a document what they stand for, from which offset to which.

        same: full names there that stand for those with a middle name
        """
        people = [(m, key) for m, key in mentions if key[0] == "person"]
        scene = self._scene(document, [(m, _full(key, same)) for m, key in people])
        places = with_places(document.text, mentions)
        found: dict[Key, Sequence[Resolution]] = {}
        for key, own in self._may_be_short(document, people).items():
            if all(address.listed for _, address in own):
                scene.in_lists.add(key)
            scene.barred.update((key, person) for person in self._strangers(scene, key, own))
            decided = []
            for mention, address in own:
                start = mention.provenance.start
                fuller = self._fuller(key, mention, address, places.get(start, ""))
                decided.append((start, fuller or self._decide(scene, key, mention, address)))
            stretches = _stretches(decided)
            if stretches:
                found[key] = stretches
        return found

    def _may_be_short(
        self, document: Document, people: People
    ) -> Mapping[Key, Sequence[tuple[Mention, Address]]]:
        """The names that may be short for others, and a husband's that stands for his wife."""
        short: dict[Key, list[tuple[Mention, Address]]] = defaultdict(list)
        for mention, key in people:
            address = address_of(mention, document.text)
            if may_be_short(mention, key):
                short[key].append((mention, address))
        return short

    def _fuller(
        self, key: Key, mention: Mention, address: Address, place: str
    ) -> Resolution | None:
        """A name of its own: "Michael of Romania", and "Mrs Lee" beside a Mr Lee."""
        if place:
            name, why = f"{mention.name} {place}", _STYLED
        elif is_courtesy(address.title) and self._bearers.may_be_wife(address, key):
            name, why = f"{address.title.capitalize()} {without_titles(mention.name)}", _COURTESY
        else:
            return None
        found: Key = ("person", normalised_form(name))
        self.fuller.setdefault(found, name)
        return Resolution(found, why)

    def _scene(self, document: Document, people: People) -> _Scene:
        """The people of a document. A king's name counts only for a word that nobody else has."""
        holders: dict[str, dict[Key, Provenance]] = defaultdict(dict)
        kings: dict[str, dict[Key, Provenance]] = defaultdict(dict)
        full: dict[str, list[tuple[int, Key, Provenance]]] = defaultdict(list)
        known: dict[Key, Known] = defaultdict(Known)
        for mention, key in people:
            if " " not in key[1]:
                continue
            person, where = self._resolver.canonical(key), mention.provenance
            known[person].note(address_of(mention, document.text))
            into = kings if is_regnal(key[1].split()[-1]) else holders
            for part in self._bearers.parts[key[1]]:
                into[part].setdefault(person, where)
                full[part].append((where.start, person, where))
        context = self._bearers.context
        named = context.named[document.id]
        return _Scene(
            document,
            named,
            context.distinctive(named),
            {**kings, **holders},
            full,
            known,
        )

    def _holders(self, scene: _Scene, key: Key, mention: Mention) -> Iterable[Key]:
        """The people in a document who have a short name, in the order in which they are named."""
        found = scene.holders.get(self._bearers.sound[key[1]], {})
        own = " " in mention.name and not is_joined(mention.name)
        people = tuple(islice(found, NAMESAKES))
        for person in people:
            if person == key or (own and self._bearers.is_own_name(key, person)):
                continue
            others = people[:_FEW] if len(people) > 1 else ()
            if not any(self._bearers.is_all_surname(person, other) for other in others):
                yield person

    def _strangers(
        self, scene: _Scene, key: Key, own: Sequence[tuple[Mention, Address]]
    ) -> Iterable[Key]:
        """Those in a document who have a short name that stands for somebody else there."""
        sound = self._bearers.sound[key[1]]
        first = scene.holders.get(sound, {})
        full = scene.full.get(sound, ())
        for mention, address in own:
            if address.sex == "w" and self._bearers.may_be_wife(address, key):
                continue  # there is a Lee who is a man, and Mrs Lee is just his wife
            where = mention.provenance
            for person in self._holders(scene, key, mention):
                if not self._bearers.fits(address, key, person, scene.known[person]):
                    yield person
            following = bisect_left(full, where.start, key=lambda item: item[0])
            if following < len(full):
                _, person, place = full[following]
                between = scene.document.text[where.end : min(place.start, where.end + _CLAUSE)]
                close = where.end + len(between) >= place.start and not _BREAK.search(between)
                if close and first.get(person) == place and person != key:
                    yield person

    def _decide(
        self, scene: _Scene, key: Key, mention: Mention, address: Address
    ) -> Resolution | None:
        """The person that a mention of a short name stands for."""
        where = mention.provenance
        if address.group:
            return None
        holders = tuple(self._holders(scene, key, mention))
        here = [p for p in holders if self._bearers.fits(address, key, p, scene.known[p])]
        called = [p for p in here if self._bearers.is_called(address, p)]
        if len(called) == 1 and len(holders) > 1:
            return Resolution(called[0], _CALLED)
        here = [p for p in here if p in called or (key, p) not in scene.barred]
        for person in holders:
            if person not in here:
                self._refuse(scene, key, person, "somebody-else-in-source", where)
        # "Barak" is Ehud Barak rather than Barack Obama.
        here = [p for p in here if has_word(p, key)] or here
        if len(here) > 1:
            return self._one_of_several(scene, key, here, where)
        if here:
            return self._only(scene, key, here[0], mention, address)
        return self._elsewhere(scene, key, address, where)

    def _only(
        self, scene: _Scene, key: Key, person: Key, mention: Mention, address: Address
    ) -> Resolution | None:
        """The only person in the document with a short name, if it can mean nobody else."""
        where = mention.provenance
        sound = self._bearers.sound[key[1]]
        full, most = self._against_rivals(sound, key, person)
        if not most or self._bearers.is_called(address, person):
            return Resolution(person, FULL_NAME)
        # Where "Obama" occurs before "Michelle Obama", it is somebody else's name, and so it may
        # be after it, if the archive is mostly about another Obama.
        later = scene.holders[sound][person].start > where.start
        surname = self._bearers.is_surname(key, person)
        if later and (not surname or full < max(_LEAST, BETTER_KNOWN * most)):
            self._refuse(scene, key, person, "full-name-only-later", where)
            return self._elsewhere(scene, key, address, where)
        if BETTER_KNOWN * full <= most:
            self._refuse(scene, key, person, "better-known-namesake", where)
            return None
        return Resolution(person, FULL_NAME)

    def _against_rivals(self, sound: str, key: Key, person: Key) -> tuple[int, int]:
        """How often the archive has a person's full name, and the most frequent other one's.

        Other people with the same short name are counted, and -1 stands for the short name itself.
        """
        bearers = self._bearers
        spelled = has_word(person, key)
        others = (
            (other, number)
            for other, number in bearers.ranked[sound]
            if bearers.are_two(other, person)
            and not bearers.is_all_surname(other, person)
            and (has_word(other, key) or not spelled)
        )
        rivals = list(islice(others, 2))  # the most frequent; one may be the short name itself
        most = max((number for other, number in rivals if other != key), default=0)
        return bearers.having[sound][person], most or (-1 if rivals else 0)

    def _one_of_several(
        self, scene: _Scene, key: Key, here: Sequence[Key], where: Provenance
    ) -> Resolution | None:
        """The one of several people in a document whom a short name means."""
        sound = self._bearers.sound[key[1]]
        first, second = here[:2]
        at, until = (scene.holders[sound][person].start for person in (first, second))
        main = self._main(scene, sound, here)
        if where.start < until and main in (None, first):
            full, most = self._against_rivals(sound, key, first)
            if main is None and at > where.start:
                self._refuse(scene, key, first, "full-name-only-later", where)
                return None
            if BETTER_KNOWN * full <= most:
                self._refuse(scene, key, first, "better-known-namesake", where)
                return None
            return Resolution(first, _EARLY)
        if main and not self._has_other_since(scene, sound, main, where):
            return Resolution(main, _MAIN)
        for person in here:
            self._refuse(scene, key, person, "named-after-namesake", where)
        return None

    def _main(self, scene: _Scene, sound: str, here: Sequence[Key]) -> Key | None:
        """The person of several whom a document is about, if nothing speaks for another."""
        found = set()
        in_office = [person for person in here if scene.known[person].offices]
        if len(in_office) == 1:
            found.update(in_office)
        title = f" {normalised_form(scene.document.title)} "
        in_title = [person for person in here if f" {person[1]} " in title]
        if len(in_title) == 1:
            found.update(in_title)
        full = self._bearers.having[sound]
        best, second = sorted(here, key=lambda person: -full[person])[:2]
        if full[best] >= max(_LEAST, BETTER_KNOWN * full[second]):
            found.add(best)
        return found.pop() if len(found) == 1 else None

    def _has_other_since(self, scene: _Scene, sound: str, main: Key, where: Provenance) -> bool:
        """Whether the last full name before a place, in its passage, is another person's."""
        full = scene.full[sound]
        before = bisect_left(full, where.start, key=lambda item: item[0]) - 1
        if before < 0:
            return False
        _, person, place = full[before]
        return person != main and place.passage == where.passage

    def _elsewhere(
        self, scene: _Scene, key: Key, address: Address, where: Provenance
    ) -> Resolution | None:
        """The person of other documents whom a surname means in one that has no such full name."""
        sound = self._bearers.sound[key[1]]
        if " " in key[1] and sound not in self._bearers.having:
            return None
        found, missing = self._bearers.best_known(
            key, scene.named, scene.distinctive, listed=key in scene.in_lists
        )
        person = found.antecedent if found else None
        if person and (person in scene.holders.get(sound, {}) or person == key):
            return None
        if person and not self._bearers.fits(address, key, person):
            found, missing = None, "somebody-else-in-source"
        if missing and self._resolver.keep_refusals:
            for other, _ in self._bearers.ranked[sound]:
                self._refuse(scene, key, other, missing, where)
        return found

    def _refuse(self, scene: _Scene, key: Key, person: Key, code: str, where: Provenance) -> None:
        """Note that a short name is left apart from a person in a document."""
        self._resolver.refuse(key, person, code, (where,), scene.document.id)


def _full(key: Key, same: Mapping[Key, Resolution]) -> Key:
    return same[key].antecedent if key in same else key


def with_places(text: str, mentions: People) -> Mapping[int, str]:
    """Where a first name has a place behind it, as kings and saints have: "of Romania"."""
    found = {}
    for (mention, key), (place, kind) in pairwise(mentions):
        if key[0] == "person" and kind[0] == "place" and is_given_name(key[1]):
            between = text[mention.provenance.end : place.provenance.start]
            if _OF.fullmatch(between):
                found[mention.provenance.start] = f"{between.strip()} {place.name}"
    return found


def _stretches(decided: Sequence[tuple[int, Resolution | None]]) -> tuple[Resolution, ...]:
    """What a name stands for from which offset to which, from what each mention stands for."""
    found: list[Resolution] = []
    last: Resolution | None = None
    for number, (start, resolution) in enumerate(decided):
        if resolution != last or not number:
            if last:
                found[-1] = replace(found[-1], until=start)
            if resolution:
                since = start if number else -1
                found.append(replace(resolution, since=since, until=FOREVER))
        last = resolution
    return tuple(found)
