"""Markdown as HTML: what is found beforehand, what is given up, and that ordinary texts never are."""

from __future__ import annotations

import pytest

from generator.read.markdown_html import to_html


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"# Chapter {i}\n\nIts text.\n\n" for i in range(1_000)),
        "word &amp; word " * 2_000,
        "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b" * 500 + "|\n",
        "See [this](https://example.org/a) and *that*. " * 300,
        "".join(f"Word.[^{i}]\n\n" for i in range(300))
        + "".join(f"[^{i}]: Note.\n" for i in range(300)),
        "".join(f"{'    ' * i}- item\n" for i in range(12)),
    ],
    ids=["headings", "entities", "columns", "links", "notes", "lists"],
)
def test_what_a_long_book_has_is_read(text: str) -> None:
    assert to_html(text) is not None


@pytest.mark.parametrize("text", ["[word " * 20_000, "<a " * 20_000, "---\n" * 20_000])
def test_what_would_take_minutes_is_given_up(text: str) -> None:
    assert to_html(text) is None


def test_code_between_fences() -> None:
    code = "<pre><code>a &lt; b\n\n# c\n</code></pre>"
    text = "a < b\n\n# c\n"
    for opening in ("~~~", "```", "```python", "~~~~ {.x}", '``` hl_lines="1"'):
        fence = opening[: 4 if opening.startswith("~~~~") else 3]
        assert to_html(f"Before\n{opening}\n{text}{fence}  \nAfter") == (
            f"<p>Before</p>\n{code}\n<p>After</p>"
        )
    assert "<pre>" not in str(to_html("~~~\nnot closed\n~~~~\n"))
    assert to_html("~~~\n~~~") == "<pre><code></code></pre>"


def test_headings_without_empty_lines() -> None:
    assert to_html("# A\n## B ##\nText\n# C\n- d\n# E") == (
        "<h1>A</h1>\n<h2>B</h2>\n<p>Text</p>\n<h1>C</h1>\n<ul>\n<li>d</li>\n</ul>\n<h1>E</h1>"
    )
    assert to_html("Text\n# No heading\\\nText") == "<p>Text\n# No heading\\\nText</p>"
    assert "<table>" in str(to_html("# | Name\n--|---\n1 | Ann"))
