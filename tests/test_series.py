"""Series of figures: what belongs to an event, what does not, and how a series is drawn."""

from __future__ import annotations

import json

import pytest
from conftest import build_site, corpus_of

from generator.model import Corpus

CONFIG = 'title = "T"\nnames = "listed"\nsearch = false\n'


def source(day: str, text: str, names: str = "places: [Red Hall]") -> str:
    return f"---\ndate: {day}\npublisher: P{day[-2:]}\n{names}\n---\n{text}\n"


FIRST = source("2024-03-23", "On 22 March 2024 at least 40 people were killed at Red Hall.")
SECOND = source("2024-03-24", "At least 60 people were killed at Red Hall on 22 March 2024.")


def figures(corpus: Corpus) -> list[tuple[str, float, str]]:
    return [
        (point.as_of, point.figure.low, point.tie.code if point.tie else "")
        for series in corpus.series
        for point in series.figures
    ]


@pytest.mark.parametrize(
    ("third", "found"),
    [
        ("The attack on 22 March 2024 at Red Hall killed 137 people.", (137.0, "")),
        (
            "There was an attack at Red Hall on 22 March 2024. It killed 137 people.",
            (137.0, "same-measure-in-source"),
        ),
        (
            "The trial over the attack at Red Hall began. It had killed 137 people.",
            (137.0, "same-measure-and-names"),
        ),
        # Another day, another place, another size, two numbers, no word of it.
        ("Red Hall was full. On 5 May 2020 a fire killed 137 people.", None),
        ("Red Hall was full. A fire in Green Bay killed 137 people.", None),
        ("Red Hall was full. A flood killed 9,000 people.", None),
        ("At Red Hall 137 people were killed. Another 90 people were killed later.", (137.0, "x")),
        ("A storm killed 137 people.", None),
    ],
)
def test_what_belongs_to_an_event(
    make_project, third: str, found: tuple[float, str] | None
) -> None:
    names = "places: [Red Hall, Green Bay]" if "Red Hall" in third else "places: [Green Bay]"
    files = {
        "sourcebook.toml": CONFIG,
        "seeds/a.md": FIRST,
        "seeds/b.md": SECOND,
        "seeds/c.md": source("2024-06-01", third, names),
    }
    got = figures(corpus_of(make_project(files)))
    if found is None or found[1] == "x":
        assert all(low != 90 for _, low, _ in got)
        assert (found is not None) == bool(got)
    else:
        assert got == [
            ("2024-03-23", 40, ""),
            ("2024-03-24", 60, ""),
            ("2024-06-01", *found),
        ]


def test_pages_and_data_of_series(make_project) -> None:
    third = source("2024-06-01", "An attack at Red Hall on 22 March 2024 killed 137 people.")
    files = {"seeds/a.md": FIRST, "seeds/b.md": SECOND, "seeds/c.md": third}
    root = make_project({"sourcebook.toml": CONFIG, **files})
    build_site(root)
    site = root / "site"
    page = (site / "figures/index.html").read_text("utf-8")
    assert "Dead, 22 March 2024" in page
    assert page.count("<circle") == 3
    assert page.count('<circle class="open"') == 2
    assert "First “at least 40” (P23, 23 March 2024), last “137” (P01, 1 June 2024)." in page
    for other in ("index.html", "timeline/2024-03-22.html"):
        assert "series-figure" in (site / other).read_text("utf-8")
    assert "Figures over time" in (site / "places/red-hall.html").read_text("utf-8")
    rows = json.loads((site / "data/figures.json").read_text("utf-8"))["figures"]
    assert len({row["series"] for row in rows}) == 1
    assert rows[0]["series"]


def test_without_series_there_is_no_page_of_figures(make_project) -> None:
    root = make_project({"sourcebook.toml": CONFIG, "seeds/a.md": FIRST})
    build_site(root)
    assert not (root / "site/figures").exists()
