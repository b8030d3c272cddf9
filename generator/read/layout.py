"""From a body to passages: blocks, sentences and inline tags.

The tags are kept separately from the words, with their offsets, so that sentences and mentions can
be marked later without touching the words. `generator.read.html_body` takes HTML apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.ids import anchors
from generator.lang import language_of
from generator.model import Inline, Passage, PassageKind, Sentence, TextLine
from generator.read.characters import clean, normalised
from generator.read.draft import Block
from generator.read.line_ends import vocabulary, with_whole_words
from generator.read.markup import HEADINGS, REPEATED, note_mark
from generator.read.notes import Notes
from generator.read.sentences import split_sentences

FindImage = Callable[[str], str | None]

_LONGEST_LABEL = 8  # characters of a note's mark
_DEEPEST = 20  # each open element is opened again in each block it extends into
# Elements that mean something only inside others.
_PARTS = {
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "figcaption": frozenset({"figure"}),
}
# Elements that only group others; leaving them out keeps headings and lists as they are.
_GROUPS = {"div", "section", "article"}


@dataclass(frozen=True, slots=True)
class Body:
    """A finished body.

    text, passages, layout: as in `generator.model.Document`
    media: the image files it shows: (path below the site's root, path below the seeds folder)
    missing: addresses of images that were not found
    """

    text: str
    passages: tuple[Passage, ...]
    layout: tuple[str | int, ...]
    media: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def from_blocks(blocks: Iterable[Block], language: str) -> Body:
    """The body of a plain text."""
    blocks = tuple(blocks)
    builder = Builder(language, vocabulary("\n\n".join(block.text for block in blocks)))
    for in_table, group in groupby(blocks, key=_is_row):
        if in_table:
            builder.rows(group)
        else:
            for block in group:
                builder.plain(block)
    return builder.body()


def _is_row(block: Block) -> bool:
    """Whether a block is a row of a table on a page; its cells are divided by bars."""
    return block.kind == "cell"


@dataclass(slots=True)
class Builder:
    """Collects the passages of one body.

    known: the whole words of the body, if it has words that line ends break
    blocks: the open block-level elements; inside: how many of each name; meaning: those that do
        more than group others
    page: of the source, on which the text stands now; -1 while none has begun
    turns: where pages begin in the passage now being collected: offset in it, and page
    repeated: whether nothing is told in each open block, as far as it says so itself
    notes: those of the body; note_of: which note each open block is, "" for none; marks: the label
        of each mark, and the note it is of, in the order of the text
    """

    language: str
    known: frozenset[str] = frozenset()
    notes: Notes = field(default_factory=lambda: Notes(frozenset()))
    parts: list[str] = field(default_factory=list)
    length: int = 0
    layout: list[str | int] = field(default_factory=list)
    raw: list[Passage] = field(default_factory=list)  # without their sentences
    blocks: list[str] = field(default_factory=list)
    note_of: list[str] = field(default_factory=list)
    repeated: list[bool] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    inside: Counter[str] = field(default_factory=Counter)
    meaning: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    size: int = 0
    inline: list[Inline] = field(default_factory=list)
    open: list[Inline] = field(default_factory=list)
    level: int = 1
    levels: list[int] = field(default_factory=list)
    skipped: int = 0
    page: int = -1
    turns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def _base(self) -> int:
        """Where the passage now being collected begins in the text."""
        return self.length + 2 if self.length else 0

    def block(self, name: str, tag: str = "", *, repeated: bool = False) -> None:
        """A block-level element begins. `repeated`: whether nothing is told in it."""
        self.flush()
        if name in HEADINGS and self.levels:
            name, tag = "div", ""  # a heading inside a heading
        if name in HEADINGS:
            # Headings follow the page's own h1 and never skip a level.
            self.level = min(max(HEADINGS[name], 2), self.level + 1)
            self.levels.append(self.level)
            tag = f"<h{self.level}>"
        elif name in _PARTS and not (self.meaning and self.meaning[-1] in _PARTS[name]):
            name, tag = "p", ""  # an item without its list
        self.blocks.append(name)
        self.note_of.append("")
        self.repeated.append(repeated)
        self.inside[name] += 1
        self.inside[REPEATED] += repeated
        if name not in _GROUPS:
            self.meaning.append(name)
            self.layout.append(tag or f"<{name}>")

    def close_block(self) -> None:
        """The innermost block-level element ends."""
        self.flush()
        name = self.blocks.pop()
        self.inside["note"] -= bool(self.note_of.pop())
        self.inside[REPEATED] -= self.repeated.pop()
        self.inside[name] -= 1
        if name not in _GROUPS:
            self.meaning.pop()
            end = f"h{self.levels.pop()}" if name in HEADINGS else name
            self.layout.append(f"</{end}>")

    def begin_note(self, name: str) -> None:
        """The innermost block is the note of this id or label."""
        if self.note_of and not self.note_of[-1]:
            self.note_of[-1] = name
            self.inside["note"] += 1
            self.notes.passages.setdefault(name, len(self.raw))

    def turn(self, page: int) -> None:
        """A page of the source begins. `page`: its number in the draft's pages."""
        self.turns.append((self.size, page))

    def _turned(self, start: int, text: str) -> tuple[TextLine, ...]:
        """Where the parts of a passage stand, as far as the pages' beginnings are marked."""
        starts = {0: self.page} if self.page >= 0 else {}
        for at, page in self.turns:
            starts[at] = self.page = page
        self.turns = []
        return tuple(TextLine(start + at, page) for at, page in starts.items() if at < len(text))

    def mark(self, label: str, note: str) -> None:
        """The mark of a note, by its id or label. It is kept out of the text."""
        label = " ".join(clean(label).split())[:_LONGEST_LABEL] or "*"
        number = len(self.marks)
        self.inline.append(Inline(self._base + self.size, "noteref", str(number), "void"))
        self.marks.append((label, note))

    @property
    def before(self) -> str:
        """The last words of the passage now being collected."""
        return "".join(self.pending[-3:])

    def plain(self, block: Block) -> None:
        """A whole block of plain text."""
        self.block(f"h{block.level}" if block.level else "p")
        if block.speaker:
            self.tag("strong", "<strong>", "open")
            self.words(f"{block.speaker}:")
            self.tag("strong", "</strong>", "close")
            self.words(" ")
        self.words(block.text)
        self.flush(block)
        self.close_block()

    def rows(self, blocks: Iterable[Block]) -> None:
        """A table; each of its rows is one passage."""
        self.block("table")
        for block in blocks:
            self.block("tr")
            self.words(block.text)
            self.flush(block)
            self.close_block()
        self.close_block()

    def words(self, text: str) -> None:
        """Running text; white space becomes one space, except in preformatted text."""
        text = normalised(clean(text))  # a character reference can stand for anything
        if not self.inside["pre"]:
            text = with_whole_words(text, self.known, language_of(self.language).sentences)
            text = _one_spaced(text)
            if not self.pending or self.pending[-1].endswith((" ", "\n")):
                text = text.lstrip(" ")
        if text:
            self._append(text)

    def _append(self, text: str) -> None:
        self.pending.append(text)
        self.size += len(text)

    def tag(self, name: str, tag: str, role: str) -> None:
        """An inline tag. Elements nested absurdly deep are left out."""
        if role == "open" and len(self.open) >= _DEEPEST:
            self.skipped += 1
            return
        if role == "close" and self.skipped:
            self.skipped -= 1
            return
        offset = self._base + self.size
        inline = Inline(offset, name, tag, role)  # type: ignore[arg-type]
        self.inline.append(inline)
        if role == "open":
            self.open.append(inline)
        elif role == "close" and self.open:
            self.open.pop()
        if name == "br":
            self._append("\n")

    def flush(self, block: Block | None = None) -> None:
        """End the passage being collected, if it has any words.

        block: the block of plain text that it is
        """
        text = "".join(self.pending).rstrip()
        inline, still_open = self.inline, self.open
        self.pending, self.inline, self.open, self.size = [], [], [], 0
        if not text and not any(i.name == "img" for i in inline):
            self._reopen(still_open)
            return
        text = text or "\N{OBJECT REPLACEMENT CHARACTER}"
        start = self._base
        end = start + len(text)
        inline += [Inline(end, i.name, f"</{i.name}>", "close") for i in reversed(still_open)]
        clipped = tuple(Inline(min(i.offset, end), i.name, i.html, i.role) for i in inline)
        kind = block.kind if block and not block.level else self._kind()
        # Places count the characters of the block as its reader made it.
        lines = block.lines if block and text.endswith(block.text) else ()
        speaker = len(text) - len(block.text) if block else 0
        placed = tuple(
            replace(line, start=start + (line.start and speaker + line.start)) for line in lines
        ) or self._turned(start, text)
        wrap = self._wrapper()
        self.layout += [f"<{wrap}>", len(self.raw), f"</{wrap}>"] if wrap else [len(self.raw)]
        level = self.level if kind == "heading" else 0
        self.raw.append(Passage(len(self.raw), kind, level, start, end, (), clipped, placed))
        self.parts.append(text)
        self.length = end
        self._reopen(still_open)

    def _wrapper(self) -> str:
        """The element that running text needs around it at this point, "" for none."""
        inner = self.blocks[-1] if self.blocks else "div"
        if inner in ("ul", "ol"):
            return "li"
        if inner == "dl":
            return "dd"
        return "p" if inner in _GROUPS | {"blockquote", "figure"} and not self.levels else ""

    def _reopen(self, tags: list[Inline]) -> None:
        """An inline element that contains several blocks continues in the next one."""
        for tag in tags:
            self.tag(tag.name, tag.html, "open")

    def _kind(self) -> PassageKind:
        inner = self.blocks[-1] if self.blocks else "p"
        if self.inside[REPEATED] and inner not in HEADINGS:
            return "repeated"
        if inner in HEADINGS:
            return "heading"
        if self.inside["pre"]:
            return "code"
        if inner in ("td", "th"):
            return "cell"
        if inner in ("caption", "figcaption"):
            return "caption"
        if self.inside["note"]:
            return "note"
        if self.inside["blockquote"]:
            return "quote"
        return "item" if inner in ("li", "dt", "dd") else "paragraph"

    def body(self, media: tuple[tuple[str, str], ...] = (), missing: tuple[str, ...] = ()) -> Body:
        """All passages, split into sentences."""
        while self.blocks:
            self.close_block()
        self.flush()
        text = "\n\n".join(self.parts)
        spans = [self._spans(text, passage) for passage in self.raw]
        names = iter(anchors(text[a:b] for passage in spans for a, b in passage))
        passages = tuple(
            replace(
                passage,
                sentences=tuple(Sentence(next(names), a, b) for a, b in own),
                inline=tuple(map(self._finished, passage.inline)),
            )
            for passage, own in zip(self.raw, spans, strict=True)
        )
        return Body(text, passages, _without_empty(self.layout), media, missing)

    def _finished(self, tag: Inline) -> Inline:
        """An inline tag; the mark of a note leads to the note's passage, which is known now."""
        if tag.name != "noteref":
            return tag
        label, note = self.marks[int(tag.html)]
        passage = self.notes.passages.get(note)
        there = passage if passage is not None and passage < len(self.raw) else None
        return replace(tag, html=note_mark(label, there))

    def _spans(self, text: str, passage: Passage) -> list[tuple[int, int]]:
        start, end = passage.start, passage.end
        row = passage.kind == "cell" and passage.lines
        if passage.kind in ("code", "heading") or row:
            return [(start, end)]
        found = split_sentences(text[start:end], self.language)
        return [(start + a, start + b) for a, b in found]


def _one_spaced(text: str) -> str:
    """The text with each run of white space replaced by one space."""
    words = " ".join(text.split())
    if not words:
        return text and " "
    return f"{text[0].isspace() * ' '}{words}{text[-1].isspace() * ' '}"


def _without_empty(layout: list[str | int]) -> tuple[str | int, ...]:
    """The layout without empty elements, except table cells."""
    kept: list[str | int] = []
    for item in layout:
        last = kept[-1] if kept else ""
        if isinstance(item, str) and item.startswith("</") and isinstance(last, str):
            name = item[2:-1]
            if name not in ("td", "th") and re.match(rf"<{name}\b", last):
                kept.pop()
                continue
        kept.append(item)
    return tuple(kept)
