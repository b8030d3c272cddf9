"""A title for a document that has none, in the source's own words."""

from __future__ import annotations

from generator.model import Passage, Reason, reason

_LONGEST = 90
_WORDS = 4  # a shorter heading ("Background") names a part, not the whole
_CLAUSES = (", ", "; ", ": ", " – ", " — ", "，", "、", "；", "：")
_NO_SPACES = "\u2e80"  # Chinese and Japanese characters come after it


def derive_title(text: str, passages: tuple[Passage, ...], path: str) -> tuple[str, Reason]:
    """The title, and where it was found.

    The first heading of at least four words; otherwise the beginning of the first sentence, cut
    between words and, where there is one late enough, between clauses.
    """
    for passage in passages:
        heading = " ".join(text[passage.start : passage.end].split())
        if passage.kind == "heading" and len(heading.split()) >= _WORDS:
            return shorten(heading, 2 * _LONGEST), reason("first-heading")
    for passage in passages:
        words = _opening(text, passage)
        if words:
            return shorten(words, _LONGEST), reason("first-words")
    return path.rsplit("/", 1)[-1], reason("file-name")


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
    clause = max(text.rfind(mark, 0, longest) for mark in _CLAUSES)
    if clause >= longest // 2:
        cut = clause
    elif cut < longest // 2 and text[longest] > _NO_SPACES:
        cut = longest  # a script without spaces between words
    elif cut <= 0:
        end = text.find(" ", longest)
        return text if end < 0 else text[:end] + "…"  # one endless word
    return text[:cut].rstrip(" ,;:–—-(") + "…"
