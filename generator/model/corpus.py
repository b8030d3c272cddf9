"""The types of `derive`: what all documents say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.analysis import ClaimKind, Figure, Mention, Status, TimeExpression
from generator.model.changes import Change
from generator.model.documents import Document, EntityType, Provenance
from generator.model.media import Media, Original, PagePicture
from generator.model.own_pages import OwnPage
from generator.model.reasons import Reason

# The folder of a type's pages; an entity's id begins with it.
FOLDERS: Mapping[EntityType, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
}
# Sources above which a site has to be sparing with pages and bytes.
LARGE_ARCHIVE = 500
EventKind = Literal["publication", "reported"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of an entity.

    count: how many mentions have it
    reasons: why it is taken for the entity's. Each is a chain of steps, from the spelling to the
        name that represents the entity; it may be another chain in another source.
    """

    name: str
    count: int
    reasons: tuple[tuple[Reason, ...], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is, according to a gazetteer or the editors.

    name: its name there
    kind: "country", "region", "capital", "city", or "point" if located by editors or by a source
    country: the country's name in the gazetteer; "" if unknown
    latitude, longitude: in degrees, north and east positive
    geonames: its id at GeoNames, or ""
    reason: how it was found
    """

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    geonames: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Relation:
    """Another entity that is linked, but not the same."""

    id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class TypeEvidence:
    """What says of which type a name is.

    count: how many mentions say so; 0 for what is not said in texts
    where: the first of them, or None
    """

    type: EntityType
    reason: Reason
    count: int = 0
    where: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation or a place.

    id: stable name, also its address ("people/vladimir-putin")
    name: the name it is shown by
    aliases: its spellings, the most frequent first
    mentions: by publication date of the document, then in the order of the text
    listed_in: ids of the documents whose front matter lists it, by publication date
    documents: ids of all documents that mention or list it, by publication date
    adjectives: words for a country ("Russian"), in the same order; not counted as mentions
    place: where it is; None if that is unknown or it is not a place
    related: organisations of which one is a part of the other, by their names
    maybe: entities that could be the same; only editors can decide
    wikidata: its id there, if editors gave one
    edits: what editors changed
    has_page: whether it has a page of its own; links to others lead to their first mention
    type_evidence: what says of which type its names are, the strongest first
    doubt: why the sources may mean two people by the name; None if nothing speaks for it
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    mentions: tuple[Mention, ...]
    listed_in: tuple[str, ...]
    documents: tuple[str, ...]
    adjectives: tuple[Mention, ...] = ()
    place: Place | None = None
    related: tuple[Relation, ...] = ()
    maybe: tuple[Relation, ...] = ()
    wikidata: str = ""
    edits: tuple[Reason, ...] = ()
    has_page: bool = True
    type_evidence: tuple[TypeEvidence, ...] = ()
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that an event is based on.

    id: stable name of this sentence at this date; the event has the id of its first one
    where: the sentence
    time: the expression that dates it; None where the source's own date does
    status: see `DatedSentence`
    """

    id: str
    where: Provenance
    time: TimeExpression | None
    status: Status


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the sources date.

    id: stable name, also its anchor on the timeline's pages
    kind: "publication": a source appeared on this date; "reported": a text dates it so
    date: ISO, of as much as is known; two dates with a slash for an interval
    first, last: first and last calendar day
    precision: "day", "month", "year" or "interval", and further ones of `TimeExpression`
    modality: see `TimeExpression`; "" unless all evidence has the same
    status: see `DatedSentence`; "" if a source asserts that it happened
    score: how much the sources hold it important, 0 to 1
    sources: number of independent sources that assert that it happened (that mention it at all,
        if none does); copies, and one publisher's documents, count once
    documents: ids of the documents that mention it, by publication date
    evidence: the sentences, the representative one first; none when such a document has no text,
        or when editors added the event
    entities: ids of the entities named there, the most mentioned first
    text: the editors' own words for it, or ""
    edits: what editors changed
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
    entities: tuple[str, ...]
    text: str = ""
    edits: tuple[Reason, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that somebody says, according to a source.

    id: stable name
    where: the sentence that reports it
    verb: the words that say so
    kind: see `Saying`
    holder: the words that name who says it, as they stand there
    refers: the name for which a pronoun stands there, or ""
    entity: id of the entity that says it; "" where that is open, or it has none
    start, end: what is said, offsets in the document's text; alike where it is not given
    quoted: whether it is given word for word
    about: ids of the entities named in what is said, in the order of the text
    event: id of the event that its sentence dates, or ""
    denies: id of the claim that it denies, as far as can be told, or ""
    edits: what editors changed
    """

    id: str
    where: Provenance
    verb: str
    kind: ClaimKind
    holder: str
    refers: str
    entity: str
    start: int
    end: int
    quoted: bool
    about: tuple[str, ...]
    event: str
    denies: str = ""
    edits: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectedFigure:
    """What editors changed about a figure, and where it is.

    document, anchor: its sentence; place: offset of the figure in it
    holder: who gives it: a name, "" the source itself; None where editors say nothing of it
    entity: id of the entity that this is, or ""
    edits: the changes
    """

    document: str
    anchor: str
    place: int
    holder: str | None = None
    entity: str = ""
    edits: tuple[Reason, ...] = ()

    @property
    def key(self) -> tuple[str, str, int]:
        """Where the figure is: document, anchor, and its offset in the sentence."""
        return self.document, self.anchor, self.place


def inner_claim(claims: Iterable[Claim], place: int) -> Claim | None:
    """Of the claims of a sentence that hold a place of the text, the one that says the least.

    "According to police, officials spoke of 24": the number is the officials'.
    """
    holding = [claim for claim in claims if claim.start <= place < claim.end]
    return min(holding, key=lambda c: (c.end - c.start, -c.start), default=None)


@dataclass(frozen=True, slots=True)
class SeriesFigure:
    """A figure of a series.

    where: the sentence that gives it
    as_of: ISO date for which it is given, mostly that of the report
    tie: why it is about the event; None where its sentence itself dates it so, or gives the
        beginning of a running total
    """

    figure: Figure
    where: Provenance
    as_of: str
    tie: Reason | None


@dataclass(frozen=True, slots=True)
class Series:
    """What sources say, one after another, of one measure of one event, or since one day.

    id: stable name
    measure, unit: see `Figure`
    whole: of shares, what they are a share of
    event: id of the event that it is about; "" for running totals
    day: of that event
    since: ISO date from which running totals run, as much as is known, or ""
    place: id of the place of running totals, or ""
    figures: by the day for which they are given; of one day, by the names of their documents
    """

    id: str
    measure: str
    unit: str
    whole: str
    event: str
    day: str
    since: str
    place: str
    figures: tuple[SeriesFigure, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures for the same thing and day, by different holders, that cannot all be so.

    measure, unit: see `Figure`
    event: id of the event that they are about
    series: id of the series that they belong to, or ""
    day: ISO date for which they are given
    figures: the lowest first
    """

    measure: str
    unit: str
    event: str
    series: str
    day: str
    figures: tuple[SeriesFigure, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one document to another, or to a part of the same.

    address: as its source writes it
    where: the sentence in which it stands
    target: id of the document that it leads to
    anchor: of a sentence there, or ""
    """

    address: str
    where: Provenance
    target: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at a former address of a source, which leads to it.

    path: of the page, below the site's root
    target: id of the document or of the entity
    """

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is known at the end of `derive`.

    documents: the newest first, undated ones last
    entities: by type, then the most mentioned first
    events: in the order of their dates; of one date, the most important first
    media: files that documents show, in the order of their paths; the engine adds them
    page_pictures: pictures of pages of sources; the engine adds them
    originals: files of sources that are offered as they are; the engine adds them
    times: how many time expressions the documents have
    hidden: how many events and dated sentences editors left out
    links: between documents, in the order of these
    redirects: in the order of their paths
    claims: by publication date of the document, then in the order of the text
    figures: the same; each with its sentence
    series: those with the most figures first
    own_pages: those that the project’s people wrote, as the menu has them
    disagreements: where sources disagree on figures, by event and day
    corrected: the figures that editors changed
    hidden_statements: how many figures and claims they left out
    changes: what was recorded of earlier states, the oldest first, as far as it is still published
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    media: tuple[Media, ...]
    times: int = 0
    hidden: int = 0
    links: tuple[Link, ...] = ()
    page_pictures: tuple[PagePicture, ...] = ()
    originals: tuple[Original, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[tuple[Figure, Provenance], ...] = ()
    series: tuple[Series, ...] = ()
    own_pages: tuple[OwnPage, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    changes: tuple[Change, ...] = ()
    corrected: tuple[CorrectedFigure, ...] = ()
    hidden_statements: int = 0
