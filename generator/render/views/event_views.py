"""Events that the texts date, as pages show them: finished words, quotes and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Event, Evidence, FigureGroup, Provenance
from generator.render.corpus_index import Library, Link, Quote, SourceLine
from generator.render.dates import day_range, long_date
from generator.render.drawings.histogram import Histogram, histogram
from generator.render.reasons import words
from generator.render.urls import entity_path, period_of, sentence_path

_STATUS = {
    "planned": "planned at the time of the report",
    "uncertain": "not certain in the source",
    "negated": "denied or negated in the source",
    "reporting": "the date of the report",
}
_MODALITY = {
    "approximate": "about this date",
    "before": "up to this date",
    "after": "from this date on",
    "start": "the beginning of this time",
    "middle": "the middle of this time",
    "end": "the end of this time",
}
_DOUBTS = (
    ("negated", "denies it", "deny it"),
    ("uncertain", "is not certain", "are not certain"),
    ("planned", "speaks of a plan", "speak of a plan"),
    ("reporting", "dates only its report", "date only their reports"),
)
_MOST_FIGURES = 4
_MANY = 2  # independent sources


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of an event: whose it is, and why it stands at this date."""

    id: str
    source: SourceLine
    quote: Quote
    words: str
    reason: str
    status: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: its words, the number of sources that give it, and where one of them does.

    first: when the earliest of them appeared, in words
    """

    words: str
    sources: int
    path: str
    outlets: str
    first: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Different figures for one measure, by value."""

    measure: str
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """A range within its year or month: where it begins and how long it is, in per cent."""

    x: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in a list.

    day_text: its date in words
    vague: whether it covers more than a day, or is uncertain; drawn differently then
    notes: what qualifies it ("planned at the time of the report")
    sentences: how many it rests on
    differ: whether they give different figures
    first: the representative sentence; None for an event that editors added
    """

    id: str
    path: str
    day_text: str
    vague: bool
    range: Range | None
    notes: tuple[str, ...]
    sources: int
    sentences: int
    doubts: str
    differ: bool
    text: str
    edits: tuple[str, ...]
    first: Saying | None


@dataclass(frozen=True, slots=True)
class WholeHappening(Happening):
    """An event with all that the sources say of it.

    others: the sentences after the first
    entities: those named there
    """

    others: tuple[Saying, ...]
    figures: tuple[Figures, ...]
    entities: tuple[Link, ...]


def happening(
    library: Library, event: Event, about: frozenset[tuple[str, str]] = frozenset()
) -> Happening:
    """The event as lists show it.

    about: sentences (document, anchor) of which one is to stand for it, if it has one
    """
    found = (e for e in event.evidence if (e.where.document, e.where.anchor) in about)
    return Happening(
        **_short(library, event, next(found, None) or next(iter(event.evidence), None))
    )


def whole_happening(library: Library, event: Event) -> WholeHappening:
    """The event as it is shown where all its sentences stand."""
    first, *others = event.evidence or (None,)
    return WholeHappening(
        **_short(library, event, first),
        others=tuple(_saying(library, e) for e in others if e),
        figures=tuple(_figures(library, group) for group in event.figures[:_MOST_FIGURES]),
        entities=tuple(
            Link(entity_path(name), library.entities[name].name) for name in event.entities[:12]
        ),
    )


def _short(library: Library, event: Event, first: Evidence | None) -> dict[str, Any]:
    """The fields of a `Happening`."""
    return {
        "id": event.id,
        "path": library.event_path(event),
        "day_text": event_date(event),
        "vague": event.first != event.last or bool(event.modality or event.status),
        "range": _range(event),
        "notes": event_notes(event),
        "sources": event.sources,
        "sentences": len(event.evidence),
        "doubts": event_doubts(event),
        "differ": bool(event.figures),
        "text": event.text,
        "edits": event.edits,
        "first": _saying(library, first) if first else None,
    }


def event_notes(event: Event) -> tuple[str, ...]:
    """What qualifies an event: its status and its modality, in words."""
    notes = (_STATUS.get(event.status, ""), _MODALITY.get(event.modality, ""))
    return tuple(filter(None, notes))


def event_doubts(event: Event) -> str:
    """How many of its sentences do not tell the event as having happened, in words."""
    if event.status:
        return ""
    count: Counter[str] = Counter(evidence.status for evidence in event.evidence)
    words = [
        f"{count[status]} {says if count[status] == 1 else say}"
        for status, says, say in _DOUBTS
        if count[status]
    ]
    return ", ".join(words)


def event_date(event: Event) -> str:
    """The event's date in words."""
    if "/" not in event.date:
        return long_date(event.date)
    return day_range(event.first, event.last)


def key_days(library: Library, most: int, events: Sequence[Event] | None = None) -> list[Event]:
    """The first event of each of the most important days, by date; pinned ones always.

    events: of these only; by default, of all whose days the sources hold important at all
    """
    best: dict[str, Event] = {}
    given = library.reported if events is None else events
    for event in given:
        if event.status == "reporting" and event.sources < _MANY and not event.pinned:
            continue  # what one source says on a day is not yet what happened on it
        known = best.get(event.first)
        if known is None or event.score > known.score:
            best[event.first] = event
    ranked = sorted(best.values(), key=lambda e: (not e.pinned, -e.score, e.first))
    chosen = {e.id: e for e in [e for e in ranked if e.score > 0 or events is not None][:most]}
    chosen |= {e.id: e for e in given if e.pinned}
    return sorted(chosen.values(), key=lambda e: (e.first, e.id))


def event_histogram(events: Sequence[Event]) -> Histogram | None:
    """How many sentences tell of each date."""
    dates = [e.first[: len(period_of(e))] for e in events for _ in e.evidence or (None,)]
    return histogram(dates, ("dated sentence", "dated sentences"))


def _saying(library: Library, evidence: Evidence) -> Saying:
    document = library.documents[evidence.where.document]
    time = evidence.time
    return Saying(
        id=evidence.id,
        source=library.source_line(document),
        quote=library.quote_time(evidence),
        words=time.text if time else "",
        reason=words(time.reason) if time else "",
        status=_STATUS.get(evidence.status, ""),
    )


def _figures(library: Library, group: FigureGroup) -> Figures:
    """Figures in equal words as one line; each of them is an independent source's."""
    by_words: dict[tuple[float, str], list[Provenance]] = {}
    for value, text, where in group.figures:
        by_words.setdefault((value, text), []).append(where)
    lines = []
    for (_, text), places in sorted(by_words.items(), key=lambda item: item[0]):
        documents = sorted({where.document for where in places})
        outlets = sorted(
            {library.source_line(library.documents[d]).outlet for d in documents} - {""}
        )
        shown = ", ".join(outlets[:3]) + (" …" if len(outlets) > 3 else "")
        dates = [library.documents[name].date for name in documents]
        first = long_date(min(filter(None, dates), default=""))
        lines.append(FigureLine(text, len(places), sentence_path(places[0]), shown, first))
    return Figures(group.measure, tuple(lines))


def _range(event: Event) -> Range | None:
    """How a range lies in its month or year; None for a day, or for a whole month or year."""
    if event.first == event.last or event.precision in ("month", "year"):
        return None
    if event.first[:4] != event.last[:4]:
        return None
    within, length, start, end = event.first[:4], 366, _of_year(event.first), _of_year(event.last)
    if event.first[:7] == event.last[:7]:
        within, length = event.first[:7], 31
        start, end = int(event.first[8:]), int(event.last[8:])
    x = round(100 * (start - 1) / length, 2)
    width = round(min(max(100 * (end - start + 1) / length, 2.0), 100 - x), 2)
    return Range(x, width, f"{event_date(event)}, within {long_date(within)}")


def _of_year(day: str) -> int:
    """Place of a day in its year, near enough to be drawn."""
    return round((int(day[5:7]) - 1) * 30.5) + int(day[8:10])
