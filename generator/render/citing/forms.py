"""All forms in which a page offers its citation, and the one that it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from generator.model.dates import DAY, YEAR, length
from generator.render.catalogues import SOURCE, catalogue, gettext, message, speaking
from generator.render.citing import apa, chicago, mla
from generator.render.citing.parts import NESTED, approximate, source_of
from generator.render.citing.records import JSON, TEX, bibtex, csl, ris
from generator.render.citing.template import (
    Escapes,
    Fill,
    Italic,
    Only,
    Part,
    Parts,
    escaped,
    filled,
    html,
)
from generator.render.citing.works import Work
from generator.render.dates import long_date

_NOTHING: Escapes = MappingProxyType({})
_MARKDOWN: Escapes = MappingProxyType({c: f"\\{c}" for c in "\\`*_[]<>#|~&"})
_WIKI: Escapes = MappingProxyType({c: f"&#{ord(c)};" for c in "|[]{}<>&~'"})
_PLAIN: Escapes = MappingProxyType(NESTED)
_ADDRESS = re.compile(r"https?://\S+(?<![,.])")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of citation.

    escapes: what stands for characters of what a reader chooses; static/cite.js has the same
    """

    id: str
    label: str
    make: Callable[[Work], Parts]
    escapes: Escapes


@dataclass(frozen=True, slots=True)
class Note:
    """The citation that a page shows without a script: what its form is called, and as HTML."""

    label: str
    text: Markup


def note(work: Work) -> Note:
    """The citation of the whole, as a note after Chicago."""
    form = FORMS[0]
    return Note(gettext(form.label), html(filled(form.make(work), {}, form.escapes)))


def markdown(work: Work) -> Parts:
    """A note after Chicago, below the sentence as a quotation."""
    said = Only("quote", ("> ", Fill("quote"), *source_of(work), "\n>\n> — "))
    return (said, *(part for one in chicago.citation(work) for part in _marked(one)))


def _marked(part: Part) -> Parts:
    if isinstance(part, Only):
        return (Only(part.gap, tuple(p for one in part.parts for p in _marked(one))),)
    if isinstance(part, Italic):
        return (f"*{escaped(part.text, _MARKDOWN)}*",)
    if isinstance(part, Fill):
        return ("<", part, ">") if part.gap == "link" else (part,)
    out, at = "", 0
    for address in _ADDRESS.finditer(part):
        out += f"{escaped(part[at : address.start()], _MARKDOWN)}<{address[0]}>"
        at = address.end()
    return (out + escaped(part[at:], _MARKDOWN),)


def wiki(work: Work) -> Parts:
    """A reference for MediaWiki, with the templates of Wikipedia (Citation Style 1)."""
    template = f"cite {work.facts.wiki}" if work.url or work.link else "citation"
    out: list[Part] = [f"<ref>{{{{{template}"]
    fields: list[tuple[str, str]] = []
    for number, name in enumerate(work.authors, 1):
        if name.whole:
            fields.append((f"author{number}", name.family))
        else:
            given = " ".join(filter(None, (name.given, name.suffix)))
            fields += [(f"last{number}", name.family), (f"first{number}", given)]
    held = "work" if work.facts.wiki in ("news", "web", "interview") else "publisher"
    title = "chapter" if work.kind == "chapter" else "title"
    fields += [(title, work.title), ("title" if title == "chapter" else held, work.container)]
    fields += [("publisher", work.publisher if work.publisher != work.container else "")]
    fields += [("type", work.genre), ("date", _wiki_date(work)), ("language", _foreign(work))]
    out += [f" |{name}={escaped(value, _WIKI)}" for name, value in fields if value]
    out.append(Only("pages", (" |at=", Fill("pages"))))
    if work.url:
        out.append(f" |url={work.url}")
        out += _via(work)
    else:
        out += (" |url=", Fill("link", work.link)) if work.link else (_chosen_address(),)
        out += (f" |via={escaped(work.archive, _WIKI)}",) if work.archive else ()
    if work.accessed:
        out.append(f" |access-date={work.accessed}")
    out.append(Only("quote", (" |quote=", Fill("quote"), *source_of(work))))
    return (*out, "}}</ref>")


def _via(work: Work) -> Parts:
    """The archive that shows a copy, with the address there."""
    name = escaped(work.archive, _WIKI)
    if work.link:
        return (" |via=[", Fill("link", work.link), f" {name}]")
    return (f" |via={name}",)


def _chosen_address() -> Only:
    return Only("link", (" |url=", Fill("link")))


def _wiki_date(work: Work) -> str:
    """A date as Citation Style 1 takes it: "2024-03-22", "March 2024", "c. 1911"."""
    if work.date_words and not approximate(work):
        return work.date_words
    with speaking(catalogue(SOURCE)):  # the templates are those of the English Wikipedia
        text = long_date(work.date) if work.date else ""
    if text and approximate(work):
        return f"c. {text}"
    return work.date if length(work.date) in (DAY, YEAR) and work.date[0] != "-" else text


def _foreign(work: Work) -> str:
    return "" if work.language.startswith("en") else work.language


FORMS = (
    Form("chicago", message("Chicago, note"), chicago.note, _PLAIN),
    Form("chicago-entry", message("Chicago, bibliography"), chicago.entry, _PLAIN),
    Form("apa", "APA", apa.reference, _PLAIN),
    Form("mla", "MLA", mla.entry, _PLAIN),
    Form("bibtex", "BibTeX", bibtex, TEX),
    Form("ris", "RIS", ris, _NOTHING),
    Form("csl", "CSL-JSON", csl, JSON),
    Form("markdown", "Markdown", markdown, _MARKDOWN),
    Form("wiki", message("Wiki markup"), wiki, _WIKI),
)
