"""Footnotes that cite: their dates are those of a publication or a visit, and no events.

They are told by form, not by words: addresses, pages, a year in brackets at the end, a title in
italics or quotation marks before a date, nothing but a name and a date. The Latin of citations is
that of all languages.
"""

from __future__ import annotations

import re

from generator.model import Document, Passage

_LONGEST = 400  # code points; a longer note tells something
_SIGNS = re.compile(
    r"https?://|www\.|\bdoi\b|\bISBN\b|\bibid\b|\bop\. ?cit\b|\bloc\. ?cit\b|\bet al\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\b(?:1[4-9]|20)\d\d\)")
_PAGES = re.compile(r"\b[^\W\d]{1,3}\. ?\d{1,4}(?:[–-]\d{1,4})?[.)]*$|[:,] ?\d{1,4}[–-]\d{1,4}\b")
_YEAR_LAST = re.compile(r"\b(?:1[4-9]|20)\d\d[.)\]]*$")
# A name, a comma and a date, such as those of a newspaper.
_NAME_AND_DATE = re.compile(
    r"(?:\d{1,3}\W{1,3})?([^\W\d_][^,;:!?]{1,60}),(?: \w{1,12}\.?){0,2} (?:1[4-9]|20)\d\d[.)\]]*$"
)
_LONG_WORD = 4  # letters; of a name only shorter words are written small
_QUOTES = re.compile('["“”„«»]')
_TITLE = frozenset({"cite", "em", "i"})


def is_reference(document: Document, passage: Passage) -> bool:
    """Whether a passage is a note that cites a work."""
    if passage.kind != "note":
        return False
    text = document.text[passage.start : passage.end].strip()
    if _SIGNS.search(text):
        return True
    if len(text) > _LONGEST:
        return False
    if _IN_BRACKETS.search(text) or _PAGES.search(text):
        return True
    named = _NAME_AND_DATE.match(text)
    if named and _is_name(named[1]):
        return True
    title = any(tag.name in _TITLE for tag in passage.inline) or _QUOTES.search(text)
    return bool(_YEAR_LAST.search(text)) and (bool(title) or text.count(",") > 1)


def _is_name(text: str) -> bool:
    words = text.split()
    return not words[0][0].islower() and not any(
        len(word) >= _LONG_WORD and word[0].islower() for word in words
    )
