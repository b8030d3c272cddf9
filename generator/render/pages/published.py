"""When the sources appeared: an overview, and pages by year or by month when there is much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Event
from generator.render.corpus_index import EventLine, Library, Link, SourceLine
from generator.render.dates import long_date
from generator.render.drawings.histogram import histogram
from generator.render.pages import Page, plural
from generator.render.urls import published_path

_NOUN = ("source", "sources")


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month of the timeline: its words, its anchor, its events in order."""

    date: str
    title: str
    events: tuple[EventLine, ...]
    months: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Jump:
    """A way to a year or month: its words, how many events it has, its address."""

    label: str
    count: int
    path: str


def published_pages(library: Library, size: int) -> Iterator[Page]:
    """The overview holds all events when they fit on one page; otherwise years or months do."""
    events = library.published
    undated = tuple(library.source_line(d) for d in library.corpus.documents if not d.date)
    whole = len(events) <= size
    jumps = []
    for year, of_year in _by(events, 4):
        if whole:
            jumps.append(Jump(year, len(of_year), f"{published_path()}#d{year}"))
            continue
        jumps.append(Jump(year, len(of_year), published_path(year)))
        yield from _year_pages(library, year, of_year, size)
    periods = _years(library, events) if whole else ()
    yield _page(library, "", "Sources by date", events, periods, tuple(jumps), undated, ())


def _year_pages(library: Library, year: str, events: Sequence[Event], size: int) -> Iterator[Page]:
    up = (Link(published_path(), "Sources by date"),)
    if len(events) <= size:
        yield _page(library, year, year, events, _years(library, events), (), (), up)
        return
    jumps = []
    rest = tuple(event for event in events if len(event.date) < 7)
    for month, of_month in _by([e for e in events if len(e.date) >= 7], 7):
        jumps.append(Jump(long_date(month), len(of_month), published_path(month)))
        above = (*up, Link(published_path(year), year))
        periods = _years(library, of_month)
        yield _page(library, month, long_date(month), of_month, periods, (), (), above)
    yield _page(library, year, year, events, _years(library, rest), tuple(jumps), (), up)


def _page(
    library: Library,
    period: str,
    title: str,
    events: Sequence[Event],
    periods: tuple[Period, ...],
    jumps: tuple[Jump, ...],
    undated: tuple[SourceLine, ...],
    above: tuple[Link, ...],
) -> Page:
    view = {
        "histogram": histogram((e.date for e in events), _NOUN),
        "total": len(events),
        "years": periods,
        "jumps": jumps,
        "undated": undated,
        "above": above,
    }
    name = f"Sources by date: {title}" if period else title
    description = f"{plural(len(events), 'source')} by the date on which they appeared."
    json_ld = {"@type": "CollectionPage", "name": name}
    return Page(
        published_path(period), "published.html", name, description, "timeline", view, json_ld
    )


def _years(library: Library, events: Sequence[Event]) -> tuple[Period, ...]:
    """The events by year, and within a year by month."""
    years = []
    for year, of_year in _by(events, 4):
        bare = tuple(library.event_line(e) for e in of_year if len(e.date) < 7)
        months = tuple(
            Period(month, long_date(month), tuple(library.event_line(e) for e in of_month))
            for month, of_month in _by([e for e in of_year if len(e.date) >= 7], 7)
        )
        years.append(Period(year, year, bare, months))
    return tuple(years)


def _by(events: Sequence[Event], length: int) -> Iterator[tuple[str, list[Event]]]:
    """Events grouped by as much of their date; they come in the order of their dates."""
    for key, group in groupby(events, key=lambda event: event.date[:length]):
        yield key, list(group)
