"""Timeline and entities for other programs: tables, a calendar, a graph, and TimelineJS.

Text from sources stays text in each: cells that a spreadsheet would take for a formula are marked
as text, line ends cannot end a calendar's field, and markup is escaped where it would be shown.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from html import escape
from xml.sax.saxutils import quoteattr

from generator.csv_text import csv_bytes
from generator.model import Entity, Event
from generator.render.corpus_index import Library
from generator.render.exports.followthemoney import followthemoney
from generator.render.exports.json import DataFile
from generator.render.reasons import words
from generator.render.site import Site
from generator.render.urls import sentence_path
from generator.render.views.event_views import event_date, event_doubts, event_notes, key_days

_KEY_DATES = 100
_FOLD = 74  # bytes of a calendar's line; with the space before a further one, 75
_HEADER = (
    "id",
    "date",
    "first",
    "last",
    "precision",
    "modality",
    "status",
    "sources",
    "score",
    "published",
    "outlet",
    "title",
    "sentence",
    "words",
    "reason",
    "address",
    "edits",
)
_ENTITY_HEADER = (
    "id",
    "name",
    "type",
    "mentions",
    "sources",
    "first",
    "last",
    "spellings",
    "latitude",
    "longitude",
    "country",
)
_MENTION_HEADER = ("published", "outlet", "title", "words", "role", "sentence", "address")
_COLUMNS = (
    ("id", "stable name of the event; further sentences of it follow on lines of their own"),
    ("date, first, last, precision, modality, status", "as in timeline.json"),
    ("sources, score", "as in timeline.json"),
    ("published, outlet, title, sentence", "the source, and the sentence as it stands there"),
    ("words, reason", "the time expression and how it was read"),
    ("address, edits", "the sentence on this site; what editors changed"),
)


def export_files(library: Library, site: Site) -> tuple[DataFile, ...]:
    """The exports."""
    events = library.reported
    entities = library.corpus.entities
    return (
        DataFile(
            "data/entities.csv",
            "People, organisations and places as a table",
            "A line for each entity, for a spreadsheet.",
            "CSV",
            len(entities),
            (("spellings", "all of them, separated by semicolons; reasons are in entities.json"),),
            lambda: csv_bytes(_ENTITY_HEADER, _entity_rows(library)),
        ),
        DataFile(
            "data/entities.gexf",
            "Who is named beside whom",
            "A graph of entities that stand in the same sentences, for Gephi.",
            "GEXF",
            len(entities),
            (("weight", "number of sentences in which both are named"),),
            lambda: _graph(library).encode("utf-8", "replace"),
        ),
        DataFile(
            "data/entities.ftm.json",
            "Sources and entities for Aleph",
            "In the FollowTheMoney format, a line for each entity of that model.",
            "FollowTheMoney",
            len(entities) + len(library.corpus.documents),
            (("notes", "what sources call a person, with the source"),),
            lambda: followthemoney(library, site),
        ),
        DataFile(
            "data/timeline.csv",
            "Timeline as a table",
            "A line for each dated sentence, for a spreadsheet.",
            "CSV",
            sum(len(event.evidence) for event in events),
            _COLUMNS,
            lambda: csv_bytes(_HEADER, _dated_sentences(library, site)),
        ),
        DataFile(
            "data/timeline.ics",
            "Timeline as a calendar",
            "Every event as whole days, for a calendar program.",
            "iCalendar",
            len(events),
            (),
            lambda: _calendar(library, site).encode("utf-8", "replace"),
        ),
        DataFile(
            "data/timeline-js.json",
            "Key dates for TimelineJS",
            "The key dates, in the form that TimelineJS reads.",
            "JSON",
            len(key_days(library, _KEY_DATES)),
            (),
            lambda: _timeline_js(library, site).encode("utf-8", "replace"),
        ),
    )


def mention_table(library: Library, site: Site, entity: Entity) -> bytes:
    """A table of an entity's mentions, which stands beside its page."""
    return csv_bytes(_MENTION_HEADER, _mention_rows(library, site, entity))


def _mention_rows(library: Library, site: Site, entity: Entity) -> Iterator[tuple[object, ...]]:
    for mention in entity.mentions:
        where = mention.provenance
        line = library.source_line(library.documents[where.document])
        address = f"{site.base_url}{sentence_path(where)}"
        sentence = library.words(where)
        yield line.date, line.outlet, line.title, mention.text, mention.role, sentence, address


def _dated_sentences(library: Library, site: Site) -> Iterator[tuple[object, ...]]:
    for event in library.reported:
        facts = (event.id, event.date, event.first, event.last, event.precision, event.modality)
        edits = "; ".join(event.edits)
        if not event.evidence:
            empty = ("", event.sources, event.score, "", "", "", event.text, "", "", "", edits)
            yield (*facts, *empty)
        for evidence in event.evidence:
            document = library.documents[evidence.where.document]
            time = evidence.time
            yield (
                *facts,
                evidence.status,
                event.sources,
                event.score,
                document.date,
                document.publisher,
                document.title,
                library.words(evidence.where),
                time.text if time else "",
                words(time.reason) if time else "",
                site.base_url + sentence_path(evidence.where),
                edits,
            )


def _entity_rows(library: Library) -> Iterator[tuple[object, ...]]:
    for entity in library.corpus.entities:
        dates = [d for d in (library.documents[n].date for n in entity.documents) if d] or [""]
        spellings = "; ".join(alias.name for alias in entity.aliases)
        numbers = (len(entity.mentions), len(entity.documents))
        seen = (dates[0], dates[-1], spellings)
        at = entity.place
        place = (at.latitude, at.longitude, at.country) if at else ("", "", "")
        yield (entity.id, entity.name, entity.type, *numbers, *seen, *place)


def _graph(library: Library) -> str:
    """GEXF 1.3 (gexf.net): entities, and edges weighted by the sentences that two share."""
    nodes = [
        f"<node id={quoteattr(e.id)} label={quoteattr(e.name)}><attvalues>"
        f'<attvalue for="type" value={quoteattr(e.type)}/>'
        f'<attvalue for="mentions" value="{len(e.mentions)}"/></attvalues></node>'
        for e in library.corpus.entities
    ]
    quoted = {e.id: quoteattr(e.id) for e in library.corpus.entities}
    edges = [
        f'<edge source={quoted[one]} target={quoted[other]} weight="{len(mentions)}"/>'
        for one, beside in sorted(library.shared.items())
        for other, mentions in sorted(beside.items())
        if one < other
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">',
            '<attributes class="node"><attribute id="type" title="type" type="string"/>'
            '<attribute id="mentions" title="mentions" type="integer"/></attributes>',
            "<nodes>",
            *nodes,
            "</nodes>",
            "<edges>",
            *edges,
            "</edges>",
            "</graph></gexf>",
            "",
        ]
    )


def _words(library: Library, event: Event) -> str:
    """The editors' words for an event, or its representative sentence."""
    if event.text or not event.evidence:
        return event.text
    return library.words(event.evidence[0].where)


def _outlet(library: Library, event: Event) -> str:
    if not event.evidence:
        return "the editors"
    line = library.source_line(library.documents[event.evidence[0].where.document])
    return line.outlet or line.title


def _according_to(library: Library, event: Event) -> str:
    """Whose words they are, and all that qualifies them."""
    whose = "" if event.text else f"According to {_outlet(library, event)}. "
    edits = f"By the editors: {'; '.join(event.edits)}." if event.edits else ""
    notes = "".join(f"{note.capitalize()}. " for note in event_notes(event))
    others = event_doubts(event)
    doubts = f"Of its sentences, {others}. " if others else ""
    return f"{whose}{notes}{doubts}{edits}".strip()


def _calendar(library: Library, site: Site) -> str:
    """RFC 5545. Days without a time of day; the end is the day after the last."""
    stamp = site.updated.replace("-", "") + "T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sourcebook//Timeline//EN"]
    lines.append(_folded(f"X-WR-CALNAME:{_ics(site.title)}"))
    for event in library.reported:
        last = datetime.date.fromisoformat(event.last)
        # The calendar ends with the year 9999; an event on its last day has no day after.
        after = last + datetime.timedelta(days=last != datetime.date.max)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@sourcebook",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{event.first.replace('-', '')}",
            f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}",
            _folded(f"SUMMARY:{_ics(_words(library, event))}"),
            _folded(f"DESCRIPTION:{_ics(_according_to(library, event))}"),
        ]
        if site.base_url:
            lines.append(_folded(f"URL:{site.base_url}{library.event_path(event)}"))
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _ics(text: str) -> str:
    """Text of a property (RFC 5545, 3.3.11)."""
    text = " ".join(text.split())
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes (RFC 5545, 3.1), never cut inside a character."""
    if line.isascii():
        return "\r\n ".join([line[i : i + _FOLD] for i in range(0, len(line), _FOLD)])
    data = line.encode("utf-8", "replace")
    parts = []
    start = 0
    while start < len(data):
        end = min(start + _FOLD, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(data[start:end])
        start = end
    return b"\r\n ".join(parts).decode()


def _timeline_js(library: Library, site: Site) -> str:
    """TimelineJS 3 shows its texts as HTML, so they are escaped."""
    events = []
    for event in key_days(library, _KEY_DATES):
        words = escape(_words(library, event))
        outlet = escape(_according_to(library, event))
        address = escape(f"{site.base_url}{library.event_path(event)}")
        entry: dict[str, object] = {
            "unique_id": event.id,
            "start_date": _day(event.first),
            "display_date": event_date(event),
            "text": {
                "headline": words,
                "text": f'<p>{outlet} <a href="{address}">Source</a></p>',
            },
        }
        if event.first != event.last:
            entry["end_date"] = _day(event.last)
        events.append(entry)
    title = {"text": {"headline": escape(site.title), "text": escape(site.description)}}
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _day(day: str) -> dict[str, int]:
    year, month, number = map(int, day.split("-"))
    return {"year": year, "month": month, "day": number}
