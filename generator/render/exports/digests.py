"""Digests of all that data files show of a source, an entity or an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from generator.model import Event
from generator.render.corpus_index import CorpusIndex
from generator.render.keys import digest, packed
from generator.render.views.event_views import claim_of


class Digests:
    """By id, a digest of all that data files show of a thing; see `generator.render.exports.parts`.

    A source stands for its text and metadata, but not for what is found in it.
    """

    def __init__(self, index: CorpusIndex) -> None:
        self._index = index

    def complete(self) -> None:
        """Compute all of them now, before this process is forked."""
        for known in (self.documents, self.entities, self.events):
            assert known is not None

    @cached_property
    def documents(self) -> Mapping[str, bytes]:
        """Of documents."""
        return {d.id: digest(packed(d)) for d in self._index.corpus.documents}

    @cached_property
    def entities(self) -> Mapping[str, bytes]:
        """Of entities, with what is shown of the sources of their roles."""
        return {
            e.id: digest(
                packed((e, self._named(m.provenance.document for m in e.mentions if m.role)))
            )
            for e in self._index.corpus.entities
        }

    @cached_property
    def events(self) -> Mapping[str, bytes]:
        """Of events, apart from their scores, which a source elsewhere can change."""
        return {e.id: digest(packed(self._event(e))) for e in self._index.corpus.events}

    def _event(self, event: Event) -> object:
        index = self._index
        differing = index.series.differing.get(event.id, ())
        shown = [e.where.document for e in event.evidence]
        shown += [point.where.document for one in differing for point in one.figures]
        named = [index.entities[name] for name in event.entities]
        return (
            replace(event, score=0.0),
            index.event_path(event),
            claim_of(index, event.evidence[0]) if event.evidence else None,
            differing,
            [(entity.id, entity.name, entity.type) for entity in named],
            self._named((*event.documents, *shown)),
        )

    def _named(self, documents: Iterable[str]) -> list[bytes]:
        return [self.documents[name] for name in dict.fromkeys(documents)]
