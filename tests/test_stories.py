"""Pages that the project's people write, with parts of the archive in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site, corpus_of

from generator.cli import main
from generator.commands.check import broken_links
from generator.config import read_config
from generator.load import load
from generator.model import Embed
from generator.read import OwnPages, read_own_pages
from generator.render.search.data import own_record

Make = Callable[[dict[str, str | bytes]], Path]
SEEDS = {
    f"seeds/{outlet}.md": f"---\ntitle: {outlet}\ndate: {day}\npublisher: {outlet}\n"
    f"people: [Ann Lee]\nplaces: [Oslo]\n---\n{text}"
    for outlet, day, text in (
        ("Post", "2024-03-22", "At least 40 people were killed in Oslo on 22 March 2024."),
        ("Times", "2024-03-23", "At least 60 people were killed in Oslo on 22 March 2024."),
        (
            "Globe",
            "2024-03-25",
            "In Oslo, 137 people were killed on 22 March 2024. Ann Lee left Oslo.",
        ),
    )
}


@pytest.fixture
def project(make_project: Make) -> Callable[..., Path]:
    """A project with three reports of one attack and the own pages given, by name."""

    def make(**pages: str) -> Path:
        named = {f"pages/{name}.md": text for name, text in pages.items()}
        return make_project({"sourcebook.toml": 'names = "listed"\n', **SEEDS, **named})

    return make


def pages_of(root: Path) -> OwnPages:
    """What is read of the own pages alone."""
    config = read_config(root)
    return read_own_pages(load(config).own_pages, config)


def test_a_story_shows_parts_of_the_archive_with_their_sources(project) -> None:
    root = project()
    corpus = corpus_of(root)
    event = next(event for event in corpus.events if event.kind == "reported")
    anchor = corpus.documents[0].passages[0].sentences[1].anchor
    (root / "pages").mkdir()
    (root / "pages/a story.md").write_text(f"""---
menu: A story
---
# What *happened*

Our own words, and [all places](../places/index.html).

{{{{ event("{event.id}") }}}}
{{{{ figure("{corpus.series[0].id}") }}}}

{{{{ quote("seeds/Globe.md", "{anchor}") }}}}

{{{{ timeline(entity="Ann Lee") }}}}

{{{{ timeline(first="2024", last="2024-03", most="1") }}}}

{{{{ map(entity="places/oslo") }}}}

{{{{ map(entity="people/ann-lee") }}}}
""")
    assert not build_site(root).problems
    page = (root / "site/pages/a-story.html").read_text()
    assert "<h1>What happened</h1>" in page
    assert page.count('class="series-figure"') == 1
    assert page.count('<li class="event') == 2  # nobody dates what is said of Ann Lee
    assert "Ann Lee left Oslo." in page
    assert page.count('class="map"') == 2
    assert f"#{anchor}" in page
    assert 'href="../pages/a-story.html" aria-current="true">A story</a>' in page
    assert 'href="pages/a-story.html">A story</a>' in (root / "site/index.html").read_text()
    assert not broken_links(root / "site")


@pytest.mark.parametrize(
    ("embed", "message", "hint"),
    [
        ('event("{event}x")', "The archive has no event", "Did you mean “{event}”?"),
        ('figure("nothing")', "The archive has no figure “nothing”.", "Copy it from the address"),
        ('quote("seeds/Glob.md", "x")', "no source “seeds/Glob.md”", "“seeds/Globe.md”?"),
        ('quote("Globe.md", "x")', "no sentence “x”", "Copy what follows #"),
        ('timeline(entity="people/an-lee")', "no entity “people/an-lee”", "“people/ann-lee”?"),
        ("event()", "What stands between the brackets of event", "Write {{{{ event("),
        ('timeline(first="March")', "What stands between the brackets of timeline", "first="),
        ('map(places="Oslo")', "What stands between the brackets of map", "map()"),
    ],
)
def test_a_wrong_part_is_an_error_with_its_line(
    project, embed: str, message: str, hint: str
) -> None:
    root = project()
    event = next(e for e in corpus_of(root).events if e.kind == "reported").id
    (root / "pages").mkdir()
    (root / "pages/story.md").write_text(f"Words.\n\n{{{{ {embed.format(event=event)} }}}}\n")
    (problem,) = build_site(root).problems
    assert (problem.place, problem.level) == ("pages/story.md:3", "error")
    assert message in problem.message
    assert hint.format(event=event) in problem.hint
    assert not (root / "site/pages").exists()


def test_check_reports_a_page_that_was_left_out(project, capsys) -> None:
    root = project(story='Words.\n\n{{ quote("Globe.md", "x") }}')
    build_site(root)
    capsys.readouterr()
    assert main(["check", "-C", str(root)]) == 1
    assert "pages/story.md: error: Is not on the site." in "".join(capsys.readouterr())


def test_only_a_line_of_its_own_shows_a_part(project) -> None:
    example = '```\n{{ event("e2") }}\n```\n\n`{{ map() }}` shows a map.\n\n{{ nothing }}'
    found = pages_of(
        project(
            code=example,
            inline='So {{ event("e2") }} it was.',
            list="- {{ map() }}",
            two="{{ maps() }} {{ map() }}",
        )
    )
    (page,) = found.pages
    assert not any(isinstance(part, Embed) for part in page.parts)
    assert "{{ map() }}" in "".join(map(str, page.parts))
    places = [(p.place, "needs a line to itself" in p.message) for p in found.problems]
    assert places == [
        ("pages/inline.md:1", True),
        ("pages/list.md:1", True),
        ("pages/two.md:1", True),
    ]


def test_nothing_that_is_not_to_be_public_or_harmful_is_published(project) -> None:
    root = project(
        draft="---\ndraft: true\n---\nSecret.",
        later="---\nembargo: 2999-01-01\n---\nSecret.",
        open="Seen. %% Secret. %% <!-- Secret. --> <script>secret()</script>\n\n"
        '<a href="javascript:secret()" onclick="secret()">x</a> '
        "![](https://example.org/secret.jpg) ![Here](../static/here.jpg) [next](draft.md#top)",
    )
    (root / "pages/notes.txt").write_text("Secret.")
    report = build_site(root)
    assert [(p.path, p.level) for p in report.problems] == [
        ("pages/draft.md", "note"),
        ("pages/later.md", "note"),
        ("pages/notes.txt", "warning"),
        ("pages/open.md", "warning"),
    ]
    assert [f.name for f in (root / "site/pages").iterdir()] == ["open.html"]
    page = (root / "site/pages/open.html").read_text()
    assert not re.search("secret", page, re.IGNORECASE)
    assert re.findall(r'<img[^>]* src="([^"]*)"', page) == ["../static/here.jpg"]
    assert 'href="draft.html#top"' in page


def test_two_pages_of_one_address_and_the_order_of_the_menu(project) -> None:
    found = pages_of(
        project(
            last="---\nmenu: true\norder: 1\n---\n# Second\n\nText.",
            first="---\nmenu: First\n---\nText.",
            First="Text.",
            hidden="---\nmenu: false\n---\nText.",
        )
    )
    assert [(page.title, page.label) for page in found.pages] == [
        ("First", ""),
        ("Hidden", ""),
        ("Second", "Second"),
    ]
    (problem,) = found.problems
    assert (problem.path, "same address as pages/First.md" in problem.message) == (
        "pages/first.md",
        True,
    )


def test_a_changed_page_of_ones_own_is_published(project) -> None:
    root = project(a="Old words.")
    build_site(root)
    (root / "pages/a.md").write_text("New words.")
    build_site(root)
    assert "New words." in (root / "site/pages/a.html").read_text()


def test_ones_own_words_can_be_searched(project) -> None:
    (page,) = pages_of(
        project(
            a='---\ndescription: What we know.\n---\n# Story\n\nThe *old* hall.\n\n{{ quote("one", "x") }}\n\n- A & B'
        )
    ).pages
    record = own_record(page)
    assert (record.url, record.content) == (
        "pages/a.html#content.3.content.3",
        "The old hall. A & B",
    )
    assert record.meta == {"title": "Story", "summary": "What we know."}
