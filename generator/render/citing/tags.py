"""What programs read in a page's head and beside its title to cite it.

- The tags of Highwire Press, as Google Scholar, Zotero and Mendeley read them
  (scholar.google.com/intl/en/scholar/inclusion.html).
- Dublin Core in HTML (DCMI, Expressing Dublin Core in HTML, 2008).
- The times of Open Graph's articles (ogp.me).
- COinS (OpenURL, ANSI/NISO Z39.88-2004, in a span): the original work of a source.

Zotero takes a date from any `<time>` of a page whose tags give none; so an undated page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.model.dates import is_before_our_era
from generator.render.citing.names import Name
from generator.render.citing.works import Work
from generator.render.dates import long_date
from generator.render.site import Site

_UNDATED = "n.d."
_MEDIA = {"picture": "StillImage", "film": "MovingImage", "sound": "Sound"}  # DCMI Type


@dataclass(frozen=True, slots=True)
class Tag:
    """A meta element. `attribute`: "name", or "property" for those of Open Graph."""

    attribute: str
    name: str
    content: Markup


def tags(work: Work, site: Site) -> tuple[Tag, ...]:
    """The tags of the page that shows a work, or is one."""
    named = [("name", name, content) for name, content in (*_highwire(work), *_dublin_core(work))]
    if work.date and not work.date_words and not is_before_our_era(work.date) and not work.own:
        named.append(("property", "article:published_time", work.date))
    if site.newest:
        named.append(("property", "article:modified_time", site.updated))
    return tuple(Tag(a, name, escape(content)) for a, name, content in named if content)


def _highwire(work: Work) -> Iterator[tuple[str, str]]:
    yield "citation_title", work.title
    alone = len(work.authors) == 1
    yield from (("citation_author", _listed(name, alone=alone)) for name in work.authors)
    if is_before_our_era(work.date):
        pass  # there is no such year
    elif work.date_words:
        yield "citation_year", work.date[:4]
    else:
        yield "citation_publication_date", work.date.replace("-", "/")
    yield "citation_publisher", work.publisher
    yield "citation_language", work.language
    yield "citation_fulltext_html_url", work.link


def _listed(name: Name, *, alone: bool) -> str:
    """An author as programs take it apart.

    Without a comma Zotero takes the last word of an organisation for a surname; a comma in the only
    author, with spaces on both sides, it takes for one between two authors.
    """
    if name.whole:
        return f"{name.family}," if " " in name.family else name.family
    divided = alone and " " in name.family and " " in name.given
    return name.straight if divided else name.inverted


def _dublin_core(work: Work) -> Iterator[tuple[str, str]]:
    yield "z:itemType", work.facts.zotero  # the vocabulary of Zotero
    yield "DC.source", work.container
    of_archive = work.own and work.kind == "page"
    if not work.date or not of_archive:
        yield "DC.date", dated(work) or _UNDATED
    if of_archive:
        return  # the tags of Highwire Press say the same of it
    yield "DC.title", work.title
    yield from (("DC.creator", name.inverted) for name in work.authors)
    yield "DC.publisher", work.publisher
    yield "DC.type", _MEDIA.get(work.kind, "Text")
    yield "DC.language", work.language
    yield "DC.identifier", work.link
    yield "DC.relation", work.url


def dated(work: Work) -> str:
    """The date in ISO form, or in words where that form would say more or less than the source."""
    return work.date_words or (long_date(work.date) if is_before_our_era(work.date) else work.date)


def coins(work: Work) -> Markup:
    """The original work as the title of a COinS span; "" for the archive's own pages and notes."""
    if work.own:
        return Markup("")
    values = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rfr_id", "info:sid/sourcebook"),
        ("rft.type", work.facts.zotero),
        ("rft.title", work.title),
        *(("rft.creator", _listed(name, alone=False)) for name in work.authors),
        ("rft.date", dated(work)),
        ("rft.source", work.container),
        ("rft.publisher", work.publisher),
        ("rft.language", work.language),
        ("rft_id", work.url),
    ]
    return escape("&".join(f"{key}={quote(value, safe='')}" for key, value in values if value))
