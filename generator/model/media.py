"""Files that sources show: pictures, sound and film."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

MediaKind = Literal["picture", "sound", "film"]

# By suffix. SVG is left out: it can carry scripts.
MEDIA_KINDS: Mapping[str, MediaKind] = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"), "picture"),
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac"), "sound"),
    **dict.fromkeys((".mp4", ".m4v", ".webm", ".ogv"), "film"),
}


def media_kind(path: str) -> MediaKind | None:
    """What kind of file a path is by its suffix; None for what is read as a source."""
    name = path.rsplit("/", 1)[-1]
    return MEDIA_KINDS.get(name[name.rindex(".") :].lower()) if "." in name else None


@dataclass(frozen=True, slots=True)
class Scaled:
    """A picture that was made for the site, without metadata: a smaller version, or of a page.

    path: below the site's root
    width, height: in pixels
    size: in bytes
    digest: SHA-256 of its bytes, in hexadecimal
    """

    path: str
    width: int
    height: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Media:
    """A file that sources show, published as it is.

    path: below the site's root
    source: below the seeds folder
    file: where it is on this machine
    digest: SHA-256 of its bytes, in hexadecimal
    size: in bytes
    kind: of the file
    width, height: of a picture, in pixels and upright; 0 if unknown
    small: for lists; None if there is none
    large: for pages, where the file itself is too large for them; otherwise None
    """

    path: str
    source: str
    file: str
    digest: str
    size: int
    kind: MediaKind
    width: int = 0
    height: int = 0
    small: Scaled | None = None
    large: Scaled | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a source, offered as it is.

    document: id of the document
    path: below the site's root
    file: where it is on this machine
    digest: SHA-256 of its bytes, in hexadecimal
    size: in bytes
    """

    document: str
    path: str
    file: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The picture of a page of a source that has pages, a WebP file without metadata.

    document: id of the document
    page: index of the page in the document's pages
    source_digest: SHA-256 of the source's bytes, in hexadecimal
    picture: where it is on the site, its measures and its digest
    """

    document: str
    page: int
    source_digest: str
    picture: Scaled


# The bytes of the picture of a page.
ReadPage = Callable[[PagePicture], bytes]
# The bytes of a file, or of a smaller version of a picture.
ReadMedia = Callable[[Media, Scaled | None], bytes]
# The bytes of the file of a source.
ReadOriginal = Callable[[Original], bytes]
