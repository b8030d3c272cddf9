"""Dates before our era: years are astronomical inside, and what people read is "44 BC"."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from conftest import build_site

from generator.commands.check import broken_links
from generator.model.dates import (
    DAY,
    MONTH,
    YEAR,
    Day,
    chronological,
    extent,
    length,
    parts,
    shortened,
)
from generator.render.dates import century_words, long_date, short_date, span
from generator.render.drawings.histogram import histogram
from generator.render.views import period_index

IN_ORDER = [
    *("", "-0100-12-31", "-0043", "-0043-03", "-0043-03-15", "-0043-12", "-0001", "0000-12-31"),
    *("0001", "0079-08-24", "2024", "2024-03", "2024-03-25"),
]


def test_dates_sort_in_the_order_of_time() -> None:
    assert sorted(sorted(IN_ORDER), key=chronological) == IN_ORDER


def test_parts_of_a_date() -> None:
    assert parts("-0043-03-15") == ("-0043", "03", "15")
    assert parts("0079") == ("0079", "", "")
    assert [length(date) for date in ("-0043", "-0043-03", "2024-03-25", "")] == [4, 7, 10, 0]
    assert [shortened("-0043-03-15", n) for n in (YEAR, MONTH, DAY)] == [
        *("-0043", "-0043-03", "-0043-03-15"),
    ]
    assert extent("-0043-02") == ("-0043-02-01", "-0043-02-28", "month")
    assert extent("-0044-02")[1] == "-0044-02-29"  # a leap year


def test_the_calendar_goes_on_before_the_year_1() -> None:
    assert Day.of(1, 1, 1).number == 1
    assert str(Day.of(1, 1, 1).plus(-1)) == "0000-12-31"
    for year in (-9999, -400, -399, -43, -1, 0, 1, 2024):
        day = Day.of(year, 2, 28)
        assert Day.numbered(day.number) == day
        assert day.plus(1).plus(-1) == day
    assert Day.of(-400, 2, 29) < Day.of(0, 2, 29)
    assert Day.parse("-0043-02-28") == Day.of(-43, 2, 28)


@pytest.mark.parametrize("text", ["-0043-02-29", "-43-03-15", "2024-3-5", "-10000-01-01"])
def test_other_texts_are_no_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|out of range"):
        Day.parse(text)


def test_what_people_read() -> None:
    assert [long_date(date) for date in ("-0043-03-15", "-0043-03", "0000", "0079", "2024")] == [
        *("15 March 44 BC", "March 44 BC", "1 BC", "AD 79", "2024"),
    ]
    assert short_date("-0043-03-15") == "15 Mar 44 BC"
    assert span("-0048-01-01", "-0043-12-31") == "49–44 BC"
    assert span("-0026-01-01", "0014-12-31") == "27 BC – AD 14"
    assert span("-0043-03-15", "-0043-03-18") == "15–18 March 44 BC"
    assert span("-0043-03-15", "-0043-04-02") == "15 March – 2 April 44 BC"
    assert [century_words(n) for n in (-5, -1, 0, 1, 2, 10, 19, 20)] == [
        *("5th century BC", "1st century BC", "1st century", "2nd century", "3rd century"),
        *("11th century", "20th century", "21st century"),
    ]


def test_a_histogram_runs_from_one_era_into_the_next() -> None:
    found = histogram(["-0499", "0014", "0100-05"], ("source", "sources"), "Sources")
    assert found is not None
    assert found.caption.startswith("Sources, by decade. ")
    assert "from 500s BC to 100s" in found.label
    assert [bar.x for bar in found.bars] == sorted(bar.x for bar in found.bars)


TEXT = """date 2024-03-25

The temple is of the 5th century BC. It burned on 3 May 48 BC.

The tower fell on 15 March 44 BC. The wall was built in AD 79. It was mended in 1922.
"""


def test_years_with_few_events_are_read_on_one_page(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(period_index, "_MANY_YEARS", 3)
    root = make_project({"seeds/a.txt": TEXT, "sourcebook.toml": 'names = "listed"'})
    build_site(root)
    site = root / "site"
    assert sorted(p.name for p in (site / "timeline").glob("*.html")) == [
        "index.html",
        "years.html",
    ]
    shared = (site / "timeline/years.html").read_text()
    assert "<h1>Years with few events</h1>" in shared
    assert '<p class="standfirst">5 events in years that have at most 1 each.</p>' in shared
    assert '<a href="../timeline/years.html#on--0043-03-15">44 BC <span class="count">1<' in shared
    assert not broken_links(site)


def test_a_site_of_ancient_times(make_project) -> None:
    root = make_project({"seeds/a.txt": TEXT, "sourcebook.toml": 'names = "listed"'})
    build_site(root)
    site = root / "site"
    timeline = (site / "timeline" / "index.html").read_text()
    years = re.findall(r'<a href="[^"]*">([^<>]*) <span class="count">', timeline)
    assert years == ["500 BC", "48 BC", "44 BC", "AD 79", "1922"]
    day = (site / "timeline" / "-0043.html").read_text()
    assert '<h3 id="on--0043-03-15">15 March 44 BC</h3>' in day
    assert 'datetime="-' not in day
    century = (site / "timeline" / "-0499.html").read_text()
    assert "5th century BC" in century
    events = json.loads((site / "data" / "timeline.json").read_text())["timeline"]
    reported = [e["date"] for e in events if e["kind"] == "reported"]
    assert reported == [
        *("-0499-01-01/-0400-12-31", "-0047-05-03", "-0043-03-15", "0079", "1922"),
    ]
    rows = csv.DictReader(io.StringIO((site / "data" / "timeline.csv").read_text("utf-8-sig")))
    assert [row["date"].lstrip("'") for row in rows] == reported
    calendar = (site / "data" / "timeline.ics").read_text()
    assert re.findall(r"DTSTART;VALUE=DATE:(\S+)", calendar) == ["00790101", "19220101"]
    assert "3 events before our era are left out." in (site / "data" / "index.html").read_text()
    js = json.loads((site / "data" / "timeline-js.json").read_text())
    assert [e["start_date"]["year"] for e in js["events"]] == [-500, -48, -44, 79, 1922]
    assert [e.get("end_date", {}).get("year") for e in js["events"]] == [-401, None, None, 79, 1922]
    assert js["events"][1]["display_date"] == "3 May 48 BC"
    days = json.loads((site / "search" / "pieces.json").read_text())["days"]
    assert days == ["-0043", "-0047", "-0499", "0079", "1922"]


def test_sources_and_editors_may_give_a_date_before_our_era(make_project) -> None:
    seeds = {
        "seeds/a.md": '---\ndate: "-0043-03-17"\n---\n\nIt burned yesterday. Nobody was hurt.\n',
        "seeds/b.md": "---\ndate: 2024-03-25\n---\n\nIt was seen in 2023.\n",
        "curation/events.csv": "action,id,date,text,note\nadd,,-0044-01-05,The tower was built.,\n",
        "sourcebook.toml": 'names = "listed"\n',
    }
    root = make_project(seeds)
    report = build_site(root)
    assert not report.problems
    site = root / "site"
    found = json.loads((site / "data" / "timeline.json").read_text())["timeline"]
    assert [e["date"] for e in found if e["kind"] == "reported"] == [
        *("-0044-01-05", "-0043-03-16", "2023"),
    ]
    sources = (site / "sources" / "index.html").read_text()
    assert sources.index("25 Mar 2024") < sources.index("17 Mar 44 BC")
    oldest = (site / "sources" / "by" / "oldest.html").read_text()
    assert oldest.index("17 Mar 44 BC") < oldest.index("25 Mar 2024")
    assert "17 March 44 BC – 25 March 2024" in (site / "index.html").read_text()
    feed = (site / "feed.xml").read_text()
    assert "2024-03-25T00:00:00Z" in feed
    assert "-0043" not in feed.replace("2024-03-25", "")
    assert 'datetime="-' not in "".join(p.read_text() for p in site.rglob("*.html"))
