"""Lists of people, organisations and places, and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import FOLDERS, Entity, EntityType, Event, Mention
from generator.render.address import entity_path
from generator.render.companions import companions
from generator.render.dates import span
from generator.render.happenings import happening, key_days
from generator.render.histogram import histogram
from generator.render.listing import Order, list_pages, pager, split
from generator.render.pages import Page, plural
from generator.render.pages.home import TYPE_WORDS
from generator.render.views import EntityLine, Library, Quote, SourceLine

_SCHEMA: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
}
_SOURCES_A_PAGE = 50
_KEY_DATES = 12


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says of an entity: its sentences, each once."""

    source: SourceLine
    quotes: tuple[Quote, ...]


def entity_lists(library: Library, size: int) -> Iterator[Page]:
    """The lists, each in four orders."""
    orders: Sequence[Order[EntityLine]] = (
        Order("mentions", "Mentions", lambda e: (-e.mentions, e.name.casefold(), e.path)),
        Order("name", "Name", lambda e: (e.name.casefold(), e.path)),
        Order("sources", "Sources", lambda e: (-e.sources, e.name.casefold(), e.path)),
        Order("first-seen", "First seen", lambda e: (not e.first, e.first, e.name.casefold())),
    )
    for kind, folder in FOLDERS.items():
        entities = [e for e in library.corpus.entities if e.type == kind]
        most = max((len(e.mentions) for e in entities), default=0)
        lines = [library.entity_line(e, most) for e in entities]
        word = TYPE_WORDS[kind][1]
        for found in list_pages(folder, lines, orders, size):
            title = f"{word}{found.title_suffix}"
            description = f"{word} named in the sources: {found.total}."
            json_ld = {"@type": "CollectionPage", "name": title}
            view = {"list": found, "kind": kind, "word": word}
            yield Page(found.path, "entities.html", title, description, folder, view, json_ld)


def entity_pages(library: Library) -> Iterator[Page]:
    """A page for each entity; further pages where many sources mention it."""
    by_entity: dict[str, list[Event]] = {}
    for event in library.reported:
        for name in event.entities:
            by_entity.setdefault(name, []).append(event)
    beside = companions(library)
    for entity in library.corpus.entities:
        chunks = split(entity.documents, _SOURCES_A_PAGE)
        paths = [entity_path(entity, n) for n in range(1, len(chunks) + 1)]
        by_document: dict[str, list[Mention]] = {}
        for mention in entity.mentions:
            by_document.setdefault(mention.provenance.document, []).append(mention)
        dates = [d for d in (library.documents[n].date for n in entity.documents) if d]
        mine = by_entity.get(entity.id, [])
        sentences = frozenset((m.provenance.document, m.provenance.anchor) for m in entity.mentions)
        chosen = key_days(library, _KEY_DATES, mine)
        events = tuple(happening(library, event, sentences) for event in chosen)
        for number, chunk in enumerate(chunks):
            view = {
                "key": events if number == 0 else (),
                "events": len(mine),
                "beside": beside.get(entity.id, ()) if number == 0 else (),
                "entity": entity,
                "type_word": TYPE_WORDS[entity.type][0],
                "list_path": f"{FOLDERS[entity.type]}/index.html",
                "list_word": TYPE_WORDS[entity.type][1],
                "histogram": histogram(dates, ("source", "sources")) if len(dates) > 2 else None,
                "span": span(dates[0], dates[-1]) if dates else "",
                "sayings": tuple(_saying(library, d, by_document.get(d, [])) for d in chunk),
                "pager": pager(paths, number),
            }
            yield _page(entity, paths[number], number, view)


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
    if entity.wikidata:
        json_ld["sameAs"] = f"https://www.wikidata.org/entity/{entity.wikidata}"
    section = FOLDERS[entity.type]
    return Page(path, "entity.html", title, description, section, view, json_ld, "profile")


def _saying(library: Library, document: str, mentions: list[Mention]) -> Saying:
    """One source's sentences; one that names the entity twice is quoted once."""
    first = {m.provenance.anchor: m.provenance for m in reversed(mentions)}
    quotes = [library.quote(where, point_out=True) for where in reversed(first.values())]
    line = library.source_line(library.documents[document])
    return Saying(line, tuple(quotes))
