"""What the pictures show that networks put beside a link: one for each kind of page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.config import Config
from generator.model import FOLDERS, Series
from generator.model.dates import DAY, Day, chronological, length
from generator.render.catalogues import messages
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date, span
from generator.render.drawings.canvas import drawable
from generator.render.drawings.share_image import ShareImage, Steps
from generator.render.look import accent_in_use
from generator.render.site import HOME, Site
from generator.render.views.series_views import series_title
from generator.render.words import count, decimal

_NAMES = 8  # of the most mentioned, as far as there is room
_NOUNS = {
    "person": messages("person", "people"),
    "organisation": messages("organisation", "organisations"),
    "place": messages("place", "places"),
}


def share_images(index: CorpusIndex, site: Site, config: Config) -> Iterator[ShareImage]:
    """The picture of each section."""
    accent = accent_in_use(config).light
    for name in site.shared:
        if name == HOME:
            facts = (_counted(index), _published(index))
            yield ShareImage(HOME, site.title, site.publisher, facts, accent)
        else:
            yield _of_section(index, site, name, accent)


def _of_section(index: CorpusIndex, site: Site, name: str, accent: str) -> ShareImage:
    label = next(link.label for section, link in site.navigation if section == name)
    corpus = index.corpus
    facts: tuple[str, ...] = ()
    if name == "sources":
        outlets = Counter(d.outlet for d in corpus.documents if d.outlet)
        leading = sorted(outlets, key=lambda outlet: (-outlets[outlet], outlet))
        facts = (_sources(index), _published(index), _names(leading))
    elif name == "timeline":
        days = [day for e in index.reported for day in (e.first, e.last)]
        when = span(min(days, key=chronological), max(days, key=chronological)) if days else ""
        facts = (count(len(index.reported), "event", "events"), when)
    elif name == "claims":
        facts = (count(len(corpus.claims), "claim", "claims"), _sources(index))
    elif name == "figures":
        return _figures(index, site, label, accent)
    for kind, folder in FOLDERS.items():
        if folder == name:
            ours = [e for e in index.with_page if e.type == kind]
            facts = (count(len(ours), *_NOUNS[kind]), _names([e.name for e in ours]))
    return ShareImage(name, label, site.title, facts, accent)


def _figures(index: CorpusIndex, site: Site, label: str, accent: str) -> ShareImage:
    """The picture of the series with the most figures that can be drawn."""
    for series in index.corpus.series:
        steps = _steps(series)
        if steps:
            title = series_title(index, series)
            return ShareImage("figures", title, site.title, (), accent, steps)
    return ShareImage("figures", label, site.title, (_sources(index),), accent)


def _steps(series: Series) -> Steps | None:
    """The highest figure of each day; None for fewer than two days."""
    highest: dict[str, float] = {}
    for point in series.figures:
        if length(point.as_of) >= DAY:
            highest[point.as_of] = max(point.figure.high, highest.get(point.as_of, 0))
    days = sorted(highest, key=chronological)
    if len(days) < 2:
        return None
    ends = days[0], days[-1]
    return Steps(
        tuple((Day.parse(day).number, highest[day]) for day in days),
        (long_date(ends[0]), long_date(ends[1])),
        (decimal(highest[ends[0]]), decimal(highest[ends[1]])),
    )


def _sources(index: CorpusIndex) -> str:
    return count(len(index.corpus.documents), *messages("source", "sources"))


def _counted(index: CorpusIndex) -> str:
    """How much the archive has of everything."""
    words = [_sources(index)]
    for kind, nouns in _NOUNS.items():
        found = sum(e.type == kind for e in index.with_page)
        words += [count(found, *nouns)] if found else []
    return " · ".join(words)


def _published(index: CorpusIndex) -> str:
    """From when to when the sources were published."""
    dates = [d.date for d in index.corpus.documents if d.date]
    if not dates:
        return ""
    return span(min(dates, key=chronological), max(dates, key=chronological))


def _names(names: list[str]) -> str:
    """The first of some names that can be drawn."""
    return ", ".join([name for name in names if drawable(name)][:_NAMES])
