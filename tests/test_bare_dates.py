"""Dates that are a sentence of their own: which sentence they date, and which are only stamps."""

from __future__ import annotations

import pytest
from conftest import build_site

from generator.analyse import analyse, is_possible_analysis
from generator.config import read_config
from generator.load import load
from generator.read import read

TABLE = "| When | What |\n|---|---|\n"
CASES = [
    # a date heads what follows it
    ("## 20 April 1904\n\nThe mill burned.", ["1904-04-20 The mill burned."]),
    ("20 April 1904\n\nThe mill burned. It rained.", ["1904-04-20 The mill burned."]),
    ("20 April 1904. The mill burned.", ["1904-04-20 The mill burned."]),
    ("**1904**\n\n- The mill burned.", ["1904-01-01 The mill burned."]),
    # but not another heading, a table, or one more date
    ("## 1904\n\n## The mill\n\nIt burned.", []),
    ("- 1904\n- 1905\n- 1906", []),
    ("Burned, and was built again:\n\n1904", []),
    # a row of a table is one thing, whichever of its cells has the date
    (TABLE + "| 1904 | The mill burned |", ["1904-01-01 The mill burned"]),
    (TABLE + "| The mill burned | 2 December 1904 |", ["1904-12-02 The mill burned"]),
    (TABLE + "| 1904 | 34 |\n| The mill | 1905 |", ["1905-01-01 The mill"]),
    (TABLE + "| 1904 | The mill burned in 1904 |", ["1904-01-01 The mill burned in 1904"]),
    # what else a sentence says makes it one by itself
    ("1823 — Founded the mill school", ["1823-01-01 1823 — Founded the mill school"]),
    # the day of publication, and a place with a day, are stamps
    ("25 March 2024\n\nThe mill burned.", []),
    ("ELMFORD, March 22.\n\nThe mill burned.", []),
    ("NEW MILL, 22 March 2024 —\n\nThe mill burned.", []),
    ("Elmford, 22 March 2024\n\nThe mill burned.", []),
    # a record that is nothing but a date
    ("December 2, 1904", ["1904-12-02 December 2, 1904"]),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_what_a_bare_date_dates(text: str, told: list[str], make_project) -> None:
    front = "---\ntitle: The mill\ndate: 2024-03-25\nlanguage: en\n---\n"
    config = read_config(
        make_project({"sourcebook.toml": 'names = "listed"', "seeds/a.md": front + text})
    )
    (document,) = read(load(config).sources, config).documents
    (analysis,) = analyse([document], config)
    found = [
        f"{s.time.first} {document.text[s.where.start : s.where.end]}"
        for s in analysis.dated_sentences
    ]
    assert found == told
    assert is_possible_analysis(analysis, document)


def test_pages_show_what_happened_and_the_title_of_a_bare_record(make_project) -> None:
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"',
            "seeds/a.md": "---\ntitle: Fire at the mill\n---\nDecember 2, 1904",
            "seeds/b.md": "---\ntitle: History\n---\n## 3 May 1905\n\nThe mill opened again.",
        }
    )
    build_site(root)
    home = (root / "site/index.html").read_text(encoding="utf-8")
    year = (root / "site/timeline/1905.html").read_text(encoding="utf-8")
    assert '<p class="editors">Fire at the mill</p>' in home
    assert "The mill opened again." in home
    assert "“3 May 1905”: written in full." in year
