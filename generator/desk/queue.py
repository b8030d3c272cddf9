"""What needs an editor's decision, the most important first: of the desk and `sourcebook review`.

Each item says what is unsure, which lines of the tables would settle it, and what that would do.
What settles most comes first: mentions, and events and claims with the name; what readers see on
the first screen of a page counts twice. What was answered with “no” is not asked again, and what
was put off comes last.
"""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive import EditLines, offers, two_people
from generator.desk.actions import COLUMNS, DECISIONS_TABLE, Action
from generator.desk.words import sentence_of, spelled_date
from generator.model import ENTITIES_TABLE, EVENTS_TABLE, Corpus, Entity, Reason
from generator.render.reasons import words

_DATED = "The document stands among the sources by date."
# What is added to the name of the second of two people, by the reason for which they may be two.
_MARKS = {
    "births-apart": "(born {})",
    "deaths-apart": "(died {})",
    "ages-apart": "(born about {})",
    "generations-apart": "{}",
    "nothing-shared": "({})",
}


_FIRST_SCREEN = 12  # names or events of a list that are seen without scrolling


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to settle something.

    label: what it does, in a few words
    line: a line of the table
    """

    label: str
    line: str
    table: str = ENTITIES_TABLE

    @property
    def action(self) -> Action:
        """The line as an action."""
        (cells,) = csv.reader([self.line])
        return Action(self.table, dict(zip(COLUMNS[self.table], cells, strict=False)))


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    subject: id of the entity, the event or the document
    mentions: how many it would settle
    suggestion: a line for the editors' table, or what to do
    effect: what that would do
    others: ids of further entities that it is about
    yes: the ways to settle it; none where the desk has no line for it
    no: lines that say it is right as it is; without them a line of the decisions does
    """

    what: str
    name: str
    type: str
    mentions: int
    detail: str
    suggestion: str
    effect: str
    subject: str = ""
    others: tuple[str, ...] = ()
    yes: tuple[Choice, ...] = ()
    no: tuple[Choice, ...] = ()

    @property
    def key(self) -> str:
        """What the question is called in the table of decisions."""
        return "; ".join((self.subject, *self.others))

    def answered(self, answer: str) -> tuple[Action, ...]:
        """The lines that answer it with "no" or "later"."""
        if answer == "no" and self.no:
            return tuple(choice.action for choice in self.no)
        values = {"question": self.what, "subject": self.key, "answer": answer}
        return (Action(DECISIONS_TABLE, values, about=self.name),)


def worklist(
    corpus: Corpus, answers: Mapping[tuple[str, str], str] = MappingProxyType({})
) -> tuple[Item, ...]:
    """What editors should look at, what settles most first.

    answers: "no" or "later" by question and key; see `Item.key`
    """
    lines = EditLines(corpus.entities)
    items = (
        *_could_be_one(corpus.entities, lines),
        *_two_people(corpus, lines),
        *_unplaced(corpus.entities, lines),
        *_single_mentions(corpus.entities, lines),
        *_guessed_dates(corpus),
        *(
            Item("undated document", d.title, "", 0, d.path, "give the source a date", _DATED, d.id)
            for d in corpus.documents
            if not d.date
        ),
    )
    scores = _scores(corpus)
    asked = [item for item in items if answers.get((item.what, item.key)) != "no"]

    def rank(item: Item) -> tuple[bool, int]:
        put_off = answers.get((item.what, item.key)) == "later"
        return put_off, -item.mentions - scores[item.subject]

    return tuple(sorted(asked, key=rank))


def settled(corpus: Corpus, items: Sequence[Item]) -> float:
    """The share of all mentions that no open question is about, 0 to 1."""
    count = {entity.id: len(entity.mentions) for entity in corpus.entities}
    asked = {name for item in items for name in (item.subject, *item.others)}
    unsure = sum(count.get(name, 0) for name in asked)
    return 1 - unsure / sum(count.values()) if any(count.values()) else 1.0


def _scores(corpus: Corpus) -> Counter[str]:
    """How much each entity and event matters, besides its mentions."""
    reported = [event for event in corpus.events if event.kind == "reported"]
    found = Counter(name for event in reported for name in event.entities)
    for claim in corpus.claims:
        found.update({claim.entity, *claim.about} - {""})
    seen = Counter[str]()
    for entity in corpus.entities:
        seen[entity.type] += 1
        if seen[entity.type] <= _FIRST_SCREEN:
            found[entity.id] += len(entity.mentions) + found[entity.id]
    found.update({event.id: len(event.evidence) for event in reported})
    for event in sorted(reported, key=lambda event: -event.score)[:_FIRST_SCREEN]:
        found[event.id] *= 2
    return found


def _guessed_dates(corpus: Corpus) -> Iterator[Item]:
    """Events whose year, or whose order of day and month, is a guess."""
    for event in corpus.events:
        times = [e.time for e in event.evidence if e.time and e.time.modality == "unsure"]
        if event.kind == "reported" and times and not event.edits:
            line = f"hide,{event.id},,,,"
            other = other_reading(event.date, times[0].reason)
            moved = (Choice(spelled_date(other), f"redate,{event.id},{other},,,", EVENTS_TABLE),)
            yield Item(
                "date that is a guess",
                sentence_of(corpus, event),
                "event",
                0,
                f"{spelled_date(event.date)}: “{times[0].text}”, {words(times[0].reason)}",
                line,
                "The event leaves the timeline; the text stays as it is.",
                event.id,
                yes=(*(moved if other else ()), Choice("Not an event", line, EVENTS_TABLE)),
            )


def other_reading(date: str, why: Reason) -> str:
    """What a guessed date may be instead: the year on the other side of publication, or the day and
    the month the other way round; "" where neither is a date."""
    year, *rest = date.split("-")
    if why.code == "year-by-tense":
        published = dict(why.arguments)["start"]
        other = int(year) + (-1 if date > published else 1)
        return _if_valid("-".join((f"{other:04}", *rest)))
    if why.code == "figures-in-two-orders" and len(set(rest)) == 2:
        return _if_valid("-".join((year, *reversed(rest))))
    return ""


def _if_valid(date: str) -> str:
    """A date of a year, a month or a day; "" if the calendar does not have it."""
    try:
        datetime.date.fromisoformat(date + "-01" * (2 - date.count("-")))
    except ValueError:
        return ""
    return date


def _could_be_one(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    """What may be merged; each entity once, with all those of which it may be one."""
    by_id = {entity.id: entity for entity in entities}
    for entity, relations in offers(entities):
        others = [by_id[relation.id] for relation in relations]
        same = any(other.type == entity.type for other in others)
        shown = (_described(by_id[r.id], words(r.reason)) for r in relations)
        yield Item(
            "possibly the same" if same else "several types",
            entity.name,
            entity.type,
            len(entity.mentions),
            "; ".join(shown),
            lines.merge(entity, *others),
            _merging(entity, others),
            entity.id,
            tuple(other.id for other in others),
            tuple(Choice(_same_as(entity, other), lines.merge(entity, other)) for other in others),
            tuple(Choice("Distinct", lines.distinct(entity, other)) for other in others),
        )


def _same_as(entity: Entity, other: Entity) -> str:
    kind = "" if other.type == entity.type else f" ({other.type})"
    return f"Same as {other.name}{kind}"


def _described(entity: Entity, why: str) -> str:
    return f"{entity.name} ({entity.type}, {len(entity.mentions)}): {why}"


def _merging(entity: Entity, others: Sequence[Entity]) -> str:
    """What it does to merge an entity into another, or into one of several."""
    moved = f"{_mentions(entity)} of “{entity.name}”"
    if len(others) == 1:
        return f"{moved} will be on the page of “{others[0].name}” ({others[0].type})."
    return f"Keep one of the {len(others)} names: {moved} will be on its page."


def _mentions(entity: Entity) -> str:
    number = len(entity.mentions)
    return f"{number:,} mention{'' if number == 1 else 's'}"


def _two_people(corpus: Corpus, lines: EditLines) -> Iterator[Item]:
    """People of one name whom the sources may mean as two."""
    for found in two_people(corpus.entities, corpus.documents):
        entity, others = found.entity, found.others
        name = f"{entity.name} {_MARKS[found.reason.code].format(found.mark)}"
        yield Item(
            "possibly two people",
            entity.name,
            "person",
            sum(m.provenance.document in others for m in entity.mentions),
            words(found.reason),
            lines.split_sources(entity, name, others),
            f"What these sources say will be on the page of “{name}”. The header needs “sources”.",
            entity.id,
            yes=(Choice(f"Two people: {name}", lines.split_sources(entity, name, others)),),
        )


def _unplaced(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    for entity in entities:
        if entity.type == "place" and entity.place is None:
            locate = lines.locate(entity)
            detail = "not in the gazetteer, or one of several places there"
            effect = f"“{entity.name}” is put on the map, where the figures say."
            count = len(entity.mentions)
            given = (entity.name, "place", count, detail, locate, effect, entity.id)
            yield Item("not on the map", *given)


def _single_mentions(entities: Sequence[Entity], lines: EditLines) -> Iterator[Item]:
    """What has a page for one mention, unless editors have listed or changed it."""
    for entity in entities:
        wanted = entity.listed_in or entity.edits or entity.wikidata
        if entity.has_page and len(entity.mentions) == 1 and not wanted:
            where = entity.mentions[0].provenance.document
            hide = lines.hide(entity)
            effect = f"“{entity.name}” will have no page; the text stays as it is."
            given = (entity.name, entity.type, 1, where, hide, effect, entity.id)
            yield Item("single mention", *given, yes=(Choice("Not a name", hide),))
