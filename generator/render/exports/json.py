"""The corpus as JSON, for other programs. The fields are documented on the data page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial

from generator.model import (
    Alias,
    Corpus,
    Disagreement,
    Document,
    Entity,
    Event,
    Evidence,
    Mention,
    Provenance,
    Reason,
)
from generator.personal import public_path
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.records import record_files, without, without_fields
from generator.render.reasons import alias_words
from generator.render.reasons import words as in_words
from generator.render.urls import document_path, entity_path
from generator.render.views.roles import roles_of
from generator.render.views.series_views import figure_words

_DOCUMENT_FIELDS = (
    ("id", "stable name; its page is sources/ID.html"),
    ("title, title_origin", "the title and where it was found"),
    ("title_origin_code, date_origin_code", "the same origins as codes"),
    (
        "date, date_origin",
        "date of publication (ISO; shorter when less is known; empty when "
        "unknown) and where it was found",
    ),
    ("date_words", "the date as the source gives it, where it is not exact"),
    ("authors, publisher, url, language, kind, tags, summary", "as the source gives them"),
    ("language_origin", "where it was found; empty if it is that of the project; and as a code"),
    ("people, organisations, places", "names listed in its front matter"),
    (
        "image, image_alt, caption",
        "picture of the item that it describes: a file of the archive, or an address",
    ),
    ("item", "the recording, film or file that it describes, likewise"),
    ("coordinates", "latitude and longitude, or null"),
    (
        "format, identifier, parent",
        "of the item; parent is the identifier of another in its file",
    ),
    ("extra", "other keys of its front matter"),
    (
        "file, line, sha256",
        "the file it was read from, the line, the digest of the file (empty where something in it "
        "is withheld)",
    ),
    ("text", "the whole text; offsets in other files count its Unicode code points"),
    ("sentences", "anchor on its page, start and end (half-open) in the text"),
    (
        "pages",
        "of a source that has pages or times: what each is called, and where it begins",
    ),
    (
        "thread, reply_to, attached_to",
        "of a message, and of what is attached to one: ids of the message that began the thread, "
        "of the one that it answers, and of those to which it is attached; empty where there is "
        "none here",
    ),
    ("licence, rights", "as the source gives them"),
    (
        "publish, all_sentences",
        "full, quotes (quoted sentences only) or record; how many sentences the source has",
    ),
    ("withheld", "words that editors have replaced: by what, how often, and why"),
)
_ENTITY_FIELDS = (
    ("id", "stable name"),
    ("page", "its page, or the sentence with its first mention if it has no page of its own"),
    ("name, type", "the name shown; person, organisation or place"),
    ("aliases", "spellings: name, count, and the reason for treating them as the same"),
    (
        "mentions",
        "document, start and end (half-open) in its text, the words, and the anchor "
        "of the sentence",
    ),
    ("roles", "what sources call a person next to the name, and how often"),
    (
        "adjectives",
        "adjectives of a country (“Russian”), in the same form as mentions but not counted as such",
    ),
    (
        "place",
        "where it is: name, kind, country, latitude, longitude, geonames, and the reason; or null",
    ),
    ("related, maybe", "branches and parents; entities that may be the same: id and reason"),
    ("listed_in", "documents whose front matter lists the name"),
    ("wikidata, edits", "given by the editors; what they changed"),
    (
        "reason_code, reason_codes, edit_codes",
        "the reasons and edits as codes with their arguments; of a spelling, each reason is a "
        "chain of steps",
    ),
)
# What is in files of its own where data is divided by sources: it depends on many sources.
_SCORE = frozenset({"score"})
_WHERE_MENTIONED = frozenset({"mentions", "adjectives"})
_SCORE_FIELDS = (
    ("id", "of the event, as in its record"),
    ("score", "0 to 1, see “How this site was made”"),
)
_MENTION_FIELDS = (
    ("entity", "its id"),
    ("adjective", "whether it is an adjective of a country (“Russian”), which is not counted"),
    ("document, start, end, anchor", "the source, offsets in its text, and the sentence"),
    ("text, role", "the words, and what sources call a person next to the name"),
)
_EVENT_FIELDS = (
    ("id", "stable name; also its anchor on the timeline"),
    ("page", "where it is shown"),
    ("kind", "publication: a source was published on this date; reported: texts date it so"),
    (
        "date, first, last",
        "ISO date (or year, month or range of days); its first and last day; -0043 is 44 BC",
    ),
    (
        "precision, modality, status",
        "day, month, year, interval …; approximate, before, after …; "
        "planned, uncertain, negated, reporting, or empty for what is said to have happened",
    ),
    ("score", "0 to 1, see “How this site was made”"),
    ("sources", "number of independent sources"),
    (
        "sentences",
        "the sentences it is based on, the representative one first: document, start, end, anchor, "
        "text; pages or times, if the source has any; words, value, reason and reason_code of the "
        "time expression; status",
    ),
    (
        "figures",
        "where sources disagree: measure, unit, the day for which the figures are given, the "
        "series, and the figures: value, words, document, anchor",
    ),
    ("entities", "ids of the entities mentioned in its sentences"),
    ("text, edits, edit_codes", "the editors’ words; their changes, in words and as codes"),
)


def data_files(index: CorpusIndex, digests: Digests) -> Iterator[DataFile]:
    """The data files of a site."""
    corpus: Corpus = index.corpus
    yield from record_files(
        "documents",
        "Sources",
        "Every source with its text and metadata.",
        corpus.documents,
        partial(_document, index),
        _DOCUMENT_FIELDS,
        index.shards.divide(corpus.documents, lambda document: document.id),
        lambda document: (digests.documents[document.id], *index.threads.of(document.id)),
    )
    yield from _entity_files(index, digests)
    apart = _SCORE if index.shards.documents else frozenset()
    yield from record_files(
        "timeline",
        "Timeline",
        "Every event with the sentences it is based on.",
        corpus.events,
        lambda event: without(apart, _event(index, event)),
        without_fields(apart, _EVENT_FIELDS),
        index.shards.divide(corpus.events, _document_of),
        lambda event: digests.events[event.id],
    )
    if apart:
        yield from record_files(
            "scores",
            "Scores of events",
            "How important each event is taken to be; a further source can change all of them.",
            corpus.events,
            lambda event: {"id": event.id, "score": event.score},
            _SCORE_FIELDS,
        )


def _entity_files(index: CorpusIndex, digests: Digests) -> Iterator[DataFile]:
    """Entities with their mentions; these by themselves where they are divided by sources."""
    if not index.shards.documents:
        yield from record_files(
            "entities",
            "People, organisations and places",
            "Every entity with all its mentions.",
            index.corpus.entities,
            _entity,
            _ENTITY_FIELDS,
        )
        return
    yield from record_files(
        "entities",
        "People, organisations and places",
        "Every entity; its mentions are in files of their own.",
        index.corpus.entities,
        lambda entity: without(_WHERE_MENTIONED, _entity(entity)),
        without_fields(_WHERE_MENTIONED, _ENTITY_FIELDS),
        inputs=lambda entity: digests.entities[entity.id],
    )
    found = tuple(_named(index))
    yield from record_files(
        "mentions",
        "Mentions",
        "Every mention of a person, organisation or place.",
        found,
        lambda named: {"entity": named[0], "adjective": named[2], **_mention(named[1])},
        _MENTION_FIELDS,
        index.shards.divide(found, lambda named: named[1].provenance.document),
        lambda named: named,
    )


def _named(index: CorpusIndex) -> Iterator[tuple[str, Mention, bool]]:
    """The id of an entity with each of its mentions, and whether this is an adjective."""
    for document in index.corpus.documents:
        pairs = [(e.id, m, False) for e, own in index.of_document.get(document.id, ()) for m in own]
        pairs += [(e.id, m, True) for m, e in index.adjectives.get(document.id, ())]
        yield from sorted(pairs, key=lambda pair: (pair[1].provenance.start, pair[0]))


def _document_of(event: Event) -> str:
    """The id of the document in whose shard an event is, or ""."""
    return event.evidence[0].where.document if event.evidence else next(iter(event.documents), "")


def _document(index: CorpusIndex, d: Document) -> dict[str, object]:
    thread, reply_to, attached_to = index.threads.of(d.id)
    return {
        "id": d.id,
        "page": document_path(d),
        "title": d.title,
        "title_origin": in_words(d.title_origin),
        "title_origin_code": _code(d.title_origin),
        "date": d.date,
        "date_words": d.date_words,
        "date_origin": in_words(d.date_origin) if d.date_origin else "",
        "date_origin_code": _code(d.date_origin) if d.date_origin else None,
        "authors": d.authors,
        "publisher": d.publisher,
        "url": d.url,
        "language": d.language,
        "language_origin": in_words(d.language_origin) if d.language_origin else "",
        "language_origin_code": _code(d.language_origin) if d.language_origin else None,
        "kind": d.kind,
        "tags": d.tags,
        "summary": d.summary,
        "people": d.people,
        "organisations": d.organisations,
        "places": d.places,
        "image": d.image,
        "image_alt": d.image_alt,
        "caption": d.caption,
        "item": d.item,
        "coordinates": d.coordinates,
        "format": d.format,
        "identifier": d.identifier,
        "parent": d.parent,
        "extra": dict(d.extra),
        "file": public_path(d.path),
        "line": d.line,
        "sha256": d.published_digest,
        "text": d.text,
        "sentences": [[s.anchor, s.start, s.end] for p in d.passages for s in p.sentences],
        "pages": _pages(d),
        "thread": thread,
        "reply_to": reply_to,
        "attached_to": attached_to,
        "licence": d.licence,
        "rights": d.rights,
        "publish": d.publish or "full",
        "all_sentences": d.sentences or sum(len(p.sentences) for p in d.passages),
        "withheld": [
            {"replacement": one.replacement, "count": one.count, "note": one.note}
            for one in d.withheld
        ],
    }


def _pages(d: Document) -> list[list[object]]:
    """What each page is called, and where it begins in the text; None for one without text."""
    starts: dict[int, int] = {}
    for passage in d.passages:
        for line in passage.lines:
            starts.setdefault(line.page, line.start)
    return [[page.label, starts.get(number)] for number, page in enumerate(d.pages)]


def _entity(e: Entity) -> dict[str, object]:
    return {
        "id": e.id,
        "page": entity_path(e),
        "name": e.name,
        "type": e.type,
        "aliases": [_alias(alias) for alias in e.aliases],
        "mentions": [_mention(m) for m in e.mentions],
        "roles": [{"role": role, "count": len(own)} for role, own in roles_of(e)],
        "adjectives": [_mention(m) for m in e.adjectives],
        "place": asdict(e.place) | _because(e.place.reason) if e.place else None,
        "related": [{"id": r.id, **_because(r.reason)} for r in e.related],
        "maybe": [{"id": r.id, **_because(r.reason)} for r in e.maybe],
        "listed_in": e.listed_in,
        "wikidata": e.wikidata,
        **edits_of(e.edits),
    }


def edits_of(edits: Sequence[Reason]) -> dict[str, object]:
    """What editors changed, in words and as codes."""
    return {"edits": [in_words(e) for e in edits], "edit_codes": [_code(e) for e in edits]}


def _because(reason: Reason) -> dict[str, object]:
    """A reason in words, and as a code with its arguments."""
    return {"reason": in_words(reason), "reason_code": _code(reason)}


def _code(reason: Reason) -> dict[str, str]:
    return {"code": reason.code, **dict(reason.arguments)}


def _alias(alias: Alias) -> dict[str, object]:
    codes = [[_code(step) for step in steps] for steps in alias.reasons]
    return {
        "name": alias.name,
        "count": alias.count,
        "reason": alias_words(alias),
        "reason_codes": codes,
    }


def _mention(m: Mention) -> dict[str, object]:
    found = place_of(m.provenance)
    found["text"] = m.text
    if m.role:
        found["role"] = m.role
    return found


def _differing(index: CorpusIndex, one: Disagreement) -> dict[str, object]:
    return {
        "measure": one.measure,
        "unit": one.unit,
        "as_of": one.day,
        "series": one.series,
        "figures": [
            [
                p.figure.value,
                figure_words(index, p.figure, p.where),
                p.where.document,
                p.where.anchor,
            ]
            for p in one.figures
        ],
    }


def _event(index: CorpusIndex, e: Event) -> dict[str, object]:
    return {
        "id": e.id,
        "page": index.event_path(e),
        "kind": e.kind,
        "date": e.date,
        "first": e.first,
        "last": e.last,
        "precision": e.precision,
        "modality": e.modality,
        "status": e.status,
        "score": e.score,
        "sources": e.sources,
        "documents": e.documents,
        "sentences": [_sentence(evidence, index) for evidence in e.evidence],
        "figures": [_differing(index, one) for one in index.series.differing.get(e.id, ())],
        "entities": e.entities,
        "text": e.text,
        **edits_of(e.edits),
    }


def _sentence(evidence: Evidence, index: CorpusIndex) -> dict[str, object]:
    where, time = evidence.where, evidence.time
    text = index.documents[where.document].text[where.start : where.end]
    dated = {"words": time.text, "value": time.value, **_because(time.reason)} if time else {}
    document = index.documents[where.document]
    found = document.pages_of(where.start, where.end)
    pages = {"pages": [document.pages[page].label for page in found]} if found else {}
    status = {"status": evidence.status}
    return {"id": evidence.id, **place_of(where), "text": text, **pages, **dated, **status}


def place_of(where: Provenance) -> dict[str, object]:
    """Where a statement stands: its document, its offsets in the text, and its sentence."""
    return {
        "document": where.document,
        "start": where.start,
        "end": where.end,
        "anchor": where.anchor,
    }
