"""Editors correct figures and claims: what they hide is gone, and what follows from it follows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of

from generator.csv_text import csv_line
from generator.derive.corrections import figure_id
from generator.errors import CurationError
from generator.model import Corpus, StatementEdit

NAMES = "people: [Ann Lee]\nplaces: [Red Hall]"
TEXTS = {
    "a": "On 22 March 2024 at least 40 people were killed at Red Hall.",
    "b": "At least 60 people were killed at Red Hall on 22 March 2024, the mayor said.",
    "c": "The attack on 22 March 2024 at Red Hall killed 137 people.",
}
SEEDS = {
    "sourcebook.toml": 'title = "T"\nnames = "listed"\nsearch = false\nmin_mentions = 1',
    **{
        f"seeds/{name}.md": f"---\ntitle: {name}\ndate: 2024-03-2{n}\n{NAMES}\n---\n{text}\n"
        for n, (name, text) in enumerate(TEXTS.items(), 3)
    },
}
COLUMNS = ("action", "id", "value", "note", "words", "source")


def figure_of(corpus: Corpus, low: float) -> str:
    (found,) = [figure_id(figure, where) for figure, where in corpus.figures if figure.low == low]
    return found


def with_lines(root: Path, table: str, *lines: tuple[str, ...]) -> Path:
    path = root / "curation" / f"{table}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(map(csv_line, (COLUMNS, *lines))), "utf-8")
    return root


@pytest.fixture
def root(make_project) -> Path:
    return make_project(SEEDS)


def numbers(corpus: Corpus) -> list[tuple[float, ...]]:
    return [tuple(point.figure.low for point in one.figures) for one in corpus.series]


def test_a_hidden_figure_is_in_no_series(root: Path) -> None:
    before = corpus_of(root)
    assert numbers(before) == [(40, 60, 137)]
    after = corpus_of(with_lines(root, "figures", ("hide", figure_of(before, 60))))
    assert numbers(after) == []
    assert len(after.figures) == len(before.figures) - 1


def test_a_corrected_figure_is_shown_as_such_wherever_it_is(root: Path) -> None:
    corpus = corpus_of(root)
    edit = ("value", figure_of(corpus, 137), "about 145", "a misprint")
    holder = ("holder", figure_of(corpus, 60), "Ann Lee", "of the council")
    own = ("holder", figure_of(corpus, 40), "-")
    build_site(with_lines(root, "figures", edit, holder, own))
    page = (root / "site/figures/index.html").read_text("utf-8")
    assert "By the editors: number changed from 137 to 145 (a misprint)." in page
    assert "By the editors: attributed to Ann Lee (of the council)." in page
    data = json.loads((root / "site/data/figures.json").read_text("utf-8"))["figures"]
    found = {one["value"]: one for one in data}
    assert found[145]["bound"] == "about"
    assert found[145]["id"] == edit[1]
    assert found[60]["holder"] == {"words": "Ann Lee", "refers": "", "entity": "people/ann-lee"}
    assert found[40]["holder"] is None
    assert found[40]["edit_codes"] == [{"code": "holder-is-source"}]
    assert found[60]["series"] == found[145]["series"] != ""
    table = csv.DictReader(io.StringIO((root / "site/data/figures.csv").read_text("utf-8-sig")))
    assert {row["low"]: row["holder"] for row in table}["60.0"] == "Ann Lee"


def test_claims_are_hidden_and_given_to_others(root: Path) -> None:
    (claim,) = corpus_of(root).claims
    after = corpus_of(with_lines(root, "claims", ("holder", claim.id, "Ann Lee", "see b")))
    (changed,) = after.claims
    assert (changed.holder, changed.entity, changed.refers) == ("Ann Lee", "people/ann-lee", "")
    build_site(root)
    page = (root / "site/claims/index.html").read_text("utf-8")
    assert "By the editors: attributed to Ann Lee (see b)." in page
    build_site(with_lines(root, "claims", ("hide", claim.id)))
    assert not json.loads((root / "site/data/claims.json").read_text("utf-8"))["claims"]


def test_ids_last_when_the_source_changes_elsewhere(root: Path) -> None:
    path = root / "seeds/b.md"
    # A source's own address is made from its first 200 characters.
    text = path.read_text("utf-8") + "\nThe town was quiet." * 12
    path.write_text(text, "utf-8")
    before = corpus_of(root)
    path.write_text(f"{text}\nIt was said that 12 people fled.\n", "utf-8")
    after = corpus_of(root)
    assert figure_of(before, 60) == figure_of(after, 60)
    assert {c.id for c in before.claims} <= {c.id for c in after.claims}
    assert len({figure_id(*one) for one in after.figures}) == len(after.figures)


def test_a_line_about_nothing_says_what_it_was_about(root: Path) -> None:
    with_lines(root, "figures", ("hide", "f-aaaaaaaa", "", "", "at least 61", "b.md"))
    with_lines(root, "claims", ("hide", "c-aaaaaaaa", "", "", "he said", "gone.md"))
    found = {problem.path: problem for problem in build_site(root).problems}
    wrong = found["curation/figures.csv"]
    assert (wrong.line, wrong.level) == (2, "warning")
    assert wrong.message == (
        'There is no figure "f-aaaaaaaa". The line was about “at least 61” in b.md.'
    )
    assert f"There: {figure_of(corpus_of(root), 60)} (“At least 60" in wrong.hint
    assert "data/claims.json" in found["curation/claims.csv"].hint


def test_a_changed_line_makes_the_site_of_a_first_build(root: Path, make_project) -> None:
    """A value, a note and a hidden line: each changes what it touches, and nothing else stays."""
    name = figure_of(corpus_of(root), 60)
    build_site(root)
    for line in (("value", name, "70", "x"), ("value", name, "70", "y"), ("hide", name)):
        build_site(with_lines(root, "figures", line))
        fresh = with_lines(make_project(SEEDS, f"fresh{len(line)}{line[-1]}"), "figures", line)
        build_site(fresh)
        assert files_of(root / "site") == files_of(fresh / "site")


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("figures", ("remove", "f-aaaaaaaa"), 'Unknown action "remove". Known: hide, value,'),
        ("figures", ("value", "f-aaaaaaaa"), '"value" needs "id" and "value".'),
        ("figures", ("value", "f-aaaaaaaa", "many"), '"many" is not a number.'),
        ("figures", ("value", "f-aaaaaaaa", "60-40"), '"60-40" is not a number.'),
        ("figures", ("value", "f-aaaaaaaa", "9" * 20), "is not a number."),
        ("figures", ("hide", "c-aaaaaaaa"), '"c-aaaaaaaa" is not the id of a figure.'),
        ("figures", ("hide", "f-aaaaaaaa", "3"), '"hide" does not take "value".'),
        ("claims", ("value", "c-aaaaaaaa", "3"), 'Unknown action "value". Known: hide, holder.'),
        ("claims", ("hide", "the claim"), '"the claim" is not the id of a claim.'),
        ("claims", ("holder", "c-aaaaaaaa", "-"), "A claim needs somebody who makes it."),
    ],
)
def test_a_line_that_cannot_be_read_stops_the_build(
    make_project, table: str, line: tuple[str, ...], message: str
) -> None:
    root = with_lines(make_project({"sourcebook.toml": ""}), table, line)
    with pytest.raises(CurationError) as error:
        build_site(root)
    assert f"curation/{table}.csv:2: error: " in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1200", (1200, 1200, "exact")),
        ("0.5", (0.5, 0.5, "exact")),
        ("At least 40", (40, 40, "at least")),
        ("40–60", (40, 60, "range")),
    ],
)
def test_numbers_as_editors_write_them(text: str, number: tuple[float, float, str]) -> None:
    assert StatementEdit(2, "value", "f-aaaaaaaa", text).number == number
