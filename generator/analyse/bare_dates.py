"""Sentences that are nothing but a date, and the sentence beside each that says what happened then.

    ## 20 April 2010              a heading, and the first sentence below it
    | 1823 | Founded the mill |   a cell of a table, and the next one of its row
    20 April. The mill burned.    a sentence of its own, and the next one

Such a date stands for no day by itself. A line that only gives the day of publication, and one
with a place and a day ("Ipoh, Feb. 5."), are stamps and say of nothing that follows when it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from generator.model import Document, Passage, Sentence, TimeExpression

Rows = Mapping[int, Sequence[int]]

_MOST_CELLS = 8  # looked at on either side of a date; a wide table of dates must not cost more
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 2  # of what says that something happened
_NOT_TOLD = frozenset({"heading", "cell", "code", "note", "repeated"})
_LINE = frozenset({"paragraph", "quote"})
_CAPITALS = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.'’-]*"
_PLACE = re.compile(rf"\s*(?:[A-ZÀ-ÞА-Я][\w.'’-]+|{_CAPITALS}(?:\s{_CAPITALS}){{0,3}})\s?,\s*")


def is_bare(text: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a sentence is nothing but this time."""
    rest = text[sentence.start : time.start] + text[time.end : sentence.end]
    return not any(map(str.isalnum, rest))


def is_alone(document: Document, sentence: Sentence) -> bool:
    """Whether a document, such as a record of a photograph, has no other sentence."""
    sentences = [s for p in document.passages[:2] for s in p.sentences[:2]]
    return sentences == [sentence]


def is_stamp(
    document: Document, passage: Passage, sentence: Sentence, time: TimeExpression
) -> bool:
    """Whether a line gives a place and a day and no more, or only the day of publication."""
    if passage.kind not in _LINE or len(passage.sentences) > 1 or time.precision != "day":
        return False
    text = document.text
    if is_bare(text, sentence, time):
        return time.first == document.date
    after = text[time.end : sentence.end]
    before = _PLACE.fullmatch(text, sentence.start, time.start)
    return before is not None and not any(map(str.isalnum, after))


def neighbour(
    document: Document, passage: Passage, sentence: Sentence, rows: Rows
) -> tuple[Passage, Sentence] | None:
    """The sentence that says what happened at a date that is a sentence of its own.

    rows: see `rows_of`
    """
    at = bisect_right(passage.sentences, sentence.start, key=lambda s: s.start)
    others = [(passage, s) for s in passage.sentences[at : at + 1]]
    if passage.kind == "cell":
        others += [(p, s) for p in _of_row(document, passage, rows) for s in p.sentences[:1]]
    elif not others:
        later = document.passages[passage.number + 1 : passage.number + 2]
        others += [(p, s) for p in later if p.kind not in _NOT_TOLD for s in p.sentences[:1]]
    for found in others:
        words = _WORD.findall(document.text, found[1].start, found[1].end)
        if len(words) >= _LEAST_WORDS:
            return found
    return None


def rows_of(document: Document) -> Rows:
    """For each cell the numbers of the passages in its row of a table."""
    rows: dict[int, Sequence[int]] = {}
    row: list[int] = []
    for item in document.layout:
        if isinstance(item, int):
            row.append(item)
            rows[item] = row
        elif item.startswith(("<tr", "</tr")):
            row = []
    return rows


def _of_row(document: Document, passage: Passage, rows: Rows) -> list[Passage]:
    """The cells near one in its row: first those after it, then those before."""
    row = rows.get(passage.number, ())
    at = bisect_right(row, passage.number)
    near = (*row[at : at + _MOST_CELLS], *reversed(row[max(0, at - 1 - _MOST_CELLS) : at - 1]))
    return [document.passages[number] for number in near]
