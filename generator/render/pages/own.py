"""Pages that the project's people wrote, with the parts of the archive that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from generator.model import Document, Embed, Entity, Event, Provenance
from generator.model.dates import chronological
from generator.render.catalogues import gettext, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings.maps import Map, locator, maps_of, shown_around
from generator.render.pages import Page
from generator.render.urls import entity_path
from generator.render.view_types import Link, Quote, SourceLine
from generator.render.views.event_views import EventView, event_view, key_days
from generator.render.views.series_views import SeriesView, series_view
from generator.render.words import number

_EVENTS = 12  # of a timeline that does not say how many


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A part of an own page: its text, or something of the archive; all others are empty.

    quote, source: a sentence, and whose it is
    events, words: a timeline, and how many of how many it shows
    map: with its caption, and the page to which that leads, if there is one
    """

    text: Markup | None = None
    series: SeriesView | None = None
    quote: Quote | None = None
    source: SourceLine | None = None
    events: tuple[EventView, ...] = ()
    words: str = ""
    map: Map | None = None
    link: Link | None = None


def own_pages(index: CorpusIndex) -> Iterator[Page]:
    """Each of them."""
    events = {event.id: event for event in index.reported}
    for page in index.corpus.own_pages:
        yield Page(
            page.path,
            "own.html",
            page.title,
            page.description,
            page.path,
            {"parts": tuple(_part(index, events, part) for part in page.parts)},
            {"@type": "Article", "headline": page.title},
            "article",
        )


def _part(index: CorpusIndex, events: dict[str, Event], part: str | Embed) -> OwnPart:
    if isinstance(part, str):
        return OwnPart(text=Markup(part))
    match part.kind:
        case "event":
            return OwnPart(events=(event_view(index, events[part.names[0]]),))
        case "figure":
            series = next(one for one in index.corpus.series if one.id == part.names[0])
            return OwnPart(series=series_view(index, series))
        case "quote":
            return _quote(index, index.documents[part.names[0]], part.names[1])
        case "timeline":
            return _timeline(index, part)
        case "map":
            return _map(index, part)
    assert_never(part.kind)


def _quote(index: CorpusIndex, document: Document, anchor: str) -> OwnPart:
    where = next(
        Provenance(document.id, passage.number, sentence.start, sentence.end, anchor)
        for passage in document.passages
        for sentence in passage.sentences
        if sentence.anchor == anchor
    )
    return OwnPart(quote=index.quote(where), source=index.source_line(document))


def _timeline(index: CorpusIndex, part: Embed) -> OwnPart:
    """The most significant events that are asked for; the first of each day."""
    entity = part.option("entity")
    first, last = part.option("first"), part.option("last")
    wanted = [
        event
        for event in (index.events_of.get(entity, ()) if entity else index.reported)
        if (not first or chronological(event.first) >= chronological(first))
        and (not last or _no_later(event.first, last))
    ]
    most = int(part.option("most") or _EVENTS)
    shown = key_days(index, most, wanted)
    words = (
        ngettext(
            "The most significant of {events} events.",
            "The {shown} most significant of {events} events.",
            len(shown),
            shown=number(len(shown)),
            events=number(len(wanted)),
        )
        if len(shown) < len(wanted)
        else ""
    )
    return OwnPart(events=tuple(event_view(index, event) for event in shown), words=words)


def _no_later(day: str, last: str) -> bool:
    """Whether a day is within, or before, the day, month or year that ends a timeline."""
    return day.startswith(last) or chronological(day) <= chronological(last)


def _map(index: CorpusIndex, part: Embed) -> OwnPart:
    """A place and what is around it, or the places that are mentioned with somebody, or all."""
    name = part.option("entity")
    if not name:
        return _places(index.places, gettext("Places that the sources mention"), None)
    entity = index.entities[name]
    link = Link(entity_path(entity), entity.name)
    if entity.place:
        found = locator(entity, shown_around(entity, index.places))
        return OwnPart(map=found, link=link) if found else OwnPart()
    together = index.shared.get(name, {})
    places = [place for place in index.places if place.id in together]
    return _places(places, gettext("Places mentioned in the same sentences as "), link)


def _places(places: Sequence[Entity], words: str, link: Link | None) -> OwnPart:
    maps = maps_of(places)
    if maps is None:
        return OwnPart()
    return OwnPart(map=maps.closer or maps.world, words=words, link=link)
