"""What the project's records say of the archive as it is now.

Former addresses of sources and names lead to the present ones (`curation/addresses.csv`), and
records of changes keep only what is published still (`curation/changes.jsonl`): whatever was
withdrawn or withheld since is counted there and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.derive.changes import file_of, is_in_full, source_keys, text_digest
from generator.model import (
    Address,
    Change,
    Corpus,
    Document,
    Entity,
    NameStep,
    Redirect,
    SeriesStep,
)


def moved_sources(addresses: Sequence[Address], documents: Sequence[Document]) -> dict[str, str]:
    """For each former address the document that is the same source, by its id.

    It is the one document of the same file, or in the same file, or anywhere, one with the same
    text; where there are several such, or none, an address leads nowhere. Nor does one from
    before a source was quoted only: it may have been made of words that are kept back now.
    """
    there = {document.id.casefold() for document in documents}
    own = (one for one in addresses if not one.is_of_name)
    gone = [one for one in own if one.address.casefold() not in there]
    if not gone:
        return {}
    keys = source_keys(documents)
    texts = {document.id: text_digest(document) for document in documents}
    by_key = _only((keys[d.id], d.id) for d in documents)
    by_file = _only(((d.path, texts[d.id]), d.id) for d in documents if texts[d.id])
    by_text = _only((texts[d.id], d.id) for d in documents if texts[d.id])
    in_full = {document.id for document in documents if is_in_full(document)}
    found = {}
    for one in gone:
        target = (
            by_key.get(one.source)
            or by_file.get((file_of(one.source), one.text))
            or by_text.get(one.text)
        )
        if target and (target in in_full or not one.text):
            found[one.address] = target
    return found


def with_records(corpus: Corpus, addresses: Sequence[Address], changes: Sequence[Change]) -> Corpus:
    """The corpus with the pages at former addresses, and with what changed when."""
    moved = moved_sources(addresses, corpus.documents)
    known = _Known(corpus, moved)
    own = {redirect.path.casefold() for redirect in corpus.redirects}
    ours = (Redirect(f"sources/{address}.html", target) for address, target in moved.items())
    redirects = (
        *corpus.redirects,
        *(one for one in ours if one.path.casefold() not in own),
        *_moved_names(addresses, corpus.entities),
    )
    return replace(
        corpus,
        redirects=tuple(sorted(redirects, key=lambda one: one.path)),
        changes=tuple(_present(change, known) for change in changes),
    )


def _moved_names(addresses: Iterable[Address], entities: Sequence[Entity]) -> Iterable[Redirect]:
    """For each recorded address of a name, the entity of that address, or else of that name.

    Which of these have a page still is known when pages are made.
    """
    of_names = [one for one in addresses if one.is_of_name]
    by_id = {entity.id: entity for entity in entities if of_names and entity.has_page}
    spellings = ((e, {e.name, *(a.name for a in e.aliases)}) for e in entities if of_names)
    by_name = _only((name, e.id) for e, names in spellings for name in names)
    found: dict[str, Redirect] = {}
    for one in of_names:
        first = "/".join(one.address.split("/")[:2])
        target = first if first in by_id else by_name.get(one.source)
        if target:
            found.setdefault(one.address, Redirect(f"{one.address}.html", target))
    return found.values()


class _Known:
    """What is published, by what records call it."""

    def __init__(self, corpus: Corpus, moved: Mapping[str, str]) -> None:
        self._moved = moved
        self._documents = {document.id for document in corpus.documents}
        self.events = {event.id for event in corpus.events if event.kind == "reported"}
        self.series = {
            series.id: {(p.where.document, p.where.anchor) for p in series.figures}
            for series in corpus.series
        }
        self.names = {
            entity.id: {entity.name, *(alias.name for alias in entity.aliases)}
            for entity in corpus.entities
        }

    def documents(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of some documents that are published, by their present ids, each once."""
        now = dict.fromkeys(self._moved.get(name, name) for name in ids)
        return tuple(name for name in now if name in self._documents)

    def figure(self, series: str, where: tuple[str, str]) -> tuple[str, str]:
        """The sentence of a figure that a series still has, or ("", "")."""
        now = self._moved.get(where[0], where[0]), where[1]
        return now if now in self.series[series] else ("", "")


def _present(change: Change, known: _Known) -> Change:
    """A record without what is not published any more."""
    steps = (
        SeriesStep(one.series, known.figure(one.series, one.before), after)
        for one in change.figures
        if one.series in known.series and any(after := known.figure(one.series, one.after))
    )
    return replace(
        change,
        new=known.documents(change.new),
        changed=known.documents(change.changed),
        events=tuple(name for name in change.events if name in known.events),
        figures=tuple(steps),
        merged=tuple(one for one in change.merged if _is_so(one, known)),
        split=tuple(one for one in change.split if _is_so(one, known) and one.other in known.names),
    )


def _is_so(step: NameStep, known: _Known) -> bool:
    """Whether a name still is the entity's."""
    return step.name in known.names.get(step.entity, ())


def _only(pairs: Iterable[tuple[object, str]]) -> Mapping[object, str]:
    """What has one value alone, with that value."""
    found: dict[object, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}
