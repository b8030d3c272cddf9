"""What editors change about entities, and that the site says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.commands.check import broken_links
from generator.errors import CurationError

SEEDS = {
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Ann Lee, Lee]\norganisations: [Picnic, Piknik]\n"
    "places: [Rome, US]\n---\nAnn Lee heard Picnic in Rome. Lee left on 3 January 2024 for the US.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-02\npeople: [Rome]\n---\nPiknik played.",
    "sourcebook.toml": 'names = "listed"',
}


def entities(root: Path) -> dict[str, dict]:
    found = json.loads((root / "site/data/entities.json").read_text(encoding="utf-8"))["entities"]
    return {e["id"]: e for e in found}


def table(root: Path, *lines: str) -> list[str]:
    (root / "curation").mkdir(exist_ok=True)
    text = "\n".join(["action,name,type,into,note", *lines]) + "\n"
    (root / "curation/entities.csv").write_text(text, encoding="utf-8")
    return [str(problem) for problem in build_site(root).problems]


def test_every_kind_of_line(make_project) -> None:
    root = make_project(SEEDS)
    assert not table(
        root,
        "merge,Picnic,organisation,Piknik,one band",
        "rename,United States,place,US,",
        "hide,Rome,person,,no person",
        "retype,Rome,,organisation,a club",
        "alias,Miss Lee,person,Ann Lee,",
        "wikidata,Ann Lee,person,Q42,",
        'locate,US,place,"38.9; -77.0",their embassy',
    )
    found = entities(root)
    band = found["organisations/piknik"]
    assert [m["text"] for m in band["mentions"]] == ["Picnic", "Piknik"]
    assert band["edits"] == ["“Picnic” merged into this entry by the editors (one band)"]
    assert "organisations/picnic" not in found
    assert found["places/us"]["place"]["latitude"] == 38.9
    assert "their embassy" in found["places/us"]["place"]["reason"]
    assert "people/rome" not in found
    assert found["organisations/rome"]["type"] == "organisation"
    added = {"name": "Miss Lee", "count": 0, "reason": "added by the editors"}
    assert (
        added | {"reason_codes": [[{"code": "alias-added"}]]} in found["people/ann-lee"]["aliases"]
    )
    page = (root / "site/people/ann-lee.html").read_text(encoding="utf-8")
    assert "https://www.wikidata.org/wiki/Q42" in page
    assert "one band" in (root / "site/organisations/piknik.html").read_text(encoding="utf-8")
    assert not broken_links(root / "site")


def test_a_spelling_is_taken_out(make_project) -> None:
    root = make_project(SEEDS)
    assert not table(root, "split,Lee,person,Ann Lee,her brother")
    found = entities(root)
    assert [m["text"] for m in found["people/ann-lee"]["mentions"]] == ["Ann Lee"]
    assert [m["text"] for m in found["people/lee"]["mentions"]] == ["Lee"]
    assert "(her brother)" in found["people/lee"]["aliases"][0]["reason"]
    event = next(
        e
        for e in json.loads((root / "site/data/timeline.json").read_text())["timeline"]
        if e["kind"] == "reported"
    )
    assert "people/lee" in event["entities"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hide,Nobody,,,", 'There is no entity "Nobody".'),
        ("hide,Nobody,place,,", 'There is no entity "Nobody" of type place.'),
        ("merge,Ann Lee,,Nobody,", 'There is no other entity "Nobody" to merge into.'),
        ("merge,Ann Lee,,Ann Lee,", '"Ann Lee" and "Ann Lee" are already one.'),
        ("merge,Lee,,Ann Lee,", '"Lee" and "Ann Lee" are already one.'),
        ("rename,Picnic,,Piknik,", 'There is another entity "Piknik" of that type; use merge.'),
        ("split,Bo,,Ann Lee,", '"Ann Lee" has no spelling "Bo" that could be split off.'),
        ('locate,Ann Lee,,"1, 2",', '"Ann Lee" is not a place.'),
    ],
)
def test_a_line_that_cannot_be_carried_out(make_project, line: str, message: str) -> None:
    root = make_project(SEEDS)
    (problem,) = table(root, line)
    assert problem.startswith("curation/entities.csv:2: warning: ")
    assert message in problem
    assert "people/ann-lee" in entities(root)


def test_a_line_that_raises_stops_the_build(make_project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(entity: object, name: str, why: object) -> None:
        raise ZeroDivisionError("no such name")

    monkeypatch.setattr("generator.derive.entities.edits._named", fails)
    message = (
        "curation/entities.csv:2: error: This line could not be applied: "
        "ZeroDivisionError: no such name. Please report this line to us."
    )
    with pytest.raises(CurationError, match=re.escape(message)):
        table(make_project(SEEDS), "rename,Ann Lee,person,Anna Lee,", "wikidata,Rome,place,Q42,")


def test_a_line_may_give_any_spelling_of_an_entity(make_project) -> None:
    root = make_project(SEEDS)
    assert not table(root, "wikidata,Lee,person,Q42,", "wikidata,Rome,place,Q220,")
    found = entities(root)
    assert found["people/ann-lee"]["wikidata"] == "Q42"
    assert (found["places/rome"]["wikidata"], found["people/rome"]["wikidata"]) == ("Q220", "")


@pytest.mark.parametrize(("kind", "located"), [("place", True), ("organisation", False)])
def test_only_a_place_keeps_its_place_on_the_map(make_project, kind: str, located: bool) -> None:
    root = make_project(SEEDS)
    assert not table(root, f"retype,US,place,{kind},")
    assert bool(entities(root)[f"{kind}s/united-states"].get("place")) is located
