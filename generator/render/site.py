"""What every page knows of the whole site."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import nh3
from markdown import Markdown
from markupsafe import Markup

from generator import __version__
from generator.config import Config
from generator.directions import CONTROLS, unbalanced
from generator.exclusions import covers
from generator.model import INSIDE, Corpus, Document
from generator.name_languages import reads_names
from generator.render.catalogues import current, gettext, language_name, languages_of, message
from generator.render.dates import long_date, machine_date
from generator.render.exports import ending
from generator.render.look import icons_of, logo_path
from generator.render.view_types import Link

# In the menu by default, but for the graph, which pages of people and places lead to.
_NAVIGATION = (
    ("timeline", "timeline/index.html", message("Timeline")),
    ("sources", "sources/index.html", message("Sources")),
    ("people", "people/index.html", message("People")),
    ("organisations", "organisations/index.html", message("Organisations")),
    ("places", "places/index.html", message("Places")),
    ("figures", "figures/index.html", message("Figures")),
    ("claims", "claims/index.html", message("Claims")),
    ("graph", "graph/index.html", message("Connections")),
    ("search", "search/index.html", message("Search")),
)
_UNLISTED = frozenset({"graph"})
HOME = "home"  # the section of the home page; its picture is also that of pages of no section
_SHARED = frozenset(name for name, _, _ in _NAVIGATION) - {"graph", "search"}
UNKNOWN_DAY = "1970-01-01"  # its end completes a date of which only the year or month is known


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture beside the title: its address below the root, and what it shows, or ""."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class IconLink:
    """How pages name an icon; `sizes`: "32x32", or "" for one of any size."""

    rel: str
    path: str
    type: str
    sizes: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages in one language: its code, its name in itself, and its folder ("" or "fr/")."""

    code: str
    name: str
    folder: str


@dataclass(frozen=True, slots=True)
class Site:
    """Facts of the whole site, for the templates.

    language: of the pages
    folder: that they are in, below the root: "", or "fr/"
    editions: the pages in all languages; none where there is only one
    updated: ISO day of the last change: the newest source's, or what SOURCE_DATE_EPOCH says;
        never the clock
    newest, newest_text: date of the newest source, of as much as is known, and in words
    about: the configuration's `about`, as sanitised HTML
    host_root: the site's folder on its host, for the page shown when nothing is found
    names: the setting of what finds names
    search: whether the site has a search of its own
    licence, rights: of the sources that name none
    noindex: patterns of the sources that search engines shall leave out
    logo: None if there is none
    icons: those that pages name
    footer: the configuration's `footer`, as sanitised HTML
    without: sections that the site does not have
    changes: whether it shows records of what changed
    packed: what the names of large data files end in: ".gz", or "" if they are not packed
    """

    language: str
    folder: str
    editions: tuple[Edition, ...]
    title: str
    description: str
    about: Markup
    publisher: str
    base_url: str
    host_root: str
    updated: str
    newest: str
    newest_text: str
    version: str
    navigation: tuple[tuple[str, Link], ...]
    names: str
    search: bool
    licence: str
    rights: str
    noindex: tuple[str, ...]
    logo: Logo | None
    icons: tuple[IconLink, ...]
    footer: Markup
    without: tuple[str, ...]
    changes: bool
    packed: str

    @property
    def shared(self) -> tuple[str, ...]:
        """The sections whose pages have a picture for networks, the home page first.

        Networks want its full address, so there is none without the site's.
        """
        if not self.base_url:
            return ()
        return (HOME, *(name for name, _ in self.navigation if name in _SHARED))

    def is_hidden(self, document: Document) -> bool:
        """Whether search engines shall leave a source out."""
        path = document.path.partition(INSIDE)[0]
        return not document.search_engines or any(covers(one, path) for one in self.noindex)

    def reads_names(self, language: str) -> bool:
        """Whether names in a language are found though no front matter lists them."""
        return reads_names(self.names, language)


def _navigation(corpus: Corpus, config: Config) -> tuple[tuple[str, Link], ...]:
    """The menu: as the project wants it, or all sections with the own pages before the search."""
    left_out = {*config.hide}
    left_out |= {"claims"} if not corpus.claims else set()
    left_out |= {"figures"} if not corpus.series else set()
    sections = {
        name: (name, Link(path, gettext(label)))
        for name, path, label in _NAVIGATION
        if name not in left_out
    }
    own = {
        page.shown.rpartition(".")[0]: (page.path, Link(page.path, page.label or page.title))
        for page in corpus.own_pages
    }
    if config.menu:
        known = sections | own
        return tuple(known[name] for name in config.menu if name in known)
    listed = {page.path for page in corpus.own_pages if page.label}
    first = [entry for name, entry in sections.items() if name not in {*_UNLISTED, "search"}]
    ours = [entry for entry in own.values() if entry[0] in listed]
    return (*first, *ours, sections["search"])


def _editions(config: Config) -> tuple[Edition, ...]:
    codes = languages_of(config)
    if len(codes) == 1:
        return ()
    # The first stays where it would be alone, so that no address changes with a further language.
    folders = ["", *(f"{code}/" for code in codes[1:])]
    return tuple(Edition(c, language_name(c), f) for c, f in zip(codes, folders, strict=True))


def _written(text: str) -> Markup:
    """A text of the configuration in Markdown, as sanitised HTML without pictures."""
    own = CONTROLS.sub("", text) if unbalanced(text) else text
    found = Markdown(extensions=["tables", "sane_lists"]).convert(own)
    return Markup(nh3.clean(found, tags=nh3.ALLOWED_TAGS - {"img"}))


def make_site(corpus: Corpus, config: Config) -> Site:
    """The site of a corpus, in the language in which it is made."""
    latest = next((d.date for d in corpus.documents if d.date), "")
    newest = machine_date(latest)
    day = config.as_of or newest + UNKNOWN_DAY[len(newest) :]
    editions = _editions(config)
    return Site(
        language=current().code,
        folder=next((e.folder for e in editions if e.code == current().code), ""),
        editions=editions,
        title=config.title,
        description=config.description,
        about=_written(config.about),
        publisher=config.publisher,
        base_url=config.base_url,
        host_root=urlsplit(config.base_url).path or "/",
        updated=day,
        newest=newest,
        newest_text=long_date(latest),
        version=__version__,
        navigation=_navigation(corpus, config),
        names=config.names,
        search=config.search,
        licence=config.licence,
        rights=config.rights,
        noindex=config.noindex,
        logo=Logo(quote(logo_path(config)), config.logo_alt) if config.logo else None,
        icons=tuple(
            IconLink(one.rel, one.path, one.type, f"{one.size}x{one.size}" if one.size else "")
            for one in icons_of(config)
            if one.rel
        ),
        footer=_written(config.footer),
        without=config.hide,
        changes=bool(corpus.changes) and "changes" not in config.hide,
        packed=ending(len(corpus.documents)),
    )
