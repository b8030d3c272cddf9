"""Lists of people, organisations and places, and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.directions import isolated
from generator.model import FOLDERS, Entity, EntityType, Mention, Relation
from generator.model.dates import chronological
from generator.render.alphabet import alphabetical
from generator.render.catalogues import gettext, message, messages, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import span
from generator.render.drawings.histogram import Histogram, histogram
from generator.render.drawings.maps import locator, maps_of, shown_around
from generator.render.pages import Page, collection
from generator.render.pagination import Order, list_pages, page_suffix, pager, split
from generator.render.reasons import alias_words
from generator.render.reasons import words as in_words
from generator.render.urls import entity_path, sentence_path
from generator.render.view_types import Link
from generator.render.views.claim_views import all_held, held_by, said_of
from generator.render.views.cooccurrence import cooccurrences
from generator.render.views.entity_preview import kind_words, kinds_words
from generator.render.views.event_views import event_view, key_days
from generator.render.views.feed_paths import entity_feed
from generator.render.views.roles import roles_of
from generator.render.views.sayings import (
    SOURCES_A_PAGE,
    Item,
    Period,
    Sentences,
    items_of,
    jumps,
    paths_by_source,
    periods,
    places_of,
    quoted,
    sayings,
    sentences,
    telling,
)
from generator.render.views.series_views import series_title
from generator.render.words import count, listed, number, some_of

_SCHEMA: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
}
_FEWEST_DRAWN = 3  # dated sources of an entity that are worth a histogram
_KEY_DATES = 12
# What the further pages of a long one leave out.
_LATER = dict.fromkeys(
    (
        "key",
        "held",
        "all_held",
        "said_of",
        "roles",
        "map",
        "closest",
        "together",
        "related",
        "maybe",
        "one_word",
        "doubt",
        "series",
    ),
    (),
)
_ROLES = 12
_OUTLETS = 3
_SERIES = 8


@dataclass(frozen=True, slots=True)
class EntityHeader:
    """An entity as all of its pages show it.

    facts: its type, how often it is mentioned, and when
    wikidata: its id there, or ""
    """

    name: str
    list_path: str
    list_word: str
    facts: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a place is, in words. `geonames`: its id there, or ""."""

    words: str
    geonames: str


@dataclass(frozen=True, slots=True)
class Role:
    """What sources call a person, how often and which; `path` leads to the first sentence."""

    words: str
    sources: str
    path: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entity that is linked from a page, and why."""

    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of an entity: how often it is used, and why it is taken for the entity's."""

    name: str
    mentions: str
    reason: str


@dataclass(frozen=True, slots=True)
class Adjective:
    """A word that leads to a country: how often, and the first sentence with it."""

    word: str
    count: str
    path: str


_LISTED = {
    "person": message("People mentioned in the sources: {number}."),
    "organisation": message("Organisations mentioned in the sources: {number}."),
    "place": message("Places mentioned in the sources: {number}."),
}


def entity_list(index: CorpusIndex, kind: EntityType, size: int) -> Iterator[Page]:
    """The list of one type, in four orders; that of places has a map on its first page."""
    folder, word = FOLDERS[kind], kinds_words(kind)
    entities = [e for e in index.with_page if e.type == kind]
    most = max((len(e.mentions) for e in entities), default=0)
    lines = {e.id: index.entity_line(e, most) for e in entities}
    first = {e.id: index.first_date(e) for e in entities}
    names = {e.id: alphabetical(e.name) for e in entities}
    orders: Sequence[Order[Entity]] = (
        Order(
            "mentions",
            message("Mentions"),
            lambda e: (-len(e.mentions), names[e.id], e.id),
        ),
        Order("name", message("Name"), lambda e: (names[e.id], e.id), lambda e: e.name),
        Order("sources", message("Sources"), lambda e: (-len(e.documents), names[e.id], e.id)),
        Order(
            "first-seen",
            message("First mention"),
            lambda e: (not first[e.id], chronological(first[e.id]), names[e.id]),
        ),
    )
    for found in list_pages(folder, entities, orders, size):
        opening = kind == "place" and found.path == f"{folder}/index.html"
        yield collection(
            found.path,
            "entities.html",
            f"{word}{found.title_suffix}",
            gettext(_LISTED[kind], number=number(found.total)),
            folder,
            list=found.showing(lambda entity: lines[entity.id]),
            total=gettext("{number} mentioned in the sources.", number=number(found.total)),
            several=found.total > 1,
            word=word,
            maps=maps_of(entities) if opening else None,
        )


def entity_pages(index: CorpusIndex, entities: Sequence[Entity]) -> Iterator[Page]:
    """A page for each of these entities; further pages where much is said of it."""
    for entity in entities:
        found = sentences(entity)
        by_year = periods(index, entity, found)
        yield from (
            _pages_by_year(index, entity, found, by_year)
            if by_year
            else _pages_by_source(index, entity, found)
        )


def _pages_by_source(index: CorpusIndex, entity: Entity, found: Sentences) -> Iterator[Page]:
    paths = paths_by_source(entity)
    shown = quoted(index, found)
    chunks = split(entity.documents, SOURCES_A_PAGE)
    shared = {**_shared(index, entity), "years": (), "telling": False, "above": ()}
    for n, chunk in enumerate(chunks):
        view = {
            **shared,
            "title": entity.name,
            "sayings": sayings(index, items_of(shown, chunk), found),
            "pager": pager(paths, n),
            **(_first_page(index, entity, items_of(shown, chunk)) if n == 0 else _LATER),
            "first": n == 0,
        }
        title = isolated(entity.name) + page_suffix(n) if n else entity.name
        yield _page(entity, paths[n], title, view)


def _pages_by_year(
    index: CorpusIndex, entity: Entity, found: Sentences, by_year: Sequence[Period]
) -> Iterator[Page]:
    """An overview, and the pages of the years."""
    path = entity_path(entity)
    shared = _shared(index, entity)
    told = telling(index, found)
    overview = {
        **shared,
        "title": entity.name,
        "sayings": sayings(index, told, found),
        "pager": pager([path], 0),
        "years": jumps(by_year),
        "telling": True,
        "above": (),
        **_first_page(index, entity, told),
        "first": True,
    }
    yield _page(entity, path, entity.name, overview)
    kind = Link(f"{FOLDERS[entity.type]}/index.html", kinds_words(entity.type))
    for period in by_year:
        title = f"{isolated(entity.name)}, {period.title}"
        later = {
            **shared,
            **_LATER,
            "title": title,
            "years": jumps(by_year, period),
            "telling": False,
            "above": (kind, Link(path, entity.name)),
            "first": False,
        }
        for n, items in enumerate(period.pages):
            own = {"sayings": sayings(index, items, found), "pager": pager(period.paths, n)}
            yield _page(entity, period.paths[n], title + page_suffix(n), {**later, **own})


def _shared(index: CorpusIndex, entity: Entity) -> dict[str, object]:
    """What all pages of an entity show."""
    return {"entity": _header(index, entity), "histogram": _histogram(index, entity)}


def _header(index: CorpusIndex, entity: Entity) -> EntityHeader:
    dates = _dates(index, entity)
    sources = count(len(entity.documents), "source", "sources")
    mentions = count(len(entity.mentions), "mention", "mentions")
    facts = [
        kind_words(entity.type),
        gettext("{mentions} in {sources}", mentions=mentions, sources=sources)
        if entity.mentions
        else gettext("listed in {sources}, no mentions", sources=sources),
        span(dates[0], dates[-1]) if dates else "",
    ]
    return EntityHeader(
        name=entity.name,
        list_path=f"{FOLDERS[entity.type]}/index.html",
        list_word=kinds_words(entity.type),
        facts=" · ".join(filter(None, facts)),
        wikidata=entity.wikidata,
    )


def _dates(index: CorpusIndex, entity: Entity) -> list[str]:
    """The dates of the sources that mention it."""
    return [d for d in (index.documents[n].date for n in entity.documents) if d]


def _histogram(index: CorpusIndex, entity: Entity) -> Histogram | None:
    dates = _dates(index, entity)
    if len(dates) < _FEWEST_DRAWN:
        return None
    title = gettext("Sources that mention {name}", name=isolated(entity.name))
    return histogram(dates, messages("source", "sources"), title)


def _first_page(index: CorpusIndex, entity: Entity, items: Sequence[Item]) -> dict[str, object]:
    """What only the first page of an entity shows. `items`: the sentences that it quotes."""
    events = index.events_of.get(entity.id, [])
    sentences = frozenset((m.provenance.document, m.provenance.anchor) for m in entity.mentions)
    key = key_days(index, _KEY_DATES, events)
    together, closest = cooccurrences(index, entity, places_of(items))
    return {
        "key": tuple(event_view(index, event, sentences) for event in key),
        "key_words": _key_words(len(key), len(events)),
        "series": _series(index, entity),
        "held": held_by(index, entity),
        "all_held": all_held(index, entity),
        "said_of": said_of(index, entity),
        "roles": _roles(index, entity),
        "map": locator(entity, shown_around(entity, index.places)),
        "place": _place(entity),
        "closest": closest,
        "together": together,
        "related": _neighbours(index, entity.related),
        "maybe": _neighbours(index, entity.maybe),
        "spellings": tuple(
            Spelling(a.name, count(a.count, "mention", "mentions"), alias_words(a))
            for a in entity.aliases
        ),
        "adjectives": _adjectives(entity),
        "edits": "; ".join(map(in_words, entity.edits)),
        # One word for a person may mean somebody else in each source.
        "one_word": entity.type == "person" and all(" " not in a.name for a in entity.aliases),
        "doubt": in_words(entity.doubt) if entity.doubt else "",
        "in_table": _in_table(entity),
    }


def _key_words(shown: int, events: int) -> str:
    """How many of the events are shown; "" where all are."""
    if events <= shown:
        return ""
    return ngettext(
        "The most significant of {events} events.",
        "The {shown} most significant of {events} events.",
        shown,
        shown=shown,
        events=number(events),
    )


def _place(entity: Entity) -> PlaceView | None:
    place = entity.place
    if place is None:
        return None
    where = listed(dict.fromkeys(filter(None, (place.name, place.country))))
    at = f"{place.latitude}°, {place.longitude}°"
    return PlaceView(f"{where}: {at}, {in_words(place.reason)}.", place.geonames)


def _in_table(entity: Entity) -> str:
    """What of an entity is in the table of mentions; "" for one without any."""
    mentions = len(entity.mentions)
    words = ngettext(
        "The {number} mention with its sentence is in",
        "The {number} mentions with their sentences are in",
        mentions,
        number=number(mentions),
    )
    return words if mentions else ""


def _roles(index: CorpusIndex, entity: Entity) -> tuple[Role, ...]:
    return tuple(
        Role(role, _where(index, mentions), sentence_path(mentions[0].provenance))
        for role, mentions in roles_of(entity)[:_ROLES]
    )


def _series(index: CorpusIndex, entity: Entity) -> tuple[Link, ...]:
    """The figures over time of the events that name an entity."""
    series = index.series.of_entity.get(entity.id, ())[:_SERIES]
    return tuple(Link(index.series.path(one), series_title(index, one)) for one in series)


def _where(index: CorpusIndex, mentions: Sequence[Mention]) -> str:
    """How often, where more than once, and the first few outlets or the number of sources."""
    documents = dict.fromkeys(m.provenance.document for m in mentions)
    outlets = dict.fromkeys(filter(None, (index.source_line(name).outlet for name in documents)))
    where = some_of(outlets, _OUTLETS) if outlets else count(len(documents), "source", "sources")
    return f"{number(len(mentions))} × · {where}" if len(mentions) > 1 else where


def _neighbours(index: CorpusIndex, relations: Sequence[Relation]) -> tuple[Neighbour, ...]:
    return tuple(
        Neighbour(index.entities[r.id].name, entity_path(index.entities[r.id]), in_words(r.reason))
        for r in relations
    )


def _adjectives(entity: Entity) -> tuple[Adjective, ...]:
    found: dict[str, list[Mention]] = {}
    for word in entity.adjectives:
        found.setdefault(word.text, []).append(word)
    return tuple(
        Adjective(text, number(len(words)), sentence_path(words[0].provenance))
        for text, words in sorted(found.items())
    )


def _page(entity: Entity, path: str, title: str, view: dict[str, object]) -> Page:
    sources = len(entity.documents)
    description = ngettext(
        "What {number} source in this archive says about {name}.",
        "What {number} sources in this archive say about {name}.",
        sources,
        number=number(sources),
        name=isolated(entity.name),
    )
    json_ld: dict[str, object] = {"@type": _SCHEMA[entity.type], "name": entity.name}
    others = [alias.name for alias in entity.aliases if alias.name != entity.name]
    if others:
        json_ld["alternateName"] = others
    if entity.place:
        json_ld["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": entity.place.latitude,
            "longitude": entity.place.longitude,
        }
    if entity.wikidata:
        json_ld["sameAs"] = f"https://www.wikidata.org/entity/{entity.wikidata}"
    section = FOLDERS[entity.type]
    feed = entity_feed(entity)
    return Page(
        path, "entity.html", title, description, section, view, json_ld, "profile", feed=feed
    )
