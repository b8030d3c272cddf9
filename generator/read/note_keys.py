"""The keys of front matter that other programs use, by ours; docs/sources.md lists them.

A key that means one of ours is taken for it, unless the head has ours, too. What only says how a
program is to show a page is left out. Links in values ("[[Ann Lee]]") are the words they show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import PUBLISH

# Of Hugo, Jekyll, Eleventy, Astro, Quartz, Obsidian, Zettlr, Pandoc and Quarto.
OURS = {
    "title": "headline",
    "date": "pubdate publishdate publisheddate datepublished publishedat publishedon "
    "publicationdate dateposted issued",
    "tags": "categories category keywords keyword tag topics topic subjects subject",
    "author": "byline writer creator creators",
    "summary": "excerpt abstract standfirst dek",
    "url": "canonical canonicalurl originalurl sourceurl externalurl source",
    "language": "locale",
    "people": "persons",
}
IGNORED = """
    bibliography bookcollapsesection bookhidden bookmenulevel booktoc cascade comments cover csl
    cssclass cssclasses disableshare draft editor eleventynavigation enabletoc execute hidemeta
    includes jupyter kernelspec lastmod layout linktitle markup math mathjax menu modified navorder
    order output outputs permalink position private publish robots showtoc sidebar sidebarposition
    sitemap slug template toc translationkey unlisted updated weight zettelkasten
"""
_IGNORED = frozenset(IGNORED.split())
_OUR_KEY = {name: ours for ours, names in OURS.items() for name in names.split()}
_LISTS = frozenset({"tags", "author", "people"})
_NOT_KEY = re.compile(r"[\W_]+")
_LINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_DATE = re.compile(r"\s*\d{4}\b")


def with_our_keys(
    fields: Mapping[str, object], lines: Mapping[str, int]
) -> tuple[dict[str, object], dict[str, int]]:
    """The metadata by our keys where theirs mean the same, and the line of each key."""
    given = {key.strip().lower() for key in fields}
    found: dict[str, object] = {}
    places: dict[str, int] = {}
    for key, value in fields.items():
        name = _name(key, value)
        if name == key or name in _LISTS or name not in (*given, *found):
            value = _without_links(value)
        elif name:
            name = key
        if not name:
            continue
        if name in found and name in _LISTS:
            found[name] = [*_listed(found[name]), *_listed(value)]
        else:
            found[name] = value
            places[name] = lines.get(key, 1)
    return found, places


def _name(key: str, value: object) -> str:
    """Our name of a key, the key itself where we have none, "" for one that is left out."""
    plain = _NOT_KEY.sub("", key).casefold()
    text = str(value)
    if plain == "published":  # a date, or whether it is
        return "date" if _DATE.match(text) else ""
    if plain == "publish" and text.strip().lower() in PUBLISH:
        return plain
    if plain in ("url", "permalink") and text.startswith("/"):
        return ""
    ours = _OUR_KEY.get(plain, key)
    if ours == "url" and plain != "url" and not text.startswith(("http:", "https:")):
        return key
    return "" if plain in _IGNORED else ours


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [part for part in re.split("[;,]", str(value)) if part.strip()] if value else []


def _without_links(value: object) -> object:
    """The value with the words of its links. Without quotation marks YAML takes one for a list."""
    if isinstance(value, str):
        return _LINK.sub(r"\1", value)
    if isinstance(value, list):
        flat = [one[0] if isinstance(one, list) and len(one) == 1 else one for one in value]
        return [_LINK.sub(r"\1", one) if isinstance(one, str) else one for one in flat]
    return value
