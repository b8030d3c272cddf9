"""A first look: a changed source on its page, before everything is built anew."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import files_of
from rich.console import Console

from generator.config import read_config
from generator.engine.build import PagePreview, build
from generator.engine.executors import SerialExecutor
from generator.engine.progress import Progress

# What a document opens with is a part of its name.
OPENING = "The station clock had stopped, and nobody in the hall could say since when. " * 3
TEXT = """---
title: {title}
date: 2024-03-25
people: [Ann Lee]
---
{opening}

On 22 March 2024 Ann Lee left Paris. The Russian press did not report it.
{more}
"""


def text(title: str, more: str = "") -> str:
    return TEXT.format(title=title, more=more, opening=OPENING)


@pytest.fixture
def look(make_project) -> Callable[[str], tuple[bool, Path]]:
    """Build an archive, change one of its sources, take a first look."""
    root = make_project(
        {
            "sourcebook.toml": "search = false",
            "seeds/a.md": text("One"),
            "seeds/b.md": text("Two", "Bo Lind stayed in Paris, in Russia."),
            "seeds/c.md": text("Listing").replace("[Ann Lee]", "[Ann Lee, xyzzy]"),
        }
    )
    config = read_config(root)
    corpus = build(config, Progress(Console(file=io.StringIO()), quiet=True)).corpus
    assert corpus is not None
    first = PagePreview(corpus, config, SerialExecutor())

    def get(words: str, name: str = "a.md") -> tuple[bool, Path]:
        path = root / "seeds" / name
        path.write_text(words)
        return first.show(path), root / "site"

    return get


def test_the_page_shows_new_words_names_and_dates(look) -> None:
    more = "Paris was calm. Ann Lee came back on 24 March 2024."
    shown, site = look(text("One", more))
    assert shown
    (page,) = (p.read_text() for p in (site / "sources").glob("2024-03-25-one-*.html"))
    assert ">Paris</a> was calm." in page
    assert page.count('href="../people/ann-lee.html"') > 2
    # The event of the old sentence is still linked; that of the new one is not known yet.
    assert page.count('class="when"') == 1
    assert "24 March 2024" in page
    assert page.count("<main") == page.count("</main>") == 1


def test_a_text_that_has_lost_its_names_and_dates(look) -> None:
    shown, site = look(f"---\ntitle: One\ndate: 2024-03-25\n---\n{OPENING}\n\nNobody left.")
    assert shown
    (page,) = (p.read_text() for p in (site / "sources").glob("2024-03-25-one-*.html"))
    assert "Russian press" not in page
    assert "ann-lee" not in page
    assert 'class="when"' not in page


def test_a_name_that_another_source_lists(look) -> None:
    """No engine would find it."""
    shown, site = look(text("One", "So said the xyzzy of Paris."))
    assert shown
    (page,) = (p.read_text() for p in (site / "sources").glob("2024-03-25-one-*.html"))
    assert ">xyzzy</a> of" in page


def test_nothing_but_the_page_changes(look) -> None:
    shown, site = look(text("One"))
    assert shown  # though there was nothing to show
    before = files_of(site)
    shown, site = look(text("One", "More."))
    changed = [path for path, data in files_of(site).items() if before[path] != data]
    assert len(changed) == 1
    assert changed[0].startswith("sources/2024-03-25-one-")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("c.md", text("Three")),
        ("a.md", text("Renamed")),
        ("a.md", ""),
        ("a.exe", "no source"),
        ("../sourcebook.toml", 'title = "Other"'),
    ],
)
def test_what_needs_more_than_its_own_page_is_left_to_the_build(
    look, name: str, words: str
) -> None:
    shown, site = look(text("One"))
    before = files_of(site)
    shown, site = look(words, name)
    assert not shown
    assert files_of(site) == before
