"""Series of figures, as pages show them: a drawing, the same as a table, and first and last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.ids import statement_id
from generator.model import Disagreement, Figure, Provenance, Series, SeriesFigure
from generator.render.catalogues import gettext, message
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date
from generator.render.drawings.series import Mark, SeriesDrawing, series_drawing
from generator.render.reasons import words as in_words
from generator.render.urls import citing_path, entity_path, sentence_path
from generator.render.view_types import Quote, SourceLine
from generator.render.words import count

# What is counted as often as not; of anything else, the sources' own words are shown.
_MEASURES = (
    *(message("Dead"), message("Injured"), message("Missing"), message("Arrested")),
    *(message("Charged"), message("Cases"), message("Displaced"), message("Rescued")),
    *(message("Trapped"), message("Hospitalised")),
)
# Of these, those that are called otherwise in the title of a series of people.
_TITLES = {
    "dead": message("Death toll"),
    "injured": message("People injured"),
    "missing": message("People missing"),
    "arrested": message("People arrested"),
    "charged": message("People charged"),
    "displaced": message("People displaced"),
    "rescued": message("People rescued"),
    "trapped": message("People trapped"),
    "hospitalised": message("People in hospital"),
}
_MARKS: dict[Mark, str] = {
    "at least": message("An arrow up means at least so many."),
    "at most": message("An arrow down means at most so many."),
    "about": message("Open dots are approximate."),
    "range": message("Lines with two ends are ranges."),
}
_MOST_DIFFERING = 8  # figures of one day


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A figure of a series: its words, when it was reported, who gives it, and where.

    id: its stable name, as in the data
    holder, holder_path: who gives it, by the sentence; a page of theirs, or ""
    giver: the same by name, and where nobody is known the publisher, or ""
    path, cite: the sentence; and with its citation opened
    tie: why it is about the event where its sentence does not say so, or ""
    edits: what editors changed, or ""
    """

    id: str
    words: str
    giver: str
    date: str
    date_text: str
    holder: str
    holder_path: str
    path: str
    cite: str
    source: SourceLine
    tie: str
    edits: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Where sources disagree: on which day, on what, and the figures with their sentences."""

    day_text: str
    counted: str
    lines: tuple[tuple[SeriesRow, Quote], ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series.

    event_path: of the event that it is about, or "" for running totals
    summary: what was reported first and last; facts: how many figures it has
    key: what the signs of the drawing mean; label: what the drawing shows, for those who cannot see
    """

    id: str
    path: str
    title: str
    day_text: str
    event_path: str
    facts: str
    summary: str
    drawing: SeriesDrawing | None
    key: str
    label: str
    rows: tuple[SeriesRow, ...]
    differences: tuple[DifferenceView, ...]


def series_view(index: CorpusIndex, series: Series) -> SeriesView:
    """A series with all its figures."""
    event = index.series.event(series)
    rows = tuple(_row(index, point) for point in series.figures)
    sentences = [(row.path, f"{row.words}: {_by(row)}, {row.date_text}") for row in rows]
    sources = len({point.where.document for point in series.figures})
    title = series_title(index, series)
    facts = gettext(
        "{figures} in {sources}",
        figures=count(len(rows), "figure", "figures"),
        sources=count(sources, "source", "sources"),
    )
    summary = _summary(rows)
    return SeriesView(
        id=series.id,
        path=index.series.path(series),
        title=title,
        day_text=long_date(series.day) if event else "",
        event_path=index.event_path(event) if event else "",
        facts=facts,
        summary=summary,
        drawing=(drawing := series_drawing(series.figures, [r.giver for r in rows], sentences)),
        key=_key(drawing) if drawing else "",
        label=f"{title}: {facts}. {summary}",
        rows=rows,
        differences=differences(index, index.series.of_series.get(series.id, ())),
    )


def series_title(index: CorpusIndex, series: Series) -> str:
    """What is counted, and of which day, or since when and where: "Dead, 22 March 2024"."""
    words = counted_words(series.measure, series.unit, series.whole)
    if not series.unit:
        words = gettext(_TITLES[series.measure]) if series.measure in _TITLES else words
    if series.event:
        return f"{words}, {long_date(series.day)}"
    place = index.entities[series.place].name if series.place else ""
    since = gettext("{counted} since {date}", counted=words, date=long_date(series.since))
    return ", ".join(filter(None, [since, place]))


def counted_words(measure: str, unit: str, whole: str = "") -> str:
    """What is counted, in words: "Dead", "Dead, share of the crew"."""
    words = _measure_words(measure)
    if not unit:
        return words
    if whole:
        return gettext("{counted}, share of {whole}", counted=words, whole=whole)
    return gettext("{counted}, share", counted=words)


def _measure_words(measure: str) -> str:
    """A usual measure in the reader's language ("Dead"); any other as the sources count it."""
    words = measure.capitalize()
    return gettext(words) if words in _MEASURES else words


def differences(index: CorpusIndex, some: Iterable[Disagreement]) -> tuple[DifferenceView, ...]:
    """Where sources disagree, with their sentences."""
    return tuple(
        DifferenceView(
            long_date(one.day),
            counted_words(one.measure, one.unit),
            tuple((_row(index, p), index.quote(p.where)) for p in one.figures[:_MOST_DIFFERING]),
        )
        for one in some
    )


def _row(index: CorpusIndex, point: SeriesFigure) -> SeriesRow:
    where, figure = point.where, point.figure
    claim = index.claims.giver(figure, where)
    entity = index.entities.get(claim.entity) if claim else None
    source = index.source_line(where.document)
    return SeriesRow(
        id=statement_id("f", where.document, where.anchor, figure.start - where.start),
        words=figure_words(index, figure, where),
        giver=entity.name if entity else source.outlet,
        date=source.date,
        date_text=long_date(point.as_of),
        holder=(claim.refers or claim.holder) if claim else gettext("the source"),
        holder_path=entity_path(entity) if entity else "",
        path=sentence_path(where),
        cite=citing_path(where),
        source=source,
        tie=tie_words(point),
        edits="; ".join(map(in_words, index.claims.edits(figure, where))),
    )


def _summary(rows: tuple[SeriesRow, ...]) -> str:
    first, last = rows[0], rows[-1]
    return gettext(
        "First “{first}” ({first_source}, {first_date}), "
        "last “{last}” ({last_source}, {last_date}).",
        first=first.words,
        first_source=_by(first),
        first_date=first.date_text,
        last=last.words,
        last_source=_by(last),
        last_date=last.date_text,
    )


def _key(drawing: SeriesDrawing) -> str:
    """What the signs of a drawing mean, as far as it has them."""
    words = [gettext("Each dot is a figure, on the day for which it is given.")]
    marks = {dot.mark for dot in drawing.dots}
    words += [gettext(text) for mark, text in _MARKS.items() if mark in marks]
    words.append(gettext("The grey line follows the highest of each day."))
    if drawing.own:
        words.append(gettext("Dotted lines join figures of one source."))
    if drawing.cuts:
        words.append(gettext("Two strokes on the axis: time left out."))
    return " ".join(words)


def _by(row: SeriesRow) -> str:
    return row.source.outlet or row.source.title


def figure_words(index: CorpusIndex, figure: Figure, where: Provenance) -> str:
    """A figure as its sentence has it, on one line."""
    text = index.documents[where.document].text
    return " ".join(text[figure.start : figure.end].split())


def as_of(index: CorpusIndex, figure: Figure, where: Provenance) -> str:
    """The date for which a figure is given, or ""."""
    _, point = index.series.of_figure(where, figure.start) or (None, None)
    return point.as_of if point else figure.as_of or index.documents[where.document].date


def tie_words(point: SeriesFigure) -> str:
    """Why a figure is about the event, with the day in words; "" where its sentence says so."""
    if point.tie is None:
        return ""
    arguments = tuple((name, long_date(day)) for name, day in point.tie.arguments)
    return in_words(replace(point.tie, arguments=arguments))


def series_views(index: CorpusIndex, some: Iterable[Series]) -> tuple[SeriesView, ...]:
    """Several series, in their order."""
    return tuple(series_view(index, series) for series in some)
