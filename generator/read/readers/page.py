"""Saved web pages: the main text, and the metadata that the page itself declares.

`generator.read.pages` says how the text, the title, the date and the authors are found.
`<meta name="people" content="A; B">` works like front matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree, html

from generator.model import Source, reason
from generator.read.characters import stand_ins, with_characters
from generator.read.chats import drafts_of_days, left_out
from generator.read.chats.telegram import page_chat
from generator.read.comments import with_texts, without_html_comments
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.encodings import declared_label
from generator.read.front_matter import LONGEST, split_head
from generator.read.front_matter import PACKAGES as FRONT_MATTER
from generator.read.long_tags import without_long_tags
from generator.read.mail.message import drafts_of
from generator.read.pages import dates, linked_data, people, titles
from generator.read.pages.archives import message_in
from generator.read.pages.marks import declared
from generator.read.pages.near_headline import date_near_headline
from generator.read.pages.saved import saved, without_data
from generator.read.pages.text import MainText, main_text
from generator.read.privacy import private

SUFFIXES = (".html", ".htm", ".xhtml")
BINARY = False  # `decode` takes care of the charset
PACKAGES = ("lxml", "trafilatura", *FRONT_MATTER)

_OWN = ("kind", "people", "organisations", "organizations", "places", "language", "note")
_LISTS = ("people", "organisations", "organizations", "places")


def read_source(source: Source) -> Drafts:
    """One document: the page's main text as HTML, and its declared metadata."""
    decoded, problems = decode(source, declared_label(source.data))
    decoded, long_tag = without_long_tags(without_data(decoded))
    if long_tag:
        message = "A tag has more than 1,000 attributes; they were left out."
        problems += (problem(source, long_tag, "warning", message, "Remove them."),)
    text = with_characters(without_html_comments(decoded, miswritten=True))
    if text.count("\ufffd") > decoded.count("\ufffd"):
        message = "Contains references to characters that do not exist; shown as \ufffd."
        problems += (problem(source, 0, "warning", message, "Write the characters themselves."),)
    marks = stand_ins(text)
    text = text.translate(marks)
    tree = _parse(text)
    if tree is None:
        message, hint = "Not an HTML page.", "Save it again from a browser."
        return Drafts((), (*problems, problem(source, 0, "error", message, hint)))
    shown = {ord(mark): chr(code) for code, mark in marks.items()}
    if chat := page_chat(tree, shown):
        name, messages, left = chat
        notes = (problem(source, 0, "note", left_out(left)),) if left else ()
        return Drafts(drafts_of_days(source, name, messages), problems, notes)
    fields, found = _fields(tree)
    fields |= private(split_head(decoded[:LONGEST]).fields)
    fields = {**saved(decoded), **fields}
    if letter := message_in(decoded):
        own = {"url": fields.get("url"), **private(fields)}
        (draft,) = drafts_of(letter, source).drafts
        return Drafts((replace(draft, fields={**own, **draft.fields}),), problems)
    if len(found) == 1:
        fields["date"] = found[0]
    elif found:
        message = f"The page declares different dates: {', '.join(found)}."
        hint = 'Add the right one as <meta name="date" content="YYYY-MM-DD">.'
        problems += (problem(source, 0, "warning", message, hint),)
    main = main_text(text, tree, str(fields.get("title", "")))
    if wrong := _wrong_text(main):
        problems += (problem(source, 0, "warning", *wrong),)
    draft = Draft(
        source,
        fields={
            key: with_texts(value, lambda text: text.translate(shown))
            for key, value in fields.items()
        },
        origin=reason("metadata", of="page"),
        html=main.markup.translate(shown),
        date_in_text="" if found else date_near_headline(tree, str(fields.get("title", ""))),
        date_hint='Add <meta name="date" content="YYYY-MM-DD">.',
    )
    return Drafts((draft,), problems)


def _parse(text: str) -> Any:
    try:
        # lxml refuses text that declares an encoding other than its own; bytes it accepts.
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _wrong_text(main: MainText) -> tuple[str, str] | None:
    """The message and the hint where the main text is in doubt."""
    if main.whole:
        message = "No main text found; the whole page is shown."
        return message, "Reduce the file to its article."
    if main.doubtful:
        message = "A part of the page may be missing: much text stands outside the main text."
        return message, "Compare it with the page, and put its text into one <article>."
    return None


def _fields(tree: Any) -> tuple[dict[str, object], list[str]]:
    """The metadata that the page declares, by our keys, and the dates that it declares."""
    from trafilatura.metadata import extract_metadata

    # Its own search for a date is not used; with a fixed limit it does not read the clock.
    settings = {"max_date": "2200-01-01", "extensive_search": False, "original_date": True}
    found = extract_metadata(tree, date_config=settings)
    things = linked_data.things(tree)
    urls = {url.partition("#")[0].rstrip("/") for url in _addresses(tree, found.url)}
    article = linked_data.own_article(things, titles.titles_of(tree), urls)
    site = titles.site(tree, things, urls)
    fields: dict[str, object] = {
        "title": titles.title(tree, article, site),
        "author": people.authors(tree, article, things, site),
        "publisher": found.sitename,
        "url": found.url,
        "summary": found.description,
        "tags": [tag for tags in found.tags or [] for tag in tags.split(",")],
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    }
    for name, content in declared(tree):
        if name in _LISTS and fields.get(name):
            fields[name] = f"{fields[name]}; {content}"
        elif name in _OWN:
            fields[name] = content
        fields |= private({name: content})
    fields = {key: value for key, value in fields.items() if value}
    own = {key: with_texts(value, without_html_comments) for key, value in fields.items()}
    kept = {key: value for key, value in private(fields).items() if not private({key: own[key]})}
    return own | kept, dates.dates(tree, article)


def _addresses(tree: Any, url: str | None) -> Iterator[str]:
    """The addresses that the page gives as its own."""
    yield from tree.xpath('//link[@rel="canonical"]/@href')
    yield from (content for name, content in declared(tree) if name == "og:url")
    if url:
        yield url
