"""Words that the end of a line broke: "investi-" and "gation".

The document's own words decide: a word that stands elsewhere without the hyphen is joined, one
that stands there with it keeps it. Of others the parts decide, as in "Jean-Pierre", "well-known".
Within a line ("Com- mittee", as texts taken from PDF have it) a word is joined only on the evidence
of the rest of the document.
"""

from __future__ import annotations

import re

from generator.lang.language import SentenceRules

_HYPHENS = r"\-\u2010"
_MARKS = "-\u2010¬\u00ad"  # the last but one is how OCR writes it
_LETTERS = r"[^\W\d_]{1,40}"
_WORD = re.compile(rf"{_LETTERS}(?:[{_HYPHENS}]{_LETTERS})*")
# The parts, the mark between them, what follows it, and whether the word goes on with a hyphen.
_BROKEN = re.compile(
    rf"(?<![\w{_HYPHENS}])((?:{_LETTERS}[{_HYPHENS}]){{0,4}}{_LETTERS})([{_HYPHENS}¬])"
    rf"([ \t]{{0,20}}\n\s{{0,20}}|[ \t]{{1,20}})({_LETTERS})(?![^\W\d_])(?=([{_HYPHENS}]?))"
)
_SHORTEST = 3  # letters of a part that is a word of its own


def breaks_words(row: str) -> bool:
    """Whether the end of a line may break a word."""
    return len(row) > 1 and row[-1] in _MARKS and row[-2].isalpha()


def vocabulary(text: str) -> frozenset[str]:
    """The whole words of a text, in small letters; none if it has no broken ones."""
    if not _BROKEN.search(text):
        return frozenset()
    return frozenset(_form(word) for word in _WORD.findall(_BROKEN.sub(" ", text)))


def with_whole_words(text: str, known: frozenset[str], rules: SentenceRules) -> str:
    """The text with its broken words joined.

    known: the vocabulary of the document
    """
    if not any(mark in text for mark in ("- ", "-\n", "\u2010", "¬")):
        return text
    return _BROKEN.sub(lambda broken: _whole(broken, known, rules), text)


def _whole(broken: re.Match[str], known: frozenset[str], rules: SentenceRules) -> str:
    first, mark, gap, second, more = broken.groups()
    joined, hyphenated = first + second, f"{first}-{second}"
    if _form(joined) in known or ("\n" in gap and mark == "¬"):
        return joined
    if "\n" not in gap:
        return broken[0]
    if _form(hyphenated) in known:
        return hyphenated
    if second.lower() in rules.after_hyphens:
        return f"{first}- {second}"
    return hyphenated if more or _is_compound(first, second, known, rules) else joined


def _is_compound(first: str, second: str, known: frozenset[str], rules: SentenceRules) -> bool:
    """Whether a word that the document has nowhere else is spelled with a hyphen."""
    parts = (_form(first), _form(second))
    return (
        "-" in parts[0]
        or min(map(len, parts)) == 1
        or (parts[0] in rules.before_hyphens and len(second) >= _SHORTEST)
        or (second[0].isupper() and not (first + second).isupper())
        or (first.isupper() and second.islower())  # "UN-backed"
        or (set(parts) <= known and min(map(len, parts)) >= _SHORTEST)
    )


def _form(word: str) -> str:
    return word.casefold().replace("\u2010", "-")
