"""What goes with a message: what it answers, its answers, and what is attached to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Document
from generator.render.catalogues import gettext, message
from generator.render.view_types import SourceLine

_MOST = 100  # sources of one kind on a page


@dataclass(frozen=True, slots=True)
class Threads:
    """How all documents go with each other, by their ids.

    answered: the message that each message answers, of those that there are
    answers: the messages that answer each, the oldest first
    attached_to, attached: the messages to which each document is attached, and the other way round
    first: of each message, and of what is attached to one, the message that began it all
    """

    answered: Mapping[str, str]
    answers: Mapping[str, Sequence[str]]
    attached_to: Mapping[str, Sequence[str]]
    attached: Mapping[str, Sequence[str]]
    first: Mapping[str, str]

    def of(self, document: str) -> tuple[str, str, Sequence[str]]:
        """By its id, the first message, the one that it answers, and those it is attached to."""
        attached_to = self.attached_to.get(document, ())
        return self.first.get(document, ""), self.answered.get(document, ""), attached_to


@dataclass(frozen=True, slots=True)
class ThreadGroup:
    """Sources that go with one in the same way. `title`: of their list."""

    title: str
    sources: tuple[SourceLine, ...]


def threads_of(documents: Iterable[Document]) -> Threads:
    """How documents go with each other. Of several equal ones the first counts."""
    every = sorted(documents, key=lambda d: (d.date or "9999", d.path, d.line, d.id))
    messages: dict[str, str] = {}
    for document in every:
        if document.thread.message:
            messages.setdefault(document.thread.message, document.id)
    answered = {}
    answers: dict[str, list[str]] = defaultdict(list)
    attached_to: dict[str, list[str]] = defaultdict(list)
    attached: dict[str, list[str]] = defaultdict(list)
    for document in every:
        known = (messages.get(answer, "") for answer in document.thread.answers)
        earlier = next((name for name in known if name not in ("", document.id)), "")
        if earlier:
            answered[document.id] = earlier
            answers[earlier].append(document.id)
        for outer in document.thread.attached_to:
            if messages.get(outer, document.id) != document.id:
                attached_to[document.id].append(messages[outer])
                attached[messages[outer]].append(document.id)
    first = _firsts(answered, (d.id for d in every if d.thread.message))
    return Threads(
        answered,
        answers,
        attached_to,
        attached,
        {name: first[outer[0]] for name, outer in attached_to.items()} | first,
    )


def _firsts(answered: Mapping[str, str], messages: Iterable[str]) -> dict[str, str]:
    """The message with which the thread of each one begins; of a circle, which only broken programs
    make, the one whose name comes first.
    """
    first: dict[str, str] = {}
    for each in messages:
        way: dict[str, None] = {}  # in order
        at = each
        while at not in first and at not in way:
            way[at] = None
            if at not in answered:
                break
            at = answered[at]
        start = first.get(at, at)
        if at in way and at in answered:
            circle = list(way)
            start = min(circle[circle.index(at) :])
        first |= dict.fromkeys(way, start)
    return first


def thread_groups(
    threads: Threads, line: Callable[[str], SourceLine], document: Document
) -> tuple[ThreadGroup, ...]:
    """The sources that go with one.

    line: a source as a line of a list, by its id
    """
    own = document.id
    earlier = threads.answered.get(own)
    groups = (
        (message("Reply to"), [earlier] if earlier else []),
        (message("Replies"), threads.answers.get(own, ())),
        (message("Attached to"), threads.attached_to.get(own, ())),
        (message("Attachments"), threads.attached.get(own, ())),
    )
    return tuple(
        ThreadGroup(gettext(title), tuple(map(line, names[:_MOST])))
        for title, names in groups
        if names
    )
