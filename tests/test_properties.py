"""What holds for all texts and archives, tried with many small ones (Hypothesis)."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_decisions import corpus_from

from generator.analyse.times import find_times
from generator.derive.entities.normalise import general_phonetic_key, normalised_form, phonetic_key
from generator.ids import name_slug
from generator.model import Corpus
from generator.render.search.data import fold

few = settings(max_examples=25, derandomize=True, deadline=None, database=None)
many = settings(max_examples=300, derandomize=True, deadline=None, database=None)

PEOPLE = [
    "Ann Lee",
    "Bo Lee",
    "Lee",
    "Ann",
    "Omar Hasanov",
    "Omar Khasanov",
    "John Ray Lee",
    "John Lee",
]
BODIES = ["Town Party", "TP", "Harvard University", "Harvard", "BP", "BP plc", "Picnic", "Piknik"]
PLACES = ["Oslo", "Leeds", "Germany", "Kyiv", "Kiev", "Georgia", "London"]
DATES = ["2024-03-20", "2024-03-24", "2024-03", ""]
DEEDS = [
    "The bridge near the mill fell on 22 March 2024.",
    "On 22 March 2024 the bridge fell into the river.",
    "The bridge will open on Friday.",
    "The fire of 5 March killed 40 people.",
    "On 5 March fire killed 60 people, they said.",
]

names = st.one_of(
    st.sampled_from([f"{{P {name}}}" for name in PEOPLE]),
    st.sampled_from([f"Mayor {{P {name}}}" for name in PEOPLE]),
    st.sampled_from([f"{{O {name}}}" for name in BODIES]),
    st.sampled_from([f"{{L {name}}}" for name in PLACES]),
    st.just("{O Town Party} ({O TP})"),
)
sentences = st.one_of(
    st.lists(names, min_size=1, max_size=3).map(lambda found: f"Then {' met '.join(found)} left."),
    st.sampled_from(DEEDS),
)
documents = st.builds(
    lambda day, publisher, said: {
        **({"date": day} if day else {}),
        **({"publisher": publisher} if publisher else {}),
        "text": " ".join(said),
    },
    st.sampled_from(DATES),
    st.sampled_from(["", "Herald", "Globe"]),
    st.lists(sentences, min_size=1, max_size=3),
)
# Every document is another text, as a name depends on nothing but that.
archives = st.lists(documents, min_size=1, max_size=4).map(
    lambda found: [
        {**one, "text": f"{one['text']} It was number {n}.", "title": f"Note {n}"}
        for n, one in enumerate(found)
    ]
)


def derived(found: Sequence[dict[str, str]]) -> Corpus:
    with tempfile.TemporaryDirectory() as folder:
        return corpus_from({"documents": found}, Path(folder))


def told(corpus: Corpus) -> object:
    """All that a corpus says, but the paths of its files."""
    entities = [
        (e.id, e.name, e.type, e.aliases, e.documents, e.place, set(e.related), set(e.maybe))
        for e in corpus.entities
    ]
    return [document.id for document in corpus.documents], entities, corpus.events


@few
@given(archives, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_the_files(archive, chance) -> None:
    shuffled = list(archive)
    chance.shuffle(shuffled)
    assert told(derived(archive)) == told(derived(shuffled))


@few
@given(archives)
def test_every_statement_leads_to_its_words(archive) -> None:
    corpus = derived(archive)
    text = {document.id: document.text for document in corpus.documents}
    anchors = {
        (document.id, sentence.anchor): (sentence.start, sentence.end)
        for document in corpus.documents
        for passage in document.passages
        for sentence in passage.sentences
    }
    for entity in corpus.entities:
        assert entity.documents
        assert sum(alias.count for alias in entity.aliases) == len(entity.mentions)
        for mention in entity.mentions:
            where = mention.provenance
            start, end = anchors[where.document, where.anchor]
            assert start <= where.start < where.end <= end
            assert text[where.document][where.start : where.end] == mention.text
    for event in corpus.events:
        assert set(event.documents) == {e.where.document for e in event.evidence}
        assert 1 <= event.sources <= len(event.documents)
        assert 0 <= event.score <= 1
        for evidence in event.evidence:
            where = evidence.where
            assert anchors[where.document, where.anchor] == (where.start, where.end)
            if evidence.time:
                said = text[where.document][evidence.time.start : evidence.time.end]
                assert said == evidence.time.text


@few
@given(archives)
def test_a_mention_is_one_entitys(archive) -> None:
    corpus = derived(archive)
    places = [m.provenance for e in corpus.entities for m in e.mentions]
    assert len(places) == len(set(places))
    assert len(places) == sum(one["text"].count("{") for one in archive)
    ids = [e.id for e in (*corpus.entities, *corpus.events)]
    assert len(ids) == len(set(ids))
    known = {e.id for e in corpus.entities}
    assert all(r.id in known - {e.id} for e in corpus.entities for r in (*e.related, *e.maybe))
    assert all(set(event.entities) <= known for event in corpus.events)


@few
@given(archives, archives)
def test_more_documents_leave_what_one_says_where_it_was(one, other) -> None:
    """Titles differ, so no document of one archive is one of the other."""
    more = [{**document, "title": f"Other {n}"} for n, document in enumerate(other)]
    alone, both = derived(one), derived([*one, *more])
    mine = {document.id: document for document in both.documents}
    for document in alone.documents:
        same = mine[document.id]
        assert (same.text, same.passages, same.date) == (
            document.text,
            document.passages,
            document.date,
        )
    where = {m.provenance for e in both.entities for m in e.mentions}
    assert {m.provenance for e in alone.entities for m in e.mentions} <= where
    said = {evidence.id for event in both.events for evidence in event.evidence}
    assert {evidence.id for event in alone.events for evidence in event.evidence} <= said


# --- forms of names

letters = st.text(
    st.one_of(
        st.sampled_from("aeikouyhzsthcqwADMN'’.-, "), st.characters(blacklist_categories=["Cs"])
    ),
    max_size=24,
)


@many
@given(letters)
def test_a_folded_name_is_folded(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@many
@given(
    st.lists(
        st.sampled_from(["Ann", "Lee", "de", "la", "Cruz", "O'Neil", "Zürich", "Юрий", "Ли"]),
        max_size=4,
    )
)
def test_a_normalised_form_is_its_own(words: list[str]) -> None:
    form = normalised_form(" ".join(words))
    assert normalised_form(form) == form
    assert normalised_form(" ".join(words).upper()) == normalised_form(" ".join(words).lower())


@many
@given(letters)
def test_sounds_and_addresses_are_made_of_any_name(name: str) -> None:
    assert all(c.isascii() for c in phonetic_key(name) + general_phonetic_key(name))
    slug = name_slug(name)
    assert slug or not name.strip()
    assert slug.isascii()
    assert "/" not in slug


# --- times

PIECES = [
    "\n",
    "",
    "",
    "",
    "on",
    "in",
    "at",
    "since",
    "until",
    "by",
    "the",
    "last",
    "next",
    "this",
    "two",
    "three",
    "ago",
    "later",
    "before",
    "after",
    "early",
    "mid",
    "late",
    "half\n",
    "",
    "",
    "",
    "Monday",
    "Friday",
    "weekend",
    "March",
    "May",
    "Sept.",
    "3",
    "22",
    "31",
    "2024",
    "1999",
    "'68",
    "24/7",
    "03/04/2024",
    "2024-03-22",
    "5",
    "p.m.\n",
    "",
    "",
    "",
    "noon",
    "yesterday",
    "today",
    "tomorrow",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "quarter",
    "spring",
    "Christmas",
    "1990s",
    "from\n",
    "",
    "",
    "",
    "to",
    "and",
    "of",
    "every",
    "each",
    "other",
    "day",
    "hours",
    "minutes",
    "viernes",
    "ayer",
    "marzo",
    "вчера",
    "марта",
    "года\n",
    "",
    "",
    "",
    ",",
    ".",
    "–",
    "-",
    "\n",
    "(",
    ")",
    ":",
    "will",
    "said",
    "may\n",
]
texts = st.one_of(
    st.lists(st.sampled_from([p for p in PIECES if p]), max_size=14).map(" ".join),
    st.text(max_size=40),
)


@many
@given(
    texts,
    st.sampled_from(["2024-03-25", "2024-02", "1900", ""]),
    st.sampled_from(["en", "es", "ru"]),
)
def test_times_are_found_in_any_text(text: str, published: str, language: str) -> None:
    after = 0
    for time in find_times(text, date=published, language=language):
        assert after <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        after = time.end
        if time.first:
            assert date.fromisoformat(time.first) <= date.fromisoformat(time.last)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "." * 50, "31 February 2024", "0000-00-00"])
def test_no_text_is_too_odd_for_it(text: str) -> None:
    assert all(time.text for time in find_times(text))
