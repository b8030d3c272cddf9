"""Footnotes of a source's page: a mark leads to its note, and the note back to the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape

from generator.model import Document, Inline, Passage
from generator.render.catalogues import gettext
from generator.render.escaping import escape_text as escape

_MARK = re.compile(r'<noteref label="([^"]*)"(?: to="([0-9]+)")?>')  # as `read` writes it


class NoteLinks:
    """The links between the text of a document and its notes."""

    def __init__(self, document: Document) -> None:
        self._passages = document.passages
        self._marks: dict[int, dict[str, None]] = {}  # by note: anchors of sentences with marks
        for passage in document.passages:
            for tag in passage.inline:
                if tag.name == "noteref":
                    self._add(passage, tag)

    def _add(self, passage: Passage, tag: Inline) -> None:
        found = _MARK.fullmatch(tag.html)
        if found and found[2]:
            # A mark after the last word of a sentence belongs to it.
            at = bisect_left(passage.sentences, tag.offset, key=lambda s: s.start)
            anchor = passage.sentences[max(0, at - 1)].anchor
            self._marks.setdefault(int(found[2]), {})[anchor] = None

    def mark(self, tag: Inline, *, linked: bool) -> str:
        """A mark as HTML. `linked`: whether it stands in a link, where there can be no other."""
        found = _MARK.fullmatch(tag.html)
        if not found:
            return ""
        label = escape(unescape(found[1]))
        note = int(found[2]) if found[2] else len(self._passages)
        if linked or note >= len(self._passages) or not self._passages[note].sentences:
            return f'<sup class="noteref">{label}</sup>'
        anchor = escape(self._passages[note].sentences[0].anchor)
        return (
            f'<sup class="noteref"><a href="#{anchor}" role="doc-noteref" '
            f'aria-label="{gettext("Note {label}", label=label)}">{label}</a></sup>'
        )

    def back(self, passage: Passage) -> str:
        """What leads from a note to each sentence with its mark."""
        label = gettext("Back to the text")
        return "".join(
            f' <a class="back" href="#{escape(anchor)}" aria-label="{label}">↩</a>'
            for anchor in self._marks.get(passage.number, ())
        )
