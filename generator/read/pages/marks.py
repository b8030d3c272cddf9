"""What pages call their parts, in tags, classes and ids, and what they declare in their head.

Sites name the parts that are not the article much alike, whatever the language of their texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.lang.words import words as words_of

# Of comments, other articles and the page around them. A class is compared as a whole or by its
# parts between hyphens and underscores ("c-related__list").
_OTHERS = words_of(
    "comment comments commentlist respond disqus related recommended recommendation recommendations"
    " more morelinks readmore teaser teasers promo promos promoted outbrain taboola sidebar"
    " newsletter subscribe subscription paywall cookie cookies consent banner share sharing social"
    " sociallinks breadcrumb breadcrumbs pagination pager popular trending sponsored advertisement"
    " advert ads ad nav navbar navigation menu masthead toolbar skip footer sitefooter"
)
_PLAIN = words_of("main content article story body post entry text")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_OUTSIDE = frozenset(("nav", "aside", "form", "menu", "dialog"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "object", "select",
                     "textarea", "input", "option", "datalist", "canvas", "audio", "video",
                     "head", "comment"))  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)


def is_unseen(element: Any) -> bool:
    """Whether a browser shows no text of an element."""
    return not isinstance(element.tag, str) or element.tag in _UNSEEN or is_hidden(element)


def is_hidden(element: Any) -> bool:
    """Whether an element has been made invisible."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def is_outside(element: Any) -> bool:
    """Whether an element is a part of the page or of others, not of the article."""
    return element.tag in _OUTSIDE or is_others(element)


def is_others(element: Any) -> bool:
    """Whether an element is called a comment, another article, or a part of the page around it."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(map(_is_others_name, names[:20]))


def _is_others_name(name: str) -> bool:
    if name.lower() in _OTHERS:
        return True
    parts = [part.lower() for part in _PARTS.findall(name[:100])]
    # "ad-free-content" is a part of the article.
    return bool(parts) and parts[0] in _OTHERS | {"c", "js"} and not _PLAIN.intersection(parts)


def is_inside_others(element: Any) -> bool:
    """Whether an element or one around it is not of the article."""
    return any(is_outside(e) for e in (element, *element.iterancestors()))


def words(element: Any) -> list[str]:
    """The words of an element."""
    return str(element.text_content()).split() if element is not None else []


def size(element: Any) -> int:
    """Number of characters that are not white space."""
    return sum(map(len, words(element)))


def declared(tree: Any) -> Iterator[tuple[str, str]]:
    """Name and content of each `<meta>` in the head, with the name in small letters."""
    for meta in tree.xpath("//head//meta[@content]|/html/meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.lower(), meta.get("content")
