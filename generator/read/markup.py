"""Which markup may be published: known elements with known attributes, and nothing that acts.

`nh3` (Ammonia) leaves no scripts, no styles, no ids, and only http, https and mailto addresses.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import nh3

from generator.model import EMBEDDED, NAMED, SOURCE_LINK

PACKAGES = ("nh3",)  # distributions whose versions can change the body

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "aside",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "pre",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    *HEADINGS,
}
_INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "u",
    "span",
}
_VOID = {"br", "img", "hr"}
_ATTRIBUTES = {
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "*": {"lang", "dir"},
}
# What tells notes, captions and players, and is not published.
_FOR_READING = {"id", "role", "class", "title"}
PLAYERS = {"audio": "recording", "video": "film"}  # with words for those that are elsewhere
REPEATED = "repeated"  # class of an element in which nothing is told; see `Passage.told`
_UNWANTED = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "form",
             "comment"}  # fmt: skip
LINK_REL = "noopener noreferrer nofollow"
WEB = re.compile(r"(https?|mailto):", re.IGNORECASE)
# A tag as `opening_tag` and `generator.read.html_body` write it, and its attributes.
_TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"<>]*)"')
# No scheme but that of links by name, no other host.
_BY_NAME = (NAMED[:-1], EMBEDDED[:-1])
_TO_SOURCE = re.compile(rf"(?:(?:{'|'.join(_BY_NAME)}):)?(?![/\\]{{2}})[^:\"<>\x00-\x1f]{{1,1000}}")
_MARK = re.compile(r'<noteref label="([^"<>]{1,40})"(?: to="(0|[1-9][0-9]{0,8})")?>')
_MEDIA = re.compile(r"media/[0-9a-f]{16}\.[a-z0-9]+")


def sanitised(markup: str) -> str:
    """The markup, well-formed and harmless, with ids and classes that are for reading only."""
    return nh3.clean(
        markup,
        tags=BLOCKS | _INLINE | _VOID | {*PLAYERS, "source"},
        clean_content_tags=_UNWANTED,
        attributes={
            **_ATTRIBUTES,
            **{name: {"src"} for name in (*PLAYERS, "source")},
            "*": _ATTRIBUTES["*"] | _FOR_READING,
        },
        url_schemes={"http", "https", "mailto", *_BY_NAME},  # links by name: for reading only
        link_rel=LINK_REL,
    )


def source_link(values: dict[str, str]) -> str:
    """The opening tag of a link to another source, or to a part of this one; "" if it is none.

    What it leads to is known when all sources have been read (`generator.derive.links`).
    """
    address = values.get("href", "")
    if not address or not _TO_SOURCE.fullmatch(address):
        return ""
    own = {key: value for key, value in values.items() if key in ("lang", "dir")}
    return opening_tag("a", {"href": SOURCE_LINK + address, **own})


def media_path(path: str) -> str:
    """An image's path on the site; its own name would tie addresses to file names."""
    suffix = path[path.rindex(".") :].lower()
    return f"media/{hashlib.sha256(path.encode()).hexdigest()[:16]}{suffix}"


def publishable(name: str, values: dict[str, str]) -> dict[str, str]:
    """Those attributes of an element that are published."""
    known = _ATTRIBUTES.get(name, set()) | _ATTRIBUTES["*"] | {"rel"}
    return {key: value for key, value in values.items() if key in known}


def opening_tag(name: str, values: dict[str, str]) -> str:
    """An opening tag with its attributes, escaped."""
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
    return f"<{name}{attributes}>"


# Marks of tasks that are done, and of those that are not.
TASKS = ('<task done="yes">', '<task done="no">')


def note_mark(label: str, note: int | None) -> str:
    """The mark of a note, which stands outside the words.

    note: number of the note's first passage; None if there is no such note
    """
    to = {} if note is None else {"to": str(note)}
    return opening_tag("noteref", {"label": label, **to})


def parsed_note_mark(tag: str) -> tuple[str, int | None] | None:
    """The label and the note of a mark; None if the tag is none that `note_mark` could write."""
    found = _MARK.fullmatch(tag)
    if not found:
        return None
    label, note = html.unescape(found[1]), int(found[2]) if found[2] else None
    return (label, note) if note_mark(label, note) == tag else None


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that this module or `generator.read.html_body` wrote.

    role: opens an element, closes one, or is one without content
    src: of an image: its path below the site's root; otherwise ""
    """

    role: Literal["open", "close", "void"]
    name: str
    src: str = ""


@lru_cache(maxsize=4096)
def own_tag(text: str) -> Tag | None:
    """The tag that a text is; None if it is not one that could be written here."""
    found = _TAG.fullmatch(text)
    if not found:
        return None
    closing, name, rest = found.groups()
    if text in TASKS:
        return Tag("void", name)
    if name == "noteref":
        return Tag("void", name) if parsed_note_mark(text) else None
    if closing:
        return None if rest or name not in BLOCKS | _INLINE else Tag("close", name)
    values = {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(rest)}
    if text != opening_tag(name, values):
        return None
    if name in _VOID:
        return _own_void(name, values)
    return Tag("open", name) if name in BLOCKS | _INLINE and _are_own(name, values) else None


def _own_void(name: str, values: dict[str, str]) -> Tag | None:
    if name != "img":
        return None if values else Tag("void", name)
    own = [*values] == ["src", "alt", "loading"] and values["loading"] == "lazy"
    return Tag("void", name, values["src"]) if own and _MEDIA.fullmatch(values["src"]) else None


def _are_own(name: str, values: dict[str, str]) -> bool:
    """Whether an element can have these attributes; a link must lead to the web."""
    known = _ATTRIBUTES.get(name, set()) | _ATTRIBUTES["*"]
    if name != "a":
        return values.keys() <= known
    address = values.get("href", "")
    if address.startswith(SOURCE_LINK):
        own = values | {"href": address.removeprefix(SOURCE_LINK)}
        return source_link(own) == opening_tag("a", values)
    web = WEB.match(address)
    return values.keys() <= known | {"rel"} and values.get("rel") == LINK_REL and bool(web)
