"""What changed, record by record: what came, what is new on the timeline, which figures moved.

All words are those of the archive as it is now; what is gone is only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Change, NameStep, Series, SeriesStep
from generator.render.catalogues import gettext, messages, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date
from generator.render.pages import Page, collection
from generator.render.pagination import pager, split
from generator.render.urls import CHANGES_FEED, changes_path, entity_path, sentence_path
from generator.render.view_types import Link, SourceLine
from generator.render.views.event_views import EventView, event_view
from generator.render.views.series_views import figure_words, series_title
from generator.render.words import count, number

_NEW = messages("{count} new source", "{count} new sources")
_CHANGED = messages("{count} changed source", "{count} changed sources")
_WITHDRAWN = messages("{count} withdrawn source", "{count} withdrawn sources")
_HAPPENED = messages("{count} new event on the timeline", "{count} new events on the timeline")
_MOVED = messages("{count} figure that moved", "{count} figures that moved")
_MERGED = messages("{count} merged name", "{count} merged names")
_SEPARATED = messages("{count} separated name", "{count} separated names")
_A_PAGE = 20  # records
_SOURCES, _EVENTS = 50, 10  # of a record that are shown


@dataclass(frozen=True, slots=True)
class FigureStep:
    """A series whose newest figure is another. `before`: None if there was none, or it is gone."""

    series: Link
    before: Link | None
    after: Link


@dataclass(frozen=True, slots=True)
class NameView:
    """A name that is now on an entity's page, and the one that it was with, if it was split."""

    name: str
    entity: Link
    other: Link | None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A record.

    id: its anchor
    heading: its day in words
    begins: how much there was when records began, in words, or ""
    new, changed, events: as many as are shown; the words say how many there were, "" for none
    withdrawn: how many, in words, or ""
    summary: all of it in a line
    """

    id: str
    day: str
    heading: str
    note: str
    begins: str
    new: tuple[SourceLine, ...]
    new_words: str
    changed: tuple[SourceLine, ...]
    changed_words: str
    events: tuple[EventView, ...]
    events_words: str
    figures: tuple[FigureStep, ...]
    merged: tuple[NameView, ...]
    split: tuple[NameView, ...]
    withdrawn: str
    named: tuple[str, ...]
    summary: str


def change_pages(index: CorpusIndex) -> Iterator[Page]:
    """The records, the newest first, on as many pages as they need."""
    views = change_views(index)
    chunks = split(views, _A_PAGE)
    paths = [changes_path(n) for n in range(1, len(chunks) + 1)]
    for at, chunk in enumerate(chunks):
        title = gettext("What changed, page {number}", number=at + 1)
        page = collection(
            paths[at],
            "changes.html",
            title if at else gettext("What changed"),
            gettext("What came to this archive when, and what was corrected or withdrawn."),
            "changes",
            changes=tuple(chunk),
            pager=pager(paths, at),
        )
        yield replace(page, feed=CHANGES_FEED)


def change_views(index: CorpusIndex) -> Sequence[ChangeView]:
    """All records, the newest first."""
    seen = Counter[str]()
    views = []
    for change in index.corpus.changes:
        seen[change.day] += 1
        suffix = f"-{seen[change.day]}" if seen[change.day] > 1 else ""
        views.append(_view(index, change, f"d{change.day}{suffix}"))
    return views[::-1]


def _view(index: CorpusIndex, change: Change, anchor: str) -> ChangeView:
    events = {event.id: event for event in index.reported}
    shown = [events[name] for name in change.events[:_EVENTS]]
    new, changed = change.new[:_SOURCES], change.changed[:_SOURCES]
    return ChangeView(
        id=anchor,
        day=change.day,
        heading=long_date(change.day),
        note=change.note,
        begins=_begins(change),
        new=tuple(map(index.source_line, new)),
        new_words=_some(len(new), change.came, _count(change.came, _NEW)),
        changed=tuple(map(index.source_line, changed)),
        changed_words=_some(
            len(changed), len(change.changed), _count(len(change.changed), _CHANGED)
        ),
        events=tuple(event_view(index, event) for event in shown),
        events_words=_some(len(shown), change.happened, _count(change.happened, _HAPPENED)),
        figures=tuple(_figures(index, change.figures)),
        merged=tuple(_name(index, step) for step in change.merged),
        split=tuple(_name(index, step) for step in change.split),
        withdrawn=_count(change.withdrawn, _WITHDRAWN),
        named=change.named,
        summary=", ".join(filter(None, _all_words(change))),
    )


def _all_words(change: Change) -> Iterator[str]:
    """Everything in a record, in a few words each."""
    yield _begins(change)
    yield _count(change.came, _NEW)
    yield _count(len(change.changed), _CHANGED)
    yield _count(change.withdrawn, _WITHDRAWN)
    yield _count(change.happened, _HAPPENED)
    yield _count(len(change.figures), _MOVED)
    yield _count(len(change.merged), _MERGED)
    yield _count(len(change.split), _SEPARATED)


def _some(shown: int, total: int, words: str) -> str:
    """The words, and how many are shown if not all."""
    if shown >= total:
        return words
    return gettext("{words}, {shown} of them shown here", words=words, shown=number(shown))


def _begins(change: Change) -> str:
    if change.begins is None:
        return ""
    sources, events = change.begins
    return gettext(
        "Records begin, with {sources} and {events}.",
        sources=count(sources, "source"),
        events=count(events, "event"),
    )


def _count(value: int, words: tuple[str, str]) -> str:
    """So many of something, "" for none."""
    return ngettext(*words, value, count=number(value)) if value else ""


def _figures(index: CorpusIndex, steps: Sequence[SeriesStep]) -> Iterator[FigureStep]:
    series = {one.id: one for one in index.corpus.series}
    for step in steps:
        one = series[step.series]
        after = _figure(index, one, step.after)
        if after:
            title = Link(index.series.path(one), series_title(index, one))
            yield FigureStep(title, _figure(index, one, step.before), after)


def _figure(index: CorpusIndex, series: Series, place: tuple[str, str]) -> Link | None:
    """The last figure of a series in a sentence."""
    for point in reversed(series.figures):
        if (point.where.document, point.where.anchor) == place:
            words = figure_words(index, point.figure, point.where)
            return Link(sentence_path(point.where), words)
    return None


def _name(index: CorpusIndex, step: NameStep) -> NameView:
    return NameView(
        step.name,
        _entity(index, step.entity),
        _entity(index, step.other) if step.other else None,
    )


def _entity(index: CorpusIndex, name: str) -> Link:
    entity = index.entities[name]
    return Link(entity_path(entity), entity.name)
