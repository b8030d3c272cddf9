"""Which event a figure is about whose sentence does not say so.

The document gives no other such figure of the measure, no other event fits nearly as well, the
sentence names no place that the event's sentences do not, and the figure is of the size of those
that are surely about it. Right after a sentence that dates such an event, the document may give
more figures.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.derive.series.given import Given, Named
from generator.derive.series.subjects import Dated, Subject, told_events
from generator.model import Document, Event, Reason, Status, reason
from generator.model.dates import DAY, Day, chronological, length

_CLEAR = 2  # times as many documents as the next event, for a tie without doubt
_MANY = 20  # subjects
_SOON = 31  # days in which an event is news


def tied(
    own: Sequence[Given],
    subjects: Sequence[Subject],
    dated: Dated,
    named: Named,
    documents: Mapping[str, Document],
) -> Iterator[tuple[int, Given, Reason]]:
    """The figures that belong to a subject, by its number, and why."""
    about = _Index(subjects, named)
    undated = [
        given
        for given in own
        if documents[given.where.document].date
        and not any(
            _dates(event, status, documents[given.where.document].date)
            for event, status in told_events(given, dated)
        )
    ]
    count = Counter(given.where.document for given in undated)
    for given in undated:
        document = documents[given.where.document]
        before = _before(document, given, dated)
        number = about.event.get(before.id) if before else None
        if number is not None and _fits(subjects[number], given, document, named):
            yield number, given, reason("sentence-before", day=subjects[number].day)
        elif count[document.id] == 1:
            yield from _of_document(given, document, subjects, about, named)


class _Index:
    """What is looked up among the subjects of one day.

    event, document, name: numbers of the subjects of each event, and of those that each document
        mentions, and to which each name is usual
    days: their days, in order, with their numbers
    """

    def __init__(self, subjects: Sequence[Subject], named: Named) -> None:
        self.event: dict[str, int] = {}
        self.document: dict[str, set[int]] = {}
        self.name: dict[str, set[int]] = {}
        self.size: dict[int, int] = {}
        days = []
        for number, subject in enumerate(subjects):
            if not subject.is_day:
                continue
            documents = subject.documents()
            self.size[number] = len(documents)
            self.event |= {event.id: number for event in subject.events}
            for document in documents:
                self.document.setdefault(document, set()).add(number)
            for name in subject.common(named):
                self.name.setdefault(name, set()).add(number)
            days.append((Day.parse(subject.day).number, number))
        self.days = sorted(days)

    def mentioned(self, document: Document, usual: set[str]) -> set[int]:
        """The subjects that a document mentions, or whose usual names it has.

        A name that is usual to many of them does not say which one is meant.
        """
        some = (self.name.get(name, set()) for name in usual)
        return self.document.get(document.id, set()).union(*(s for s in some if len(s) <= _MANY))

    def recent(self, published: str) -> set[int]:
        """The subjects whose days lie within a month before a source appeared."""
        if length(published) < DAY:
            return set()
        day = Day.parse(published).number
        first = bisect_left(self.days, (day - _SOON, 0))
        last = bisect_left(self.days, (day + 1, 0))
        return {number for _, number in self.days[first:last]}


def _of_document(
    given: Given, document: Document, subjects: Sequence[Subject], about: _Index, named: Named
) -> Iterator[tuple[int, Given, Reason]]:
    """The subject that a document leaves for its only figure of the measure."""
    places = named.places.get((given.where.document, given.where.anchor), set())
    usual = named.usual.get(document.id, set())
    candidates = about.mentioned(document, usual)
    if usual & places:
        candidates |= about.recent(document.date)  # the place alone where the event is news
    own = about.document.get(document.id, set())
    fits = sorted(
        (about.size[number], number in own, number)
        for number in candidates
        if _fits(subjects[number], given, document, named)
    )
    if fits and (len(fits) == 1 or fits[-1][0] >= _CLEAR * fits[-2][0]):
        _, dates_it, number = fits[-1]
        code = "same-measure-in-source" if dates_it else "same-measure-and-names"
        yield number, given, reason(code, day=subjects[number].day)


def _fits(subject: Subject, given: Given, document: Document, named: Named) -> bool:
    """Whether a figure can be about a subject: by its time, its places and its size."""
    places = named.places.get((given.where.document, given.where.anchor), set())
    return (
        chronological(subject.day) <= chronological(document.date)
        and places <= subject.entities
        and subject.is_near(given.figure)
    )


def _before(document: Document, given: Given, dated: Dated) -> Event | None:
    """The event that the sentence before dates, if it dates one only and says that it happened."""
    sentences = document.passages[given.where.passage].sentences
    number = bisect_left(sentences, given.where.start, key=lambda sentence: sentence.start)
    if number == 0:
        return None
    told = dated.get((document.id, sentences[number - 1].anchor), ())
    return told[0][0] if len(told) == 1 and not told[0][1] else None


def _dates(event: Event, status: Status, published: str) -> bool:
    """Whether a sentence of an event says when that was which its figures are about.

    What is true "this week", when its source appeared, may be about what happened before.
    """
    now = chronological(event.first) <= chronological(published) <= chronological(event.last)
    return status != "reporting" and not (now and event.first != event.last)
