"""An action of an editor: one line of a table in the project's curation folder.

The desk checks an action by reading its line as a build does, so that it never writes one that a
build would not understand.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.csv_text import csv_line
from generator.errors import SourcebookError
from generator.model import (
    CLAIMS_TABLE,
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    REDACTIONS_TABLE,
    SOURCES_TABLE,
    Edits,
    Source,
)
from generator.read import read_edits

DECISIONS_TABLE = "curation/decisions.csv"
SECOND_TABLE = "curation/second.csv"  # what second editors have answered
ANSWERS = (DECISIONS_TABLE, SECOND_TABLE)  # tables that change no page
OF_WHOLE = ("split", "alias")  # actions that name the entity they change in `into`
BETWEEN = ("merge", "distinct")  # what is said of two names, in whichever order
_STATEMENT = ("action", "id", "value", "note", "words", "source")
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ENTITIES_TABLE: ("action", "name", "type", "into", "note", "sources"),
        EVENTS_TABLE: ("action", "id", "date", "text", "note", "into"),
        FIGURES_TABLE: _STATEMENT,
        CLAIMS_TABLE: _STATEMENT,
        REDACTIONS_TABLE: ("document", "words", "replacement", "note"),
        SOURCES_TABLE: ("action", "source", "value", "note"),
        DECISIONS_TABLE: ("question", "subject", "answer", "note"),
        SECOND_TABLE: ("question", "subject", "answer", "line", "note"),
    }
)
SIGNATURE = ("editor", "day", "about")  # further columns, which a build does not need
_LONGEST = 2_000  # characters of a cell
# Half characters, which no file can have, and those that no text has.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_MOST = 200  # actions that are done together


class ActionError(SourcebookError):
    """What the desk was asked to do cannot be done."""


@dataclass(frozen=True, slots=True)
class Action:
    """A line of a table.

    table: its path in the project, one of `COLUMNS`
    values: the cells by column; what is not there is ""
    editor: who decided, or ""
    day: ISO date of the decision
    about: what the line meant when it was made, for the day on which it matches nothing any more
    """

    table: str
    values: Mapping[str, str]
    editor: str = ""
    day: str = ""
    about: str = ""

    @property
    def cells(self) -> Mapping[str, str]:
        """All cells by column, in the order of the columns."""
        own = {name: self.values.get(name, "") for name in COLUMNS[self.table]}
        return own | {"editor": self.editor, "day": self.day, "about": self.about}

    @property
    def targets(self) -> frozenset[str]:
        """What the line is about; two lines with one of these in common may contradict each other.

        A line on a decision is about its question; other tables have names and ids. Second editors
        do not see each other’s answers, which may differ.
        """
        keys = {
            DECISIONS_TABLE: ("subject",),
            SECOND_TABLE: (),
            REDACTIONS_TABLE: ("words",),
            SOURCES_TABLE: ("source",),
        }
        names = (self.values.get(key, "") for key in keys.get(self.table, ("name", "id", "into")))
        return frozenset(name.casefold() for name in names if name)

    def signed(self, editor: str, day: str, about: str = "") -> Action:
        """The action with who decided it, and when."""
        return replace(self, editor=editor, day=day, about=about or self.about)


def action_from(given: Any) -> Action:
    """The action that a page asks for: `{"table": "entities", "values": {"action": …}}`.

    Raises ActionError for anything that is not the line of a table.
    """
    if not isinstance(given, dict) or not isinstance(given.get("values"), dict):
        raise ActionError("This is not an action.")
    table = f"curation/{given.get('table')}.csv"
    columns = COLUMNS.get(table, ())
    values = given["values"]
    if not columns or not all(isinstance(v, str) for v in values.values()):
        raise ActionError("This is not an action.")
    if unknown := [name for name in values if name not in columns]:
        raise ActionError(f'{table} has no column "{unknown[0]}".')
    return checked(Action(table, values))


def checked(action: Action) -> Action:
    """The action with each cell on one line. Raises ActionError for what no cell can have."""
    values = action.values
    if any(len(value) > _LONGEST for value in values.values()):
        raise ActionError(f"A cell takes {_LONGEST:,} characters at most.")
    if found := next(filter(None, map(_NO_TEXT.search, values.values())), None):
        raise ActionError(f"A cell takes no character U+{ord(found[0]):04X}.")
    return replace(action, values={key: " ".join(value.split()) for key, value in values.items()})


def actions_from(given: Any) -> tuple[Action, ...]:
    """Several actions that are to be done together, at least one. Raises ActionError."""
    if not isinstance(given, list) or not given:
        raise ActionError("There is nothing to do.")
    if len(given) > _MOST:
        raise ActionError(f"At most {_MOST} lines can be written at once.")
    return tuple(map(action_from, given))


def edits_of(actions: Sequence[Action]) -> Edits:
    """The lines as a build reads them. Raises CurationError for what a build would refuse."""
    sources = []
    for table in COLUMNS:
        own = [action for action in actions if action.table == table]
        if own and table not in ANSWERS:
            lines = [csv_line(COLUMNS[table]), *(csv_line([*a.cells.values()][:-3]) for a in own)]
            data = "\n".join(lines).encode("utf-8", "replace")
            digest = hashlib.sha256(data).hexdigest()
            sources.append(Source(table, table, data, digest, table, len(data)))
    return read_edits(sources)
