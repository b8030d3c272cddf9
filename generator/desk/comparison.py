"""What two editors have answered to the same questions, and where they differ.

The questions are those of the archive before any line of the tables (`derive_corpus`, `edited`).
What the first editor has answered follows from the lines of the tables, typed or clicked; the
second one's answers are lines of `curation/second.csv`, which change no page.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.desk.actions import BETWEEN, COLUMNS, DECISIONS_TABLE, OF_WHOLE, SECOND_TABLE, Action
from generator.desk.items import Choice, Item
from generator.desk.tables import Record
from generator.model import ENTITIES_TABLE, EVENTS_TABLE, FIGURES_TABLE, Corpus

Question = tuple[str, str]  # what is asked, and its subject, as in the table of decisions
Lines = Sequence[tuple[str, Record]]  # of the tables, each with its table
_Meaning = tuple[str, ...]
# What settles a question in another way than it offers, by the table of the line.
_SETTLING: Mapping[str, frozenset[str]] = {
    ENTITIES_TABLE: frozenset(("merge", "split", "retype", "hide")),
    EVENTS_TABLE: frozenset(("redate", "status", "hide", "merge", "split")),
    FIGURES_TABLE: frozenset(("value", "holder", "hide")),
}
_LOCATING = ("not on the map", "place with several readings")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question.

    words: what the buttons say, or the editor's own words
    lines: of the tables
    editors: who wrote them, those who are known
    own: whether it was none of the answers that were offered
    """

    words: tuple[str, ...]
    lines: tuple[str, ...]
    editors: tuple[str, ...] = ()
    own: bool = False

    def agrees(self, other: Answer) -> bool:
        """Whether both say the same; of answers in own words that is not certain."""
        return not self.own and not other.own and set(self.words) == set(other.words)


@dataclass(frozen=True, slots=True)
class Compared:
    """A question that two editors have answered."""

    item: Item
    first: Answer
    second: Answer

    @property
    def same(self) -> bool:
        """Whether they agree."""
        return self.first.agrees(self.second)


def summary(compared: Sequence[Compared]) -> str:
    """How many answers agree, in a sentence."""
    if not compared:
        return "Nothing has been double-checked yet."
    same = sum(one.same for one in compared)
    return f"{same:,} of {len(compared):,} agree."


class Comparison:
    """Compares answers to the questions of an archive.

    corpus: as it is without the editors' lines
    items: all that is asked about it
    """

    def __init__(self, corpus: Corpus, items: Sequence[Item]) -> None:
        self._items = {(item.what, item.key): item for item in items}
        self._meanings = _Meanings(corpus)

    def decided(self, lines: Lines, editor: str) -> Mapping[Question, Answer]:
        """What others than an editor have answered, in the order of the questions."""
        others = [(table, one) for table, one in lines if one.cells.get("editor", "") != editor]
        given = _Given(others, self._meanings)
        found: dict[Question, Answer] = {}
        used: set[int] = set()
        for key, item in self._items.items():
            answer, records = self._offered(item, given)
            if answer:
                found[key] = _answer(answer, records)
                used |= {id(record) for record in records}
        rest = [(table, one) for table, one in others if id(one) not in used]
        for key, line in self._otherwise(rest, found):
            found[key] = _answer([line.raw], [line], own=True)
        return {key: found[key] for key in self._items if key in found}

    def compared(self, lines: Lines) -> tuple[Compared, ...]:
        """The questions that two editors have answered, in their order."""
        found = []
        for editor in dict.fromkeys(one.cells.get("editor", "") for one in _second(lines)):
            decided = self.decided(lines, editor)
            own = second_answers(lines, editor)
            for key, first in decided.items():
                if key in own and own[key].cells.get("answer") != "later":
                    item = self._items[key]
                    found.append(Compared(item, first, self._second(item, own[key])))
        return tuple(found)

    def _offered(self, item: Item, given: _Given) -> tuple[list[str], list[Record]]:
        """Which of the answers to a question the lines give, and these lines; or nothing."""
        chosen = [(one.label, given.lines(self._meanings.of(one.action))) for one in item.yes]
        chosen = [(label, records) for label, records in chosen if records]
        if chosen:
            return [label for label, _ in chosen], [r for _, records in chosen for r in records]
        distinct = [given.lines(self._meanings.of(one.action)) for one in item.no]
        if item.no and all(distinct):
            return [item.no_label], [record for records in distinct for record in records]
        no = given.no.get((item.what, item.key))
        return ([item.no_label], [no]) if no else ([], [])

    def _otherwise(
        self, lines: Lines, found: Mapping[Question, Answer]
    ) -> Iterator[tuple[Question, Record]]:
        """Lines that settle a question in another way; each settles one question only."""
        by_subject: dict[str, list[tuple[str, Record]]] = {}
        for table, record in lines:
            for name in self._meanings.subjects(Action(table, record.cells)):
                by_subject.setdefault(name, []).append((table, record))
        used: set[int] = set()
        for key, item in self._items.items():
            if key in found:
                continue
            for table, record in by_subject.get(item.subject, ()):
                action = record.cells.get("action", "").lower()
                located = action == "locate" and item.what in _LOCATING
                if id(record) not in used and (located or action in _SETTLING.get(table, ())):
                    used.add(id(record))
                    yield key, record
                    break

    def _second(self, item: Item, record: Record) -> Answer:
        """What a line of the second editor says."""
        cells = record.cells
        if cells.get("answer") == "no":
            return _answer([item.no_label], [record])
        line = cells.get("line", "")
        if cells.get("answer") == "yes" and line:
            wanted = self._meaning_of(line, item)
            for choice in item.yes:
                if self._meanings.of(choice.action) == wanted:
                    return _answer([choice.label], [record])
        return _answer([cells.get("note", "") or line], [record], own=True)

    def _meaning_of(self, line: str, item: Item) -> _Meaning:
        table = item.yes[0].table if item.yes else ENTITIES_TABLE
        cells = next(csv.reader([line]), [])
        return self._meanings.of(Action(table, dict(zip(COLUMNS[table], cells, strict=False))))


def second_answers(lines: Lines, editor: str) -> Mapping[Question, Record]:
    """The last line of a second editor for each question."""
    own = (one for one in _second(lines) if one.cells.get("editor", "") == editor)
    return {(one.cells.get("question", ""), one.cells.get("subject", "")): one for one in own}


def second_action(item: Item, answer: str, choice: Choice | None, note: str) -> Action:
    """The line of a second editor."""
    values = {"question": item.what, "subject": item.key, "answer": answer, "note": note}
    line = choice.line if choice else ""
    return Action(SECOND_TABLE, values | {"line": line}, about=item.name)


def _second(lines: Lines) -> Iterator[Record]:
    return (record for table, record in lines if table == SECOND_TABLE)


def _answer(words: Sequence[str], records: Sequence[Record], *, own: bool = False) -> Answer:
    editors = dict.fromkeys(filter(None, (one.cells.get("editor", "") for one in records)))
    raw = dict.fromkeys(one.raw for one in records)
    return Answer(tuple(dict.fromkeys(words)), tuple(raw), tuple(editors), own)


class _Given:
    """Lines of the tables, by what they mean.

    no: lines that answer a question with "no"
    """

    def __init__(self, lines: Lines, meanings: _Meanings) -> None:
        self.no: dict[Question, Record] = {}
        self._found: dict[_Meaning, list[Record]] = {}
        for table, record in lines:
            if table == DECISIONS_TABLE:
                question = (record.cells.get("question", ""), record.cells.get("subject", ""))
                self.no.pop(question, None)  # the last answer counts
                if record.cells.get("answer", "").lower() == "no":
                    self.no[question] = record
            elif table != SECOND_TABLE:
                meaning = meanings.of(Action(table, record.cells))
                self._found.setdefault(meaning, []).append(record)
        # Where two names were merged, one line keeps both apart from a third.
        self._whole: dict[str, str] = {}
        for meaning in self._found:
            if meaning[0] == "merge":
                one, other = map(self._top, meaning[1:])
                if one != other:
                    self._whole[one] = other
        self._apart: dict[_Meaning, list[Record]] = {}
        for meaning, records in self._found.items():
            if meaning[0] == "distinct":
                self._apart.setdefault(self._wholes(meaning), []).extend(records)

    def lines(self, meaning: _Meaning) -> Sequence[Record]:
        """The lines that mean the same."""
        if meaning[0] == "distinct":
            return self._apart.get(self._wholes(meaning), [])
        return self._found.get(meaning, [])

    def _wholes(self, meaning: _Meaning) -> _Meaning:
        return tuple(sorted(map(self._top, meaning[1:])))

    def _top(self, name: str) -> str:
        while name in self._whole:
            name = self._whole[name]
        return name


class _Meanings:
    """What lines mean, however they name it: two lines that mean the same are equal."""

    def __init__(self, corpus: Corpus) -> None:
        # As a build understands names: the name itself, or an address, or else a spelling.
        self._ids: dict[tuple[str, str], str] = {}
        for kind in ("name", "id", "spelling"):
            for entity in corpus.entities:
                spelled = [alias.name for alias in entity.aliases]
                names = {"name": [entity.name], "id": [entity.id], "spelling": spelled}[kind]
                for name in names:
                    self._ids.setdefault((entity.type, name), entity.id)
                    self._ids.setdefault(("", name), entity.id)
        self._events = {one.id: event.id for event in corpus.events for one in event.evidence}
        self._documents = {document.path: document.id for document in corpus.documents}

    def of(self, action: Action) -> _Meaning:
        """What a line means."""
        cells = {key: " ".join(value.split()) for key, value in action.values.items()}
        kind = cells.get("action", "").lower()
        given = [cells.get(name, "") for name in ("id", "date", "value")]
        if action.table != ENTITIES_TABLE:
            return (action.table, kind, *given, cells.get("into", ""), cells.get("text", ""))
        one, other = self._names(cells, kind)
        if kind in BETWEEN:
            return (kind, *sorted((one, other)))
        sources = filter(None, (name.strip() for name in cells.get("sources", "").split(";")))
        where = sorted({self._documents.get(name, name) for name in sources})
        return (kind, one, other.replace(" ", ""), *where)

    def subjects(self, action: Action) -> tuple[str, ...]:
        """The ids of what a line is about."""
        if action.table == ENTITIES_TABLE:
            kind = action.values.get("action", "").lower()
            one, other = self._names(action.values, kind)
            return (one, other) if kind == "merge" else (one,)
        name = action.values.get("id", "")
        return (self._events.get(name, name),)

    def _names(self, cells: Mapping[str, str], kind: str) -> tuple[str, str]:
        """The id of the entity that a line changes, and the id or the words beside it."""
        name, into, of_type = (cells.get(key, "") for key in ("name", "into", "type"))
        if kind in OF_WHOLE:
            return self._ids.get((of_type, into), into), name
        one = self._ids.get((of_type, name), name)
        if kind not in BETWEEN:
            return one, into
        other = self._ids.get((of_type, into), one)
        return one, other if other != one else self._ids.get(("", into), into)
