"""Derive: from what each document says to what all of them say together.

Entities are gathered from the mentions and from the lists of front matter
(`generator.derive.entities.gather`). Events are the publications of the documents
(`generator.derive.events.publications`) and what the texts date (`generator.derive.events.events`),
weighed by how much the sources hold a day important (`generator.derive.events.salience`) and, at
the end, corrected by the editors (`generator.derive.events.edits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.entities.edits import edit_entities
from generator.derive.entities.explain import RULE_NAMES, Trace
from generator.derive.entities.gather import gather_entities
from generator.derive.entities.resolver import Edge
from generator.derive.entities.suggestions import with_suggestions
from generator.derive.events.edits import curate
from generator.derive.events.events import (
    EventBuilder,
    Groups,
    entities_by_sentence,
    evidence_ids,
    group_sentences,
)
from generator.derive.events.independence import copies, origins
from generator.derive.events.publications import publications
from generator.derive.events.salience import DatedSource, DayMention, salience
from generator.derive.isolation import failing, left_out
from generator.derive.preview import with_changed
from generator.engine.executors.fork import run_in_background
from generator.errors import Problem, SourcebookError
from generator.model import Analysis, Corpus, Document, Source

__all__ = ["RULE_NAMES", "Derived", "Edge", "Trace", "derive", "with_changed"]

_FULL_DAY = 10  # characters of a date that names a day


@dataclass(frozen=True, slots=True)
class Derived:
    """What `derive` returns: the corpus, and what was wrong.

    That is lines of the editors' tables, and documents that had to be left out.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]


def derive(
    documents: Sequence[Document],
    analyses: Iterable[Analysis],
    sources: Iterable[Source],
    curation: Iterable[Source],
    least: int,
    jobs: int = 1,
) -> Derived:
    """The corpus.

    A document that cannot be derived is left out and reported; the others are published.

    sources: needed for the pictures that documents show
    least: how many mentions an entity needs that no front matter lists
    jobs: processes that may be used
    """
    given = tuple(sources)
    tables = tuple(curation)
    found = {analysis.document: analysis for analysis in analyses}

    def attempt(some: Sequence[Document], jobs: int = 1) -> Derived:
        return _derive(some, found, given, tables, least, jobs)

    try:
        return attempt(documents, jobs)
    except (SourcebookError, MemoryError):
        raise
    except Exception:
        wrong = failing(documents, attempt)
        if not wrong:  # it takes several documents together
            raise
    paths = {source.path: source.shown for source in given}
    problems = [left_out(d, paths.get(d.path, d.path), error) for d, error in wrong]
    bad = {document.id for document, _ in wrong}
    rest = attempt([document for document in documents if document.id not in bad], jobs)
    return Derived(rest.corpus, (*problems, *rest.problems))


def _derive(
    documents: Sequence[Document],
    analysis: Mapping[str, Analysis],
    sources: Sequence[Source],
    tables: Sequence[Source],
    least: int,
    jobs: int,
) -> Derived:
    """The same for documents that can all be derived. `analysis`: by document."""
    ordered = tuple(sorted(documents, key=_newest_first))
    by_name = {document.id: document for document in ordered}
    oldest_first = [analysis[document.id] for document in reversed(ordered)]
    dated_sentences = [s for a in oldest_first for s in a.dated_sentences]

    def dates() -> tuple[Groups, Mapping[str, str], Mapping[str, float]]:
        copy_of = copies(oldest_first)
        days = _day_scores(ordered, analysis, copy_of)
        return group_sentences(by_name, dated_sentences), copy_of, days

    # Nearly half of the work, and independent of the entities.
    dated = run_in_background(dates, jobs)
    gathered = gather_entities(ordered, analysis, least)
    order = {document.id: place for place, document in enumerate(reversed(ordered))}
    edited, wrong = edit_entities(gathered, tables, order)
    entities = with_suggestions(edited)
    groups, copy_of, days = dated()
    origin = origins(ordered, copy_of)
    named, ids = entities_by_sentence(entities), evidence_ids(dated_sentences)
    builder = EventBuilder(by_name, dated_sentences, origin, named, ids)
    curated = curate(builder.events(groups, days), tables, builder.with_only)
    events = sorted((*publications(ordered, entities), *curated.events), key=lambda e: e.first)
    corpus = Corpus(
        documents=ordered,
        entities=entities,
        events=tuple(events),
        media=_media(ordered, sources),
        times=sum(len(a.times) for a in oldest_first),
        hidden=curated.hidden,
    )
    return Derived(corpus, (*wrong, *curated.problems))


def _newest_first(document: Document) -> tuple[tuple[int, ...], str]:
    """Undated documents come last; those of one day in the order of their names."""
    # Each digit is turned round, so that a later date sorts first and a name still ascends.
    # "2024-03" stands for any day of the month and comes below all of them.
    turned = tuple(9 - int(digit) for digit in document.date if digit.isdigit())
    return (*turned, 10), document.id


def _day_scores(
    documents: Iterable[Document], analyses: Mapping[str, Analysis], copy_of: Mapping[str, str]
) -> Mapping[str, float]:
    """The score of each day mentioned, as a share of the highest; copies count once."""
    originals = [d for d in documents if copy_of[d.id] == d.id]
    scores = salience(_dated_source(d, analyses[d.id]) for d in originals)
    highest = max(scores.values(), default=1.0)
    return {day: round(score / highest, 4) for day, score in scores.items()}


def _dated_source(document: Document, analysis: Analysis) -> DatedSource:
    mentions = [
        DayMention(
            day=time.first,
            written_out=time.type == "DATE" and any(map(str.isdecimal, time.text)),
            counted_from=time.modality == "after",
        )
        for time in analysis.times
        if time.precision == "day"
    ]
    return DatedSource(document.date if len(document.date) == _FULL_DAY else "", mentions)


def _media(
    documents: Iterable[Document], sources: Iterable[Source]
) -> tuple[tuple[str, bytes], ...]:
    wanted = {path: shown for document in documents for shown, path in document.media}
    return tuple(sorted((wanted[s.path], s.data) for s in sources if s.path in wanted))
