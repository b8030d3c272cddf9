"""Names found, entities gathered, events dated."""

from __future__ import annotations

import pydoc
from collections.abc import Sequence

import pytest
from conftest import build_site

from generator.analyse import analyse
from generator.config import read_config
from generator.derive import derive
from generator.derive.events.events import evidence_id, evidence_ids
from generator.ids import digest, free_slug, unique_slugs
from generator.load import load
from generator.model import (
    Corpus,
    DatedSentence,
    Document,
    Edits,
    Provenance,
    TimeExpression,
    reason,
)
from generator.read import read, read_edits


@pytest.fixture
def corpus(make_project):
    def get(files: dict[str, str]) -> Corpus:
        config = read_config(
            make_project(
                {f"seeds/{k}": v for k, v in files.items()}
                | {"sourcebook.toml": 'names = "listed"'}
            )
        )
        loaded = load(config)
        documents = read(loaded.sources, config).documents
        analyses = analyse(documents, config)
        return derive(documents, analyses, loaded.sources, read_edits(loaded.curation), 2).corpus

    return get


def note(names: str, text: str, date: str = "2024-01-01") -> str:
    return f"---\ntitle: Note on {date}\ndate: {date}\n{names}\n---\n{text}"


def test_names_are_found_as_whole_words_in_every_document(corpus) -> None:
    found = corpus(
        {
            "a.md": note("people: [Ann Lee]", "Ann Lee spoke. Joann Lee and Ann Leeson did not."),
            "b.txt": "date 2024-01-02 Then Ann Lee's brother came; ANN LEE, no.",
        }
    )
    (entity,) = found.entities
    assert (entity.id, len(entity.mentions), len(entity.documents)) == ("people/ann-lee", 2, 2)
    texts = {d.id: d.text for d in found.documents}
    for mention in entity.mentions:
        where = mention.provenance
        assert texts[where.document][where.start : where.end] == mention.text == "Ann Lee"


def test_the_longest_name_is_found(corpus) -> None:
    found = corpus(
        {
            "a.md": note(
                "organisations: [Islamic State, Islamic State Khorasan]",
                "Islamic State Khorasan claimed it. Islamic State did not.",
            )
        }
    )
    assert {e.name: len(e.mentions) for e in found.entities} == {
        "Islamic State": 1,
        "Islamic State Khorasan": 1,
    }


def test_other_spellings_are_never_merged(corpus) -> None:
    found = corpus(
        {"a.md": note("people: [M. Faizov, M. Fayzov, Zürich Smith, Zurich Smith]", "X.")}
    )
    assert len({e.id for e in found.entities}) == 4


def test_a_listed_name_without_a_mention_is_kept(corpus) -> None:
    (entity,) = corpus({"a.md": note("places: [Rome]", "Nothing here.")}).entities
    assert (entity.mentions, len(entity.listed_in), entity.type) == ((), 1, "place")


def test_documents_come_newest_first_and_undated_last(corpus) -> None:
    found = corpus(
        {
            "a.txt": "Undated text.",
            "b.txt": "date 2024-01-01 B.",
            "c.txt": "date 2024-02 C.",
            "d.txt": "date 1943 D.",
            "e.txt": "date 2024-02-03 E.",
        }
    )
    assert [d.date for d in found.documents] == ["2024-02-03", "2024-02", "2024-01-01", "1943", ""]


def test_every_publication_is_an_event_with_its_sentence(corpus) -> None:
    found = corpus(
        {
            "a.txt": "date 2024-01-01 A Title Of Four Words\nFirst. Second.",
            "b.txt": "date 2024-01 Other.",
            "c.txt": "No date.",
        }
    )
    assert [(e.date, e.precision, e.kind) for e in found.events] == [
        ("2024-01", "month", "publication"),
        ("2024-01-01", "day", "publication"),
    ]
    texts = {d.id: d.text for d in found.documents}
    quoted = [
        texts[v.where.document][v.where.start : v.where.end]
        for e in found.events
        for v in e.evidence
    ]
    assert "Other." in quoted
    assert all(0 < e.score <= 1 for e in found.events)


def test_a_part_of_a_longer_name_is_not_the_name(corpus) -> None:
    text = "Ann Lee-Smith and Smith-Ann Lee met Jose Garcia\u0301. Ann Lee left pro-Rome, Rome-based friends."
    found = corpus({"a.md": note("people: [Ann Lee, Jose Garcia]\nplaces: [Rome]", text)})
    assert {e.name: len(e.mentions) for e in found.entities} == {
        "Ann Lee": 1,
        "Jose Garcia": 0,
        "Rome": 2,
    }


def test_a_name_of_a_person_and_a_place_is_what_its_own_document_says(corpus) -> None:
    found = corpus(
        {
            "a.md": note("people: [Washington]", "Washington spoke."),
            "b.md": note("places: [Washington]", "They met in Washington.", "2024-01-02"),
            "c.txt": "date 2024-01-03 Washington again.",
        }
    )
    assert {(e.type, len(e.mentions)) for e in found.entities} == {("person", 1), ("place", 1)}


def test_names_that_only_look_alike_have_addresses_of_their_own(corpus) -> None:
    found = corpus({"a.md": note("people: [C. Lee, C Lee, Č Lee]", "X.")})
    assert len({e.id for e in found.entities}) == len(found.entities)


def test_a_hyphen_makes_no_other_name(corpus) -> None:
    found = corpus({"a.md": note("people: [Jean Paul Sartre, Jean-Paul Sartre]", "X.")})
    assert len(found.entities) == 1


def test_what_most_lists_say_does_not_overrule_a_list(corpus) -> None:
    files = {
        f"{n}.md": note("organisations: [Reuters]", "Reuters said so.", f"2024-01-0{n}")
        for n in (1, 2, 3)
    }
    found = corpus({**files, "9.md": note("people: [Reuters]", "Reuters said so.", "2024-01-09")})
    assert {(e.type, len(e.mentions)) for e in found.entities} == {
        ("organisation", 3),
        ("person", 1),
    }


def test_slugs_are_unique_by_construction() -> None:
    assert unique_slugs(["ann", "bo"], [("", "")] * 2) == ["ann", "bo"]
    ann, other, bo = unique_slugs(["ann", "ann", "bo"], [("x", "1"), ("y", "2"), ("z", "3")])
    assert (ann, other, bo) == (f"ann-{digest('x', 5)}", f"ann-{digest('y', 5)}", "bo")
    same = unique_slugs(["ann"] * 3, [("x", "1"), ("x", "2"), ("x", "2")])
    assert len(set(same)) == 3
    assert all(name.startswith("ann-") for name in same)
    # Somebody may be called what a digest makes of another name.
    taken = f"ann-{digest('x', 5)}"
    names = unique_slugs(["ann", taken, "ann"], [("x", "1"), ("", ""), ("y", "2")])
    assert names[1] == taken
    assert len(set(names)) == 3


def test_a_free_slug_is_found_whatever_is_taken() -> None:
    taken: set[str] = set()
    for _ in range(5):
        taken.add(free_slug("ann", "x", taken))
    assert len(taken) == 5
    assert {"ann", f"ann-{digest('x', 5)}", f"ann-{digest('x', 12)}"} <= taken


@pytest.mark.parametrize("bad", [["b"], ["a", "d"], ["a", "b", "c", "d"]])
def test_a_document_that_cannot_be_derived_is_reported_and_the_rest_is_published(
    make_project, monkeypatch: pytest.MonkeyPatch, bad: list[str]
) -> None:
    files = {f"seeds/{n}.md": f"---\ntitle: Note {n}\n---\nAnn Lee came.\n" for n in "abcd"}
    config = read_config(make_project(files | {"sourcebook.toml": 'names = "listed"'}))
    loaded = load(config)
    documents = read(loaded.sources, config).documents
    analyses = analyse(documents, config)

    def fails(ordered: Sequence[Document], entities: object) -> tuple[()]:
        for document in ordered:
            if document.path[0] in bad:
                raise ValueError(f"year 0 in {document.path}")
        return ()

    monkeypatch.setattr("generator.derive.publications", fails)
    derived = derive(documents, analyses, loaded.sources, Edits(), 1)
    assert sorted(d.path[0] for d in derived.corpus.documents) == sorted(set("abcd") - set(bad))
    assert sorted(str(problem) for problem in derived.problems) == [
        f"seeds/{n}.md:1: error: “Note {n}” could not be derived and is left out: "
        f"ValueError: year 0 in {n}.md. Please report this file to us."
        for n in bad
    ]


def test_of_what_fails_only_together_as_much_as_possible_is_published(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"seeds/{n}.md": f"---\ntitle: Note {n}\n---\nX.\n" for n in "abcdefg"}
    config = read_config(make_project(files | {"sourcebook.toml": 'names = "listed"'}))
    loaded = load(config)
    documents = read(loaded.sources, config).documents

    def fails(ordered: Sequence[Document], entities: object) -> tuple[()]:
        paths = {document.path[0] for document in ordered}
        if {"b", "f"} <= paths or "c" in paths:
            raise ValueError("together")
        return ()

    monkeypatch.setattr("generator.derive.publications", fails)
    derived = derive(documents, analyse(documents, config), loaded.sources, Edits(), 1)
    kept = {document.path[0] for document in derived.corpus.documents}
    assert kept | {"b", "f"} == set("abdefg")
    assert len(kept) == 5
    assert len(derived.problems) == 2
    assert not derived.complete


@pytest.mark.parametrize(
    ("function", "bad", "problem"),
    [
        (
            "generator.derive.entities.gather._shown_name",
            "people/ann-lee",
            "“Ann Lee” could not be derived and is left out: ValueError: no.",
        ),
        (
            "generator.derive.events.events.EventBuilder._event",
            "2023-03-02",
            "An event of 2023-03-02 could not be derived and is left out: ValueError: no.",
        ),
    ],
)
def test_an_entity_or_event_that_cannot_be_derived_is_reported_and_the_rest_is_published(
    make_project, monkeypatch: pytest.MonkeyPatch, function: str, bad: str, problem: str
) -> None:
    text = "Ann Lee met Bo Day on 2 March 2023. Bo Day left on 4 March 2023."
    files = {"seeds/a.md": f"---\ntitle: A\npeople: [Ann Lee, Bo Day]\n---\n{text}"}
    config = read_config(make_project(files | {"sourcebook.toml": 'names = "listed"'}))
    loaded = load(config)
    documents = read(loaded.sources, config).documents
    original = pydoc.locate(function)

    def fails(first: object, second: object, *values: object) -> object:
        if second == "2023-03-02" or any(getattr(a, "name", "") == "Ann Lee" for a in second):
            raise ValueError("no")
        return original(first, second, *values)

    monkeypatch.setattr(function, fails)
    derived = derive(documents, analyse(documents, config), loaded.sources, Edits(), 1)
    assert [f"seeds/a.md:1: warning: {problem} Please report this file to us."] == [
        str(found) for found in derived.problems
    ]
    assert not derived.complete
    names = {"people/ann-lee", "people/bo-day", "2023-03-02", "2023-03-04"}
    found = {e.id for e in derived.corpus.entities} | {
        e.date for e in derived.corpus.events if e.kind == "reported"
    }
    assert found == names - {bad}


def test_a_build_that_left_a_document_out_is_tried_again(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"sourcebook.toml": 'names = "listed"', "seeds/a.md": "# A\n\nAnn came."})

    def fails(ordered: Sequence[Document], entities: object) -> tuple[()]:
        if ordered:
            raise ValueError("no")
        return ()

    with monkeypatch.context() as patched:
        patched.setattr("generator.derive.publications", fails)
        assert build_site(root).documents == 0
    assert build_site(root).documents == 1


def test_a_sentence_keeps_its_id_and_another_with_the_same_digest_has_a_longer_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = TimeExpression(
        0, 4, "2024", "DATE", "2024", "2024-01-01", "2024-12-31", "year", "", reason("written")
    )
    places = [Provenance(name, 0, 0, 4, "s1") for name in "abc"]
    sentences = [DatedSentence(where, time, "") for where in (*places, places[0])]
    ids = evidence_ids(sentences)
    assert ids["2024", places[0]] == evidence_id("2024", places[0])
    monkeypatch.setattr("generator.derive.events.events.evidence_id", lambda *_: "e2024-same")
    ids = evidence_ids(sentences)
    assert ids["2024", places[0]] == "e2024-same"
    assert len(set(ids.values())) == 3
