"""Lines for the editors' table that commands suggest: the build accepts every one."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.cli import main
from generator.csv_text import csv_line

HEADER = "action,name,type,into,note"
SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false',
    "seeds/a.md": (
        "---\ntitle: A\ndate: 2024-01-01\npeople: [Jordan Smith, Joshua Norton, J. Norton, Norton]\n"
        'organisations: ["Smith, Ray & Co", "The “Best” Firm"]\nplaces: [Old Hall]\n---\n'
        "Jordan Smith met Smith, Ray & Co at the Old Hall. Joshua Norton left. Norton is here."
    ),
    "seeds/b.md": (
        "---\ntitle: B\ndate: 2024-01-02\norganisations: [Jordan Smith, Oslo]\npeople: [J. Norton]\n"
        "---\nJordan Smith sang. J. Norton saw Oslo. Norton was there."
    ),
    "seeds/c.md": (
        "---\ntitle: C\ndate: 2024-01-03\nplaces: [Jordan Smith, Oslo]\n---\n"
        "Jordan Smith is a hill near Oslo."
    ),
}


def with_lines(root: Path, *lines: str) -> list[str]:
    """What a build says of these lines of the editors' table."""
    (root / "curation").mkdir(exist_ok=True)
    text = "\n".join([HEADER, *lines]) + "\n"
    (root / "curation/entities.csv").write_text(text, encoding="utf-8")
    return [str(problem) for problem in build_site(root).problems]


def suggested(root: Path) -> list[str]:
    """The lines in the worklist."""
    assert main(["review", "-C", str(root)]) == 0
    with (root / "curation/worklist.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row["suggestion"] for row in csv.DictReader(file)]
    return [line.replace("latitude, longitude", "55.8; 37.4") for line in found]


def choices(line: str) -> list[str]:
    """The lines of which editors are to choose one."""
    (cells,) = csv.reader([line])
    return [csv_line((*cells[:3], into, "")) for into in cells[3].split(" or ")]


def test_every_line_of_the_worklist_is_accepted(make_project) -> None:
    root = make_project(SEEDS)
    lines = [one for line in suggested(root) for one in choices(line)]
    assert {line.partition(",")[0] for line in lines} == {"merge", "locate"}
    assert sum(line.startswith("merge,Jordan Smith") for line in lines) == 3
    assert {line: with_lines(root, line) for line in lines} == {line: [] for line in lines}


HANLONS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Peter Hanlon, Hanlon, John D. Carver]\n---\n"
    "Hanlon saw Hanlon. Peter Hanlon sat. John D. Carver sat.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-02\npeople: [Mary Hanlon, Hanlon, John F. Carver]\n---\n"
    "Hanlon saw Hanlon. Mary Hanlon sat. John F. Carver sat. J. Doe sat.",
    "seeds/c.md": "---\ntitle: C\ndate: 2024-01-03\npeople: [Hanlon, J. Doe, Jane Doe]\n---\n"
    "Hanlon sat. Jane Doe sat.",
    "seeds/d.md": "---\ntitle: D\ndate: 2024-01-04\npeople: [Alex Roe, Alexis Roe]\n---\nBoth sat.",
}


def test_the_worklist_as_written_makes_no_two_people_one(make_project) -> None:
    root = make_project(HANLONS)
    with_lines(root, *suggested(root))
    found = json.loads((root / "site/data/entities.json").read_text(encoding="utf-8"))["entities"]
    shown = {entity["name"] for entity in found}
    assert shown >= {"Peter Hanlon", "Mary Hanlon", "John D. Carver", "John F. Carver"}
    assert shown >= {"Alex Roe", "Alexis Roe", "Jane Doe"}
    assert "J. Doe" not in shown  # what is in a longer name is offered


def test_of_two_people_with_a_surname_one_is_to_be_chosen(make_project) -> None:
    root = make_project(HANLONS)
    assert main(["review", "-C", str(root)]) == 0
    with (root / "curation/worklist.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    (row,) = (row for row in rows if "Hanlon" in row["name"])
    assert row["suggestion"] == "merge,Hanlon,person,Mary Hanlon or Peter Hanlon,"
    assert row["effect"].startswith("Keep one of the 2 names: ")
    assert not [row for row in rows if row["what"] == "single mention"]  # all are listed
    settled = [int(row["mentions"]) for row in rows]
    assert settled == sorted(settled, reverse=True)
    (problem,) = with_lines(root, row["suggestion"])
    assert 'no other entity "Mary Hanlon or Peter Hanlon"' in problem
    both = with_lines(root, *choices(row["suggestion"]))
    assert [p for p in both if '"Hanlon" has already been merged into "Mary Hanlon"' in p] == both
    assert len(both) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norton", "Joshua Norton"),
        ("Joshua Norton", "J. Norton"),
        ("Jordan Smith", "Smith, Ray & Co"),
        ("Oslo", "Jordan Smith"),
        ("Old Hall", "Oslo"),
    ],
)
def test_every_line_that_explain_suggests_is_accepted(
    make_project, capsys: pytest.CaptureFixture[str], one: str, other: str
) -> None:
    root = make_project(SEEDS)
    lines = []
    for names in ((one,), (other,), (one, other), (other, one)):
        assert main(["explain", "-C", str(root), "-j", "1", *names]) == 0
        lines += re.findall(
            r"(?:^  |them: )((?:merge|split),.*)$", capsys.readouterr().out, re.MULTILINE
        )
    assert lines
    assert {line: with_lines(root, line) for line in lines} == {line: [] for line in lines}


def test_what_two_lines_have_made_alike_is_told_apart_by_address(make_project) -> None:
    root = make_project(SEEDS)
    assert not with_lines(
        root,
        "merge,Jordan Smith,person,organisations/jordan-smith,",
        "merge,Jordan Smith,place,Jordan Smith,",
    )
    pages = [path.parent.name for path in (root / "site").glob("*/jordan-smith.html")]
    assert pages == ["organisations"]
