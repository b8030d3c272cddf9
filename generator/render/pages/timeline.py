"""The timeline of what the texts say happened: an overview, and a page a year, month and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Event
from generator.render.address import period_of, timeline_path
from generator.render.dates import long_date
from generator.render.happenings import Happening, event_histogram, happening, key_days
from generator.render.pages import Page, plural
from generator.render.pages.published import Jump
from generator.render.views import Library, Link, SourceLine

_KEY_DATES = 20
_KEY_DATES_OF_PERIOD = 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month or year: its date, its page, and its events."""

    date: str
    title: str
    path: str
    events: tuple[Happening, ...]


def timeline_pages(library: Library, size: int) -> Iterator[Page]:
    """All pages of the timeline. `size`: how many events a year's or month's page lists at most."""
    events = library.reported
    years = _by(events, 4)
    published = _published_on(library)
    yield _overview(library, events, years)
    names = list(years)
    for place, (year, of_year) in enumerate(years.items()):
        yield _period(library, year, of_year, size, _around(names, place))
    months = _by([e for e in events if len(period_of(e)) > 4], 7)
    names = list(months)
    for place, (month, of_month) in enumerate(months.items()):
        yield _period(library, month, of_month, size, _around(names, place))
    days = _by([e for e in events if len(period_of(e)) == 10], 10)
    names = list(days)
    for place, (day, of_day) in enumerate(days.items()):
        yield _day(library, day, of_day, published.get(day, ()), _around(names, place))


def _overview(
    library: Library, events: Sequence[Event], years: Mapping[str, Sequence[Event]]
) -> Page:
    chosen = [happening(library, event) for event in key_days(library, _KEY_DATES)]
    rest = [e for e in events if not e.score and e.pinned is False]
    view = {
        "histogram": event_histogram(events),
        "total": sum(len(e.evidence) or 1 for e in events),
        "happenings": len(events),
        "key": chosen,
        "rest": len(rest),
        "jumps": tuple(Jump(y, len(found), timeline_path(y)) for y, found in years.items()),
        "curated": sum(bool(e.edits) for e in events),
    }
    description = f"{plural(len(events), 'event')} that the sources date, and the key dates."
    return Page(
        "timeline/index.html",
        "timeline.html",
        "Timeline",
        description,
        "timeline",
        view,
        {"@type": "CollectionPage", "name": "Timeline"},
    )


def _period(
    library: Library, period: str, events: Sequence[Event], size: int, around: tuple[Link, ...]
) -> Page:
    """The page of a year or a month. Where it has too many events, their days' pages list them."""
    own = [e for e in events if len(period_of(e)) == len(period)]
    finer = [e for e in events if len(period_of(e)) > len(period)]
    whole = len(finer) <= size
    shown = finer if whole else key_days(library, _KEY_DATES_OF_PERIOD, finer)
    length = 7 if len(period) == 4 else 10
    jumps = tuple(
        Jump(_short(name), len(found), timeline_path(name))
        for name, found in _by(finer, length).items()
        if len(period_of(found[0])) >= 7
    )
    view = {
        "period": long_date(period),
        "histogram": event_histogram(events),
        "own": tuple(happening(library, e) for e in own),
        "days": tuple(_days(library, shown)),
        "whole": whole,
        "total": len(events),
        "jumps": jumps,
        "above": _above(period),
        "around": around,
    }
    title = f"Timeline: {long_date(period)}"
    description = f"{plural(len(events), 'event')} that the sources date to {long_date(period)}."
    return Page(
        timeline_path(period),
        "period.html",
        title,
        description,
        "timeline",
        view,
        {"@type": "CollectionPage", "name": title},
    )


def _day(
    library: Library,
    day: str,
    events: Sequence[Event],
    published: Sequence[SourceLine],
    around: tuple[Link, ...],
) -> Page:
    view = {
        "day": day,
        "day_text": long_date(day),
        "events": tuple(happening(library, event) for event in events),
        "published": published,
        "above": _above(day),
        "around": around,
    }
    description = f"What the sources say happened on {long_date(day)}."
    return Page(
        timeline_path(day),
        "day.html",
        f"Timeline: {long_date(day)}",
        description,
        "timeline",
        view,
        {"@type": "CollectionPage", "name": long_date(day)},
    )


def _days(library: Library, events: Sequence[Event]) -> Iterator[Day]:
    for period, found in _grouped(events):
        path = timeline_path(period)
        shown = tuple(happening(library, event) for event in found)
        yield Day(period, long_date(period), path, shown)


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


def _published_on(library: Library) -> dict[str, list[SourceLine]]:
    found: dict[str, list[SourceLine]] = {}
    for event in library.published:
        line = library.source_line(library.documents[event.documents[0]])
        found.setdefault(event.date, []).append(line)
    return found


def _above(period: str) -> tuple[Link, ...]:
    """The way back: the timeline, the year, the month."""
    links = [Link(timeline_path(), "Timeline")]
    for length in (4, 7):
        if len(period) > length:
            name = period[:length]
            links.append(Link(timeline_path(name), long_date(name)))
    return tuple(links)


def _around(names: Sequence[str], place: int) -> tuple[Link, ...]:
    """Links to the period before and the one after, where there is one."""
    before = [Link(timeline_path(names[place - 1]), f"← {long_date(names[place - 1])}")]
    after = [Link(timeline_path(n), f"{long_date(n)} →") for n in names[place + 1 : place + 2]]
    return (*(before if place else ()), *after)


def _short(period: str) -> str:
    """ "2024-03" as "March", "2024-03-22" as "22"."""
    return long_date(period).split()[0]
