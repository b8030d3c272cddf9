"""Figures: which numbers tell a size, how exact they are, and what they count."""

from __future__ import annotations

import pytest

from generator.analyse.figures import find_figures
from generator.model import Figure


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find_figures(text, 0, len(text), (), language)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("137 people died.", 137, 137, "exact"),
        ("At least 137 people died.", 137, 137, "at least"),
        ("More than 1,500 people died.", 1500, 1500, "at least"),
        ("Up to 60 people died.", 60, 60, "at most"),
        ("About 40 people died.", 40, 40, "about"),
        ("Some 40 people died.", 40, 40, "about"),
        ("Sixty people or more died.", 60, 60, "at least"),
        ("Between 40 and 60 people died.", 40, 60, "range"),
        ("Between 18 million and 40 million people fled.", 18e6, 40e6, "range"),
        ("From 3 to 5 million people fled.", 3e6, 5e6, "range"),
        ("5-10 people were wounded.", 5, 10, "range"),
        ("Dozens of people died.", 12, 12, "vague"),
        ("Tens of thousands of people fled.", 1e4, 1e4, "vague"),
        ("Two hundred and fifty people died.", 250, 250, "exact"),
        ("Two million five hundred thousand people fled.", 2_500_000, 2_500_000, "exact"),
        ("Twenty-one people died.", 21, 21, "exact"),
        ("Almost a thousand people died.", 1000, 1000, "about"),
        ("Half a million people fled.", 500_000, 500_000, "exact"),
        ("8.3 million people fled.", 8_300_000, 8_300_000, "exact"),
        ("At least one soldier and two officers died.", 2, 2, "exact"),
    ],
)
def test_how_many_and_how_exact(text: str, low: float, high: float, bound: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high, figure.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("A fine of $2bn was paid.", 2e9, "USD"),
        ("The EU pledged more than 400m euros in aid.", 4e8, "EUR"),
        ("It cost £3.5 million.", 3_500_000, "GBP"),
        ("It cost between $1 million and $2 million.", 1e6, "USD"),
    ],
)
def test_sums_of_money(text: str, low: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Three soldiers of the Old Guard were killed.", "dead"),
        ("The death toll rose to 139.", "dead"),
        ("717 people have been infected with the virus.", "cases"),
        ("Up to a million were made homeless.", "displaced"),
        ("Four children were pulled alive from the rubble.", "rescued"),
        ("The protests reached 54 college campuses.", "campuses"),
        ("200,000 heavy-duty tents had been ordered.", "tents"),
        ("The storm took the lives of 12 people.", "dead"),
    ],
)
def test_what_is_counted(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "A boy aged 14 was hurt.",
        "The quake was centred 35 miles away.",
        "A 7.0 magnitude earthquake struck.",
        "Oil cost $140 a barrel.",
        "He had two words for it.",
        "They met three senators.",
        "Super 8 films were shown.",
        "It flew on a Boeing 747 aircraft.",
        "Up to 500 people could die.",
        "The plant will employ 900 workers.",
        "Shares fell 106 basis points.",
    ],
)
def test_numbers_that_tell_no_size(text: str) -> None:
    assert not figures(text)


def test_the_counted_noun_is_in_the_text() -> None:
    text = "At least 137 people were killed."
    (figure,) = figures(text)
    assert text[slice(*figure.noun)] == "people"
