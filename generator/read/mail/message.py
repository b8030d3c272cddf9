"""From a message to a document and what is attached to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator import ids
from generator.lang import mail as words
from generator.model import Source, Thread, reason
from generator.read.draft import Draft, Drafts, Member, problem
from generator.read.inside import member
from generator.read.mail.heads import Person

KIND = "e-mail"
_ID = 16  # characters of a message's name
_MOST_ANSWERED = 20
_LONGEST_PERSON = 5  # words of a name
_MOST_SHOWN = 50  # receivers that are shown
# Metadata that withhold a message and what is attached to it (see `generator.read.privacy`).
PRIVATE = {"Sensitivity: private": True}
NO_ARCHIVE = {"X-No-Archive": True}
_NO_TEXT = ("No text.", "If your mail program shows one, save the message from there again.")
_DATE_HINT = "Its head has no date that can be understood; correct the field Date."


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message. `name`: as the message gives it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, whatever format it is kept in.

    subject, day: "" where it has none
    writers, receivers, copies: people, in the order of its head
    message: its id, or what stands for it where it has none
    answers: ids of the messages it answers, the nearest first
    html: its text
    attached: the files that came with it
    private: metadata by which its writer does not want it to be public
    wrong: what is wrong with it: messages and hints
    """

    subject: str
    day: str
    writers: tuple[Person, ...]
    receivers: tuple[Person, ...]
    copies: tuple[Person, ...]
    message: str
    answers: tuple[str, ...]
    html: str
    attached: tuple[Attached, ...] = ()
    private: Mapping[str, object] = field(default_factory=dict)
    wrong: tuple[tuple[str, str], ...] = ()


def drafts_of(letter: Letter, source: Source, line: int = 1, folder: str = "") -> Drafts:
    """The document of a message, and what is attached to it.

    line: where it begins in the source
    folder: before the names of the files in it, such as "17/"
    """
    name = message_name(letter.message)
    answers = tuple(map(message_name, letter.answers[:_MOST_ANSWERED]))
    inherited = {**({"date": letter.day} if letter.day else {}), **letter.private}
    draft = Draft(
        source,
        line,
        fields={**_fields(letter), **letter.private},
        origin=reason("metadata", of="message"),
        html=letter.html,
        others=tuple(_others(letter)),
        date_hint=_DATE_HINT,
        key=name,
        thread=Thread(name, tuple(a for a in dict.fromkeys(answers) if a != name)),
        may_lack_text=True,
    )
    inside = _members(letter, source, folder, inherited, name)
    wrong = letter.wrong if letter.html or letter.attached else (*letter.wrong, _NO_TEXT)
    problems = (problem(source, line, "warning", *one) for one in wrong)
    return Drafts((draft,), tuple(problems), inside=tuple(inside))


def with_known_names(letters: Sequence[Letter]) -> list[Letter]:
    """The messages of a mailbox; whoever has no name in one has that from another.

    An address that several names go with, such as that of a list, gives nobody a name.
    """
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for p in (p for one in letters for p in (*one.writers, *one.receivers, *one.copies)):
        if p.name and p.address:
            names[p.address.casefold()].setdefault(p.name.casefold(), p.name)

    def name_of(p: Person) -> str:
        known = names.get(p.address.casefold(), {})
        return p.name or (next(iter(known.values())) if len(known) == 1 else "")

    def named(found: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(Person(name_of(p), p.address) for p in found)

    return [
        replace(
            one,
            writers=named(one.writers),
            receivers=named(one.receivers),
            copies=named(one.copies),
        )
        for one in letters
    ]


def message_name(message: str) -> str:
    """A name for a message made from its id, which often has an address in it; "" for none."""
    return ids.digest(message, _ID) if message else ""


def _fields(letter: Letter) -> Mapping[str, object]:
    everybody = (*letter.writers, *letter.receivers, *letter.copies)
    named = dict.fromkeys(p.name for p in everybody if is_personal(p.name))
    fields: dict[str, object] = {
        "title": letter.subject,
        "date": letter.day,
        "author": [person.shown for person in letter.writers],
        "people": list(named),
        "kind": KIND,
    }
    return {key: value for key, value in fields.items() if value}


def is_personal(name: str) -> bool:
    """Whether a name is that of a person rather than of an office, a list or a program.

    One word is not enough to tell somebody by.
    """
    parts = name.split()
    if not 2 <= len(parts) <= _LONGEST_PERSON:
        return False
    if any(part.strip(".,'’-").casefold() in words.NOT_PEOPLE for part in parts):
        return False
    letters = all(c.isalpha() or c in ".,'’-" for part in parts for c in part)
    capitals = [not part[0].islower() for part in parts]
    return letters and capitals[-1] and sum(capitals) >= 2


def _others(letter: Letter) -> Iterator[tuple[str, str]]:
    for label, people in (("To", letter.receivers), ("Copy to", letter.copies)):
        if people:
            yield label, _listed([person.shown for person in people])
    if letter.attached:
        yield "Attached", _listed([_file_name(one) for one in letter.attached])


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_SHOWN
    shown = ", ".join(names[:_MOST_SHOWN])
    return f"{shown} and {more:,} more" if more > 0 else shown


def _members(
    letter: Letter, source: Source, folder: str, inherited: Mapping[str, object], name: str
) -> Iterator[Member]:
    for one in letter.attached:
        yield member(source, f"{folder}{_file_name(one)}", one.data, inherited, name)


def _file_name(one: Attached) -> str:
    """The name of an attached file without any folders."""
    return one.name.replace("\\", "/").rpartition("/")[2]
