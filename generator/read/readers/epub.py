"""Books (.epub): a document for each chapter, with the book's authors and language."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.model import Page, Source, reason
from generator.read.draft import Draft, Drafts, problem
from generator.read.office.book import DATE, book_of, chapters_of, package_of
from generator.read.zips import open_zip

SUFFIXES = (".epub",)
BINARY = True
PACKAGES = ("lxml",)

_TAG = re.compile(r"<[^<>]*>")


def read_source(source: Source) -> Drafts:
    """The chapters in the order of reading."""
    archive = open_zip(source.data)
    name, package = package_of(archive)
    book = book_of(package)
    fields = {
        "author": list(book.authors),
        "publisher": book.publisher,
        "language": book.language,
        "date": book.original,
        "tags": list(book.subjects),
    }
    known = {key: value for key, value in fields.items() if value}
    others = ((DATE, book.date),) if book.date else ()
    drafts = []
    chapters, aside = chapters_of(archive, name, package)
    for chapter in chapters:
        title = ": ".join(dict.fromkeys(filter(None, (book.title, chapter.title))))
        html = "".join(chapter.parts)
        if _TAG.sub("", html).strip():
            drafts.append(
                Draft(
                    source,
                    fields={**known, "title": title} if title else known,
                    origin=reason("metadata", of="document"),
                    html=html,
                    date_hint="Name the file YYYY-MM-DD-title.epub, by its first publication.",
                    pages=tuple(Page(label) for label in chapter.pages),
                    others=others,
                    key=f"{source.digest} {chapter.name}",
                )
            )
    if not drafts:
        hint = "Add a copy with text."
        return Drafts((), (problem(source, 0, "error", "Has no chapters with text.", hint),))
    notes: tuple[Problem, ...] = ()
    if aside:
        message = f"Files beside the order of reading, left out: {aside:,}."
        notes = (problem(source, 0, "note", message),)
    return Drafts(tuple(drafts), notes=notes)
