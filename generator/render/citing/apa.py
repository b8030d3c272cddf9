"""Publication Manual of the American Psychological Association, 7th edition (2020), 8 to 10."""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.catalogues import pgettext
from generator.render.citing.names import Name
from generator.render.citing.parts import (
    above,
    approximate,
    archived,
    bare_end,
    capital,
    day_month,
    english,
    full_date,
    italic,
    joined,
    link,
    quoted,
    sentences,
    undated,
    worded,
    words,
    year_words,
)
from generator.render.citing.template import Fill, Only, Parts
from generator.render.citing.works import Work
from generator.render.dates import MONTHS, within_year

_ALL, _FIRST = 20, 19  # authors named; of more, the first ones and the last
_TWO = 2
_ERA = "B.C.E."
_IN_BOXES = (
    "picture",
    "film",
    "sound",
    "letter",
    "email",
    "interview",
    "manuscript",
    "post",
    "note",
)


def reference(work: Work) -> Parts:
    """An entry of the list of references, with the citation in the text above it."""
    who = _authors(work.authors)
    when = f"({_date(work)})."
    box = f" [{capital(work.genre)}]" if work.kind in _IN_BOXES else ""
    title = bare_end(work.title)
    alone = _stands_alone(work)
    named: Parts = (*(italic(title) if alone else words(title)), *words(box))
    groups: list[Parts] = [joined([words(capital(who))]), (when,), joined([named])]
    if not who:
        groups[:3] = [joined([named]), (when,)]
    if work.kind == "chapter":
        groups.append(
            joined([(pgettext("citation", "In "), *italic(work.container))])
            if work.container
            else ()
        )
    elif work.container:
        groups.append(joined([words(work.container) if alone else italic(work.container)]))
    if work.publisher not in (work.container, who):
        groups.append(joined([words(work.publisher)]))
    return (*above(work, *_in_text(work)), *sentences(*groups, *_addresses(work)))


def _addresses(work: Work) -> tuple[Parts, ...]:
    """No full stop stands behind an address."""
    seen = work.accessed and not work.date
    day = full_date(work.accessed, f"{_month_day(work.accessed)}, {work.accessed[:4]}")
    start = pgettext("citation", "Retrieved {date}, from ", date=day) if seen else ""
    if work.url:
        return ((start + work.url, *link(work, archived())),)
    if work.archive:
        return (joined([italic(work.archive)]), link(work))
    return (link(work),)


def _in_text(work: Work) -> Parts:
    pages = Only("pages", (", ", Fill("pages")))
    return (f" ({_short(work)} {_year(work)}", pages, ")")


def _short(work: Work) -> str:
    """Whom a text names: surnames, or else the title; with a comma behind."""
    names = [name.family for name in work.authors]
    if names:
        who = pgettext("citation", "{name} et al.", name=names[0])
        return (who if len(names) > _TWO else _two(names)) + ","
    return f"{bare_end(work.title)}," if _stands_alone(work) else quoted(work.title, ",")


def _two(names: Sequence[str]) -> str:
    """One name, or two."""
    if len(names) == 1:
        return names[0]
    return pgettext("citation", "{first} & {second}", first=names[0], second=names[1])


def _stands_alone(work: Work) -> bool:
    """Whether the title is in italics, and what holds the work is not."""
    return work.facts.whole or work.kind in ("page", "note", "document")


def _authors(authors: Sequence[Name]) -> str:
    names = [_listed(name) for name in authors]
    if len(names) > _ALL:
        return ", ".join(names[:_FIRST]) + f", . . . {names[-1]}"
    if len(names) <= 1:
        return "".join(names)
    return pgettext("citation", "{names}, & {last}", names=", ".join(names[:-1]), last=names[-1])


def _listed(name: Name) -> str:
    return ", ".join(filter(None, (name.family, name.initials, name.suffix)))


def _year(work: Work) -> str:
    if not work.date:
        return undated()
    if worded(work):
        return worded(work)
    year = year_words(work.date, _ERA)
    return pgettext("citation", "ca. {date}", date=year) if approximate(work) else year


def _date(work: Work) -> str:
    year = _year(work)
    behind = _month_day(work.date) if work.date and not worded(work) else ""
    return f"{year}, {behind}" if behind else year


def _month_day(date: str) -> str:
    if not english():
        return within_year(date)
    day, month = day_month(date, MONTHS)
    return f"{month} {day}".strip()
