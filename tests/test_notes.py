"""Footnotes: their marks are no words, they lead to the note and back, and a note is by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import build_site, corpus_of

from generator.read.html_body import from_html

HEAD = "---\ntitle: Notes\ndate: 2024-03-25\n---\n"


def passages(document) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """Each passage: its kind, its text, and its marks with their places in it."""
    return [
        (
            p.kind,
            document.text[p.start : p.end],
            [(t.offset - p.start, t.html) for t in p.inline if t.name == "noteref"],
        )
        for p in document.passages
    ]


def test_marks_of_markdown_are_no_words(document) -> None:
    text = "It burned in 2024[^1]. The mill[^n] too.[^n]\n\n[^1]: In *May*.\n[^n]: So they say.\n"
    found = passages(document("a.md", HEAD + text))
    one, two = '<noteref label="1" to="1">', '<noteref label="2" to="2">'
    assert found == [
        ("paragraph", "It burned in 2024. The mill too.", [(17, one), (27, two), (32, two)]),
        ("note", "In May.", []),
        ("note", "So they say.", []),
    ]


@pytest.mark.parametrize(
    ("html", "text", "notes"),
    [
        (
            '<p>Gone in 2024<sup><a href="#f1">1</a></sup>.</p><ol><li id="f1">One. <a href="#r">↩'
            "</a></li></ol>",
            "Gone in 2024.",
            ["One."],
        ),
        (
            '<p>Gone in 2024<a href="#f1"><sup>1</sup></a>.</p><p id="f1">One.</p>',
            "Gone in 2024.",
            ["One."],
        ),
        (
            '<p>Gone<a role="doc-noteref" href="#f1">a</a> now.</p><section><p id="f1">One.</p></section>',
            "Gone now.",
            ["One."],
        ),
        (
            '<p>Gone<a id="r1" href="#f1">[1]</a> now<sup><a href="#f2">2</a>, <a href="#f3">3</a>'
            '</sup>.</p><p><a id="f1" href="#r1">[1]</a> One.</p><p id="f2">Two.</p>'
            '<p id="f3">Three. <a href="#r3">[return]</a></p>',
            "Gone now.",
            ["One.", "Two.", "Three."],
        ),
        (
            "<p>It burned.<sup>1</sup> In 2024<sup>2</sup> again.</p><p><sup>1</sup> One.</p>"
            "<p><sup>2</sup> Two.</p>",
            "It burned. In 2024 again.",
            ["One.", "Two."],
        ),
        (
            "<p>It has 5 km<sup>2</sup> and 10<sup>6</sup> trees, the 1<sup>st</sup> time.</p>",
            "It has 5 km2 and 106 trees, the 1st time.",
            [],
        ),
    ],
    ids=["list", "sup in link", "role", "brackets", "bare", "exponents"],
)
def test_marks_of_pages_are_no_words(document, html: str, text: str, notes: list[str]) -> None:
    page = f"<html><head><title>T</title></head><body><article>{html}</article></body></html>"
    found = passages(document("a.html", page))
    assert found[0][1] == text
    assert [words for kind, words, _ in found if kind == "note"] == notes


def test_a_link_to_a_part_of_the_page_is_no_mark() -> None:
    body = from_html(
        '<p>See <a href="#b">part 2</a>.</p><h2 id="b">Part 2</h2>', "en", lambda _: None
    )
    assert body.text == "See part 2.\n\nPart 2"
    assert [passage.kind for passage in body.passages] == ["paragraph", "heading"]


def test_a_mark_destroys_no_date_and_a_citation_is_no_event(make_project) -> None:
    text = (
        "The mill burned on 3 May 1911[^1] and the bridge on 4 June 1912.[^2] All wept.[^3][^4][^5]\n\n"
        "[^1]: Ann Miller, *The Great Fire*, London, 7 July 1955.\n"
        "[^2]: See https://example.org/a, accessed 8 August 2020.\n"
        "[^3]: The church burned on 9 September 1913.\n"
        "[^4]: Giornale di Brescia and The Daily Gazette, 23 March 1914.\n"
        "[^5]: He died in Leeds, 4 May 1915.\n\n"
        "```\nThe code burned on 1 October 1914.\n```\n"
    )
    corpus = corpus_of(make_project({"seeds/a.md": HEAD + text}))
    days = {event.first for event in corpus.events}
    assert days == {"2024-03-25", "1911-05-03", "1912-06-04", "1913-09-09", "1915-05-04"}


def test_the_page_leads_to_the_note_and_back(make_project) -> None:
    text = "It burned[^1] at night. The mill.[^1]\n\n[^1]: So they say.\n"
    root = make_project({"seeds/a.md": HEAD + text})
    build_site(root)
    page = next((root / "site" / "sources").glob("2024*.html")).read_text("utf-8")
    body = page[page.index('<div class="body"') : page.index("<aside")]
    marks = re.findall(r'href="#([^"]*)" role="doc-noteref" aria-label="Note 1">1</a>', body)
    back = re.findall(r'<a class="back" href="#([^"]*)"', body)
    assert len(marks) == 2
    assert len(set(marks)) == 1
    assert f'<span class="s" id="{marks[0]}">So they say.' in body
    assert len(back) == 2
    assert all(f'id="{anchor}"' in body for anchor in back)
    assert "It burned<sup" in body


def test_what_a_cache_makes_of_marks_is_harmless(tmp_path: Path) -> None:
    from generator.read.markup import own_tag

    assert own_tag('<noteref label="1" to="3">')
    for tag in ('<noteref label="1" to="x">', '<noteref to="1">', '<noteref label="<" to="1">',
                '<noteref label="1" onclick="x">', '<noteref label="1" to="01">'):  # fmt: skip
        assert own_tag(tag) is None
