"""Which days matter: what each part of the score is for, on days of our own."""

from __future__ import annotations

from generator.derive.salience import DatedSource, DayMention, salience


def source(published: str, *mentions: tuple[str, int, bool]) -> DatedSource:
    return DatedSource(published, [DayMention(*mention) for mention in mentions])


def test_more_sources_make_a_day_matter_more() -> None:
    found = salience(
        [
            source("2024-03-24", ("2024-03-10", 5, False), ("2024-03-20", 5, False)),
            source("2024-03-25", ("2024-03-20", 5, False)),
        ]
    )
    assert found["2024-03-20"] == 2 * found["2024-03-10"]
    assert list(found) == sorted(found)


def test_a_source_counts_once_with_its_weightiest_mention() -> None:
    once = salience([source("2024-03-24", ("2024-03-10", 5, True))])
    often = salience([source("2024-03-24", *[("2024-03-10", n, n == 7) for n in range(5, 9)])])
    assert once == often


def test_a_day_written_out_or_near_the_top_weighs_more() -> None:
    def score(sentence: int, written_out: bool) -> float:
        return salience([source("2024-03-24", ("2024-03-10", sentence, written_out))])["2024-03-10"]

    assert score(9, True) > score(0, False) > score(9, False)


def test_a_day_to_come_weighs_little() -> None:
    found = salience([source("2024-03-24", ("2024-03-10", 9, True), ("2024-06-01", 9, True))])
    assert found["2024-06-01"] < found["2024-03-10"]
    unknown = salience([source("", ("2024-03-10", 9, True), ("2024-06-01", 9, True))])
    assert unknown["2024-06-01"] == unknown["2024-03-10"]


def test_a_day_beside_a_weightier_one_steps_back() -> None:
    sources = [source("2024-03-30", ("2024-03-22", 9, False)) for _ in range(4)]
    sources += [source("2024-03-30", ("2024-03-23", 9, False), ("2024-03-26", 9, False))]
    found = salience(sources)
    assert found["2024-03-22"] == 4
    assert found["2024-03-23"] == 0.5 * found["2024-03-26"]


def test_nothing_gives_nothing() -> None:
    assert salience([]) == {}
    assert salience([source("2024-03-30")]) == {}
