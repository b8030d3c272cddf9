"""What series are about: the events, of one day or of a longer time, that figures are given for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from generator.derive.series.given import Given, Named
from generator.model import Document, Event, Figure, Status
from generator.model.dates import chronological

_RANGE = 5  # times less or more than the surest figures
# For each dated sentence, by document and anchor, its events, and its status there.
Dated = Mapping[tuple[str, str], Sequence[tuple[Event, Status]]]


@dataclass(slots=True)
class Subject:
    """The events of one day that are about one thing, the one with the most figures first.

    places: those that all its sentences name which name any, other than countries
    direct: the figures whose sentences date them so
    least, most: of these
    """

    events: list[Event]
    entities: set[str] = field(default_factory=set)
    places: frozenset[str] = frozenset()
    direct: list[Given] = field(default_factory=list)
    least: float = inf
    most: float = 0

    def add(self, event: Event, given: Given) -> None:
        """Add a figure that a sentence of an event gives."""
        if all(known.id != event.id for known in self.events):
            self.events.append(event)
        self.entities.update(event.entities)
        self.places = self.places & given.places or self.places or given.places
        self.direct.append(given)
        self.least = min(self.least, given.figure.low)
        self.most = max(self.most, given.figure.high)

    @property
    def day(self) -> str:
        """The first day of its events."""
        return self.events[0].first

    @property
    def is_day(self) -> bool:
        """Whether it is about one day."""
        return self.events[0].first == self.events[0].last

    def documents(self) -> set[str]:
        """Those that mention one of its events."""
        return {name for event in self.events for name in event.documents}

    def common(self, named: Named) -> set[str]:
        """The names that at least half of its documents have."""
        documents = self.documents()
        count = Counter(name for d in documents for name in named.usual.get(d, ()))
        return {name for name in self.entities if 2 * count[name] >= len(documents)}

    def is_near(self, figure: Figure) -> bool:
        """Whether a figure is of the size of those that are surely about it."""
        return self.least <= _RANGE * figure.high and figure.low <= _RANGE * self.most


def dated_sentences(events: Iterable[Event]) -> Dated:
    """The events of each sentence."""
    found: dict[tuple[str, str], list[tuple[Event, Status]]] = {}
    for event in events:
        for evidence in event.evidence:
            key = evidence.where.document, evidence.where.anchor
            found.setdefault(key, []).append((event, evidence.status))
    return found


def told_events(given: Given, dated: Dated) -> Iterator[tuple[Event, Status]]:
    """The events that a figure's sentence dates, but for the day for which it gives the figure."""
    for event, status in dated.get((given.where.document, given.where.anchor), ()):
        if not (given.figure.as_of and event.first.startswith(given.figure.as_of)):
            yield event, status


def _dated(given: Given, dated: Dated, published: str) -> list[Event]:
    """The events of the one time that a figure's sentence gives, besides that of its source."""
    told = [event for event, status in told_events(given, dated) if not status]
    earlier = [event for event in told if event.first != published]
    found = earlier or told
    return found if len({(event.first, event.last) for event in found}) == 1 else []


def subjects_of(
    own: Sequence[Given], dated: Dated, named: Named, documents: Mapping[str, Document]
) -> list[Subject]:
    """The events for which sentences give figures; those of one day with a common name are one."""
    direct: dict[str, tuple[Event, list[Given]]] = {}
    for given in own:
        told = _dated(given, dated, documents[given.where.document].date)
        if told:
            direct.setdefault(told[0].id, (told[0], []))[1].append(given)
    subjects: dict[tuple[str, str], list[Subject]] = {}
    for event, some in sorted(direct.values(), key=lambda d: (-len(d[1]), d[0].id)):
        same = subjects.setdefault((event.first, event.last), [])
        for given in some:
            names = set(event.entities) | named.usual.get(given.where.document, set())
            subject = next((s for s in same if _is_about(s, event, given, names)), None)
            if subject is None:
                subject = Subject([event])
                same.append(subject)
            subject.add(event, given)
    found = [subject for same in subjects.values() for subject in same]
    return sorted(found, key=lambda s: (chronological(s.day), s.events[0].last, s.events[0].id))


def _is_about(subject: Subject, event: Event, given: Given, names: set[str]) -> bool:
    """Whether an event's figure is about the same as those of a subject."""
    if subject.places and given.places and not subject.places & (given.places | names):
        return False
    return subject.events[0].id == event.id or (
        subject.is_day and not subject.entities.isdisjoint(names)
    )
