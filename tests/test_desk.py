"""The desk: what it says before and after it changes something, and what it asks first."""

from __future__ import annotations

import io

import pytest
from conftest import build_site, corpus_of
from rich.console import Console

from generator.config import read_config
from generator.desk.actions import Action, ActionError, actions_from
from generator.desk.desk import Desk
from generator.desk.doubts import other_reading
from generator.desk.effects import Effect, effect_of
from generator.desk.queue import worklist
from generator.desk.store import Store
from generator.engine.build import derive_corpus
from generator.engine.progress import Progress
from generator.model import Corpus, Reason

SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false\nmin_mentions = 1',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-05\npeople: [Ann Lee, A. Lee, Lee]\n"
    "organisations: [Picnic, Blue Bell]\nplaces: [Rome, Old Hall]\n---\n"
    "Ann Lee was born in Rome on 3 January 2024. A. Lee sang with Picnic in Rome on 4 January 2024.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-06\n---\n"
    "The roof of the Old Hall fell in on 3 January 2024. Blue Bell played. The mayor was attacked on 05/04/2019.",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("desk")
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return corpus_of(root)


def entity(action: str, name: str, kind: str = "", into: str = "", **more: str) -> dict:
    values = {"action": action, "name": name, "type": kind, "into": into, **more}
    return {"table": "entities", "values": values}


def event(action: str, name: str, **more: str) -> dict:
    return {"table": "events", "values": {"action": action, "id": name, **more}}


def id_on(corpus: Corpus, day: str, number: int = 0) -> str:
    return [e.id for e in corpus.events if e.kind == "reported" and e.date == day][number]


def test_what_merging_will_do(corpus: Corpus) -> None:
    effect = effect_of(corpus, actions_from([entity("merge", "Picnic", "", "Blue Bell")]))
    assert not effect.problems
    assert effect.summary.startswith("Joins 1 mention in 1 source to “Blue Bell”; 1 event")
    assert effect.about == ("1 mention in 1 source",)
    (left,) = [e for e in effect.corpus.entities if e.name in ("Picnic", "Blue Bell")]
    assert len(left.mentions) == 2
    named = {name for e in effect.corpus.events for name in e.entities}
    assert "organisations/picnic" not in named
    assert "organisations/blue-bell" in named


def test_merging_names_the_one_that_is_joined(make_project) -> None:
    """Even where the name alone means somebody else."""
    text = "---\ntitle: {0}\ndate: 2024-01-0{1}\npeople: [{2}]\n---\n{3}"
    a = text.format("A", 1, "Ann Lee", "Ann Lee sat. Lee sat. Lee sang. Ann Lee sang.")
    b = text.format("B", 2, "Lee, Bo Lee, Cy Lee", "Lee came. Bo Lee and Cy Lee sat.")
    files = {"sourcebook.toml": SEEDS["sourcebook.toml"], "seeds/a.md": a, "seeds/b.md": b}
    corpus = corpus_of(make_project(files))
    merge = [{"table": "entities", "values": {"action": "merge", "name": "Lee", "into": "Bo Lee"}}]
    assert "to “Bo Lee”" in effect_of(corpus, actions_from(merge)).summary


def test_splitting_off_a_name_that_is_there_says_so(make_project) -> None:
    text = (
        "---\ntitle: {0}\ndate: 2024-01-05\npeople: [Ann Lee, Bo Marsh]\n---\nAnn Lee met Bo Marsh."
    )
    files = {f"seeds/{name}.md": text.format(name) for name in "ab"}
    corpus = corpus_of(make_project({**files, "sourcebook.toml": SEEDS["sourcebook.toml"]}))

    def said(name: str) -> str:
        split = entity("split", name, "person", "Ann Lee", sources="a.md")
        return effect_of(corpus, actions_from([split])).summary

    assert "There is one of that name already" in said("Bo Marsh")
    assert said("Bo Marsh (judge)").endswith("to a page of its own, “Bo Marsh (judge)”.")


def test_several_at_once_follow_one_another(corpus: Corpus) -> None:
    actions = [
        entity("merge", "A. Lee", "", "Ann Lee"),
        entity("rename", "Ann Lee", "", "Ann M. Lee"),
    ]
    effect = effect_of(corpus, actions_from(actions))
    assert not effect.problems
    assert "will be called “Ann M. Lee” on 2 mentions in 1 source" in effect.summary


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (entity("hide", "Rome"), "“Rome” loses its page"),
        (entity("retype", "Picnic", "", "person"), "Its type becomes “person”"),
        (entity("wikidata", "Rome", "", "Q220"), "links to Q220"),
        (entity("locate", "Old Hall", "", "41.9, 12.5"), "on the map at 41.9, 12.5"),
        (entity("distinct", "Lee", "", "Ann Lee"), "no longer say that the two may be the same"),
        (entity("alias", "The Hall", "", "Old Hall"), "another spelling of “Old Hall”"),
        (entity("redact", "Ann Lee", "", "[a witness]"), "withheld in all its spellings"),
        (
            {"table": "redactions", "values": {"words": "the mayor"}},
            "Withholds 1 place in 1 source",
        ),
    ],
)
def test_each_action_says_what_it_will_do(corpus: Corpus, given: dict, words: str) -> None:
    effect = effect_of(corpus, actions_from([given]))
    assert not effect.problems
    assert words in effect.summary


def test_a_phrase_that_stands_nowhere_is_not_withheld(corpus: Corpus) -> None:
    def effect(**values: str) -> Effect:
        return effect_of(corpus, actions_from([{"table": "redactions", "values": values}]))

    assert "do not stand in the title or text of any source" in effect(words="the king").problems[0]
    assert "of these sources" in effect(words="the mayor", document="a.md").problems[0]
    found = effect(words="The  Mayor", document="b.md")
    assert found.about == ("1 place in 1 source",)
    assert effect(words="/mayor+/").summary.startswith("What matches will be withheld")


def test_what_will_become_of_an_event(corpus: Corpus) -> None:
    one = id_on(corpus, "2024-01-03")

    def said(given: dict) -> str:
        effect = effect_of(corpus, actions_from([given]))
        assert not effect.problems
        return effect.summary

    assert said(event("hide", one)).startswith("Takes the event of 3 January 2024 off the timeline")
    assert "from 3 January 2024 to February 2024" in said(event("redate", one, date="2024-02"))
    assert "from 3 January 2024 to about 1911:" in said(event("redate", one, date="1911~"))
    between = event("redate", one, date="2024-01-03/2024-01-05")
    assert "to 3–5 January 2024:" in said(between)
    assert "as only planned" in said(event("status", one, into="planned"))
    assert "stands for the event of 3 January 2024" in said(event("prefer", one))
    assert "among the key dates" in said(event("pin", one))
    assert "in your words" in said(event("rewrite", one, text="It fell."))
    other = id_on(corpus, "2024-01-03", 1)
    assert "Adds 1 sentence in 1 source to the event of" in said(event("merge", other, into=one))
    together = effect_of(corpus, actions_from([event("merge", other, into=one)])).corpus
    (left,) = [e for e in together.events if e.id == one]
    assert len(left.evidence) == 2
    split = effect_of(together, actions_from([event("split", left.evidence[1].id)]))
    assert "an event of its own" in split.summary
    assert split.about[0].startswith("2024-01-03: ")


@pytest.mark.parametrize(
    "given",
    [
        entity("merge", "Nobody", "", "Blue Bell"),
        entity("hide", "Nobody"),
        event("redate", "e2024-01-03-zzzzzzz", date="2024-02"),
        event("hide", "e2024-01-03-zzzzzzz"),
    ],
)
def test_what_cannot_be_done_is_said(corpus: Corpus, given: dict) -> None:
    effect = effect_of(corpus, actions_from([given]))
    assert effect.problems
    assert not effect.summary


def test_a_trial_is_what_a_build_makes_of_the_line(make_project) -> None:
    root = make_project(SEEDS)
    before = corpus_of(root)
    given = [
        entity("merge", "Picnic", "", "Blue Bell"),
        entity("hide", "Rome"),
        event("redate", id_on(before, "2024-01-04"), date="2024-01-02"),
        event("hide", id_on(before, "2024-01-03")),
    ]
    actions = actions_from(given)
    effect = effect_of(before, actions)
    store = Store(root)
    store.apply(actions, store.version())
    after = corpus_of(root)

    def shown(corpus: Corpus) -> tuple:
        entities = {e.id: (e.name, len(e.mentions), e.edits) for e in corpus.entities}
        return entities, {(e.id, e.date, len(e.evidence), e.edits) for e in corpus.events}

    assert shown(effect.corpus) == shown(after)
    assert not build_site(root).problems


def test_each_question_has_lines_that_a_build_accepts(make_project) -> None:
    root = make_project(SEEDS)
    corpus = corpus_of(root)
    items = worklist(corpus)
    assert {item.what for item in items} >= {"possibly the same", "date that is a guess"}
    for item in items:
        for choice in (*item.yes, *item.no):
            assert not effect_of(corpus, [choice.action]).problems, choice.line
    (guess,) = [item for item in items if item.what == "date that is a guess"]
    assert guess.detail.startswith("4 May 2019: “05/04/2019”, ")
    assert [choice.label for choice in guess.yes] == ["5 April 2019", "Not an event"]
    assert guess.yes[0].action.values["date"] == "2019-04-05"


def test_what_was_answered_is_not_asked_again(make_project) -> None:
    root = make_project(SEEDS)
    store, corpus = Store(root), corpus_of(root)
    first, *rest = worklist(corpus)
    (single,) = [item for item in rest if item.what == "date that is a guess"]
    store.apply(first.answered("later"), store.version())
    store.apply(single.answered("no"), store.version())
    left = worklist(corpus, store.answers())
    assert left[-1] == first
    assert single not in left
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    assert derive_corpus(read_config(root), progress)[0] == corpus  # decisions change no page


def test_no_to_a_possible_name_is_a_line_of_the_names(corpus: Corpus) -> None:
    item = next(i for i in worklist(corpus) if i.what == "possibly the same")
    for action in item.answered("no"):
        assert action.values["action"] == "distinct"
    later = item.answered("later")
    assert later == (
        Action(
            "curation/decisions.csv",
            {"question": item.what, "subject": item.key, "answer": "later"},
            about=item.name,
        ),
    )


def test_what_was_decided_during_a_build_is_not_asked_again(make_project) -> None:
    root = make_project(SEEDS)
    desk = Desk(root, "", lambda: "2024-02-01")
    before = corpus_of(root)
    desk.built(before)
    desk.building()
    merged = [entity("merge", "A. Lee", "person", "Ann Lee")]
    desk.answer(
        "apply", {"actions": merged, "seen": desk.answer("preview", {"actions": merged})["seen"]}
    )
    desk.built(before)  # the build had read the tables before the line was there
    assert "A. Lee" not in [one.name for one in desk.corpus.entities]
    desk.building()
    desk.built(before)
    assert "A. Lee" in [one.name for one in desk.corpus.entities]


def test_a_question_is_settled_by_the_words_of_its_answer(corpus: Corpus, make_project) -> None:
    desk = Desk(make_project(SEEDS), "", lambda: "2024-02-01")
    desk.built(corpus)
    items = desk.answer("queue", {})["items"]
    item = next(one for one in items if one["what"] == "possibly the same")
    asked = {"what": item["what"], "key": item["key"], "answer": "yes"}
    for choice in (0, "", "Same as Nobody", None):
        with pytest.raises(ActionError):
            desk.answer("decide", {**asked, "choice": choice})
    assert desk.answer("decide", {**asked, "choice": item["yes"][0]})["lines"]


@pytest.mark.parametrize(
    ("date", "code", "published", "other"),
    [
        ("2003-10-09", "year-by-tense", "2004-08-11", "2004-10-09"),
        ("2010-06", "year-by-tense", "2009-09-03", "2009-06"),
        ("2012-02-29", "year-by-tense", "2012-12-01", ""),
        ("2019-05-04", "figures-in-two-orders", "", "2019-04-05"),
        ("2019-05-05", "figures-in-two-orders", "", ""),
        ("2019-05", "nearest-year", "2019-06-01", ""),
    ],
)
def test_the_other_reading_of_a_guessed_date(
    date: str, code: str, published: str, other: str
) -> None:
    arguments = (("year", date[:4]), ("start", published)) if published else ()
    assert other_reading(date, Reason(code, arguments)) == other
