"""What `analyse` finds in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.documents import EntityType, Provenance
from generator.model.reasons import Reason

Status = Literal["", "planned", "uncertain", "negated", "reporting"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an entity.

    text: the words as they stand there
    type: type of the entity named
    name: the name under which it was found
    role: what the sentence calls a person beside the name ("Russian President"), or ""
    """

    text: str
    type: EntityType
    name: str
    provenance: Provenance
    role: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression, after TIMEX3 (TimeML 1.2.1).

    start, end: offsets in the document's text
    text: the words as they stand there
    type: DATE, TIME, DURATION or SET
    value: TIMEX3 value, without any extension
    first, last: the first and the last calendar day covered; "" when it is off the calendar
    precision: "day", "month", "year", "interval", … ; "" when it is off the calendar
    modality: "" or "approximate", "before", "after", …
    reason: how the value was found
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    first: str
    last: str
    precision: str
    modality: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a sentence gives, and what it counts.

    start, end: offsets in the document's text, qualifying words ("at least") included
    value: the number itself
    measure: what is counted: "dead", "injured", "arrested", or the counted noun
    """

    start: int
    end: int
    value: float
    measure: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that bears a calendar date: an event at that date, as one document tells it.

    where: the sentence
    time: the time expression, one on the calendar
    status: "" when told as having happened; otherwise "planned", "uncertain", "negated", or
        "reporting" when the date is that of the report and not of what it tells
    figures: the figures that the sentence gives
    """

    where: Provenance
    time: TimeExpression
    status: Status
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What `analyse` found in one document.

    document: id of the document
    mentions: in the order of the text, never overlapping
    adjectives: words like "Russian" and the country they lead to; no mentions of it
    times: in the order of the text, never overlapping
    candidates: the dated sentences, in the order of the text
    sketch: a sample of the document's word sequences, to recognise copies of it
    """

    document: str
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    candidates: tuple[Candidate, ...]
    sketch: tuple[int, ...]
    adjectives: tuple[Mention, ...] = ()
