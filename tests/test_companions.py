"""What browsers save beside a page is no source, and no problem; everything else stays one."""

from __future__ import annotations

import pytest
from conftest import build_site

from generator.read.companions import companions

PAGE = "a/The page.html"


@pytest.mark.parametrize(
    "parts",
    [
        ["a/The page_files/x.js", "a/The page_files/saved_resource.html", "a/The page_files/b.txt"],
        ["a/The page-Dateien/x.css", "a/The page-Dateien/frame.htm"],
        ["a/The page.files/deep/er/frame.html", "a/The page.files/b.css"],
        ["a/script.js", "a/STYLE.CSS", "a/assets/logo.svg", "a/assets/font.woff2"],
    ],
)
def test_parts_of_a_page(parts: list[str]) -> None:
    assert companions([PAGE, *parts]) == set(parts)


@pytest.mark.parametrize(
    "others",
    [
        ["a/The page-drafts/one.md", "a/The page-drafts/two.html"],  # no script, no style
        ["a/The page 2024/x.js", "a/The page 2024/b.txt"],
        ["b/The page_files/b.txt"],
        ["script.js", "b/notes.css", "a/x/y/deep.js"],
        ["a/data.json", "a/table.csv"],
    ],
)
def test_what_is_no_part_of_a_page(others: list[str]) -> None:
    found = companions([PAGE, *others])
    assert not found & {path for path in others if not path.startswith("a/The page 2024/x")}


def test_they_are_neither_read_nor_reported(make_project) -> None:
    text = "The bridge over the river was closed on Monday, the council said in a statement."
    page = f"<!DOCTYPE html><title>A page</title><article><h1>A page</h1><p>{text}</p></article>"
    head = '<meta name="date" content="2024-01-01">'
    parts = {"x.js": "f()", "x.css": "a{}", "ad.html": "<p>Buy.</p>", "a.png": b"\x89PNG"}
    root = make_project(
        {
            "sourcebook.toml": 'search = false\nnames = "listed"\n',
            "seeds/p.html": page.replace("<title>", f"{head}<title>"),
            **{f"seeds/p_files/{name}": data for name, data in parts.items()},
        }
    )
    report = build_site(root)
    assert report.documents == 1
    assert not report.problems
