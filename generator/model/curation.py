"""What editors change: the lines of their tables in the project's curation folder, checked.

Columns and actions are explained in `generator.derive.events.edits` and
`generator.derive.entities.edits`, which carry them out, and in `generator.derive.corrections`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.analysis import Bound, Status
from generator.model.changes import Address, Change
from generator.model.reasons import Reason, reason

EVENTS_TABLE = "curation/events.csv"
ENTITIES_TABLE = "curation/entities.csv"
FIGURES_TABLE = "curation/figures.csv"
CLAIMS_TABLE = "curation/claims.csv"
REDACTIONS_TABLE = "curation/redactions.csv"
SOURCES_TABLE = "curation/sources.csv"
NOT_PUBLISHED = "none"  # how much of a source is published, in that table only
_POSITION = re.compile(r"(-?\d{1,2}(?:\.\d+)?)[,; ]+(-?\d{1,3}(?:\.\d+)?)", re.ASCII)
_NUMBER = r"\d{1,15}(?:\.\d{1,6})?"
_FIGURE = re.compile(
    rf"(?:(at least|at most|about) )?({_NUMBER})|({_NUMBER}) ?[-–] ?({_NUMBER})", re.ASCII
)
# What "status" may say of an event, and the status in the model that this is.
STATUSES: Mapping[str, Status] = MappingProxyType(
    {
        "happened": "",
        "planned": "planned",
        "uncertain": "uncertain",
        "denied": "negated",
        "report": "reporting",
    }
)
_SOURCE_ITSELF = "-"  # as the holder of a figure: nobody but the source gives it


@dataclass(frozen=True, slots=True)
class EventEdit:
    """A line of `curation/events.csv`; cells that were left empty are "".

    line: its number in the file, counted from 1
    date: where the action needs one, as `generator.model.dates.when` reads it
    into: the id of the event that another is merged into, or one of `STATUSES`
    """

    line: int
    action: str
    id: str
    date: str
    text: str
    note: str
    into: str = ""

    def reason(self, code: str, **arguments: str) -> Reason:
        """A reason with the editors' note, if there is one."""
        return reason(code, **arguments, **({"note": self.note} if self.note else {}))


@dataclass(frozen=True, slots=True)
class EntityEdit:
    """A line of `curation/entities.csv`; cells that were left empty are "".

    line: its number in the file, counted from 1
    type: an entity type, or ""
    sources: what is to be split off is in these only; files or ids, separated by semicolons
    """

    line: int
    action: str
    name: str
    type: str
    into: str
    note: str
    sources: str = ""

    def reason(self, code: str, **arguments: str) -> Reason:
        """A reason with the editors' note, if there is one."""
        return reason(code, **arguments, **({"note": self.note} if self.note else {}))

    @property
    def source_names(self) -> tuple[str, ...]:
        """Each of the sources."""
        return tuple(filter(None, (name.strip() for name in self.sources.split(";"))))

    @property
    def position(self) -> tuple[float, float] | None:
        """The latitude and longitude that `into` gives; None where it gives none."""
        numbers = _POSITION.fullmatch(self.into)
        north, east = map(float, numbers.groups()) if numbers else (91.0, 0.0)
        return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


@dataclass(frozen=True, slots=True)
class StatementEdit:
    """A line of `curation/figures.csv` or `curation/claims.csv`; empty cells are "".

    line: its number in the file, counted from 1
    id: of the figure or the claim
    value: the number, or the name of the holder, where the action needs one
    words, source: what the line was about when it was written: the words, and a file or an id
    """

    line: int
    action: str
    id: str
    value: str
    note: str = ""
    words: str = ""
    source: str = ""

    def reason(self, code: str, **arguments: str) -> Reason:
        """A reason with the editors' note, if there is one."""
        return reason(code, **arguments, **({"note": self.note} if self.note else {}))

    @property
    def names_source(self) -> bool:
        """Whether the line says that the source itself gives a figure."""
        return self.value == _SOURCE_ITSELF

    @property
    def number(self) -> tuple[float, float, Bound]:
        """The ends of the number and how exact it is. Raises ValueError where `value` has none."""
        found = _FIGURE.fullmatch(self.value.lower())
        if found is None:
            raise ValueError(self.value)
        word, one, low, high = found.groups()
        if one:
            # The pattern has these words only.
            bound: Bound = word or "exact"  # type: ignore[assignment]
            return float(one), float(one), bound
        first, last = float(low), float(high)
        if first >= last:
            raise ValueError(self.value)
        return first, last, "range"


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a line of the editors withholds.

    where: the line, as "curation/redactions.csv:3"
    words: the words, in all their spellings; none if it gives a pattern
    pattern: a regular expression, or ""
    replacement: what is shown in their place
    note: why, as readers may know it; "" if nothing is said
    documents: files, folders or patterns of them, as the line gives them; none for all sources
    files: the paths of the sources that these are
    names: single words that are also others in small letters ("Brown"): found in running text only
        where they begin with a capital letter
    """

    where: str
    words: tuple[str, ...]
    pattern: str
    replacement: str
    note: str = ""
    documents: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def is_for(self, path: str) -> bool:
        """Whether it holds for a source. `path`: of the file in the seeds folder."""
        return not self.documents or path in self.files


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """A line of `curation/sources.csv`; cells that were left empty are "".

    line: its number in the file, counted from 1
    source: the file, as it lies in the folder of the sources
    value: how much of it is published (one of `PUBLISH`, or `NOT_PUBLISHED`), or its date
    """

    line: int
    action: str
    source: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What editors decided about a source, for all documents in it.

    path: of the file in the seeds folder
    publish: one of `PUBLISH`, `NOT_PUBLISHED`, or "" where nothing is said
    date: as a line gives it, or ""
    """

    path: str
    publish: str = ""
    date: str = ""

    @classmethod
    def of(cls, path: str, decisions: Sequence[Decision]) -> Decision:
        """What was decided about a source. `decisions`: in the order of their paths."""
        place = bisect_left(decisions, path, key=lambda one: one.path)
        found = decisions[place : place + 1]
        return found[0] if found and found[0].path == path else cls(path)


@dataclass(frozen=True, slots=True)
class Edits:
    """All that editors change, in the order of the lines.

    redactions: the lines of `curation/redactions.csv`
    addresses: the lines of `curation/addresses.csv`
    changes: the lines of `curation/changes.jsonl`
    figures, claims: the lines of `curation/figures.csv` and `curation/claims.csv`
    sources: the lines of `curation/sources.csv`
    """

    events: tuple[EventEdit, ...] = ()
    entities: tuple[EntityEdit, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    addresses: tuple[Address, ...] = ()
    changes: tuple[Change, ...] = ()
    figures: tuple[StatementEdit, ...] = ()
    claims: tuple[StatementEdit, ...] = ()
    sources: tuple[SourceEdit, ...] = ()
