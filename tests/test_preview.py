"""A changed document in a known corpus: what is carried over, and what only others still say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import corpus_of

from generator.analyse import analyse
from generator.config import read_config
from generator.derive.preview import with_changed
from generator.load import load
from generator.model import Corpus, Event
from generator.read import read

FIRE = "On 22 March 2024 a fire destroyed the old concert hall."
FLOOD = "On 3 January 2024 a flood covered the fields."
# What a document opens with is a part of its name.
OPENING = "The station clock had stopped, and nobody in the hall could say since when. " * 3


def note(date: str, names: str, text: str) -> str:
    head = f"title: Of {date}\ndate: {date}\npeople: [{names}]"
    return f"---\n{head}\n---\n{OPENING}\n\n{text}"


@pytest.fixture
def changed(make_project) -> Callable[[str, str], tuple[Corpus, Corpus]]:
    """The corpus before and after the first of its three documents has other names and words."""
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"',
            "seeds/a.md": note("2024-03-24", "Ann Lee", f"{FIRE} Ann Lee wept."),
            "seeds/b.md": note("2024-03-25", "Bo Dahl", f"{FIRE} Ann Lee left with Bo Dahl."),
            "seeds/c.md": note("2024-03-26", "Cy Falk", FLOOD),
        }
    )

    def change(names: str, text: str) -> tuple[Corpus, Corpus]:
        before = corpus_of(root)
        (root / "seeds/a.md").write_text(note("2024-03-24", names, text), encoding="utf-8")
        config = read_config(root)
        documents = read(load(config).sources, config).documents
        documents = [d for d in documents if d.date == "2024-03-24"]
        after = with_changed(before, documents, analyse(documents, config))
        assert after
        return before, after

    return change


def event(corpus: Corpus, date: str, kind: str) -> Event:
    (found,) = (e for e in corpus.events if e.date == date and e.kind == kind)
    return found


def test_an_event_keeps_what_others_say_of_it(changed) -> None:
    before, after = changed("Ann Lee", "Ann Lee wept.")
    old, new = event(before, "2024-03-22", "reported"), event(after, "2024-03-22", "reported")
    other = next(d.id for d in before.documents if d.date == "2024-03-25")
    assert len(old.evidence) == 2
    assert [e.where.document for e in new.evidence] == [other]


def test_a_sentence_that_is_still_there_has_its_new_place(changed) -> None:
    _, after = changed("Ann Lee", f"Ann Lee wept long. {FIRE}")
    texts = {d.id: d.text for d in after.documents}
    places = [e.where for e in event(after, "2024-03-22", "reported").evidence]
    assert [texts[p.document][p.start : p.end] for p in places] == [FIRE, FIRE]
    assert len({p.document for p in places}) == 2


def test_other_events_stay(changed) -> None:
    before, after = changed("Ann Lee", "Ann Lee wept.")
    for date, kind in (
        ("2024-01-03", "reported"),
        ("2024-03-25", "publication"),
        ("2024-03-26", "publication"),
    ):
        assert event(after, date, kind) == event(before, date, kind)
    assert event(before, "2024-03-24", "publication").evidence
    assert not event(after, "2024-03-24", "publication").evidence


def test_names_are_those_of_the_new_text_and_of_the_other_documents(changed) -> None:
    _, after = changed("Bo Dahl", "Bo Dahl came back. Bo Dahl stayed.")
    (changed_id,) = (d.id for d in after.documents if d.date == "2024-03-24")
    found = {e.name: e for e in after.entities}
    where = {n: [m.provenance.document for m in e.mentions] for n, e in found.items()}
    assert where["Bo Dahl"].count(changed_id) == 2
    assert len(where["Bo Dahl"]) == 3
    assert changed_id not in where["Ann Lee"]
    assert len(where["Ann Lee"]) == 1
    assert changed_id in found["Bo Dahl"].listed_in
    assert changed_id in found["Bo Dahl"].documents
    assert changed_id not in (*found["Ann Lee"].listed_in, *found["Ann Lee"].documents)
    assert changed_id not in found["Cy Falk"].documents


def test_an_unknown_document_needs_a_build(make_project) -> None:
    root = make_project({"seeds/a.txt": "date 2024-01-01 A.", "seeds/b.txt": "date 2024-01-02 B."})
    corpus = corpus_of(root)
    (root / "seeds/c.txt").write_text("date 2024-01-03 C.")
    config = read_config(root)
    documents = read(load(config).sources, config).documents
    assert with_changed(corpus, documents, analyse(documents, config)) is None
