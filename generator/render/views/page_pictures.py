"""The pages of a source beside its text: pictures on which the quoted sentences are marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Document, Evidence, PagePicture, Sentence, TextLine
from generator.render.urls import document_path, page_anchor, page_path, quoted_anchor
from generator.render.words import count, page_words

_WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence on a page.

    anchor: by which it is pointed out; "" for the rest of one that began on the page before
    boxes: left, top, width and height, in per cent of the page
    """

    anchor: str
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of a source.

    label: what it is called, "p. 12"
    text: anchor of its text
    path: of its picture; width and height: of that, in pixels
    alt: what is to be seen
    words: how many sentences are marked
    """

    label: str
    text: str
    path: str
    width: int
    height: int
    alt: str
    words: str
    marked: tuple[Marked, ...]


def by_document(pictures: Iterable[PagePicture]) -> Mapping[str, list[PagePicture]]:
    """The pictures of pages of each document that has any, in the order of the pages."""
    found: dict[str, list[PagePicture]] = {}
    for picture in pictures:
        found.setdefault(picture.document, []).append(picture)
    return found


class QuotedPages:
    """Where quoted sentences stand in sources that have pages.

    documents: by their ids; pictures: of their pages; dated: their dated sentences
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        pictures: Mapping[str, Sequence[PagePicture]],
        dated: Mapping[str, Sequence[tuple[Evidence, object]]],
    ) -> None:
        self._marked = frozenset(
            (name, documents[name].sentence(evidence.where).anchor)
            for name in pictures
            for evidence, _ in dated.get(name, ())
        )
        self._pictured = {(one.document, one.page) for own in pictures.values() for one in own}

    def of(self, document: Document, sentence: Sentence) -> tuple[str, str]:
        """The pages in words, and an address: of the sentence on its picture, or of the page."""
        pages = document.pages_of(sentence.start, sentence.end)
        if not pages:
            return "", ""
        path = page_path(document, pages[0])
        marked = (document.id, sentence.anchor) in self._marked
        if marked and (document.id, pages[0]) in self._pictured:
            path = f"{document_path(document)}#{quoted_anchor(sentence.anchor)}"
        return page_words(document, pages), path


def page_views(
    document: Document, pictures: Sequence[PagePicture], evidence: Iterable[Evidence]
) -> tuple[PageView, ...]:
    """The pages of a document that have pictures.

    evidence: its sentences on which events rest
    """
    if not pictures:
        return ()
    marked: dict[int, list[Marked]] = {}
    for where in dict.fromkeys(one.where for one in evidence):
        sentence = document.sentence(where)
        lines = document.passages[where.passage].lines_of(sentence.start, sentence.end)
        pages = dict.fromkeys(line.page for line in lines)
        for number, page in enumerate(pages):
            boxes = tuple(
                _box(document, where.passage, line, sentence.start, sentence.end)
                for line in lines
                if line.page == page
            )
            anchor = "" if number else quoted_anchor(sentence.anchor)
            marked.setdefault(page, []).append(Marked(anchor, boxes))
    return tuple(_view(document, one, marked.get(one.page, ())) for one in pictures)


def _view(document: Document, picture: PagePicture, marked: Sequence[Marked]) -> PageView:
    label = document.pages[picture.page].label
    unique = {mark.anchor: mark for mark in marked if mark.anchor}
    rest = [mark for mark in marked if not mark.anchor]
    sentences = count(len(unique) + len(rest), "quoted sentence")
    return PageView(
        f"p. {label}",
        page_anchor(document, picture.page),
        picture.picture.path,
        picture.picture.width,
        picture.picture.height,
        f"Page {label} as it is printed. Its text is above.",
        f"{sentences} marked" if marked else "",
        (*unique.values(), *rest),
    )


def _box(
    document: Document, passage: int, line: TextLine, start: int, end: int
) -> tuple[float, float, float, float]:
    """A line's part of a sentence; its ends are estimated from the number of characters."""
    lines = document.passages[passage].lines
    at = lines.index(line)
    after = lines[at + 1].start if at + 1 < len(lines) else document.passages[passage].end
    text = document.text[line.start : after]
    left, right = line.left, line.right
    if not any(unicodedata.bidirectional(character) in ("R", "AL") for character in text):
        width = (right - left) / max(len(text), 1)
        left, right = (
            left + width * max(start - line.start, 0),
            right - width * max(after - end, 0),
        )
    sides = (left, line.top, max(right - left, 0), max(line.bottom - line.top, 0))
    return tuple(round(_WHOLE * side, 2) for side in sides)  # type: ignore[return-value]
