"""Double-check: a second editor answers what the first has decided, without seeing the answers.

The questions and their sentences are those of the archive as it is without the editors' lines. It
is made beside the preview when it is first asked for, and again when sources have changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.derive import PlaceReadings
from generator.desk.about import about
from generator.desk.actions import Action, ActionError
from generator.desk.comparison import (
    Answer,
    Comparison,
    Lines,
    Question,
    second_action,
    second_answers,
    summary,
)
from generator.desk.items import Item
from generator.desk.queue import worklist
from generator.errors import SourcebookError
from generator.model import Corpus

_ANSWERS = ("yes", "no", "later", "else")


@dataclass(frozen=True, slots=True)
class _Undecided:
    """The archive without the editors' lines, and what is asked about it."""

    corpus: Corpus
    items: Mapping[Question, Item]
    comparison: Comparison


class DoubleCheck:
    """The questions for a second editor.

    editor: who that is, or ""
    undecided: makes the corpus without the editors' lines; raises SourcebookError
    """

    def __init__(self, editor: str, undecided: Callable[[], Corpus]) -> None:
        self._editor, self._make = editor, undecided
        self._lock = threading.Lock()
        self._sources: tuple[str, ...] | None = None  # ids of those that it was made of
        self._undecided: _Undecided | None = None
        self._failure = ""

    def next(self, corpus: Corpus, lines: Lines) -> tuple[str, Item | None, dict[str, Any]]:
        """How much is answered, the next question, and what is known of all that it is about.

        corpus: of the desk
        lines: all lines of the tables

        Raises ActionError while the questions are being prepared.
        """
        self._refuse_nameless()
        known = self._known(corpus)
        decided = known.comparison.decided(lines, self._editor)
        own = {
            key: record.cells.get("answer", "")
            for key, record in second_answers(lines, self._editor).items()
        }
        left = [key for key in decided if own.get(key, "later") == "later"]
        left.sort(key=lambda key: own.get(key) == "later")
        progress = f"You have answered {len(decided) - len(left):,} of {len(decided):,}."
        if not decided:
            progress = "No other editor has answered a question of the queue yet."
        if not left:
            return progress, None, {}
        item = known.items[left[0]]
        seen = replace(known.corpus, page_pictures=corpus.page_pictures)
        return progress, item, {name: about(seen, name) for name in (item.subject, *item.others)}

    def answer(
        self, corpus: Corpus, lines: Lines, asked: Question, given: Mapping[str, str]
    ) -> Action:
        """The line for an answer. `given`: "answer", "choice" and "note". Raises ActionError."""
        self._refuse_nameless()
        known = self._known(corpus)
        item = known.items.get(asked)
        if item is None or asked not in known.comparison.decided(lines, self._editor):
            raise ActionError("This is not asked any more.")
        answer, note = given["answer"], " ".join(given["note"].split())
        choice = next((one for one in item.yes if one.label == given["choice"]), None)
        if answer not in _ANSWERS or (answer == "yes") != (choice is not None):
            raise ActionError("Choose one of the answers.")
        if answer == "else" and not note:
            raise ActionError("Say in a few words what it is.")
        return second_action(item, answer, choice, note)

    def differences(self, corpus: Corpus, lines: Lines) -> dict[str, Any]:
        """Where two editors differ, and how many answers agree."""
        compared = self._known(corpus).comparison.compared(lines)
        rows = [
            {
                "what": one.item.what,
                "name": one.item.name,
                "first": _shown(one.first),
                "second": _shown(one.second),
            }
            for one in compared
            if not one.same
        ]
        return {"summary": summary(compared), "rows": rows}

    def _refuse_nameless(self) -> None:
        if not self._editor:
            raise ActionError(
                "Editors are told apart by their names.",
                "Set SOURCEBOOK_EDITOR or git’s user.name.",
            )

    def _known(self, corpus: Corpus) -> _Undecided:
        sources = tuple(document.id for document in corpus.documents)
        with self._lock:
            if self._sources != sources:
                self._sources, self._undecided, self._failure = sources, None, ""
                threading.Thread(target=self._prepare, args=(sources,), daemon=True).start()
            if self._failure:
                raise ActionError(self._failure)
            if self._undecided is None:
                raise ActionError("The questions are being prepared.", "Wait a moment.")
            return self._undecided

    def _prepare(self, sources: tuple[str, ...]) -> None:
        """Make the corpus, in a thread of its own."""
        failure, found = "", None
        try:
            corpus = self._make()
            items = worklist(corpus, readings=PlaceReadings())
            keyed = {(item.what, item.key): item for item in items}
            found = _Undecided(corpus, keyed, Comparison(corpus, items))
        except SourcebookError as error:
            failure = str(error)
        except Exception as error:  # the page must not wait for ever
            failure = f"The questions could not be prepared. {type(error).__name__}: {error}"
        with self._lock:
            if self._sources == sources:  # or others are being prepared by now
                self._undecided, self._failure = found, failure


def _shown(answer: Answer) -> dict[str, Any]:
    return {"words": answer.words, "lines": answer.lines, "editors": answer.editors}
