"""Names of authors in two parts, as lists of sources need them: "van Dyke, Anna"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from generator.lang import LANGUAGES
from generator.lang.citing import PARTICLES, SUFFIXES, THE
from generator.lang.mail import NOT_PEOPLE

_ORGANISATIONS = NOT_PEOPLE.union(
    *(
        words
        for language in LANGUAGES.values()
        for words in (
            language.names.organisation_words,
            language.names.organisation_openings,
            language.organisations.kinds,
            language.organisations.generic,
        )
    )
)
# Scripts whose names have the surname last. In others a name is cited as it stands.
_SURNAME_LAST = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
_ODD = re.compile(r"[\d@/()\[\]<>:&]")  # what is in no person's name
_TWO_PARTS = 2
_THREE_PARTS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """An author. `given` and `suffix` are "" for an organisation, and for a name that stands whole.

    suffix: "Jr."
    organisation: whether it is one, as far as its words say
    """

    family: str
    given: str = ""
    suffix: str = ""
    organisation: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is never turned round."""
        return not self.given

    @property
    def straight(self) -> str:
        """The name as it is spoken: "Martin Luther King Jr."."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """The name as it is listed: "King, Martin Luther, Jr."."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def initials(self) -> str:
        """Its given names as initials: "M. L.", "A.-M."."""
        return " ".join(
            "-".join(f"{part[0]}." for part in word.split("-") if part)
            for word in self.given.split()
            if word[0].isupper()
        )


def name_of(author: str, organisations: Collection[str] = ()) -> Name:
    """An author's name in its parts.

    organisations: names that are known to be those of organisations, in small letters
    """
    author = " ".join(author.split())
    parts = [part.strip() for part in author.split(",")]
    if _is_organisation(author, organisations):
        return Name(author, organisation=True)
    if len(parts) == _TWO_PARTS and all(parts) and " " in parts[0]:
        if _is_organisation(parts[0], organisations):  # "Ministry of Health, Accra"
            return Name(author, organisation=True)
        if _is_organisation(parts[1], organisations):  # "Anna Lee, BBC News"
            return name_of(parts[0], organisations)
    if not all(map(_turns_round, filter(str.isalpha, author))) or _ODD.search(author):
        return Name(author)
    if len(parts) in (_TWO_PARTS, _THREE_PARTS) and all(parts):
        if _is_suffix(parts[1]):  # "King, Jr., Martin Luther", or "Martin Luther King, Jr."
            given = parts[2] if len(parts) == _THREE_PARTS else ""
            return Name(parts[0], given, parts[1]) if given else _in_order(author)
        return Name(parts[0], parts[1], parts[2] if len(parts) == _THREE_PARTS else "")
    return _in_order(author) if len(parts) == 1 else Name(author)


def _in_order(author: str) -> Name:
    """A name whose surname stands last, with the small words before it."""
    words = author.replace(",", "").split()
    if len(words) == 1:
        return Name(author)
    suffix = words.pop() if _is_suffix(words[-1]) and len(words) > _TWO_PARTS else ""
    at = len(words) - 1
    while at > 1 and words[at - 1].islower() and words[at - 1] in PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]), suffix)


def _is_suffix(word: str) -> bool:
    return word.strip(".").casefold() in SUFFIXES


def _is_organisation(author: str, organisations: Collection[str]) -> bool:
    low = author.casefold()
    words = [word.strip(".,") for word in low.split()]
    if low in organisations or words[0] in THE:
        return True
    return "," not in author and not _ORGANISATIONS.isdisjoint(words)


def _turns_round(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(_SURNAME_LAST)
