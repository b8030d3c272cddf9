"""What the sources say of an entity; where that is much, by year.

Of a few sentences all are quoted; of many, the most telling one of each source, with a link to the
others there. A long one has an overview and pages by the years of its sources. Years with only a
handful of sentences share a page with those next to them, so that no page has a lone sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Entity, Provenance
from generator.model.dates import YEAR, chronological, shortened, year_of
from generator.render.catalogues import ngettext
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date, year_range
from generator.render.pagination import split
from generator.render.urls import entity_path, sentence_path
from generator.render.view_types import Jump, Quote, SourceLine
from generator.render.words import number

_ALL = 20  # sentences up to which all are quoted
_MOST = 200  # quoted sentences above which a name has pages by year
_A_PAGE = 100  # sentences on a page of a year
SOURCES_A_PAGE = 50
_HANDFUL = 10  # sentences that need no page of their own
_TELLING = 12  # sentences of an overview

Sentences = Mapping[str, Sequence[Provenance]]
Item = tuple[str, Provenance | None]


@dataclass(frozen=True, slots=True)
class SourceQuotes:
    """What one source says of an entity: its sentences, each once.

    more: how many others it has, "" if none; more_path: the first of them
    """

    source: SourceLine
    quotes: tuple[Quote, ...]
    more: str = ""
    more_path: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or years that share a page, with what is said then.

    title: its years in words
    paths: of its pages
    pages: what stands on each: documents with one sentence, or None where there is none
    """

    title: str
    paths: tuple[str, ...]
    pages: tuple[tuple[Item, ...], ...]

    @property
    def total(self) -> int:
        """How many sentences it has."""
        return sum(map(_number, self.pages))


def sentences(entity: Entity) -> Sentences:
    """The sentences on an entity by document; one that names it twice is there once."""
    found: dict[str, dict[str, Provenance]] = {name: {} for name in entity.documents}
    for mention in entity.mentions:
        where = mention.provenance
        found[where.document].setdefault(where.anchor, where)
    return {name: tuple(own.values()) for name, own in found.items()}


def quoted(index: CorpusIndex, found: Sentences) -> Sentences:
    """The sentences that pages quote, by document: all, or of many one for each source.

    That is the most important one of the source, if it names the entity, else the first.
    """
    if sum(map(len, found.values())) <= _ALL:
        return found
    return {name: (_chosen(index, name, own),) if own else () for name, own in found.items()}


def _chosen(index: CorpusIndex, name: str, own: Sequence[Provenance]) -> Provenance:
    lead = index.leads.get(name)
    return next((where for where in own if lead and where.anchor == lead.anchor), own[0])


def sayings(
    index: CorpusIndex, items: Iterable[Item], found: Sentences
) -> tuple[SourceQuotes, ...]:
    """What some sources say, as pages show it; sentences of one source come one after another.

    found: all the sentences of each
    """
    by_source = groupby(items, key=lambda item: item[0])
    return tuple(
        _said(index, name, [where for _, where in own if where], found[name])
        for name, own in by_source
    )


def _said(
    index: CorpusIndex, name: str, own: Sequence[Provenance], every: Sequence[Provenance]
) -> SourceQuotes:
    shown = {where.anchor for where in own}
    rest = [where for where in every if where.anchor not in shown] if len(own) == 1 else []
    more = ngettext(
        "{number} more sentence there", "{number} more sentences there", len(rest),
        number=number(len(rest)),
    )  # fmt: skip
    return SourceQuotes(
        index.source_line(name),
        tuple(index.quote(where, point_out=True) for where in own),
        more if rest else "",
        sentence_path(rest[0]) if rest else "",
    )


def items_of(found: Sentences, documents: Iterable[str]) -> list[Item]:
    """The sentences of some documents, one by one."""
    return [(name, where) for name in documents for where in found[name] or (None,)]


def places_of(items: Iterable[Item]) -> frozenset[tuple[str, str]]:
    """Where quoted sentences stand: documents and anchors."""
    return frozenset((where.document, where.anchor) for _, where in items if where)


def telling(index: CorpusIndex, found: Sentences) -> list[Item]:
    """One sentence from each of the sources that say most, in their order; none twice."""
    chosen: dict[str, Item] = {}  # by anchor, which is the same for the same words
    for name in sorted(found, key=lambda name: -len(found[name])):
        if found[name] and len(chosen) < _TELLING:
            where = _chosen(index, name, found[name])
            chosen.setdefault(where.anchor, (name, where))
    names = dict(chosen.values())
    return [(name, names[name]) for name in found if name in names]


def periods(index: CorpusIndex, entity: Entity, found: Sentences) -> tuple[Period, ...]:
    """The pages by year, what is undated last; none where few sentences are quoted."""
    found = quoted(index, found)
    if sum(map(len, found.values())) <= _MOST:
        return ()
    years: dict[str, list[str]] = {}
    for name in found:
        years.setdefault(shortened(index.documents[name].date, YEAR), []).append(name)
    items = {
        year: items_of(found, years[year])
        for year in sorted(years, key=lambda year: (not year, chronological(year)))
    }
    return tuple(
        _period(entity, span, [item for year in span for item in items[year]])
        for span in _spans({year: _number(own) for year, own in items.items()})
    )


def paths_by_source(entity: Entity) -> list[str]:
    """The addresses of the pages of an entity where there are none by year."""
    pages = len(split(entity.documents, SOURCES_A_PAGE))
    return [entity_path(entity, n) for n in range(1, pages + 1)]


def page_paths(index: CorpusIndex, entity: Entity) -> list[str]:
    """The addresses of all pages of an entity."""
    by_year = periods(index, entity, sentences(entity))
    if not by_year:
        return paths_by_source(entity)
    return [entity_path(entity), *(path for period in by_year for path in period.paths)]


def jumps(found: Sequence[Period], current: Period | None = None) -> tuple[Jump, ...]:
    """Links to the pages by year, with how many sentences they have."""
    return tuple(Jump(p.title, p.paths[0], number(p.total), p is current) for p in found)


def _number(items: Iterable[Item]) -> int:
    """How many sentences there are."""
    return sum(where is not None for _, where in items)


def _spans(numbers: Mapping[str, int]) -> list[list[str]]:
    """The years that share a page. `numbers`: of the sentences of each year, in their order.

    A handful join what is next to them where all have room on one page; a lone one always does.
    """

    def joins(few: Sequence[str], others: Sequence[str]) -> bool:
        own = sum(numbers[year] for year in few)
        room = _A_PAGE - sum(numbers[year] for year in others)
        return own <= min(_HANDFUL, max(room, 1))

    spans: list[list[str]] = []
    for year in numbers:
        if spans and joins(spans[-1], [year]):
            spans[-1].append(year)
        else:
            spans.append([year])
    if len(spans) > 1 and joins(spans[-1], spans[-2]):
        last = spans.pop()
        spans[-1] += last
    return spans


def _period(entity: Entity, years: Sequence[str], items: Sequence[Item]) -> Period:
    pages = _evenly(items)
    ends = list(dict.fromkeys((years[0], years[-1])))
    name = "-".join(year or "undated" for year in ends)
    paths = (entity_path(entity, n, name) for n in range(1, len(pages) + 1))
    return Period(_title(years), tuple(paths), pages)


def _title(years: Sequence[str]) -> str:
    """Years in words: "2012", "1998–2003", "2019, undated"."""
    dated = [year_of(year) for year in years if year]
    words = [year_range(dated[0], dated[-1])] if dated else []
    return ", ".join([*words, *(long_date(year) for year in years if not year)])


def _evenly(items: Sequence[Item]) -> tuple[tuple[Item, ...], ...]:
    """Pages of about the same length, so that the last is not nearly empty."""
    count = -(-len(items) // _A_PAGE)
    ends = [len(items) * n // count for n in range(count + 1)]
    return tuple(tuple(items[ends[n] : ends[n + 1]]) for n in range(count))
