"""Series of figures: what sources say, one after another, of one measure of one thing.

A figure belongs to an event if its own sentence dates it so. One in a sentence without a date of
its own is tied to an event that its document dates elsewhere, or whose usual names it has, if that
leaves no choice (`generator.derive.series.ties`). Running totals ("900 killed since March") are no
events: those from one beginning about one place are a series by themselves
(`generator.derive.series.totals`). Where sources disagree, `generator.derive.series.disagreements`
says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.derive.series.disagreements import disagreements
from generator.derive.series.given import Given, Kind, Named, by_kind
from generator.derive.series.subjects import Dated, Subject, dated_sentences, subjects_of
from generator.derive.series.ties import tied
from generator.derive.series.totals import totals_of
from generator.ids import digest
from generator.model import (
    Claim,
    CorrectedFigure,
    Disagreement,
    Document,
    Entity,
    Event,
    Figure,
    Provenance,
    Reason,
    Series,
    SeriesFigure,
)
from generator.model.dates import chronological

_FEWEST = 3  # figures of a series
_SOURCES = 2  # that give them
_ID = 8  # characters
_Point = tuple[Given, Reason | None]


@dataclass(frozen=True, slots=True)
class SeriesFound:
    """The series, those with the most figures first, and where sources disagree, by day."""

    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...]


def find_series(
    figures: Iterable[tuple[Figure, Provenance]],
    documents: Sequence[Document],
    entities: Sequence[Entity],
    events: Iterable[Event],
    claims: Iterable[Claim],
    corrected: Iterable[CorrectedFigure] = (),
) -> SeriesFound:
    """The series and disagreements of all figures.

    figures: with their sentences
    corrected: those that editors changed
    """
    by_id = {document.id: document for document in documents}
    dated = dated_sentences(events)
    named = Named(entities)
    series: list[Series] = []
    differ: list[Disagreement] = []
    for kind, own in by_kind(figures, by_id, named, claims, corrected).items():
        for subject, points in _of_events(own, dated, named, by_id):
            event = subject.events[0]
            key = f"{' '.join(filter(None, kind))} {event.id}"
            found = _series(kind, key, _alike(points), event=event.id, day=subject.day)
            series += found
            differ += _disagreements(kind, points, event.id, found)
        for total in totals_of(own, named):
            key = f"{' '.join(filter(None, kind))} {total.beginning} {total.place}"
            points = [(given, None) for given in total.given]
            found = _series(kind, key, points, since=total.beginning, place=total.place)
            series += found
    return SeriesFound(
        tuple(sorted(series, key=lambda s: (-len(s.figures), chronological(s.day), s.id))),
        tuple(sorted(differ, key=lambda d: (d.event, d.measure, chronological(d.day)))),
    )


def _of_events(
    own: Sequence[Given], dated: Dated, named: Named, documents: dict[str, Document]
) -> Iterable[tuple[Subject, list[_Point]]]:
    """Each subject with its figures, and why they belong to it."""
    events = [given for given in own if not given.figure.is_total]
    subjects = subjects_of(events, dated, named, documents)
    points: list[list[_Point]] = [[(given, None) for given in s.direct] for s in subjects]
    # What is only called "people" may be anything: such figures are not tied.
    known = [given for given in events if given.is_known]
    for number, given, why in tied(known, subjects, dated, named, documents):
        points[number].append((given, why))
    return zip(subjects, points, strict=True)


def _alike(points: Sequence[_Point]) -> list[_Point]:
    """The figures of one thing: of people, or of a group whose number is that of all.

    "Three soldiers were killed" is not the toll of an attack that killed 137 people.
    """
    plain = [given.figure for given, _ in points if not given.noun]
    if not plain:
        return list(points)
    least, most = min(f.low for f in plain), max(f.high for f in plain)
    return [
        point
        for point in points
        if not point[0].noun or least <= point[0].figure.low <= point[0].figure.high <= most
    ]


def _by_report(point: _Point) -> tuple[str, float, str, int]:
    given = point[0]
    return chronological(given.day), given.figure.low, given.where.document, given.where.start


def _figure(point: _Point) -> SeriesFigure:
    given, why = point
    return SeriesFigure(given.figure, given.where, given.day, why)


def _series(
    kind: Kind,
    key: str,
    points: Sequence[_Point],
    *,
    event: str = "",
    day: str = "",
    since: str = "",
    place: str = "",
) -> list[Series]:
    """The series of a subject, if several sources give figures that are not all the same."""
    known = sorted((point for point in points if point[0].day), key=_by_report)
    values = {(given.figure.low, given.figure.high) for given, _ in known}
    sources = {given.where.document for given, _ in known}
    if len(known) < _FEWEST or len(sources) < _SOURCES or len(values) < 2:
        return []
    measure, unit, whole = kind
    name = f"s-{digest(key, _ID)}"
    figures = tuple(map(_figure, known))
    return [Series(name, measure, unit, whole, event, day, since, place, figures)]


def _disagreements(
    kind: Kind, points: Sequence[_Point], event: str, series: Sequence[Series]
) -> list[Disagreement]:
    why = {id(given): reason for given, reason in points}
    name = series[0].id if series else ""
    return [
        Disagreement(
            *(kind[0], kind[1], event, name, day),
            tuple(_figure((given, why[id(given)])) for given in some),
        )
        for day, some in disagreements([given for given, _ in points if given.is_known])
    ]
