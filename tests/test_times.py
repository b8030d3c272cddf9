"""The tagger of times: the cases in `cases/timex`, and what must hold for any text at all.

A case is a line of a TOML file: a sentence, the document's date (or the file's), and the
expressions that must be found, each as "its text = TYPE value" or "its text = TYPE value
(first..last precision modality)". Nothing else may be found. A case with `known_limit = true` is
right as it stands and not yet met: it must fail, so that a limit that has been lifted is noticed.
"""

from __future__ import annotations

import random
import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.analyse.times import find_times, grammar_of
from generator.analyse.times.interpreters.holidays import holiday_date
from generator.analyse.times.number_words import join_numbers
from generator.analyse.times.periods import UNKNOWN, easter, of_day, orthodox_easter
from generator.analyse.times.rules import longest
from generator.analyse.times.tokens import tokenise
from generator.lang import LANGUAGES
from generator.model import TimeExpression
from generator.model.dates import Day, chronological
from generator.render.reasons import words

CASES = Path(__file__).parent / "cases" / "timex"
EXPECTED = re.compile(
    r"(?P<text>.+) = (?P<type>[A-Z]+) (?P<value>\S+)"
    r"(?: \((?P<first>[\d-]*)\.\.(?P<last>[\d-]*) (?P<rest>.*)\))?"
)
PRECISIONS = {
    *("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade"),
    *("century", "interval", ""),
}
MODALITIES = {"", "at least", "at most", "more", "less"} | {
    *("unsure", "approximate", "before", "after", "start", "middle", "end")
}


def cases(strict: bool = True) -> list[Any]:
    """All cases as parameters; `strict`: those that are not yet met must fail."""
    found = []
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table["cases"], 1):
            whole = {"date": table["date"], "language": table["language"], **case}
            marks = [pytest.mark.xfail(strict=True)] if strict and case.get("known_limit") else []
            found.append(pytest.param(whole, id=f"{path.stem}-{number}", marks=marks))
    return found


def tag(case: dict[str, Any]) -> tuple[TimeExpression, ...]:
    return find_times(
        case["text"], date=case["date"], language=case["language"], day_first=case.get("day_first")
    )


def shown(found: TimeExpression, full: bool) -> str:
    text = f"{found.text} = {found.type} {found.value}"
    rest = " ".join(x for x in (found.precision, found.modality) if x)
    return f"{text} ({found.first}..{found.last} {rest})" if full else text


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    found = tag(case)
    wanted = case["times"]
    assert all(EXPECTED.fullmatch(line) for line in wanted), "a line of the case cannot be read"
    full = [i < len(wanted) and wanted[i].endswith(")") for i in range(len(found))]
    assert [shown(f, with_days) for f, with_days in zip(found, full, strict=True)] == wanted


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 250


def check_properties(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.type in {"DATE", "TIME", "DURATION", "SET"}
        assert one.value
        assert words(one.reason)
        assert one.precision in PRECISIONS
        assert one.modality in MODALITIES
        assert bool(one.first) == bool(one.last) == bool(one.precision)
        assert chronological(one.first) <= chronological(one.last)
        assert not one.first or one.type in {"DATE", "TIME", "DURATION"}
        end = one.end


@pytest.mark.parametrize("case", cases(strict=False))
def test_properties_of_cases(case: dict[str, Any]) -> None:
    check_properties(case["text"], tag(case))


def test_every_reason_is_one_line() -> None:
    for param in cases():
        for found in tag(param.values[0]):
            assert "\n" not in words(found.reason)
            assert len(words(found.reason)) < 120


def test_sentences_bound_the_search_for_a_tense() -> None:
    text = "It will rain\nThe council met on Friday"
    found = find_times(text, date="2024-03-25", sentences=[(0, 12), (13, len(text))])
    assert [one.value for one in found] == ["2024-03-22"]


def test_a_time_of_day_belongs_to_a_day_of_its_sentence_or_the_one_before() -> None:
    text = "On March 3 it rained. The guard rose at 4 a.m. He left. It rang at 5 a.m."
    sentences = ((0, 21), (22, 46), (47, 55), (56, len(text)))
    found = find_times(text, date="2024-03-25", sentences=sentences)
    assert [t.value for t in found] == ["2024-03-03", "2024-03-03T04:00", "2024-03-25T05:00"]


def test_an_unknown_language_finds_nothing() -> None:
    assert find_times("On 3 May 2020.", language="xx") == ()


WORDS = (
    "two May March 1998 Friday 3 , . - of the last next week year 22 / 12:30 p.m. ago later from"
    " to quarter first 's every in since 2010-12 nineteen ninety hundred thousand winter decade"
    " 1990s night ½ é año de marzo viernes марта 2024 года пятницу \u200b \U0001f4c5 ٣ \n\n"
)


@pytest.mark.parametrize("language", sorted(c for c, own in LANGUAGES.items() if own.times))
def test_no_text_breaks_it(language: str) -> None:
    draw, words = random.Random(7), WORDS.split(" ")
    for _ in range(400):
        joint = draw.choice([" ", "", "  "])
        text = joint.join(draw.choice(words) for _ in range(draw.randrange(40)))
        day = draw.choice(
            [
                "",
                "2024",
                "2024-03",
                "2024-03-25",
                "0001-01-01",
                "9998-12-31",
                "9999-12-31",
                "2024-99-99",
            ]
        )
        check_properties(text, find_times(text, date=day, language=language))
    for _ in range(200):
        text = "".join(
            chr(draw.choice([draw.randrange(32, 0x250), draw.randrange(0xD7FF)])) for _ in range(60)
        )
        check_properties(text, find_times(text, date="2024-03-25", language=language))


HOSTILE = (
    *(" ", "7", "7 ", "a", "two ", "Monday ", "\n\n", "\n ", "-", "1/", "1,", ",111", "1.", "'"),
    *("twenty hundred and ", "May ", "the ", "every ", "1998-", "12:", "last the ", "\u0301"),
    *("a.m. ", "the end of ", "two days ", "Mon. ", "1990s", "May 3, ", "from May to "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.process_time()
        find_times(text, date="2024-03-25")
        return time.process_time() - begun

    small, large = seconds(12_500), seconds(50_000)
    # Linear growth is 4, quadratic 16. The bound leaves room for a busy machine.
    assert large < 8 * small + 0.25


@pytest.mark.parametrize("piece", [" ", "7", "a", "two "])
def test_a_megabyte_is_tagged(piece: str) -> None:
    begun = time.process_time()
    find_times(piece * (1_000_000 // len(piece)), date="2024-03-25")
    assert time.process_time() - begun < 60


@pytest.mark.parametrize("language", sorted(c for c, own in LANGUAGES.items() if own.times))
def test_every_rule_matches_its_own_example(language: str) -> None:
    grammar = grammar_of(language)
    assert grammar
    unmatched = []
    for rule in grammar.language.rules:
        tokens = join_numbers(tokenise(rule.example, grammar.coding), grammar)
        places = range(len(tokens.codes))
        matching = (
            found
            for place in places
            if tokens.codes[place] in grammar.by_start
            for _, found in longest(grammar, tokens, place)
        )
        if rule not in matching:
            unmatched.append((rule.pattern, rule.example))
    assert not unmatched


def test_calendar_periods() -> None:
    day = Day.of(2024, 2, 29)
    assert {unit: of_day(day, unit).value for unit in UNKNOWN} == {
        "day": "2024-02-29",
        "week": "2024-W09",
        "weekend": "2024-W09-WE",
        "month": "2024-02",
        "quarter": "2024-Q1",
        "half": "2024-H1",
        "season": "2023-WI",
        "year": "2024",
        "decade": "202",
        "century": "20",
    }
    for unit in UNKNOWN:
        period = of_day(day, unit)
        assert period.first <= period.last < period.shift(1).first
        assert unit == "weekend" or period.first <= day <= period.last
        assert period.shift(1).shift(-1) == period


def test_reckoned_days() -> None:
    assert [str(easter(year)) for year in (1961, 2000, 2024, 2038)] == [
        "1961-04-02",
        "2000-04-23",
        "2024-03-31",
        "2038-04-25",
    ]
    orthodox = [str(orthodox_easter(year)) for year in (1945, 2016, 2024, 2025)]
    assert orthodox == ["1945-05-06", "2016-05-01", "2024-05-05", "2025-04-20"]
    assert holiday_date("pascha-2", 2024) == Day.of(2024, 5, 3)
    assert holiday_date("11/3/4", 2023) == Day.of(2023, 11, 23)
    assert holiday_date("5/0/-1", 2024) == Day.of(2024, 5, 27)
    assert holiday_date("11/0/1+1", 2022) == Day.of(2022, 11, 8)
