"""What has changed since the archive was last recorded as published.

Everything is compared by stable ids, so that nothing but the ids need be kept. A source counts as
changed only if both its file and its text have: a new version of this program may read the same
file differently, and what editors withhold of a source is not to be announced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.ids import digest
from generator.model import (
    INSIDE,
    PUBLISH,
    Address,
    Change,
    Corpus,
    Document,
    Entity,
    Event,
    NameStep,
    Published,
    PublishedSource,
    Series,
    SeriesStep,
)

_DIGEST = 12  # characters
_MOST_EVENTS = 100  # ids in one record
_PARTS = "#"  # before what tells the documents of a file apart
_Names = tuple[str, str, tuple[str, ...]]


def text_digest(document: Document) -> str:
    """A digest of what a document says; "" if it has no text, or not all of it is published."""
    words = " ".join(document.text.split()) if is_in_full(document) else ""
    return digest(words, _DIGEST) if words else ""


def is_in_full(document: Document) -> bool:
    """Whether all of a document is published."""
    return document.publish in ("", PUBLISH[0])


def source_keys(documents: Sequence[Document]) -> Mapping[str, str]:
    """For each document's id what it is known by when its title or its date is corrected.

    The place of a message in a mailbox, or of a line in a table, is none: others may take it.
    """
    number = Counter(document.path for document in documents)
    keys = {}
    for one in documents:
        several = number[one.path] > 1 or INSIDE in one.path
        own = (one.identifier or text_digest(one)) if several else ""
        keys[one.id] = f"{one.path}{_PARTS}{own}" if own else one.path
    return keys


def file_of(key: str) -> str:
    """The file in a key of `source_keys`."""
    return key.partition(_PARTS)[0]


def addresses_of(
    documents: Sequence[Document],
    known: Iterable[Address],
    pages: Iterable[tuple[str, str]] = (),
) -> tuple[Address, ...]:
    """A line for each address that is not known yet, in the order of the addresses.

    pages: of the entities: the address of each, without its ending, and the name
    """
    keys = source_keys(documents)
    there = {(one.address, one.source, one.text) for one in known}
    lines = [(one.id, keys[one.id], text_digest(one)) for one in documents]
    lines += ((address, name, "") for address, name in pages)
    return tuple(Address(0, *line) for line in sorted(lines) if line not in there)


def published_state(corpus: Corpus) -> Published:
    """What is to be known of a corpus when it is next compared."""
    sources = (
        PublishedSource(d.id, d.digest[:_DIGEST], _said(d))
        for d in sorted(corpus.documents, key=lambda d: d.id)
    )
    dated = {one for event in _reported(corpus) for one in _dated(event)}
    names = (
        (e.id, e.name, tuple(sorted({alias.name for alias in e.aliases} - {e.name})))
        for e in sorted(corpus.entities, key=lambda e: e.id)
        if e.has_page
    )
    figures = ((series.id, *_newest(series)) for series in corpus.series)
    return Published(tuple(sources), tuple(sorted(dated)), tuple(names), tuple(sorted(figures)))


def changes_since(
    old: Published | None, corpus: Corpus, moved: Mapping[str, str], day: str
) -> Change:
    """What is new in a corpus. Where nothing was recorded before, that records begin.

    moved: for former ids of documents the present ones
    day: ISO date of the record
    """
    reported = _reported(corpus)
    if old is None:
        return Change(day, begins=(len(corpus.documents), len(reported)))
    before = {moved.get(one.id, one.id): one for one in old.sources}
    now = {document.id: document for document in corpus.documents}
    known = {(moved.get(document, document), day) for document, day in old.dated}
    new = tuple(d.id for d in corpus.documents if d.id not in before)
    events = [event for event in reported if known.isdisjoint(_dated(event))]
    events.sort(key=lambda e: (-e.score, -e.sources, e.id))
    merged, split = _names(old.names, corpus.entities)
    return Change(
        day,
        new=new,
        came=len(new),
        changed=tuple(d.id for d in corpus.documents if _has_changed(d, before.get(d.id))),
        withdrawn=sum(name not in now for name in before),
        events=tuple(event.id for event in events[:_MOST_EVENTS]),
        happened=len(events),
        figures=_steps(old, corpus, moved),
        merged=merged,
        split=split,
    )


def _reported(corpus: Corpus) -> list[Event]:
    return [event for event in corpus.events if event.kind == "reported"]


def _dated(event: Event) -> list[tuple[str, str]]:
    """By what an event is known again: ids would change with each word of its sentences."""
    return [(e.where.document, event.first) for e in event.evidence] or [("", event.id)]


def _said(document: Document) -> str:
    """A digest of what readers see of a document."""
    facts = (document.title, document.date, *document.authors, document.publisher, document.text)
    return digest("\n".join(facts), _DIGEST)


def _has_changed(document: Document, before: PublishedSource | None) -> bool:
    if before is None:
        return False
    return before.file != document.digest[:_DIGEST] and before.text != _said(document)


def _newest(series: Series) -> tuple[str, str]:
    """The document and the anchor of the newest figure of a series."""
    where = series.figures[-1].where
    return where.document, where.anchor


def _steps(old: Published, corpus: Corpus, moved: Mapping[str, str]) -> tuple[SeriesStep, ...]:
    """The series that are new, and those whose newest figure is another."""
    before = {name: (moved.get(d, d), anchor) for name, d, anchor in old.figures}
    steps = []
    for series in corpus.series:
        newest, last = _newest(series), before.get(series.id, ("", ""))
        values = {(p.where.document, p.where.anchor): p.figure.value for p in series.figures}
        if newest != last and values.get(last) != values[newest]:
            steps.append(SeriesStep(series.id, last, newest))
    return tuple(steps)


def _names(
    old: Sequence[_Names], entities: Sequence[Entity]
) -> tuple[tuple[NameStep, ...], tuple[NameStep, ...]]:
    """Names that were on two pages and are now on one, and the other way round.

    A name counts only where it was, and is, that of one entity alone.
    """
    holders = _holders((e.id, e.name, tuple(alias.name for alias in e.aliases)) for e in entities)
    by_id = {entity.id: entity for entity in entities}
    was, main = _holders(old), {name: entity for entity, name, _ in old}
    place = {
        entity: entity if entity in by_id else holders.get(name, "") for entity, name, _ in old
    }
    together = Counter(place.values())
    merged, split = [], []
    for entity, name, _ in old:
        now = place[entity]
        if now and now != entity and together[now] > 1 and name != by_id[now].name:
            merged.append(NameStep(name, now))
    for name, entity in sorted(was.items()):
        now, rest = holders.get(name, ""), place.get(entity, "")
        alone = now and now not in place and now != rest and name not in main
        if alone and rest and by_id[now].has_page and by_id[now].name == name:
            split.append(NameStep(name, now, rest))
    return tuple(merged), tuple(split)


def _holders(names: Iterable[_Names]) -> Mapping[str, str]:
    """For each name that one entity alone has, that entity."""
    found: dict[str, set[str]] = {}
    for entity, name, others in names:
        for one in (name, *others):
            found.setdefault(one, set()).add(entity)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
