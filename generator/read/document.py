"""From a draft to a document: its metadata, its body in passages, its title and its name."""

from __future__ import annotations

from dataclasses import replace

from generator.config import Config
from generator.errors import Problem
from generator.model import NOT_PUBLISHED, Decision, Document, Reason, base_language, reason
from generator.read import markup
from generator.read.addresses import address_of
from generator.read.dates import given_date
from generator.read.draft import Draft, problem
from generator.read.fields import (
    Fields,
    check_fields,
    inherited_date,
    is_url,
    one_line,
    with_inherited,
)
from generator.read.file_names import NO_NAME, FileName, file_name
from generator.read.html_body import from_html
from generator.read.languages import detect
from generator.read.layout import Body, from_blocks
from generator.read.shown_files import ShownFiles
from generator.read.spoken import with_times
from generator.read.title import derive_title, given_title


def document_of(
    draft: Draft, config: Config, images: ShownFiles, decided: Decision
) -> tuple[Document | None, list[Problem]]:
    """The document made from a draft; None if it has neither a title nor a text."""
    draft = with_times(draft)
    own, wrong = check_fields(draft, config.day_first)
    title, html = given_title(draft, own.title)
    named = file_name(draft.source.path) if draft.origin.code != "table-row" else NO_NAME
    fields = _decided(with_inherited(own, draft, config.day_first), decided)
    if decided.date:
        date_origin: Reason | None = reason("editors-table")
    else:
        fields, date_origin = _dated(draft, fields, named, config)
    if draft.source.outer:
        images = ShownFiles(draft.source.path, frozenset())
    body, language, how = _body(draft, html, fields, named, config, images)
    if not body.text and not title:
        message, hint = "No title and no text.", "Add text or remove it."
        return None, [problem(draft.source, draft.line, "error", message, hint)]
    problems = list(wrong)
    if not fields.dated and not fields.date and not draft.may_lack_date:
        problems.append(problem(draft.source, draft.line, "warning", "No date.", draft.date_hint))
    if not body.text and not draft.may_lack_text:
        hint = "Add the text below the metadata."
        problems.append(problem(draft.source, draft.line, "warning", "No text.", hint))
    image, item, absent = images.of_record(fields.image)
    for name in (*body.missing, *absent) if not draft.source.outer else ():
        message = f'Image not found: "{one_line(name)[:100]}".'
        hint = "Put it beside the document, as PNG, JPEG, GIF, WebP or AVIF."
        problems.append(problem(draft.source, 0, "warning", message, hint))
    title = title or derive_title(body.text, body.passages, draft.source.path, named)
    document = _assemble(draft, fields, title, body)
    document = replace(document, language=language, language_origin=how, date_origin=date_origin)
    document = _with_files(document, fields, image, item)
    return replace(document, id=address_of(document)), problems


def _decided(fields: Fields, decided: Decision) -> Fields:
    """The fields with what the editors have decided."""
    if decided.publish not in ("", NOT_PUBLISHED):
        fields = replace(fields, publish=decided.publish)
    given = given_date(decided.date)
    return replace(fields, date=given.date, date_words=given.words) if given else fields


def _dated(
    draft: Draft, fields: Fields, named: FileName, config: Config
) -> tuple[Fields, Reason | None]:
    """The fields with a date, if there is any, and where it was found."""
    if fields.date:
        return fields, draft.origin
    if named.date:
        return replace(fields, date=named.date), named.date_origin
    if draft.date_in_text:
        return replace(fields, date=draft.date_in_text), reason("near-headline")
    given = inherited_date(draft, config.day_first)
    if not given.date:
        return fields, None
    return replace(fields, date=given.date, date_words=given.date_words), reason("outer-file")


def _body(
    draft: Draft, html: str, fields: Fields, named: FileName, config: Config, images: ShownFiles
) -> tuple[Body, str, Reason | None]:
    """The body of a draft, its language, and where that was found."""

    def split(language: str) -> Body:
        if draft.html:
            return from_html(html, language, images.find, len(draft.pages))
        return from_blocks(draft.blocks, language)

    if fields.language:
        return split(fields.language), fields.language, draft.origin
    expected = named.language or config.language
    body = split(expected)
    found, how = detect(body.text, body.passages, named, config.language)
    same = base_language(found) == base_language(expected)
    return (body if same else split(found)), found, how


def _with_files(document: Document, fields: Fields, image: str, item: str) -> Document:
    """The document with the picture of its record and the item; files of them are published."""
    files = [path for path in (image, item) if path and not is_url(path)]
    media = dict.fromkeys((*document.media, *((markup.media_path(path), path) for path in files)))
    alt, caption = (fields.image_alt, fields.caption) if image else ("", "")
    return replace(
        document, media=tuple(media), image=image, image_alt=alt, caption=caption, item=item
    )


def _assemble(draft: Draft, fields: Fields, title: tuple[str, Reason], body: Body) -> Document:
    return Document(
        id="",
        title=title[0],
        title_origin=title[1],
        date=fields.date,
        date_words=fields.date_words,
        date_origin=None,
        authors=fields.author,
        publisher=fields.publisher,
        url=fields.url,
        language="",
        kind=fields.kind,
        tags=fields.tags,
        summary=fields.summary,
        people=fields.people,
        organisations=fields.organisations,
        places=fields.places,
        extra=fields.extra,
        path=draft.source.path,
        line=draft.line,
        digest=draft.source.digest,
        text=body.text,
        passages=body.passages,
        layout=body.layout,
        media=body.media,
        coordinates=fields.coordinates,
        format=fields.format,
        identifier=fields.identifier,
        parent=fields.parent,
        pages=draft.pages,
        whole=draft.whole,
        key=draft.key,
        thread=draft.thread,
        licence=fields.licence,
        rights=fields.rights,
        search_engines=fields.search_engines,
        publish=fields.publish,  # type: ignore[arg-type]  # checked when it was read
    )
