"""The timeline for TimelineJS 3, which shows its texts as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape

from generator.model import Event
from generator.model.dates import Day
from generator.render.catalogues import gettext, message
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.event_words import according_to, drawn_events, event_words
from generator.render.exports.parts import Part, parts_of
from generator.render.exports.records import MEDIA_TYPE
from generator.render.site import Site
from generator.render.views.event_views import event_date
from generator.render.words import number

# The rows of the timeline: what is planned, uncertain or denied does not stand among what happened.
_GROUPS = {
    "": message("Reported"),
    "planned": message("Planned"),
    "uncertain": message("Uncertain"),
    "negated": message("Denied"),
    "reporting": message("Date of the report"),
}


def timelinejs_file(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Events with their representative sentences; of very many the most important."""
    events = drawn_events(index)
    about = gettext("Every event in the format of TimelineJS.")
    if len(events) < len(index.reported):
        about = gettext(
            "The {number} most important events in the format of TimelineJS.",
            number=number(len(events)),
        )
    return DataFile(
        "data/timeline-js.json",
        "Timeline for TimelineJS",
        about,
        "JSON",
        MEDIA_TYPE,
        len(events),
        (
            ("start_date, end_date", "first and last day; no end where it is one day"),
            ("group", "whether it is reported as having happened, planned, uncertain or denied"),
        ),
        lambda: _parts(index, site, events, digests),
    )


def _parts(
    index: CorpusIndex, site: Site, events: Sequence[Event], digests: Digests
) -> Iterator[Part]:
    """An event a line. All texts of sources are escaped."""
    title = {"text": {"headline": escape(site.title), "text": escape(site.description)}}
    yield Part(lambda: _bytes(f'{{"title":{_json(title)},"events":[\n'))
    yield from parts_of(
        events,
        lambda event: event.id,
        lambda own: _bytes(",\n".join(_json(_entry(index, site, event)) for event in own)),
        lambda event: digests.events[event.id],
        between=b",\n",
    )
    yield Part(lambda: b"\n]}\n")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _entry(index: CorpusIndex, site: Site, event: Event) -> dict[str, object]:
    outlet = escape(according_to(index, event))
    address = escape(f"{site.base_url}{index.event_path(event)}")
    entry: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _day(event.first),
        "display_date": event_date(event),
        "group": gettext(_GROUPS[event.status]),
        "text": {
            "headline": escape(event_words(index, event)),
            "text": f'<p>{outlet} <a href="{address}">{gettext("Source")}</a></p>',
        },
    }
    if event.first != event.last:
        entry["end_date"] = _day(event.last)
    return entry


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _day(day: str) -> dict[str, int]:
    """TimelineJS counts years before our era as people do: -44 is 44 BC, and there is no 0."""
    found = Day.parse(day)
    year = found.year if found.year > 0 else found.year - 1
    return {"year": year, "month": found.month, "day": found.day}
