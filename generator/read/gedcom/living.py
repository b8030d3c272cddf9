"""Who may still be alive.

Genealogists do not publish the living. Somebody is dead if the record says so, or buries them; and
taken for dead 100 years after the birth. Where no birth is given, what else is dated says that
they were born by then, and so do the years of their closest relatives. Nothing known of somebody's
years means that they may be alive, and so does what is unclear: "after 1850" does not mean a birth
by then, of several births the latest counts, and an empty form does not mean a death (GEDCOM
5.5.1: a death without a date and a place needs a "Y").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.lang import genealogy as words
from generator.read.gedcom.dates import latest_year
from generator.read.gedcom.lines import Record

AGE = 100  # years after the birth for which somebody may be alive
_DEAD = ("DEAT", "BURI", "CREM", "PROB")
# Of what says nothing of when somebody lived.
_NO_EVENTS = ("CHAN", "CREA", "SOUR", "NOTE", "NAME", "OBJE", "ASSO", "ALIA")
# Years from the birth of one to that of another, at most.
_TO_CHILD = 75
_TO_PARENT = -12
_TO_PARTNER = 50
_ROUNDS = 5  # how far relatives count
_PARENTS = 10  # of one family, at most


@dataclass(frozen=True, slots=True)
class Lives:
    """When people were born at the latest, by their ids; `dead`: those who are known to be."""

    born: Mapping[str, int]
    dead: frozenset[str]

    def public_from(self, person: str) -> str:
        """The day from which a person may be published; "" for at once, "9999" for never."""
        if person in self.dead:
            return ""
        born = self.born.get(person)
        return f"{born + AGE + 1:04}-01-01" if born is not None else "9999"


def lives(people: Mapping[str, Record], families: Iterable[Record]) -> Lives:
    """When people were born at the latest, as far as the file tells."""
    born = {name: year for name, record in people.items() if (year := _born(record)) is not None}
    dead = frozenset(
        name for name, record in people.items() if any(map(is_asserted, record.all(*_DEAD)))
    )
    known = tuple(born)
    links = [link for family in families for link in _links(family)]
    for _ in range(_ROUNDS):
        found: dict[str, int] = {}
        for one, other, distance in links:
            if one in born and other in people and other not in known:
                year = born[one] + distance
                found[other] = min(year, found.get(other, year), born.get(other, year))
        if all(born.get(name) == year for name, year in found.items()):
            break
        born |= found
    return Lives(born, dead)


def _born(record: Record) -> int | None:
    """The latest year in which somebody can have been born."""
    births = _years(record.all("BIRT"))
    events = (e for e in record.below if e.tag not in _NO_EVENTS and not e.tag.startswith("_"))
    return max(births) if births else min(_years(events), default=None)


def _years(events: Iterable[Record]) -> list[int]:
    found = (latest_year(event.text("DATE")) for event in events)
    return [year for year in found if year is not None]


def is_asserted(event: Record) -> bool:
    """Whether a record says that something happened, rather than having an empty form for it."""
    value = event.value.strip("() .").casefold()
    date = event.text("DATE")
    dated = any(map(str.isdigit, date)) or date.strip("() .").casefold() in words.DECEASED
    return value not in words.NOT_DEAD or dated or bool(event.text("PLAC", "AGE", "CAUS"))


def _links(family: Record) -> Iterator[tuple[str, str, int]]:
    parents = [pointer(record) for record in family.all("HUSB", "WIFE")][:_PARENTS]
    children = [pointer(record) for record in family.all("CHIL")]
    for parent in parents:
        for child in children:
            yield parent, child, _TO_CHILD
            yield child, parent, _TO_PARENT
        yield from ((parent, other, _TO_PARTNER) for other in parents if other != parent)


def pointer(record: Record) -> str:
    """The id that a line points to; "" if it points nowhere."""
    return record.value.strip().strip("@")
