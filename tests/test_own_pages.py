"""Names without a page of their own: they stay in the data, and no link breaks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.cli import main
from generator.commands.check import broken_links

ENGINE = """
import re

NAMES = {"Ann Lee": "PER", "Bo Lind": "PER", "Cy Moss": "PER", "Oslo": "LOC", "Bergen": "LOC"}


def tag(text, sentences):
    found = [(m.start(), m.end(), kind) for n, kind in NAMES.items() for m in re.finditer(n, text)]
    return sorted(found)
"""
# The sentences that mention most of them first.
FIRST = "sources/2020-06-01-first-c7yu.html#skzltcgu"
SECOND = "sources/2020-06-02-second-d6rw.html#sfht76hv"


@pytest.fixture
def root(make_project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ann Lee is in two sources; one source names Bo Lind and Bergen twice, and mayor Cy Moss once."""
    both = "Bo Lind and Ann Lee met mayor Cy Moss in Bergen on 3 May 2020."
    again = "Bo Lind and Ann Lee saw Bergen on 4 May 2020."
    (tmp_path / "engine_of_names.py").write_text(ENGINE)
    monkeypatch.syspath_prepend(tmp_path)
    files = {
        "seeds/a.md": f"---\ntitle: First\ndate: 2020-06-01\n---\n{both} {again}",
        "seeds/b.md": "---\ntitle: Second\ndate: 2020-06-02\n---\nAnn Lee left for Oslo. Oslo is far.",
    }
    return make_project({"sourcebook.toml": 'names = "engine_of_names"', **files})


def names_in(root: Path) -> dict[str, str]:
    """All names in the data, with their addresses."""
    found = json.loads((root / "site/data/entities.json").read_text())
    return {entity["name"]: entity["page"] for entity in found["entities"]}


def test_a_name_that_one_source_mentions_in_passing_has_no_page(root: Path) -> None:
    build_site(root)
    pages = {f.relative_to(root / "site").as_posix() for f in (root / "site/people").glob("*.html")}
    assert pages == {"people/index.html", "people/ann-lee.html"}
    assert not (root / "site/places/bergen.html").exists()
    people = (root / "site/people/index.html").read_text()
    assert "Ann Lee" in people
    assert "Bo Lind" not in people
    assert "People mentioned in the sources: 1." in people


def test_it_stays_in_the_data_the_search_and_the_lists_of_its_source(root: Path) -> None:
    build_site(root)
    site = root / "site"
    assert names_in(root) == {
        "Ann Lee": "people/ann-lee.html",
        "Bo Lind": FIRST,
        "Cy Moss": FIRST,
        "Bergen": FIRST,
        "Oslo": SECOND,
    }
    assert ",Bo Lind," in (site / "data/mentions.csv").read_text().replace('"', "")
    entries = json.loads((site / "search/names/6c-69.json").read_text())  # "li"
    assert entries[0][0] == "Bo Lind"
    assert FIRST in entries[0]
    source = (site / FIRST.partition("#")[0]).read_text()
    named = source[source.index('<ul class="named">') :]
    assert "<span>Bo Lind</span>" in named
    assert '<span class="hidden"> First of 2 mentions of Bo Lind</span>' in named


def test_no_link_is_broken(root: Path) -> None:
    build_site(root)
    assert not broken_links(root / "site")
    day = (root / "site/timeline/2020.html").read_text()
    assert re.search(rf'href="[./]*{re.escape(FIRST)}">Bo Lind<', day)
    assert "Bo Lind" not in (root / "site/graph/index.html").read_text()


def test_the_setting_says_how_many_mentions_are_enough(root: Path) -> None:
    (root / "sourcebook.toml").write_text('names = "engine_of_names"\nmin_mentions = 2')
    build_site(root)
    found = names_in(root)
    assert found["Bo Lind"] == "people/bo-lind.html"
    assert found["Cy Moss"] == "people/cy-moss.html"  # a full name with an office
    (root / "sourcebook.toml").write_text('names = "engine_of_names"\nmin_mentions = 3')
    build_site(root)
    assert names_in(root)["Bo Lind"] == FIRST
    assert not broken_links(root / "site")


def test_what_editors_have_changed_has_a_page(root: Path) -> None:
    (root / "curation").mkdir()
    lines = "action,name,type,into,note\nrename,Bo Lind,person,Bo Lindh,a test"
    (root / "curation/entities.csv").write_text(lines)
    build_site(root)
    assert names_in(root)["Bo Lindh"] == "people/bo-lindh.html"
    assert not broken_links(root / "site")


def test_explain_says_what_would_give_it_a_page(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["explain", "-C", str(root), "-j", "1", "Bo Lind"])
    out, err = capsys.readouterr()
    assert status == 0, err
    assert out.startswith("Bo Lind (person, no page of its own): 2 mentions in 1 source\n")
    assert "list it in the front matter of a source, or set min_mentions = 2" in out
