"""The pages of a source beside its text: pictures on which the quoted sentences are marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Document, Evidence, PagePicture, Sentence, TextLine
from generator.render.catalogues import gettext, ngettext
from generator.render.urls import document_path, page_anchors, quoted_anchor
from generator.render.words import number, page_words

_WHOLE = 100  # per cent
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence on a page.

    anchor: by which it is pointed out; "" for the rest of one that began on the page before
    boxes: left, top, width and height, in per cent of the page
    """

    anchor: str
    boxes: tuple[Box, ...]


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
        self._anchors = {name: page_anchors(d) for name, d in documents.items() if d.pages}

    def of(self, document: Document, sentence: Sentence) -> tuple[str, str]:
        """The pages in words, and an address: of the sentence on its picture, or of the page.

        Where it is a moment of a recording, the address is that of the sentence in the text.
        """
        pages = document.pages_of(sentence.start, sentence.end)
        if not pages:
            return "", ""
        anchor = self._anchors[document.id][pages[0]]
        marked = (document.id, sentence.anchor) in self._marked
        if document.pages[pages[0]].is_moment:
            anchor = sentence.anchor
        elif marked and (document.id, pages[0]) in self._pictured:
            anchor = quoted_anchor(sentence.anchor)
        return page_words(document, pages), f"{document_path(document)}#{anchor}"


def page_views(
    document: Document, pictures: Sequence[PagePicture], evidence: Iterable[Evidence]
) -> tuple[PageView, ...]:
    """The pages of a document that have pictures.

    evidence: its sentences on which events rest
    """
    if not pictures:
        return ()
    marked: dict[int, list[Marked]] = {}
    quoted = dict.fromkeys((e.where.passage, document.sentence(e.where)) for e in evidence)
    for passage, sentence in quoted:
        boxes: dict[int, list[Box]] = {}
        lines = document.passages[passage].lines_of(sentence.start, sentence.end)
        for line, end in lines:
            box = _box(document.text[line.start : end], line, sentence)
            boxes.setdefault(line.page, []).append(box)
        for turn, (page, own) in enumerate(boxes.items()):
            anchor = "" if turn else quoted_anchor(sentence.anchor)
            marked.setdefault(page, []).append(Marked(anchor, tuple(own)))
    anchors = page_anchors(document)
    return tuple(
        _view(document.pages[one.page].label, anchors[one.page], one, marked.get(one.page, ()))
        for one in pictures
    )


def _view(label: str, anchor: str, picture: PagePicture, marked: Sequence[Marked]) -> PageView:
    return PageView(
        gettext("p. {first}", first=label),
        anchor,
        picture.picture.path,
        picture.picture.width,
        picture.picture.height,
        gettext("Page {label} as it is printed. Its text is above.", label=label),
        _marked_words(len(marked)) if marked else "",
        tuple(marked),
    )


def _marked_words(sentences: int) -> str:
    return ngettext(
        "{number} quoted sentence marked",
        "{number} quoted sentences marked",
        sentences,
        number=number(sentences),
    )


def _box(text: str, line: TextLine, sentence: Sentence) -> Box:
    """A line's part of a sentence; its ends are estimated from the number of characters.

    text: of the whole line
    """
    left, right = line.left, line.right
    if not any(unicodedata.bidirectional(character) in ("R", "AL") for character in text):
        width = (right - left) / max(len(text), 1)
        left += width * max(sentence.start - line.start, 0)
        right -= width * max(line.start + len(text) - sentence.end, 0)
    sides = (left, line.top, max(right - left, 0), max(line.bottom - line.top, 0))
    x, y, wide, high = (round(_WHOLE * side, 2) for side in sides)
    return x, y, wide, high
