"""What is not meant to be public is not published, nor is anything said about it on the site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import build_site, files_of

from generator.cli import main
from generator.config import read_config, with_drafts
from generator.errors import ConfigError
from generator.exclusions import Exclusions
from generator.read.privacy import Withheld, withheld

SECRET = "The informant is Gerda Quastenflosser."
OPEN = "---\ntitle: In the open\ndate: 2024-01-01\n---\nThe council met on 3 January 2024.\n"


def hidden(head: str) -> bool:
    """Whether a document with this front matter is withheld, whatever the day."""
    from generator.read.front_matter import split_head

    return withheld(split_head(f"{head}\n{SECRET}").fields) is not None


@pytest.mark.parametrize(
    "line",
    [
        "draft: true",
        "Draft: True",
        "draft: yes # for now",
        "draft: 1",
        "draft: maybe",
        "draft: true: not yet",
        "isDraft: true",
        "published: false",
        "published: no",
        "publish: false",
        "publish: 'off'",
        "dg-publish: false",
        "public: 0",
        "private: true",
        "unlisted: true",
        "hidden: true",
        "noindex: true",
        "robotsNoIndex: true",
        "robots: noindex",
        "robots: [NoIndex, nofollow]",
        "robots: noindex, follow",
        "robots: {index: false}",
        "visibility: private",
        "visibility: members",
        "status: Draft",
        "status: [draft, politics]",
        "post_status: private",
        "embargo: 2099-01-01",
        "embargo: true",
        "embargo_until: when she says so",
        "build: {render: never}",
        "_build:\n  list: never",
        "params:\n  private: true",
        "eleventyExcludeFromCollections: true",
        "permalink: false",
        "password: hush",
        "title: Fire\nTitle: Fire\ndraft: false\ndraft: true",
        "title: [unclosed\ndraft: true",
        "tags:\n\t- a\ndraft: true",
        "title: Fire\n  draft: true",
        "summary: Fire\n\tdraft: true\n\tmore: text",
        "date: 2024-01-01\ndraft:true",
        "date: 2024-01-01\ndraft = true",
        "date: 2024-01-01\ndraft：true",
        "date: 2024-01-01\n**draft**: true",
        "date: 2024-01-01\npublished:false",
        "date: 2024-01-01\n- draft: true",
        "robots: noindex nofollow",
        "robots: nofollow; noindex",
        "robots: {googlebot: noindex}",
        "embargo: {until: 2099-01-01}",
        "private: {a: true}",
        "keys: &a\n  draft: true\n<<: *a",
    ],
)
def test_what_withholds_a_document(line: str) -> None:
    assert hidden(f"---\n{line}\n---")
    assert hidden(f"---\ntitle: Fire\n{line}\n...")
    assert hidden(f"---\ntitle: Fire\n{line}\n")  # no end


@pytest.mark.parametrize(
    "head",
    [
        "+++\ndraft = true\n+++",
        "+++\ntitle = Fire\ndraft = true\n+++",
        "+++\n[params]\nprivate = true\n+++",
        '{\n  "title": "Fire",\n  "draft": true\n}',
        '{\n  "title": "Fire",\n  "draft": true,\n}',
        '---json\n{"draft": true}\n---',
        "Title: Fire\nStatus: draft\n",
        "  \n---\ndraft: true\n---",
        "---\ntitle: Fire\ndraft\n---",
        "---\ntitle: Fire\ndraft true\n---",
        "+++\ntitle = 'Fire'\ndraft: true\n+++",
        '{"title": "Fire", "draft": true,}\n',
        "{\"title\": 'Fire', 'draft': true}\n",
        "<!-- lint off -->\n---\ndraft: true\n---",
        "  ---\n  title: Fire\n  draft: true\n  ---",
        "    ---\n    title: Fire\n    draft: true\n    ---",
        "% Fire\n% Ann Lee\n% 2020\n\n---\ndraft: true\n---",
        "Title: Fire\nDraft:true\n",
    ],
)
def test_in_every_form_of_front_matter(head: str) -> None:
    assert hidden(head)


@pytest.mark.parametrize(
    "line",
    [
        "draft: false",
        "draft:",
        "draft: no",
        "published: true",
        "published: 2024-03-24",
        "published:",
        "publish: The Daily Planet",
        "public: yes",
        "private: false",
        "visibility: public",
        "status: published",
        "status: pending",
        "state: Ohio",
        "robots: index, follow",
        "embargo: false",
        "embargo:",
        "permalink: /fire/",
        "list: never",
        "tags: [draft]",
        "title: Draft law passed",
        "title: Fire\ndraft:false",
        "title: Fire\ndraft = no # yet",
        "title: Fire\npublished:true",
        "robots: max-image-preview:large, index",
        "private: {a: false}",
        "base: &a\n  kind: report\n<<: *a",
    ],
)
def test_what_does_not(line: str) -> None:
    assert not hidden(f"---\n{line}\n---")


def test_a_text_between_rules_is_not_a_head() -> None:
    assert not hidden("---\nPrivate schools of Dover.\nThey were many.\n---")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
@pytest.mark.parametrize("head", ["Title: T\nDraft: true\n\n", '{"title": "T", "draft": true}\n\n'])
def test_heads_of_other_texts(reading, name: str, head: str) -> None:
    assert not reading({name: f"{head}<article><p>{SECRET}</p></article>"}).documents


@pytest.mark.parametrize(
    ("meta", "public"),
    [
        ('name="robots" content="noindex"', False),
        ('name="ROBOTS" content="NOINDEX,NOFOLLOW"', False),
        ('name="draft" content="true"', False),
        ('name="robots" content="index, max-image-preview:large"', True),
    ],
)
def test_what_a_page_declares(reading, meta: str, public: bool) -> None:
    page = f"<html><head><title>Fire</title><meta {meta}></head><body><p>{SECRET}</p></body></html>"
    assert bool(reading({"a.html": page}).documents) is public


def test_in_tables_and_records(reading) -> None:
    head = "title,text,date,{}\nShut,It rained in here.,2024-01-02,{}\n"
    rows = [("published", "false"), ("status", "draft"), ("public", "0"), ("wp:status", "private")]
    files = {f"{n}.csv": head.format(*row) for n, row in enumerate(rows)}
    records = [{"published": False}, {"meta": {"draft": True}}, {"visibility": "private"}]
    own = {"title": "Shut", "body": "It rained in here."}
    files["a.jsonl"] = "\n".join(json.dumps(own | record) for record in records)
    found = reading(files)
    assert not found.documents
    assert sum(p.level == "note" for p in found.problems) >= 7


@pytest.mark.parametrize(
    ("column", "values", "text"),
    [
        ("draft", ("true", "true"), None),
        ("private", ("", "TRUE"), "Ann: One."),
        ("Published", ("no", "yes"), "Bob: Two."),
        ("published", ("1", "0"), "Ann: One."),
        ("embargo", ("", "2099-01-01"), "Ann: One."),
    ],
)
def test_turns_of_a_transcript(reading, column: str, values: tuple[str, str], text: str) -> None:
    one, two = values
    table = f"speaker,words,{column}\nAnn,One.,{one}\nBob,Two.,{two}\n"
    found = reading({"talk.csv": table})
    assert [d.text for d in found.documents] == ([text] if text else [])
    assert [p.level for p in found.problems if p.level == "note"] == ["note"]


def test_what_belongs_to_a_record(make_project) -> None:
    turns = "speaker,words\nAnn,Quastenflosser.\n"
    items = (
        "objectid,title,description,date,parentid,private\n"
        "one,Shut,Quastenflosser.,1999,,yes\n"
        "two,Child,Quastenflosser of one.,1999,one,\n"
        "three,Grandchild,Quastenflosser of two.,1999,two,\n"
        "four,Open,It rained.,1999,,\n"
    )
    root = make_project(
        {
            "sourcebook.toml": 'search = false\nnames = "listed"\n',
            "seeds/a.txt": "A Quastenflosser that is a copy.",
            "seeds/items.csv": items,
            "seeds/t/four.csv": "speaker,words\nAnn,It rained, she said.\nBob,Yes.\n",
            "seeds/t/one.csv": turns,
            "seeds/t/one.md": "A Quastenflosser.",
            "seeds/t/one.txt": "A Quastenflosser that is a copy.",
            "seeds/t/two.txt": "The Quastenflosser of two.",
        }
    )
    for more in range(2):  # the second time from the cache
        report = build_site(root)
        assert report.documents == 1
        assert sum(p.level == "note" for p in report.problems) == 8 + more
        assert b"quastenflosser" not in b"".join(files_of(root / "site").values()).lower()
        (root / "seeds" / "b.txt").write_text("---\ndraft: true\n---\n")


def test_a_file_of_that_name_elsewhere_is_its_own(reading) -> None:
    """Only what stands below the table's folder, or among the files of its records, is a record's."""
    files = {
        "box/items.csv": "id,title,description,draft\nann,Shut,It rained.,1\nbo,Open,It snowed.,\n",
        "box/text/ann.md": "A text of hers.",
        "notes/ann.md": "A note about somebody else.",
        "notes/other.md": "A note.",
        "turns/ann.md": "A text beside the other.",
        "turns/bo.md": "A text of the other.",
        "talks/ann.csv": "speaker,words\nAnn,It rained.\n",
        "talks/b.md": "One.",
        "talks/c.md": "Two.",
    }
    assert {d.path for d in reading(files).documents} == {
        *("box/items.csv", "notes/ann.md", "notes/other.md", "turns/bo.md"),
        *("talks/b.md", "talks/c.md"),
    }


def test_comments_between_the_keys_of_a_head(document) -> None:
    """A comment over several lines may hold what look like keys."""
    heads = (
        "---\ntitle: Fire\n<!--\nnote: Quastenflosser\n-->\n%% by: Quastenflosser %%\ndate: 2024\n---\n",
        "Title: Fire\n<!-- x: Quastenflosser -->\n# Quastenflosser\nDate: 2024\n\n",
        '{\n"title": "Fire",\n/* \n"note": "Quastenflosser",\n*/\n"date": "2024"\n}\n',
        "+++\ntitle = 'Fire'\n%%\nnote = 'Quastenflosser'\n%%\ndate = '2024'\n+++\n",
    )
    for head in heads:
        found = document("a.md", f"{head}It burned.")
        assert (found.title, found.date, found.text) == ("Fire", "2024", "It burned."), head
        assert not found.extra
    assert hidden("---\ntitle: Fire\n<!-- on hold\ndraft: true\n---")
    assert hidden("---\ntitle: Fire\n<!--\n-->\ndraft: true\n---")


def test_a_table_that_is_called_like_a_record(reading) -> None:
    private = "id,title,text,draft\nb,Shut,It rained.,1\n"
    found = reading({"a.csv": private, "b.csv": "title,text\nOpen,It rained.\n"})
    assert [d.title for d in found.documents] == ["Open"]


def test_what_withholds_a_list_of_objects(reading) -> None:
    own = [{"title": "Shut", "body": "It rained.", "draft": False}, {"title": "b", "body": "c"}]
    for around in ({"draft": True}, {"meta": {"private": 1}}, {"status": "draft"}):
        assert not reading({"a.json": json.dumps({**around, "articles": own})}).documents
        assert not reading({"a.json": json.dumps({"r": {**around, "a": own}})}).documents
    assert len(reading({"a.json": json.dumps({"status": "ok", "articles": own})}).documents) == 2


def test_an_identifier_like_the_value_of_a_key(reading) -> None:
    assert not reading({"a.csv": "id,title,text,draft\n1,Shut,It rained.,1\n"}).documents
    assert not reading({"a.csv": "id,title,text,published\n1,Shut,It rained.,0\n"}).documents


def test_an_embargo_has_a_day() -> None:
    assert withheld({"embargo": "2024-05-01T10:00:00Z"}) == Withheld("embargo", "2024-05-01")
    assert withheld({"embargo": "2024-05-01", "draft": True}) == Withheld("draft")


def test_an_embargo_ends_on_its_day_and_a_build_notices(make_project, monkeypatch) -> None:
    text = f"---\ntitle: Later\ndate: 2024-01-01\nembargo: 2024-05-01\n---\n{SECRET}"
    root = make_project({"seeds/a.md": text, "seeds/b.md": OPEN})

    def documents(day: str) -> int:
        monkeypatch.setattr("generator.config._today", lambda: day)
        report = build_site(root)
        assert bool(report.problems) == (report.documents == 1)
        return report.documents

    assert [documents(f"2024-{day}") for day in ("04-30", "05-01", "05-02", "04-01")] == [
        1,
        2,
        2,
        1,
    ]
    assert SECRET.encode() not in b"".join(files_of(root / "site").values())


@pytest.fixture
def mixed(make_project) -> Path:
    draft = f"---\ntitle: Quastenflosser\ndate: nonsense\ndraft: true\n---\n{SECRET}\n"
    row = f"2024-01-02,Quastenflosser,{SECRET},true\n2024-01-02,A row,It rained.,false\n"
    return make_project(
        {
            "sourcebook.toml": 'exclude = ["quastenflosser-notes/", "no-such-*"]\n',
            "seeds/open.md": f"{OPEN}\nSee [her](quastenflosser.md).\n",
            "seeds/quastenflosser.md": draft,
            "seeds/copy-of-quastenflosser.md": draft,
            "seeds/quastenflosser NUL.md": "---\nprivate: true\n---\nNUL: \0" + SECRET,
            "seeds/table.csv": "date,title,text,draft\n" + row,
            "seeds/_quastenflosser/a.txt": SECRET,
            "seeds/quastenflosser-notes/sub/a.txt": SECRET,
            "seeds/_quastenflosser.txt": SECRET,
            "seeds/_posts/2024-01-01-a.md": "---\ndate: 2024-01-03\n---\nPosts are public.",
            "seeds/.quastenflosser.txt": SECRET,
        }
    )


def test_no_word_of_it_is_on_the_site(mixed, capsys) -> None:
    report = build_site(mixed)
    assert report.documents == 3
    site = files_of(mixed / "site")
    everything = "\n".join(site) + b"\n".join(site.values()).decode("utf-8", "replace")
    assert "quastenflosser" not in everything.replace("(quastenflosser.md)", "").lower()
    cache = b"".join(files_of(mixed / ".sourcebook" / "analysis").values())
    assert SECRET.encode() not in cache
    notes = [p for p in report.problems if p.level == "note"]
    assert len(notes) == 9
    # Notes are no fault: --strict builds.
    assert main(["build", "-C", str(mixed), "--strict"]) == 0
    printed = capsys.readouterr().out
    assert '2 × Not published, as "draft" says.' in printed
    assert '2 × Not published, as its name begins with "_".' in printed
    assert '"no-such-*" in "exclude" leaves out nothing' in printed
    assert main(["check", "-C", str(mixed)]) == 0
    assert 'seeds/copy-of-quastenflosser.md:4: note: Not published, as "draft" says.' in (
        capsys.readouterr().out
    )


def test_only_the_preview_shows_drafts_and_in_a_folder_of_its_own(mixed) -> None:
    build_site(mixed)
    before = files_of(mixed / "site")
    config = with_drafts(read_config(mixed))
    assert config.output.is_relative_to(config.cache)
    from io import StringIO

    from rich.console import Console

    from generator.engine.build import build
    from generator.engine.progress import Progress

    shown = build(config, Progress(Console(file=StringIO()), quiet=True)).report
    assert shown.documents == 6
    assert files_of(mixed / "site") == before
    build_site(mixed)
    assert files_of(mixed / "site") == before
    (mixed / "sourcebook.toml").write_text("drafts = true")
    with pytest.raises(ConfigError):
        read_config(mixed)


@pytest.mark.parametrize(
    ("pattern", "left_out", "kept"),
    [
        ("private", ["private", "a/private", "Private"], ["private.md", "a/privates"]),
        ("private/", ["private", "a/private"], ["private.md"]),
        ("*.bak", ["a.bak", "b/c.BAK"], ["a.bak.md"]),
        ("notes/*.md", ["notes/a.md"], ["notes/b/a.md", "x/notes/a.md", "notes/a.txt"]),
        ("notes/**/x-*", ["notes/x-1", "notes/a/b/x-2"], ["x-1", "notes/a"]),
        ("notes/**", ["notes"], ["notes.md", "a/notes"]),
        ("/a.md", ["a.md"], ["b/a.md"]),
        ("./a/b?.md", ["a/b1.md"], ["a/b.md"]),
        ("Émile.md", ["E\u0301mile.md", "x/émile.md"], []),
        ("a[1].md", ["a[1].md"], ["a1.md"]),
    ],
)
def test_patterns(pattern: str, left_out: list[str], kept: list[str]) -> None:
    exclusions = Exclusions([pattern])
    assert exclusions.unused == (pattern,)
    assert all(map(exclusions.why, left_out))
    assert not any(map(exclusions.why, kept))
    assert not exclusions.unused


@pytest.mark.parametrize("value", ['"a"', "[1]", '[""]', '["/"]', "true"])
def test_a_setting_that_excludes_nothing_is_refused(make_project, value: str) -> None:
    with pytest.raises(ConfigError, match='"exclude" must be a list'):
        read_config(make_project({"sourcebook.toml": f"exclude = {value}"}))


def test_a_changed_source_that_is_left_out_is_not_previewed(make_project) -> None:
    from generator.load import load_one

    root = make_project({"seeds/_a/b.md": OPEN, "seeds/c.md": OPEN})
    config = read_config(root)
    assert load_one(config, config.seeds / "_a" / "b.md") is None
    assert load_one(config, config.seeds / "c.md") is not None


@pytest.mark.parametrize(
    ("index", "public"),
    [
        ("---\ntitle: A\ncascade:\n  draft: true\n---\n", False),
        ("---\ncascade: {build: {render: never}}\n---\n", False),
        ("+++\n[[cascade]]\ndraft = true\n+++\n", False),
        ('{"cascade": {"draft": true}}\n', False),
        ("---\ncascade:\n  type: docs\ncascade:\n  draft: true\n---\n", False),
        ("---\ncascade:\n  type: docs\n---\nNot yet a draft: true.", True),
        ("---\ntitle: A\ndraft: true\n---\n", True),
    ],
)
def test_what_the_index_of_a_folder_hands_down(make_project, index: str, public: bool) -> None:
    from generator.load import load, load_one

    root = make_project({"seeds/h/_index.md": index, "seeds/h/s/a.md": OPEN, "seeds/b.md": OPEN})
    config = read_config(root)
    found = load(config)
    assert [s.path for s in found.sources] == ["b.md", *(["h/s/a.md"] if public else [])]
    assert bool(load_one(config, config.seeds / "h" / "s" / "a.md")) is public
    assert found.problems


def test_a_comment_makes_nothing_public(reading) -> None:
    for line in ("private: '%% since May %%'", "draft: <!-- x -->", "draft: true %% x %%"):
        assert not reading({"a.md": f"---\ntitle: Fire\n{line}\n---\n{SECRET}"}).documents
