"""What a source leaves open: characters that would turn round the text after them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.directions import CONTROLS, named, unbalanced
from generator.errors import Problem
from generator.model import Document
from generator.read.decode import decode_raw
from generator.read.draft import Draft, problem

_HINT = "Pages close it; remove it, or close it in the source."


def direction_problems(draft: Draft, document: Document) -> Iterator[Problem]:
    """A warning for each such field, and one for the text."""
    wrong = {key: found for key, value in draft.fields.items() if (found := _first(value))}
    for key, found in wrong.items():
        yield _problem(draft, draft.lines.get(key, draft.line), f'"{named(key)}" changes', found)
    unclosed = list(filter(None, map(unbalanced, _sentences(document))))
    if not wrong and not unclosed:
        unclosed = list(filter(None, [unbalanced(document.title)]))
    if unclosed:
        number = len(unclosed)
        what = f"{number:,} sentences change" if number > 1 else "A sentence changes"
        yield _problem(draft, _line(draft, wrong), what, unclosed[0])


def _problem(draft: Draft, line: int, what: str, character: str) -> Problem:
    message = f"{what} the direction of text, but not back: {named(character)}."
    return problem(draft.source, line, "warning", message, _HINT)


def _first(value: object) -> str:
    """The first such character in a value, or in one of several."""
    values = value if isinstance(value, list | tuple) else (value,)
    return next(filter(None, (unbalanced(str(one)) for one in values)), "")


def _sentences(document: Document) -> Iterator[str]:
    """The sentences of passages that do not close all that they open."""
    if document.text.isascii() or not CONTROLS.search(document.text):
        return
    for passage in document.passages:
        if not unbalanced(document.text[passage.start : passage.end]):
            continue
        for sentence in passage.sentences:
            yield document.text[sentence.start : sentence.end]


def _line(draft: Draft, wrong: Collection[str]) -> int:
    """The first line of the document in its file with such a character that is not in a field; the
    document's own line, where the file has it in another form.

    wrong: the fields with such a character
    """
    if draft.line > 1:
        return draft.line  # a row of a table
    taken = {draft.lines.get(key, 0) for key in wrong}
    rows = decode_raw(draft.source).text.split("\n")
    lines = (n for n, row in enumerate(rows, 1) if n not in taken and unbalanced(row))
    return next(lines, draft.line)
