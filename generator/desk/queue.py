"""What needs an editor's decision, the most important first: of the desk and `sourcebook review`.

Each item says what is unsure, which lines of the tables would settle it, and what that would do.
What settles most comes first: mentions, and events and claims with the name; what readers see on
the first screen of a page counts twice. What was answered with “no” is not asked again, and what
was put off comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.derive import EditLines, PlaceReadings, figure_id, offers, two_people
from generator.desk.doubts import differing_figures, far_dates, guessed_dates, statuses, unsure_text
from generator.desk.items import Choice, Item
from generator.model import Corpus, Entity
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

_SEVERAL = 2  # readings of a place among which an editor chooses
_FIRST_SCREEN = 12  # names or events of a list that are seen without scrolling


def worklist(
    corpus: Corpus,
    answers: Mapping[tuple[str, str], str] = MappingProxyType({}),
    readings: PlaceReadings | None = None,
) -> tuple[Item, ...]:
    """What editors should look at, what settles most first.

    answers: "no" or "later" by question and key; see `Item.key`
    readings: what the names of places may mean, where several questions are asked one after another
    """
    lines = EditLines(corpus.entities)
    items = (
        *_could_be_one(corpus.entities, lines),
        *_two_people(corpus, lines),
        *_unplaced(corpus.entities, lines, readings or PlaceReadings()),
        *_single_mentions(corpus.entities, lines),
        *guessed_dates(corpus),
        *far_dates(corpus),
        *statuses(corpus),
        *differing_figures(corpus),
        *unsure_text(corpus),
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
    for one in corpus.disagreements:
        found[figure_id(one.figures[0].figure, one.figures[0].where)] += len(one.figures)
    for event in sorted(reported, key=lambda event: -event.score)[:_FIRST_SCREEN]:
        found[event.id] *= 2
    return found


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


def _unplaced(
    entities: Sequence[Entity], lines: EditLines, readings: PlaceReadings
) -> Iterator[Item]:
    """Places that are not on the map: with one answer for each place that has the name."""
    places = [e for e in entities if e.type == "place" and e.place is None and e.has_page]
    found = readings.of(place.name for place in places)
    for entity in places:
        possible = found[entity.name]
        detail = "one of several places with this name" if possible else "not in the gazetteer"
        yield Item(
            "not on the map" if len(possible) < _SEVERAL else "place with several readings",
            entity.name,
            "place",
            len(entity.mentions),
            detail,
            lines.locate(entity),
            f"“{entity.name}” is put on the map at the position given.",
            entity.id,
            yes=tuple(Choice(one.words, lines.locate(entity, one.at)) for one in possible),
        )


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
