"""Which markup may be published: known elements with known attributes, and nothing that acts.

`nh3` (Ammonia) leaves no scripts, no styles, no ids, and only http, https and mailto addresses.
"""

from __future__ import annotations

import hashlib
import html
import re

import nh3

PACKAGES = ("nh3",)  # distributions whose versions can change the body

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = {
    "p",
    "div",
    "section",
    "article",
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
_UNWANTED = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "form"}
WEB = re.compile(r"(https?|mailto):", re.IGNORECASE)
# A tag as `opening_tag` and `generator.read.layout` write it, and its attributes.
_TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"<>]*)"')
_OWN_ATTRIBUTES = {"rel", "loading"}


def sanitised(markup: str) -> str:
    """The markup, well-formed and harmless."""
    return nh3.clean(
        markup,
        tags=BLOCKS | _INLINE | _VOID,
        clean_content_tags=_UNWANTED,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )


def media_path(path: str) -> str:
    """An image's path on the site; its own name would tie addresses to file names."""
    suffix = path[path.rindex(".") :].lower()
    return f"media/{hashlib.sha256(path.encode()).hexdigest()[:16]}{suffix}"


def opening_tag(name: str, values: dict[str, str]) -> str:
    """An opening tag with its attributes, escaped."""
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
    return f"<{name}{attributes}>"


def is_harmless(text: str) -> bool:
    """Whether a tag is one that this module can write; to check tags that come from a cache."""
    found = _TAG.fullmatch(text)
    if not found:
        return False
    closing, name, rest = found.groups()
    attributes = dict(_ATTRIBUTE.findall(rest))
    known = _ATTRIBUTES.get(name, set()) | _ATTRIBUTES["*"] | _OWN_ATTRIBUTES
    if name not in BLOCKS | _INLINE | _VOID or attributes.keys() - known:
        return False
    if "src" in attributes and not re.fullmatch(r"media/[0-9a-f]{16}\.[a-z]+", attributes["src"]):
        return False
    web = "href" not in attributes or WEB.match(html.unescape(attributes["href"]))
    return bool(web) and not (closing and rest)
