"""The words of the sources, so that a search finds other forms of a word and mends a mistyped one.

Words that are forms of one are an entry: those with one stem in their language (by Snowball, as
Pagefind itself knows only the language of the site), and those that differ in accents alone. The
files are small pieces: words by what they begin with, and where these are many, by their length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import snowballstemmer

from generator.model import Document, base_language
from generator.render.search.folding import fold

PACKAGES = ("snowballstemmer",)  # distributions whose versions can change the files

_WORD = re.compile(r"[^\W\d_]{3,30}")
_MOST = 1_500  # entries of one piece
_FORMS = 12  # of an entry
# Letters at the beginning of a name that are written for each other: Qaddafi, Gaddafi. Must agree
# with `static/search/vocabulary.js`.
_ALIKE = ("aeiouyhj", "ckqgx", "sz", "bpfvw", "dt", "mn", "lr")
_BEGINNING = {letter: group[0] for group in _ALIKE for letter in group}
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip


def vocabulary(documents: Iterable[Document], language: str) -> Mapping[str, list[str]]:
    """The pieces by their keys; an entry is its forms, in small letters, with spaces between.

    Both entries and forms begin with those that most documents have.

    language: of the index, whose forms Pagefind finds by itself
    """
    by_language: dict[str, Counter[str]] = {}
    for document in documents:
        own = by_language.setdefault(base_language(document.language), Counter())
        own.update(set(_searched(document).lower().split()))
    groups: dict[str, Counter[str]] = {}
    for code, tokens in sorted(by_language.items()):
        stem = _stemmer(code) if code != base_language(language) else fold
        for token, number in tokens.items():
            for word in _WORD.findall(token):
                groups.setdefault(stem(word), Counter())[word] += number
    return _pieces(_entries(groups.values()))


def _searched(document: Document) -> str:
    """All of a document that Pagefind searches."""
    facts = (document.title, document.outlet, document.summary, *document.tags)
    return " ".join((document.text, *facts))


def _stemmer(language: str) -> Callable[[str], str]:
    """What brings a word of a language to its stem; where no stemmer is known, folds it."""
    name = _STEMMERS.get(language)
    if name not in snowballstemmer.algorithms():
        return fold
    stem = snowballstemmer.stemmer(name).stemWord
    return cache(lambda word: fold(stem(word)))


def _entries(groups: Iterable[Counter[str]]) -> list[list[str]]:
    """The forms of each entry; both in order."""
    counted = [
        (-sum(forms.values()), sorted(forms, key=lambda form: (-forms[form], form))[:_FORMS])
        for forms in groups
    ]
    return [forms for _, forms in sorted(counted)]


def _pieces(entries: Iterable[list[str]]) -> Mapping[str, list[str]]:
    """The entries by the beginnings of their forms; where these are many, by their lengths, too."""
    whole: dict[str, list[list[str]]] = {}
    for forms in entries:
        for key in dict.fromkeys(_beginning(fold(form)) for form in forms):
            whole.setdefault(key, []).append(forms)
    pieces: dict[str, list[str]] = {}
    for key, own in sorted(whole.items()):
        if len(own) <= _MOST:
            pieces[key] = list(map(" ".join, own))
            continue
        for forms in own:
            folded = [fold(form) for form in forms]
            lengths = {len(form) for form in folded if _beginning(form) == key}
            for length in sorted(lengths):
                pieces.setdefault(f"{key}-{length}", []).append(" ".join(forms))
    return pieces


def _beginning(folded: str) -> str:
    """The key of a word: the number of the letter that stands for those like its first."""
    letter = folded[:1]
    return f"{ord(_BEGINNING.get(letter, letter)):x}" if letter else "0"
