"""Web archives: WARC, ARC and WACZ. Each page in one is a source of its own, with its address.

When it was captured is shown with it; that is not when it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.inside import member
from generator.read.privacy import private
from generator.read.web_archive import Capture, Pages, pages_of

SUFFIXES = (".warc", ".wacz", ".arc")
BINARY = True
CONTAINER = True
PACKAGES = ("warcio", "brotli")


def read_source(source: Source) -> Drafts:
    """The pages in an archive, in its order."""
    pages = pages_of(source.data)
    problems = [
        problem(source, 0, "warning", message, "Save or download it again.")
        for message in pages.damaged
    ]
    captures, same = _different(pages)
    if not captures:
        message = "No pages were found in it."
        problems.append(
            problem(source, 0, "error", message, "Look at it with a web archive player.")
        )
    inside = tuple(
        member(
            source,
            one.name,
            one.data,
            {"url": one.url, "captured": one.day, **private({"robots": one.robots})},
        )
        for one in captures
    )
    notes = tuple(problem(source, 0, "note", message) for message in _left_out(pages, same))
    return Drafts((), tuple(problems), notes, inside)


def _different(pages: Pages) -> tuple[list[Capture], int]:
    """The pages, and how many more have the content of another."""
    found: dict[bytes, Capture] = {}
    for one in pages.captures.values():
        found.setdefault(one.data, one)
    return list(found.values()), len(pages.captures) - len(found)


def _left_out(pages: Pages, same: int) -> Iterator[str]:
    """What of an archive is not published, and how much of it.

    same: how many pages have the content of another
    """
    if pages.answers:
        yield f"Answers without a page, such as redirects and errors: {pages.answers:,}."
    if pages.files:
        yield f"Files other than pages, such as pictures and frames: {pages.files:,}."
    if pages.referring:
        yield f"Records that only refer to earlier ones: {pages.referring:,}."
    if pages.earlier:
        yield f"Earlier captures of pages of which the last is published: {pages.earlier:,}."
    if same:
        yield f"Pages with the content of another, published once: {same:,}."
    if pages.packed:
        yield f"Pages that cannot be unpacked, or are larger than 100 MB: {pages.packed:,}."
