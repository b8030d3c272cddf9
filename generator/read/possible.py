"""Whether a document could have been read from a source: for what comes out of a cache.

A cache is a folder that anybody may have written to. What follows from the rest of a document (its
id, the anchors of its sentences, the addresses of its pictures) is made again and compared; all
else must be such as `read` leaves it. The words may still be others than those of the source: they
are shown as text, whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from generator import ids
from generator.errors import Problem
from generator.model import (
    INSIDE,
    LONGEST_NAME,
    PUBLISH,
    Document,
    Inline,
    Page,
    PageKind,
    Passage,
    Reason,
    Source,
    Thread,
)
from generator.read import markup
from generator.read.addresses import address_of
from generator.read.characters import is_clean
from generator.read.coordinates import is_on_earth
from generator.read.dates import parse_date
from generator.read.fields import is_language, is_url
from generator.read.inside import is_safe_name

_ORIGINS = frozenset({"front-matter", "first-line", "metadata", "table-row"})
_TITLE_ORIGINS = _ORIGINS | {"first-heading", "first-words", "file-name"}
_MESSAGE = re.compile(r"[a-z2-7]{16}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LAST_LINE = 10**9
_LARGEST = 1e6  # points: width and height of a page
_FOUND_ORIGINS = _ORIGINS | {"near-headline", "file-name", "folder-name", "outer-file"}
_DATE_ORIGINS = _FOUND_ORIGINS | {"editors-table"}
_LANGUAGE_ORIGINS = _FOUND_ORIGINS | {"whole-text"}
_BETWEEN = "\n\n"  # what joins two passages


def is_possible_document(document: Document, source: Source, pictures: Collection[str]) -> bool:
    """Whether a source can have held a document.

    pictures: paths of the images that its source refers to and that exist
    """
    name = address_of(document)
    return (
        document.id == name
        and (_is_of(document, source) or _is_within(document, source))
        and _has_possible_fields(document)
        and all(map(_is_possible_page, document.pages))
        and _is_possible_thread(document.thread)
        and all(
            one.count > 0 and is_clean(f"{one.replacement}{one.note}") and one.where.isprintable()
            for one in document.withheld
        )
        and _has_possible_text(document)
        and all(
            path in pictures and markup.media_path(path) == shown for shown, path in document.media
        )
        and _has_possible_markup(document)
    )


def _is_of(document: Document, source: Source) -> bool:
    return (document.path, document.digest) == (
        source.path,
        source.digest,
    ) and 1 <= document.line <= max(source.size, len(source.data)) + 1


def _is_within(document: Document, source: Source) -> bool:
    """Whether a document can be that of a source within another."""
    return (
        _is_place_within(document.path, source.path)
        and _DIGEST.fullmatch(document.digest) is not None
        and 1 <= document.line <= _LAST_LINE
    )


def _is_place_within(path: str, outer: str) -> bool:
    """Whether a path is one that `member` in `generator.read.inside` makes."""
    inner = path.removeprefix(f"{outer}{INSIDE}")
    return inner != path and all(map(is_safe_name, inner.split(INSIDE)))


def is_possible_problem(problem: Problem, source: Source) -> bool:
    """Whether something can be wrong with a source, or with one within it."""
    path = problem.path
    own = path == source.shown or _is_place_within(path, source.shown)
    return own and problem.line >= 0 and is_clean(str(problem))


def _has_possible_fields(document: Document) -> bool:
    lists = (document.authors, document.tags, document.people, document.organisations,
             document.places)  # fmt: skip
    single = (document.publisher, document.url, document.language, document.kind, document.summary)
    item = (
        document.date_words,
        document.image_alt,
        document.caption,
        document.format,
        document.identifier,
        document.parent,
        document.licence,
        document.rights,
    )
    names = [name for some in lists for name in some]
    extra = [text for pair in document.extra for text in pair]
    lines = (document.title, *single, *item, *names, *extra)
    return (
        bool(document.title)
        and is_clean("".join(lines))
        and not any("\n" in line or "\t" in line for line in lines)
        and all(" ".join(line.split()) == line for line in (*single, *item, *names))
        and all(all(some) and len(set(some)) == len(some) for some in lists)
        and all(len(name) <= LONGEST_NAME for _, name in document.listed())
        and (not document.date or parse_date(document.date) == document.date)
        and bool(document.date) == (document.date_origin is not None)
        and (bool(document.date) or not document.date_words)
        and (not document.url or is_url(document.url))
        and (document.coordinates is None or is_on_earth(document.coordinates))
        and document.publish in ("", *PUBLISH)
        and not document.sentences
        and _has_possible_files(document)
        and is_language(document.language)
        and "_" not in document.language
        and _is_origin(document.title_origin, _TITLE_ORIGINS)
        and (
            document.language_origin is None
            or _is_origin(document.language_origin, _LANGUAGE_ORIGINS)
        )
        and (document.date_origin is None or _is_origin(document.date_origin, _DATE_ORIGINS))
    )


def _has_possible_files(document: Document) -> bool:
    """Whether the record's picture and item are on the web, or files that the document shows."""
    shown = {"", *(path for _, path in document.media)}
    return all(path in shown or is_url(path) for path in (document.image, document.item))


def _is_origin(origin: Reason, known: Collection[str]) -> bool:
    names = ["of"] if origin.code == "metadata" else []
    values = [value for _, value in origin.arguments]
    return (
        origin.code in known
        and [name for name, _ in origin.arguments] == names
        and all(value.isprintable() for value in values)
    )


def _has_possible_text(document: Document) -> bool:
    """Whether the passages are the text, and the sentences lie in them under their own anchors."""
    text, after = document.text, 0
    for number, passage in enumerate(document.passages):
        if number and text[after : passage.start] != _BETWEEN:
            return False
        if passage.number != number or not after + 2 * bool(number) == passage.start < passage.end:
            return False
        if passage.level not in (range(2, 7) if passage.kind == "heading" else (0,)):
            return False
        after = passage.end
        if not (_has_possible_sentences(passage) and _has_possible_lines(passage, document.pages)):
            return False
    if after != len(text) or not is_clean(text):
        return False
    sentences = [s for passage in document.passages for s in passage.sentences]
    made = ids.anchors(text[s.start : s.end] for s in sentences)
    return made == [s.anchor for s in sentences]


def _has_possible_sentences(passage: Passage) -> bool:
    after = passage.start
    for sentence in passage.sentences:
        if not after <= sentence.start < sentence.end:
            return False
        after = sentence.end
    return bool(passage.sentences) and after <= passage.end


def _has_possible_lines(passage: Passage, pages: Sequence[Page]) -> bool:
    """Whether the lines of a passage lie in it, in order, and on the pages that there are."""
    starts = [line.start for line in passage.lines]
    boxes = [(line.left, line.top, line.right, line.bottom) for line in passage.lines]
    return (
        starts == sorted(set(starts))
        and all(passage.start <= start < passage.end for start in starts)
        and all(0 <= line.page < len(pages) for line in passage.lines)
        and all(0 <= x0 <= x1 <= 1 and 0 <= y0 <= y1 <= 1 for x0, y0, x1, y1 in boxes)
    )


def _is_possible_page(page: Page) -> bool:
    sizes = (page.width, page.height)
    return (
        bool(page.label)
        and is_clean(page.label)
        and page.label.isprintable()
        and page.kind in get_args(PageKind)
        and all(0 < size < _LARGEST if page.is_printed else size == 0 for size in sizes)
    )


def _is_possible_thread(thread: Thread) -> bool:
    named = (thread.message, *thread.answers, *thread.attached_to)
    return all(_MESSAGE.fullmatch(name) for name in named if name)


def _has_possible_markup(document: Document) -> bool:
    """Whether all tags are such as `read` writes, well nested, around each passage once."""
    numbers = [part for part in document.layout if isinstance(part, int)]
    blocks = (part for part in document.layout if isinstance(part, str))
    shown = {path for path, _ in document.media}
    return (
        numbers == list(range(len(document.passages)))
        and _are_nested(map(_block, blocks))
        and all(_has_possible_tags(passage, shown) for passage in document.passages)
    )


def _has_possible_tags(passage: Passage, shown: Collection[str]) -> bool:
    if not passage.inline:
        return True
    offsets = [passage.start, *(tag.offset for tag in passage.inline), passage.end]
    return offsets == sorted(offsets) and _are_nested(_inline(i, shown) for i in passage.inline)


def _block(text: str) -> markup.Tag | None:
    """A block-level tag; None if the text cannot be one."""
    tag = markup.own_tag(text)
    return tag if tag and (tag.name in markup.BLOCKS or tag.name == "hr") else None


def _inline(inline: Inline, shown: Collection[str]) -> markup.Tag | None:
    """An inline tag; None if it cannot be one, or is a picture that the document does not have."""
    tag = markup.own_tag(inline.html)
    if tag is None or (tag.role, tag.name) != (inline.role, inline.name):
        return None
    known = tag.name not in markup.BLOCKS and tag.name != "hr"
    return tag if known and (not tag.src or tag.src in shown) else None


def _are_nested(tags: Iterable[markup.Tag | None]) -> bool:
    """Whether all are tags, and each that is opened is closed after those inside it."""
    unclosed: list[str] = []
    for tag in tags:
        if tag is None:
            return False
        if tag.role == "open":
            unclosed.append(tag.name)
        elif tag.role == "close" and (not unclosed or unclosed.pop() != tag.name):
            return False
    return not unclosed
