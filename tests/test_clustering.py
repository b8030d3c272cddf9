"""How alike sentences must be to be one event: each limit from both sides."""

from __future__ import annotations

import math

import pytest

from generator.derive.events.clustering import (
    SentenceFeatures,
    Weights,
    cluster,
    names,
    stem_of,
    terms,
)
from generator.derive.events.independence import copies
from generator.model import Analysis


def said(*words: float, names: str = "") -> SentenceFeatures:
    """A sentence of the words a, b, c …, each of such a weight."""
    vector = {word: value for word, value in zip("abcdef", words, strict=False) if value}
    return SentenceFeatures(vector, frozenset(names.split()))


def at(cosine: float) -> SentenceFeatures:
    """A sentence as like one of the word a alone."""
    return said(cosine, math.sqrt(1 - cosine**2))


@pytest.mark.parametrize(("cosine", "groups"), [(0.23, 1), (0.221, 1), (0.219, 2), (0.0, 2)])
def test_how_alike_two_sentences_of_one_event_are(cosine: float, groups: int) -> None:
    assert len(cluster([said(1.0), at(cosine)])) == groups


@pytest.mark.parametrize(("cosine", "groups"), [(0.69, 1), (0.66, 2)])
def test_groups_that_have_come_to_tell_of_the_same_are_one(cosine: float, groups: int) -> None:
    """Each sentence joined the group that it was most like; then these are compared."""
    found = cluster([said(1.0), said(0.0, 1.0), at(0.6), at(cosine)])
    assert len(found) == groups
    assert sorted(n for group in found for n in group) == [0, 1, 2, 3]


def test_a_sentence_joins_the_group_that_it_is_most_like() -> None:
    assert cluster([said(1.0), said(0.0, 1.0), at(0.6)]) == [(0,), (1, 2)]
    assert cluster([said(1.0), said(0.0, 1.0), at(0.9)]) == [(0, 2), (1,)]


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        ("Kabul", "Kabul", 1),
        ("Kabul", "Oslo", 2),
        ("Kabul", "", 1),
        ("Kabul Herat", "Kabul Oslo", 1),
        ("Kabul Herat Farah", "Kabul Oslo Bern", 2),
        ("Kabul Herat Farah", "Kabul Oslo", 1),
    ],
)
def test_half_of_the_names_must_be_the_same(one: str, other: str, groups: int) -> None:
    assert len(cluster([said(1.0, names=one), said(1.0, names=other)])) == groups


def test_the_most_central_comes_first_and_of_equals_the_earliest() -> None:
    side = math.sqrt(0.5)
    assert cluster([said(1.0), said(side, side), said(0.0, 1.0)])[0] == (1, 0, 2)
    assert cluster([said(1.0), said(1.0), said(1.0)]) == [(0, 1, 2)]
    assert cluster([said(1.0)]) == [(0,)]
    assert cluster([]) == []


def test_words_near_the_date_count_in_full() -> None:
    text = f"{'x' * 10} near {'.' * 54} Friday {'.' * 53} near2far {'.' * 10} bridge"
    start = text.index("Friday")
    stems = {word: stem_of(word) for word in ("near", "far", "bridge", "Friday", "x" * 10)}
    found = terms(text, start, start + 6, stems)
    assert found["near"] == found["far"] == 1.0
    assert found["bridge"] == 0.3
    assert found["x" * 10] == 0.3
    assert "friday" not in found


def test_sixty_code_points_are_near() -> None:
    for gap, weight in ((59, 1.0), (60, 1.0), (61, 0.3)):
        text = f"bridge{'.' * gap}date{'.' * gap}river"
        at_date = text.index("date")
        stems = {"bridge": "bridge", "river": "river", "date": ""}
        found = terms(text, at_date, at_date + 4, stems)
        assert found == {"bridge": weight, "river": weight}, gap


def test_names_are_capitalised_words_within_a_sentence() -> None:
    text = 'Then the Herald saw Ann and “Bo” in March, not "Cy" (Orr) or O\'Hara.'
    assert names(text, frozenset(["Herald"])) == {"Ann", "Bo", "Cy", "Orr"}


def test_a_rare_word_tells_more_than_a_frequent_one() -> None:
    sentences = [{"fire": 1.0, "hall": 1.0}, {"fire": 1.0}, {"fire": 1.0}]
    vector = Weights(sentences).vector(sentences[0])
    assert vector["hall"] / vector["fire"] == pytest.approx(math.sqrt(math.log(4) / math.log(2)))
    assert sum(value**2 for value in vector.values()) == pytest.approx(1.0)
    assert Weights(sentences).vector({}) == {}


def sampled(*sketches: set[int]) -> dict[str, str]:
    analyses = [Analysis(str(n), (), (), (), tuple(s)) for n, s in enumerate(sketches)]
    return dict(copies(analyses))


def test_half_of_the_larger_sample_makes_a_copy() -> None:
    whole = set(range(40))
    assert sampled(whole, set(range(20, 60)))["1"] == "0"
    assert sampled(whole, set(range(21, 61)))["1"] == "1"
    assert sampled(whole, set(range(19)))["1"] == "1", "a short piece of a long text"
    assert sampled(whole, set(range(20)))["1"] == "0"
    assert sampled(set(range(20)), whole)["1"] == "0"
    assert sampled(set(), set())["1"] == "1"


def test_a_copy_of_a_copy_is_one_of_the_first() -> None:
    assert sampled(set(range(40)), set(range(15, 55)), set(range(30, 70))) == {
        "0": "0",
        "1": "0",
        "2": "0",
    }


def test_what_forty_texts_share_is_a_phrase() -> None:
    phrase = set(range(1000, 1010))
    apart = [{*phrase, *range(20 * n, 20 * n + 20)} for n in range(40)]
    assert sampled(*apart[:39], phrase)["39"] == "39"
    assert sampled(phrase, *apart[:38], phrase)["39"] == "0"
    assert sampled(*apart, phrase, phrase)["41"] == "41"
