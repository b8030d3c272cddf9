"""Which pages the timeline has."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.model import Event
from generator.model.dates import YEAR
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
