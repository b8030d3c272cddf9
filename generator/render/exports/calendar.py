"""The timeline as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Event
from generator.model.dates import LAST_YEAR, Day, is_before_our_era
from generator.render.catalogues import gettext, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.event_words import according_to, drawn_events, event_words
from generator.render.exports.parts import Part, parts_of
from generator.render.site import Site
from generator.render.words import number

_LAST_DAY = Day.of(LAST_YEAR, 12, 31)
_FOLD = 74  # bytes of a calendar's line; with the space before a further one, 75


def calendar_file(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Events as whole days, but for those before the year 1; of very many the most important."""
    drawn = drawn_events(index)
    events = [event for event in drawn if not is_before_our_era(event.first)]
    left_out = len(drawn) - len(events)
    about = gettext("Every event as an all-day entry, for calendar programs.")
    if len(drawn) < len(index.reported):
        about = gettext(
            "The {number} most important events as all-day entries, for calendar programs.",
            number=number(len(drawn)),
        )
    if left_out:
        about += " " + ngettext(
            "{number} event before our era is left out.",
            "{number} events before our era are left out.",
            left_out,
            number=number(left_out),
        )
    return DataFile(
        "data/timeline.ics",
        "Timeline as a calendar",
        about,
        "iCalendar",
        "text/calendar",  # RFC 5545, section 8.1
        len(events),
        (),
        lambda: _parts(index, site, events, digests),
    )


def _parts(
    index: CorpusIndex, site: Site, events: Sequence[Event], digests: Digests
) -> Iterator[Part]:
    """Days without a time of day; the end is the day after the last."""
    begin = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sourcebook//Timeline//EN")
    title = _folded(f"X-WR-CALNAME:{_ics(site.title)}")
    yield Part(lambda: _lines((*begin, title)))
    yield from parts_of(
        events,
        lambda event: event.id,
        lambda own: _lines(_entries(index, site, own)),
        lambda event: (digests.events[event.id], site.updated),
    )
    yield Part(lambda: _lines(("END:VCALENDAR",)))


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def _entries(index: CorpusIndex, site: Site, events: Iterable[Event]) -> Iterator[str]:
    stamp = site.updated.replace("-", "") + "T000000Z"
    for event in events:
        last = Day.parse(event.last)
        # The calendar ends with the year 9999; an event on its last day has no day after.
        after = last if last == _LAST_DAY else last.plus(1)
        yield "BEGIN:VEVENT"
        yield f"UID:{event.id}@sourcebook"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;VALUE=DATE:{event.first.replace('-', '')}"
        yield f"DTEND;VALUE=DATE:{str(after).replace('-', '')}"
        yield _folded(f"SUMMARY:{_ics(event_words(index, event))}")
        yield _folded(f"DESCRIPTION:{_ics(according_to(index, event))}")
        if site.base_url:
            yield _folded(f"URL:{site.base_url}{index.event_path(event)}")
        yield "END:VEVENT"


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
