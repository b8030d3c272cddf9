"""The key dates for TimelineJS 3, which shows its texts as HTML."""

from __future__ import annotations

import json
from html import escape

from generator.model.dates import Day
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.event_words import according_to, event_words
from generator.render.exports.json import MEDIA_TYPE
from generator.render.site import Site
from generator.render.views.event_views import event_date, key_days

_KEY_DATES = 100


def timelinejs_file(index: CorpusIndex, site: Site) -> DataFile:
    """The key dates, each with its most important sentence."""
    return DataFile(
        "data/timeline-js.json",
        "Key dates for TimelineJS",
        "The key dates in the format of TimelineJS.",
        "JSON",
        MEDIA_TYPE,
        len(key_days(index, _KEY_DATES)),
        (),
        lambda: _timeline_js(index, site).encode("utf-8", "replace"),
    )


def _timeline_js(index: CorpusIndex, site: Site) -> str:
    """All texts of sources are escaped."""
    events = []
    for event in key_days(index, _KEY_DATES):
        words = escape(event_words(index, event))
        outlet = escape(according_to(index, event))
        address = escape(f"{site.base_url}{index.event_path(event)}")
        entry: dict[str, object] = {
            "unique_id": event.id,
            "start_date": _day(event.first),
            "display_date": event_date(event),
            "text": {
                "headline": words,
                "text": f'<p>{outlet} <a href="{address}">{gettext("Source")}</a></p>',
            },
        }
        if event.first != event.last:
            entry["end_date"] = _day(event.last)
        events.append(entry)
    title = {"text": {"headline": escape(site.title), "text": escape(site.description)}}
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _day(day: str) -> dict[str, int]:
    """TimelineJS counts years before our era as people do: -44 is 44 BC, and there is no 0."""
    found = Day.parse(day)
    year = found.year if found.year > 0 else found.year - 1
    return {"year": year, "month": found.month, "day": found.day}
