"""What own pages show of the archive: each embed is found, or its page is left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model import Corpus, Document, Embed, OwnPage

_CLOSE = 0.5  # how like an id is to one that may be meant (difflib's ratio)
_WHERE = {
    "event": "Copy it from the event’s page: “Cite this event”.",
    "figure": "Copy it from the address of the series on the page of figures.",
    "source": "Write the name of its file, or what its address ends in.",
    "sentence": "Copy what follows # in the address of the sentence.",
    "entity": "Write it as in the address of its page, or its name.",
}


class _Unknown(Exception):
    """An embed names something that the archive does not have: what, and what may be meant."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        close = difflib.get_close_matches(name, sorted(set(known)), 1, _CLOSE)
        super().__init__(f"The archive has no {what} “{name}”.")
        self.hint = f"Did you mean “{close[0]}”?" if close else _WHERE[what]


@dataclass(frozen=True, slots=True)
class _Known:
    """What embeds may name: each name with its id; and the documents by their ids."""

    events: Mapping[str, str]
    series: Mapping[str, str]
    documents: Mapping[str, str]
    by_id: Mapping[str, Document]
    entities: Mapping[str, str]


def resolved(
    pages: Sequence[OwnPage], corpus: Corpus
) -> tuple[tuple[OwnPage, ...], tuple[Problem, ...]]:
    """The pages with the ids of what they show; those with a wrong one are reported instead."""
    if not pages:
        return (), ()
    known = _known(corpus)
    found: list[OwnPage] = []
    problems: list[Problem] = []
    for page in pages:
        parts: list[str | Embed] = []
        wrong: list[Problem] = []
        for part in page.parts:
            try:
                parts.append(_resolved(part, known) if isinstance(part, Embed) else part)
            except _Unknown as error:
                line = part.line if isinstance(part, Embed) else 0
                wrong.append(Problem(page.shown, line, "error", str(error), error.hint))
        problems += wrong
        if not wrong:
            found.append(replace(page, parts=tuple(parts)))
    return tuple(found), tuple(problems)


def _known(corpus: Corpus) -> _Known:
    reported = [event for event in corpus.events if event.kind == "reported"]
    by_name: dict[str, list[str]] = {}
    for document in corpus.documents:
        names = (document.id, f"sources/{document.id}.html", document.path)
        for name in {*names, f"seeds/{document.path}"}:
            by_name.setdefault(name, []).append(document.id)
    called: dict[str, list[str]] = {}
    for entity in corpus.entities:
        for name in (entity.id, f"{entity.id}.html", entity.name):
            called.setdefault(name, []).append(entity.id)
    return _Known(
        events={e.id: event.id for event in reported for e in event.evidence}
        | {event.id: event.id for event in reported},
        series={one.id: one.id for one in corpus.series},
        documents={name: ids[0] for name, ids in by_name.items() if len(ids) == 1},
        by_id={document.id: document for document in corpus.documents},
        entities={name: ids[0] for name, ids in called.items() if len(set(ids)) == 1},
    )


def _resolved(embed: Embed, known: _Known) -> Embed:
    """The embed with ids instead of names. Raises _Unknown."""
    options = dict(embed.options)
    if "entity" in options:
        options["entity"] = _found("entity", options["entity"], known.entities)
    names = embed.names
    if embed.kind == "event":
        names = (_found("event", _last_part(names[0]), known.events),)
    elif embed.kind == "figure":
        names = (_found("figure", _last_part(names[0]), known.series),)
    elif embed.kind == "quote":
        document = _found("source", names[0], known.documents)
        passages = known.by_id[document].passages
        anchors = {s.anchor: s.anchor for passage in passages for s in passage.sentences}
        names = document, _found("sentence", _last_part(names[1]), anchors)
    return replace(embed, names=names, options=tuple(options.items()))


def _found(what: str, name: str, known: Mapping[str, str]) -> str:
    if name in known:
        return known[name]
    raise _Unknown(what, name, known)


def _last_part(address: str) -> str:
    """What follows "#" in an address that was pasted; an id alone is left as it is."""
    return address.rpartition("#")[2]
