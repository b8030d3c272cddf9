"""Figures over time: the series, those with the most figures first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.alphabet import alphabetical
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.pages import Page, collection
from generator.render.pagination import page_suffix, pager, split
from generator.render.urls import SERIES_A_PAGE, figures_path
from generator.render.view_types import Jump
from generator.render.views.series_views import series_title, series_views
from generator.render.words import count, number


def figure_pages(index: CorpusIndex) -> Iterator[Page]:
    """The list of series, with further pages."""
    series = index.corpus.series
    chunks = split(series, SERIES_A_PAGE)
    paths = [figures_path(n) for n in range(1, len(chunks) + 1)]
    contents = sorted(
        (
            Jump(series_title(index, one), index.series.path(one), number(len(one.figures)))
            for one in series
            if len(chunks) > 1
        ),
        key=lambda line: (alphabetical(line.label), line.path),
    )
    for at, chunk in enumerate(chunks):
        yield collection(
            paths[at],
            "figures.html",
            gettext("Figures over time") + page_suffix(at),
            gettext(
                "How many, according to whom and when: {series}.",
                series=count(len(series), "series", "series"),
            ),
            "figures",
            series=series_views(index, chunk),
            contents=() if at else tuple(contents),
            pager=pager(paths, at),
        )
