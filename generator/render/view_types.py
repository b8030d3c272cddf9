"""What many pages show: links, sources, sentences and entities as finished words.

Views hold only texts, numbers, and tuples and dataclasses of these: never an object of the model.
Addresses are relative to the site's root; a template puts `root` before each.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import base_language
from generator.render.catalogues import current

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address, its words, and whether it is the page one is on."""

    path: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to a year, month or day: its words, its address, how many events it has.

    current: whether it is the page one is on
    """

    label: str
    path: str
    count: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Thumb:
    """A small picture beside a title. Sizes are in pixels.

    alt: what it shows, as the source says; "" where the title must do
    """

    path: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list. `outlet` is "" when the source names no publisher.

    date: ISO, of as much as is known; "" if undated or before our era, which HTML cannot say
    date_text, date_short: the same in words
    language: attributes of an element with its words; see `language_attributes`
    thumb: the small picture of it, if there is one
    """

    path: str
    title: str
    outlet: str
    date: str
    date_text: str
    date_short: str
    kind: str
    language: Markup
    thumb: Thumb | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source and its address.

    before, words, after: the sentence in three parts; `words` is what is marked in it, or "".
        They are HTML where anything in the sentence could turn what stands beside it.
    language: attributes of an element with these words; see `language_attributes`
    pages: where it stands in a source that has pages, "p. 12" or "pp. 2–3"; else ""
    page_path: the address of the first of these pages
    cite: the sentence, with its citation opened
    """

    path: str
    before: str
    words: str
    after: str
    language: Markup
    pages: str = ""
    page_path: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A source with its most important sentence, if it has any text.

    holder: who says that, in words, if the sentence itself does not tell; else ""
    id: of the event that it was published, on the list of sources by date
    """

    source: SourceLine
    lead: Quote | None
    holder: str
    id: str


@dataclass(frozen=True, slots=True)
class Card:
    """A source as a card. `words`: the beginning of what it says, where it has no picture."""

    source: SourceLine
    words: str


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in a list. `share` is its mentions in per cent of the most mentioned one's."""

    path: str
    name: str
    mentions: str
    sources: str
    first: str
    first_text: str
    share: float


def language_attributes(language: str) -> Markup:
    """What marks an element as being in a language: nothing where the whole page is."""
    page = current()
    if language == page.code:
        return Markup("")
    rtl = base_language(language) in _RIGHT_TO_LEFT
    turned = Markup(' dir="rtl"') if rtl else Markup(' dir="ltr"')
    return Markup(' lang="{}"{}').format(language, turned if rtl != page.rtl else "")


def own_attributes() -> Markup:
    """What marks an element within a text in another language as being in that of the page."""
    page = current()
    return Markup(' lang="{}" dir="{}"').format(page.code, "rtl" if page.rtl else "ltr")
