"""A title for a document that has none, in the source's own words."""

from __future__ import annotations

from generator.model import Passage

_LONGEST = 90
_WORDS = 4  # a shorter heading ("Background") names a part, not the whole
_CLAUSE = (", ", "; ", ": ", " – ", " — ")


def derive_title(text: str, passages: tuple[Passage, ...], path: str) -> tuple[str, str]:
    """The title, and in words where it was found.

    The first heading of at least four words; otherwise the beginning of the first sentence, cut
    between words and, where there is one late enough, between clauses.
    """
    for passage in passages:
        heading = " ".join(text[passage.start : passage.end].split())
        if passage.kind == "heading" and len(heading.split()) >= _WORDS:
            return shorten(heading, 2 * _LONGEST), "first heading of the text"
    for passage in passages:
        words = _opening(text, passage)
        if words:
            return shorten(words, _LONGEST), "first words of the text"
    return path.rsplit("/", 1)[-1], "name of the file"


def _opening(text: str, passage: Passage) -> str:
    """The passage's first sentence, or as many as make a title ("Why?" alone makes none)."""
    words: list[str] = []
    for sentence in passage.sentences:
        words += text[sentence.start : sentence.end].split()
        if len(words) > _WORDS:
            break
    while words and not any(map(str.isalnum, words[0])):
        del words[0]  # the dot of a list, a dash
    return " ".join(words)


def shorten(text: str, longest: int) -> str:
    """The text, or as many whole words of it as fit, with an ellipsis for the rest."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    if cut <= 0:
        # A single endless word; nothing can be cut off it that would still be a word.
        return text if len(text) <= 4 * longest else text[: longest - 1] + "…"
    clause = max(text.rfind(mark, 0, cut) for mark in _CLAUSE)
    if clause >= longest // 2:
        cut = clause
    return text[:cut].rstrip(" ,;:–—-(") + "…"
