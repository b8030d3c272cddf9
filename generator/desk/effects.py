"""What an action will do, before it is done.

The action is tried on the corpus of the last build. What it says is counted by comparing the corpus
before and after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive import meant, tried
from generator.desk.actions import ANSWERS, SECOND_TABLE, Action, edits_of
from generator.desk.sources import effect_on_source, size_of_source, why_not_source
from generator.desk.statements import effect_on_claim, effect_on_figure, meant_by
from generator.desk.withheld import effect_of_withholding, size_of, why_not
from generator.desk.words import counted, sentence_of, spelled_date, spelled_time
from generator.model import Corpus, Edits, Entity, EntityEdit, Event, EventEdit

_LONGEST = 120  # characters of a sentence that a line keeps
_TWICE = " There is one of that name already; if it is the same, join the two."
_SETTLED = "The question will not be asked again."
_ASKED_LATER = "The question goes to the end of the queue."
_COMPARED = "Your answer is kept for the comparison; the site stays as it is."
_QUIET = {
    "retype": "Its type becomes “{into}”, and its page gets another address.",
    "wikidata": "Its page links to {into} at Wikidata.",
    "locate": "It is put on the map at {into}.",
    "distinct": "The pages will no longer say that the two may be the same.",
}
_STATUSES = {
    "happened": "is shown as having happened",
    "planned": "is shown as only planned at the time of the report",
    "uncertain": "is shown as not certain",
    "denied": "is shown as denied",
    "report": "is shown as having only the date of the report",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What actions will do.

    summary: in one or more sentences
    problems: why they cannot be carried out; then they must not be written
    about: what each of them means, for its line
    corpus: as far as it is known what will be after them
    """

    summary: str
    problems: tuple[str, ...]
    about: tuple[str, ...]
    corpus: Corpus


def effect_of(corpus: Corpus, actions: Sequence[Action]) -> Effect:
    """What actions will do to a corpus. Raises CurationError for one that nobody understands."""
    summary: list[str] = []
    problems: list[str] = []
    about: list[str] = []
    for action in actions:
        if action.table in ANSWERS:
            later = action.values.get("answer") == "later"
            done = _COMPARED if action.table == SECOND_TABLE else _SETTLED
            summary.append(_ASKED_LATER if later else done)
            about.append("")
            continue
        edits = edits_of([action])
        trial = tried(corpus, edits)
        wrong = [f"{p.message} {p.hint}".strip() for p in trial.problems]
        wrong += filter(None, (why_not(corpus, one) for one in edits.redactions))
        wrong += filter(None, (why_not_source(corpus, one) for one in edits.sources))
        problems += wrong
        about.append(_about(corpus, edits))
        if not wrong:
            summary.append(_summary(corpus, trial.corpus, edits))
        corpus = trial.corpus
    return Effect(" ".join(summary), tuple(problems), tuple(about), corpus)


def _about(corpus: Corpus, edits: Edits) -> str:
    """What a line means when it is made: the size of an entity, the words of an event."""
    for edit in edits.entities:
        entity = meant(corpus.entities, edit)
        return "" if entity is None else _size(entity)
    for change in edits.events:
        event = event_of(corpus, change.id)
        if event is not None:
            words = event.text or sentence_of(corpus, event, change.id)
            return f"{event.date}: {words[:_LONGEST]}"
    for statement in (*edits.figures, *edits.claims):
        return meant_by(corpus, statement)[:_LONGEST]
    for redaction in edits.redactions:
        return size_of(corpus, redaction)
    for source in edits.sources:
        return size_of_source(corpus, source)[:_LONGEST]
    return ""


def event_of(corpus: Corpus, name: str) -> Event | None:
    """The event with an id, or with a sentence that has it."""
    for event in corpus.events:
        if event.kind == "reported" and (
            event.id == name or any(evidence.id == name for evidence in event.evidence)
        ):
            return event
    return None


def _summary(before: Corpus, after: Corpus, edits: Edits) -> str:
    for edit in edits.entities:
        return _of_entity(before, after, edit)
    for change in edits.events:
        return _of_event(before, change)
    for statement in edits.figures:
        return effect_on_figure(before, statement)
    for statement in edits.claims:
        return effect_on_claim(before, statement)
    for redaction in edits.redactions:
        return effect_of_withholding(before, redaction)
    for source in edits.sources:
        return effect_on_source(before, source)
    return ""


def _of_entity(before: Corpus, after: Corpus, edit: EntityEdit) -> str:
    entity = meant(before.entities, edit)
    if entity is None:  # then there is a problem, which says so
        return ""
    named = _naming(before, [entity.id])
    if edit.action == "merge":
        into = _with_its_mentions(after, entity)
        return f"Joins {_size(entity)} to “{into.name if into else edit.into}”{named}."
    if edit.action == "hide":
        return f"“{entity.name}” loses its page; {_size(entity)} will be plain text{named}."
    if edit.action == "split":
        known = {one.id for one in before.entities}
        parts = [one for one in after.entities if one.id not in known]
        size = _size(parts[0]) if parts else "nothing"
        there = {(one.name.casefold(), one.type) for one in before.entities}
        twice = (edit.name.casefold(), entity.type) in there
        also = _TWICE if twice else ""
        return f"Moves {size} from “{entity.name}” to a page of its own, “{edit.name}”.{also}"
    if edit.action == "rename":
        return f"“{entity.name}” will be called “{edit.into}” on {_size(entity)}{named}."
    if edit.action == "alias":
        return f"“{edit.name}” becomes another spelling of “{entity.name}”."
    if edit.action == "redact":
        size = f"{counted(len(entity.aliases), 'spelling')}, {_size(entity)}"
        return f"“{entity.name}” will be withheld in all its spellings ({size})."
    return _QUIET[edit.action].format(into=edit.into)


def _with_its_mentions(corpus: Corpus, entity: Entity) -> Entity | None:
    """What an entity is part of after a merge; its name alone may mean another."""
    moved = {mention.provenance for mention in entity.mentions}
    for one in corpus.entities:
        if any(mention.provenance in moved for mention in one.mentions):
            return one
    return None


def _of_event(corpus: Corpus, edit: EventEdit) -> str:
    if edit.action == "add":
        return f"Adds an event on {spelled_time(edit.date)}."
    event = event_of(corpus, edit.id)
    if event is None:  # then there is a problem, which says so
        return ""
    day = spelled_date(event.date)
    size = (
        f"{counted(len(event.evidence), 'sentence')} in {counted(len(event.documents), 'source')}"
    )
    series = sum(one.event == event.id for one in corpus.series)
    follows = f"; {counted(series, 'series', 'series')} of figures is about it" if series else ""
    if edit.action == "hide":
        if edit.id != event.id:
            return f"Leaves one of the {size} out of the event of {day}."
        return f"Takes the event of {day} off the timeline: {size}{follows}."
    if edit.action == "redate":
        return f"Moves the event from {day} to {spelled_time(edit.date)}: {size}{follows}."
    if edit.action == "status":
        return f"The event of {day} {_STATUSES[edit.into]}: {size}{follows}."
    if edit.action == "prefer":
        words = sentence_of(corpus, event, edit.id)[:_LONGEST]
        return f"“{words}” stands for the event of {day} in lists."
    if edit.action == "merge":
        other = event_of(corpus, edit.into)
        into = spelled_date(other.date) if other else edit.into
        return f"Adds {size} to the event of {into}{follows}."
    if edit.action == "split":
        return f"Makes one of the {size} an event of its own on {day}."
    if edit.action == "pin":
        return f"Puts the event of {day} among the key dates."
    return f"The event of {day} is told in your words; {size} stay below it."


def _size(entity: Entity) -> str:
    mentions = counted(len(entity.mentions), "mention")
    return f"{mentions} in {counted(len(entity.documents), 'source')}"


def _naming(corpus: Corpus, ids: Iterable[str]) -> str:
    """How much else names some entities: "; 3 events and 2 claims name it", or ""."""
    chosen = frozenset(ids)
    numbers: Mapping[str, int] = {
        "event": sum(
            e.kind == "reported" and not chosen.isdisjoint(e.entities) for e in corpus.events
        ),
        "claim": sum(c.entity in chosen or not chosen.isdisjoint(c.about) for c in corpus.claims),
        "series of figures": sum(s.place in chosen for s in corpus.series),
    }
    shown = [
        counted(number, one, one if one.startswith("series") else "")
        for one, number in numbers.items()
        if number
    ]
    if not shown:
        return ""
    return f"; {' and '.join(shown)} {'names' if sum(numbers.values()) == 1 else 'name'} it"
