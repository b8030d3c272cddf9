"""Addresses of pages, all relative to the site's root, with forward slashes.

Every link names a file ("people/index.html"), so that the site can also be read from a folder.
"""

from __future__ import annotations

from generator.ids import slug
from generator.model import Document, Entity, Event, Provenance, Series
from generator.model.dates import MONTH, YEAR, shortened

FEED = "feed.xml"
MENTIONS = "data/mentions.csv"  # the table of all mentions
CHANGES_FEED = "changes/feed.xml"
SERIES_A_PAGE = 10


def document_path(document: Document | str) -> str:
    """The page of a source."""
    return f"sources/{document if isinstance(document, str) else document.id}.html"


def sentence_path(where: Provenance) -> str:
    """The very sentence on the page of its source."""
    return f"{document_path(where.document)}#{where.anchor}"


def citing_path(where: Provenance) -> str:
    """The same, with its citation opened."""
    return f"{document_path(where.document)}?cite#{where.anchor}"


def page_anchors(document: Document) -> tuple[str, ...]:
    """The anchor of each page of a source that has pages: "page-12", by what the page is called.

    That of a moment of a recording is "at-12-30".
    """
    first: dict[str, int] = {}
    anchors = []
    for number, page in enumerate(document.pages):
        plain = slug(page.label) or str(number + 1)
        label = page.label.replace(":", "-") if page.is_moment else page.label
        own = first.setdefault(page.label, number) == number and plain == label
        name = f"{'at' if page.is_moment else page.kind}-{plain}"
        anchors.append(name if own else f"{name}-{number + 1}")
    return tuple(anchors)


def quoted_anchor(anchor: str) -> str:
    """The anchor of a sentence on the picture of its page; `anchor`: of the sentence."""
    return f"on-page-{anchor}"


def entity_path(entity: Entity, number: int = 1, period: str = "") -> str:
    """The page of an entity, or the sentence with its first mention if it has none.

    A long page goes on at /2.html, /3.html. A very long one has pages by `period` ("2012",
    "1998-2003"), which go on at /2012-2.html. What is only listed leads to the source that lists
    it.
    """
    if not entity.has_page and not entity.mentions:
        return document_path(entity.documents[0])
    if not entity.has_page:
        return sentence_path(entity.mentions[0].provenance)
    if period:
        return f"{entity.id}/{period}{f'-{number}' if number > 1 else ''}.html"
    return f"{entity.id}.html" if number == 1 else f"{entity.id}/{number}.html"


def list_path(folder: str, order: str, number: int, *, first: str) -> str:
    """A page of a list in one of its orders; `first` is the order that the list opens with."""
    if order == first and number == 1:
        return f"{folder}/index.html"
    return f"{folder}/by/{order}.html" if number == 1 else f"{folder}/by/{order}-{number}.html"


def timeline_path(period: str = "", number: int = 1) -> str:
    """The timeline's overview, or the page of a year ("2024", "-0043"), a month or a day.

    A long one goes on at /2.html, /3.html.
    """
    return f"timeline/{period or 'index'}{f'/{number}' if number > 1 else ''}.html"


def published_path(period: str = "") -> str:
    """The overview of what was published when, or the page of a year or a month."""
    return f"timeline/published/{period or 'index'}.html"


def claims_path(kind: str = "", number: int = 1) -> str:
    """The list of all claims, or of those of one kind ("denies"); a long one goes on at 2.html."""
    folder = f"claims/{kind}" if kind else "claims"
    return f"{folder}/{number if number > 1 else 'index'}.html"


def holders_path(number: int = 1) -> str:
    """The list of everybody who is quoted; a long one goes on at 2.html."""
    return f"claims/holders/{number if number > 1 else 'index'}.html"


def held_path(entity: Entity, number: int = 1) -> str:
    """The list of all that an entity says; a long one goes on at /2.html."""
    return f"claims/by/{entity.id}{f'/{number}' if number > 1 else ''}.html"


def figures_path(number: int = 1) -> str:
    """The list of series of figures; a long one goes on at 2.html."""
    return f"figures/{number if number > 1 else 'index'}.html"


def changes_path(number: int = 1) -> str:
    """The records of what changed; a long list goes on at 2.html."""
    return f"changes/{number if number > 1 else 'index'}.html"


def series_path(series: Series, number: int = 1) -> str:
    """A series in that list; `number`: of its page."""
    return f"{figures_path(number)}#{series.id}"


def period_of(event: Event) -> str:
    """The shortest period with a page of its own that holds an event: a day, month or year."""
    if event.first == event.last:
        return event.first
    month = shortened(event.first, MONTH)
    return month if month == shortened(event.last, MONTH) else shortened(event.first, YEAR)


def root_of(path: str) -> str:
    """What leads from a page to the site's root: "", "../", "../../"."""
    return "../" * path.count("/")


def is_web(text: str) -> bool:
    """Whether a text is an address on the web."""
    return text.startswith(("https://", "http://")) and " " not in text
