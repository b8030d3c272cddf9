"""Which pages the timeline has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from generator.model import Event, Evidence, Provenance
from generator.model.dates import YEAR
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import event_words
from generator.render.pages import timeline
from generator.render.views import period_index
from generator.render.views.period_index import PeriodIndex


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(period_index, "_HANDFUL", 2)
    monkeypatch.setattr(period_index, "_A_PAGE", 3)


def events(dates: Iterable[str]) -> list[Event]:
    return [
        Event(
            id=f"e{date}-{number}",
            kind="reported",
            date=date,
            first=f"{date}-01-01" if len(date.lstrip("-")) == YEAR else date,
            last=f"{date}-12-31" if len(date.lstrip("-")) == YEAR else date,
            precision="day",
            modality="",
            status="",
            documents=(),
            evidence=(),
            entities=(),
            sources=1,
            score=float(number),
        )
        for number, date in enumerate(dates)
    ]


def test_only_periods_with_more_than_a_handful_have_a_page() -> None:
    given = events(["2024-03-01", "2024-03-02", "2024-03-02", "2024-03-02", "2024-05-01", "2025"])
    index = PeriodIndex(given)
    assert index.pages == ("2024", "2025", "2024-03", "2024-03-02")
    assert index.path("2024-03-02") == "timeline/2024-03-02.html"
    assert index.path("2024-03-01") == "timeline/2024-03.html#on-2024-03-01"
    assert index.path("2024-05") == index.path("2024-05-01") == "timeline/2024.html#on-2024-05-01"
    assert [index.event_path(event) for event in given] == [
        "timeline/2024-03.html",
        *["timeline/2024-03-02.html"] * 3,
        "timeline/2024.html",
        "timeline/2025.html",
    ]
    assert index.elsewhere("2024") == given[:4]
    assert index.elsewhere("2024-03") == given[1:4]
    assert index.neighbours("2024") == ("", "2025")
    assert index.neighbours("2024-03") == ("", "")
    assert index.parts("2024") == ["2024-03", "2024-05"]
    assert len(index.events["2024-03"]) == 4


def test_of_many_years_those_with_few_events_share_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(period_index, "_MANY_YEARS", 3)
    many = ["2024-03-01", "2024-03-02", "2024-05-01"]
    given = events(["-0043-03-15", *many, "1912", "1912-04-15", "1848-02-22"])
    index = PeriodIndex(given)
    assert index.pages == ("2024", "years")
    assert [[event.date for event in chunk] for chunk in index.chunks["years"]] == [
        ["-0043-03-15", "1848-02-22", "1912-04-15"],
        ["1912"],
    ]
    assert index.path("1912") == index.path("1912-04") == "timeline/years.html#on-1912-04-15"
    assert index.path("2024") == "timeline/2024.html"
    assert index.event_path(given[4]) == "timeline/years/2.html"
    assert index.neighbours("2024") == ("", "")
    assert PeriodIndex(given[:4] + given[6:]).pages == ("-0043", "1848", "2024")


def test_on_a_page_days_are_in_order_and_what_is_vague_is_last() -> None:
    given = events(["2024", "2024-07-02", "2024-03-09", "2024-03-01", "2024"])
    index = PeriodIndex(given)
    assert [[e.id for e in chunk] for chunk in index.chunks["2024"]] == [
        ["e2024-03-01-3", "e2024-03-09-2", "e2024-07-02-1"],
        ["e2024-4", "e2024-0"],
    ]
    assert index.event_path(given[0]) == "timeline/2024/2.html"


def test_every_event_stands_on_one_page_whatever_their_order() -> None:
    months = [f"{year}-{month}" for year in ("-0043", "1911") for month in ("03", "11")]
    given = events(f"{month}-{day}" for month in months for day in ("01", "02", "02", "02"))
    one, other = PeriodIndex(given), PeriodIndex(given[::-1])
    shown = [event.id for chunks in one.chunks.values() for chunk in chunks for event in chunk]
    assert sorted(shown) == sorted(event.id for event in given)
    assert one.chunks == other.chunks
    assert one.pages[:2] == ("-0043", "1911")


def test_a_page_ends_where_its_sentences_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(period_index, "_SENTENCES", 4)
    long, *short = events(["2024-03-01"] * 3)
    said = Evidence("e", Provenance("a", 0, 0, 1, "s"), None, "")
    index = PeriodIndex([replace(long, evidence=(said,) * 5), *short])
    chunks = index.chunks["2024-03-01"]
    assert [[len(event.evidence) for event in chunk] for chunk in chunks] == [[0, 0], [5]]


def test_of_many_further_events_there_are_the_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "_FURTHER", 1)
    monkeypatch.setattr(timeline, "told_words", lambda index, event: event.id)
    given = PeriodIndex(events(["2024-03-01"] * 7))
    _, second, third = given.chunks["2024-03-01"]
    paths = ["timeline/2024-03-01/2.html", "timeline/2024-03-01/3.html"]
    found = timeline._further(cast(CorpusIndex, given), [second, third], paths)
    assert found["further"] == (timeline.Further(second[0].id, paths[0], second[0].id),)
    assert found["further_pages"] == (
        timeline.FurtherPage("2", paths[0], tuple(event.id for event in second[1:])),
        timeline.FurtherPage("3", paths[1], tuple(event.id for event in third)),
    )
    assert found["further_words"] == "4 more on the following pages"


def test_programs_that_draw_each_event_get_the_most_important(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(event_words, "_MOST", 2)
    given = events(["2024", "2025", "2026"])  # each more important than the one before
    given[0] = replace(given[0], pinned=True)
    index = cast(CorpusIndex, SimpleNamespace(reported=tuple(given)))
    assert event_words.drawn_events(index) == [given[0], given[2]]
