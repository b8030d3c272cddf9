"""What is cited: the original work of a source, or a page of the archive itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.directions import CONTROLS
from generator.lang.citing import KINDS
from generator.model import Document, Entity, media_kind
from generator.model.dates import DAY, length
from generator.render.catalogues import SOURCE, current, gettext, pgettext
from generator.render.citing.names import Name, name_of
from generator.render.site import Site
from generator.render.urls import document_path

_OF_ARCHIVE = "note"  # the kind of what editors wrote about what an outlet published
_CAPTURED = "captured"  # the key of the day on which a web archive took a page
_DAY = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_OF_MEDIA = {"picture": "picture", "sound": "sound", "film": "film"}
# What no address has as it is, and formats of citations could take for their own.
_IN_ADDRESSES = {ord(c): f"%{ord(c):02X}" for c in ' "<>\\^`{|}'}
_SHORT = 80  # words beside a picture, with which it is still what the record is about


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work as programs for citations call it.

    zotero, csl, ris, bibtex, schema, wiki: its types there; `wiki` is the template for it
    genre: what styles add after a title where that does not show it; "" where it does
    whole: whether the work stands for itself, so that its title is set in italics
    """

    zotero: str
    csl: str
    ris: str
    bibtex: str
    schema: str
    wiki: str
    genre: str = ""
    whole: bool = False


WORK_KINDS = {
    "news": Kind("newspaperArticle", "article-newspaper", "NEWS", "article", "NewsArticle", "news"),
    "page": Kind("webpage", "webpage", "ELEC", "online", "WebPage", "web"),
    "book": Kind("book", "book", "BOOK", "book", "Book", "book", whole=True),
    "chapter": Kind("bookSection", "chapter", "CHAP", "incollection", "Chapter", "book"),
    "report": Kind("report", "report", "RPRT", "techreport", "Report", "report", whole=True),
    "letter": Kind("letter", "personal_communication", "PCOMM", "misc", "Message", "web", "letter"),
    "email": Kind(
        "email", "personal_communication", "ICOMM", "misc", "EmailMessage", "web", "email"
    ),
    "interview": Kind(
        "interview", "interview", "PCOMM", "misc", "CreativeWork", "interview", "interview"
    ),
    "picture": Kind("artwork", "graphic", "ART", "misc", "Photograph", "web", "picture", True),
    "film": Kind(
        "videoRecording", "motion_picture", "VIDEO", "misc", "VideoObject", "web", "film", True
    ),
    "sound": Kind(
        "audioRecording", "song", "SOUND", "misc", "AudioObject", "web", "sound recording", True
    ),
    "post": Kind("webpage", "post", "ELEC", "online", "SocialMediaPosting", "web", "post"),
    "manuscript": Kind(
        "manuscript", "manuscript", "MANSCPT", "unpublished", "Manuscript", "web", "manuscript"
    ),
    "note": Kind("webpage", "webpage", "ELEC", "online", "WebPage", "web"),
    "document": Kind("document", "document", "GEN", "misc", "CreativeWork", "web"),
}


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited. What is not known is "".

    key: names it in files for other programs
    kind: one of `WORK_KINDS`
    genre: what styles say that it is
    container: what it appeared in: an outlet, a website; "" for what stands for itself
    date, date_words, url, language: as in `generator.model.Document`
    accessed: the day on which a web archive took it
    archive: the archive that shows it; "" where it is a page of the archive's own
    path, link: where it is in the archive: below the site's root, and in full
    """

    key: str
    kind: str
    authors: tuple[Name, ...]
    title: str
    genre: str
    container: str
    publisher: str
    date: str
    date_words: str
    url: str
    accessed: str
    language: str
    archive: str
    path: str
    link: str

    @property
    def facts(self) -> Kind:
        """What programs call its kind."""
        return WORK_KINDS[self.kind]

    @property
    def own(self) -> bool:
        """Whether it is a page of the archive's own, rather than somebody's work shown there."""
        return not self.archive


def work_of(document: Document, site: Site, organisations: Collection[str]) -> Work:
    """The work that a source is.

    organisations: names of organisations in small letters
    """
    kind = _kind(document)
    names = filter(None, map(_plain, document.authors))
    authors = tuple(name_of(name, organisations) for name in names)
    genre, own, publisher = WORK_KINDS[kind].genre, kind == _OF_ARCHIVE, _plain(document.publisher)
    genre = pgettext("kind of work", genre) if genre else ""
    if own:
        genre = pgettext("kind of work", "note")
        if publisher:
            genre = gettext("note on a report by {outlet}", outlet=publisher)
        publisher = _plain(site.publisher)
        authors = authors or ((Name(publisher, organisation=True),) if publisher else ())
    if not own and genre and current().code == SOURCE and document.kind.isascii():
        genre = document.kind.casefold() if KINDS.get(document.kind.casefold()) == kind else genre
    path = document_path(document)
    return Work(
        key=document.id,
        kind=kind,
        authors=authors,
        title=_plain(document.title),
        genre=genre,
        container=_plain(site.title) if own else _container(kind, publisher),
        publisher=publisher,
        date=document.date,
        date_words=_plain(document.date_words),
        url="" if own else _plain(document.url).translate(_IN_ADDRESSES),
        accessed=_day(dict(document.extra).get(_CAPTURED, "")),
        language=document.language,
        archive="" if own else _plain(site.title),
        path=path,
        link=site.base_url + path if site.base_url else "",
    )


def page_work(path: str, title: str, site: Site) -> Work:
    """A page of the archive itself, as of the newest source."""
    shown = path.removesuffix("index.html")
    return Work(
        key=path.removesuffix(".html").replace("/", "-"),
        kind="page",
        authors=(),
        title=_plain(title),
        genre="",
        container=_plain(site.title),
        publisher=_plain(site.publisher),
        date=site.newest,
        date_words="",
        url="",
        accessed="",
        language=site.language,
        archive="",
        path=path,
        link=site.base_url + shown if site.base_url else "",
    )


def organisations_of(entities: Iterable[Entity]) -> frozenset[str]:
    """The names of organisations that no person has, in small letters."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for entity in entities:
        found = names[entity.type == "organisation"]
        found.add(entity.name.casefold())
        found.update(alias.name.casefold() for alias in entity.aliases)
    return frozenset(names[True] - names[False])


def _kind(document: Document) -> str:
    """The kind of work that a document is: what it says itself, or what the evidence is for."""
    named = (document.kind, document.format)
    for text in (*named, *(word for name in named for word in _parts(name))):
        if text.casefold() in KINDS:
            return KINDS[text.casefold()]
    if document.thread.message:
        return "email"
    shown = media_kind(document.image or document.item)
    if shown in _OF_MEDIA and len(document.text.split()) <= _SHORT:
        return _OF_MEDIA[shown]
    if any(page.is_moment for page in document.pages):
        return "interview"
    if document.publisher and length(document.date) == DAY:
        return "news"
    if document.url:
        return "page"
    return "report" if document.publisher and document.pages else "document"


def _parts(name: str) -> list[str]:
    """The words of "image/jpeg" or "StillImage; photograph"."""
    return "".join(c if c.isalpha() or c == "-" else " " for c in name).split()


def _container(kind: str, publisher: str) -> str:
    """What a work appeared in. What stands for itself has a publisher instead."""
    return publisher if not WORK_KINDS[kind].whole else ""


def _day(text: str) -> str:
    """A day that a web archive gives; what has that key in other sources may be anything."""
    return text if _DAY.fullmatch(text) else ""


def _plain(text: str) -> str:
    """A text on one line, without characters that change its direction."""
    return " ".join(CONTROLS.sub("", text).split())
