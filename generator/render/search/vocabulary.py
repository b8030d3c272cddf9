"""The words of the sources, so that a search finds other forms of a word and mends a mistyped one.

Words that are forms of one are an entry: those with one stem in their language, and those that
differ in accents alone. Stems are by Snowball, or by the endings of the language: Pagefind itself
knows the forms of one language only, even where it joins several indexes. The files are small
pieces: words by what they begin with, and where these are many, by their length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from unicodedata import category

import snowballstemmer

from generator.lang import language_of
from generator.model import Document, base_language
from generator.render.search.folding import fold

PACKAGES = ("snowballstemmer",)  # distributions whose versions can change the files

_SHORTEST, _LONGEST = 3, 30  # letters of a word
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},{_LONGEST}}}")
_SIGN = re.compile(r"[^\w\x00-\x7f]")  # can be a vowel of Hindi, or an accent by itself
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


def vocabulary(documents: Iterable[Document], language: str) -> Mapping[str, Mapping[str, int]]:
    """The pieces by their keys: entries with how often documents have them.

    An entry is its forms, in small letters, with spaces between. Both entries and forms begin with
    the most frequent ones. So a number stands between entries: two that are neighbours by chance
    are not a phrase, for those who search the files for what is withheld (`engine.leaks`).

    language: the code of the one whose forms Pagefind finds by itself, or ""
    """
    by_language: dict[str, Counter[str]] = {}
    for document in documents:
        own = by_language.setdefault(base_language(document.language), Counter())
        own.update(set(_searched(document).lower().split()))
    groups: dict[str, Counter[str]] = {}
    for code, tokens in sorted(by_language.items()):
        stem = _stemmer(code) if code != language else fold
        for token, number in tokens.items():
            for word in _words_in(token):
                groups.setdefault(stem(word), Counter())[word] += number
    return _pieces(_entries(groups.values()))


def _words_in(token: str) -> list[str]:
    """The words in what stands between spaces, with the marks on their letters."""
    if not _SIGN.search(token):
        return _WORD.findall(token)
    apart = "".join(c if c.isalpha() or category(c)[0] == "M" else " " for c in token)
    return [word for word in apart.split() if _SHORTEST <= len(fold(word)) <= _LONGEST]


def _searched(document: Document) -> str:
    """All of a document that Pagefind searches."""
    facts = (document.title, document.outlet, document.summary, *document.tags)
    return " ".join((document.text, *facts))


def _stemmer(language: str) -> Callable[[str], str]:
    """What brings a word of a language to its stem; where nothing is known of it, folds it."""
    name = _STEMMERS.get(language)
    if name not in snowballstemmer.algorithms():
        endings = language_of(language).endings
        return cache(lambda word: fold(_without_ending(word, endings)))
    stem = snowballstemmer.stemmer(name).stemWord
    return cache(lambda word: fold(stem(word)))


def _without_ending(word: str, endings: Collection[str]) -> str:
    """The word without its longest ending that leaves enough of it."""
    for start in range(_SHORTEST, len(word)):
        if word[start:] in endings:
            return word[:start]
    return word


def _entries(groups: Iterable[Counter[str]]) -> list[tuple[int, list[str]]]:
    """How frequent each entry is, as a negative number, with its forms; both in order."""
    return sorted(
        (-sum(forms.values()), sorted(forms, key=lambda form: (-forms[form], form))[:_FORMS])
        for forms in groups
    )


def _pieces(entries: Iterable[tuple[int, list[str]]]) -> Mapping[str, Mapping[str, int]]:
    """The entries by the beginnings of their forms; where these are many, by their lengths, too."""
    whole: dict[str, list[tuple[int, list[str]]]] = {}
    for number, forms in entries:
        for key in dict.fromkeys(_beginning(fold(form)) for form in forms):
            whole.setdefault(key, []).append((-number, forms))
    pieces: dict[str, dict[str, int]] = {}
    for key, own in sorted(whole.items()):
        for number, forms in own:
            folded = [fold(form) for form in forms]
            lengths = {f"-{len(form)}" for form in folded if _beginning(form) == key}
            for length in sorted(lengths) if len(own) > _MOST else ("",):
                # Two languages can have the same entry; the more frequent one comes first.
                pieces.setdefault(f"{key}{length}", {}).setdefault(" ".join(forms), number)
    return pieces


def _beginning(folded: str) -> str:
    """The key of a word: the number of the letter that stands for those like its first."""
    letter = folded[:1]
    return f"{ord(_BEGINNING.get(letter, letter)):x}" if letter else "0"
