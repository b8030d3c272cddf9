"""Which pages the timeline has, and which events stand on each with all their sentences.

Years, months and days with more than a handful of events have a page. The events of other months
and days stand on the page of the longer period, and those of other years together on the page
`OTHER_YEARS`, so that no page has a lone sentence. While there are few years, each has a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Event
from generator.model.dates import DAY, MONTH, YEAR, chronological, length, shortened
from generator.render.urls import period_of, timeline_path

_A_PAGE = 40  # events shown with all their sentences on one page
_SENTENCES = 100  # of the events of a page, unless one alone has more
_HANDFUL = 5  # events that need no page of their own
_MANY_YEARS = 24  # with a page each; of more, those with a handful of events share one
OTHER_YEARS = "years"  # stands for these among the periods


class PeriodIndex:
    """The events by year, month and day; made once for a build.

    events: of each period, in their given order: years first, then months, then days
    pages: the periods that have a page, in the same order
    chunks: what stands on the page of each, in pieces short enough for one
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self.events: Mapping[str, Sequence[Event]] = _by_period(events)
        self._parts: dict[str, list[str]] = {}
        for period in self.events:
            if length(period) > YEAR:
                longer = shortened(period, MONTH if length(period) == DAY else YEAR)
                self._parts.setdefault(longer, []).append(period)
        few = set(self.few_years())
        placed = {
            page: sorted(own, key=lambda event: _order(event, page))
            for year in self.years
            for page, own in self._placed(year)
        }
        together = [event for year in self.years if year in few for event in placed.pop(year)]
        if together:
            placed[OTHER_YEARS] = together
        self.pages = tuple(p for p in (*self.events, OTHER_YEARS) if p in placed)
        self.chunks: Mapping[str, list[list[Event]]] = {
            page: list(_chunks(placed[page])) for page in self.pages
        }
        self._position = {period: position for position, period in enumerate(self.pages)}
        self._paths: dict[str, str] = {}  # of events, by id
        self._places: dict[str, str] = {}  # of periods, on any page
        for page, chunks in self.chunks.items():
            for number, chunk in enumerate(chunks, 1):
                self._place(chunk, timeline_path(page, number))

    @property
    def years(self) -> tuple[str, ...]:
        """The years with events, in order."""
        return tuple(period for period in self.events if length(period) == YEAR)

    def few_years(self) -> Iterator[str]:
        """The years whose events stand on the page for several."""
        if len(self.years) > _MANY_YEARS:
            yield from (year for year in self.years if len(self.events[year]) <= _HANDFUL)

    def _placed(self, period: str) -> Iterator[tuple[str, list[Event]]]:
        """The events that stand on the page of a period, and those of the pages within it."""
        here = [event for event in self.events[period] if period_of(event) == period]
        for part in self._parts.get(period, ()):
            if len(self.events[part]) > _HANDFUL:
                yield from self._placed(part)
            else:
                here += self.events[part]
        yield period, here

    def _place(self, chunk: Sequence[Event], path: str) -> None:
        for event in chunk:
            self._paths[event.id] = path
            own = period_of(event)
            for size in (YEAR, MONTH, DAY):
                if size <= length(own):
                    self._places.setdefault(shortened(own, size), f"{path}#{anchor(own)}")

    def path(self, period: str) -> str:
        """The address of a period with events: its page, or its place on that of a longer one."""
        return timeline_path(period) if period in self._position else self._places[period]

    def event_path(self, event: Event) -> str:
        """The page on which an event is shown with all its sentences."""
        return self._paths[event.id]

    def elsewhere(self, period: str) -> list[Event]:
        """The events of a period that stand on pages of its months or days."""
        own = {event.id for chunk in self.chunks[period] for event in chunk}
        return [event for event in self.events[period] if event.id not in own]

    def parts(self, period: str) -> Sequence[str]:
        """The months of a year, or the days of a month, that have events."""
        return self._parts.get(period, ())

    def neighbours(self, period: str) -> tuple[str, str]:
        """The period of the same length with a page before one, and the one after it; "" for none.

        Raises KeyError for a period without a page.
        """
        at = self._position[period]
        before, after = (
            found[0] if found and length(found[0]) == length(period) else ""
            for found in (self.pages[max(at - 1, 0) : at], self.pages[at + 1 : at + 2])
        )
        return before, after


def anchor(period: str) -> str:
    """The anchor of a period's events on the page of a longer one, or of several."""
    return f"on-{period}"


def _chunks(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events in pieces short enough for a page each."""
    chunk: list[Event] = []
    sentences = 0
    for event in events:
        own = max(len(event.evidence), 1)
        if chunk and (len(chunk) == _A_PAGE or sentences + own > _SENTENCES):
            yield chunk
            chunk, sentences = [], 0
        chunk.append(event)
        sentences += own
    if chunk:
        yield chunk


def _by_period(events: Sequence[Event]) -> Mapping[str, list[Event]]:
    found: dict[int, dict[str, list[Event]]] = {YEAR: {}, MONTH: {}, DAY: {}}
    for event in events:
        for size, periods in found.items():
            if length(period_of(event)) >= size:
                periods.setdefault(shortened(event.first, size), []).append(event)
    return {
        name: periods[name]
        for periods in found.values()
        for name in sorted(periods, key=chronological)
    }


def _order(event: Event, page: str) -> tuple[object, ...]:
    """Day by day, what has no more exact date than the page last; the most significant first."""
    own = period_of(event)
    days = chronological(event.first), chronological(event.last)
    significance = -event.pinned, -event.score, -event.sources
    return own == page, chronological(own) if own != page else "", *significance, *days, event.id
