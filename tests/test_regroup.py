"""Editors merge and split events: `curation/events.csv`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import build_site

from generator.cli import main
from generator.commands.check import broken_links
from generator.errors import CurationError

HEADER = "action,id,date,text,note,into\n"
SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-05-05\npublisher: A\n---\n"
    "A fire destroyed the old town hall on 3 May 2024.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-05-06\npublisher: B\n---\n"
    "A fire destroyed the old town hall on 3 May 2024, and nobody was hurt.",
    "seeds/c.md": "---\ntitle: C\ndate: 2024-05-07\npublisher: C\n---\n"
    "Nothing is left of our archive since flames took it on 4 May 2024.",
}


def events_of(root: Path) -> list[dict[str, Any]]:
    found = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    return [event for event in found if event["kind"] == "reported"]


@pytest.fixture
def root(make_project) -> Path:
    return make_project(SEEDS)


@pytest.fixture
def ids(root: Path) -> tuple[str, str, str]:
    """The event of two sentences, its second sentence, and the event of another day."""
    build_site(root)
    both, alone = events_of(root)
    assert [len(both["sentences"]), len(alone["sentences"])] == [2, 1]
    (second,) = (s["id"] for s in both["sentences"] if s["id"] != both["id"])
    return both["id"], second, alone["id"]


def with_lines(root: Path, *lines: str) -> list[str]:
    """The messages of a build with these lines."""
    (root / "curation").mkdir(exist_ok=True)
    (root / "curation/events.csv").write_text(HEADER + "\n".join(lines))
    report = build_site(root)
    assert not broken_links(root / "site")
    return [problem.message for problem in report.problems]


def test_a_sentence_becomes_an_event_of_its_own(root: Path, ids: tuple[str, str, str]) -> None:
    first, second, _ = ids
    assert not with_lines(root, f"split,{second},,,another fire,", f"pin,{second},,,,")
    found = {event["id"]: event for event in events_of(root)}
    assert len(found) == 3
    assert [s["id"] for s in found[second]["sentences"]] == [second]
    assert found[second]["sources"] == found[first]["sources"] == 1
    assert found[first]["edits"] == ["one sentence split off (another fire)"]
    assert found[second]["edits"][0] == "split from another event (another fire)"


def test_two_events_become_one(root: Path, ids: tuple[str, str, str]) -> None:
    first, second, other = ids
    assert not with_lines(root, f"merge,{other},,,the same fire,{first}")
    (event,) = events_of(root)
    assert event["id"] == first
    assert event["date"] == "2024-05-03"
    assert {s["id"] for s in event["sentences"]} == {first, second, other}
    assert event["sources"] == 2  # one of them copies another
    assert event["edits"] == ["another event merged into it (the same fire)"]


def test_what_is_split_off_can_be_merged_elsewhere(root: Path, ids: tuple[str, str, str]) -> None:
    first, second, other = ids
    assert not with_lines(root, f"split,{second},,,,", f"merge,{second},,,,{other}")
    one, two = events_of(root)
    assert [s["id"] for s in one["sentences"]] == [first]
    assert {s["id"] for s in two["sentences"]} == {second, other}


def test_a_line_that_changes_nothing_says_why(root: Path, ids: tuple[str, str, str]) -> None:
    first, second, other = ids
    lines = {
        f"merge,{second},,,,{first}": f'"{second}" and "{first}" are already one event.',
        f"merge,{first},,,,{first}": f'"{first}" and "{first}" are already one event.',
        f"merge,{second},,,,{other}": f'"{second}" is a sentence of the event "{first}"; use',
        f"merge,e2024-05-03-nothere,,,,{first}": 'There is no event "e2024-05-03-nothere".',
        f"merge,{first},,,,e2024-05-03-nothere": 'There is no event "e2024-05-03-nothere".',
        f"split,{first},,,,": f'"{first}" is the whole event; "split" takes the id of one',
        f"split,{other},,,,": f'"{other}" is already an event of its own.',
        "split,e2024-05-03-nothere,,,,": 'There is no event "e2024-05-03-nothere".',
    }
    messages = with_lines(root, *lines)
    assert len(messages) == len(lines)
    for message, wanted in zip(messages, lines.values(), strict=True):
        assert message.startswith(wanted)
    assert len(events_of(root)) == 2


def test_merging_twice_says_that_it_is_so(root: Path, ids: tuple[str, str, str]) -> None:
    first, _, other = ids
    line = f"merge,{other},,,,{first}"
    assert with_lines(root, line, line) == [f'"{other}" and "{first}" are already one event.']


def test_what_is_hidden_stays_hidden(root: Path, ids: tuple[str, str, str]) -> None:
    first, _, other = ids
    messages = with_lines(root, f"merge,{first},,,,{other}", f"hide,{first},,,,")
    assert messages == [f'"{first}" is hidden, and so not merged.']
    assert [event["id"] for event in events_of(root)] == [other]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("merge,e2024-05-03-abc,,,,", '"merge" needs "id" and "into".'),
        ("merge,e2024-05-03-abc,,,,fire", '"fire" is not the id of an event.'),
        ("pin,e2024-05-03-abc,,,,e2024-05-03-abd", '"pin" does not take "into".'),
    ],
)
def test_cells_are_checked(root: Path, line: str, message: str) -> None:
    with pytest.raises(CurationError, match=message):
        with_lines(root, line)


def test_a_table_without_the_new_column_is_read(root: Path, ids: tuple[str, str, str]) -> None:
    (root / "curation").mkdir()
    (root / "curation/events.csv").write_text(f"action,id,date,text,note\npin,{ids[0]},,,\n")
    assert not build_site(root).problems


def test_explain_prints_the_lines(
    root: Path, ids: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, other = ids
    assert main(["explain", "-C", str(root), "-j", "1", first, other]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{first}: 2024-05-03, 2 sentences, 1 source\n")
    assert "a.md: “A fire destroyed the old town hall on 3 May 2024.”" in out
    assert f"    split,{second},,,,\n" in out
    assert out.endswith(f"  merge,{first},,,,{other}\n")
    assert main(["explain", "-C", str(root), "-j", "1", first, second]) == 0
    assert f"“{first}” and “{second}” are one event.\n" in capsys.readouterr().out
    assert main(["explain", "-C", str(root), "-j", "1", "e2024-05-03-nothere"]) == 1
