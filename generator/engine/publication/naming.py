"""Titles and addresses of sources that are not published in full.

Most titles are given, and are published with the record. Where a source has none, its first words
or a heading in it serve elsewhere. Here these are kept back as the rest of the text is, also from
the address, so such a source is named by its file, or by its publisher and date. No address of such
a source is made from its text: one could try out words until the digest is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator import ids
from generator.config import Config
from generator.engine.publication.choice import mode_of
from generator.model import Document, Reason, reason
from generator.read.file_names import file_name
from generator.render.dates import long_date


def named_without_text(documents: Sequence[Document], config: Config) -> tuple[Document, ...]:
    """The documents; those that are not published in full with titles and ids of their records."""
    kept = [mode_of(document, config) != "full" for document in documents]
    taken = {d.id for d, is_kept in zip(documents, kept, strict=True) if not is_kept}
    files = Counter(document.path for document in documents)
    number: Counter[str] = Counter()
    result: list[Document] = []
    for document, is_kept in zip(documents, kept, strict=True):
        number[document.path] += 1
        if is_kept:
            alone = files[document.path] == 1
            place = document.path if alone else f"{document.path}\n{number[document.path]}"
            named = _named(document, alone, place)
            named = replace(named, id=ids.free_slug(named.id, place, taken))
            taken.add(named.id)
            result.append(named)
        else:
            result.append(document)
    return tuple(result)


def _named(document: Document, alone: bool, place: str) -> Document:
    """A document with the title and the id of its record.

    alone: whether its file has no other
    place: where it is
    """
    title, origin = document.title, document.title_origin
    if _is_from_text(document):
        title, origin = _neutral(document, alone)
    name = ids.keyed_id(document.date, title, document.key or document.url or place)
    return replace(document, id=name, title=title, title_origin=origin)


def _is_from_text(document: Document) -> bool:
    """Whether the title also stands in the text; the heading above a text does not belong to it."""
    if document.title_origin.code == "first-words":
        return True
    start = document.title.removesuffix("…")
    return document.title_origin.code == "first-heading" and any(
        " ".join(document.text[passage.start : passage.end].split()).startswith(start)
        for passage in document.passages
        if passage.kind == "heading"
    )


def _neutral(document: Document, alone: bool) -> tuple[str, Reason]:
    """A title that says nothing of the text, and where it was found."""
    name = file_name(document.path)
    if alone and name.telling:
        return name.title, reason("file-name")
    date = document.date_words or (long_date(document.date) if document.date else "")
    if document.outlet:
        title = ", ".join(filter(None, (document.outlet, date)))
    else:
        title = f"Source of {date}" if date else "Undated source"
    return title, reason("record")
