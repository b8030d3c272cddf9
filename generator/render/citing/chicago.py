"""The Chicago Manual of Style, 18th edition (2024), chapters 13 and 14: notes and bibliographies.

Notes name up to two authors, entries of a bibliography up to six.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.catalogues import pgettext
from generator.render.citing.names import Name
from generator.render.citing.parts import (
    Element,
    Quoted,
    above,
    approximate,
    archived,
    bare_end,
    capital,
    day_month,
    full_date,
    italic,
    joined,
    link,
    listed_names,
    sentences,
    two_names,
    undated,
    with_address,
    with_pages,
    worded,
    words,
    year_words,
)
from generator.render.citing.template import Fill, Only, Parts
from generator.render.citing.works import Work
from generator.render.dates import MONTHS

_NOTE, _ENTRY, _FIRST = 2, 6, 3  # authors named; of more, the first
_TWO = 2
_PAGES = Only("pages", (", ", Fill("bare")))


def note(work: Work) -> Parts:
    """A note, with the sentence chosen above it."""
    return (*above(work), *citation(work))


def citation(work: Work) -> Parts:
    """A note: names as they are spoken, commas between all."""
    names = [name.straight for name in work.authors]
    if len(names) > _NOTE:
        who = pgettext("citation", "{name} et al.", name=names[0])
    else:
        who = two_names(*names) if len(names) == _TWO else "".join(names)
    elements: list[Element] = [words(capital(who)), _title(work)]
    if work.kind == "chapter":
        book = (pgettext("citation", "in "), *italic(work.container), " ") if work.container else ()
        elements.append((*book, _imprint(work), _PAGES))
    elif work.kind == "book":
        elements[-1:] = [(*italic(bare_end(work.title)), " ", _imprint(work), _PAGES)]
    elif work.facts.whole:
        elements += [(date(work), _PAGES), words(work.genre), words(work.publisher)]
    else:
        elements += [words(work.genre), italic(work.container), _keeper(work)]
        elements.append(words(date(work)))
        elements = elements if work.own else with_pages(elements, _PAGES)
    return joined(_with_addresses([*elements, words(_accessed(work))], work))


def entry(work: Work) -> Parts:
    """An entry of a bibliography: the surname first, full stops between its parts."""
    who = _authors(work.authors)
    if not who and not work.own:
        who = work.container or work.publisher  # a work without an author is listed under these
    groups = [joined([words(capital(who))]), joined([_title(work)])]
    genre, day = capital(work.genre), words(date(work))
    if work.facts.whole:
        publisher = "" if who == work.publisher else work.publisher
        dated = words(publisher), day if publisher else words(capital(date(work)))
        groups += [joined([words(genre)]), joined(dated)]
    elif work.kind == "chapter":
        publisher = "" if work.publisher == work.container else work.publisher
        groups += [
            joined([(pgettext("citation", "In "), *italic(work.container))])
            if work.container
            else ()
        ]
        groups.append(joined([words(publisher), day]))
    else:
        container = () if who == work.container else italic(work.container)
        groups += [joined([words(genre)]), joined([container, _keeper(work), day])]
    groups.append(joined([words(capital(_accessed(work)))]))
    if work.own and not work.link:
        groups.append((Only("link", (Fill("link"), ".")),))
    else:
        groups.append(joined(_with_addresses([], work)))
    return sentences(*groups)


def _with_addresses(elements: Sequence[Element], work: Work) -> list[Element]:
    """The elements with the addresses of the original and the copy."""
    shown = [element for element in elements if element]
    if work.url:
        return [*shown, (work.url, *link(work, archived()))]
    return with_address(shown, work, italic(work.archive))


def date(work: Work) -> str:
    """The date as "March 22, 2024"; "n.d." without one, unless it is known when it was seen."""
    if not work.date:
        return "" if work.accessed else undated()
    if worded(work):
        return worded(work)
    text = _long(work.date)
    return pgettext("citation", "ca. {date}", date=text) if approximate(work) else text


def _long(text: str) -> str:
    day, month = day_month(text, MONTHS)
    year = year_words(text, "BC")
    return full_date(text, f"{month} {day}, {year}" if day else f"{month} {year}".strip())


def _accessed(work: Work) -> str:
    if not work.accessed:
        return ""
    return pgettext("citation", "accessed {date}", date=_long(work.accessed))


def _authors(authors: Sequence[Name]) -> str:
    names = [name.straight if at else name.inverted for at, name in enumerate(authors)]
    if len(names) > _ENTRY:
        return pgettext("citation", "{names}, et al.", names=", ".join(names[:_FIRST]))
    return listed_names(names)


def _title(work: Work) -> Element:
    return italic(bare_end(work.title)) if work.facts.whole else Quoted(work.title)


def _keeper(work: Work) -> Parts:
    """Who publishes the archive, on a page of its own, unless that is its author."""
    named = any(name.straight == work.publisher for name in work.authors)
    return words(work.publisher) if work.own and not named else ()


def _imprint(work: Work) -> str:
    publisher = work.publisher if work.publisher != work.container else ""
    return f"({', '.join(filter(None, (publisher, date(work))))})"
