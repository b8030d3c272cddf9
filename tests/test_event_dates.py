"""Dates of events as editors write them, their statuses, and the sentence that stands for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import build_site, corpus_of

from generator.csv_text import csv_line
from generator.errors import CurationError
from generator.model import Corpus, Event
from generator.model.dates import When, when
from generator.read.event_dates import event_date, is_event_date

SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false\nmin_mentions = 1',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-05\n---\n"
    "The old bridge was closed by the town on 3 January 2024.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-06\n---\n"
    "The old bridge was closed by the town council on 3 January 2024.",
}


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("1911", "1911"),
        ("3 May 1911", "1911-05-03"),
        ("about 1911", "1911~"),
        ("c. 3 May 1911", "1911-05-03~"),
        ("1911?", "1911?"),
        ("1911–1913", "1911/1913"),
        ("about 1911-1913", "1911/1913~"),
        ("May–June 1911", "1911-05/1911-06"),
        ("between 3 and 5 May 1911", "1911-05-03/1911-05-05"),
        ("30 April to 2 May 1911", "1911-04-30/1911-05-02"),
        ("spring 1911", "1911-03/1911-05"),
        ("winter 1911-12", "1911-12/1912-02"),
        ("the 1910s", "1910/1919"),
        ("44 BC", "-0043"),
        ("about 44 BC", "-0043~"),
        ("49–45 BC", "-0048/-0044"),
        ("1911-05/1911-06~", "1911-05/1911-06~"),
        ("some day", "some day"),
        ("5 to 3 May 1911", "5 to 3 May 1911"),
    ],
)
def test_words_become_a_date_of_the_table(typed: str, cell: str) -> None:
    assert event_date(typed) == cell
    assert is_event_date(cell) == (cell != typed or (cell[0] in "1-" and typed[-1] in "1?~"))


def test_what_a_date_of_the_table_means() -> None:
    assert when("1911~") == When("1911", "1911-01-01", "1911-12-31", "year", "approximate")
    assert when("1911-05/1911-06") == When(
        "1911-05-01/1911-06-30", "1911-05-01", "1911-06-30", "interval", ""
    )
    for wrong in ("1913/1911", "1911-02-30", "", "1911/", "1911/1911"):
        assert not is_event_date(wrong)


def with_lines(root: Path, *lines: tuple[str, ...]) -> Path:
    path = root / "curation/events.csv"
    path.parent.mkdir(exist_ok=True)
    header = ("action", "id", "date", "text", "note", "into")
    path.write_text("\n".join(map(csv_line, (header, *lines))))
    return root


def only(corpus: Corpus) -> Event:
    (event,) = [event for event in corpus.events if event.kind == "reported"]
    return event


def test_a_time_that_is_not_exact_is_shown_as_such(make_project) -> None:
    root = make_project(SEEDS)
    before = only(corpus_of(root))
    assert len(before.evidence) == 2
    lines = (
        ("redate", before.id, "1911-05/1911-06~", "", "the chronicle says so"),
        ("status", before.id, "", "", "", "planned"),
        ("prefer", before.evidence[1].id),
    )
    assert not build_site(with_lines(root, *lines)).problems
    event = only(corpus_of(root))
    assert (event.date, event.first, event.last) == (
        "1911-05-01/1911-06-30",
        "1911-05-01",
        "1911-06-30",
    )
    assert (event.modality, event.status) == ("approximate", "planned")
    assert event.evidence == before.evidence[::-1]
    page = (root / "site/timeline/1911.html").read_text()
    assert "1 May – 30 June 1911" in page
    assert "around this date" in page
    assert "planned at the time of the report" in page
    assert "date changed from 2024-01-03 to about 1911-05/1911-06 (the chronicle says so)" in page
    assert "marked as planned; another sentence put first" in page


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (("status", "e2024-01-03-abcdefg", "", "", "", "maybe"), '"maybe" is not a status.'),
        (("status", "e2024-01-03-abcdefg"), '"status" needs "id" and "into".'),
        (("redate", "e2024-01-03-abcdefg", "1913/1911"), '"1913/1911" is not a date.'),
    ],
)
def test_a_line_that_cannot_be_read(make_project, line: tuple[str, ...], message: str) -> None:
    with pytest.raises(CurationError) as error:
        build_site(with_lines(make_project(SEEDS), line))
    assert message in str(error.value)
