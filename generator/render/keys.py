"""Keys: what each page depends on, as a digest, without making the page.

A page whose key is what it was need not be made again. A key takes in too much rather than too
little: whole documents, all events of a period. What is the same for all pages, the settings, the
templates and our code, is told by the `edition`.

Of a document the digest of its file stands for all that `read` and `analyse` found in it; of a
mention its place is enough, then, and of a dated sentence its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from typing import Any

import msgspec

from generator.model import Document, Entity, Event
from generator.render.corpus_index import Library
from generator.render.pages import Page
from generator.render.site import Site

_BYTES = 12  # of a digest; among a million pages two are equal by chance once in 10 ** 17 builds
_DOCUMENT = tuple(f.name for f in fields(Document) if f.name not in ("text", "passages", "layout"))
_ENTITY = tuple(f.name for f in fields(Entity) if f.name not in ("mentions", "documents"))
_EVENT = tuple(f.name for f in fields(Event) if f.name not in ("evidence", "documents"))


class Keys:
    """The keys of the pages of one site.

    about: what a preview tells of an entity
    own_templates: whether the project has templates of its own
    """

    def __init__(
        self,
        library: Library,
        site: Site,
        edition: str,
        about: Callable[[Entity], object],
        *,
        own_templates: bool,
    ) -> None:
        self._library = library
        self._pack = msgspec.msgpack.Encoder(enc_hook=str).encode
        self._problems = self._pack(site.problems)
        # Of our pages only "How this site was made" tells of problems; others' templates may, too.
        facts = site if own_templates else replace(site, problems=())
        self._base = _digest([edition.encode(), self._pack(facts)])
        self._about = _Parts(lambda e: _digest([self._pack((e.id, e.name, about(e)))]))
        self._document = _Parts(self._of_document)
        self._event = _Parts(self._of_event)

    def source(self, document: Document, beside: Iterable[Document], related: object) -> str:
        """The key of a source's page.

        beside: the sources before and after it
        related: what it shows of related ones
        """
        library = self._library
        parts = [self._document(document), self._pack(related)]
        parts += [self._pack(library.source_line(other)) for other in beside]
        parts += [self._about(entity) for entity, _ in library.of_document.get(document.id, ())]
        for word, entity in library.adjectives.get(document.id, ()):
            parts += [self._about(entity), self._pack(word)]
        for evidence, event in library.dated.get(document.id, ()):
            path = library.event_path(event, evidence.id)
            start = evidence.time.start if evidence.time else -1
            parts.append(self._pack((evidence.id, start, path, event.date)))
        return self._key(parts)

    def entity(self, entity: Entity, around: Iterable[Entity]) -> str:
        """The key of an entity's first page. `around`: the places that its map shows."""
        library = self._library
        parts = [self._pack([getattr(entity, name) for name in _ENTITY])]
        parts += self._documents(entity.documents)  # in them stands, too, who is named beside it
        parts += map(self._event, library.events_of.get(entity.id, ()))
        linked = [relation.id for relation in (*entity.related, *entity.maybe)]
        parts.append(self._names(linked))
        parts.append(self._pack([(place.id, place.name, place.place) for place in around]))
        return self._key(parts)

    def further(self, entity: Entity, number: int, documents: Iterable[str]) -> str:
        """The key of a further page of an entity, which quotes these documents."""
        dates = [self._library.documents[name].date for name in entity.documents]
        facts = [getattr(entity, name) for name in _ENTITY]
        parts = [self._pack((facts, number, len(entity.mentions), dates))]
        return self._key([*parts, *self._documents(documents)])

    def table(self, entity: Entity) -> str:
        """The key of the table of an entity's mentions."""
        return self._key([entity.id.encode(), *self._documents(entity.documents)])

    def period(self, period: str, number: int) -> str:
        """The key of a page of the timeline."""
        library = self._library
        parts = [self._pack((period, number, library.neighbours(period)))]
        parts += map(self._event, library.by_period[period])
        parts += map(self._document, library.published_on.get(period, ()))
        return self._key(parts)

    def view(self, page: Page) -> str:
        """The key of any page, from all that its template is given."""
        return self._key([self._pack(page), self._problems])

    def _of_document(self, document: Document) -> bytes:
        """A document, with all that is named in it and where."""
        named = []
        for entity, mentions in self._library.of_document.get(document.id, ()):
            places = [(m.provenance.start, m.provenance.end, m.role) for m in mentions]
            named.append((entity.id, entity.name, places))
        return _digest([self._pack(([getattr(document, name) for name in _DOCUMENT], named))])

    def _of_event(self, event: Event) -> bytes:
        """An event, with the documents that tell of it."""
        facts = [getattr(event, name) for name in _EVENT]
        told = [(e.id, e.status, e.time.start if e.time else -1) for e in event.evidence]
        parts = [self._pack((facts, told, self._library.event_path(event)))]
        giving = {where.document for group in event.figures for _, _, where in group.figures}
        documents = (*event.documents, *sorted(giving))
        return _digest([*parts, self._names(event.entities), *self._documents(documents)])

    def _documents(self, names: Iterable[str]) -> list[bytes]:
        return [self._document(self._library.documents[name]) for name in names]

    def _names(self, ids: Sequence[str]) -> bytes:
        """How entities are called."""
        return self._pack([self._library.entities[name].name for name in ids])

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
