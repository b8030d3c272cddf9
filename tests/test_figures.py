"""What a number counts: how far from it the word may be, and which nouns are counted."""

from __future__ import annotations

import pytest

from generator.analyse.numbers import find_figures
from generator.model import TimeExpression


def measures(text: str, *times: TimeExpression) -> list[tuple[float, str]]:
    return [(f.value, f.measure) for f in find_figures(text, 0, len(text), times)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It left 7 quite wholly sadly truly dead.", [(7, "dead")]),
        ("It left 7 quite wholly sadly truly really dead.", []),
        ("The dead were just now 7.", [(7, "dead")]),
        ("The dead were just then only 7.", []),
        ("The dead, only 7.", []),
        ("It left 7 quite, dead.", []),
    ],
)
def test_how_far_the_word_may_be(text: str, wanted: list[tuple[float, str]]) -> None:
    assert measures(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They took 7 cars.", [(7, "cars")]),
        ("They took 7 gas.", []),
        ("They took 7 Cars.", []),
        ("They took 7 bread.", []),
        ("They took cars and 7.", []),
        ("Its 7 cars hit 9 vans.", [(7, "cars"), (9, "vans")]),
    ],
)
def test_a_counted_noun_is_a_plural_of_four_letters_or_more(
    text: str, wanted: list[tuple[float, str]]
) -> None:
    assert measures(text) == wanted
