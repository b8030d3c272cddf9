"""Figures and claims at the desk: what is known, what a line will do, and that a build does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of
from test_corrections import SEEDS, figure_of, numbers

from generator.commands.explain import explain
from generator.desk.actions import actions_from
from generator.desk.desk import Desk
from generator.desk.effects import effect_of
from generator.model import Corpus


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("statements")
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    return corpus_of(root)


def line(table: str, action: str, name: str, value: str = "") -> dict:
    return {"table": table, "values": {"action": action, "id": name, "value": value}}


def test_what_is_known_of_a_figure_and_a_claim(root: Path, corpus: Corpus) -> None:
    desk = Desk(root, "", lambda: "2024-05-01")
    desk.built(corpus)
    name = figure_of(corpus, 60)
    thing = desk.answer("about", {"id": name})["thing"]
    assert (thing["kind"], thing["name"], thing["value"]) == (
        "figure",
        "At least 60",
        "at least 60",
    )
    assert thing["evidence"][0]["text"].startswith("At least 60 people were killed")
    (claim,) = corpus.claims
    assert desk.answer("about", {"id": claim.id})["thing"]["holder"] == "the mayor"
    where = {"document": claim.where.document, "anchor": claim.where.anchor}
    labels = [one["label"] for one in desk.answer("sentence", where)["things"]]
    assert labels[0] == "Event of 22 March 2024"
    assert {"Figure: At least 60 (dead)", "Claim: the mayor said"} <= set(labels)


def test_what_a_line_will_do(corpus: Corpus) -> None:
    name, (claim,) = figure_of(corpus, 60), corpus.claims

    def said(*given: str) -> str:
        effect = effect_of(corpus, actions_from([line(*given)]))
        assert not effect.problems
        return effect.summary

    series = "the series “dead” of 3 figures changes."
    assert said("figures", "hide", name) == (
        f"“At least 60” (dead) is left out of all lists of figures; {series}"
    )
    assert said("figures", "value", name, "70") == (
        f"“At least 60” (dead) counts as 70 instead of at least 60; {series}"
    )
    assert "is given by the source itself" in said("figures", "holder", name, "-")
    assert "is given by “Ann Lee”" in said("figures", "holder", name, "Ann Lee")
    assert "left out of all lists of claims" in said("claims", "hide", claim.id)
    assert "is what “Ann Lee” says" in said("claims", "holder", claim.id, "Ann Lee")
    assert effect_of(corpus, actions_from([line("figures", "hide", "f-aaaaaaaa")])).problems
    assert not effect_of(corpus, actions_from([line("claims", "hide", claim.id)])).corpus.claims


def test_the_lines_that_are_written_build_the_same(make_project) -> None:
    root = make_project(SEEDS)
    before = corpus_of(root)
    desk = Desk(root, "Ann", lambda: "2024-05-01")
    desk.built(before)
    name = figure_of(before, 60)
    for given in (
        line("figures", "hide", name),
        line("figures", "holder", figure_of(before, 40), "people/ann-lee"),
        line("claims", "hide", before.claims[0].id),
    ):
        seen = desk.answer("preview", {"actions": [given]})["seen"]
        desk.answer("apply", {"actions": [given], "seen": seen})
    rows = (root / "curation/figures.csv").read_text().splitlines()
    assert rows[1].startswith(f"hide,{name},,,At least 60,b.md,Ann,2024-05-01,")
    assert ",Ann Lee,,at least 40,a.md," in rows[2]
    after = corpus_of(root)
    assert numbers(after) != numbers(before)
    assert desk.corpus.claims == after.claims == ()
    assert [one.holder for one in desk.corpus.corrected] == ["Ann Lee"]
    assert after.corrected == desk.corpus.corrected
    assert not build_site(root).problems
    site = files_of(root / "site")
    page = next(data for path, data in site.items() if str(path) == "method.html").decode()
    assert "corrected 1 and hidden 2" in page


def test_explain_takes_the_id_of_a_figure(corpus: Corpus) -> None:
    name = figure_of(corpus, 137)
    told = "\n".join(explain(corpus, (), name))
    assert "“137”, 137" in told
    assert f"hide,{name},,,137,c.md" in told


def test_a_phrase_is_withheld_in_one_source_by_its_file(root: Path, corpus: Corpus) -> None:
    desk = Desk(root, "", lambda: "2024-05-01")
    desk.built(corpus)
    (document,) = [d.id for d in corpus.documents if d.path == "b.md"]
    values = {"words": "the mayor", "document": document}
    answer = desk.answer("preview", {"actions": [{"table": "redactions", "values": values}]})
    assert answer["summary"].startswith("Withholds 1 place in 1 source")
