"""The desk: answers what the pages of the preview ask, and does what their editor wants.

It knows the corpus of the last build, and the tables. Questions and answers are plain data, as JSON
has them; whatever cannot be done raises SourcebookError.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.derive import EditLines, PlaceReadings, moved
from generator.desk.about import about, event_line, names_like, same_day
from generator.desk.actions import (
    BETWEEN,
    COLUMNS,
    OF_WHOLE,
    SECOND_TABLE,
    Action,
    ActionError,
    actions_from,
    checked,
)
from generator.desk.double_check import DoubleCheck
from generator.desk.effects import Effect, effect_of, event_of
from generator.desk.items import Item
from generator.desk.maps import Maps
from generator.desk.queue import settled, worklist
from generator.desk.sources import file_of
from generator.desk.statements import in_sentence, said_there
from generator.desk.store import Line, Store
from generator.desk.words import counted, sentence_of
from generator.errors import Problem
from generator.model import (
    CLAIMS_TABLE,
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    REDACTIONS_TABLE,
    SOURCES_TABLE,
    Corpus,
)
from generator.read.event_dates import event_date

_SHOWN = 30  # questions sent to the page at a time


@dataclass(frozen=True, slots=True)
class _Step:
    """What was written last, and what was known before and after it."""

    lines: Sequence[Line]
    before: Corpus
    after: Corpus

    def is_of(self, lines: Sequence[Line]) -> bool:
        """Whether these are its lines."""
        return [(a.table, a.raw) for a in self.lines] == [(b.table, b.raw) for b in lines]


class Desk:
    """The desk of one project.

    root: its folder
    editor: who is at the desk, or ""
    day: what day it is, as an ISO date
    undecided: makes the corpus without the editors' lines; by default, that is the same
    """

    def __init__(
        self,
        root: Path,
        editor: str,
        day: Callable[[], str],
        undecided: Callable[[], Corpus] | None = None,
    ) -> None:
        self._store, self._editor, self._day = Store(root), editor, day
        self._maps, self._second = Maps(), DoubleCheck(editor, undecided or (lambda: self.corpus))
        self._corpus: Corpus | None = None
        self._ahead: Corpus | None = None
        self._last: _Step | None = None
        self._readings = PlaceReadings()
        self._taken_back = False  # whether lines were since the build under way began to read
        self._lock = threading.Lock()  # builds end in another thread
        self._problems: tuple[Problem, ...] = ()
        self._since: list[Action] = []  # written since the build under way began to read
        self._questions: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
            "about": self._about,
            "sentence": self._sentence,
            "map": self._map,
            "names": self._names,
            "preview": self._preview,
            "apply": self._apply,
            "undo": self._undo,
            "redo": self._redo,
            "history": self._history,
            "queue": self._queue,
            "decide": self._decide,
            "second": self._next_for_second,
            "answer": self._answer_of_second,
            "differences": self._differences,
        }

    def building(self) -> None:
        """A build begins: it will read all that was written until now."""
        with self._lock:
            self._since.clear()
            self._taken_back = False

    def built(self, corpus: Corpus, problems: Sequence[Problem] | None = None) -> None:
        """Take over what a build has made. `problems`: its problems, if they are known.

        What was decided while it was under way is not asked again: it is tried on what it made.
        A line that it has read already has a problem then, as what it changes is gone. Where a line
        was taken out meanwhile, the next build is waited for.
        """
        with self._lock:
            if problems is not None:
                self._problems = tuple(problems)
            if self._taken_back and self._corpus:
                return
            ahead = corpus
            for action in tuple(self._since):
                effect = effect_of(ahead, [action])
                if not effect.problems:
                    ahead = effect.corpus
            self._corpus = ahead
            self._ahead = None if ahead is corpus else ahead

    @property
    def ahead(self) -> Corpus | None:
        """What will be after the last line, until a build has made it; None if one has."""
        return self._ahead

    def answer(self, question: str, given: Any) -> dict[str, Any]:
        """The answer to a question. Raises SourcebookError."""
        if question not in self._questions or not isinstance(given, dict):
            raise ActionError("The desk does not know this.")
        found: dict[str, Any] = self._questions[question](given)
        return found

    @property
    def corpus(self) -> Corpus:
        """What is known of the archive. Raises ActionError before the first build."""
        if self._corpus is None:
            raise ActionError("The site is being built for the first time.", "Wait a moment.")
        return self._corpus

    def _about(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"id"}` → what is known of it, or nothing."""
        name = _text(given, "id")
        found = about(self.corpus, name)
        event = event_of(self.corpus, name)
        if found and event:
            others = same_day(self.corpus, event)
            found["same_day"] = [
                event_line(e, sentence_of(self.corpus, e) or e.text) for e in others
            ]
        return {"thing": found}

    def _sentence(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"document", "anchor"}` → the events, figures and claims of a sentence."""
        where = _text(given, "document"), _text(given, "anchor")
        documents = {document.id: document for document in self.corpus.documents}
        return {"things": list(in_sentence(self.corpus, documents, *where))}

    def _map(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"position", "span"}` → the land around a position, to be clicked on."""
        return self._maps.at(_text(given, "position"), _text(given, "span"))

    def _names(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"query"}` → the entities that are called like that."""
        return {"names": names_like(self.corpus, _text(given, "query"))}

    def _preview(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"actions"}` → what they will do, and in which version of the tables."""
        effect = self._effect(actions_from(given.get("actions")))
        return {
            "summary": effect.summary,
            "problems": effect.problems,
            "seen": self._store.version(),
        }

    def _apply(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"actions", "seen"}` → what was written. Raises Conflict."""
        actions = self._readable(actions_from(given.get("actions")))
        return self._write(actions, _text(given, "seen"))

    def _write(self, actions: Sequence[Action], seen: str) -> dict[str, Any]:
        effect = effect_of(self.corpus, actions)
        if effect.problems:
            raise ActionError(" ".join(effect.problems))
        signed = [
            action.signed(self._editor, self._day(), about)
            for action, about in zip(actions, effect.about, strict=True)
        ]
        lines = self._store.apply(signed, seen)
        self._last = _Step(lines, self.corpus, effect.corpus)
        with self._lock:
            self._since += signed
        return {"summary": effect.summary, **self._followed(lines, effect.corpus)}

    def _step_of(self, lines: Sequence[Line]) -> _Step | None:
        return self._last if self._last and self._last.is_of(lines) else None

    def _followed(self, lines: Sequence[Line], corpus: Corpus | None) -> dict[str, Any]:
        """Show what will be, until the build that the lines start is done.

        The answer has the lines, and the new ids of entities that have another one or, with "",
        none any more: their pages are elsewhere.
        """
        before, gone = self._corpus, {}
        if before and corpus and corpus is not before:
            with self._lock:
                self._corpus = self._ahead = corpus
            gone = dict(moved(before.entities, corpus.entities))
        return {"lines": [_line(line) for line in lines], "moved": gone}

    def _effect(self, actions: Sequence[Action]) -> Effect:
        return effect_of(self.corpus, self._readable(actions))

    def _readable(self, actions: Sequence[Action]) -> tuple[Action, ...]:
        """The actions with names instead of ids, wherever a name means one entity only."""
        by_id = {entity.id: entity for entity in self.corpus.entities}
        lines = EditLines(self.corpus.entities)
        files = _files(self.corpus)

        def readable(action: Action) -> Action:
            values = dict(action.values)
            if action.table == EVENTS_TABLE and values.get("date"):
                values["date"] = event_date(values["date"])
            if action.table == REDACTIONS_TABLE and values.get("document"):
                values["document"] = files.get(values["document"], values["document"])
            if action.table == SOURCES_TABLE:
                own = (d for d in self.corpus.documents if d.id == values.get("source"))
                values["source"] = next(map(file_of, own), values.get("source", ""))
            if action.table in (FIGURES_TABLE, CLAIMS_TABLE):
                values |= _place(self.corpus, values)
            if action.table != ENTITIES_TABLE:
                return replace(action, values=values)
            kind = values.get("action", "")
            key = "into" if kind in OF_WHOLE else "name"
            entity = by_id.get(values.get(key, ""))
            other = by_id.get(values.get("into", "")) if kind in BETWEEN else None
            if entity is not None:
                values |= {key: lines.name(entity), "type": entity.type}
                if other is not None:
                    values["into"] = lines.into(entity, other)
            sources = (name.strip() for name in values.get("sources", "").split(";"))
            values["sources"] = "; ".join(files.get(name, name) for name in sources)
            return replace(action, values=values)

        return tuple(map(readable, actions))

    def _undo(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` or `{"table", "raw"}` → the lines that were taken out. Raises Conflict."""
        raw, table = _text(given, "raw"), _text(given, "table")
        if raw and table not in COLUMNS:
            raise ActionError("This is not the line of a table.")
        chosen = [Line(table, raw)] if raw else []
        lines = self._store.undo(chosen)
        with self._lock:
            self._since.clear()
            self._taken_back = True
        step = self._step_of(lines)
        return self._followed(lines, step.before if step else self._corpus)

    def _redo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` → the lines that were put back."""
        lines = self._store.redo()
        with self._lock:
            self._taken_back = True
        step = self._step_of(lines)
        return self._followed(lines, step.after if step else self._corpus)

    def _history(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` → all lines, the newest first, and what can be done again."""
        wrong = {(p.path, p.line): f"{p.message} {p.hint}".strip() for p in self._problems}
        rows = [
            {
                "table": table,
                "line": record.line,
                "raw": record.raw,
                "cells": {k: v for k, v in record.cells.items() if v and k in COLUMNS[table]},
                "editor": record.cells.get("editor", ""),
                "day": record.cells.get("day", ""),
                "about": record.cells.get("about", ""),
                "problem": wrong.get((table, record.line), ""),
            }
            for table, record in self._store.records()
        ]
        rows.reverse()
        rows.sort(key=lambda row: str(row["day"]), reverse=True)
        undone = [[_line(line) for line in lines] for lines in reversed(self._store.undone)]
        return {"lines": rows, "undone": undone, "done": len(self._store.done)}

    def _queue(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` → the next questions, and how much is decided."""
        items, answers = self._items()
        open_items = [item for item in items if answers.get((item.what, item.key)) != "later"]
        later = len(items) - len(open_items)
        decided = sum(
            table != SECOND_TABLE and _decides(record.cells)
            for table, record in self._store.records()
        )
        share = int(100 * settled(self.corpus, items))
        progress = (
            f"{decided:,} of {decided + len(items):,} decided; {share} % of mentions settled."
        )
        if later:
            progress += f" {counted(later, 'question')} put off."
        return {"progress": progress, "items": [item.shown for item in items[:_SHOWN]]}

    def _decide(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"what", "key", "answer", "choice"}` → what was written. Raises Conflict.

        answer: "yes" with the label of a choice, "no", or "later"
        """
        items, _ = self._items()
        asked = (_text(given, "what"), _text(given, "key"))
        item = next((item for item in items if (item.what, item.key) == asked), None)
        if item is None:
            raise ActionError("This question was settled meanwhile.")
        answer, label = _text(given, "answer"), _text(given, "choice")
        if answer == "yes":
            # By its label: what is offered, and in which order, changes with each build.
            choice = next((choice for choice in item.yes if choice.label == label), None)
            if choice is None:
                raise ActionError("Choose one of the answers.")
            return self._write((choice.action,), self._store.version())
        if answer not in ("no", "later"):
            raise ActionError("Answer with yes, no or later.")
        return self._write(item.answered(answer), self._store.version())

    def _next_for_second(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` → the next question for a second editor, with its sentences."""
        progress, item, things = self._second.next(self.corpus, tuple(self._store.records()))
        items = [item.shown | {"things": things}] if item else []
        return {"progress": progress, "items": items}

    def _answer_of_second(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`{"what", "key", "answer", "choice", "note"}` → what was written."""
        asked = (_text(given, "what"), _text(given, "key"))
        words = {key: _text(given, key) for key in ("answer", "choice", "note")}
        lines = tuple(self._store.records())
        action = self._second.answer(self.corpus, lines, asked, words)
        return self._write((checked(action),), self._store.version())

    def _differences(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """`{}` → where two editors have answered differently, and how many answers agree."""
        return self._second.differences(self.corpus, tuple(self._store.records()))

    def _items(self) -> tuple[tuple[Item, ...], Mapping[tuple[str, str], str]]:
        answers = self._store.answers()
        return worklist(self.corpus, answers, self._readings), answers


def editor_of(root: Path) -> str:
    """Who edits: as the environment says, or else as git does for the project; "" if neither."""
    given = os.environ.get("SOURCEBOOK_EDITOR", "")
    if given:
        return " ".join(given.encode("utf-8", "replace").decode().split())
    command = ["git", "-C", os.fspath(root), "config", "user.name"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(found.stdout.split())


def today() -> str:
    """The day on which a line is written."""
    return datetime.date.today().isoformat()


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise ActionError("The desk does not know this.")
    return value


def _place(corpus: Corpus, values: Mapping[str, str]) -> Mapping[str, str]:
    """The words and the file of what a line about a figure or a claim is about; its holder by name.

    They explain the line when it matches nothing any more.
    """
    documents = {document.id: document for document in corpus.documents}
    words, source = said_there(corpus, values.get("id", ""), documents)
    names = {entity.id: entity.name for entity in corpus.entities}
    value = values.get("value", "")
    return {"words": words, "source": source, "value": names.get(value, value)}


def _files(corpus: Corpus) -> Mapping[str, str]:
    """By its id, the file of each source that has one of its own.

    An id changes with the words of its source, and so when something is withheld there.
    """
    often = Counter(document.path for document in corpus.documents)
    return {d.id: d.path for d in corpus.documents if often[d.path] == 1 and ";" not in d.path}


def _line(line: Line) -> dict[str, str]:
    return {"table": line.table, "raw": line.raw}


def _decides(cells: Mapping[str, str]) -> bool:
    return cells.get("answer", "").lower() != "later"
