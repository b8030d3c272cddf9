"""What the sources say of a name, by year where that is much."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.commands.check import broken_links
from generator.render.views import sayings

NOTE = "---\ntitle: Names\ndate: 2014-03-01\npeople: [Ann Lee]\n---\nA list without sentences."


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sayings, "_MOST", 12)
    monkeypatch.setattr(sayings, "_ALL", 100)
    monkeypatch.setattr(sayings, "_A_PAGE", 6)
    monkeypatch.setattr(sayings, "_HANDFUL", 2)
    monkeypatch.setattr(sayings, "_TELLING", 3)


@pytest.fixture
def site(make_project) -> Path:
    """Sentences on a name by year, and one source of 2014 that only lists it."""
    years = {"1998": 1, "2001": 1, "2003": 1, "2012": 8, "2014": 1, "": 5}
    root = make_project({"sourcebook.toml": 'title = "T"\nnames = "listed"\n', "seeds/n.md": NOTE})
    for year, sentences in years.items():
        said = " ".join(f"Ann Lee counted {n} mills in “{year}”." for n in range(sentences))
        date = f"date: {year}-03-01\n" if year else ""
        path = root / f"seeds/of{year}.md"
        path.write_text(f"---\ntitle: Of {year}\n{date}---\n{said}\n", "utf-8")
    build_site(root)
    return root / "site"


def said(page: Path) -> list[str]:
    return re.findall(r"<blockquote.*?href=\"([^\"]*)\"", page.read_text("utf-8"))


def test_a_name_of_which_much_is_said_has_an_overview_and_pages_by_year(site: Path) -> None:
    folder = site / "people/ann-lee"
    found = {path.name: said(path) for path in sorted(folder.iterdir())}
    numbers = {name: len(quotes) for name, quotes in found.items()}
    assert numbers == {
        "1998-2003.html": 3,
        "2012-2.html": 4,
        "2012.html": 4,
        "2014-undated-2.html": 4,
        "2014-undated.html": 2,
    }
    assert len({quote for own in found.values() for quote in own}) == sum(numbers.values())
    overview = (site / "people/ann-lee.html").read_text("utf-8")
    section = overview.partition('id="said"')[2].partition("</section>")[0]
    jumps = re.findall(r'href="\.\./(people/[^"]*)">([^<]*) <span class="count">(\d+)', section)
    assert jumps == [
        ("people/ann-lee/1998-2003.html", "1998–2003", "3"),
        ("people/ann-lee/2012.html", "2012", "8"),
        ("people/ann-lee/2014-undated.html", "2014, undated", "6"),
    ]
    assert len(re.findall("<blockquote", section)) == 3
    assert not broken_links(site)
    entities = json.loads((site / "data/entities.json").read_text("utf-8"))["entities"]
    assert [one["page"] for one in entities] == ["people/ann-lee.html"]


def test_the_page_of_a_year_is_called_after_it_and_leads_back(site: Path) -> None:
    page = (site / "people/ann-lee/2012-2.html").read_text("utf-8")
    assert "<h1>Ann Lee, 2012</h1>" in page
    assert "<title>Ann Lee, 2012, page 2" in page
    assert 'href="../../people/ann-lee/2012.html" aria-current="true">2012' in page
    assert 'href="../../people/ann-lee.html">Ann Lee</a>' in page


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ({"2001": 3, "2002": 3}, ["2001", "2002"]),
        ({"1998": 1, "2001": 1, "2002": 1, "2012": 9}, ["1998 2001 2002", "2012"]),
        ({"2001": 2, "2003": 3, "2004": 9}, ["2001 2003", "2004"]),
        ({"2001": 2, "2012": 9, "2014": 2}, ["2001", "2012", "2014"]),
        ({"2001": 1, "2012": 9, "2014": 1}, ["2001 2012 2014"]),
        ({"2001": 3, "2012": 1}, ["2001 2012"]),
        ({"2001": 3, "2012": 1, "": 1}, ["2001 2012 "]),
        ({"": 1}, [""]),
    ],
)
def test_years_with_few_sentences_share_a_page(numbers: dict[str, int], wanted: list[str]) -> None:
    assert [" ".join(span) for span in sayings._spans(numbers)] == wanted


@pytest.mark.parametrize(
    ("years", "title"),
    [
        (["2012"], "2012"),
        (["-0043", "0014"], "44 BC – AD 14"),
        (["2019", ""], "2019, undated"),
        ([""], "undated"),
    ],
)
def test_years_in_words(years: list[str], title: str) -> None:
    assert sayings._title(years) == title


def test_former_pages_of_a_name_lead_to_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are recorded: with numbers, of other years, and of merged names."""
    monkeypatch.setattr(sayings, "SOURCES_A_PAGE", 4)
    root = site.parent
    (root / "curation").mkdir()
    (root / "curation/addresses.csv").write_text(
        "address,source,text\n"
        "people/ann-lee/2012,Ann Lee,\n"  # is a page still
        "people/ann-lee/1998-2001,Ann Lee,\n"
        "people/ann-lee/2,Ann Lee,\n"  # from before it had pages by year; of /3 there is no record
        "people/lee,Ann Lee,\n"
        "people/zora,Zora,\n"  # withdrawn
    )
    before = {path.relative_to(site) for path in site.rglob("*.html")}
    build_site(root)
    new = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    new -= {path.as_posix() for path in before}
    assert new == {"people/ann-lee/1998-2001.html", "people/ann-lee/2.html", "people/lee.html"}
    assert 'url=../../people/ann-lee.html"' in (site / "people/ann-lee/2.html").read_text()
    assert "<blockquote" in (site / "people/ann-lee/2012.html").read_text()
    assert not broken_links(site)


def test_of_much_one_sentence_of_each_source_is_quoted(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sayings, "_ALL", 4)
    files = {"sourcebook.toml": 'title = "T"\nnames = "listed"\nsearch = false\n'}
    head = "---\ntitle: Mills {n}\ndate: 2014-03-0{n}\npeople: [Ann Lee]\n---\n"
    for n, sentences in enumerate((3, 2, 1), 1):
        words = " ".join(f"Ann Lee saw {n} and {one} mills." for one in range(sentences))
        files[f"seeds/{n}.md"] = head.format(n=n) + words
    root = make_project(files)
    build_site(root)
    page = (root / "site/people/ann-lee.html").read_text("utf-8")
    section = page.partition('id="said"')[2].partition("</section>")[0]
    assert section.count("<blockquote") == 3
    further = re.findall(r'<a href="\.\./([^"]*)">(\d more sentences? there)</a>', section)
    assert [words for _, words in further] == ["2 more sentences there", "1 more sentence there"]
    for address, _ in further:
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (root / "site" / path).read_text("utf-8")
        assert section.count(f"#{anchor}") == 1
