"""The series of a corpus, with what pages and files look up in them."""

from __future__ import annotations

from generator.model import Corpus, Event, Provenance, Series, SeriesFigure
from generator.render.urls import SERIES_A_PAGE, series_path


class SeriesIndex:
    """The series of figures; made once for a build.

    of_event, of_entity: the series of each event, and of the events that name each entity, by id
    """

    def __init__(self, corpus: Corpus) -> None:
        wanted = {series.event for series in corpus.series}
        self._events = {event.id: event for event in corpus.events if event.id in wanted}
        self._pages = {s.id: n // SERIES_A_PAGE + 1 for n, s in enumerate(corpus.series)}
        self._of_figure: dict[tuple[str, int], tuple[Series, SeriesFigure]] = {}
        self.of_event: dict[str, list[Series]] = {}
        self.of_entity: dict[str, list[Series]] = {}
        for series in corpus.series:
            self.of_event.setdefault(series.event, []).append(series)
            for name in self._events[series.event].entities:
                self.of_entity.setdefault(name, []).append(series)
            for point in series.figures:
                key = point.where.document, point.figure.start
                self._of_figure.setdefault(key, (series, point))

    def event(self, series: Series) -> Event:
        """The event that a series is about."""
        return self._events[series.event]

    def path(self, series: Series) -> str:
        """The address of a series in the list."""
        return series_path(series, self._pages[series.id])

    def of_figure(self, where: Provenance, start: int) -> tuple[Series, SeriesFigure] | None:
        """The series to which a figure belongs, and its place there.

        start: offset of the figure in its document's text
        """
        return self._of_figure.get((where.document, start))
