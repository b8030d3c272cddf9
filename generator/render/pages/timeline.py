"""The timeline of what the texts say happened: an overview, and pages of years, months and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Event
from generator.model.dates import DAY, MONTH, YEAR, length, shortened
from generator.render.catalogues import gettext, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date, machine_date, within_period
from generator.render.pages import Page, collection
from generator.render.pagination import page_suffix, pager
from generator.render.urls import period_of, timeline_path
from generator.render.view_types import Jump, Link
from generator.render.views.event_views import (
    FullEventView,
    event_histogram,
    event_view,
    full_event_view,
    key_days,
    told_words,
)
from generator.render.views.period_index import OTHER_YEARS, anchor
from generator.render.words import count, number

_KEY_DATES = 20
_KEY_DATES_OF_PERIOD = 12
_MANY_YEARS = 24  # so many years fit on a phone's screen
_FURTHER = 100  # events of further pages that are listed in words


@dataclass(frozen=True, slots=True)
class Group:
    """The events of a day, a month or a year on the page of a longer period: its anchor, its title.

    exact: whether the title says when all of them were
    """

    id: str
    title: str
    exact: bool
    events: tuple[FullEventView, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """An event that is shown on a further page: its anchor, its address there, its words."""

    id: str
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """A further page: its number, its address, the anchors of its events that are not listed."""

    number: str
    path: str
    events: tuple[str, ...]


def timeline_overview(index: CorpusIndex) -> Iterator[Page]:
    """The timeline's own page."""
    events = index.reported
    years = {year: index.periods.events[year] for year in index.periods.years}
    yield _overview(index, events, years)


def timeline_pages(index: CorpusIndex, periods: Sequence[str]) -> Iterator[Page]:
    """The pages of some years, months and days."""
    for period in periods:
        chunks = index.periods.chunks[period] or [[]]
        paths = [timeline_path(period, n) for n in range(1, len(chunks) + 1)]
        for n, chunk in enumerate(chunks):
            view: dict[str, object] = {
                "above": _above(period),
                "around": _around(index, period),
                "own": tuple(_groups(index, chunk)),
                "pager": pager(paths, n),
                # An event that moved to a further page can still be found by its anchor.
                **_further(index, chunks[1:] if n == 0 else (), paths[1:]),
            }
            make = _day if length(period) == DAY else _period
            make = _other_years if period == OTHER_YEARS else make
            yield make(index, period, paths[n], n, view)


def _further(
    index: CorpusIndex, chunks: Sequence[Sequence[Event]], paths: Sequence[str]
) -> dict[str, object]:
    """The first events of further pages, and these pages themselves for all others."""
    events = [event for chunk in chunks for event in chunk]
    listed = [Further(e.id, index.event_path(e), told_words(index, e)) for e in events[:_FURTHER]]
    known = {event.id for event in listed}
    rest = [tuple(e.id for e in chunk if e.id not in known) for chunk in chunks]
    pages = zip(range(2, len(chunks) + 2), paths, rest, strict=False)
    words = gettext("{number} more on the following pages", number=len(events))
    return {
        "further": tuple(listed),
        "further_pages": tuple(FurtherPage(number(n), path, ids) for n, path, ids in pages if ids),
        "further_words": words,
    }


def _overview(
    index: CorpusIndex, events: Sequence[Event], years: Mapping[str, Sequence[Event]]
) -> Page:
    most = max((len(found) for found in years.values()), default=0)
    few = {year for year, found in years.items() if len(found) < most / 100}
    if len(years) <= _MANY_YEARS:
        few.clear()
    jumps = _years(index)
    sentences = sum(len(e.evidence) or 1 for e in events)
    words = count(len(events), "event", "events")
    return collection(
        timeline_path(),
        "timeline.html",
        gettext("Timeline"),
        gettext("{events} dated by the sources, and the key dates.", events=words),
        "timeline",
        histogram=event_histogram(index, events, ""),
        total=ngettext(
            "{events} extracted from {number} dated sentence.",
            "{events} extracted from {number} dated sentences.",
            sentences,
            events=words,
            number=number(sentences),
        ),
        any=bool(events),
        key=tuple(event_view(index, event) for event in key_days(index, _KEY_DATES)),
        jumps=tuple(jump for year, jump in jumps.items() if year not in few),
        more_jumps=tuple(jump for year, jump in jumps.items() if year in few),
        more_words=ngettext(
            "{number} other year with few sentences",
            "{number} other years with few sentences",
            len(few),
            number=number(len(few)),
        ),
        curated=_curated(sum(bool(e.edits) for e in events)),
    )


def _years(index: CorpusIndex) -> dict[str, Jump]:
    """Links to the events of each year."""
    return {
        year: Jump(
            long_date(year), index.periods.path(year), number(len(index.periods.events[year]))
        )
        for year in index.periods.years
    }


def _curated(events: int) -> str:
    """How many events editors changed, in a sentence; "" for none."""
    words = ngettext(
        "Editors changed {number} of these events; it says what.",
        "Editors changed {number} of these events; each says what.",
        events,
        number=number(events),
    )
    return words if events else ""


def _groups(index: CorpusIndex, events: Iterable[Event]) -> Iterator[Group]:
    """The events on a page by the day, month or year that the sources give."""
    for period, found in groupby(events, key=period_of):
        title = long_date(period)
        if length(period) < DAY:
            title = gettext("{period}, exact day not given", period=title)
        shown = tuple(full_event_view(index, event) for event in found)
        exact = all(event.day_text == title for event in shown)
        yield Group(anchor(period), title, exact, shown)


def _period(index: CorpusIndex, period: str, path: str, n: int, view: Mapping[str, object]) -> Page:
    """A page of a year or a month: key dates of the pages within it, and what stands here."""
    events, elsewhere = index.periods.events[period], index.periods.elsewhere(period)
    key = key_days(index, _KEY_DATES_OF_PERIOD, elsewhere) if elsewhere and n == 0 else ()
    jumps = (
        Jump(within_period(part), index.periods.path(part), number(len(index.periods.events[part])))
        for part in index.periods.parts(period)
    )
    words, found_words = long_date(period), count(len(events), "event", "events")
    return collection(
        path,
        "period.html",
        _title(period, n),
        gettext("{events} dated by the sources to {period}.", events=found_words, period=words),
        "timeline",
        **view,
        period=words,
        histogram=event_histogram(index, events, period),
        key=tuple(event_view(index, event) for event in key),
        own_title=gettext("Other events") if elsewhere else gettext("Day by day"),
        total=gettext("{events} dated by the sources to this period.", events=found_words),
        jumps=tuple(jumps),
        jumps_title=gettext("Months") if length(period) == YEAR else gettext("Days"),
    )


def _other_years(
    index: CorpusIndex, period: str, path: str, n: int, view: Mapping[str, object]
) -> Page:
    """A page of the years with few events. It links to all years, as one of them may have grown."""
    years = [index.periods.events[year] for year in index.periods.few_years()]
    title = gettext("Years with few events")
    total = gettext(
        "{events} in years that have at most {number} each.",
        events=count(sum(map(len, years)), "event", "events"),
        number=number(max(map(len, years))),
    )
    return collection(
        path,
        "period.html",
        gettext("Timeline: {period}", period=title) + page_suffix(n),
        total,
        "timeline",
        **view,
        period=title,
        histogram=None,
        key=(),
        own_title=gettext("Day by day"),
        total=total,
        jumps=tuple(_years(index).values()),
        jumps_title=gettext("Years"),
    )


def _day(index: CorpusIndex, day: str, path: str, n: int, view: Mapping[str, object]) -> Page:
    published = index.published_on.get(day, ()) if n == 0 else ()
    return collection(
        path,
        "day.html",
        _title(day, n),
        gettext("What the sources say happened on {day}.", day=long_date(day)),
        "timeline",
        **view,
        day=machine_date(day),
        day_text=long_date(day),
        published=tuple(index.source_line(document) for document in published),
    )


def _title(period: str, n: int) -> str:
    """The title of a period's page with the number n, counted from 0."""
    return gettext("Timeline: {period}", period=long_date(period)) + page_suffix(n)


def _above(period: str) -> tuple[Link, ...]:
    """The way back: the timeline, the year, the month."""
    links = [Link(timeline_path(), gettext("Timeline"))]
    for size in (YEAR, MONTH):
        if period != OTHER_YEARS and length(period) > size:
            name = shortened(period, size)
            links.append(Link(timeline_path(name), long_date(name)))
    return tuple(links)


def _around(index: CorpusIndex, period: str) -> tuple[Link, ...]:
    """Links to the period before and the one after, where there is one."""
    before, after = index.periods.neighbours(period)
    links = [Link(timeline_path(before), f"← {long_date(before)}")] if before else []
    if after:
        links.append(Link(timeline_path(after), f"{long_date(after)} →"))
    return tuple(links)
