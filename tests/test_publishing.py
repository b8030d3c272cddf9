"""Of a source that is quoted or only recorded, nothing else is published in any byte of the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of, picture
from pdf_files import pdf

from generator.config import read_config
from generator.engine.publication import kept_back_files
from generator.engine.unpacking import layers, readings
from generator.errors import ConfigError, Problem, fit_to_publish
from generator.ids import anchors
from generator.model import Source

ARTICLE = """---
title: The hall
date: 2024-03-02
people: [Ann Norwood, Bob Stone]
tags: [fire]
summary: A quux summary.
url: https://example.org/x
publisher: The Bell
image: hall.png
image_alt: quux description
motto: a quux motto
{}---

## Quux heading of some words

Ann Norwood quux in the hills. The hall burned on 1 March 2024, and 12 people died. Quux roof.

A quux [link](full.md) ![quux alt](hall.png). Bob Stone said on Monday that it was dreadful.

| quux | cells |
|---|---|
| quux one | quux two |

- a quux item
"""
FULL = """---
title: Full
date: 2024-03-05
people: [Bob Stone]
search_engines: no
rights: Bob Stone
---
Bob Stone said that the hall burned. At least 15 people died on 1 March 2024. See [a](press/a.md#quux).
"""
CONFIG = """names = "listed"
base_url = "https://example.org/a/"
most_quoted = 50
rights = "The publishers"
licence = "https://creativecommons.org/licenses/by/4.0/"
noindex = ["press/a.md"]
pages = "all"
publish_originals = true

[publish_in]
"press/" = "quotes"
"press/records/*" = "record"
"""


def draw(canvas) -> None:
    canvas.drawString(72, 700, "The tower fell on 4 March 2024 at noon. A quux end of the page.")


FILES = {
    "sourcebook.toml": CONFIG,
    "seeds/press/a.md": ARTICLE.format(""),
    "seeds/press/hall.png": picture("PNG"),
    "seeds/press/tower.pdf": pdf(draw, title="The tower"),
    "seeds/press/records/r.md": ARTICLE.format("author: Ann Lee\n").replace(
        "The hall", "Record", 1
    ),
    "seeds/full.md": FULL,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("quoted")
    for name, content in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = build_site(root)
    numbers = report.quoted, report.quoted_of, report.quoted_sources, report.records
    assert numbers == (3, 13, 2, 1)
    assert report.quoted_most == 50
    return root / "site"


def documents(site: Path) -> dict[str, dict[str, object]]:
    listed = json.loads((site / "data/documents.json").read_bytes())["documents"]
    return {document["file"]: document for document in listed}


def test_nothing_but_quoted_sentences_is_in_any_byte(site: Path) -> None:
    for name, data in files_of(site).items():
        for _, raw in layers(name, data):
            assert not any("quux" in text.lower() for text in readings(name, raw)), name
    assert not [name for name in files_of(site) if name.startswith(("media/", "originals/"))]


def test_quoted_sentences_keep_their_places(site: Path) -> None:
    found = documents(site)
    article = found["press/a.md"]
    assert article["text"] == (
        "The hall burned on 1 March 2024, and 12 people died.\n\n"
        "Bob Stone said on Monday that it was dreadful."
    )
    assert (article["publish"], article["all_sentences"], article["sha256"]) == ("quotes", 11, "")
    assert found["press/tower.pdf"]["text"] == "The tower fell on 4 March 2024 at noon."
    assert found["press/tower.pdf"]["pages"] == [["1", 0]]
    entities = json.loads((site / "data/entities.json").read_bytes())["entities"]
    texts = {document["id"]: document["text"] for document in found.values()}
    for entity in entities:
        for mention in entity["mentions"]:
            text = texts[mention["document"]]
            assert text[mention["start"] : mention["end"]] == mention["text"]
    events = json.loads((site / "data/timeline.json").read_bytes())["timeline"]
    for event in (e for e in events if e["kind"] == "reported"):
        for sentence in event["sentences"]:
            text = texts[sentence["document"]]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_a_record_has_what_one_needs_to_find_it(site: Path) -> None:
    record = documents(site)["press/records/r.md"]
    assert (record["title"], record["date"], record["authors"]) == (
        "Record",
        "2024-03-02",
        ["Ann Lee"],
    )
    assert (record["publisher"], record["url"]) == ("The Bell", "https://example.org/x")
    assert (record["text"], record["tags"], record["people"]) == ("", [], [])
    page = (site / record["page"]).read_text()
    assert "Only the record of this source is published here, not its text." in page
    assert "The source has no text." not in page


def test_pages_say_how_much_is_published_and_whose_it_is(site: Path) -> None:
    found = documents(site)
    page = (site / found["press/a.md"]["page"]).read_text()
    assert "is published here: 2 of 11 sentences." in page
    assert (
        '<a href="https://example.org/x" rel="noopener noreferrer nofollow external">Read it'
        in page
    )
    assert '<meta name="robots" content="noindex">' in page
    assert "<dt>Rights</dt><dd>The publishers</dd>" in page
    assert "by/4.0/</a></dd>" in page
    full = (site / found["full.md"]["page"]).read_text()
    assert "<dt>Rights</dt><dd>Bob Stone</dd>" in full
    assert '<meta name="robots" content="noindex">' in full
    pdf_page = (site / found["press/tower.pdf"]["page"]).read_text()
    assert 'name="robots"' not in pdf_page
    sitemap = (site / "sitemap.xml").read_text()
    listed = {name for name, one in found.items() if one["page"] in sitemap}
    assert listed == {"press/tower.pdf", "press/records/r.md"}


def test_a_source_has_no_more_quoted_than_the_limit(make_project: Callable[..., Path]) -> None:
    text = "".join(f"The hall of {n} burned on {n} March 2024. Nothing. " for n in range(1, 9))
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false\npublish = "quotes"\nmost_quoted = 25',
            "seeds/a.md": f"---\ntitle: A\ndate: 2024-03-09\n---\n{text}",
        }
    )
    corpus = corpus_of(root)
    (document,) = corpus.documents
    assert sum(len(passage.sentences) for passage in document.passages) == 16 * 25 // 100
    assert len([event for event in corpus.events if event.kind == "reported"]) == 4
    assert " […] " in document.text


@pytest.mark.parametrize(
    ("value", "publish"),
    [("quotes", "quotes"), ("Record", "record"), ("full", "full"), ("The Bell", ""), ("yes", "")],
)
def test_a_document_says_how_much_is_published(reading, value: str, publish: str) -> None:
    (found,) = reading({"a.md": f"---\ntitle: A\npublish: {value}\n---\nText."}).documents
    assert found.publish == publish
    table = reading({"a.csv": f"title,text,publish,license\nA,Text.,{value},CC0\n"})
    assert [(d.publish, d.licence) for d in table.documents] == [(publish, "CC0")]


@pytest.mark.parametrize("value", ["quote", "recrod", "qoutes", "Records"])
def test_a_misspelt_value_publishes_nothing(reading, value: str) -> None:
    found = reading({"a.md": f"---\ntitle: A\ndate: 2024\npublish: {value}\n---\nText."})
    assert not found.documents
    (problem,) = found.problems
    assert str(problem).endswith(
        f'a.md:4: note: Not published: "publish" is "{value}", not full, quotes, record or no.'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('publish = "quote"', 'sourcebook.toml:1: "publish" must be one of full, quotes, record.'),
        (
            '[publish_in]\n"a/" = "x"',
            'sourcebook.toml:2: "a/" must be one of full, quotes, record.',
        ),
        ('publish_in = "quotes"', 'sourcebook.toml:1: "publish_in" must be a table.'),
        ("most_quoted = 0", 'sourcebook.toml:1: "most_quoted" must be at least 1'),
        ('noindex = "a"', 'sourcebook.toml:1: "noindex" must be a list of names or patterns.'),
    ],
)
def test_wrong_settings_are_refused(make_project, text: str, message: str) -> None:
    root = make_project({"sourcebook.toml": text})
    with pytest.raises(ConfigError) as error:
        read_config(root)
    assert message in str(error.value)


def test_a_pattern_for_no_source_stops_the_build(make_project) -> None:
    files = {**FILES, "sourcebook.toml": f'{CONFIG}"pres/" = "record"\n'}
    root = make_project(files)
    with pytest.raises(ConfigError, match='13: "pres/" in "publish_in" stands for no source'):
        build_site(root)


def test_a_title_made_from_a_text_is_kept_back_with_it(make_project) -> None:
    text = "Quux began in the hills at once. The hall burned on 1 March 2024."
    heading = "---\ndate: 2024-03-06\n---\nText. The hall burned on 2 March 2024.\n\n## Quux of four words"
    files = {
        "sourcebook.toml": 'names = "listed"\nsearch = false\npublish = "quotes"\nmost_quoted = 50',
        "seeds/1.md": f"---\ndate: 2024-03-05\npublisher: The Bell\n---\n{text}",
        "seeds/2.md": heading,
        "seeds/3.md": f"---\npublish: record\n---\n{text}",
        "seeds/4.md": f"---\npublish: full\n---\n{text.replace('Quux', 'Fire')}",
        "seeds/5.md": f"# A given title\n\n{text}",
        "seeds/t.csv": f"date,text\n2024-03-07,{text}\n2024-03-07,Another {text}\n",
    }
    root = make_project(files)
    build_site(root)
    listed = json.loads((root / "site/data/documents.json").read_bytes())["documents"]
    titles = sorted((one["file"], one["title"], one["title_origin_code"]["code"]) for one in listed)
    assert titles == [
        ("1.md", "The Bell, 5 March 2024", "record"),
        ("2.md", "Source of 6 March 2024", "record"),
        ("3.md", "Undated source", "record"),
        ("4.md", "Fire began in the hills at once.", "first-words"),
        ("5.md", "A given title", "first-heading"),
        ("t.csv", "Source of 7 March 2024", "record"),
        ("t.csv", "Source of 7 March 2024", "record"),
    ]
    for name, data in files_of(root / "site").items():
        shown = [name, *(text for _, raw in layers(name, data) for text in readings(name, raw))]
        assert not any("quux" in one.lower() for one in shown), name


def test_an_address_says_nothing_of_an_unpublished_text(make_project) -> None:
    def ids(text: str, name: str) -> list[str]:
        head = "---\ntitle: A\npublish: quotes\n---\n"
        files = {"sourcebook.toml": 'names = "listed"', "seeds/a.md": f"{head}{text}"}
        return [d.id for d in corpus_of(make_project(files, name)).documents]

    assert ids("It was Ann Lee.", "one") == ids("It was Bob Stone.", "two")


def test_an_own_page_cannot_quote_what_is_not_published(make_project) -> None:
    hidden = "A quux sentence."
    anchor = anchors([hidden])[0]
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false\npublish = "quotes"\nmost_quoted = 50',
            "seeds/a.md": f"---\ntitle: A\n---\nThe hall burned on 1 March 2024. {hidden}",
            "pages/own.md": f'# Own\n\n{{{{ quote("a.md", "{anchor}") }}}}\n',
        }
    )
    report = build_site(root)
    assert any("has no sentence" in str(problem) for problem in report.problems)
    assert not (root / "site/pages/own.html").exists()


def test_problems_of_sources_kept_back_are_on_no_page(document) -> None:
    problems = [Problem(f"seeds/{n}.md", 1, "warning", "“Quux”", "") for n in "ab"]
    kept = replace(document("a.md", "---\ntitle: A\n---\nText."), path="a.md", publish="quotes")
    files = kept_back_files([kept], [Source("a.md", "seeds/a.md", b"", "")])
    assert fit_to_publish(problems, files) == (problems[1],)


def test_who_is_named_in_unpublished_sentences_only_belongs_to_no_event(make_project) -> None:
    text = "Ann Lee was there. The hall burned on 1 March 2024, Bob Stone said."
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\n[publish_in]\n"a.md" = "quotes"',
            "seeds/a.md": f"---\ntitle: A\ndate: 2024-03-02\n---\n{text}",
            "seeds/b.md": "---\ntitle: B\npeople: [Ann Lee, Bob Stone]\n---\nText.",
        }
    )
    events = corpus_of(root).events
    assert {(event.kind, event.entities) for event in events} == {
        ("publication", ("people/bob-stone",)),
        ("reported", ("people/bob-stone",)),
    }
