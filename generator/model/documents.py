"""The types of `load` and `read`: sources and the documents in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.reasons import Reason

EntityType = Literal["person", "organisation", "place"]
# Code points of a name. What is longer is a row of names, or no name; and what is done with a name
# may cost the square of its words.
LONGEST_NAME = 200
# The beginning of the address that `read` gives links between sources, followed by their own.
SOURCE_LINK = "source:"
_SLUGS = re.compile(r"[a-z0-9_.-]{2,}(?:/[a-z0-9_.-]{2,})+")  # but "AC/DC" and "n/a" are names
# How those addresses begin that name a note: one to link to, and one to quote from.
NAMED, EMBEDDED = "wiki:", "embed:"
PassageKind = Literal[
    "paragraph", "heading", "item", "quote", "cell", "caption", "code", "note", "repeated"
]
# How much of a document is published: all of it, the sentences that are quoted, or its record.
Publish = Literal["full", "quotes", "record"]
PUBLISH: tuple[Publish, ...] = ("full", "quotes", "record")
PageKind = Literal["page", "slide", "sheet", "time"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the seeds folder, as loaded.

    path: relative to the seeds folder, with forward slashes, in Unicode form NFC
    shown: the same relative to the project, for messages
    data: its bytes; b"" for pictures and the like (`generator.model.MEDIA_KINDS`), and for large
        files, which are not kept in memory
    digest: SHA-256 of the bytes, in hexadecimal
    file, size: where it is on this machine, and how many bytes it has; "" and 0 if it has `data`
        and never was a file of its own
    outer: of a source within another one ("box.mbox!/17/letter.pdf"), the path of the file in the
        seeds folder; "" for such a file itself
    """

    path: str
    shown: str
    data: bytes
    digest: str
    file: str = ""
    size: int = 0
    outer: str = ""


INSIDE = "!/"  # between the path of a file and that of a source within it


@dataclass(frozen=True, slots=True)
class Places:
    """Where documents come from.

    files: those of the seeds folder, by their paths
    """

    files: Mapping[str, Source]

    @classmethod
    def among(cls, sources: Iterable[Source]) -> Places:
        """The places in these files."""
        return cls({source.path: source for source in sources})

    def file(self, path: str) -> Source | None:
        """The file of a document's path, or the one within which it lies; None if there is none."""
        while path and path not in self.files:
            path = path.rpartition(INSIDE)[0]
        return self.files.get(path)

    def of(self, path: str) -> str:
        """A document's path as messages show it."""
        file = self.file(path)
        return file.shown + path[len(file.path) :] if file else path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage.

    anchor: its id on the source page, made from its words (see `generator.ids`)
    start, end: offsets in the document's text
    """

    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """One sanitised inline tag in a passage ("<em>", "</em>", "<br>"), or the mark of a note.

    offset: its position in the document's text
    name: the element's name
    html: the tag as written to the page; image addresses are relative to the site's root
    role: opens an element, closes one, or is one without content
    """

    offset: int
    name: str
    html: str
    role: Literal["open", "close", "void"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a source that has pages, as it is shown, or what else its text is cited by.

    label: what it is called ("xii", "47699"), as the file or the page says, else its number; a
        moment of a recording is called by its time ("12:30", "1:02:03")
    width, height: in points (1/72 inch); 0 of what is not a printed page, or cannot be drawn
    kind: a printed page, a slide, a sheet of a workbook, or a moment from which something is said
    """

    label: str
    width: float = 0.0
    height: float = 0.0
    kind: PageKind = "page"

    @property
    def is_printed(self) -> bool:
        """Whether it is a page that can be drawn, on which its text has a place."""
        return self.kind == "page" and self.width > 0

    @property
    def is_moment(self) -> bool:
        """Whether it is a moment of a recording."""
        return self.kind == "time"


@dataclass(frozen=True, slots=True)
class TextLine:
    """The part of a passage that stands on one line of a page.

    start: its offset in the document's text; it ends where the next one starts
    page: its index in the document's pages
    left, top, right, bottom: where it stands, as shares of the page's width and height from its
        upper left corner; 0 where that has no size
    """

    start: int
    page: int
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of running text: a paragraph, a heading, a list item, a table cell, a footnote.

    number: its index in the document, from 0
    level: 2 to 6 for a heading, otherwise 0
    start, end: offsets in the document's text
    kind: "repeated" for what a message quotes of others, and for its signature
    lines: where it stands on the pages of its source, in the order of the text; none where the
        source has no pages
    """

    number: int
    kind: PassageKind
    level: int
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    inline: tuple[Inline, ...] = ()
    lines: tuple[TextLine, ...] = ()

    @property
    def told(self) -> bool:
        """Whether anything in it is told here: names and dates in others do not count."""
        return self.kind not in ("code", "repeated")

    def lines_of(self, start: int, end: int) -> tuple[tuple[TextLine, int], ...]:
        """The lines on which a part of the text stands, each with the offset at which it ends.

        start, end: offsets in the document's text
        """
        ends = (*(line.start for line in self.lines[1:]), self.end)
        return tuple(
            (line, after)
            for line, after in zip(self.lines, ends, strict=False)
            if line.start < end and after > start
        )


@dataclass(frozen=True, slots=True)
class Thread:
    """How a message goes with others; messages are named by digests of their ids.

    message: the message that a document is; "" for all that is none
    answers: the messages that it answers, the nearest first
    attached_to: the messages to which a document is attached
    """

    message: str = ""
    answers: tuple[str, ...] = ()
    attached_to: tuple[str, ...] = ()


NO_THREAD = Thread()


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words of a document that a line of the editors has replaced.

    where: the line, as "curation/redactions.csv:3"
    replacement: what stands in their place
    note: why, in the editors' words, or ""
    count: how often
    """

    where: str
    replacement: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class Document:
    """One source document, ready to be analysed and shown.

    id: stable name, also its address below `sources/` (see `generator.ids`)
    title: from the source, or derived from its text
    title_origin: where the title was found
    date: publication date; "" if the source gives none
    date_words: the date as the source gives it, where it is not exact ("circa 1911"); otherwise ""
    date_origin: where the date was found; None if there is none
    language_origin: where the language was found; None if it is that of the project
    authors, publisher, url, language, kind, tags, summary: as the source gives them
    people, organisations, places: names listed in its front matter
    extra: unknown keys with their values as text, in the source's order
    path: its file, relative to the seeds folder; "!/" goes before what lies within a file
    line: the line at which it starts in the file (a row of a table), otherwise 1
    digest: SHA-256 of the file
    text: all passages, joined by an empty line; all offsets refer to it
    passages: in the order of the text
    layout: the body as block-level HTML tags (str) and numbers of passages (int), in order
    media: files that it shows, in its body and as `image` and `item`: (path below the site's root,
        path in the seeds folder)
    image: the picture of the item that a record describes: its path in the seeds folder, or its
        address on the web; "" if there is none
    image_alt: what the picture shows, as the source says for those who cannot see it
    caption: what the source says below the picture
    item: the recording, film or file that a record describes, if it is no picture: like `image`
    coordinates: latitude and longitude in degrees, of the first of `places`, or of what it is about
        where it lists none
    format: of the item that a record describes ("image/jpeg"), as the source gives it
    identifier: what its table calls the record
    parent: the identifier of the record in the same table to which it belongs
    pages: of a source that has pages, in their order
    key: what its address is made from, if not from its words; see `generator.read.addresses`
    thread: of a message, or of what is attached to one
    withheld: what editors have withheld of it, in the order of their lines
    licence, rights: as the source gives them
    publish: how much of it is published, as its metadata say; "" if they do not
    search_engines: whether they may list it
    sentences: how many it has, where not all of them are published; otherwise 0
    """

    id: str
    title: str
    title_origin: Reason
    date: str
    date_origin: Reason | None
    authors: tuple[str, ...]
    publisher: str
    url: str
    language: str
    kind: str
    tags: tuple[str, ...]
    summary: str
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    extra: tuple[tuple[str, str], ...]
    path: str
    line: int
    digest: str
    text: str
    passages: tuple[Passage, ...]
    layout: tuple[str | int, ...]
    media: tuple[tuple[str, str], ...] = ()
    date_words: str = ""
    language_origin: Reason | None = None
    image: str = ""
    image_alt: str = ""
    caption: str = ""
    item: str = ""
    coordinates: tuple[float, float] | None = None
    format: str = ""
    identifier: str = ""
    parent: str = ""
    pages: tuple[Page, ...] = ()
    key: str = ""
    whole: bool = False
    thread: Thread = NO_THREAD
    withheld: tuple[Withheld, ...] = ()
    licence: str = ""
    rights: str = ""
    publish: Publish | Literal[""] = ""
    search_engines: bool = True
    sentences: int = 0

    @property
    def outlet(self) -> str:
        """Who published it, or else its authors; "" if it names neither."""
        return self.publisher or ", ".join(self.authors)

    @property
    def published_digest(self) -> str:
        """The digest of its file; "" where the file has more than is published, as one could try
        words until the digest is the same.
        """
        return "" if self.withheld or self.publish in ("quotes", "record") else self.digest

    @property
    def base_date(self) -> str:
        """The day, month or year from which its text counts; "" if its date is not exact."""
        return "" if self.date_words else self.date

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other titles that its metadata give it: of a note, or of whom it is about."""
        return tuple(name for name in self._extra("alias", "aliases") if not _is_path(name))

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """Addresses at which it was published before, as its metadata give them."""
        paths = [name for name in self._extra("alias", "aliases") if _is_path(name)]
        return tuple(dict.fromkeys((*paths, *self._extra("redirect_from"))))

    def _extra(self, *keys: str) -> tuple[str, ...]:
        """The items of the lists that unknown keys hold."""
        values = (value for key, value in self.extra if key.lower() in keys)
        return tuple(dict.fromkeys(name for value in values for name in value.split(", ") if name))

    def listed(self) -> Iterator[tuple[EntityType, str]]:
        """The names listed in its front matter, with their types."""
        yield from (("person", name) for name in self.people)
        yield from (("organisation", name) for name in self.organisations)
        yield from (("place", name) for name in self.places)

    @property
    def own_passages(self) -> tuple[Passage, ...]:
        """Those that are not "repeated": what a message says itself."""
        return tuple(p for p in self.passages if p.kind != "repeated")

    def pages_of(self, start: int, end: int) -> tuple[int, ...]:
        """The pages on which a part of the text stands, in their order, as indices of `pages`.

        start, end: offsets in the text
        """
        if not self.pages:
            return ()
        first = bisect_right(self.passages, start, key=lambda p: p.start) - 1
        after = bisect_left(self.passages, end, key=lambda p: p.start)
        passages = self.passages[max(first, 0) : after]
        lines = (line for passage in passages for line, _ in passage.lines_of(start, end))
        return tuple(dict.fromkeys(line.page for line in lines))

    def sentence(self, provenance: Provenance) -> Sentence:
        """The sentence of this document in which a provenance begins."""
        sentences = self.passages[provenance.passage].sentences
        return sentences[bisect_right(sentences, provenance.start, key=lambda s: s.start) - 1]

    def sentence_at(self, place: int) -> Provenance | None:
        """The sentence in which a place of the text stands; None if it is in none."""
        number = bisect_right(self.passages, place, key=lambda p: p.start) - 1
        sentences = self.passages[number].sentences if number >= 0 else ()
        at = bisect_right(sentences, place, key=lambda s: s.start) - 1
        if at < 0 or place >= sentences[at].end:
            return None
        found = sentences[at]
        return Provenance(self.id, number, found.start, found.end, found.anchor)


@dataclass(frozen=True, slots=True)
class Provenance:
    """The passage of text that a derived statement is based on.

    document: id of the document
    passage: number of the passage
    start, end: offsets in the document's text
    anchor: anchor of the sentence in which it begins
    """

    document: str
    passage: int
    start: int
    end: int
    anchor: str


def _is_path(alias: str) -> bool:
    """Whether an alias is an address ("/2019/fire/", "old/fire", "fire.html") and no name."""
    return (
        alias.startswith("/")
        or alias.endswith(("/", ".html", ".htm"))
        or (_SLUGS.fullmatch(alias) is not None)
    )


def base_language(code: str) -> str:
    """The language of a code (BCP 47) without script or region: "es" of "es-MX"."""
    return code.split("-")[0].lower()
