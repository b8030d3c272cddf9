"""Derive: from what each document says to what all of them say together.

Entities are gathered from the mentions and from the lists of front matter
(`generator.derive.entities.gather`) and then changed as the editors want
(`generator.derive.entities.edits`). Events are the publications of the documents
(`generator.derive.events.publications`) and what the texts date, which is prepared and built in
`generator.derive.events.timeline`. A document that cannot be derived is left out and reported
(`generator.derive.isolation`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from generator.derive.changes import addresses_of, changes_since, published_state
from generator.derive.claims import find_claims
from generator.derive.corrections import correct_figures, figure_id
from generator.derive.entities.edit_lines import EditLines
from generator.derive.entities.edits import edit_entities
from generator.derive.entities.explain import RULE_NAMES, Trace
from generator.derive.entities.gather import gather_entities
from generator.derive.entities.note_aliases import edits_of_notes
from generator.derive.entities.pages import with_pages
from generator.derive.entities.place_readings import PlaceReadings
from generator.derive.entities.resolver import Edge
from generator.derive.entities.suggestions import offers, with_suggestions
from generator.derive.entities.two_people import TwoPeople, two_people, with_doubts
from generator.derive.entities.withheld import withheld_spellings
from generator.derive.events.publications import publications
from generator.derive.events.timeline import build_timeline, prepare_timeline
from generator.derive.isolation import Failure, failing, left_out, without_entities
from generator.derive.links import dead_links, find_links
from generator.derive.own_pages import resolved
from generator.derive.preview import with_changed
from generator.derive.recorded import moved_sources, with_records
from generator.derive.redirects import find_redirects
from generator.derive.sections import without_sections
from generator.derive.series import find_series
from generator.derive.trial import Trial, meant, moved, tried
from generator.engine.executors.fork import run_in_background
from generator.errors import CurationError, Problem, SourcebookError
from generator.model import (
    CLAIMS_TABLE,
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    Analysis,
    Corpus,
    Document,
    Edits,
    Entity,
    Figure,
    OwnPage,
    Places,
    Provenance,
    Source,
)
from generator.model.dates import chronological

__all__ = [
    "RULE_NAMES",
    "Derived",
    "Edge",
    "EditLines",
    "PlaceReadings",
    "Trace",
    "Trial",
    "TwoPeople",
    "addresses_of",
    "changes_since",
    "derive",
    "figure_id",
    "meant",
    "moved",
    "moved_sources",
    "offers",
    "published_state",
    "tried",
    "two_people",
    "with_changed",
    "with_own_pages",
    "with_recorded",
    "withheld_spellings",
]


@dataclass(frozen=True, slots=True)
class Derived:
    """What `derive` returns.

    problems: lines of the editors' tables, and what had to be left out
    complete: whether nothing had to be left out
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What is the same whichever documents are derived.

    analyses: by document
    min_mentions: how many mentions a name needs for a page; 0 where the project does not say
    without: ids of documents and entities that cannot be published, with the reason
    """

    analyses: Mapping[str, Analysis]
    sources: Sequence[Source]
    edits: Edits
    min_mentions: int
    without: Mapping[str, Exception]

    def shown(self, document: Document) -> str:
        """The file of a document, as messages show it."""
        return Places.among(self.sources).of(document.path)


def derive(
    documents: Sequence[Document],
    analyses: Iterable[Analysis],
    sources: Iterable[Source],
    edits: Edits,
    min_mentions: int,
    jobs: int = 1,
    without: Mapping[str, Exception] = MappingProxyType({}),
) -> Derived:
    """The corpus, and what was wrong.

    An entity, an event or a document that cannot be derived, by itself or with others, is left out
    and reported; the others are published.

    sources: for what editors call a source
    edits: the editors' changes
    min_mentions: how many mentions a name needs for a page; 0 where the project does not say
    jobs: processes that may be used
    without: ids of further documents and entities to leave out, with the reason

    Raises CurationError for a change that fails, and for one that hides nothing although the site
    may show what it means.
    """
    by_document = {analysis.document: analysis for analysis in analyses}
    inputs = _Inputs(by_document, tuple(sources), edits, min_mentions, without)
    failed = [(d, without[d.id]) for d in documents if d.id in without]
    documents = [document for document in documents if document.id not in without]
    try:
        found = _derive(documents, inputs, jobs)
    except (SourcebookError, MemoryError):
        raise
    except Exception:
        bad = failing(documents, lambda some: _derive(some, inputs))
        failed += bad
        names = {document.id for document, _ in bad}
        found = _derive([d for d in documents if d.id not in names], inputs, jobs)
    _refuse_errors(found.problems)
    if not failed:
        return found
    problems = [left_out(document, inputs.shown(document), error) for document, error in failed]
    return Derived(found.corpus, (*problems, *found.problems), complete=False)


def with_own_pages(
    derived: Derived, pages: Sequence[OwnPage], hidden: Collection[str] = ()
) -> Derived:
    """The same with the project's own pages, and what is wrong with what they show.

    hidden: sections that the site does not have
    """
    corpus = without_sections(derived.corpus, hidden)
    own, problems = resolved(pages, corpus)
    corpus = replace(corpus, own_pages=own)
    return replace(derived, corpus=corpus, problems=(*derived.problems, *problems))


def with_recorded(derived: Derived, edits: Edits) -> Derived:
    """The same with what the project's records say: former addresses, and what changed when."""
    corpus = with_records(derived.corpus, edits.addresses, edits.changes)
    return replace(derived, corpus=corpus)


def _refuse_errors(problems: Iterable[Problem]) -> None:
    """Raise CurationError for errors in the editors' tables."""
    tables = (ENTITIES_TABLE, EVENTS_TABLE, FIGURES_TABLE, CLAIMS_TABLE)
    errors = [p for p in problems if p.level == "error" and p.path in tables]
    if errors:
        raise CurationError(errors)


def _derive(documents: Sequence[Document], inputs: _Inputs, jobs: int = 1) -> Derived:
    """The corpus of documents that can all be derived; raises what any of them raises."""
    newest_first = tuple(sorted(documents, key=_newest_first))
    oldest_first = [inputs.analyses[document.id] for document in reversed(newest_first)]
    # Nearly half of the work, and independent of the entities.
    prepare = partial(prepare_timeline, newest_first, oldest_first)
    failures: list[Failure] = []
    oldest_documents = newest_first[::-1]
    found = tuple(_figures(oldest_documents, inputs.analyses))
    with run_in_background(prepare, jobs) as prepared:
        entities, entity_problems = _entities(newest_first, inputs, failures)
        timeline = build_timeline(
            newest_first,
            oldest_first,
            entities,
            inputs.edits.events,
            failures,
            prepared=prepared(),
        )
    events = (*publications(newest_first, entities), *timeline.events)
    links, dead = find_links(newest_first)
    redirects, no_redirects = find_redirects(newest_first, inputs.shown)
    given = oldest_documents, inputs.analyses, entities, timeline.events, inputs.edits.claims
    claims = find_claims(*given)
    figures = correct_figures(found, inputs.edits.figures, newest_first, entities)
    known = newest_first, entities, timeline.events, claims.claims, figures.corrected
    series = find_series(figures.figures, *known)
    corpus = Corpus(
        documents=newest_first,
        entities=entities,
        events=tuple(sorted(events, key=lambda event: chronological(event.first))),
        media=(),
        times=sum(len(analysis.times) for analysis in oldest_first),
        hidden=timeline.hidden,
        hidden_statements=claims.hidden + figures.hidden,
        links=links,
        redirects=redirects,
        claims=claims.claims,
        figures=figures.figures,
        corrected=figures.corrected,
        series=series.series,
        disagreements=series.disagreements,
    )
    left = dead_links(dead, newest_first, inputs.sources)
    problems = (
        *entity_problems,
        *timeline.problems,
        *claims.problems,
        *figures.problems,
        *left,
        *no_redirects,
        *_reported(failures, newest_first, inputs),
    )
    return Derived(corpus, problems, complete=not failures)


def _figures(
    documents: Sequence[Document], analyses: Mapping[str, Analysis]
) -> Iterator[tuple[Figure, Provenance]]:
    """All figures, each with its sentence."""
    for document in documents:
        for figure in analyses[document.id].figures:
            where = document.sentence_at(figure.start)
            if where is not None:
                yield figure, where


def _reported(
    failures: Iterable[Failure], documents: Iterable[Document], inputs: _Inputs
) -> Iterator[Problem]:
    """The problems for entities and events that are left out."""
    by_id = {document.id: document for document in documents}
    for failure in failures:
        document = by_id[failure.document]
        yield failure.problem(document, inputs.shown(document))


def _entities(
    newest_first: Sequence[Document], inputs: _Inputs, failures: list[Failure]
) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """The entities as editors want them, and the lines that could not be carried out.

    failures: what is left out is added
    """
    gathered = gather_entities(newest_first, inputs.analyses, inputs.min_mentions, failures)
    order = {document.id: index for index, document in enumerate(reversed(newest_first))}
    noted, _ = edit_entities(gathered, edits_of_notes(newest_first, gathered), order, {})
    edited, problems = edit_entities(
        noted, inputs.edits.entities, order, _called(newest_first, inputs.sources)
    )
    if inputs.without:
        edited = without_entities(edited, inputs.without, failures)
    by_id = {document.id: document for document in newest_first}
    doubted = with_doubts(with_suggestions(edited), newest_first)
    return with_pages(doubted, by_id, inputs.min_mentions), problems


def _called(
    documents: Iterable[Document], sources: Iterable[Source]
) -> Mapping[str, Sequence[str]]:
    """By what editors may call a source, the ids of its documents.

    A file has a place here even if nothing of it could be published: it is there, after all.
    """
    called: dict[str, list[str]] = {}
    for source in sources:
        called[source.path] = called[source.shown] = []
    for document in documents:
        called.setdefault(document.path, []).append(document.id)
        called.setdefault(document.id, [document.id])
    return {" ".join(name.split()): ids for name, ids in called.items()}


def _newest_first(document: Document) -> tuple[tuple[int, ...], str]:
    """A sort key: undated documents come last; those of one day in the order of their names."""
    # Each digit is subtracted from 9, so that a later date sorts first and a name still ascends.
    # "2024-03" stands for any day of the month and comes below all of them.
    turned = tuple(9 - int(digit) for digit in chronological(document.date) if digit.isdigit())
    before_our_era = (10,) if document.date.startswith("-") else ()
    return (*before_our_era, *turned, 11), document.id
