"""Numbers and plurals as pages show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.directions import isolated
from generator.lang.alphabets import ALPHABETS, LATIN
from generator.model import Document
from generator.render.catalogues import SOURCE, current, gettext, message, ngettext
from generator.render.search.folding import fold

# The name of a page, and of several; what is said is cited by its beginning.
_PAGES = {
    "page": (message("p. {first}"), message("pp. {first}–{last}")),
    "slide": (message("slide {first}"), message("slides {first}–{last}")),
    "sheet": (message("sheet {first}"), message("sheets {first}–{last}")),
    "time": (message("at {first}"), ""),
}
_THOUSAND = 1000
# Ranks of the letters of the language, and of those of other scripts: above those of signs.
_OWN_LETTERS, _OTHERS = 1 << 21, 1 << 22
_BETWEEN_THOUSANDS = "\N{NARROW NO-BREAK SPACE}"


def number(value: int) -> str:
    """12345 as "12 345", with a narrow space that does not break, or as the language does."""
    words = current()
    if abs(value) < _THOUSAND:
        return str(value)
    if words.code == SOURCE:
        return f"{value:,}".replace(",", _BETWEEN_THOUSANDS)
    from babel.numbers import format_decimal  # slow, and not needed for English

    return str(format_decimal(value, locale=words.code))


def decimal(value: float) -> str:
    """1204.5 as "1,204.5", or as the language does."""
    code = current().code
    if code == SOURCE:
        return f"{value:,.10g}"
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.##########", locale=code))


def plural(value: int, one: str, many: str = "") -> str:
    """The word for so many: "source", "sources". `many`: where it is not `one` with an s."""
    return ngettext(one, many or f"{one}s", value)


def count(value: int, one: str, many: str = "") -> str:
    """So many of something: "1 source", "2 sources"."""
    return f"{number(value)} {plural(value, one, many)}"


def page_words(document: Document, pages: Sequence[int]) -> str:
    """The pages on which something stands: "p. 12", "pp. 2–3", "at 12:30"; "" if there are none.

    pages: indices of the document's pages, in their order
    """
    if not pages:
        return ""
    first, last = document.pages[pages[0]], document.pages[pages[-1]]
    one, several = _PAGES[first.kind]
    if first.label == last.label or not several:
        return gettext(one, first=isolated(first.label))
    return gettext(several, first=isolated(first.label), last=isolated(last.label))


def some_of(words: Iterable[str], most: int) -> str:
    """The first few, with commas; an ellipsis says that there are more."""
    found = list(words)
    return listed(found[:most]) + (" …" if len(found) > most else "")


def listed(names: Iterable[str]) -> str:
    """Names with commas; none of them can turn the others round."""
    return ", ".join(map(isolated, names))


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """What puts texts into the order in which readers of the page's language look them up.

    Words come before letters: "Al Gore" before "Alan". Equal letters are told apart by their marks.
    """
    code = current().code
    letters = unicodedata.normalize("NFC", text.casefold())
    return tuple(rank for letter in letters for rank in _ranks(code, letter)), text


@lru_cache(maxsize=1 << 14)
def _ranks(code: str, letter: str) -> tuple[int, ...]:
    """The places of a letter, or of those that it stands for ("æ"), among all characters."""
    alphabet = ALPHABETS.get(code, LATIN)
    at = alphabet.find(letter)
    if at >= 0:
        return (_OWN_LETTERS + at,)
    plain = fold(letter)
    if plain != letter and len(letter) == 1:
        return tuple(rank for one in plain for rank in _ranks(code, one))
    # Signs and figures come first, letters of other scripts last.
    return (ord(letter) + (_OTHERS if letter.isalpha() else 0),)
