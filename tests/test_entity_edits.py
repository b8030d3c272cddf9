"""What editors change about entities, and that the site says so."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.cli import main
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
    text = "\n".join(["action,name,type,into,note,sources", *lines]) + "\n"
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


NAMESAKES = {
    "seeds/judge.md": "---\ntitle: J\ndate: 2010-01-01\npeople: [Ann Lee, Lee]\n---\n"
    "Ann Lee, 60, is a judge. Lee spoke.",
    "seeds/thief.md": "---\ntitle: T\ndate: 2011-01-02\npeople: [Ann Lee, Lee]\n---\n"
    "Ann Lee, 20, is a thief. Lee ran. Lee fell.",
    "seeds/later.md": "---\ntitle: L\ndate: 2012-01-02\npeople: [Ann Lee]\n---\nAnn Lee sang.",
    "sourcebook.toml": 'names = "listed"',
}


def mentions(entity: dict) -> list[str]:
    return [mention["text"] for mention in entity["mentions"]]


def test_two_people_of_one_name_are_split_by_their_sources(make_project) -> None:
    root = make_project(NAMESAKES)
    build_site(root)
    (thief,) = (path.stem for path in (root / "site/sources").glob("*-t-*.html"))
    assert len(mentions(entities(root)["people/ann-lee"])) == 6
    for sources in ("thief.md", "seeds/thief.md", thief):
        assert not table(root, f"split,Ann Lee (thief),person,Ann Lee,no judge,{sources}")
        found = entities(root)
        old, new = (
            next(e for e in found.values() if e["name"] == name)
            for name in ("Ann Lee", "Ann Lee (thief)")
        )
        assert mentions(old) == ["Ann Lee", "Lee", "Ann Lee"]
        assert mentions(new) == ["Ann Lee", "Lee", "Lee"]
        assert {a["name"]: a["count"] for a in old["aliases"]} == {"Ann Lee": 2, "Lee": 1}
        counts = {a["name"]: a["count"] for a in new["aliases"]}
        assert counts == {"Lee": 2, "Ann Lee": 1}
        wanted = f"“Ann Lee (thief)” in {sources} split off by the editors (no judge)"
        assert old["edits"] == [wanted]
        page = (root / "site/people/ann-lee.html").read_text(encoding="utf-8")
        assert wanted in page
        assert f"/{thief}.html" not in page
        assert new["edits"] == ["split from “Ann Lee” by the editors (no judge)"]
        assert not broken_links(root / "site")


def suggested(root: Path) -> list[str]:
    """The lines of the worklist for people who may be two."""
    assert main(["review", "-C", str(root)]) == 0
    with (root / "curation/worklist.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["suggestion"] for row in rows if row["what"] == "possibly two people"]


def test_ages_that_are_not_one_person_s_are_in_the_worklist(make_project) -> None:
    root = make_project(NAMESAKES)
    (line,) = suggested(root)
    assert line.startswith("split,Ann Lee (born about 1991),person,Ann Lee,,2011-01-02-t-")
    assert not table(root, line)
    found = {entity["name"]: mentions(entity) for entity in entities(root).values()}
    assert found["Ann Lee (born about 1991)"] == ["Ann Lee", "Lee", "Lee"]
    assert not suggested(root)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 61, is a thief.",  # a year later
        "Ann Lee, 50, told of 2001.",  # an earlier time
        "Ann Lee, 20 May 2011.",
        "Ann Lee, 20 friends and Bo sang.",
        "Ann Lee, 20.5 points.",
        "Lee, 20, is a thief.",  # perhaps a brother
    ],
)
def test_ages_that_may_be_one_person_s(make_project, text: str) -> None:
    later = f"---\ntitle: T\ndate: 2011-01-02\npeople: [Ann Lee, Lee]\n---\n{text}"
    assert not suggested(make_project(NAMESAKES | {"seeds/thief.md": later}))


def test_those_who_were_split_may_keep_their_name(make_project) -> None:
    root = make_project(NAMESAKES)
    lines = [f"split,Ann Lee,,Ann Lee,,{name}.md" for name in ("thief", "later")]
    assert not table(root, *lines)
    found = entities(root)
    assert [e["name"] for e in found.values()] == ["Ann Lee"] * 3
    assert not any(e["maybe"] for e in found.values())  # they are not suggested to be one again
    addresses = set(found)
    assert not table(root, *reversed(lines))
    assert set(entities(root)) == addresses


def test_of_a_source_only_one_spelling_is_taken(make_project) -> None:
    root = make_project(NAMESAKES)
    assert not table(root, "split,Lee,person,Ann Lee,,thief.md ; judge.md")
    found = entities(root)
    assert mentions(found["people/lee"]) == ["Lee", "Lee", "Lee"]
    assert mentions(found["people/ann-lee"]) == ["Ann Lee"] * 3


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("split,Ann Lee,,Ann Lee,,theif.md", 'There is no source "theif.md".'),
        ("split,Ann Lee,,Ann Lee,,thief.md; -", 'There is no source "-".'),
        ("merge,Lee,,Ann Lee,,thief.md", '"merge" does not take "sources".'),
        ("hide,Ann Lee,,,,thief.md", '"hide" does not take "sources".'),
    ],
)
def test_sources_that_are_not_understood_stop_the_build(
    make_project, line: str, message: str
) -> None:
    with pytest.raises(CurationError, match=re.escape(f"entities.csv:2: error: {message}")):
        table(make_project(NAMESAKES), line)


def test_a_source_that_cannot_be_published_is_still_a_source(make_project) -> None:
    root = make_project(NAMESAKES | {"seeds/empty.md": ""})
    problems = table(root, "split,Ann Lee,person,Ann Lee,,empty.md")
    assert [p for p in problems if 'These sources do not mention "Ann Lee".' in p]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("split,Lee,,Ann Lee,,later.md", 'These sources do not mention "Ann Lee" as "Lee".'),
        (
            "split,Ann Lee,,Ann Lee,,judge.md; thief.md; later.md",
            'All mentions of "Ann Lee" are in these sources; use rename.',
        ),
        ("split,Bo,,Bo Li,,thief.md", 'There is no entity "Bo Li".'),
    ],
)
def test_sources_in_which_there_is_nothing_to_split(make_project, line: str, message: str) -> None:
    root = make_project(NAMESAKES)
    (problem,) = table(root, line)
    assert problem.startswith("curation/entities.csv:2: warning: ")
    assert message in problem
    assert list(entities(root)) == ["people/ann-lee"]


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


def test_what_editors_call_distinct_is_not_suggested_again(make_project) -> None:
    seeds = {
        "sourcebook.toml": 'names = "listed"',
        "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Joshua Norton, J. Norton, Paris]\n"
        "places: [Paris]\n---\nX.",
    }
    root = make_project(seeds)
    build_site(root)
    assert entities(root)["people/paris"]["maybe"]
    assert not table(
        root,
        "distinct,J. Norton,person,Joshua Norton,father and son",
        "distinct,Paris,person,places/paris,",
    )
    found = entities(root)
    assert not any(e["maybe"] for e in found.values())
    assert found["people/joshua-norton"]["edits"] == [
        "not the same as “J. Norton”, the editors say (father and son)"
    ]
    (problem,) = table(root, "distinct,Joshua Norton,person,Joshua Norton,")
    assert "There is no other entity" in problem
