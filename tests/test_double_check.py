"""A second editor decides blind what the first has decided, and the differences are listed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from conftest import corpus_of
from test_desk import SEEDS

from generator.cli import main
from generator.config import read_config
from generator.desk.actions import ActionError
from generator.desk.comparison import Comparison
from generator.desk.desk import Desk
from generator.desk.queue import worklist
from generator.desk.store import Store
from generator.model import Corpus


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("undecided")
    return corpus_of(written(root))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path)


def written(root: Path) -> Path:
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return root


def desk_of(root: Path, editor: str, corpus: Corpus) -> Desk:
    desk = Desk(root, editor, lambda: "2026-11-29", lambda: corpus)
    desk.built(corpus)
    return desk


def asked(desk: Desk, question: str, **given: str) -> dict[str, Any]:
    """The answer, as soon as the questions are prepared."""
    for _ in range(200):
        try:
            return desk.answer(question, given)
        except ActionError as error:
            if "being prepared" not in str(error):
                raise
            time.sleep(0.05)
    raise AssertionError("The questions were not prepared.")


def decide(desk: Desk, item: dict[str, Any], answer: str, choice: str = "", **more: str) -> None:
    key = {"what": item["what"], "key": item["key"], "answer": answer, "choice": choice}
    asked(desk, "answer" if more.pop("second", "") else "decide", **key, **more)


def answered(desk: Desk, item: dict[str, Any], answer: str, **more: str) -> None:
    decide(desk, item, answer, second="yes", **more)


def first_decides(root: Path, corpus: Corpus) -> dict[str, dict[str, Any]]:
    """Three questions that the first editor has answered, by what they are about."""
    desk = desk_of(root, "Ann", corpus)
    items = {item["what"]: item for item in reversed(desk.answer("queue", {})["items"])}
    same, guess = items["possibly the same"], items["date that is a guess"]
    decide(desk, same, "yes", same["yes"][0])
    decide(desk, guess, "yes", "5 April 2019")
    decide(desk, items["not on the map"], "no")
    return {what: items[what] for what in (same["what"], guess["what"], "not on the map")}


def test_the_second_editor_is_asked_what_the_first_has_decided(
    root: Path, undecided: Corpus
) -> None:
    first = first_decides(root, undecided)
    tables = {path.name: path.read_bytes() for path in (root / "curation").iterdir()}
    desk = desk_of(root, "Bo", undecided)
    desk.built(corpus_of(root))  # which has the first editor's lines
    progress = asked(desk, "second")["progress"]
    assert progress == "You have answered 0 of 3."
    seen = {}
    while items := asked(desk, "second")["items"]:
        (item,) = items
        seen[item["what"]] = item
        answered(desk, item, "no")
    # As the first one saw it: nothing says what was decided, and the sentences are there.
    for what, item in seen.items():
        assert {key: item[key] for key in first[what]} == first[what]
        assert all(item["things"][name]["evidence"] for name in (item["subject"], *item["others"]))
        assert not any(thing.get("edits") for thing in item["things"].values())
    assert len(seen) == 3
    assert asked(desk, "second")["progress"] == "You have answered 3 of 3."
    # The other tables are as they were, and no page changes.
    left = {path.name: path.read_bytes() for path in (root / "curation").iterdir()}
    assert {name: left[name] for name in tables} == tables
    assert left.keys() - tables.keys() == {"second.csv"}
    found = asked(desk, "differences")
    assert found["summary"] == "1 of 3 agree."
    by_what = {row["what"]: row for row in found["rows"]}
    assert by_what.keys() == {"possibly the same", "date that is a guess"}
    guess = by_what["date that is a guess"]
    assert (guess["first"]["words"], guess["second"]["words"]) == (("5 April 2019",), ("As it is",))
    assert (guess["first"]["editors"], guess["second"]["editors"]) == (("Ann",), ("Bo",))
    assert guess["first"]["lines"][0].startswith("redate,")


def test_what_agrees_is_counted_and_own_words_are_listed(root: Path, undecided: Corpus) -> None:
    first_decides(root, undecided)
    desk = desk_of(root, "Bo", undecided)
    for _ in range(3):
        (item,) = asked(desk, "second")["items"]
        if item["what"] == "date that is a guess":
            answered(desk, item, "else", note="a day in May")
        elif item["yes"] and item["what"] == "possibly the same":
            answered(desk, item, "yes", choice=item["yes"][0])
        else:
            answered(desk, item, "no")
    found = asked(desk, "differences")
    assert found["summary"] == "2 of 3 agree."
    (row,) = found["rows"]
    assert row["second"]["words"] == ("a day in May",)


def test_later_puts_a_question_at_the_end_and_the_last_answer_counts(
    root: Path, undecided: Corpus
) -> None:
    first_decides(root, undecided)
    desk = desk_of(root, "Bo", undecided)
    (item,) = asked(desk, "second")["items"]
    answered(desk, item, "later")
    (after,) = asked(desk, "second")["items"]
    assert after["key"] != item["key"] or after["what"] != item["what"]
    assert asked(desk, "differences")["summary"] == "Nothing has been double-checked yet."
    answered(desk, item, "no")
    assert asked(desk, "second")["progress"] == "You have answered 1 of 3."
    desk.answer("undo", {})
    assert asked(desk, "second")["progress"] == "You have answered 0 of 3."


def test_nobody_checks_their_own_decisions(root: Path, undecided: Corpus) -> None:
    first_decides(root, undecided)
    found = asked(desk_of(root, "Ann", undecided), "second")
    assert found["items"] == []
    assert found["progress"] == "No other editor has answered a question of the queue yet."
    with pytest.raises(ActionError, match="SOURCEBOOK_EDITOR"):
        asked(desk_of(root, "", undecided), "second")


def test_what_was_not_decided_cannot_be_answered(root: Path, undecided: Corpus) -> None:
    items = first_decides(root, undecided)
    desk = desk_of(root, "Bo", undecided)
    other = next(i for i in worklist(undecided) if i.what == "possibly the same" and i.subject)
    for given in (
        {"what": other.what, "key": "people/nobody", "answer": "no"},
        {"what": "date that is a guess", "key": "x", "answer": "no"},
        {**_key(items["date that is a guess"]), "answer": "yes", "choice": "1 May 1900"},
        {**_key(items["date that is a guess"]), "answer": "yes"},
        {**_key(items["date that is a guess"]), "answer": "else", "note": " "},
        {**_key(items["date that is a guess"]), "answer": "else", "note": "a\0b"},
        {**_key(items["date that is a guess"]), "answer": "else", "note": "x" * 3_000},
        {**_key(items["date that is a guess"]), "answer": "perhaps"},
    ):
        with pytest.raises(ActionError):
            asked(desk, "answer", **given)
    assert not (root / "curation/second.csv").exists()


def _key(item: dict[str, Any]) -> dict[str, str]:
    return {"what": item["what"], "key": item["key"]}


def test_lines_are_understood_however_they_are_written(root: Path, undecided: Corpus) -> None:
    """A typed line counts as the answer that it is; what was not offered is the line itself."""
    items = {item.what: item for item in worklist(undecided)}
    same = items["possibly the same"]
    guess = items["date that is a guess"]
    (root / "curation").mkdir()
    (root / "curation/entities.csv").write_text(
        "action,name,type,into\n"
        f"Merge,{same.others[0]},person,{same.subject}\n"  # by address, the other way round
        'locate,Old Hall,,"41.9, 12.5"\n'
    )
    (root / "curation/events.csv").write_text(
        f"action,id,date,text,note,into\nredate,{guess.subject},2019-04,,,\n"
    )
    lines = tuple(Store(root).records())
    found = Comparison(undecided, worklist(undecided)).decided(lines, "Bo")
    assert found[same.what, same.key].words == (same.yes[0].label,)
    assert found[guess.what, guess.key].own
    hall = next(i for i in worklist(undecided) if i.what == "not on the map")
    assert found[hall.what, hall.key].words == ('locate,Old Hall,,"41.9, 12.5"',)


def test_one_line_keeps_names_that_were_merged_apart_from_a_third(
    root: Path, undecided: Corpus
) -> None:
    (root / "curation").mkdir()
    (root / "curation/entities.csv").write_text(
        "action,name,type,into\nmerge,A. Lee,person,Ann Lee\ndistinct,Lee,person,Ann Lee\n"
    )
    lines = tuple(Store(root).records())
    found = Comparison(undecided, worklist(undecided)).decided(lines, "Bo")
    answers = {key[1].partition(";")[0]: answer.words for key, answer in found.items()}
    assert answers == {"people/a-lee-fipiw": ("Same as Ann Lee",), "people/lee": ("Distinct",)}


def test_the_terminal_lists_the_same(
    root: Path, undecided: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    first_decides(root, undecided)
    desk = desk_of(root, "Bo", undecided)
    while items := asked(desk, "second")["items"]:
        answered(desk, items[0], "no")
    assert main(["review", "--differences", "-C", str(root)]) == 0
    out = capsys.readouterr().out
    assert out.endswith("1 of 3 agree.\n")
    assert "  5 April 2019 (Ann): redate," in out
    assert "  As it is (Bo): date that is a guess," in out
    assert not (root / "curation/worklist.csv").exists()
    assert read_config(root).curation == root / "curation"
