"""When the sources appeared: an overview, and pages by year, month or day when there is much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Event
from generator.model.dates import DAY, MONTH, YEAR, length, shortened
from generator.render.catalogues import gettext, messages
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date
from generator.render.drawings.histogram import histogram
from generator.render.pages import Page, collection
from generator.render.urls import published_path
from generator.render.view_types import Jump, Link, SourceLine, SourceSummary
from generator.render.views.leads import publication
from generator.render.words import count, number

_NOUN = messages("source", "sources")


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month: its words, its anchor, and the sources that appeared in it, in order."""

    date: str
    title: str
    sources: tuple[SourceSummary, ...]
    months: tuple[Period, ...] = ()


def published_pages(index: CorpusIndex, size: int) -> Iterator[Page]:
    """The overview holds all events when they fit on one page; otherwise years, months, days do."""
    events = index.published
    undated = tuple(index.source_line(d) for d in index.corpus.documents if not d.date)
    title = gettext("Sources by date")
    if len(events) <= size:
        jumps = tuple(
            _jump(long_date(year), f"{published_path()}#d{year}", of_year)
            for year, of_year in _by(events, YEAR)
        )
        shown = jumps if len(jumps) > 1 else ()
        yield _page(index, "", title, events, _years(index, events), shown, undated, ())
        return
    jumps = tuple(
        _jump(long_date(y), published_path(y), of_year) for y, of_year in _by(events, YEAR)
    )
    up = (Link(published_path(), title),)
    for year, of_year in _by(events, YEAR):
        yield from _divided(index, year, of_year, size, (MONTH, DAY), up)
    yield _page(index, "", title, events, (), jumps, undated, ())


def _divided(
    index: CorpusIndex,
    period: str,
    events: Sequence[Event],
    size: int,
    parts: tuple[int, ...],
    above: tuple[Link, ...],
) -> Iterator[Page]:
    """The page of a period, and those of its parts where it has too much for one."""
    title = long_date(period)
    if len(events) <= size or not parts:
        yield _page(index, period, title, events, _years(index, events), (), (), above)
        return
    part, *smaller = parts
    rest = tuple(event for event in events if length(event.date) < part)
    divided = list(_by([event for event in events if length(event.date) >= part], part))
    jumps = tuple(_jump(long_date(one), published_path(one), own) for one, own in divided)
    for one, own in divided:
        up = (*above, Link(published_path(period), title))
        yield from _divided(index, one, own, size, tuple(smaller), up)
    yield _page(index, period, title, events, _years(index, rest), jumps, (), above)


def _page(
    index: CorpusIndex,
    period: str,
    title: str,
    events: Sequence[Event],
    periods: tuple[Period, ...],
    jumps: tuple[Jump, ...],
    undated: tuple[SourceLine, ...],
    above: tuple[Link, ...],
) -> Page:
    sources = count(len(events), *_NOUN)
    return collection(
        published_path(period),
        "published.html",
        gettext("Sources by date: {period}", period=title) if period else title,
        gettext("{sources} by date of publication.", sources=sources),
        "timeline",
        histogram=histogram(
            (e.date for e in events), _NOUN, gettext("Sources by date of publication")
        ),
        total=gettext("{sources}, by date of publication.", sources=sources),
        any=bool(events),
        years=periods,
        jumps=jumps,
        parts=gettext("Days") if length(period) == MONTH else gettext("Years and months"),
        undated=undated,
        above=above,
    )


def _jump(label: str, path: str, events: Sequence[Event]) -> Jump:
    return Jump(label, path, number(len(events)))


def _years(index: CorpusIndex, events: Sequence[Event]) -> tuple[Period, ...]:
    """The events by year, and within a year by month."""
    years = []
    for year, of_year in _by(events, YEAR):
        year_only = tuple(publication(index, e) for e in of_year if length(e.date) < MONTH)
        months = tuple(
            Period(month, long_date(month), tuple(publication(index, e) for e in of_month))
            for month, of_month in _by([e for e in of_year if length(e.date) >= MONTH], MONTH)
        )
        years.append(Period(year, long_date(year), year_only, months))
    return tuple(years)


def _by(events: Sequence[Event], size: int) -> Iterator[tuple[str, list[Event]]]:
    """Events grouped by as much of their date; they come in the order of their dates."""
    for key, group in groupby(events, key=lambda event: shortened(event.date, size)):
        yield key, list(group)
