"""The derived facts of a site as pages for other generators; see `peers.py`."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.render.exports.reading import records

Record = dict[str, Any]
KINDS = {"people": "People", "organisations": "Organisations", "places": "Places"}
TAGS = 5  # of a document
LISTED = 100  # entries on a page of a list
_SPECIAL = re.compile(r"[&<>`*_{}\[\]\\~|]")
_LINE_START = re.compile(r"^(?:[#+\-=:]|\d+(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Page:
    """A page for a peer. `path`: without a suffix; `kind`: its template; `facts`: for the template.

    By kind the facts are, for an entity: sources (id, title, date, sentences); a period: up (the
    period that contains it), parts (id, count), events (date, and quotes: text, id, title, date); a
    list: entries (path, title, about), before, after; a source: names, or nothing.
    """

    path: str
    kind: str
    title: str
    about: str
    facts: Record = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The derived facts of a site.

    sources: id, title, date, text, names (title and entities of a kind: id, name, count).
    """

    sources: list[Record]
    entities: list[Page]
    periods: list[Page]


def read_facts(site_data: Path) -> Facts:
    """The derived facts of the site whose data folder this is."""
    documents = {d["id"]: d for d in records(site_data, "documents")}
    named: dict[str, dict[str, list[Record]]] = {d: {} for d in documents}
    entities = []
    for entity in _entities(site_data):
        if not entity["mentions"]:
            continue
        count = Counter(m["document"] for m in entity["mentions"])
        kind = entity["id"].partition("/")[0]
        for document, times in count.items():
            one = {"id": entity["id"], "name": entity["name"], "count": times}
            named[document].setdefault(kind, []).append(one)
        entities.append(_entity(entity, documents))
    sources = []
    for d in documents.values():
        groups = [{"title": KINDS[k], "entities": v} for k, v in sorted(named[d["id"]].items())]
        sources.append(_reference(d) | {"text": d["text"], "names": groups})
    return Facts(sources, entities, _periods(records(site_data, "timeline"), documents))


def _entities(site_data: Path) -> list[Record]:
    """All entities with their mentions, which have files of their own in large archives."""
    entities: list[Record] = records(site_data, "entities")
    if (site_data / "mentions").is_dir():
        mentions: dict[str, list[Record]] = {entity["id"]: [] for entity in entities}
        for one in records(site_data, "mentions"):
            if not one["adjective"]:
                mentions[one["entity"]].append(one)
        entities = [{**entity, "mentions": mentions[entity["id"]]} for entity in entities]
    return entities


def _reference(document: Record) -> Record:
    """A document as other pages refer to it."""
    return {"id": document["id"], "title": _line(document["title"]), "date": document["date"]}


def _entity(entity: Record, documents: dict[str, Record]) -> Page:
    """The page of an entity, with each of its sentences once, by source."""
    anchors: dict[str, set[str]] = {}
    for mention in entity["mentions"]:
        anchors.setdefault(mention["document"], set()).add(mention["anchor"])
    sources = []
    for identifier, here in anchors.items():
        document = documents[identifier]
        spans = ((start, end) for anchor, start, end in document["sentences"] if anchor in here)
        sentences = [_line(document["text"][start:end]) for start, end in spans]
        sources.append(_reference(document) | {"sentences": sentences})
    about = f"{len(entity['mentions'])} mentions in {len(sources)} sources"
    return Page(entity["id"], "entity", _line(entity["name"]), about, {"sources": sources})


def _periods(events: list[Record], documents: dict[str, Record]) -> list[Page]:
    """Pages of days, months and years with their events; a month also shows those of its days."""
    shown: dict[str, list[Record]] = {}
    parts: dict[str, set[str]] = {}
    for event in events:
        if event["kind"] == "publication":
            continue
        quotes = [
            _reference(documents[s["document"]]) | {"text": _line(s["text"])}
            for s in event["sentences"]
        ]
        day = event["page"].split("#")[0].removesuffix(".html").split("/")[1]
        month, year = day[:7], day[:4]
        for period in {day, month}:
            shown.setdefault(period, []).append({"date": event["date"], "quotes": quotes})
        for period, part in ((year, month), (month, day)):
            if part != period:
                parts.setdefault(period, set()).add(part)
    pages = []
    for period in sorted({*shown, *parts}):
        here = shown.get(period, [])
        facts = {
            "up": period.rpartition("-")[0],
            "parts": [{"id": p, "count": len(shown[p])} for p in sorted(parts.get(period, ()))],
            "events": here,
        }
        pages.append(Page(f"timeline/{period}", "period", period, f"{len(here)} events", facts))
    return pages


def tags_of(source: Record) -> tuple[str, ...]:
    """The most frequent names in a source."""
    entities = (entity for group in source["names"] for entity in group["entities"])
    ordered = sorted(entities, key=lambda e: -int(e["count"]))
    # A comma would end a tag in Pelican.
    return tuple(dict.fromkeys(_line(e["name"].replace(",", " ")) for e in ordered[:TAGS]))


def source_page(source: Record, tags: tuple[str, ...], facts: Record) -> Page:
    text = _markdown(source["text"])
    path = f"sources/{source['id']}"
    return Page(path, "source", source["title"], source["date"], facts, tags, text)


def tag_page(tag: str, sources: list[Record]) -> Page:
    """The page of a tag, for a peer without tags: an entity without sentences."""
    bare = [{key: source[key] for key in ("id", "title", "date")} for source in sources]
    return Page(_tag_path(tag), "entity", tag, f"{len(sources)} sources", {"sources": bare})


def tag_links(tags: Iterable[str]) -> Record:
    entities = [{"id": _tag_path(tag), "name": tag, "count": 1} for tag in tags]
    return {"names": [{"title": "Tags", "entities": entities}]}


def _tag_path(tag: str) -> str:
    return f"tags/{zlib.crc32(tag.encode()):08x}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _markdown(text: str) -> str:
    """A text as Markdown that renders unchanged.

    Escaped with character references rather than backslashes: all four understand them, and they
    cannot start a shortcode or a template tag.
    """
    paragraphs = (_line(block) for block in re.split(r"\n\s*\n", text))
    return "\n\n".join(_LINE_START.sub(_refer, _SPECIAL.sub(_refer, p)) for p in paragraphs)


def _refer(found: re.Match[str]) -> str:
    text = found.group()
    return f"&#{ord(text[0])};{text[1:]}"


def lists_of(pages: Iterable[Page]) -> Iterator[Page]:
    """Lists of all pages of a folder, for peers that do not make them."""
    folders: dict[str, list[Page]] = {}
    for page in pages:
        folders.setdefault(page.path.split("/")[0], []).append(page)
    for name, members in folders.items():
        members.sort(key=lambda p: p.title)
        chunks = [members[n : n + LISTED] for n in range(0, len(members), LISTED)]
        paths = ["", *(f"{name}/{n or 'index'}" for n in range(len(chunks))), ""]
        for number, chunk in enumerate(chunks, 1):
            entries = [{"path": p.path, "title": p.title, "about": p.about} for p in chunk]
            facts = {"entries": entries, "before": paths[number - 1], "after": paths[number + 1]}
            about = f"{number} of {len(chunks)}"
            yield Page(paths[number], "list", name.title(), about, facts)
