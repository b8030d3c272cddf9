"""Numbers and plurals as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.directions import isolated
from generator.model import Document
from generator.render.catalogues import SOURCE, current, ngettext

# What comes before the name of a page, and of several; what is said is cited by its beginning.
_PAGES = {
    "page": ("p.", "pp."),
    "slide": ("slide", "slides"),
    "sheet": ("sheet", "sheets"),
    "time": ("at", ""),
}
_THOUSAND = 1000
_BETWEEN_THOUSANDS = "\N{NARROW NO-BREAK SPACE}"


def number(value: int) -> str:
    """12345 as "12 345", with a narrow space that does not break, or as the language does."""
    words = current()
    if abs(value) < _THOUSAND:
        return str(value)
    if words.code == SOURCE:
        return f"{value:,}".replace(",", _BETWEEN_THOUSANDS)
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=words.code))


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
        return f"{one} {isolated(first.label)}"
    return f"{several} {isolated(first.label)}–{isolated(last.label)}"


def some_of(words: Iterable[str], most: int) -> str:
    """The first few, with commas; an ellipsis says that there are more."""
    found = list(words)
    return listed(found[:most]) + (" …" if len(found) > most else "")


def listed(names: Iterable[str]) -> str:
    """Names with commas; none of them can turn the others round."""
    return ", ".join(map(isolated, names))
