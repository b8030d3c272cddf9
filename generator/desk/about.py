"""What the desk shows of a thing: what it is, and on which sentences that rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from generator.desk.effects import event_of
from generator.desk.sources import PAGES, about_source
from generator.desk.statements import about_claim, about_figure, place_of
from generator.desk.words import counted, spelled_date, text_of
from generator.model import STATUSES, Corpus, Document, Entity, Event, Page, Provenance
from generator.model.dates import MARKS, chronological
from generator.render.reasons import alias_words, words

_MOST = 40  # sentences and sources shown of one thing
_FOUND = 20  # names that a search finds


def about(corpus: Corpus, name: str) -> dict[str, Any] | None:
    """What is known of the thing with an id, of whatever kind; None if there is none.

    Each of its sentences has the picture of its page, if there is one.
    """
    found = _known(corpus, name)
    if found is not None:
        pictures = {(one.document, one.page): one.picture for one in corpus.page_pictures}
        for row in found["evidence"]:
            own = (pictures.get((row["document"], page)) for page in row.pop("page_numbers"))
            row["pictures"] = [
                {"path": one.path, "width": one.width, "height": one.height}
                for one in own
                if one is not None
            ]
    return found


def _known(corpus: Corpus, name: str) -> dict[str, Any] | None:
    if name.startswith(PAGES):
        return about_source(corpus, name)
    documents = {document.id: document for document in corpus.documents}
    for entity in corpus.entities:
        if entity.id == name:
            return _entity(corpus, entity, documents)
    where = place_of(corpus, name) if name[:2] in ("f-", "c-") else None
    if where is not None:
        known = about_claim(corpus, name) or about_figure(corpus, name, documents)
        return {**known, "evidence": sentences(documents, [where])}
    event = event_of(corpus, name)
    return None if event is None else _event(event, documents)


def names_like(corpus: Corpus, query: str) -> list[dict[str, Any]]:
    """The entities with a name or spelling that has the words, those that begin so first."""
    wanted = query.casefold().strip()
    found = []
    for entity in corpus.entities:
        spellings = [entity.name.casefold(), *(a.name.casefold() for a in entity.aliases)]
        if wanted and any(wanted in spelling for spelling in spellings):
            begins = any(s.startswith(wanted) or f" {wanted}" in s for s in spellings)
            found.append((not begins, -len(entity.mentions), entity.id, entity))
    found.sort(key=lambda one: one[:3])
    return [entity_line(one[3]) for one in found[:_FOUND]]


def entity_line(entity: Entity) -> dict[str, Any]:
    """An entity in a list."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "mentions": counted(len(entity.mentions), "mention"),
        "sources": counted(len(entity.documents), "source"),
        "path": f"{entity.id}.html" if entity.has_page else "",
    }


def event_line(event: Event, words_there: str) -> dict[str, Any]:
    """An event in a list."""
    return {"id": event.id, "name": words_there, "date": spelled_date(event.date)}


def sentences(
    documents: dict[str, Document], places: Iterable[Provenance], most: int = _MOST
) -> list[dict[str, Any]]:
    """Sentences of sources, each with its source and its address."""
    return [_sentence(documents[where.document], where) for where in islice(places, most)]


def _sentence(document: Document, place: Provenance) -> dict[str, Any]:
    where = document.sentence_at(place.start) or place  # a mention is only a part of it
    pages = document.pages_of(where.start, where.end)
    return {
        "document": document.id,
        "page_numbers": pages,
        "pages": ", ".join(_page_words(document.pages[number]) for number in pages),
        "text": text_of(document, where),
        "title": document.title,
        "date": spelled_date(document.date),
        "path": f"sources/{document.id}.html#{where.anchor}",
    }


def _page_words(page: Page) -> str:
    """A page as it is cited: "p. 12", "at 12:30"."""
    if page.kind == "page":
        return f"p. {page.label}"
    return f"at {page.label}" if page.is_moment else f"{page.kind} {page.label}"


def _entity(corpus: Corpus, entity: Entity, documents: dict[str, Document]) -> dict[str, Any]:
    by_id = {one.id: one for one in corpus.entities}
    count = Counter(mention.provenance.document for mention in entity.mentions)
    sources = sorted(entity.documents, key=lambda one: (-count[one], one))
    place = entity.place
    return {
        **entity_line(entity),
        "kind": "entity",
        "unique": sum(e.name == entity.name and e.type == entity.type for e in by_id.values()) == 1,
        "spellings": [
            {"name": a.name, "mentions": a.count, "why": alias_words(a)} for a in entity.aliases
        ],
        "edits": [words(edit) for edit in entity.edits],
        "doubt": words(entity.doubt) if entity.doubt else "",
        "maybe": [
            {**entity_line(by_id[relation.id]), "why": words(relation.reason)}
            for relation in entity.maybe
            if relation.id in by_id
        ],
        "place": f"{place.latitude}, {place.longitude}" if place else "",
        "place_why": words(place.reason) if place else "",
        "wikidata": entity.wikidata,
        "documents": [
            {
                "id": one,
                "title": documents[one].title,
                "date": spelled_date(documents[one].date),
                "mentions": counted(count[one], "mention"),
            }
            for one in sources[:_MOST]
        ],
        "evidence": sentences(documents, (m.provenance for m in entity.mentions)),
    }


def _event(event: Event, documents: dict[str, Document]) -> dict[str, Any]:
    shown = []
    for evidence in event.evidence[:_MOST]:
        time = evidence.time
        shown.append(
            {
                **_sentence(documents[evidence.where.document], evidence.where),
                "id": evidence.id,
                "words": time.text if time else "",
                "why": words(time.reason) if time else "",
                "status": evidence.status,
            }
        )
    return {
        "kind": "event",
        "id": event.id,
        "name": event.text or (shown[0]["text"] if shown else ""),
        "date": spelled_date(event.date),
        "iso": event.date + MARKS.get(event.modality, ""),
        "status": next(name for name, status in STATUSES.items() if status == event.status),
        "text": event.text,
        "pinned": event.pinned,
        "edits": [words(edit) for edit in event.edits],
        "evidence": shown,
    }


def same_day(corpus: Corpus, event: Event) -> Sequence[Event]:
    """The other reported events that may be the same: those of a day in common."""
    return [
        other
        for other in corpus.events
        if other.kind == "reported"
        and other.id != event.id
        and chronological(other.first) <= chronological(event.last)
        and chronological(event.first) <= chronological(other.last)
    ][:_FOUND]
