"""The series of a corpus, with what pages and files look up in them."""

from __future__ import annotations

from generator.model import Corpus, Disagreement, Event, Provenance, Series, SeriesFigure
from generator.render.urls import SERIES_A_PAGE, series_path


class SeriesIndex:
    """The series of figures; made once for a build.

    of_event, of_entity: the series of each event, and of the events that name each entity, by id
    differing, of_series: where sources disagree on figures of each event, and of each series
    """

    def __init__(self, corpus: Corpus) -> None:
        wanted = {series.event for series in corpus.series} - {""}
        self._events = {event.id: event for event in corpus.events if event.id in wanted}
        self._pages = {s.id: n // SERIES_A_PAGE + 1 for n, s in enumerate(corpus.series)}
        self._of_figure: dict[tuple[str, int], tuple[Series, SeriesFigure]] = {}
        self.of_event: dict[str, list[Series]] = {}
        self.of_entity: dict[str, list[Series]] = {}
        for series in corpus.series:
            if series.event:
                self.of_event.setdefault(series.event, []).append(series)
            for name in self._names(series):
                self.of_entity.setdefault(name, []).append(series)
            for point in series.figures:
                key = point.where.document, point.figure.start
                self._of_figure.setdefault(key, (series, point))

        self.differing: dict[str, list[Disagreement]] = {}
        self.of_series: dict[str, list[Disagreement]] = {}
        for one in corpus.disagreements:
            self.differing.setdefault(one.event, []).append(one)
            self.of_series.setdefault(one.series, []).append(one)

    def event(self, series: Series) -> Event | None:
        """The event that a series is about; None for running totals."""
        return self._events.get(series.event)

    def _names(self, series: Series) -> tuple[str, ...]:
        """The entities that a series is about."""
        event = self.event(series)
        return event.entities if event else tuple(filter(None, [series.place]))

    def path(self, series: Series) -> str:
        """The address of a series in the list."""
        return series_path(series, self._pages[series.id])

    def of_figure(self, where: Provenance, start: int) -> tuple[Series, SeriesFigure] | None:
        """The series to which a figure belongs, and its place there.

        start: offset of the figure in its document's text
        """
        return self._of_figure.get((where.document, start))
