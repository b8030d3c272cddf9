"""Keys of front matter that other programs use."""

from __future__ import annotations

import pytest


def read(document, head: str):
    return document("a.md", f"---\n{head}\n---\nText of it.")


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ("categories: [fire]\ntags: mill, court", "tags", ("fire", "mill", "court")),
        ("keywords: a; b", "tags", ("a", "b")),
        ("pubDate: 2024-03-25", "date", "2024-03-25"),
        ("date: 2024\npubDate: 2023-01-01", "date", "2024"),
        ("published: 2024-03-25", "date", "2024-03-25"),
        ("created: 2024-03-25", "date", ""),
        ("headline: Fire", "title", "Fire"),
        ("byline: Ann Lee", "authors", ("Ann Lee",)),
        ('author: "[[Ann Lee]]"', "authors", ("Ann Lee",)),
        ("author: [[Ann Lee]]", "authors", ("Ann Lee",)),
        ("people:\n  - '[[people/ann|Ann Lee]]'\n  - Bo Day", "people", ("Ann Lee", "Bo Day")),
        ("source: https://example.org/a", "url", "https://example.org/a"),
        ("url: /2024/fire/", "url", ""),
        ("excerpt: Short.", "summary", "Short."),
        ("locale: es", "language", "es"),
    ],
)
def test_what_means_ours(document, head: str, name: str, value: object) -> None:
    assert getattr(read(document, head), name) == value


def test_what_only_programs_need_is_not_shown(document, reading) -> None:
    head = "title: A\ndate: 2024\nlayout: post\ncssclasses: [wide]\ndraft: false\nlastmod: 2025"
    assert read(document, head).extra == ()
    assert not reading(
        {"a.md": f"---\n{head}\npermalink: /a/\npublish: true\n---\nText of it."}
    ).problems
    assert read(document, "source: The archive\nbox: 12").extra == (
        ("source", "The archive"),
        ("box", "12"),
    )


def test_an_alias_is_a_name_for_links(reading) -> None:
    from generator.derive.links import find_links

    files = {
        "a.md": "See [[the blaze]].",
        "b.md": "---\naliases: [Fire, The Blaze]\n---\nIt burned.",
    }
    documents = reading(files).documents
    (link,), dead = find_links(documents)
    assert {d.id: d.path for d in documents}[link.target] == "b.md"
    assert not dead


def test_formulas_stay_as_they_are(document) -> None:
    text = r"Let $x_i * y_j \in G$ and $$a_1 \\ b_2$$. It cost $5 and $6."
    assert document("a.md", text).text == text
