"""The forms by which names are compared.

Nothing here looks at texts. Two names are compared by their normalised form first (capitals, "the",
possessives and full stops do not count), people also by a phonetic key that transliterations
share.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from anyascii import anyascii

from generator.lang import LANGUAGES
from generator.lang.words import any_of

T = TypeVar("T")
V = TypeVar("V")

# Names of an archive come in several languages, so those of all count.
_PLACES = [language.places for language in LANGUAGES.values()]
_PERSONS = [language.persons for language in LANGUAGES.values()]
_SAME = {short: full for words in _PLACES for short, full in words.initials.items()}
_CAPITAL = {name: form for words in _PLACES for name, form in words.capital_forms.items()}
_ARTICLE = re.compile(f"^{any_of(language.names.article for language in LANGUAGES.values())} ")
_CITY = re.compile(f" {any_of(ending for words in _PLACES for ending in words.city_endings)}$")
_POSSESSIVE = re.compile(
    any_of(
        pattern
        for language in LANGUAGES.values()
        for pattern in (language.names.possessive, language.names.plural_possessive)
    )
    + "$"
)
_STOPPED = re.compile(r"\b(?:\w\. ?){2,}(?=\s|$)|\b(?:\w\.){2,}")
# Letters that vary between transliterations (of Russian, Arabic and Persian names into English).
_VARIANTS = (
    ("shch", "sch"), ("kh", "h"), ("zh", "j"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ck", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("dj", "j"), ("ai", "ei"), ("dh", "d"),
    ("gh", "g"),
)  # fmt: skip
# Soft hyphens, joiners and marks of direction: nothing of a name's letters.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
# Letters that are also written as two; without accents alone, "Mueller" would not be "Müller".
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SHORTEST = 5  # letters; shorter names sound alike by chance
_LATIN_END = re.compile(f"{any_of(words.latin_endings for words in _PERSONS)}$")
# Names that are mostly the first half of one: Mohammad Reza Khatami is Mohammad Khatami's brother.
_HALVES = re.compile(any_of(words.half_names for words in _PERSONS))
_PATRONYMIC = re.compile(any_of(words.patronymics for words in _PERSONS))
_GIVEN = frozenset[str]().union(
    *(words.given_names | words.womens_names | words.mens_names for words in _PERSONS)
)
_GENERATIONS = frozenset[str]().union(*(words.generations for words in _PERSONS))
_PARTICLES = frozenset[str]().union(*(words.middle_particles for words in _PERSONS))
_REGNAL = re.compile("[ivx]+")
_TITLES = frozenset[str]().union(*(lang.names.titles for lang in LANGUAGES.values()))
_RANKS = {short: rank for words in _PERSONS for short, rank in words.ranks.items()}
_COURTESIES = frozenset[str]().union(*(words.courtesies for words in _PERSONS))
_SHORT_COURTESIES = frozenset[str]().union(*(words.short_courtesies for words in _PERSONS))
_COURTESIES_BEHIND = frozenset[str]().union(*(words.courtesies_behind for words in _PERSONS))
_BARE_TITLES = frozenset[str]().union(*(words.bare_titles for words in _PERSONS))
_OPEN_END = re.compile(any_of(language.names.open_ends for language in LANGUAGES.values()))
_TWICE = re.compile(r"([a-z])\1+")


class Memo(dict[T, V]):
    """A function's results by its argument, each computed once."""

    def __init__(self, function: Callable[[T], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, value: T) -> V:
        found = self[value] = self._function(value)
        return found


def normalised_form(name: str) -> str:
    """The form that spellings of one name share: "The U.S.'s" and "US" are "united states"."""
    text = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", name)).split())
    text = _POSSESSIVE.sub("", text)
    if text in _CAPITAL:
        return _CAPITAL[text]
    text = _STOPPED.sub(lambda match: re.sub("[. ]", "", match.group()), text)
    text = _HYPHENS.sub(" ", text.casefold())
    text = _ARTICLE.sub("", text).replace(",", "").strip(" .")
    first, _, rest = text.partition(" ")
    # "the U.S. Congress" is that of the United States.
    return _SAME.get(text) or (f"{_SAME[first]} {rest}" if first in _SAME else text)


def without_rank(name: str) -> str:
    """A person's name without ranks that the tagger took for a part of it: "Brig Gen Tlas"."""
    words = name.split()
    first = 0
    while first < len(words) - 1 and words[first].strip(".").lower() in _RANKS:
        first += 1
    return " ".join(words[first:]) if first else name


def without_titles(name: str) -> str:
    """A person's name without ranks and courtesies: "Lady Gray", "M. Thiers", "Gordon Pasha".

    What precedes "of" is the name itself ("Count of Paris"), and "M. Night Shyamalan" has an
    initial.
    """
    words = without_rank(name).split()
    first = 0
    while first < len(words) - 1 and _opens_with_courtesy(words[first:]):
        first += 1
    behind = len(words) - first > 1 and words[-1].lower() in _COURTESIES_BEHIND
    return " ".join(words[first:-1] if behind else words[first:])


def _opens_with_courtesy(words: Sequence[str]) -> bool:
    """Whether the first of the words of a name is a courtesy."""
    first, following = words[0].lower(), words[1]
    if first in _SHORT_COURTESIES:
        return len(words) == 2 and len(following.strip(".")) > 1
    return is_courtesy(first) and not _OPEN_END.fullmatch(following.lower())


def is_courtesy(word: str) -> bool:
    """Whether a word in small letters is a courtesy, such as "mrs"."""
    return word.strip(".") in _COURTESIES


def is_bare_title(form: str) -> bool:
    """Whether a person's name in small letters is only what many people are called: "duke"."""
    return form in _BARE_TITLES


def is_given_name(word: str) -> bool:
    """Whether a word in small letters is a common first name."""
    return word in _GIVEN


def first_name_first(name: str) -> str:
    """A person's name in the order in which it is read: "Miller, Ann" is Ann Miller, and "Ivanov
    Pyotr Sergeyevich" Pyotr Sergeyevich Ivanov.
    """
    surname, comma, given = name.partition(", ")
    if comma:
        words = given.split()
        last = words[-1].strip(".").lower() if words else ""
        known = last in _GENERATIONS or is_regnal(last) or "." in given.rstrip(".")
        return name if known or "," in given or not words else f"{given} {surname}"
    words = name.split()
    if len(words) != 3 or words[0].lower() in _GIVEN or len(words[1].strip(".")) < 2:
        return name
    patronymics = [_PATRONYMIC.fullmatch(word.lower()) is not None for word in words]
    return f"{words[1]} {words[2]} {words[0]}" if patronymics == [False, False, True] else name


def has_short_rank(name: str) -> bool:
    """Whether a name begins with a rank that is not written in full: "Sgt Pepper"."""
    first = name.partition(" ")[0].strip(".").lower()
    return _RANKS.get(first, first) != first


def has_title(name: str) -> bool:
    """Whether a name begins with a title: "Father Newman"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.strip(".").lower() in _TITLES


def has_article(name: str) -> bool:
    """Whether a name begins with an article: "The Hague"."""
    return _ARTICLE.match(name.lower()) is not None


def is_possessive(name: str) -> bool:
    """Whether a name ends as a possessive does: "Russia's"."""
    return _POSSESSIVE.search(name) is not None


def without_city(form: str) -> str:
    """The normalised form of a place's name without the word for a city: "new york"."""
    return _CITY.sub("", form)


def phonetic_key(name: str) -> str:
    """The key that transliterations of one person's name share; "" for a single word.

    "Mukhammadsobir Faizov" and "Muhammadsobir Fayzov" have the same one.
    """
    words = [re.sub("[^a-z0-9]", "", anyascii(word).lower()) for word in name.split()]
    # Two names that sound alike may differ in a word without letters (a number).
    lettered = all(any(map(str.isalpha, word)) for word in words)
    return " ".join(map(_sound, words)) if len(words) > 1 and lettered else ""


def loose_phonetic_key(form: str) -> str:
    """The same for any name, even a single word, and looser: "Moammar" sounds like "Muammar".

    So do "Juan" and "Joan": it is for names that other evidence connects.
    """
    words = ("".join(filter(str.isalnum, anyascii(word).lower())) for word in form.split())
    return " ".join(_sound(word).replace("o", "u") for word in words)


def general_phonetic_key(name: str) -> str:
    """The key that transliterations of other names share; "" for a short one.

    "Picnic" and "Piknik" have the same one.
    """
    words = re.findall("[a-z]+|[0-9]+", anyascii(name).lower())
    sounds = [_sound(re.sub("c(?=[eiy])", "s", word).replace("c", "k")) for word in words]
    return " ".join(sounds) if sum(map(len, sounds)) > _SHORTEST else ""


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones, with or without accents."""
    letters = filter(str.isalpha, name)
    return all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)


def consonant_key(sound: str) -> str:
    """The consonants of a phonetic key, which scripts have in common; "" for few."""
    bare = re.sub("[aeiou ]", "", sound)
    return f"{bare} " if len(bare) > _SHORTEST else ""


def plain_letters(form: str) -> str:
    """The letters of a name without accents, marks, and variant endings of Russian words.

    "Yuri", "Yury" and "Юрий" are spelled alike; "John Key" and "John Kay" are not.
    """
    words = ("".join(filter(str.isalnum, word)) for word in anyascii(form).lower().split())
    return " ".join(_LATIN_END.sub("i", word) for word in words)


def spelled_out(form: str) -> str:
    """A normalised form with two letters for each that can be written so: "mueller"."""
    return form.translate(_SPELLED_OUT)


def without_accents(form: str) -> str:
    """A normalised form in the letters of ASCII: "sao paulo"."""
    return anyascii(form).lower()


def is_typo(one: str, other: str) -> bool:
    """Whether two names differ only in doubled letters, as typos do."""
    return _TWICE.sub(r"\1", plain_letters(one)) == _TWICE.sub(r"\1", plain_letters(other))


def _sound(word: str) -> str:
    if len(word) == 1 or is_regnal(word):
        return word  # another initial or number means another person
    for written, kept in _VARIANTS:
        if written in word:
            word = word.replace(written, kept)
    return _TWICE.sub(r"\1", word)


def first_and_last(name: str) -> str:
    """First name and surname, which a longer form of the name shares; "" for a single word.

    A king has none, as his name ends in a number. Some first names have two words.
    """
    words = name.split()
    if len(words) < 2 or len(words[0].strip(".")) < 2 or is_regnal(words[-1]):
        return ""
    double = _HALVES.fullmatch(words[0]) and len(words) > 2 and words[1] not in _PARTICLES
    return " ".join((*words[: 2 if double else 1], words[-1]))


def is_regnal(word: str) -> bool:
    """Whether a word of a normalised form is a king's number: nobody in "Norton I" is called I."""
    return _REGNAL.fullmatch(word) is not None


def is_abbreviation(name: str) -> bool:
    """Whether a name is written in capitals alone, as abbreviations are."""
    letters = [character for character in name if character.isalpha()]
    return 2 <= len(letters) <= 8 and all(map(str.isupper, letters)) and " " not in name
