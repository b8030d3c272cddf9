"""By which pages a sentence is cited, where what precedes it on its source's page does not say it.

The script takes the last turn of a page before a sentence. That is wrong where a sentence goes on
overleaf, where notes are read after what follows them, and where a passage goes on for some time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Document, Inline, Page
from generator.render.catalogues import SOURCE, catalogue, speaking
from generator.render.words import page_words


def page_mark(page: Page) -> str:
    """What the turn of a page shows: "p. 12", "slide 3"; of a recording, the time alone."""
    if page.is_moment:
        return page.label
    return f"{'p.' if page.kind == 'page' else page.kind} {page.label}"


def pages_beside(
    document: Document, turns: Mapping[int, Sequence[tuple[Inline, Page]]]
) -> Mapping[str, str]:
    """The pages of the sentences that need them, by their anchors.

    turns: the turns of pages within each passage, by its number
    """
    found: dict[str, str] = {}
    shown = ""
    for number in (item for item in document.layout if isinstance(item, int)):
        passage = document.passages[number]
        own = list(turns.get(number, ()))
        for sentence in passage.sentences:
            while own and own[0][0].offset <= sentence.start:
                shown = page_mark(own.pop(0)[1])
            on = document.pages_of(sentence.start, sentence.end)
            words = _words(document, on)
            if words and words != shown:
                found[sentence.anchor] = words
            while own and own[0][0].offset < sentence.end:
                shown = page_mark(own.pop(0)[1])
    return found


def _words(document: Document, on: Sequence[int]) -> str:
    if on and document.pages[on[0]].is_moment:
        return document.pages[on[0]].label
    with speaking(catalogue(SOURCE)):  # as citations are
        return page_words(document, on)
