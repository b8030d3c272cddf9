"""Lists of people, organisations and places, and a page for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import FOLDERS, Entity, EntityType, Mention, Relation
from generator.render.corpus_index import EntityLine, Library, Quote, SourceLine
from generator.render.dates import span
from generator.render.drawings.coastlines import Outlines
from generator.render.drawings.histogram import histogram
from generator.render.drawings.maps import locator, maps_of, shown_around
from generator.render.keys import Keys
from generator.render.pages import Draft, Page, plural
from generator.render.pages.home import TYPE_WORDS
from generator.render.pagination import Order, list_pages, pager, split
from generator.render.urls import entity_path, mentions_path, sentence_path
from generator.render.views.cooccurrence import closest, companions, listed
from generator.render.views.event_views import happening, key_days

_SCHEMA: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
}
_SOURCES_A_PAGE = 50
_KEY_DATES = 12
# What the further pages of a long one leave out.
_LATER = dict.fromkeys(
    ("key", "roles", "closest", "beside", "related", "maybe", "adjectives", "one_word"), ()
)
_ROLES = 12
_OUTLETS = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says of an entity: its sentences, each once."""

    source: SourceLine
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What sources call a person, how often and which; `path` leads to the first sentence."""

    words: str
    count: int
    outlets: str
    path: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entity that is linked from a page, and why."""

    name: str
    path: str
    reason: str


def entity_list(
    library: Library, outlines: Outlines, kind: EntityType, size: int
) -> Iterator[Page]:
    """The list of one type, in four orders; that of places has a map on its first page."""
    orders: Sequence[Order[EntityLine]] = (
        Order("mentions", "Mentions", lambda e: (-e.mentions, e.name.casefold(), e.path)),
        Order("name", "Name", lambda e: (e.name.casefold(), e.path)),
        Order("sources", "Sources", lambda e: (-e.sources, e.name.casefold(), e.path)),
        Order("first-seen", "First seen", lambda e: (not e.first, e.first, e.name.casefold())),
    )
    folder = FOLDERS[kind]
    entities = [e for e in library.corpus.entities if e.type == kind]
    most = max((len(e.mentions) for e in entities), default=0)
    lines = [library.entity_line(e, most) for e in entities]
    word = TYPE_WORDS[kind][1]
    for found in list_pages(folder, lines, orders, size):
        title = f"{word}{found.title_suffix}"
        description = f"{word} named in the sources: {found.total}."
        json_ld = {"@type": "CollectionPage", "name": title}
        first = kind == "place" and found.path == f"{folder}/index.html"
        maps = maps_of(entities, outlines) if first else None
        view = {"list": found, "kind": kind, "word": word, "maps": maps}
        yield Page(found.path, "entities.html", title, description, folder, view, json_ld)


def entity_pages(
    library: Library, keys: Keys, outlines: Outlines, entities: Sequence[Entity]
) -> Iterator[Draft]:
    """A page for each of these entities; further pages where many sources mention it."""
    for entity in entities:
        around = shown_around(entity, library.places)
        for number, chunk in enumerate(split(entity.documents, _SOURCES_A_PAGE), 1):
            first = number == 1
            key = keys.entity(entity, around) if first else keys.further(entity, number, chunk)
            make = partial(_entity_page, library, outlines, entity, number, around)
            yield Draft(entity_path(entity, number), key, make)


def _entity_page(
    library: Library, outlines: Outlines, entity: Entity, number: int, around: Sequence[Entity]
) -> Page:
    chunks = split(entity.documents, _SOURCES_A_PAGE)
    paths = [entity_path(entity, n) for n in range(1, len(chunks) + 1)]
    chunk = chunks[number - 1]
    first = number == 1
    view = {
        "entity": entity,
        "type_word": TYPE_WORDS[entity.type][0],
        "list_path": f"{FOLDERS[entity.type]}/index.html",
        "list_word": TYPE_WORDS[entity.type][1],
        "sayings": _sayings(library, entity, chunk),
        "pager": pager(paths, number - 1),
        "first": first,
        **_dates(library, entity),
        **(_about(library, entity, chunk) if first else _LATER),
        "map": locator(entity, around, outlines) if first else None,
    }
    return _page(entity, paths[number - 1], number - 1, view)


def _dates(library: Library, entity: Entity) -> dict[str, object]:
    dates = [d for d in (library.documents[n].date for n in entity.documents) if d]
    return {
        "histogram": histogram(dates, ("source", "sources")) if len(dates) > 2 else None,
        "span": span(dates[0], dates[-1]) if dates else "",
    }


def _about(library: Library, entity: Entity, quoted: Sequence[str]) -> dict[str, object]:
    """What only the first page of an entity shows. `quoted`: the documents that it quotes."""
    events = library.events_of.get(entity.id, [])
    sentences = frozenset((m.provenance.document, m.provenance.anchor) for m in entity.mentions)
    key = key_days(library, _KEY_DATES, events)
    beside = companions(library, entity, frozenset(quoted))
    return {
        "key": tuple(happening(library, event, sentences) for event in key),
        "events": len(events),
        "roles": _roles(library, entity),
        "closest": closest(entity, beside),
        "beside": listed(beside),
        "related": _neighbours(library, entity.related),
        "maybe": _neighbours(library, entity.maybe),
        "adjectives": _adjectives(library, entity),
        # One word for a person may mean somebody else in each source.
        "one_word": entity.type == "person" and all(" " not in a.name for a in entity.aliases),
        "table": mentions_path(entity),
    }


def _roles(library: Library, entity: Entity) -> tuple[Role, ...]:
    found: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        if mention.role:
            found.setdefault(mention.role.casefold().replace(".", ""), []).append(mention)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:_ROLES]
    return tuple(
        Role(
            words=Counter(mention.role for mention in mentions).most_common(1)[0][0],
            count=len(mentions),
            outlets=_outlets(library, mentions),
            path=sentence_path(mentions[0].provenance),
        )
        for _, mentions in ordered
    )


def _outlets(library: Library, mentions: Sequence[Mention]) -> str:
    """The first few outlets of some mentions, or how many sources they are in."""
    documents = dict.fromkeys(m.provenance.document for m in mentions)
    lines = (library.source_line(library.documents[name]) for name in documents)
    outlets = list(dict.fromkeys(filter(None, (line.outlet for line in lines))))
    if not outlets:
        return plural(len(documents), "source")
    return ", ".join(outlets[:_OUTLETS]) + (" …" if len(outlets) > _OUTLETS else "")


def _neighbours(library: Library, relations: Sequence[Relation]) -> tuple[Neighbour, ...]:
    return tuple(
        Neighbour(library.entities[r.id].name, entity_path(r.id), r.reason) for r in relations
    )


def _adjectives(library: Library, entity: Entity) -> tuple[tuple[str, int, str], ...]:
    """Words that lead to a country: the word, how often, and its first sentence."""
    found: dict[str, list[Mention]] = {}
    for word in entity.adjectives:
        found.setdefault(word.text, []).append(word)
    return tuple(
        (text, len(words), sentence_path(words[0].provenance))
        for text, words in sorted(found.items())
    )


def _page(entity: Entity, path: str, number: int, view: dict[str, object]) -> Page:
    title = entity.name if number == 0 else f"{entity.name}, page {number + 1}"
    description = (
        f"What {plural(len(entity.documents), 'source')} of this archive "
        f"{'says' if len(entity.documents) == 1 else 'say'} of {entity.name}."
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
    return Page(path, "entity.html", title, description, section, view, json_ld, "profile")


def _sayings(library: Library, entity: Entity, documents: Sequence[str]) -> tuple[Saying, ...]:
    """What some sources say; a sentence that names the entity twice is quoted once."""
    quotes: dict[str, dict[str, Quote]] = {name: {} for name in documents}
    for mention in entity.mentions:
        where = mention.provenance
        own = quotes.get(where.document)
        if own is not None and where.anchor not in own:
            own[where.anchor] = library.quote(where, point_out=True)
    return tuple(
        Saying(library.source_line(library.documents[name]), tuple(own.values()))
        for name, own in quotes.items()
    )
