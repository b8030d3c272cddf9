"""The day for which a figure is given by whom a sentence quotes: "police said on Monday that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.analyse.figures.periods import date_of
from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import Document, Figure, Saying, TimeExpression

_NEAR = 60  # code points between a verb and the day on which that was said


def with_days_of_sayings(
    figures: Sequence[Figure],
    sayings: Sequence[Saying],
    times: Sequence[TimeExpression],
    document: Document,
) -> tuple[Figure, ...]:
    """The figures of a document; those in a saying with its day, where they have none."""
    words = language_of(document.language).figures
    if not words.said_on or not sayings:
        return tuple(figures)
    opening = re.compile(rf"\s(?:{any_of([words.said_on])}\s)?$")
    days = [time for time in times if time.first and time.precision in ("day", "month")]
    dated: dict[str, list[tuple[Saying, str]]] = {}
    for saying, date in _dated(document.text, sayings, days, opening):
        where = document.sentence_at(saying.verb[0])
        if where:
            dated.setdefault(where.anchor, []).append((saying, date))
    return tuple(_with_day(figure, document, dated) for figure in figures)


def _dated(
    text: str, sayings: Sequence[Saying], days: Sequence[TimeExpression], opening: re.Pattern[str]
) -> Iterator[tuple[Saying, str]]:
    """The sayings with their days, or ""."""
    at = 0
    for saying in sorted(sayings, key=lambda saying: saying.verb):
        ends = {saying.verb[1], saying.holder[1]}
        while at < len(days) and days[at].start < saying.verb[1]:
            at += 1
        date = ""
        for time in days[at : at + 2]:
            if time.start > saying.verb[1] + _NEAR:
                break
            before = saying.part[0] >= time.end  # "told the king on Monday that"
            if before or any(
                end <= time.start and opening.fullmatch(text, end, time.start) for end in ends
            ):
                date = date_of(time)
                break
        yield saying, date


def _with_day(
    figure: Figure, document: Document, dated: Mapping[str, Sequence[tuple[Saying, str]]]
) -> Figure:
    """A figure with the day of the inner saying of its sentence that holds it."""
    where = document.sentence_at(figure.start)
    if where is None or figure.as_of or (figure.is_total and figure.beginning):
        return figure
    holding = [
        (saying.part[1] - saying.part[0], date)
        for saying, date in dated.get(where.anchor, ())
        if saying.part[0] <= figure.start < saying.part[1]
    ]
    date = min(holding, default=(0, ""))[1]
    return replace(figure, as_of=date) if date else figure
