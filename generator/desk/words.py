"""Words that the desk shows: numbers with their nouns, dates, and sentences of sources."""

from __future__ import annotations

from generator.model import Corpus, Document, Event, Provenance
from generator.model.dates import when
from generator.render.dates import day_range, long_date


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 source", "1,200 sources"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def spelled_date(date: str) -> str:
    """A date in words: "22 March 2024"; an interval with both its ends."""
    return " – ".join(map(long_date, date.split("/")))


def spelled_time(text: str) -> str:
    """The time that a line of the table of events gives, in words: "about 1911"."""
    time = when(text)
    words = day_range(time.first, time.last) if "/" in time.date else long_date(time.date)
    marks = {"approximate": f"about {words}", "unsure": f"perhaps {words}"}
    return marks.get(time.modality, words)


def text_of(document: Document, where: Provenance) -> str:
    """The sentence at a place of a source, on one line."""
    return " ".join(document.text[where.start : where.end].split())


def sentence_of(corpus: Corpus, event: Event, name: str = "") -> str:
    """The sentence of an event that has an id, or else its first one; "" if it has none."""
    chosen = [e for e in event.evidence if e.id == name] or event.evidence[:1]
    for evidence in chosen:
        for document in corpus.documents:
            if document.id == evidence.where.document:
                return text_of(document, evidence.where)
    return ""
