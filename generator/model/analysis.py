"""The types of `analyse`: what is found in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.documents import EntityType, Provenance
from generator.model.reasons import Reason

Status = Literal["", "planned", "uncertain", "negated", "reporting"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an entity in a text.

    text: the words in the text
    type: type of the entity
    name: the name under which it was found
    role: what the sentence calls a person next to the name ("Russian President"), or ""
    """

    text: str
    type: EntityType
    name: str
    provenance: Provenance
    role: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression, following TIMEX3 (TimeML 1.2.1).

    start, end: offsets in the document's text
    text: the words in the text
    type: DATE, TIME, DURATION or SET
    value: TIMEX3 value, without any extension
    first, last: the first and the last calendar day covered; "" if it has no calendar date
    precision: "day", "month", "year", "interval", … ; "" if it has no calendar date
    modality: "" or "approximate", "before", "after", …; "unsure" where the year, or the order of
        day and month, is a guess
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


Bound = Literal["exact", "at least", "at most", "about", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that tells the size of what happened, and what it counts.

    start, end: offsets in the document's text, with the words that say how exact it is
    low, high: the number; of a range its ends, else alike. Of "dozens" the lowest that is meant;
        of a share in per cent
    bound: how exact it is
    measure: what is counted: a known measure ("dead", "injured", …) or the counted noun
    unit: ISO 4217 code of a sum of money, "%" of a share, or ""
    noun: offsets of the counted noun ("soldiers" of "three soldiers were killed"), or alike
    adds: whether it comes on top of another ("seven others")
    subject: offsets of the noun with what describes it ("soldiers of the Old Guard"), or alike
    whole: offsets of what it is a part of ("the crew" of "12 per cent of the crew"), or alike
    since: offsets of the words that make it a running total ("since March", "so far"), or alike
    beginning: ISO date from which that runs, as much as is known, or ""
    as_of: ISO date for which the sentence gives it ("as of Monday"); "" is that of the report
    """

    start: int
    end: int
    low: float
    high: float
    bound: Bound
    measure: str
    unit: str
    noun: tuple[int, int]
    adds: bool = False
    subject: tuple[int, int] = (0, 0)
    whole: tuple[int, int] = (0, 0)
    since: tuple[int, int] = (0, 0)
    beginning: str = ""
    as_of: str = ""

    @property
    def is_total(self) -> bool:
        """Whether it is a running total."""
        return self.since[0] < self.since[1]

    @property
    def value(self) -> float:
        """The number; of a range the lower end."""
        return self.low


ClaimKind = Literal["says", "denies", "demands", "promises", "warns", "accuses", "confirms", "asks"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying that a sentence reports. All places are offsets in the document's text.

    verb: the words that say so, which belong to one sentence
    kind: what the verb makes of it
    holder: the words that name who says it, in the same sentence
    refers: the name for which a pronoun stands, in the same or the sentence before; of a pronoun
        that stays open, and of a name, alike and empty
    part: what is said; a quotation may go on beyond the sentence
    quoted: whether it is given word for word
    """

    verb: tuple[int, int]
    kind: ClaimKind
    holder: tuple[int, int]
    refers: tuple[int, int]
    part: tuple[int, int]
    quoted: bool


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with a calendar date: an event on that date, according to one document.

    where: the sentence
    time: the time expression, which has a calendar date; in the sentence, or a sentence of its own
        beside it (a heading, a cell of the same row)
    status: "" if asserted as having happened; otherwise "planned", "uncertain", "negated", or
        "reporting" if the date is that of the report and not of the event
    """

    where: Provenance
    time: TimeExpression
    status: Status

    @property
    def place(self) -> tuple[int, int]:
        """Where the expression is in the sentence; nowhere, at its end, if it is outside."""
        where = self.where
        first = min(max(self.time.start, where.start), where.end)
        return first, max(first, min(self.time.end, where.end))


@dataclass(frozen=True, slots=True)
class Analysis:
    """What `analyse` found in one document.

    document: id of the document
    mentions: in the order of the text, never overlapping
    adjectives: words like "Russian" with their country; not counted as mentions of it
    times: in the order of the text, never overlapping
    dated_sentences: the dated sentences, in the order of the text
    sketch: a MinHash sketch of the document's word sequences, to recognise copies
    figures: all figures, in the order of the text
    sayings: who says what, in the order of the text
    """

    document: str
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    dated_sentences: tuple[DatedSentence, ...]
    sketch: tuple[int, ...]
    adjectives: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    sayings: tuple[Saying, ...] = ()
