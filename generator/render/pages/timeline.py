"""The timeline of what the texts say happened: an overview, and a page a year, month and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.model import Event
from generator.render.corpus_index import Library, Link
from generator.render.dates import long_date
from generator.render.keys import Keys
from generator.render.pages import Draft, Page, plural
from generator.render.pages.published import Jump
from generator.render.pagination import pager
from generator.render.urls import period_of, timeline_path
from generator.render.views.event_views import (
    Happening,
    event_histogram,
    happening,
    key_days,
    whole_happening,
)

_KEY_DATES = 20
_KEY_DATES_OF_PERIOD = 12
_MOST_LISTED = 60  # events that a year's or month's page lists day by day
_YEAR, _DAY = 4, 10  # characters of a period's date
_MANY_YEARS = 24  # so many years fit on a phone's screen


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month or year: its page, and its events."""

    title: str
    path: str
    events: tuple[Happening, ...]


def timeline_overview(library: Library) -> Iterator[Page]:
    """The timeline's own page."""
    events = library.reported
    years = {period: found for period, found in library.by_period.items() if len(period) == _YEAR}
    yield _overview(library, events, years)


def timeline_pages(library: Library, keys: Keys, periods: Sequence[str]) -> Iterator[Draft]:
    """The pages of some years, months and days."""
    for period in periods:
        for number in range(1, len(library.chunks.get(period, [[]])) + 1):
            key = keys.period(period, number)
            make = partial(_timeline_page, library, period, number - 1)
            yield Draft(timeline_path(period, number), key, make)


def _timeline_page(library: Library, period: str, number: int) -> Page:
    """A page of a period; the first has the number 0."""
    chunks = library.chunks.get(period, [[]])
    paths = [timeline_path(period, n) for n in range(1, len(chunks) + 1)]
    view: dict[str, object] = {
        "above": _above(period),
        "around": _around(library, period),
        "own": tuple(whole_happening(library, event) for event in chunks[number]),
        "pager": pager(paths, number),
        # An event that moved to a further page can still be found by its anchor.
        "further": _further(library, chunks[1:]) if number == 0 else (),
    }
    if len(period) == _DAY:
        published = library.published_on.get(period, ()) if number == 0 else ()
        view |= {"published": tuple(library.source_line(d) for d in published)}
        return _day(period, paths[number], number, view)
    return _period(library, period, library.by_period[period], paths[number], number, view)


def _further(library: Library, chunks: Sequence[Sequence[Event]]) -> tuple[Happening, ...]:
    return tuple(happening(library, event) for chunk in chunks for event in chunk)


def _overview(
    library: Library, events: Sequence[Event], years: Mapping[str, Sequence[Event]]
) -> Page:
    most = max((len(found) for found in years.values()), default=0)
    jumps = [Jump(year, len(found), timeline_path(year)) for year, found in years.items()]
    many = len(jumps) > _MANY_YEARS
    view = {
        "histogram": event_histogram(events),
        "total": sum(len(e.evidence) or 1 for e in events),
        "happenings": len(events),
        "key": [happening(library, event) for event in key_days(library, _KEY_DATES)],
        "jumps": [jump for jump in jumps if not many or jump.count >= most / 100],
        "more_jumps": [jump for jump in jumps if many and jump.count < most / 100],
        "curated": sum(bool(e.edits) for e in events),
    }
    description = f"{plural(len(events), 'event')} that the sources date, and the key dates."
    json_ld = {"@type": "CollectionPage", "name": "Timeline"}
    path = timeline_path()
    return Page(path, "timeline.html", "Timeline", description, "timeline", view, json_ld)


def _period(
    library: Library,
    period: str,
    events: Sequence[Event],
    path: str,
    number: int,
    view: dict[str, object],
) -> Page:
    """A page of a year or a month: its days, and on further pages what has no nearer date."""
    finer = [e for e in events if len(period_of(e)) > len(period)]
    whole = len(finer) <= _MOST_LISTED
    shown = finer if whole else key_days(library, _KEY_DATES_OF_PERIOD, finer)
    jumps = tuple(
        Jump(_short(name), len(found), timeline_path(name))
        for name, found in _by(finer, 7 if len(period) == 4 else 10).items()
    )
    view |= {
        "period": long_date(period),
        "histogram": event_histogram(events),
        "days": tuple(_days(library, shown)) if number == 0 else (),
        "whole": whole,
        "total": len(events),
        "jumps": jumps,
    }
    title = f"Timeline: {long_date(period)}{f', page {number + 1}' if number else ''}"
    description = f"{plural(len(events), 'event')} that the sources date to {long_date(period)}."
    json_ld = {"@type": "CollectionPage", "name": title}
    return Page(path, "period.html", title, description, "timeline", view, json_ld)


def _day(day: str, path: str, number: int, view: dict[str, object]) -> Page:
    title = f"Timeline: {long_date(day)}{f', page {number + 1}' if number else ''}"
    view |= {"day": day, "day_text": long_date(day)}
    description = f"What the sources tell of {long_date(day)}."
    json_ld = {"@type": "CollectionPage", "name": title}
    return Page(path, "day.html", title, description, "timeline", view, json_ld)


def _days(library: Library, events: Sequence[Event]) -> Iterator[Day]:
    for period, found in _grouped(events):
        path = timeline_path(period)
        shown = tuple(happening(library, event) for event in found)
        yield Day(long_date(period), path, shown)


def _grouped(events: Sequence[Event]) -> Iterator[tuple[str, list[Event]]]:
    """Events by the page that holds them, in the order of those pages."""
    ordered = sorted(events, key=lambda e: (period_of(e), e.first, -e.score, -e.sources, e.id))
    for period, group in groupby(ordered, key=period_of):
        yield period, list(group)


def _by(events: Sequence[Event], length: int) -> dict[str, list[Event]]:
    """Events by as much of their first day."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.first[:length], []).append(event)
    return dict(sorted(found.items()))


def _above(period: str) -> tuple[Link, ...]:
    """The way back: the timeline, the year, the month."""
    links = [Link(timeline_path(), "Timeline")]
    for length in (4, 7):
        if len(period) > length:
            name = period[:length]
            links.append(Link(timeline_path(name), long_date(name)))
    return tuple(links)


def _around(library: Library, period: str) -> tuple[Link, ...]:
    """Links to the period before and the one after, where there is one."""
    before, after = library.neighbours(period)
    links = [Link(timeline_path(before), f"← {long_date(before)}")] if before else []
    if after:
        links.append(Link(timeline_path(after), f"{long_date(after)} →"))
    return tuple(links)


def _short(period: str) -> str:
    """ "2024-03" as "March", "2024-03-22" as "22"."""
    return long_date(period).split()[0]
