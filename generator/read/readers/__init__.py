"""One module for each format of source files; every module of this folder is a reader.

To support another format, add a module with

    SUFFIXES     the suffixes of its files, in lower case with the full stop: (".docx",)
    BINARY       False: the files are text, and bytes that cannot be text are refused beforehand
                 ("Not a text file"); `generator.read.decode` makes text of them.
                 True: the reader gets whatever bytes the file has
    PACKAGES     the distributions, as they are called on PyPI, whose versions can change what the
                 reader finds: ("python-docx",). Sources are read again after an upgrade of them
    read_source  from a `Source` to `Drafts`: for each document its metadata as they stand in the
                 source, and its body as plain blocks or as HTML. Of a table, a `Table`:
                 `generator.read.records` makes the drafts

A format whose files hold others (mail, archives) says `CONTAINER = True`. Its reader gives them as
`Drafts.inside`, made by `generator.read.inside.member`; each is read by the reader for it, under a
path such as "box.mbox!/17/letter.pdf". A container must be cheap and safe to take apart: what it
holds is read apart from it, each source within its own limits of time and memory.

A format that a library in C reads, which a hostile file may break, says `NATIVE = True`. Its reader
has `read_configured` and may be called in a process of its own. For each page that it has read it
calls `generator.more_time.more_time`.

A reader takes the file apart and does nothing else. Checking the metadata, the title, sanitising,
splitting into passages and sentences are the same for all formats and come later, so that a reader
may pass on unsafe HTML and dates in any form. Whatever is wrong with the source goes into
`Drafts.problems`; a file that is not read at all raises `Refused`. Any other exception is caught
and reported as a file that cannot be read. `generator.read.zips` opens archives, `.xml` parses XML,
and `.extras` has libraries that not everybody installs. A reader depends on the bytes and the name
of the source alone: no clock, no network, no other files. One that needs a setting, or the day on
which embargoes are judged, has `read_configured(source, config)` as well, which is used instead;
`generator.engine.fingerprint` must then know that setting.

Metadata use the keys of front matter (see `generator.read.fields`). `Draft.origin` says where they
were found; `reason("metadata", of="document")` reads "metadata of the document" on pages. Another
code must be known to `generator.read.possible`, too, or the cache is not used for these sources.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from generator.model import Source, media_kind
from generator.read.decode import is_text
from generator.read.draft import Drafts
from generator.read.formats import COMPOUND_FILE, format_of
from generator.read.mail.boxes import mail_suffix
from generator.read.scans.hocr import is_hocr
from generator.read.table import Table

_TEXTS = frozenset({"", ".txt", ".text"})
_LOOSE = _TEXTS | {".html", ".htm", ".xhtml"}
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<?xml version")
_FRONT_MATTER = re.compile(
    rb"(?:<!--[^>]*-->\s*)?(?:-{3}|\+{3})[ \t]*\r?[\r\n]+[\"']?[a-z_][\w-]*[\"']?[ \t]*[:=]"
)
# Of archives that hold any files, which are not read.
PACKED = frozenset((".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar"))
_HEAD = 500  # bytes that show what a file is


class Reader(Protocol):
    """A module that reads one format; see above."""

    SUFFIXES: tuple[str, ...]
    BINARY: bool
    PACKAGES: tuple[str, ...]

    def read_source(self, source: Source, /) -> Drafts | Table:
        """The documents of one source, and what is wrong with it."""


@cache
def all_readers() -> tuple[Reader, ...]:
    """All readers, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast(Reader, import_module(f"{__name__}.{name}")) for name in names)


def reader_for(path: str, data: bytes = b"") -> Reader | None:
    """The reader for a file, by what it is and by its suffix; None when there is none.

    What is not text is known by its content (see `generator.read.formats`). A text, a file without
    suffix and what is called .doc may be a web page; a text or a file without a known suffix may be
    a message or a mailbox; any text may begin with front matter, which the reader of Markdown
    knows, and pages are Markdown, too.
    """
    suffix = format_of(data) or suffix_of(path)
    if suffix == ".doc" and not data.startswith(COMPOUND_FILE) and is_text(data):
        suffix = ".txt"
    if suffix in _LOOSE:
        # An old Mac's line ends, UTF-16 and a byte order mark do not hide what it is.
        start = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
        if _FRONT_MATTER.match(start):
            suffix = ".md"
        elif suffix in _TEXTS:
            suffix = ".html" if start.startswith(_PAGE) else ".txt"
            suffix = mail_suffix(data) or suffix
    elif suffix not in known_suffixes() and not media_kind(path):
        suffix = mail_suffix(data) or suffix
    if suffix in (".html", ".htm", ".xhtml") and is_hocr(data):
        suffix = ".hocr"
    if suffix in (".png", ".jpg", ".jpeg"):
        suffix = ".tif"
    return next((reader for reader in all_readers() if suffix in reader.SUFFIXES), None)


def is_container(reader: Reader) -> bool:
    """Whether the files of a format hold others."""
    return bool(getattr(reader, "CONTAINER", False))


def is_native(reader: Reader) -> bool:
    """Whether a library in C reads a format, so that a file may end the process."""
    return bool(getattr(reader, "NATIVE", False))


def known_suffixes() -> tuple[str, ...]:
    """All suffixes that can be read, sorted."""
    return tuple(sorted(suffix for reader in all_readers() for suffix in reader.SUFFIXES))


def suffix_of(path: str) -> str:
    """The suffix of a file name in lower case, with its full stop; "" when it has none."""
    name = path.rsplit("/", 1)[-1]
    return name[name.rindex(".") :].lower() if "." in name else ""
