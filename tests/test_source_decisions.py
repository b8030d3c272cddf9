"""What editors decide about sources by `curation/sources.csv`: how much is published, and dates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of

from generator.config import read_config
from generator.engine.build import PagePreview
from generator.engine.executors import SerialExecutor
from generator.engine.unpacking import layers, readings
from generator.errors import CurationError

CONFIG = 'names = "listed"\nsearch = true\nbase_url = "https://example.org/a/"\nmin_mentions = 1'
HEAD = "action,source,value,note\n"
TEXT = "The quux hall burned on 1 March 2024. Ann Norwood quux on Monday that 12 people died. Quux."
FILES = {
    "sourcebook.toml": CONFIG,
    "seeds/a.md": f"---\ntitle: Quux\ndate: 2024-03-02\npeople: [Ann Norwood]\n---\n{TEXT}",
    "seeds/copy.md": f"---\ntitle: Quux\ndate: 2024-03-02\npeople: [Ann Norwood]\n---\n{TEXT}",
    "seeds/b.md": "---\ntitle: Other\n---\nThe old bridge fell on Sunday. See [it](a.md).",
}


def table(*rows: str) -> dict[str, str]:
    return {"curation/sources.csv": HEAD + "".join(f"{row}\n" for row in rows)}


def documents(root: Path) -> dict[str, dict]:
    listed = json.loads((root / "site/data/documents.json").read_bytes())["documents"]
    return {one["title"]: one for one in listed}


def words_in(site: Path) -> list[str]:
    """The files of a site in which, unpacked or not, the words of the source are."""
    return [
        name
        for name, data in files_of(site).items()
        for _, raw in layers(name, data)
        if any("quux" in text.lower() for text in readings(name, raw))
    ]


def test_a_source_that_editors_withhold_is_in_no_byte(make_project) -> None:
    root = make_project(FILES)
    build_site(root)
    assert "Quux" in documents(root)
    assert words_in(root / "site")
    # Of the copy, which is the same file; the cache has what was found before.
    write(root, "publish,seeds/copy.md,none,quux is private")
    report = build_site(root)
    assert list(documents(root)) == ["Other"]
    assert not words_in(root / "site")
    assert any("Not published, as" in str(note) for note in report.problems)
    write(root, "publish,copy.md,none,", "publish,a.md,full,the last line counts")
    build_site(root)
    assert "Quux" in documents(root)


def write(root: Path, *rows: str) -> None:
    (root / "curation").mkdir(exist_ok=True)
    for name, text in table(*rows).items():
        (root / name).write_text(text)


def test_the_table_builds_what_metadata_build(make_project) -> None:
    by_table = make_project({**FILES, **table("publish,a.md,quotes,", "date,b.md,2024-03-05,")})
    head = "title: Quux\npublish: quotes"
    metadata = {
        **FILES,
        "seeds/a.md": FILES["seeds/a.md"].replace("title: Quux", head),
        "seeds/copy.md": FILES["seeds/a.md"].replace("title: Quux", head),
        "seeds/b.md": FILES["seeds/b.md"].replace("title: Other", "title: Other\ndate: 2024-03-05"),
    }
    by_metadata = make_project(metadata, "metadata")
    for root in (by_table, by_metadata):
        build_site(root)
    found, wanted = documents(by_table), documents(by_metadata)
    assert found["Quux"]["publish"] == wanted["Quux"]["publish"] == "quotes"
    assert found["Other"]["date"] == wanted["Other"]["date"] == "2024-03-05"
    first, second = corpus_of(by_table), corpus_of(by_metadata)
    days = [e.date for e in first.events]
    assert days == [e.date for e in second.events]
    assert "2024-03-03" in days  # the Sunday before


def test_a_date_goes_before_that_of_the_metadata(make_project) -> None:
    root = make_project({**FILES, **table("date,seeds/a.md,3 March 1911,as the page says")})
    (one,) = [d for d in corpus_of(root).documents if d.title == "Quux"]
    assert (one.date, one.date_origin.code) == ("1911-03-03", "editors-table")


@pytest.mark.parametrize("key", ["draft: true", "publish: no", "embargo: 2999-01-01"])
def test_a_line_publishes_nothing_that_its_metadata_withhold(make_project, key: str) -> None:
    private = f"---\ntitle: Private\n{key}\n---\nQuux in the hills."
    files = {**FILES, "seeds/p.md": private, **table("publish,p.md,full,")}
    assert "Private" not in {d.title for d in corpus_of(make_project(files)).documents}


def test_a_source_whose_embargo_is_over_can_be_withheld(make_project) -> None:
    files = {**FILES, "seeds/p.md": "---\ntitle: P\nembargo: 1999-01-01\n---\nText."}
    assert "P" in {d.title for d in corpus_of(make_project(files)).documents}
    root = make_project({**files, **table("publish,p.md,none,")}, "none")
    assert "P" not in {d.title for d in corpus_of(root).documents}


def test_all_documents_of_a_file_are_meant(make_project) -> None:
    rows = "title,text\nOne,Quux text.\nTwo,Another quux.\n"
    files = {**FILES, "seeds/t.csv": rows, **table("publish,t.csv,none,")}
    assert {d.title for d in corpus_of(make_project(files)).documents} == {"Quux", "Other"}


def test_it_goes_with_words_that_are_withheld(make_project) -> None:
    redactions = {"curation/redactions.csv": "document,words\n,Norwood\n"}
    files = {**FILES, "seeds/norwood.md": "---\ntitle: N\n---\nQuux and Norwood.", **redactions}
    root = make_project({**files, **table("publish,norwood.md,none,", "date,b.md,2024,")})
    found = {d.title: d for d in corpus_of(root).documents}
    assert set(found) == {"Quux", "Other"}
    assert found["Other"].date == "2024"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("publish,c.md,none,", 'There is no source "c.md".'),
        ("publish,hall.png,none,", 'There is no source "hall.png".'),
        ("publish,a.md,quoted,", '"quoted" is not how much is published.'),
        ("publish,a.md,,", '"publish" needs "source" and "value".'),
        ("date,b.md,3/4/2024,", '"3/4/2024" is not an unambiguous date.'),
        ("hide,b.md,x,", 'Unknown action "hide".'),
    ],
)
def test_what_is_not_understood_stops_the_build(make_project, row: str, message: str) -> None:
    root = make_project({**FILES, "seeds/hall.png": b"x", **table("publish,a.md,none,", row)})
    with pytest.raises(CurationError) as error:
        build_site(root)
    assert f"curation/sources.csv:3: error: {message}" in str(error.value)
    assert not (root / "site").exists()


def test_a_page_ahead_of_a_build_shows_no_more(make_project) -> None:
    root = make_project({**FILES, **table("publish,a.md,quotes,")})
    build_site(root)
    (page,) = (root / "site/sources").glob("*quux*.html")
    before = page.read_bytes()
    corpus = corpus_of(root)
    preview = PagePreview(corpus, read_config(root), SerialExecutor())
    (root / "seeds/a.md").write_text(FILES["seeds/a.md"] + " More quux.")
    assert not preview.show(root / "seeds/a.md")
    assert page.read_bytes() == before
