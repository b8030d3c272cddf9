"""A document with some of its sentences only, and where its places are then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model import Document, Page, Passage, Provenance, Sentence, TextLine

TEXTS = ("summary", "image", "image_alt", "caption", "item")  # what describes or shows it
_GAP = " […] "  # between sentences of a passage between which others stand
_BETWEEN = "\n\n"
_TAGS = {0: "p", 2: "h2", 3: "h3", 4: "h4", 5: "h5", 6: "h6"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is published of a document.

    starts, ends: of the published sentences in the whole text, in their order
    shifts: how far each has moved
    passages: the number of each one's passage, as it was and as it is
    """

    document: Document
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shifts: tuple[int, ...]
    passages: tuple[tuple[int, int], ...]

    def place(self, at: int) -> int | None:
        """Where a place of the text is now; None if it is not in a published sentence."""
        number = bisect_right(self.starts, at) - 1
        if number < 0 or at > self.ends[number]:
            return None
        return at + self.shifts[number]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the text is now; None if it is not in one published sentence."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or end > self.ends[number]:
            return None
        return start + self.shifts[number], end + self.shifts[number]

    def provenance(self, where: Provenance) -> Provenance | None:
        """Where a statement is based now; None if that is not published."""
        span = self.span(where.start, where.end)
        if span is None:
            return None
        now = dict(self.passages)
        return replace(where, passage=now[where.passage], start=span[0], end=span[1])


def excerpt(document: Document, chosen: Collection[int]) -> Excerpt:
    """A document with the chosen sentences.

    chosen: the starts of sentences
    """
    kept = [(p, [s for s in p.sentences if s.start in chosen]) for p in document.passages]
    pieces = list(_pieces(document.text, [(p, own) for p, own in kept if own]))
    text = "".join(part for part, _ in pieces)
    moved = [sentence for _, sentence in pieces if sentence]
    passages: list[Passage] = []
    numbers: list[tuple[int, int]] = []
    for passage, own in kept:
        if own:
            new = moved[: len(own)]
            del moved[: len(own)]
            numbers.append((passage.number, len(passages)))
            passages.append(_passage(passage, len(passages), own, new))
    old = [sentence for _, own in kept for sentence in own]
    now = [sentence for passage in passages for sentence in passage.sentences]
    texts: dict[str, Any] = dict.fromkeys(TEXTS, "")
    cut = replace(
        document,
        text=text,
        passages=tuple(passages),
        layout=tuple(part for passage in passages for part in _laid_out(passage)),
        pages=tuple(Page(page.label, kind=page.kind) for page in document.pages),
        media=(),
        **texts,
        extra=(),
        whole=False,
        publish="quotes",
        sentences=sum(len(passage.sentences) for passage in document.passages),
    )
    return Excerpt(
        cut,
        tuple(sentence.start for sentence in old),
        tuple(sentence.end for sentence in old),
        tuple(b.start - a.start for a, b in zip(old, now, strict=True)),
        tuple(numbers),
    )


def _pieces(
    text: str, kept: list[tuple[Passage, list[Sentence]]]
) -> Iterator[tuple[str, Sentence | None]]:
    """The parts of the new text, each with the sentence that it is, moved; None between them."""
    at = 0
    for number, (passage, own) in enumerate(kept):
        if number:
            yield _BETWEEN, None
            at += len(_BETWEEN)
        for n, sentence in enumerate(own):
            if n:
                after = passage.sentences.index(own[n - 1]) + 1
                near = passage.sentences[after] is sentence
                between = text[own[n - 1].end : sentence.start] if near else _GAP
                yield between, None
                at += len(between)
            words = text[sentence.start : sentence.end]
            yield words, replace(sentence, start=at, end=at + len(words))
            at += len(words)


def _passage(passage: Passage, number: int, old: list[Sentence], new: list[Sentence]) -> Passage:
    lines: list[TextLine] = []
    for before, now in zip(old, new, strict=True):
        pages = [line.page for line, _ in passage.lines_of(before.start, before.end)]
        if pages and (not lines or lines[-1].page != pages[0]):
            lines.append(TextLine(now.start, pages[0]))
    return replace(
        passage,
        number=number,
        start=new[0].start,
        end=new[-1].end,
        sentences=tuple(new),
        inline=(),
        lines=tuple(lines),
    )


def _laid_out(passage: Passage) -> tuple[str | int, ...]:
    tag = _TAGS.get(passage.level, "p")
    return f"<{tag}>", passage.number, f"</{tag}>"
