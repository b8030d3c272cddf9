"""Dates as metadata give them: what counts, what is kept of a date that is not exact."""

from __future__ import annotations

import pytest

from generator.analyse import analyse
from generator.config import read_config
from generator.read.dates import given_date, is_undated

EXACT = """
May 6, 2021 = 2021-05-06
6 May 2021 = 2021-05-06
Monday, May 6th, 2021 = 2021-05-06
24-Mar-2024 = 2024-03-24
Sun, 24 Mar 2024 10:00:00 GMT = 2024-03-24
Sun Mar 24 10:00:00 2024 = 2024-03-24
Sun Mar 24 2024 10:00:00 GMT+0100 (CET) = 2024-03-24
May 6 2021 10:30 AM EST = 2021-05-06
2024/03/24 = 2024-03-24
2024-3-4 = 2024-03-04
20240324 = 2024-03-24
20240324T103000Z = 2024-03-24
2024-03-25T00:30:00+09:00 = 2024-03-25
2024-03-25 23:30:00 -0800 = 2024-03-25
June 1911 = 1911-06
1911 May 6 = 1911-05-06
6 May 1911 AD = 1911-05-06
24 марта 2024 г. = 2024-03-24
24 de marzo de 2024 = 2024-03-24
24. März 2024 = 2024-03-24
le 1er mai 1968 = 1968-05-01
2024年3月24日 = 2024-03-24
3/14/1905 = 1905-03-14
14/3/1905 = 1905-03-14
3/3/1905 = 1905-03-03
3.4.2024 = 2024-04-03
44 BC = -0043
15 March 44 BCE = -0043-03-15
44 до н. э. = -0043
AD 79 = 0079
24 August 79 AD = 0079-08-24
"""
INEXACT = """
circa 1911 = 1911
c. 1911 = 1911
ca.1911 = 1911
c1911 = 1911
около 1911 = 1911
[1911] = 1911
[ca. 1911?] = 1911
1911? = 1911
[May 6, 1911] = 1911-05-06
1911-06~ = 1911-06
1911-1913 = 1911
1911–13 = 1911
1911/1913 = 1911
between 1911 and 1913 = 1911
1910s = 1910
c. 44 BC = -0043
[44 BC] = -0043
500-450 BC = -0499
191- = 1910
spring 1911 = 1911
summer of 1911 = 1911
Winter 1911-12 = 1911
mid-1911 = 1911
early May 1911 = 1911-05
3-5 May 1911 = 1911-05
28 March – 2 April 2023 = 2023
May-June 1911 = 1911
May 1911 - June 1912 = 1911-05
1911-05-03/1911-05-05 = 1911-05
"""
NONE = """3/4/1905|1711270800|Feb 22|6 May|May|2024.05|sometime|12:30|29 February 2023|99999999
before 1911|12 1911|1913-1911|6 7 May 1911|79|450-500 BC|5 May 1911 in Paris"""


def pairs(table: str) -> list[list[str]]:
    return [line.split(" = ") for line in table.strip().split("\n")]


@pytest.mark.parametrize(("text", "date"), pairs(EXACT))
def test_an_exact_date_is_read_in_any_form(text: str, date: str) -> None:
    found = given_date(text)
    assert found is not None
    assert (found.date, found.words) == (date, "")


@pytest.mark.parametrize(("text", "date"), pairs(INEXACT))
def test_a_date_that_is_not_exact_keeps_its_words(text: str, date: str) -> None:
    found = given_date(text)
    assert found is not None
    assert (found.date, found.words) == (date, text)


@pytest.mark.parametrize("text", NONE.replace("\n", "|").split("|"))
def test_what_may_be_no_date_or_two_is_none(text: str) -> None:
    assert given_date(text) is None


def test_the_setting_decides_between_two_orders() -> None:
    found = [given_date("3/4/2024 10:30", order) for order in (True, False)]
    assert [f.date for f in found if f] == ["2024-04-03", "2024-03-04"]


def test_both_readings_are_said_and_undated_is_no_mistake(reading) -> None:
    found = reading(
        {"a.md": "---\ndate: 3/4/2024\n---\nText.", "b.md": "---\ndate: n.d.\n---\nText."}
    )
    messages = [problem.message for problem in found.problems]
    assert messages == [
        '"3/4/2024" is not an unambiguous date; it can be 2024-04-03 or 2024-03-04.',
        "No date.",
    ]
    assert is_undated("[Unknown]")


def test_nothing_is_counted_from_a_date_that_is_not_exact(reading, make_project) -> None:
    text = "---\ndate: {}\n---\nThe mill burned in May. It was built last year."
    found = reading({"a.md": text.format("1911"), "b.md": text.format("circa 1911")})
    assert [d.date_words for d in found.documents] == ["", "circa 1911"]
    config = read_config(make_project({"sourcebook.toml": 'names = "listed"'}))
    exact, inexact = analyse(found.documents, config)
    assert [t.value for t in exact.times] == ["1911-05", "1910"]
    assert not any(t.value.startswith("19") for t in inexact.times)
