"""Sources at the desk: what a line will do, that a build does it, and undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import corpus_of
from test_source_decisions import FILES

from generator.desk.desk import Desk
from generator.errors import SourcebookError

ROWS = "title,date,text\nOne,2024,Some text.\nTwo,2024,Other text.\n"


@pytest.fixture
def desk(make_project) -> tuple[Desk, Path]:
    root = make_project({**FILES, "seeds/t.csv": ROWS})
    desk = Desk(root, "Ann", lambda: "2024-05-01")
    desk.built(corpus_of(root))
    return desk, root


def line(desk: Desk, title: str, action: str, value: str) -> list[dict]:
    (source,) = [d.id for d in desk.corpus.documents if d.title == title]
    values = {"action": action, "source": source, "value": value, "note": "why"}
    return [{"table": "sources", "values": values}]


def said(desk: Desk, *given: str) -> str:
    answer = desk.answer("preview", {"actions": line(desk, *given)})
    assert not answer["problems"]
    return answer["summary"]


def test_what_is_known_of_a_source(desk: tuple[Desk, Path]) -> None:
    ids = {d.title: d.id for d in desk[0].corpus.documents}
    thing = desk[0].answer("about", {"id": f"sources/{ids['Other']}"})["thing"]
    assert (thing["kind"], thing["date"], thing["publish"], thing["others"]) == (
        "source",
        "undated",
        "",
        0,
    )
    assert desk[0].answer("about", {"id": f"sources/{ids['One']}"})["thing"]["others"] == 1
    assert desk[0].answer("about", {"id": "sources/none"})["thing"] is None


def test_what_a_line_will_do(desk: tuple[Desk, Path]) -> None:
    at = desk[0]
    assert said(at, "Quux", "publish", "none") == (
        "“Quux” leaves the site: its text and 2 quotations."
    )
    assert said(at, "Quux", "publish", "quotes").startswith("Only quoted sentences stay")
    assert said(at, "One", "publish", "none").startswith("All 2 documents leave the site")
    assert "is dated 3 May 1911, no longer undated" in said(at, "Other", "date", "3 May 1911")


def test_a_decision_is_written_built_and_undone(desk: tuple[Desk, Path]) -> None:
    at, root = desk
    for given in (("Quux", "publish", "none"), ("Other", "date", "2024-03-05")):
        seen = at.answer("preview", {"actions": line(at, *given)})["seen"]
        at.answer("apply", {"actions": line(at, *given), "seen": seen})
    assert (root / "curation/sources.csv").read_text() == (
        "action,source,value,note,editor,day,about\n"
        "publish,a.md,none,why,Ann,2024-05-01,Quux\n"
        "date,b.md,2024-03-05,why,Ann,2024-05-01,Other\n"
    )
    found = {d.title: d.date for d in corpus_of(root).documents}
    assert "Quux" not in found
    assert found["Other"] == "2024-03-05"
    at.answer("undo", {})
    at.answer("undo", {})
    found = {d.title: d.date for d in corpus_of(root).documents}
    assert "Quux" in found
    assert found["Other"] == ""


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"action": "publish", "source": "../x.md", "value": "none"}, "does not know this source"),
        ({"action": "publish", "source": "a.md", "value": "some"}, "is not how much is published"),
        ({"action": "date", "source": "a.md", "value": "3/4/2024"}, "not an unambiguous date"),
    ],
)
def test_what_a_build_would_refuse_is_refused(
    desk: tuple[Desk, Path], values: dict, message: str
) -> None:
    given = {"actions": [{"table": "sources", "values": values}], "seen": ""}
    with pytest.raises(SourcebookError, match=message):
        desk[0].answer("apply", given)
    assert not (desk[1] / "curation/sources.csv").exists()
