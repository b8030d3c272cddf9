"""Which sentences on one event are independent: those with words of their own."""

from __future__ import annotations

import pytest

from generator.derive.events.independence import voices_of

AGENCY = "Gunmen stormed the concert hall on Friday evening and killed at least 60 people, officials said."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (AGENCY, True),
        (f"(Reuters) - {AGENCY}", True),
        (AGENCY.replace("at least 60", "more than 90"), True),
        (AGENCY.replace(", officials said", ""), True),
        ("On Friday evening armed men burst into the hall and at least 60 people died.", False),
        (
            "“Killed at least 60 people, officials said” was how one paper put it on Friday night.",
            False,
        ),
        ("It happened on Friday.", False),
    ],
)
def test_sentences_in_the_same_words_have_one_voice(other: str, same: bool) -> None:
    one, two, third = voices_of([("a", AGENCY), ("b", other), ("c", "Nobody knew why on Friday.")])
    assert (one == two) is same
    assert third == "c"


def test_short_sentences_are_compared_as_a_whole() -> None:
    assert len(set(voices_of([("a", "He died."), ("b", "He died!"), ("c", "She died.")]))) == 2


def test_sentences_of_one_origin_have_one_voice_whatever_they_say() -> None:
    assert voices_of([("a", "One thing."), ("a", "Another matter.")]) == ["a", "a"]


def test_what_is_pasted_joins_origins_for_all_their_sentences() -> None:
    found = voices_of([("a", AGENCY), ("b", AGENCY), ("b", "The paper's own words followed.")])
    assert len(set(found)) == 1
