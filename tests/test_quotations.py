"""Notes that are embedded in others are quoted there, with their source, and derived from once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import build_site, corpus_of

from generator.render.views.quotations import _layout

HEAD = "---\ntitle: {}\ndate: 2024-03-25\n---\n"
SETTINGS = 'search = false\nnames = "listed"\npages = "none"\n'


def note(title: str, text: str) -> str:
    return HEAD.format(title) + text


@pytest.fixture
def root(make_project) -> Path:
    files = {
        "a": note("Here", "First.\n\n![[b#Life]]\n\nMore ![[b]] there.\n![[c]]\n\n![[none]]\n"),
        "b": note(
            "Ann & co",
            "Start.\n\n## Life\n\nBorn on **3 May 1990**.[^1]\n\n### Early\n\n- one\n- two\n\n"
            "![[a]]\n\n## Late\n\nEnd.\n\n[^1]: A note.",
        ),
        "c": note(
            "Loop", "Text of c.\n\n![[c]]\n\n![[a]]\n\n![[b#Nothing]]\n\n![[b#^x]]\n\n![[s]]"
        ),
        "s": "---\ndraft: true\n---\nQuastenflosser.",
    }
    seeds = {f"seeds/{name}.md": text for name, text in files.items()}
    return make_project({**seeds, "sourcebook.toml": SETTINGS})


def pages(root: Path) -> dict[str, str]:
    """The body of each note's page, by its file."""
    report = build_site(root)
    assert sum("no source" in problem.message for problem in report.problems) == 1
    assert sum("is not published" in problem.message for problem in report.problems) == 1
    found = {}
    for path in (root / "site" / "sources").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        body = text.partition('<div class="body"')[2].partition("<aside aria-label")[0]
        if file := re.search(r"<dt>File</dt><dd>\W*(\w)\.md", text):
            found[file[1]] = body
    return found


def test_what_is_quoted(root: Path) -> None:
    site = pages(root)
    pattern = r'<div class="embedded">(.*?</cite>)</p></div>'
    quoted = re.findall(pattern, site["a"], re.DOTALL)
    part, whole = (re.sub(r"<[^>]*>", "", text) for text in quoted)
    assert part.startswith("Born on 3 May 1990.Earlyonetwoa")  # to the next heading of its level
    assert part.endswith("Ann &amp; co")
    assert "<strong>3 May 1990</strong>" in quoted[0]
    assert re.search(r'<cite><a href="../sources/[^"]*#[^"]*">Ann &amp; co</a></cite>', quoted[0])
    assert whole.startswith("Text of c.")
    assert whole.endswith("Loop")
    for text in quoted:
        assert not re.search(r' id="| class="s"|<h\d|noteref|<div class="embedded"', text)
    ids = re.findall(r' id="([^"]*)"', site["a"])
    assert len(ids) == len(set(ids))
    # Not itself, no missing part, no block, nothing private.
    assert site["c"].count('"embedded"') == 1
    assert "Quastenflosser" not in "".join(site.values())


def test_a_quoted_text_is_derived_from_once(root: Path) -> None:
    corpus = corpus_of(root)
    (born,) = [event for event in corpus.events if event.first == "1990-05-03"]
    assert len(born.evidence) == 1
    assert sum("Born" in document.text for document in corpus.documents) == 1


def test_a_long_note_is_quoted_in_part(document) -> None:
    text = "".join(f"- {'word ' * 50}\n" for _ in range(100))
    layout, cut = _layout(document("a.md", note("Long", f"First.\n\n{text}")), "")
    assert cut
    opened = [item for item in layout if isinstance(item, str)]
    assert opened.count("<ul>") == opened.count("</ul>") == 1
    assert (
        opened.count("<li>") == opened.count("</li>") == sum(isinstance(n, int) for n in layout) - 1
    )
