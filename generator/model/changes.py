"""What changed from one published state of the archive to the next, and where pages were before.

Records of changes name things by their ids, and pages take all words from what is published now:
what was withdrawn or withheld since cannot be read in them.
"""

from __future__ import annotations

from dataclasses import dataclass

CHANGES_FILE = "curation/changes.jsonl"
ADDRESSES_TABLE = "curation/addresses.csv"
PUBLISHED_FILE = "curation/published.jsonl"


@dataclass(frozen=True, slots=True)
class Address:
    """An address at which a source or a name was published; a line of `curation/addresses.csv`.

    line: its number in the file, counted from 1
    address: the id that the document had then; of a name the page, as "people/ann-lee/2012"
    source: its file below the sources folder; of several documents in a file, "#" follows and what
        tells them apart; of a name the name itself
    text: a digest of its text; "" if it has none, or not all of it was published
    """

    line: int
    address: str
    source: str
    text: str

    @property
    def is_of_name(self) -> bool:
        """Whether the page was that of a person, an organisation or a place."""
        return "/" in self.address


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """The newest figure of a series, before and after: each a document's id and the anchor of a
    sentence, both "" before the series began.
    """

    series: str
    before: tuple[str, str]
    after: tuple[str, str]


@dataclass(frozen=True, slots=True)
class NameStep:
    """A name that now counts as an entity's, and the entity that it was with before.

    name: one of the entity's spellings
    entity: id of the entity
    other: of a split, the id of the entity that it was with; of a merge ""
    """

    name: str
    entity: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What was recorded at one time; a line of `curation/changes.jsonl`.

    day: ISO date
    note: in the editors' words, or ""
    begins: (sources, events) that there were when records began; None for all later ones
    new, changed: ids of documents
    came: how many documents were new
    withdrawn: how many documents were taken back
    named: what editors say of some of these
    events: ids of new events, the most significant first; not all of very many
    happened: how many events were new
    figures: series whose newest figure is another
    merged, split: names
    """

    day: str
    note: str = ""
    begins: tuple[int, int] | None = None
    new: tuple[str, ...] = ()
    came: int = 0
    changed: tuple[str, ...] = ()
    withdrawn: int = 0
    named: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    happened: int = 0
    figures: tuple[SeriesStep, ...] = ()
    merged: tuple[NameStep, ...] = ()
    split: tuple[NameStep, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """A document as it was published: its id, digests of its file, and of what it says."""

    id: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """What must be known of a published state to say what has changed since.

    sources: by their ids, in this order
    dated: of the events: each document with the first day; "" with the id of an event that editors
        have added
    names: of each entity with a page its id, its name, and its spellings
    figures: of each series its id, and the document and the anchor of its newest figure
    """

    sources: tuple[PublishedSource, ...]
    dated: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    figures: tuple[tuple[str, str, str], ...]
