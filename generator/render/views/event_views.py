"""Events dated in texts, as pages show them: finished words, quotes and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Claim, Event, Evidence
from generator.model.dates import MONTH, YEAR, chronological, length, parts, shortened, year_of
from generator.render.catalogues import gettext, message, messages, ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import century_of, century_words, day_range, long_date
from generator.render.drawings.histogram import Histogram, histogram
from generator.render.reasons import words as in_words
from generator.render.urls import entity_path, period_of
from generator.render.view_types import Link, Quote, SourceLine
from generator.render.views.claim_views import Holding, holdings
from generator.render.views.series_views import (
    DifferenceView,
    SeriesView,
    differences,
    series_views,
)
from generator.render.words import count, plural

_STATUS = {
    "planned": message("planned at the time of the report"),
    "uncertain": message("not certain in the source"),
    "negated": message("denied or negated in the source"),
    "reporting": message("the date of the report"),
}
_MODALITY = {
    "approximate": message("around this date"),
    "before": message("up to this date"),
    "after": message("from this date on"),
    "start": message("the beginning of this time"),
    "middle": message("the middle of this time"),
    "end": message("the end of this time"),
    "unsure": message("the date is not certain"),
}
_DOUBTS = (
    ("negated", messages("denies it", "deny it")),
    ("uncertain", messages("is not certain", "are not certain")),
    ("planned", messages("describes a plan", "describe a plan")),
    (
        "reporting",
        messages("gives only the date of the report", "give only the date of the report"),
    ),
)
_MOST_FIGURES = 4
_MANY = 2  # independent sources
_MOST_ENTITIES = 12
_MOST_OUTLETS = 3
_CENTURY = (98, 99)  # years from its first to its last; the first lacks one
_FOLDED = 6  # sentences after the first from which on they are folded away


@dataclass(frozen=True, slots=True)
class QuotationView:
    """One sentence of an event: whose it is, and why it is at this date.

    words, reason: the time expression and how it was read, or ""
    status: a sentence on whether it happened at all, or ""
    """

    id: str
    source: SourceLine
    quote: Quote
    words: str
    reason: str
    status: str


@dataclass(frozen=True, slots=True)
class Range:
    """A range within its year or month: where it begins and how long it is, in per cent."""

    x: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in a list.

    day_text: its date in words
    vague: whether it covers more than a day, or is uncertain; drawn differently then
    notes: what qualifies it ("planned at the time of the report")
    more: how many sentences and sources it rests on, or "" where there is one sentence
    doubts: how many of its sentences do not say that it happened, or ""
    differ: whether they disagree on figures
    text, edits: the editors' words (or the title of a record that is nothing but a date), and what
        they changed; or ""
    first: the representative sentence; None for an event that editors added
    said_by, holder, holder_path: whose claim that sentence reports ("Denied by", "Ann Lee"), and
        the holder's page; or ""
    """

    id: str
    path: str
    day_text: str
    vague: bool
    range: Range | None
    notes: tuple[str, ...]
    more: str
    doubts: str
    differ: bool
    text: str
    edits: str
    first: QuotationView | None
    said_by: str
    holder: str
    holder_path: str


@dataclass(frozen=True, slots=True)
class FullEventView(EventView):
    """An event with all that the sources say of it.

    others: the sentences after the first; others_words: how many, of how many sources;
        others_shown: whether they are few enough to be shown at once
    differences: where its sources disagree on figures
    series: its figures over time
    claims: who says what in its sentences
    entities: those mentioned there
    """

    others: tuple[QuotationView, ...]
    others_words: str
    others_shown: bool
    differences: tuple[DifferenceView, ...]
    series: tuple[SeriesView, ...]
    claims: tuple[Holding, ...]
    entities: tuple[Link, ...]


def event_view(
    index: CorpusIndex, event: Event, about: frozenset[tuple[str, str]] = frozenset()
) -> EventView:
    """The event as lists show it.

    about: sentences (document, anchor) of which one is to represent it, if it has one
    """
    found = (e for e in event.evidence if (e.where.document, e.where.anchor) in about)
    first = next(found, None) or next(iter(event.evidence), None)
    return EventView(**_short(index, event, first))


def full_event_view(index: CorpusIndex, event: Event) -> FullEventView:
    """The event as it is shown where all its sentences are."""
    first, *others = event.evidence or (None,)
    words = ngettext(
        "{number} more sentence; {sources}",
        "{number} more sentences; {sources}",
        len(others),
        number=len(others),
        sources=_independent(event),
    )
    doubts = event_doubts(event)
    series = index.series.of_event.get(event.id, ())
    return FullEventView(
        **_short(index, event, first),
        others=tuple(_quotation(index, e) for e in others if e),
        others_words=f"{words}; {doubts}" if doubts else words,
        others_shown=len(others) <= _FOLDED,
        differences=differences(index, index.series.differing.get(event.id, ())[:_MOST_FIGURES]),
        series=series_views(index, series),
        claims=holdings(index, event),
        entities=tuple(
            Link(entity_path(index.entities[name]), index.entities[name].name)
            for name in event.entities[:_MOST_ENTITIES]
        ),
    )


def _short(index: CorpusIndex, event: Event, first: Evidence | None) -> dict[str, Any]:
    """The fields of an `EventView`."""
    sentences = len(event.evidence)
    claim = claim_of(index, first) if first else None
    said_by, holder = index.claims.said_by(claim) if claim else ("", "")
    return {
        "id": event.id,
        "path": index.event_path(event),
        "day_text": event_date(event),
        "vague": event.first != event.last or bool(event.modality or event.status),
        "range": _range(event),
        "notes": event_notes(event),
        "more": _more(event, sentences) if sentences > 1 else "",
        "doubts": event_doubts(event),
        "differ": event.id in index.series.differing,
        "text": event.text or index.stand_in(event),
        "edits": "; ".join(map(in_words, event.edits)),
        "first": _quotation(index, first) if first else None,
        "said_by": said_by,
        "holder": holder,
        "holder_path": entity_path(index.entities[claim.entity]) if claim and claim.entity else "",
    }


def told_words(index: CorpusIndex, event: Event) -> str:
    """An event in words, with whose claim it is if its sentence is one."""
    words = event.text or index.stand_in(event)
    if words or not event.evidence:
        return words
    claim = claim_of(index, event.evidence[0])
    words = index.told(event.evidence[0])
    return f"{' '.join(filter(None, index.claims.said_by(claim)))}: {words}" if claim else words


def claim_of(index: CorpusIndex, evidence: Evidence) -> Claim | None:
    """The claim that says what happened at a date; None where the source itself says so."""
    where, time = evidence.where, evidence.time
    inside = time is not None and where.start <= time.start < where.end
    claim = index.claims.of(where, time.start if time and inside else where.start)
    if claim is None:
        # "The mayor said on Monday that …": nearly all of the sentence is what is said.
        half = (where.end - where.start) / 2
        claims = index.claims.in_sentence(where)
        claim = next((one for one in claims if one.end - one.start > half), None)
    outlet = index.documents[where.document].outlet.casefold()
    if claim and outlet and claim.holder.casefold().endswith(outlet):
        return None
    return claim


def _independent(event: Event) -> str:
    return count(event.sources, "independent source", "independent sources")


def _more(event: Event, sentences: int) -> str:
    return ngettext(
        "One of {number} sentence; {sources}",
        "One of {number} sentences; {sources}",
        sentences,
        number=sentences,
        sources=_independent(event),
    )


def event_notes(event: Event) -> tuple[str, ...]:
    """What qualifies an event: its status and its modality, in words."""
    notes = (_STATUS.get(event.status, ""), _MODALITY.get(event.modality, ""))
    return tuple(gettext(note) for note in notes if note)


def event_doubts(event: Event) -> str:
    """How many of its sentences do not say that it happened, in words."""
    if event.status:
        return ""
    found: Counter[str] = Counter(evidence.status for evidence in event.evidence)
    words = [
        f"{found[status]} {plural(found[status], *says)}"
        for status, says in _DOUBTS
        if found[status]
    ]
    return ", ".join(words)


def event_date(event: Event) -> str:
    """The event's date in words."""
    if "/" not in event.date:
        return long_date(event.date)
    first, last = year_of(event.first), year_of(event.last)
    if event.precision == "century" and last - first in _CENTURY:
        return century_words(century_of(first))
    return day_range(event.first, event.last)


def key_days(index: CorpusIndex, most: int, events: Sequence[Event] | None = None) -> list[Event]:
    """The first event of each of the most important days, by date; pinned ones always.

    events: of these only; by default, of all whose days the sources hold important at all
    """
    best: dict[str, Event] = {}
    given = index.reported if events is None else events
    for event in given:
        if event.status == "reporting" and event.sources < _MANY and not event.pinned:
            continue  # what one source says on a day is not yet what happened on it
        known = best.get(event.first)
        if known is None or event.score > known.score:
            best[event.first] = event
    ranked = sorted(best.values(), key=lambda e: (not e.pinned, -e.score, chronological(e.first)))
    chosen = {e.id: e for e in [e for e in ranked if e.score > 0 or events is not None][:most]}
    chosen |= {e.id: e for e in given if e.pinned}
    return sorted(chosen.values(), key=lambda e: (chronological(e.first), e.id))


def event_histogram(
    index: CorpusIndex, events: Sequence[Event], within: str | None = None
) -> Histogram | None:
    """How many sentences mention each date.

    within: the period of the page that shows it ("" for all), whose bars lead to the pages of
        theirs, or to their place on a longer one; None where they lead nowhere
    """
    dates = [
        shortened(e.first, length(period_of(e))) for e in events for _ in e.evidence or (None,)
    ]
    noun = messages("dated sentence", "dated sentences")

    def page(period: str) -> str:
        known = within is not None and period != within and period in index.periods.events
        return index.periods.path(period) if known else ""

    return histogram(dates, noun, gettext("Sentences by date mentioned"), page)


def _quotation(index: CorpusIndex, evidence: Evidence) -> QuotationView:
    time = evidence.time
    status = _STATUS.get(evidence.status, "")
    return QuotationView(
        id=evidence.id,
        source=index.source_line(evidence.where.document),
        quote=index.quote_time(evidence),
        words=time.text if time else "",
        reason=in_words(time.reason) if time else "",
        status=f"{gettext(status).capitalize()}." if status else "",
    )


def _range(event: Event) -> Range | None:
    """How a range lies in its month or year; None for a day, or for a whole month or year."""
    if event.first == event.last or event.precision in ("month", "year"):
        return None
    year, month = shortened(event.first, YEAR), shortened(event.first, MONTH)
    if year != shortened(event.last, YEAR):
        return None
    within, days, start, end = year, 366, _of_year(event.first), _of_year(event.last)
    if month == shortened(event.last, MONTH):
        within, days = month, 31
        start, end = int(parts(event.first)[2]), int(parts(event.last)[2])
    x = round(100 * (start - 1) / days, 2)
    width = round(min(max(100 * (end - start + 1) / days, 2.0), 100 - x), 2)
    return Range(
        x,
        width,
        gettext("{date}, within {period}", date=event_date(event), period=long_date(within)),
    )


def _of_year(day: str) -> int:
    """The number of a day in its year, near enough to be drawn."""
    _, month, number = parts(day)
    return round((int(month) - 1) * 30.5) + int(number)
