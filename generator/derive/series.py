"""Series of figures: what sources say, one after another, of one measure of one event.

A figure belongs to an event if its own sentence dates it so. One in a sentence without a date of
its own is tied to an event that its document dates elsewhere, or whose usual names it has, if that
leaves no choice: the document gives no other such figure of the measure, no other event fits nearly
as well, the sentence names no place that the event's sentences do not, and the figure is of the
size of those that are surely about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.ids import digest
from generator.model import (
    Document,
    Entity,
    Event,
    Figure,
    Provenance,
    Reason,
    Series,
    SeriesFigure,
    Status,
    reason,
)
from generator.model.dates import DAY, Day, chronological, length

_FEWEST = 3  # figures of a series
_SOURCES = 2  # that give them
_CLEAR = 2  # times as many documents as the next event, for a tie without doubt
_SOON = 31  # days in which an event is news
_RANGE = 5  # times less or more than the surest figures
_ID = 8  # characters
Given = tuple[Figure, Provenance]
# For each dated sentence, by document and anchor, its events, and its status there.
_Dated = Mapping[tuple[str, str], Sequence[tuple[Event, Status]]]


class _Named:
    """Which places each sentence names, and by what names each document may know an event.

    places: by document and anchor
    usual: by document, of organisations and of places other than countries
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.places: dict[tuple[str, str], set[str]] = {}
        self.usual: dict[str, set[str]] = {}
        for entity in entities:
            if entity.type == "person":
                continue
            is_country = entity.place is not None and entity.place.kind == "country"
            for name in () if is_country else entity.documents:
                self.usual.setdefault(name, set()).add(entity.id)
            for mention in entity.mentions if entity.type == "place" else ():
                where = mention.provenance
                self.places.setdefault((where.document, where.anchor), set()).add(entity.id)


@dataclass(slots=True)
class _Subject:
    """The events of one day that are about one thing, the one with the most figures first.

    direct: the figures whose sentences date them so
    """

    events: list[Event]
    entities: set[str]
    direct: list[Given] = field(default_factory=list)

    @property
    def day(self) -> str:
        return self.events[0].first

    def documents(self) -> set[str]:
        """Those that mention one of its events."""
        return {name for event in self.events for name in event.documents}

    def common(self, named: _Named) -> set[str]:
        """The names that at least half of its documents have."""
        documents = self.documents()
        count = Counter(name for d in documents for name in named.usual.get(d, ()))
        return {name for name in self.entities if 2 * count[name] >= len(documents)}

    def is_near(self, figure: Figure) -> bool:
        """Whether a figure is of the size of those that are surely about it."""
        least = min(f.low for f, _ in self.direct)
        most = max(f.high for f, _ in self.direct)
        return least <= _RANGE * figure.high and figure.low <= _RANGE * most


def find_series(
    figures: Sequence[Given],
    documents: Sequence[Document],
    entities: Sequence[Entity],
    events: Iterable[Event],
) -> tuple[Series, ...]:
    """The series, those with the most figures first.

    figures: all, with their sentences
    """
    by_id = {document.id: document for document in documents}
    dated = _dated(events)
    named = _Named(entities)
    found: list[Series] = []
    for measure, own in _by_measure(figures).items():
        subjects = _subjects(own, dated, named)
        points = [[_point(by_id, given, None) for given in s.direct] for s in subjects]
        for number, given, why in _tied(own, subjects, dated, named, by_id):
            points[number].append(_point(by_id, given, why))
        for subject, all_given in zip(subjects, points, strict=True):
            series = _series(measure, subject, all_given)
            if series:
                found.append(series)
    return tuple(sorted(found, key=lambda s: (-len(s.figures), chronological(s.day), s.id)))


def _by_measure(figures: Iterable[Given]) -> dict[str, list[Given]]:
    """The figures of each measure; none that are vague, only add to another, or are money."""
    found: dict[str, list[Given]] = {}
    for figure, where in figures:
        if figure.measure and not (figure.unit or figure.adds or figure.bound == "vague"):
            found.setdefault(figure.measure, []).append((figure, where))
    return found


def _dated(events: Iterable[Event]) -> _Dated:
    found: dict[tuple[str, str], list[tuple[Event, Status]]] = {}
    for event in events:
        for evidence in event.evidence:
            key = evidence.where.document, evidence.where.anchor
            found.setdefault(key, []).append((event, evidence.status))
    return found


def _subjects(figures: Sequence[Given], dated: _Dated, named: _Named) -> list[_Subject]:
    """The events for which sentences give figures; those of one day with a common name are one."""
    direct: dict[str, tuple[Event, list[Given]]] = {}
    for figure, where in figures:
        told = [e for e, status in dated.get((where.document, where.anchor), ()) if not status]
        days = {event.first for event in told if event.first == event.last}
        if len(days) == 1 and all(event.first == event.last for event in told):
            direct.setdefault(told[0].id, (told[0], []))[1].append((figure, where))
    subjects: list[_Subject] = []
    for event, own in sorted(direct.values(), key=lambda d: (-len(d[1]), d[0].id)):
        usual = (named.usual.get(where.document, set()) for _, where in own)
        names = set(event.entities).union(*usual)
        same = (s for s in subjects if s.day == event.first and s.entities & names)
        subject = next(same, None)
        if subject is None:
            subject = _Subject([], set())
            subjects.append(subject)
        subject.events.append(event)
        subject.entities |= set(event.entities)
        subject.direct += own
    return subjects


def _tied(
    figures: Sequence[Given],
    subjects: Sequence[_Subject],
    dated: _Dated,
    named: _Named,
    documents: Mapping[str, Document],
) -> Iterator[tuple[int, Given, Reason]]:
    """The figures that belong to a subject though their sentences do not date them so."""
    told = [(subject.documents(), subject.common(named)) for subject in subjects]
    undated = [
        (figure, where)
        for figure, where in figures
        if not any(
            _dates(event, status, documents[where.document].date)
            for event, status in dated.get((where.document, where.anchor), ())
        )
    ]
    given = Counter(where.document for _, where in undated)
    for figure, where in undated:
        document = documents[where.document]
        if given[document.id] > 1 or not document.date:
            continue
        places = named.places.get((where.document, where.anchor), set())
        usual = named.usual.get(document.id, set())
        fits = [
            (len(own), document.id in own, number)
            for number, (own, common) in enumerate(told)
            if (
                document.id in own
                or usual & common
                # The place alone where the event is news.
                or (usual & places and _is_soon(subjects[number].day, document.date))
            )
            and chronological(subjects[number].day) <= chronological(document.date)
            and places <= subjects[number].entities
            and subjects[number].is_near(figure)
        ]
        fits.sort(reverse=True)
        if fits and (len(fits) == 1 or fits[0][0] >= _CLEAR * fits[1][0]):
            _, dates_it, number = fits[0]
            code = "same-measure-in-source" if dates_it else "same-measure-and-names"
            yield number, (figure, where), reason(code, day=subjects[number].day)


def _dates(event: Event, status: Status, published: str) -> bool:
    """Whether a sentence of an event says when that was which its figures are about.

    What is true "this week", when its source appeared, may be about what happened before.
    """
    now = chronological(event.first) <= chronological(published) <= chronological(event.last)
    return status != "reporting" and not (now and event.first != event.last)


def _is_soon(day: str, published: str) -> bool:
    """Whether a source appeared within a month of a day."""
    if length(published) < DAY:
        return False
    return 0 <= Day.parse(published).number - Day.parse(day).number <= _SOON


def _point(documents: Mapping[str, Document], given: Given, why: Reason | None) -> SeriesFigure:
    figure, where = given
    return SeriesFigure(figure, where, documents[where.document].date, why)


def _by_report(point: SeriesFigure) -> tuple[str, float, str, int]:
    return chronological(point.as_of), point.figure.low, point.where.document, point.where.start


def _series(measure: str, subject: _Subject, points: Sequence[SeriesFigure]) -> Series | None:
    """The series of a subject, if several sources give figures that are not all the same."""
    dated = [point for point in points if point.as_of]
    values = {(point.figure.low, point.figure.high) for point in dated}
    sources = {point.where.document for point in dated}
    if len(dated) < _FEWEST or len(sources) < _SOURCES or len(values) < 2:
        return None
    ordered = sorted(dated, key=_by_report)
    main = subject.events[0]
    name = f"s-{digest(f'{measure} {main.id}', _ID)}"
    return Series(name, measure, main.id, subject.day, tuple(ordered))
