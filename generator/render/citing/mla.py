"""MLA Handbook, 9th edition (2021), chapters 5 and 6: works cited, and citations in the text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.lang.citing import SHORT_MONTHS
from generator.render.catalogues import pgettext
from generator.render.citing.names import Name
from generator.render.citing.parts import (
    Element,
    Quoted,
    above,
    approximate,
    bare_end,
    capital,
    day_month,
    english,
    italic,
    joined,
    listed_names,
    quoted,
    sentences,
    two_names,
    with_address,
    with_pages,
    worded,
    words,
    year_words,
)
from generator.render.citing.template import Fill, Only, Parts
from generator.render.citing.works import Work
from generator.render.dates import short_date

_TWO = 2


def entry(work: Work) -> Parts:
    """An entry of the works cited, with the citation in the text above it.

    What it appeared in is the first container, the archive that shows it the second.
    """
    named = any(name.straight == work.publisher for name in work.authors)
    # An organisation that publishes its own work is not named twice (5.26).
    who = "" if named and len(work.authors) == 1 else _authors(work.authors)
    title: Element = italic(bare_end(work.title)) if work.facts.whole else Quoted(work.title)
    publisher = "" if work.publisher == work.container else work.publisher
    first: list[Element] = [italic(work.container), words(publisher), words(_date(work))]
    first = with_pages(first, Only("pages", () if work.own else (", ", Fill("pages"))))
    groups: list[Parts] = [joined([words(capital(who))]), joined([title])]
    if work.own:
        groups.append(joined(with_address(first, work, ())))
    else:
        groups.append(joined([*first, words(work.url)]))
        groups.append(joined(with_address([], work, italic(work.archive))))
    groups += [joined([words(capital(work.genre))]), joined([words(_accessed(work))])]
    return (*above(work, *_in_text(work)), *sentences(*groups))


def _in_text(work: Work) -> Parts:
    bare = Only("pages", (" ", Fill("bare")))
    return (f" ({_short(work)}", bare, ")")


def _short(work: Work) -> str:
    """Whom a text names: surnames, or the beginning of the title."""
    names = [name.family for name in work.authors]
    if not names:
        return bare_end(work.title) if work.facts.whole else quoted(work.title)
    if len(names) > _TWO:
        return pgettext("citation", "{name} et al.", name=names[0])
    return two_names(*names) if len(names) == _TWO else names[0]


def _authors(authors: Sequence[Name]) -> str:
    if not authors:
        return ""
    first = authors[0].inverted
    if len(authors) > _TWO:
        return pgettext("citation", "{names}, et al.", names=first)
    return listed_names([first, authors[1].straight]) if len(authors) == _TWO else first


def _date(work: Work) -> str:
    """The date as "22 Mar. 2024"; nothing stands for one that is not known (5.71)."""
    if not work.date or worded(work):
        return worded(work)
    day = _long(work.date)
    return pgettext("citation", "circa {date}", date=day) if approximate(work) else day


def _accessed(work: Work) -> str:
    if not work.accessed:
        return ""
    return pgettext("citation", "Accessed {date}", date=_long(work.accessed))


def _long(date: str) -> str:
    if not english():
        return short_date(date)
    day, month = day_month(date, SHORT_MONTHS)
    return " ".join(filter(None, (day, month, year_words(date, "BCE"))))
