"""What the styles share: quoted titles, endings, addresses, dates.

On pages in other languages a citation has the words, dates and quotation marks of that language, in
the order that the style has; commas and full stops go inside the marks in English alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.lang.given_dates import ABOUT
from generator.model.dates import is_before_our_era, parts, year_of
from generator.render.catalogues import SOURCE, current, gettext, message, pgettext
from generator.render.citing.template import Fill, Italic, Only, Part, Parts
from generator.render.citing.works import Work
from generator.render.dates import long_date
from generator.render.dates import year_words as year_in_words

_ENDED = (".", "?", "!", "…")
_STRAIGHT = re.compile(r'"([^"]*)"')
_ABOUT = re.compile(rf"(?:{ABOUT})\s*", re.IGNORECASE)
# In a quotation, the marks of a quotation are single ones.
NESTED = {"“": "‘", "”": "’", "„": "‚", '"': "'"}
_SINGLE = str.maketrans({mark: NESTED[mark] for mark in "“”„"})
_QUOTED, _INNER = message("“{quoted}”"), message("‘{quoted}’")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A title in quotation marks; a comma or full stop behind it goes before the closing mark."""

    text: str


Element = Parts | Quoted


def english() -> bool:
    """Whether the page is in the language of the manuals."""
    return current().code == SOURCE


def marks(pattern: str = _QUOTED) -> tuple[str, str]:
    """The quotation marks of the page's language, with the spaces that belong to them."""
    before, _, after = gettext(pattern).partition("{quoted}")
    return before, after


def inner(text: str) -> str:
    """A title as it stands in quotation marks: its own are those within others."""
    (first, last), outer = marks(_INNER), marks()
    text = _STRAIGHT.sub(rf"{first}\1{last}", text).replace('"', "’")
    if outer[0] in NESTED:
        return text.translate(_SINGLE)
    return re.sub(rf"\s*{outer[1].strip()}", last, re.sub(rf"{outer[0].strip()}\s*", first, text))


def bare_end(text: str) -> str:
    """A title without the full stop at its end."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def joined(elements: Iterable[Element], between: str = ",", end: str = ".") -> Parts:
    """Elements with a mark behind each, and another behind the last; those that are empty are not.

    A title that ends in a question mark takes no full stop behind it, but a comma.
    """
    found = [one for one in elements if one]
    out: list[Part] = []
    for at, element in enumerate(found):
        last = at == len(found) - 1
        mark = end if last else between
        if isinstance(element, Quoted):
            out.append(quoted(element.text, mark))
        else:
            out += _closed(element, mark)
        if not last:
            out.append(" ")
    return tuple(out)


def quoted(title: str, mark: str = "") -> str:
    """A title in quotation marks, with a comma or full stop behind it."""
    text, (first, last) = inner(bare_end(title)), marks()
    return f"{first}{_ended(text, mark)}{last}" if english() else f"{first}{text}{last}{mark}"


def _closed(element: Parts, mark: str) -> Parts:
    """An element with its mark; an address that the script fills in has it behind it."""
    last = element[-1]
    text = last.text if isinstance(last, Italic) else last
    if isinstance(text, str) and mark == "." and text.endswith(_ENDED):
        return element
    if isinstance(last, str):
        return (*element[:-1], last + mark)
    return (*element, mark)


def _ended(text: str, mark: str) -> str:
    return text if mark == "." and text.endswith(_ENDED) else text + mark


def sentences(*groups: Parts) -> Parts:
    """Several sentences, with a space between two; one that can be left out has its own with it."""
    out: list[Part] = []
    for group in filter(None, groups):
        first = group[0]
        if out and isinstance(first, Only):
            out += [Only(first.gap, (" ", *first.parts)), *group[1:]]
        else:
            out += [" ", *group] if out else group
    return tuple(out)


def above(work: Work, *behind: Part) -> Parts:
    """The sentence chosen, with what stands behind it, above the citation.

    On a page of the archive's own, the source of the sentence stands behind it.
    """
    after = source_of(work) or behind
    first, last = marks()
    return (Only("quote", (first, Fill("quote"), last, *after, "\n\n")),)


def source_of(work: Work) -> Parts:
    """Who says the sentence chosen, on a page of the archive's own."""
    return (Only("source", (" (", Fill("source"), ")")),) if work.own else ()


def with_pages(elements: Sequence[Element], pages: Part) -> list[Element]:
    """The elements with the pages behind the last; a title alone has none."""
    shown = [element for element in elements if element]
    last = shown[-1] if shown else ()
    if last and not isinstance(last, Quoted):
        shown[-1] = (*last, pages)
    return shown


def link(work: Work, *before: Part) -> Parts:
    """The address in the archive behind other words; all left out while it is not known."""
    if work.link:
        return (*before, Fill("link", work.link))
    return (Only("link", (*before, Fill("link"))),)


def with_address(elements: Sequence[Element], work: Work, before: Parts) -> list[Element]:
    """The elements with the address of the copy, behind what `before` says of it, if anything."""
    if before or work.link:
        return [*elements, (*before, *link(work, ", ")) if before else link(work)]
    last = elements[-1]
    assert not isinstance(last, Quoted), "a page of the archive has a container"
    return [*elements[:-1], (*last, *link(work, ", "))]


def approximate(work: Work) -> bool:
    """Whether the date is said to be about right."""
    return bool(_ABOUT.match(work.date_words))


def worded(work: Work) -> str:
    """The date as the source words it, where no style has a form for it ("3–5 May 1911")."""
    return work.date_words if not approximate(work) else ""


def two_names(first: str, second: str) -> str:
    """Two names as they are spoken."""
    return pgettext("citation", "{first} and {second}", first=first, second=second)


def listed_names(names: Sequence[str]) -> str:
    """Names of a list, the first of them turned round; "" for none."""
    if len(names) <= 1:
        return "".join(names)
    return pgettext("citation", "{names}, and {last}", names=", ".join(names[:-1]), last=names[-1])


def in_book(work: Work) -> Parts:
    """The book that a chapter is in, as a sentence."""
    if not work.container:
        return ()
    return joined([(pgettext("citation", "In "), *italic(work.container))])


def undated() -> str:
    """What stands for a date that is not known."""
    return pgettext("citation", "n.d.")


def archived() -> str:
    """What stands between the address of the original and that of the copy."""
    return pgettext("citation", ", archived at ")


def year_words(date: str, before: str) -> str:
    """The year; `before`: what marks one before our era in English."""
    year = year_of(date)
    if not english():
        return year_in_words(year)
    return f"{1 - year} {before}" if is_before_our_era(date) else str(year)


def day_month(date: str, months: Sequence[str]) -> tuple[str, str]:
    """The number of the day and the name of the month; "" for what is not known."""
    _, month, day = parts(date)
    return str(int(day)) if day else "", months[int(month) - 1] if month else ""


def full_date(date: str, english_form: str) -> str:
    """A date as the language of the page writes it. `english_form`: as the manual does."""
    return english_form if english() else long_date(date)


def words(text: str) -> Parts:
    """A text as an element, which is none where it is empty."""
    return (text,) if text else ()


def italic(text: str) -> Parts:
    """The same in italics."""
    return (Italic(text),) if text else ()


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
