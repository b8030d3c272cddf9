"""GEDCOM: each person is a document, written in plain words from the lines of the record.

People who may still be alive are withheld (`generator.read.gedcom.living`), and whoever is marked
as confidential; neither is named in the records of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.config import Config
from generator.lang import genealogy as words
from generator.model import Source, reason
from generator.read.draft import Draft, Drafts, problem
from generator.read.gedcom.lines import Record, records
from generator.read.gedcom.living import lives
from generator.read.gedcom.namings import Namings
from generator.read.gedcom.people import (
    File,
    Teller,
    is_restricted,
    life_of,
    names_of,
    place_of,
)

SUFFIXES = (".ged",)
BINARY = False
PACKAGES = ()

_NEVER = "9999"


def read_source(source: Source) -> Drafts:
    """The people who are known to be dead."""
    return _read(source, "")


def read_configured(source: Source, config: Config) -> Drafts:
    """All people; who may be alive on the day of the build is withheld."""
    return _read(source, config.today)


def _read(source: Source, today: str) -> Drafts:
    top, problems = records(source)
    if not top or top[0].tag != "HEAD":
        message, hint = "Not a GEDCOM file: it does not begin with HEAD.", "Export it again."
        return Drafts((), (problem(source, 0, "error", message, hint),))
    file = _file(top, today)
    teller = Teller(file)
    everybody = (_draft(source, file, person, teller, today) for person in file.people)
    drafts = tuple(d for d in everybody if d.blocks or d.fields.get("title"))
    messages = []
    if teller.unread:
        kinds = ", ".join(f"{tag} ({count})" for tag, count in sorted(teller.unread.items()))
        messages.append(f"Entries of these kinds are not read: {kinds}.")
    if teller.naming:
        messages.append(f"Left out, as they name somebody who is withheld: {teller.naming:,}.")
    notes = tuple(problem(source, 0, "note", message) for message in messages)
    if not drafts:
        message, hint = "This GEDCOM file names nobody.", "Export it again."
        problems = (*problems, problem(source, 0, "error", message, hint))
    return Drafts(drafts, problems, notes)


def _file(top: tuple[Record, ...], today: str) -> File:
    people = {r.identifier or f"line {r.line}": r for r in top if r.tag == "INDI"}
    families = {r.identifier: r for r in top if r.tag == "FAM" and r.identifier}
    others = {r.identifier: r for r in top if r.tag not in ("INDI", "FAM") and r.identifier}
    known = lives(people, families.values())
    withheld = frozenset(
        name
        for name, record in people.items()
        if is_restricted(record) or known.public_from(name) > today
    )
    public = people.keys() - withheld
    namings = Namings(*(_names(people[name] for name in own) for own in (withheld, public)))
    return File(people, families, others, known, withheld, namings)


def _names(people: Iterable[Record]) -> Iterator[str]:
    return (name for person in people for name in names_of(person))


def _draft(source: Source, file: File, person: str, teller: Teller, today: str) -> Draft:
    record = file.people[person]
    names, life = names_of(record), life_of(record)
    events = [event for event in record.below if not is_restricted(event)]
    places = (place_of(event).partition(",")[0] for event in events)
    fields: dict[str, object] = {
        "title": f"{names[0]} ({life})" if names and life else "".join(names[:1]),
        "kind": words.KIND,
        "language": "en",
        "people": list(names[:1]),
        "places": list(dict.fromkeys(filter(None, places))),
        "aliases": list(names[1:]),
    }
    public = file.lives.public_from(person)
    if is_restricted(record):
        fields[words.CONFIDENTIAL] = True
    elif public == _NEVER:
        fields[words.MAY_LIVE] = True
    elif public > today:
        fields[words.MAY_LIVE_UNTIL] = public
    return Draft(
        source,
        line=record.line,
        fields={key: value for key, value in fields.items() if value},
        origin=reason("metadata", of="document"),
        blocks=teller.blocks(person),
        may_lack_date=True,
        may_lack_text=True,
    )
