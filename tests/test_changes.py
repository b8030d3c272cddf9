"""Records of what changed, and the former addresses of sources: what they keep, and what they show."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of
from rich.console import Console

from generator.commands.changes import record_changes
from generator.config import read_config
from generator.derive.changes import addresses_of, changes_since, published_state
from generator.derive.recorded import moved_sources, with_records
from generator.engine.executors import SerialExecutor
from generator.engine.progress import Progress
from generator.errors import CurationError, SourcebookError
from generator.model import (
    ADDRESSES_TABLE,
    CHANGES_FILE,
    Address,
    Alias,
    Change,
    Corpus,
    Document,
    Entity,
    NameStep,
    SeriesStep,
    Source,
)
from generator.read import read_edits

SETTINGS = 'names = "listed"\nsearch = false\nbase_url = "https://x.example/"\n'
FELL = "---\ntitle: {}\ndate: 2024-03-23\npeople: [Ann Lee]\n---\nOn 22 March 2024 a bridge fell.\n"
SPOKE = "---\ntitle: Zora speaks\ndate: 2024-03-25\n---\nZora wept on 24 March 2024.\n"
LATER = "---\ntitle: The mayor goes\ndate: 2024-03-27\n---\nOn 26 March 2024 the mayor resigned.\n"


def record(root: Path, day: str = "2024-04-01", note: str = "", *, write: bool = True) -> list[str]:
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    config = read_config(root)
    return list(record_changes(config, progress, SerialExecutor(), day=day, note=note, write=write))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], str]:
    """A project recorded twice and built; what the second record said; an address of the first."""
    root = tmp_path_factory.mktemp("changes")
    (root / "seeds").mkdir()
    (root / "sourcebook.toml").write_text(SETTINGS)
    (root / "seeds/a.md").write_text(FELL.format("The bridge fell"))
    (root / "seeds/b.md").write_text(SPOKE)
    assert record(root)[0] == "Records begin with 2 sources and 2 events."
    old = next(d.id for d in corpus_of(root).documents if d.path == "a.md")
    (root / "seeds/a.md").write_text(FELL.format("The bridge at Mill Lane fell"))
    (root / "seeds/b.md").unlink()
    (root / "seeds/c.md").write_text(LATER)
    lines = record(root, "2024-04-02", "Two  corrections.")
    build_site(root)
    return root, lines, old


def test_what_a_record_says(story: tuple[Path, list[str], str]) -> None:
    root, lines, _ = story
    assert lines == [
        "Sources: 1 new",
        "    The mayor goes",
        "Sources: 1 changed",
        "    The bridge at Mill Lane fell",
        "Sources: 1 withdrawn",  # but never which
        "Events: 1 new",
        "Recorded for 2024-04-02 in curation/changes.jsonl.",
    ]
    begun, second = map(json.loads, (root / CHANGES_FILE).read_text().splitlines())
    assert begun == {"day": "2024-04-01", "begins": {"sources": 2, "events": 2}}
    assert second["note"] == "Two corrections."


def test_what_the_page_and_its_feed_show(story: tuple[Path, list[str], str]) -> None:
    root, _, _ = story
    page = (root / "site/changes/index.html").read_text(encoding="utf-8")
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))
    for said in ("1 new source", "The mayor goes", "1 changed source", "1 withdrawn source",
                 "1 new event on the timeline", "the mayor resigned", "Two corrections.",
                 "Records begin, with 2 sources and 2 events."):  # fmt: skip
        assert said in words
    assert words.index("2 April 2024") < words.index("1 April 2024")
    feed = (root / "site/changes/feed.xml").read_text(encoding="utf-8")
    assert "https://x.example/changes/index.html#d2024-04-02" in feed
    assert 'href="../changes/feed.xml"' in page
    assert '<a href="changes/index.html">What changed</a>' in (root / "site/index.html").read_text()


def test_nothing_of_what_was_withdrawn_is_in_the_site(story: tuple[Path, list[str], str]) -> None:
    root, _, _ = story
    assert not [n for n, data in files_of(root / "site").items() if b"zora" in data.lower()]
    assert not [name for name in files_of(root / "site") if "zora" in name]


def test_an_old_address_leads_to_the_source(story: tuple[Path, list[str], str]) -> None:
    root, _, old = story
    new = next(d.id for d in corpus_of(root).documents if d.path == "a.md")
    assert f"../sources/{new}.html" in (root / f"site/sources/{old}.html").read_text()
    sitemap = (root / "site/sitemap.xml").read_text()
    assert new in sitemap
    assert old not in sitemap


def test_the_addresses_of_names_are_recorded(story: tuple[Path, list[str], str]) -> None:
    root, _, _ = story
    assert "\npeople/ann-lee,Ann Lee,\n" in (root / ADDRESSES_TABLE).read_text()


def test_a_build_writes_nothing_beside_the_site_and_a_record_nothing_twice(
    story: tuple[Path, list[str], str],
) -> None:
    root, _, _ = story
    kept, site = files_of(root / "curation"), files_of(root / "site")
    assert record(root, "2024-04-03") == ["Nothing has changed since the last record."]
    assert record(root, "2024-04-03", write=False) == ["Nothing has changed since the last record."]
    build_site(root)
    assert files_of(root / "curation") == kept
    assert files_of(root / "site") == site


def test_what_is_withheld_later_is_in_no_record(make_project) -> None:
    """A redaction is younger than the record, and than the address with the name in it."""
    spoke = SPOKE.replace("---\nZora", "people: [Zora Quill]\n---\nZora")
    root = make_project({"seeds/a.md": spoke, "seeds/b.md": LATER, "sourcebook.toml": SETTINGS})
    record(root)
    named = '{"day":"2024-04-02","note":"Zora asked.","sources":{"named":["Zora: gone"]}}\n'
    with (root / CHANGES_FILE).open("a") as file:
        file.write(named)
    (root / "curation/redactions.csv").write_text("words,replacement\nZora,[a witness]\n")
    build_site(root)  # refused where the site has the word, in names of files as well
    page = (root / "site/changes/index.html").read_text(encoding="utf-8")
    assert "[a witness] asked." in page
    assert "[a witness]: gone" in page
    assert record(root, "2024-04-05") == ["Nothing has changed since the last record."]


def test_an_address_made_of_words_that_are_kept_back_leads_nowhere(document) -> None:
    one = document("a.md", SPOKE)
    full = Address(2, "2024-03-25-zora-wept", "a.md", "bs55pulg2tps")
    assert moved_sources([full], [one]) == {full.address: one.id}
    quoted = replace(one, publish="quotes")
    assert moved_sources([full], [quoted]) == {}
    (later,) = addresses_of([replace(quoted, id="2024-03-25-old")], [])
    assert later.text == ""
    assert moved_sources([later], [quoted]) == {"2024-03-25-old": one.id}


def test_which_source_an_old_address_leads_to(document) -> None:
    one, two = document("a.md", FELL.format("A")), document("b.md", LATER)
    (row,) = addresses_of([replace(one, id="old")], [])
    others = [replace(two, path="t.csv", id="x"), replace(two, path="t.csv", id="y", text="Other.")]

    def leads(row: Address, *documents: Document) -> str:
        return moved_sources([row], documents).get("old", "")

    assert leads(row, one, two) == one.id
    assert leads(row, replace(one, text="All of it is new."), two) == one.id
    assert leads(row, replace(one, path="renamed.md"), two) == one.id  # by its text
    assert leads(row, replace(two, path="renamed.md")) == ""  # withdrawn
    assert leads(row, replace(one, path="c.md"), replace(one, path="d.md", id="z")) == ""
    # The place in a mailbox or a table goes to others when a message or a line is withdrawn.
    (second,) = addresses_of([replace(others[0], id="old"), others[1]], [])[:1]
    assert leads(second, *others) == "x"
    assert leads(second, others[1]) == ""
    (mail,) = addresses_of([replace(one, id="old", path="box.mbox!/2")], [])
    assert leads(mail, replace(two, path="box.mbox!/2")) == ""
    assert leads(mail, replace(one, path="box.mbox!/3")) == one.id


def entity(name: str, *others: str, page: bool = True) -> Entity:
    aliases = tuple(Alias(one, 1, ()) for one in (name, *others))
    ident = f"people/{name.lower().replace(' ', '-')}"
    return Entity(ident, name, "person", aliases, (), (), (), has_page=page)


def with_entities(*entities: Entity) -> Corpus:
    return Corpus((), entities, (), ())


@pytest.mark.parametrize(
    ("before", "after", "merged", "split"),
    [
        # One page where there were two, whatever it is called.
        ([entity("J. Lee"), entity("Jo Lee")], [entity("Jo Lee", "J. Lee")],
         [NameStep("J. Lee", "people/jo-lee")], []),
        ([entity("J. Lee"), entity("Jo Lee")], [entity("Josef Lee", "Jo Lee", "J. Lee")],
         [NameStep("J. Lee", "people/josef-lee"), NameStep("Jo Lee", "people/josef-lee")], []),
        # Two pages where there was one.
        ([entity("Jo Lee", "J. Lee")], [entity("Jo Lee"), entity("J. Lee")],
         [], [NameStep("J. Lee", "people/j.-lee", "people/jo-lee")]),
        # A new name on a page, another name of it, one that lost its page: nothing of that kind.
        ([entity("Jo Lee")], [entity("Jo Lee", "J. Lee")], [], []),
        ([entity("J. Lee")], [entity("Jo Lee", "J. Lee")], [], []),
        ([entity("Jo Lee", "Lee"), entity("Al Lee", "Lee")], [entity("Jo Lee"), entity("Lee")],
         [], []),
        ([entity("Jo Lee", "J. Lee")], [entity("Jo Lee"), entity("J. Lee", page=False)], [], []),
    ],
)  # fmt: skip
def test_names_that_were_merged_or_separated(
    before: list[Entity], after: list[Entity], merged: list[NameStep], split: list[NameStep]
) -> None:
    old = published_state(with_entities(*before))
    found = changes_since(old, with_entities(*after), {}, "2024-04-01")
    assert (list(found.merged), list(found.split)) == (merged, split)


def test_records_lose_what_is_gone() -> None:
    known = with_entities(entity("Jo Lee", "J. Lee"))
    step = NameStep("J. Lee", "people/jo-lee")
    gone = NameStep("Zora", "people/jo-lee")
    change = Change("2024-04-01", new=("zora",), came=1, events=("e1",), happened=1,
                    figures=(SeriesStep("s", ("", ""), ("a", "b")),), merged=(step, gone),
                    split=(NameStep("J. Lee", "people/jo-lee", "people/zora"),))  # fmt: skip
    (found,) = with_records(known, (), (change,)).changes
    assert found == Change("2024-04-01", came=1, happened=1, merged=(step,))


def test_a_new_version_that_reads_a_file_otherwise_changes_nothing(document) -> None:
    one = document("a.md", LATER)
    before = published_state(Corpus((one,), (), (), ()))
    read_better = replace(one, title="Read better")
    edited = replace(read_better, digest="0" * 64)
    for now, changed in ((read_better, ()), (edited, (one.id,))):
        found = changes_since(before, Corpus((now,), (), (), ()), {}, "2024-04-01")
        assert found.changed == changed


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ('{"day":"2024-4-1"}', "not a date"),
        ('{"day":"2024-04-01","sorces":{}}', "unknown field `sorces`"),
        ('{"day":"2024-04-01","sources":{"withdrawn":"1"}}', r"sources.withdrawn"),
        ('{"day":"2024-04-01","sources":{"new":[1]}}', r"sources.new"),
        ('{"day":"2024-04-01","names":{"merged":[["A"]]}}', r"names.merged"),
        ('{"day":"2024-04-01","figures":[{"series":"s","after":["a"]}]}', r"figures"),
    ],
)
def test_a_wrong_line_is_named(line: str, wrong: str) -> None:
    data = f'{{"day":"2024-04-01"}}\n\n{line}\n'.encode()
    with pytest.raises(CurationError, match=rf"curation/changes.jsonl:3: error: .*{wrong}"):
        read_edits([Source(CHANGES_FILE, CHANGES_FILE, data, "")])


@pytest.mark.parametrize(
    "address", ["../x", "a/b", "A b", "", "people/", "people/../x", "people/a/2/3"]
)
def test_an_address_is_one_of_a_source(address: str) -> None:
    data = f"address,source\n{address},a.md\n".encode()
    with pytest.raises(CurationError, match="not the address of a source or of a name"):
        read_edits([Source(ADDRESSES_TABLE, ADDRESSES_TABLE, data, "")])


def test_a_wrong_day_is_refused(make_project) -> None:
    with pytest.raises(SourcebookError, match="not a date"):
        record(make_project({}), "tomorrow")
