"""People of one name whom the sources may mean as two: suggested to editors, and said on the page."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import build_site

from generator.cli import main
from generator.commands.check import broken_links

CAUTION = "The sources may mean two people by this name"


def note(day: int, text: str) -> str:
    return (
        f"---\ntitle: Note {day}\ndate: 2011-01-{day:02d}\npeople: [Ann Lee, Bo Day]\n---\n{text}"
    )


def project(make_project, *texts: str) -> Path:
    files = {f"seeds/{n}.md": note(n, text) for n, text in enumerate(texts, 1)}
    return make_project({"sourcebook.toml": 'names = "listed"\nsearch = false', **files})


def worklist(root: Path) -> list[tuple[str, str]]:
    """The details and lines for people who may be two."""
    assert main(["review", "-C", str(root), "-j", "1"]) == 0
    with (root / "curation/worklist.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(r["detail"], r["suggestion"]) for r in rows if r["what"] == "possibly two people"]


@pytest.mark.parametrize(
    ("one", "two", "why", "name"),
    [
        (
            "Ann Lee (1920–1980) was here. Ann Lee (1920–1980) left.",
            "Ann Lee (born 12 May 1951) left.",
            "born in 1920 (",
            "Ann Lee (born 1951)",
        ),
        ("Ann Lee, born in 1920, left.", "Ann Lee, who was born in 1944, ran.", "1944", "born 1"),
        ("Ann Lee (d. 1980) left.", "Ann Lee, who died in 1999, ran.", "died in 1", "(died 1"),
        ("Ann Lee, 60, left.", "Ann Lee, 20, ran.", "aged ", "(born about 19"),
        ("Ann Lee Sr. left.", "Ann Lee Jr. ran.", "jr (", "Ann Lee "),
    ],
)
def test_what_cannot_be_one_person_s(make_project, one: str, two: str, why: str, name: str) -> None:
    root = project(make_project, one, two)
    ((detail, line),) = worklist(root)
    assert why in detail
    assert line.startswith("split,Ann Lee")
    assert name in line
    build_site(root)
    assert CAUTION in (root / "site/people/ann-lee.html").read_text(encoding="utf-8")
    table = root / "curation/entities.csv"
    table.write_text(f"action,name,type,into,note,sources\n{line}\n", encoding="utf-8")
    assert not build_site(root).problems
    assert CAUTION not in (root / "site/people/ann-lee.html").read_text(encoding="utf-8")
    assert not broken_links(root / "site")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ann Lee (1920–1980) was here.", "Ann Lee (born 12 May 1921) left."),  # a misprint
        ("Ann Lee, born in 1920, left.", "Bo Day, born in 1951, left. Ann Lee ran."),
        ("Ann Lee, born in Oslo, left.", "Ann Lee ran in 1951."),
        ("Ann Lee Jr. left.", "Ann Lee ran."),
        ("Ann Lee (1920–1980) left. Ann Lee (1950–1980) ran.", "Ann Lee sang."),
    ],
)
def test_what_can_be_one_person_s(make_project, one: str, two: str) -> None:
    root = project(make_project, one, two)
    assert not worklist(root)
    build_site(root)
    assert CAUTION not in (root / "site/people/ann-lee.html").read_text(encoding="utf-8")


def test_offices_are_a_hint_only_in_sources_with_nothing_in_common(make_project) -> None:
    front = (
        "---\ntitle: T{n}\ndate: 2011-01-0{n}\npeople: [Ann Lee]\nplaces: [{place}]\n---\n{text}"
    )
    texts = ["Judge Ann Lee left.", "The farmer Ann Lee ran.", "Ann Lee, a judge in Ohio, sang."]

    def with_places(*places: str) -> Path:
        files = {
            f"seeds/{n}.md": front.format(n=n, place=place, text=text)
            for n, (place, text) in enumerate(zip(places, texts, strict=True), 1)
        }
        files["seeds/4.md"] = "Nothing."
        settings = 'names = "listed"\nsearch = false'
        return make_project({"sourcebook.toml": settings, **files}, places[1])

    root = with_places("Oslo", "Rome", "Paris")
    ((detail, line),) = worklist(root)
    assert detail.startswith("“Judge” (")
    assert "“farmer” (" in detail
    assert line.startswith("split,Ann Lee (farmer),person,Ann Lee,,2011-01-02-")
    build_site(root)
    assert CAUTION not in (root / "site/people/ann-lee.html").read_text(encoding="utf-8")
    assert not worklist(with_places("Oslo", "Oslo", "Paris"))
