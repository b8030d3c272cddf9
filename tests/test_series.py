"""Series of figures: what belongs to an event, what does not, and how a series is drawn."""

from __future__ import annotations

import json

import pytest
from conftest import build_site, corpus_of

from generator.model import Corpus
from generator.render.views.claim_index import ClaimIndex

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
            (137.0, "sentence-before"),
        ),
        (
            "On 22 March 2024 men shot in Red Hall. They had guns. They killed 137 people.",
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


def test_a_running_total_is_a_series_by_date_of_report(make_project) -> None:
    text = "{} people have been killed in Red Hall since 5 March 2024."
    days = {"2024-03-24": 20, "2024-03-25": 30, "2024-03-26": 40}
    files = {f"seeds/{day}.md": source(day, text.format(n)) for day, n in days.items()}
    corpus = corpus_of(make_project({"sourcebook.toml": CONFIG, **files}))
    (series,) = corpus.series
    assert (series.event, series.since, series.day) == ("", "2024-03-05", "")
    assert figures(corpus) == [(day, n, "") for day, n in days.items()]
    assert not corpus.disagreements


def test_the_day_for_which_a_figure_is_given_is_its_place_in_the_series(make_project) -> None:
    late = source("2026-03-12", "The count of 30 March 2024 gave 144 dead at Red Hall.")
    files = {"seeds/a.md": FIRST, "seeds/b.md": SECOND, "seeds/c.md": late}
    corpus = corpus_of(make_project({"sourcebook.toml": CONFIG, **files}))
    assert figures(corpus)[-1] == ("2024-03-30", 144, "same-measure-and-names")


def test_shares_and_counts_are_never_one_series(make_project) -> None:
    share = source("2024-03-24", "On 22 March 2024, 60 per cent of the guests of Red Hall died.")
    files = {"seeds/a.md": FIRST, "seeds/b.md": SECOND, "seeds/c.md": share}
    corpus = corpus_of(make_project({"sourcebook.toml": CONFIG, **files}))
    assert not corpus.series
    assert not corpus.disagreements


def test_pages_say_where_sources_disagree(make_project) -> None:
    text = "---\ndate: 2024-03-24\npublisher: {0}\nplaces: [Red Hall]\n---\nThe attack of 22 March 2024 at Red Hall killed {1}.\n"
    files = {
        "seeds/a.md": text.format("A", "60 people"),
        "seeds/b.md": text.format("B", "70 people"),
        "seeds/c.md": text.format("C", "at least 50 people"),
    }
    root = make_project({"sourcebook.toml": CONFIG, **files})
    build_site(root)
    for name in ("figures/index.html", "timeline/2024.html"):
        page = (root / "site" / name).read_text("utf-8")
        box = page[page.index("Sources disagree: Dead, as of 24 March 2024") :]
        box = box[: box.index("</ul>")]
        assert "killed 60 people" in box
        assert "killed 70 people" in box
        assert "at least 50" not in box
    timeline = json.loads((root / "site/data/timeline.json").read_text("utf-8"))["timeline"]
    (differing,) = [d for event in timeline for d in event["figures"]]
    assert [value for value, *_ in differing["figures"]] == [60, 70]


def test_pages_and_data_of_series(make_project) -> None:
    third = source("2024-06-01", "An attack at Red Hall on 22 March 2024 killed 137 people.")
    files = {"seeds/a.md": FIRST, "seeds/b.md": SECOND, "seeds/c.md": third}
    root = make_project({"sourcebook.toml": CONFIG, **files})
    build_site(root)
    site = root / "site"
    page = (site / "figures/index.html").read_text("utf-8")
    assert "Death toll, 22 March 2024" in page
    assert page.count("<circle") == 3
    assert page.count('<circle class="open"') == 2
    assert "First “at least 40” (P23, 23 March 2024), last “137” (P01, 1 June 2024)." in page
    for other in ("index.html", "timeline/2024.html"):
        assert "series-figure" in (site / other).read_text("utf-8")
    assert "Figures over time" in (site / "places/red-hall.html").read_text("utf-8")
    rows = json.loads((site / "data/figures.json").read_text("utf-8"))["figures"]
    assert len({row["series"] for row in rows}) == 1
    assert rows[0]["series"]
    assert (rows[0]["subject"], rows[0]["whole"], rows[0]["since"]) == ("people", "", None)


def test_without_series_there_is_no_page_of_figures(make_project) -> None:
    root = make_project({"sourcebook.toml": CONFIG, "seeds/a.md": FIRST})
    build_site(root)
    assert not (root / "site/figures").exists()


def test_of_two_claims_the_inner_one_holds_a_figure(make_project) -> None:
    text = "Local officials said 24 people died, but Agence Presse reported 32 dead."
    corpus = corpus_of(
        make_project({"sourcebook.toml": CONFIG, "seeds/a.md": source("2024-03-23", text)})
    )
    claims = ClaimIndex(corpus.claims, corpus.documents)
    holders = [claims.of(where, figure.start) for figure, where in corpus.figures]
    assert [claim.holder for claim in holders if claim] == ["Local officials", "Agence Presse"]
