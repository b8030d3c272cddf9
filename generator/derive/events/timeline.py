"""The timeline: from the dated sentences of all documents to events, as editors want them.

It is made in two steps. The first needs no entities, so it can run beside their resolution: which
documents are copies (`generator.derive.events.independence`), which sentences are about one event
(`generator.derive.events.clustering`), and how much each day matters
(`generator.derive.events.salience`). The second builds the events
(`generator.derive.events.events`) and applies editorial changes (`generator.derive.events.edits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.events.births import Births
from generator.derive.events.edits import Curated, curate
from generator.derive.events.events import (
    EventBuilder,
    Groups,
    entities_by_sentence,
    evidence_ids,
    group_sentences,
)
from generator.derive.events.independence import copies, origins
from generator.derive.events.salience import DatedSource, DayMention, salience
from generator.derive.isolation import Failure
from generator.model import (
    Analysis,
    DatedSentence,
    Document,
    Entity,
    EventEdit,
)
from generator.model.dates import DAY, length


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the timeline needs to know and entities do not change.

    groups, nearness: the sentences of each event; see `group_sentences`
    copy_of: for each document the one that it is a copy of, or itself
    day_scores: how much each day matters, as a share of the day that matters most
    """

    groups: Groups
    nearness: Sequence[float]
    copy_of: Mapping[str, str]
    day_scores: Mapping[str, float]


def prepare_timeline(
    newest_first: Sequence[Document], oldest_first: Sequence[Analysis]
) -> Preparation:
    """Group the dated sentences and score the days.

    oldest_first: the analyses of the same documents, in the reverse order
    """
    by_id = {document.id: document for document in newest_first}
    copy_of = copies(oldest_first)
    groups, near = group_sentences(by_id, _dated_sentences(oldest_first))
    analyses = {analysis.document: analysis for analysis in oldest_first}
    return Preparation(groups, near, copy_of, _day_scores(newest_first, analyses, copy_of))


def build_timeline(
    newest_first: Sequence[Document],
    oldest_first: Sequence[Analysis],
    entities: Iterable[Entity],
    edits: Sequence[EventEdit],
    failures: list[Failure],
    *,
    prepared: Preparation,
) -> Curated:
    """The events that the texts date, with the editors' changes.

    oldest_first: the analyses of the documents, in the reverse order
    failures: events that cannot be made are added
    prepared: see `prepare_timeline`, for the same documents
    """
    dated_sentences = _dated_sentences(oldest_first)
    builder = EventBuilder(
        documents={document.id: document for document in newest_first},
        dated_sentences=dated_sentences,
        origin=origins(newest_first, prepared.copy_of),
        nearness=prepared.nearness,
        named=entities_by_sentence(people := tuple(entities)),
        births=Births.of(people, len(newest_first)),
        ids=evidence_ids(dated_sentences),
    )
    events = builder.events(prepared.groups, prepared.day_scores, failures)
    return curate(events, edits, builder.with_only)


def _dated_sentences(oldest_first: Iterable[Analysis]) -> list[DatedSentence]:
    return [sentence for analysis in oldest_first for sentence in analysis.dated_sentences]


def _day_scores(
    documents: Iterable[Document], analyses: Mapping[str, Analysis], copy_of: Mapping[str, str]
) -> Mapping[str, float]:
    """The score of each day mentioned, as a share of the highest; copies count once."""
    originals = [d for d in documents if copy_of[d.id] == d.id]
    scores = salience(_dated_source(d, analyses[d.id]) for d in originals)
    highest = max(scores.values(), default=1.0)
    return {day: round(score / highest, 4) for day, score in scores.items()}


def _dated_source(document: Document, analysis: Analysis) -> DatedSource:
    """A document as `salience` takes it: its day, and the days that it mentions."""
    told = {dated.time.start: dated.status for dated in analysis.dated_sentences}
    mentions = [
        DayMention(
            day=time.first,
            written_out=time.type == "DATE" and any(map(str.isdecimal, time.text)),
            counted_from=time.modality == "after",
            said=told.get(time.start) == "reporting",
            no_event=time.start not in told,
        )
        for time in analysis.times
        if time.precision == "day"
    ]
    return DatedSource(document.date if length(document.date) == DAY else "", mentions)
