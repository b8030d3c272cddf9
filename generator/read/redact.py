"""Replace what editors withhold, in all that was read from a source and before it is analysed.

A document is rewritten as if its source had had the replacement in the first place: the offsets
move, and the anchors of its sentences and its address are made anew. Names listed in its metadata,
subjects and addresses are left out rather than replaced, so that no page is made of a replacement.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from generator import ids
from generator.errors import Problem
from generator.model import (
    LONGEST_NAME,
    Document,
    Inline,
    Page,
    Passage,
    Redaction,
    Sentence,
    Source,
    TextLine,
    Withheld,
)
from generator.read.addresses import address_of
from generator.read.draft import Drafts
from generator.read.markup import opening_tag
from generator.redactions import Found, Redactor

_LINES = ("title", "publisher", "kind", "summary", "date_words", "image_alt", "caption", "format",
          "identifier", "parent", "licence", "rights")  # fmt: skip
_LISTS = ("tags", "people", "organisations", "places")
_ADDRESSES = ("url", "image", "item")
_FORMER = ("alias", "aliases", "redirect_from")  # keys that make names or pages of their values
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"<>]*)"')


def redacted(
    found: tuple[Sequence[Document], Sequence[Problem], Sequence[Problem]],
    drafts: Drafts,
    redactor: Redactor,
) -> tuple[tuple[Document, ...], tuple[Problem, ...], tuple[Problem, ...], tuple[str, ...]]:
    """The documents, the problems and the notes of a source without withheld words, and the lines
    of the editors that have withheld something there.

    drafts: what its reader found, of which not all need be published
    """
    count = Counter[Redaction]()
    documents = tuple(_redacted_document(d, redactor, count) for d in found[0])
    problems, notes = (redacted_problems(some, redactor, count) for some in found[1:])
    if len(documents) < len(drafts.drafts):
        # A line may be there for a document that is not to be public yet.
        count.update(_in_drafts(drafts, redactor))
    lines = tuple(dict.fromkeys(one.where for one in redactor.redactions if count[one]))
    return documents, problems, notes, lines


def redacted_problems(
    problems: Iterable[Problem], redactor: Redactor, count: Counter[Redaction] | None = None
) -> tuple[Problem, ...]:
    """Problems without withheld words. `count`: how often each redaction was used; added to."""
    pen = _Pen(redactor, Counter() if count is None else count)
    path = redactor.path
    return tuple(
        replace(p, path=path(p.path), message=pen.text(p.message), hint=pen.text(p.hint))
        for p in problems
    )


def without_names(found: Drafts, redactor: Redactor) -> Drafts:
    """What a reader found in a file that holds others, their paths without withheld words."""
    taken: dict[str, int] = {}

    def named(source: Source, number: int = 1) -> Source:
        if not redactor.has(source.path, any_case=True):
            return source
        path = numbered(redactor.path(source.path), number)
        shown = numbered(redactor.path(source.shown), number)
        return replace(source, path=path, shown=shown)

    inside = []
    for one in found.inside:
        path = redactor.path(one.source.path)
        taken[path] = taken.get(path, 0) + 1
        inside.append(replace(one, source=named(one.source, taken[path])))
    drafts = (replace(draft, source=named(draft.source)) for draft in found.drafts)
    return replace(found, drafts=tuple(drafts), inside=tuple(inside))


def _in_drafts(found: Drafts, redactor: Redactor) -> Iterator[Redaction]:
    """The redactions whose words are anywhere in what a reader found."""
    for draft in found.drafts:
        values = (*draft.fields.items(), *draft.others, *draft.inherited.items())
        texts = (*map(str, values), draft.html, *(block.text for block in draft.blocks))
        yield from (one.by for one in redactor.find("\n".join(texts), any_case=True))


def numbered(path: str, number: int) -> str:
    """The path of the nth of several files that would have the same one."""
    stem, dot, suffix = path.rpartition(".")
    if number == 1:
        return path
    whole = not stem or stem.endswith("/") or "/" in suffix
    return f"{path}-{number}" if whole else f"{stem}-{number}{dot}{suffix}"


def _redacted_document(
    document: Document, redactor: Redactor, count: Counter[Redaction]
) -> Document:
    """The document without withheld words; itself where it has none.

    count: how often each redaction was used; added to
    """
    pen = _Pen(redactor, Counter())
    changed = _in_metadata(document, pen)
    found = redactor.find(document.text)
    if found or any(tag.html.startswith(("<a ", "<img ", "<abbr ", "<noteref "))
                    for passage in document.passages for tag in passage.inline):  # fmt: skip
        changed = _in_text(changed, found, pen)
    if not pen.count:
        return document
    count.update(pen.count)
    withheld = tuple(
        Withheld(one.where, one.replacement, one.note, pen.count[one])
        for one in redactor.redactions
        if pen.count[one]
    )
    pages = tuple(_undrawn(page, pen) for page in changed.pages)
    changed = replace(changed, pages=pages, whole=False, withheld=withheld)
    changed = replace(changed, passages=tuple(map(_unplaced, changed.passages)))
    return replace(changed, id=address_of(changed))


@dataclass(slots=True)
class _Pen:
    """Replaces what is withheld, and counts it."""

    redactor: Redactor
    count: Counter[Redaction] = field(default_factory=Counter)

    def text(self, text: str) -> str:
        """The text with replacements."""
        found = self.redactor.find(text) if text else []
        self.count.update(one.by for one in found)
        return self.redactor.text(text) if found else text

    def is_withheld(self, text: str) -> bool:
        """Whether a text, or the address that it is, has withheld words."""
        find = self.redactor.find
        found = find(text, any_case=True) or find(unquote(text), any_case=True) if text else []
        self.count.update(one.by for one in found)
        return bool(found)


def _in_metadata(document: Document, pen: _Pen) -> Document:
    lines: dict[str, Any] = {name: pen.text(getattr(document, name)) for name in _LINES}
    lists: dict[str, Any] = {name: _kept(getattr(document, name), pen) for name in _LISTS}
    addresses: dict[str, Any] = {
        name: "" if pen.is_withheld(getattr(document, name)) else getattr(document, name)
        for name in _ADDRESSES
    }
    authors = tuple(dict.fromkeys(pen.text(name)[:LONGEST_NAME] for name in document.authors))
    extra = tuple(
        (pen.text(key), pen.text(value))
        for key, value in document.extra
        if not (key.lower() in _FORMER and pen.is_withheld(value))
    )
    changed = replace(document, authors=authors, extra=extra, **lines, **lists, **addresses)
    if changed.places != document.places:
        changed = replace(changed, coordinates=None)
    return changed


def _kept(names: Sequence[str], pen: _Pen) -> tuple[str, ...]:
    return tuple(name for name in names if not pen.is_withheld(name))


def _undrawn(page: Page, pen: _Pen) -> Page:
    """A page of which no picture may be made, as that would show the words."""
    return replace(page, label=pen.text(page.label), width=0.0, height=0.0)


def _unplaced(passage: Passage) -> Passage:
    """A passage whose lines have no place on their page, which would show how long words are."""
    lines = tuple(TextLine(line.start, line.page) for line in passage.lines)
    return replace(passage, lines=lines)


def _in_text(document: Document, found: Sequence[Found], pen: _Pen) -> Document:
    """The document with replacements in its text and in the attributes of its markup."""
    pen.count.update(one.by for one in found)
    text = document.text
    parts: list[str] = []
    passages: list[Passage] = []
    length = 0
    for passage in document.passages:
        own = [
            Found(max(one.start, passage.start), min(one.end, passage.end), one.by)
            for one in found
            if one.start < passage.end and one.end > passage.start
        ]
        start = length + 2 * bool(parts)
        moves = _Moves(own, start - passage.start)
        parts.append("".join(_pieces(text, passage, own)))
        length = start + len(parts[-1])
        passages.append(_moved(passage, moves, start, length, pen))
    text = "\n\n".join(parts)
    spans = [(s.start, s.end) for passage in passages for s in passage.sentences]
    names = iter(ids.anchors(text[a:b] for a, b in spans))
    named = (
        replace(p, sentences=tuple(replace(s, anchor=next(names)) for s in p.sentences))
        for p in passages
    )
    return replace(document, text=text, passages=tuple(named))


def _pieces(text: str, passage: Passage, found: Sequence[Found]) -> Iterator[str]:
    at = passage.start
    for one in found:
        yield text[at : one.start]
        yield one.by.replacement
        at = one.end
    yield text[at : passage.end]


class _Moves:
    """Where places of a passage are after replacements; those within words are after them.

    by: how far the passage itself moves
    """

    def __init__(self, found: Sequence[Found], by: int) -> None:
        self._starts, self._ends, self._shifts = [], [], [by]
        for one in found:
            self._starts.append(one.start)
            self._ends.append(one.end)
            by += len(one.by.replacement) - (one.end - one.start)
            self._shifts.append(by)

    def __call__(self, place: int) -> int:
        after = bisect_right(self._starts, place - 1)
        if after and place < self._ends[after - 1]:
            place = self._ends[after - 1]
        return place + self._shifts[after]


def _moved(passage: Passage, move: _Moves, start: int, end: int, pen: _Pen) -> Passage:
    sentences = tuple(
        Sentence("", move(s.start), move(s.end))
        for s in passage.sentences
        if move(s.start) < move(s.end)
    )
    lines = {move(line.start): line for line in passage.lines}
    placed = tuple(replace(line, start=at) for at, line in lines.items() if at < end)
    return replace(
        passage,
        start=start,
        end=end,
        sentences=sentences,
        inline=tuple(_tags(passage.inline, move, pen)),
        lines=placed,
    )


def _tags(inline: Iterable[Inline], move: _Moves, pen: _Pen) -> Iterator[Inline]:
    """The tags of a passage. A link whose address is withheld leads nowhere."""
    closing: list[str] = []
    for tag in inline:
        tag = replace(tag, offset=move(tag.offset))
        if tag.role == "close":
            name = closing.pop() if closing else tag.name
            yield replace(tag, name=name, html=f"</{name}>")
            continue
        tag = _written(tag, pen)
        if tag.role == "open":
            closing.append(tag.name)
        yield tag


def _written(tag: Inline, pen: _Pen) -> Inline:
    """A tag with replacements in its attributes."""
    values = {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(tag.html)}
    if pen.is_withheld(values.get("href", "")):
        return replace(tag, name="span", html="<span>")
    own = {key: value if key in ("href", "src") else pen.text(value)
           for key, value in values.items()}  # fmt: skip
    return replace(tag, html=opening_tag(tag.name, own)) if own != values else tag
