"""What a record says of a person, as sentences, and who of the people in a file may be named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lang import genealogy as words
from generator.lang.words import words as set_of
from generator.read.draft import Block
from generator.read.gedcom.dates import date_words, years
from generator.read.gedcom.lines import Record
from generator.read.gedcom.living import Lives, is_asserted, pointer
from generator.read.gedcom.namings import Namings

_SLASHES = re.compile(r"\s*/\s*|(?<=\w)_(?=\w)")  # "Charles of_Orleans" in files of PAF
_EVENTS = ("EVEN", "FACT", "PROP", "CAST", "DSCR", "NCHI", "NMR")
_UNREAD = set_of(
    "NAME SEX CHAN CREA SUBM RIN REFN UID RFN AFN EXID RESN OBJE SOUR NOTE SNOTE FAMS FAMC ASSO"
    " ALIA ANCI DESI HUSB WIFE CHIL INIL BAPL CONL ENDL SLGC SLGS NO"
)
_DEEPEST = 3  # notes of notes
_PARENTS = 10  # of one family
_SHARED = 20_000_000  # characters of notes that several records share, all times together
_LONGEST = 300  # characters of the title of a source


@dataclass(frozen=True, slots=True)
class File:
    """The records of a file by their ids.

    withheld: the people who are not named, by id
    namings: finds their names in what is said of others
    """

    people: Mapping[str, Record]
    families: Mapping[str, Record]
    others: Mapping[str, Record]
    lives: Lives
    withheld: frozenset[str]
    namings: Namings


def is_restricted(record: Record) -> bool:
    """Whether a record, or an event, is marked as confidential."""
    said = {word for one in record.all("RESN") for word in re.findall(r"[a-z]+", one.value.lower())}
    return bool(said & words.RESTRICTED)


def names_of(record: Record) -> tuple[str, ...]:
    """The names of a person, the first of them first."""
    found = []
    for name in (one for one in record.all("NAME") if not is_restricted(one)):
        plain = " ".join(_SLASHES.sub(" ", name.value.replace("\n", " ")).split())
        if not plain:
            parts = (name.text(tag) for tag in ("NPFX", "GIVN", "SPFX", "SURN", "NSFX"))
            plain = " ".join(filter(None, parts))
        found.append(plain)
        found += [f"{nick} {surname}".strip() for nick in filter(None, [name.text("NICK")])
                  for surname in [name.text("SURN") or _surname(name.value)]]  # fmt: skip
        found += [married.value.strip().replace("/", "") for married in name.all("_MARNM")]
    return tuple(dict.fromkeys(n for n in found if n.casefold() not in words.NAMELESS))


def _surname(name: str) -> str:
    parts = name.split("/")
    return parts[1].strip() if len(parts) > 1 else ""


def life_of(record: Record) -> str:
    """The years of birth and death, "1850–1912" or "b. 1850"; "" if neither is given."""
    born, died = (
        next((y for event in record.all(*tags) for y in years(event.text("DATE"))), None)
        for tags in (("BIRT", "CHR", "BAPM"), ("DEAT", "BURI"))
    )
    if born and died:
        return f"{born}–{died}"
    return words.BORN.format(year=born) if born else words.DIED.format(year=died) if died else ""


def place_of(event: Record) -> str:
    """The place of an event, without the empty parts that programs leave."""
    return ", ".join(part for part in map(str.strip, event.text("PLAC").split(",")) if part)


class Teller:
    """Tells of one person after the other.

    unread: how often there was something that has no sentence, by its tag
    naming: how many paragraphs were left out, as they name somebody who is withheld
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self.unread: dict[str, int] = {}
        self.naming = 0
        self._public = {k: f for k, f in file.families.items() if not is_restricted(f)}
        self._couples = {
            name: _members(family, "HUSB", "WIFE")[:_PARENTS]
            for name, family in self._public.items()
        }
        self._shared = _SHARED

    def blocks(self, person: str) -> tuple[Block, ...]:
        """What the file says of a person, each fact a paragraph."""
        record, before = self._file.people[person], self.naming
        name = self._name(person)
        told = [Block(text) for text in self._facts(record, name)]
        told += [Block(text) for text in self._families(person, record, name)]
        told += [Block(text) for text in self._notes(record)]
        sources = filter(self._is_public, dict.fromkeys(self._sources(record)))
        told += [Block(text, kind="note") for text in sources]
        if person in self._file.withheld:
            self.naming = before  # all of it is left out anyway
        return tuple(told)

    def _name(self, person: str) -> str:
        names = names_of(self._file.people[person])
        return names[0] if names else words.UNNAMED

    def _is_public(self, text: str) -> bool:
        """Whether a text names nobody who is withheld; counts those that do."""
        naming = self._file.namings.are_in(text)
        self.naming += naming
        return not naming

    def _named(self, person: str) -> str:
        """The name of a relative; "" for one who is not named."""
        known = person in self._file.people and person not in self._file.withheld
        return self._name(person) if known and names_of(self._file.people[person]) else ""

    def _facts(self, record: Record, name: str) -> Iterator[str]:
        for event in record.below:
            if event.tag not in _UNREAD and not is_restricted(event):
                yield from self._told(event, words.PERSON.get(event.tag, ""), name=name)

    def _told(self, event: Record, sentence: str, **names: str) -> Iterator[str]:
        """An event with its cause and its notes."""
        value = _one_line(event.value)
        said = value.upper() == "Y"
        if value.upper() in ("N", "NO") or (event.tag == "DEAT" and not is_asserted(event)):
            return
        value = "" if said or pointer(event) != event.value.strip() else value
        kind = _one_line(event.text("TYPE"))
        if not sentence and event.tag in _EVENTS:
            sentence = words.OTHER_EVENT
            value = ": ".join(filter(None, (kind, value)))
        if not sentence or ("{value}" in sentence and not value):
            if not sentence:
                self.unread[event.tag] = self.unread.get(event.tag, 0) + 1
            return
        place = place_of(event)
        date = date_words(event.text("DATE"))
        if not self._is_public(f"{value} {place} {date}"):
            return
        if value and "{value}" not in sentence:
            sentence = sentence.removesuffix(".") + ": {value}."
        if not (value or place or date or said or event.below):
            return  # an empty form
        yield sentence.format(
            **names,
            when=f" {date}" if date else "",
            where=f"{words.IN_PLACE}{place}" if place else "",
            value=value.rstrip("."),
        )
        cause = _one_line(event.text("CAUS"))
        if cause and self._is_public(cause):
            yield words.CAUSE.format(value=cause.rstrip("."))
        yield from self._notes(event)

    def _families(self, person: str, record: Record, name: str) -> Iterator[str]:
        for family in self._of(record, "FAMC"):
            parents = [self._named(p) for p in self._couples[family.identifier]]
            if any(parents):
                yield words.PARENTS.format(name=name, others=words.AND.join(filter(None, parents)))
        for family in self._of(record, "FAMS"):
            yield from self._couple(family, person, name)

    def _couple(self, family: Record, person: str, name: str) -> Iterator[str]:
        couple = self._couples[family.identifier]
        if person not in couple:
            return
        others = [self._named(other) for other in couple if other != person]
        named = next(filter(None, others), "")
        # Told once, in the record of the first who has a public one.
        first = next((p for p in couple if p not in self._file.withheld), person)
        # What happened to both is private where one of them is.
        is_public = self._file.withheld.isdisjoint(couple)
        if first == person:
            for event in family.below if is_public else ():
                if event.tag in _UNREAD or is_restricted(event):
                    continue
                sentence = words.COUPLE.get(event.tag, "")
                yield from self._told(event, sentence, name=name, other=named or words.SOMEBODY)
            yield from self._children(family, words.AND.join(filter(None, (name, named))))
            yield from self._notes(family) if is_public else ()
        elif named:
            yield words.PARTNER.format(name=name, other=named)

    def _children(self, family: Record, names: str) -> Iterator[str]:
        children = _members(family, "CHIL")
        named = list(filter(None, map(self._named, children)))
        if named:
            yield words.CHILDREN.format(names=names, others=", ".join(named))
        if len(named) < len(children):
            yield words.NOT_NAMED.format(number=len(children) - len(named))

    def _of(self, record: Record, tag: str) -> Iterator[Record]:
        for name in dict.fromkeys(map(pointer, record.all(tag))):
            family = self._public.get(name)
            if family:
                yield family

    def _notes(self, record: Record, depth: int = 0) -> Iterator[str]:
        for note in record.all("NOTE", "SNOTE"):
            found = self._file.others.get(pointer(note))
            text = found.value if found else note.value
            self._shared -= len(text) if found else 0
            if found and self._shared < 0:
                self.unread[found.tag] = self.unread.get(found.tag, 0) + 1
                continue
            if (not found and note.value.startswith("@")) or is_restricted(found or note):
                continue
            parts = (part.strip() for part in re.split(r"\n\s*\n", text))
            yield from (part for part in parts if part and self._is_public(part))
            if found and depth < _DEEPEST:
                yield from self._notes(found, depth + 1)

    def _sources(self, record: Record) -> Iterator[str]:
        for one in (record, *record.below):
            for cited in one.all("SOUR"):
                found = self._file.others.get(pointer(cited))
                title = _one_line(found.text("TITL", "ABBR") if found else cited.value)[:_LONGEST]
                said = ", ".join(filter(None, (title, _one_line(cited.text("PAGE")))))
                if said and not said.startswith("@"):
                    yield words.SOURCE.format(value=said)


def _members(family: Record, *tags: str) -> Sequence[str]:
    return list(dict.fromkeys(map(pointer, family.all(*tags))))


def _one_line(text: str) -> str:
    return " ".join(text.split())
