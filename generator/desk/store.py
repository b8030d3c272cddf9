"""Write actions into the editors' tables, take them back, and do them again.

The tables are the only truth: they may be edited beside the desk at any time. A table is read
before each change, and written in one step. What others have written meanwhile stays; if it is
about the same thing, the editor decides. Only what was taken back is remembered here, as it is
nowhere else.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.desk.actions import COLUMNS, DECISIONS_TABLE, SIGNATURE, Action, ActionError
from generator.desk.tables import Record, Table, TableError, new_table, parse_table

_VERSIONS = 200  # of the tables, of which it is remembered what stood in them
_TRIES = 5  # times a table is read again because it has changed while a line was added

_Changed = Callable[[Table], Table]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table.

    raw: as it stands there
    place: number of the lines before it, the header among them; of a line that is there, -1
    """

    table: str
    raw: str
    place: int = -1


class Conflict(ActionError):
    """Something about the same thing was written meanwhile.

    yours: lines that were to be written or taken out
    theirs: those that are in the table now
    """

    def __init__(self, yours: Sequence[str], theirs: Sequence[str]) -> None:
        super().__init__("The table was changed meanwhile.", "Compare both versions, and choose.")
        self.yours, self.theirs = tuple(yours), tuple(theirs)


class Store:
    """The tables of a project.

    root: its folder
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._versions: dict[str, frozenset[tuple[str, str]]] = {}
        self._done: list[tuple[Line, ...]] = []
        self._undone: list[tuple[Line, ...]] = []

    @property
    def undone(self) -> Sequence[tuple[Line, ...]]:
        """What was taken back and can be done again, the last one last."""
        return tuple(self._undone)

    @property
    def done(self) -> Sequence[tuple[Line, ...]]:
        """What was written since the desk was opened, the last one last."""
        return tuple(self._done)

    def version(self) -> str:
        """A name for what stands in the tables now, by which a later change is noticed."""
        digest, lines = hashlib.sha256(), set()
        for name in COLUMNS:
            data = self._bytes(name)
            digest.update(len(data).to_bytes(8) + data)
            lines |= {(name, record.raw) for record in self._safe_records(name, data)}
        found = digest.hexdigest()
        self._versions[found] = frozenset(lines)
        for old in tuple(self._versions)[:-_VERSIONS]:
            del self._versions[old]
        return found

    def records(self) -> Iterator[tuple[str, Record]]:
        """All lines of all tables, in their order. Raises TableError."""
        for name in COLUMNS:
            yield from ((name, record) for record in self._table(name).records)

    def answers(self) -> dict[tuple[str, str], str]:
        """What was answered with "no" or put off, by question and subject. Raises TableError."""
        rows = (record.cells for record in self._table(DECISIONS_TABLE).records)
        return {
            (row.get("question", ""), row.get("subject", "")): row.get("answer", "").lower()
            for row in rows
        }

    def apply(self, actions: Sequence[Action], seen: str) -> tuple[Line, ...]:
        """Write actions as lines.

        seen: the version of the tables in which their editor has seen what they will do

        Raises Conflict where somebody else has written about the same things since, and TableError.
        """
        before = self._versions.get(seen, frozenset())
        self._refuse_conflicts(actions, before)
        lines: list[Line] = []
        for name in COLUMNS:
            rows = [action.cells for action in actions if action.table == name]
            if rows:
                table = self._change(name, partial(_with_rows, rows))
                lines += (Line(name, one.raw) for one in table.records[-len(rows) :])
        self._done.append(tuple(lines))
        self._undone.clear()
        return tuple(lines)

    def undo(self, lines: Sequence[Line] = ()) -> tuple[Line, ...]:
        """Take lines out, by default those that were written last.

        Raises Conflict where one of them does not stand there any more, and ActionError.
        """
        chosen = tuple(lines) or (self._done[-1] if self._done else ())
        if not chosen:
            raise ActionError("Nothing was written here yet.")
        for line in chosen:
            if self._table(line.table).without(line.raw) is None:
                raise Conflict([line.raw], self._like(line))
        gone = []
        for line in reversed(chosen):
            places: list[int] = []
            self._change(line.table, partial(_without, line, places))
            gone.append(Line(line.table, line.raw, places[-1]))
        self._done = [one for one in self._done if one != chosen]
        self._undone.append(tuple(reversed(gone)))
        return chosen

    def redo(self) -> tuple[Line, ...]:
        """Put back what was taken out last. Raises ActionError where nothing was."""
        if not self._undone:
            raise ActionError("Nothing was taken back.")
        lines = self._undone[-1]
        for line in lines:
            self._change(line.table, partial(_with_line, line))
        self._undone.pop()
        self._done.append(tuple(Line(line.table, line.raw) for line in lines))
        return lines

    def _refuse_conflicts(
        self, actions: Sequence[Action], before: Collection[tuple[str, str]]
    ) -> None:
        for action in actions:
            theirs = [
                record.raw
                for record in self._table(action.table).records
                if (action.table, record.raw) not in before
                and action.targets & Action(action.table, record.cells).targets
            ]
            if theirs:
                row = new_table(action.table, tuple(action.cells)).with_rows([action.cells])
                raise Conflict([row.records[-1].raw], theirs)

    def _like(self, line: Line) -> list[str]:
        """The lines of a table that are about the same as one that is not there any more."""
        table = self._table(line.table)
        missing = table.with_line(line.raw, len(table.lines)).records[-1]
        targets = Action(line.table, missing.cells).targets
        return [r.raw for r in table.records if targets & Action(line.table, r.cells).targets]

    def _table(self, name: str) -> Table:
        data = self._bytes(name)
        columns = (*COLUMNS[name], *SIGNATURE)
        return parse_table(name, data, columns) if data else new_table(name, columns)

    def _safe_records(self, name: str, data: bytes) -> tuple[Record, ...]:
        try:
            return parse_table(name, data, COLUMNS[name]).records if data else ()
        except TableError:
            return ()

    def _bytes(self, name: str) -> bytes:
        path = self._root / name
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
                raise TableError(f"{name} is not a file.")
            return path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise TableError(f"{name} cannot be read: {error.strerror}.") from error

    def _change(self, name: str, changed: _Changed) -> Table:
        """Change a table as it is at this moment, and write it."""
        for _ in range(_TRIES):
            data = self._bytes(name)
            table = changed(self._table(name))
            if self._bytes(name) == data:
                self._write(name, table.data)
                return table
        raise TableError(f"{name} is being changed by another program.", "Try again.")

    def _write(self, name: str, data: bytes) -> None:
        """Replace a table in one step; whoever reads it finds the old or the new one."""
        path = (self._root / name).resolve()
        try:
            path.parent.mkdir(exist_ok=True)
            mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
            # Hidden, so that the preview does not take it for a table.
            with tempfile.NamedTemporaryFile(
                dir=path.parent, prefix=".", suffix=".tmp", delete=False
            ) as file:
                try:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                    os.chmod(file.name, mode)
                    os.replace(file.name, path)
                except OSError:
                    os.unlink(file.name)
                    raise
        except OSError as error:
            raise TableError(f"{name} cannot be written: {error.strerror}.") from error


def _with_rows(rows: Sequence[Mapping[str, str]], table: Table) -> Table:
    return table.with_rows(rows)


def _with_line(line: Line, table: Table) -> Table:
    return table.with_line(line.raw, line.place)


def _without(line: Line, places: list[int], table: Table) -> Table:
    """The table without a line; its place there is added to `places`."""
    found = table.without(line.raw)
    if found is None:
        raise Conflict([line.raw], [])
    places.append(found[1])
    return found[0]
