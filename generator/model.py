"""The data that passes along the line. All types are frozen; a stage makes new ones.

Offsets are half-open and count Unicode code points of `Document.text`. A date is an ISO string of
as much as is known: "2024", "2024-03" or "2024-03-25"; "" is an unknown date. Such strings sort
as the dates they stand for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

EntityType = Literal["person", "organisation", "place"]
PassageKind = Literal["paragraph", "heading", "item", "quote", "cell", "caption", "code"]
# The folder of a type's pages; an entity's id begins with it.
FOLDERS: Mapping[EntityType, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
}
EventKind = Literal["publication", "reported"]
Status = Literal["", "planned", "uncertain", "negated", "reporting"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the seeds folder, as `load` found it.

    path: relative to the seeds folder, with forward slashes, in Unicode form NFC
    shown: the same, relative to the project, as messages name it
    data: its bytes
    digest: SHA-256 of the bytes, in hexadecimal
    """

    path: str
    shown: str
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage.

    anchor: its id on the source page, made from its words (see `generator.identity`)
    start, end: offsets in the document's text
    """

    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """One sanitised inline tag inside a passage ("<em>", "</em>", "<br>").

    offset: where in the document's text it stands
    name: the element's name
    html: the tag as it is to be written; image addresses are relative to the site's root
    role: whether it opens an element, closes one, or is an element without content
    """

    offset: int
    name: str
    html: str
    role: Literal["open", "close", "void"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of running text: a paragraph, a heading, a list item, a table cell.

    number: its place in the document, counted from 0
    level: 2 to 6 for a heading, otherwise 0
    start, end: offsets in the document's text
    """

    number: int
    kind: PassageKind
    level: int
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    inline: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One source document, ready to be analysed and shown.

    id: stable name, also its address below `sources/` (see `generator.identity`)
    title: from the source, or derived from its text
    title_origin: where the title was found, in words for the reader
    date: publication date; "" when the source gives none
    date_origin: where the date was found, in words for the reader
    authors, publisher, url, language, kind, tags, summary: as the source gives them
    people, organisations, places: names its front matter lists
    extra: keys we do not know, with their values as text, in the source's order
    path: the file it was read from, relative to the seeds folder
    line: the line where it starts in that file (a row of a table), otherwise 1
    digest: SHA-256 of the file
    text: all passages, joined by an empty line; every offset counts in it
    passages: in the order of the text
    layout: the body as block-level HTML tags (str) and numbers of passages (int), in order
    media: images shown in the body: (path below the site's root, path in the seeds folder)
    """

    id: str
    title: str
    title_origin: str
    date: str
    date_origin: str
    authors: tuple[str, ...]
    publisher: str
    url: str
    language: str
    kind: str
    tags: tuple[str, ...]
    summary: str
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    extra: tuple[tuple[str, str], ...]
    path: str
    line: int
    digest: str
    text: str
    passages: tuple[Passage, ...]
    layout: tuple[str | int, ...]
    media: tuple[tuple[str, str], ...] = ()

    def listed(self) -> Iterator[tuple[EntityType, str]]:
        """The names that its front matter lists, with their types."""
        yield from (("person", name) for name in self.people)
        yield from (("organisation", name) for name in self.organisations)
        yield from (("place", name) for name in self.places)

    def sentence(self, provenance: Provenance) -> Sentence:
        """The sentence in which a provenance of this document begins."""
        sentences = self.passages[provenance.passage].sentences
        return sentences[bisect_right(sentences, provenance.start, key=lambda s: s.start) - 1]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The place in a source on which a derived statement rests.

    document: id of the document
    passage: number of the passage
    start, end: offsets in the document's text
    anchor: anchor of the sentence in which it begins
    """

    document: str
    passage: int
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an entity.

    text: the words as they stand there
    type: type of the entity named
    name: the name under which it was found
    """

    text: str
    type: EntityType
    name: str
    provenance: Provenance


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
    reason: how the value was found, in one line for the reader
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
    reason: str


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
    times: in the order of the text, never overlapping
    candidates: the dated sentences, in the order of the text
    sketch: a sample of the document's word sequences, to recognise copies of it
    """

    document: str
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    candidates: tuple[Candidate, ...]
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of an entity, how often it was met, and why it is taken for the entity's."""

    name: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation or a place.

    id: stable name, also its address ("people/vladimir-putin")
    name: the name it is shown by
    aliases: its spellings, the most frequent first
    mentions: by publication date of the document, then in the order of the text
    listed_in: ids of the documents whose front matter lists it, by publication date
    documents: ids of all documents that mention or list it, by publication date
    wikidata: its id there, if editors gave one
    edits: what editors changed, in words for the reader
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    mentions: tuple[Mention, ...]
    listed_in: tuple[str, ...]
    documents: tuple[str, ...]
    wikidata: str = ""
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence on which an event rests.

    id: stable name of this sentence at this date; the event bears the id of its first one
    where: the sentence
    time: the expression that dates it; None where the source's own date does
    status: see `Candidate`
    """

    id: str
    where: Provenance
    time: TimeExpression | None
    status: Status


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """What the sentences of an event say of one measure: (value, words, sentence), by value."""

    measure: str
    figures: tuple[tuple[float, str, Provenance], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the sources date.

    id: stable name, also its anchor on the timeline's pages
    kind: "publication": a source appeared on this date; "reported": a text dates it so
    date: ISO, of as much as is known; two dates with a slash for an interval
    first, last: first and last calendar day
    precision: "day", "month", "year" or "interval", and further ones of `TimeExpression`
    modality: see `TimeExpression`; "" unless all evidence has the same
    status: see `Candidate`; "" when a source tells it as having happened
    score: how much the sources hold it important, 0 to 1
    sources: number of independent sources that tell it as having happened (that bear it at all,
        if none does); copies, and one publisher's documents, count once
    documents: ids of the documents that bear it, by publication date
    evidence: the sentences, the representative one first; none when such a document has no text,
        or when editors added the event
    figures: measures on which independent sources give different figures
    entities: ids of the entities named there, the most mentioned first
    text: the editors' own words for it, or ""
    edits: what editors changed, in words for the reader
    pinned: whether editors put it among the key dates
    """

    id: str
    kind: EventKind
    date: str
    first: str
    last: str
    precision: str
    modality: str
    status: Status
    score: float
    sources: int
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    figures: tuple[FigureGroup, ...]
    entities: tuple[str, ...]
    text: str = ""
    edits: tuple[str, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is known at the end of `derive`.

    documents: the newest first, undated ones last
    analyses: of the documents, in their order
    entities: by type, then the most mentioned first
    events: in the order of their dates; of one date, the most important first
    media: images shown in documents: (path below the site's root, bytes)
    hidden: how many events and dated sentences editors left out
    """

    documents: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    media: tuple[tuple[str, bytes], ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path below the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


def base_language(code: str) -> str:
    """The language of a code (BCP 47) without script or region: "es" of "es-MX"."""
    return code.split("-")[0].lower()
