"""Keys: what each page depends on, as a digest, without making the page.

A page whose key is what it was need not be made again. A key takes in too much rather than too
little: whole documents, whole entities, all events of a period. What is the same for all pages, the
settings, the templates and our code, is told by the `edition`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from hashlib import blake2b
from typing import Any

import msgspec

from generator.model import Document, Entity, Event
from generator.render.related import related_sources
from generator.render.site import Site
from generator.render.views import Library

_BYTES = 12  # of a digest; among a million pages two are equal by chance once in 10 ** 17 builds
_FACTS = tuple(f.name for f in fields(Document) if f.name not in ("text", "passages", "layout"))


class Keys:
    """The keys of the pages of one site.

    brief: what other pages show of an entity
    """

    def __init__(
        self, library: Library, site: Site, edition: str, brief: Callable[[Entity], object]
    ) -> None:
        self._library = library
        self._pack = msgspec.msgpack.Encoder(enc_hook=str).encode
        self._base = _digest([edition.encode(), self._pack(replace(site, problems=()))])
        self._brief = _Parts(lambda e: _digest([self._pack((e.id, e.name, brief(e)))]))
        self._entity = _Parts(self._of_entity)
        self._document = _Parts(self._of_document)
        self._event = _Parts(self._of_event)

    def source(self, document: Document, beside: Iterable[Document]) -> str:
        """The key of a source's page. `beside`: the sources before and after it."""
        library = self._library
        parts = [self._document(document), self._pack(related_sources(library, document))]
        parts += [self._pack(library.source_line(other)) for other in beside]
        for word, entity in library.adjectives.get(document.id, ()):
            parts += [self._brief(entity), self._pack(word)]
        for evidence, event in library.dated.get(document.id, ()):
            path = library.event_path(event, evidence.id)
            parts.append(self._pack((evidence, path, event.date, event.first, event.last)))
        return self._key(parts)

    def entity(self, entity: Entity, number: int, around: object) -> str:
        """The key of a page of an entity. `around`: what its map shows."""
        return self._key([self._entity(entity), self._pack((number, around))])

    def table(self, entity: Entity) -> str:
        """The key of the table of an entity's mentions."""
        return self._key([self._entity(entity)])

    def period(self, period: str, number: int) -> str:
        """The key of a page of the timeline."""
        library = self._library
        parts = [self._pack((period, number, library.neighbours(period)))]
        parts += map(self._event, library.by_period[period])
        parts += map(self._document, library.published_on.get(period, ()))
        return self._key(parts)

    def _of_document(self, document: Document) -> bytes:
        """A document, with all that is named in it."""
        library = self._library
        # Its text follows from the file and from our code; packing it takes longer than all else.
        facts = [getattr(document, name) for name in _FACTS]
        parts = [self._pack((facts, library.source_line(document)))]
        for entity, mentions in library.of_document.get(document.id, ()):
            parts += [self._brief(entity), self._pack(mentions)]
        return _digest(parts)

    def _of_event(self, event: Event) -> bytes:
        library = self._library
        parts = [self._pack((event, library.event_path(event)))]
        parts += [self._brief(library.entities[name]) for name in event.entities]
        parts += [self._document(library.documents[name]) for name in event.documents]
        return _digest(parts)

    def _of_entity(self, entity: Entity) -> bytes:
        """An entity, with the documents that name it, its events, and those that are linked."""
        library = self._library
        parts = [self._pack(entity)]
        # In them stands, too, who is named beside it.
        parts += [self._document(library.documents[name]) for name in entity.documents]
        parts += map(self._event, library.events_of.get(entity.id, ()))
        linked = (*entity.related, *entity.maybe)
        parts += [self._brief(library.entities[relation.id]) for relation in linked]
        return _digest(parts)

    def _key(self, parts: Iterable[bytes]) -> str:
        return _digest([self._base, *parts]).hex()


class _Parts:
    """Digests of things that have an id, each made once."""

    def __init__(self, make: Callable[[Any], bytes]) -> None:
        self._make = make
        self._known: dict[str, bytes] = {}

    def __call__(self, thing: Document | Entity | Event) -> bytes:
        known = self._known.get(thing.id)
        if known is None:
            known = self._known[thing.id] = self._make(thing)
        return known


def _digest(parts: Iterable[bytes]) -> bytes:
    total = blake2b(digest_size=_BYTES)
    for part in parts:
        # With its length before it, a part cannot be taken for two.
        total.update(len(part).to_bytes(4))
        total.update(part)
    return total.digest()
