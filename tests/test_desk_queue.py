"""What the desk asks about, beyond names that may be the same, and that each answer is a line."""

from __future__ import annotations

import pytest
from conftest import corpus_of

from generator.desk.desk import Desk
from generator.desk.effects import effect_of
from generator.desk.items import Item
from generator.desk.queue import worklist
from generator.model import Corpus

SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false\nmin_mentions = 1',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-03-20\npublisher: The Paper\nplaces: [Springfield, Old Hall]\n"
    "text: read by OCR (ABBYY 11), mean confidence 61 %\n---\n"
    "The gate was closed on 1 March 2024. The mill burned on 2 March 2024. Police came on 3 March 2024. "
    "The bridge in Springfield fell on 4 March 2024. The school opened on 5 March 2024. "
    "The hall was built on 6 May 1911. The mayor will resign on 7 April 2024. "
    "The Old Hall stands in Springfield. The fire in the concert hall on 8 March 2024 killed 40 people.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-03-20\npublisher: The Post\n"
    "text: read by OCR (ABBYY 11), mean confidence 91 %\n---\n"
    "The bridge in Springfield fell on 4 March 2024. "
    "On 8 March 2024 some 137 people were killed by a fire in the concert hall.",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("asked")
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return corpus_of(root)


def asked(corpus: Corpus, what: str) -> list[Item]:
    return [item for item in worklist(corpus) if item.what == what]


def test_each_answer_is_a_line_that_a_build_accepts(corpus: Corpus) -> None:
    for item in worklist(corpus):
        for choice in (*item.yes, *item.no):
            assert not effect_of(corpus, [choice.action]).problems, choice.line


def test_a_date_far_from_all_others_of_its_source(corpus: Corpus) -> None:
    (item,) = asked(corpus, "date far from publication")
    assert item.name == "The hall was built on 6 May 1911."
    assert item.detail.startswith("6 May 1911: “6 May 1911”, ")
    assert item.detail.endswith("published 20 March 2024")


def test_what_may_not_have_happened(corpus: Corpus) -> None:
    (item,) = asked(corpus, "status that rests on one word")
    assert item.name == "The mayor will resign on 7 April 2024."
    assert item.detail == "7 April 2024: only planned"


def test_a_place_with_several_readings_has_an_answer_for_each(corpus: Corpus) -> None:
    (item,) = asked(corpus, "place with several readings")
    assert item.name == "Springfield"
    assert "Springfield, Missouri, United States" in [choice.label for choice in item.yes]
    assert item.yes[0].line.startswith('locate,Springfield,place,"3')
    (other,) = asked(corpus, "not on the map")
    assert (other.name, other.yes) == ("Old Hall", ())


def test_figures_that_cannot_all_be_so(corpus: Corpus) -> None:
    (item,) = asked(corpus, "differing figures")
    labels = [choice.label for choice in item.yes]
    assert [label.partition("(")[2] for label in labels] == ["The Paper)", "The Post)"]
    left = effect_of(corpus, [item.yes[0].action]).corpus
    assert len(left.figures) == len(corpus.figures) - 1
    assert not asked(left, "differing figures")


def test_text_of_which_ocr_was_unsure(corpus: Corpus) -> None:
    (item,) = asked(corpus, "unsure text")
    assert (item.name, item.detail) == ("A", "read by OCR (ABBYY 11), mean confidence 61 %")


def test_the_desk_asks_the_same(make_project) -> None:
    root = make_project(SEEDS)
    desk = Desk(root, "", lambda: "2026-11-29")
    corpus = corpus_of(root)
    desk.built(corpus)
    items = desk.answer("queue", {})["items"]
    assert [(item["what"], item["key"]) for item in items] == [
        (item.what, item.key) for item in worklist(corpus)
    ]
    for item in items:
        for name in (item["subject"], *item["others"]):
            found = desk.answer("about", {"id": name})["thing"]
            assert item["source"] or found["evidence"], item["what"]
