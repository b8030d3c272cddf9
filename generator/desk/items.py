"""A question for editors, and the lines of tables that settle it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import Any

from generator.desk.actions import COLUMNS, DECISIONS_TABLE, Action
from generator.model import ENTITIES_TABLE


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to settle something.

    label: what it does, in a few words
    line: a line of the table
    """

    label: str
    line: str
    table: str = ENTITIES_TABLE

    @property
    def action(self) -> Action:
        """The line as an action."""
        (cells,) = csv.reader([self.line])
        return Action(self.table, dict(zip(COLUMNS[self.table], cells, strict=False)))


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    subject: id of the entity, the event or the document
    mentions: how many it would settle
    suggestion: a line for the editors' table, or what to do
    effect: what that would do
    others: ids of further entities that it is about
    yes: the ways to settle it; none where the desk has no line for it
    no: lines that say it is right as it is; without them a line of the decisions does
    """

    what: str
    name: str
    type: str
    mentions: int
    detail: str
    suggestion: str
    effect: str
    subject: str = ""
    others: tuple[str, ...] = ()
    yes: tuple[Choice, ...] = ()
    no: tuple[Choice, ...] = ()

    @property
    def key(self) -> str:
        """What the question is called in the table of decisions."""
        return "; ".join((self.subject, *self.others))

    @property
    def no_label(self) -> str:
        """What the button for "no" says."""
        return self.no[0].label if self.no else "As it is"

    @property
    def shown(self) -> dict[str, Any]:
        """The question as the pages of the desk have it."""
        return {
            "what": self.what,
            "key": self.key,
            "name": self.name,
            "type": self.type,
            "detail": self.detail,
            "effect": self.effect,
            "subject": self.subject,
            "source": "" if self.type else f"sources/{self.subject}.html",
            "others": self.others,
            "yes": [choice.label for choice in self.yes],
            "no": self.no_label,
        }

    def answered(self, answer: str) -> tuple[Action, ...]:
        """The lines that answer it with "no" or "later"."""
        if answer == "no" and self.no:
            return tuple(choice.action for choice in self.no)
        values = {"question": self.what, "subject": self.key, "answer": answer}
        return (Action(DECISIONS_TABLE, values, about=self.name),)
