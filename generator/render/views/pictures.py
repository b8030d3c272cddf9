"""Pictures, sound and film as pages show them: with their sizes, so that nothing moves on loading.

A page shows a version of a picture that is fit for it, and links to the file itself. Sound and film
are loaded when a reader plays them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.model import Document, Media, Scaled
from generator.render.catalogues import gettext, message
from generator.render.escaping import escape_text
from generator.render.view_types import Thumb
from generator.render.words import decimal, number

Files = Mapping[str, Media]  # the files that documents show, by their paths below the site's root
_UNITS = (
    (1_000_000, message("{size} MB")),
    (1_000, message("{size} kB")),
    (1, message("{size} bytes")),
)
_WORDS = {
    "picture": message("Picture"),
    "sound": message("Recording"),
    "film": message("Film"),
}
_WHOLE = {
    "picture": message("Full-size picture"),
    "sound": message("Recording"),
    "film": message("Film"),
}
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG"}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The picture, recording or film that a record describes.

    kind: of it; "link" for one that is elsewhere on the web
    path: what the page shows; width, height: in pixels, 0 if unknown
    alt: what is to be seen
    caption: the source's words for it, or ""
    file: the whole file, below the site's root, or its web address
    label: what the link to that is called
    facts: the file's type and size in words, or where it is
    """

    kind: str
    path: str
    width: int
    height: int
    alt: str
    caption: str
    file: Markup
    label: str
    facts: str


def thumb(document: Document, files: Files) -> Thumb | None:
    """The small picture of a document: the one that it describes, or else the first in its text."""
    own = [path for path, source in document.media if source == document.image]
    for path in (*own, *(path for path, _ in document.media)):
        small = files[path].small if path in files else None
        if small:
            alt = document.image_alt if path in own else ""
            return Thumb(small.path, small.width, small.height, alt)
    return None


def exhibits(document: Document, files: Files) -> tuple[Exhibit, ...]:
    """What a record shows: its picture, and the item that it describes."""
    paths = {source: path for path, source in document.media}
    found = []
    for source in filter(None, (document.image, document.item)):
        media = files.get(paths.get(source, ""))
        if media:
            found.append(_exhibit(document, media))
        elif is_elsewhere(source):
            found.append(_elsewhere(document, source))
    return tuple(found)


def _exhibit(document: Document, media: Media) -> Exhibit:
    shown = shown_version(media) if media.kind == "picture" else media
    return Exhibit(
        kind=media.kind,
        path=shown.path,
        width=shown.width if media.width else 0,
        height=shown.height if media.width else 0,
        alt=(media.kind == "picture" and document.image_alt) or document.title,
        caption=document.caption if media.kind == "picture" else "",
        file=Markup(media.path),
        label=gettext(_WHOLE[media.kind]),
        facts=file_facts(media),
    )


def _elsewhere(document: Document, address: str) -> Exhibit:
    """A link: pages load nothing from elsewhere."""
    label = gettext("Picture") if address == document.image else gettext("Item")
    caption = document.caption if address == document.image else ""
    host = urlsplit(address).hostname or address
    return Exhibit(
        "link", "", 0, 0, "", caption, escape(address), label, gettext("at {host}", host=host)
    )


def is_elsewhere(source: str) -> bool:
    """Whether a picture or item is on the web rather than in the archive."""
    return source.startswith(("http://", "https://"))


def file_facts(media: Media) -> str:
    """The type and size of a file: "JPEG, 1 080 × 695 pixels, 101 kB"."""
    suffix = media.path.rpartition(".")[2]
    pixels = (
        gettext("{width} × {height} pixels", width=number(media.width), height=number(media.height))
        if media.width
        else ""
    )
    kind = _FORMATS.get(suffix, suffix.upper())
    return ", ".join(filter(None, (kind, pixels, file_size(media.size))))


def file_size(size: int) -> str:
    """A number of bytes in words: "101 kB", "3.4 MB"."""
    unit, words = next(((u, n) for u, n in _UNITS if size >= u), _UNITS[-1])
    value = size / unit
    exact = decimal(float(f"{value:.1f}")) if unit == 1_000_000 and value < 10 else f"{value:.0f}"
    return gettext(words, size=exact)


def shown_version(media: Media) -> Media | Scaled:
    """What a page shows of a picture: the smaller version where there is one for pages."""
    return media.large or media


def media_html(media: Media, alt: str, root: str, *, linked: bool) -> str:
    """A file in running text.

    root: what leads from the page to the site's root
    linked: whether it stands in a link already
    """
    address, words = f"{root}{media.path}", escape_text(alt or gettext(_WORDS[media.kind]))
    if media.kind == "sound":
        return f'<audio controls preload="none" src="{address}" aria-label="{words}"></audio>'
    if media.kind == "film":
        return f'<video controls preload="none" src="{address}" aria-label="{words}"></video>'
    shown = shown_version(media)
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width else ""
    picture = f'<img src="{root}{shown.path}" alt="{escape_text(alt)}"{size} loading="lazy">'
    if linked or shown is media:
        return picture
    return (
        f'<a class="whole" href="{address}" title="{escape_text(file_facts(media))}">{picture}</a>'
    )
