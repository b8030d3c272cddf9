"""Which days matter: what each part of the score is for, on days of our own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.derive.events.salience import (
    AROUND,
    COVERAGE,
    LONG_AGO,
    DatedSource,
    DayMention,
    beside_neighbours,
    covered,
    salience,
    weight,
)


def source(published: str, *mentions: tuple[str, bool] | tuple[str, bool, bool]) -> DatedSource:
    return DatedSource(published, [DayMention(m[0], *m[1:]) for m in mentions])


def plain(published: str, days: Sequence[str]) -> DatedSource:
    return source(published, *[(day, False) for day in days])


def test_more_sources_make_a_day_matter_more() -> None:
    found = salience(
        [plain("2024-03-24", ["2024-03-10", "2024-03-20"])] * 2
        + [plain("2024-03-25", ["2024-03-20"])] * 2
    )
    assert found["2024-03-20"] == pytest.approx(2 * found["2024-03-10"])
    assert list(found) == sorted(found)


def test_a_source_counts_once_with_its_weightiest_mention() -> None:
    once = salience([source("2024-03-24", ("2024-03-10", True))])
    often = salience([source("2024-03-24", *[("2024-03-10", n == 1) for n in range(4)])])
    assert once == often


def test_a_day_written_out_or_counted_from_weighs_more() -> None:
    def score(*how: bool) -> float:
        one = DatedSource("2024-03-24", [DayMention("2024-03-10", *how)])
        return salience([one, plain("2024-03-24", ["2024-03-01"])])["2024-03-10"]

    assert score(True, True) > score(False, True) > score(True) > score(False)


def test_a_day_that_only_dates_what_is_said_weighs_little() -> None:
    def score(**how: bool) -> float:
        one = DatedSource("2024-03-24", [DayMention("2024-03-10", False, **how)])
        return salience([one, plain("2024-03-24", ["2024-03-01"])])["2024-03-10"]

    assert score(said=True) < score(no_event=True) < score()


def test_a_day_to_come_weighs_little() -> None:
    found = salience([source("2024-03-24", ("2024-03-10", True), ("2024-04-01", True))])
    assert found["2024-04-01"] < found["2024-03-10"]
    unknown = salience([source("", ("2024-03-10", True), ("2024-04-01", True))])
    assert unknown["2024-04-01"] == unknown["2024-03-10"]


def test_a_day_beside_a_weightier_one_steps_back() -> None:
    sources = [plain("2024-03-30", ["2024-03-22"]) for _ in range(16)]
    sources += [plain("2024-03-30", ["2024-03-23", "2024-03-26"])]
    found = salience(sources)
    assert found["2024-03-22"] > found["2024-03-26"]
    assert found["2024-03-23"] == pytest.approx(found["2024-03-26"] / 2)


def test_a_lone_day_of_long_ago_does_not_outweigh_what_is_reported() -> None:
    """A birth: with nothing around it, it was divided by itself alone."""
    reports = [plain("2024-03-30", ["2024-03-02", "2024-03-09", "2024-03-16"]) for _ in range(9)]
    births = [plain("2024-03-30", ["1958-08-29"]) for _ in range(6)]
    found = salience([*reports, *births])
    assert min(found, key=found.__getitem__) == "1958-08-29"


def test_among_histories_a_day_of_long_ago_is_no_less() -> None:
    old = salience([plain("1950-01-01", ["1848-03-18"]), plain("1950-01-01", ["1848-03-18"])])
    new = salience([plain("1848-04-01", ["1848-03-18"]), plain("1848-04-01", ["1848-03-18"])])
    assert old == {"1848-03-18": pytest.approx(new["1848-03-18"] * LONG_AGO ** (1 - COVERAGE))}


def test_what_one_source_alone_mentions_comes_after_what_several_do() -> None:
    several = [plain("2024-03-30", ["2024-03-02"]) for _ in range(2)]
    alone = source("2024-03-30", ("2024-03-12", True, True))
    found = salience([*several, alone])
    assert found["2024-03-02"] > found["2024-03-12"] > 0


def test_of_days_mentioned_by_equally_many_the_one_gains_when_little_else_is_reported() -> None:
    loud = [plain("2024-03-30", ["2024-03-02", "2024-03-09", "2024-03-16"]) for _ in range(8)]
    loud += [plain("2024-03-30", ["2024-03-23"]) for _ in range(3)]
    quiet = [plain("2024-09-30", ["2024-09-08"]) for _ in range(3)]
    found = salience([*loud, *quiet])
    assert found["2024-03-02"] > found["2024-09-08"] > found["2024-03-23"]


def test_what_is_around_a_day_has_an_end() -> None:
    assert covered({1: 1.0, 1 + AROUND: 2.0, 2 + 2 * AROUND: 4.0}) == {
        1: 3.0,
        1 + AROUND: 3.0,
        2 + 2 * AROUND: 4.0,
    }


def test_nothing_gives_nothing() -> None:
    assert salience([]) == {}
    assert salience([source("2024-03-30")]) == {}


@pytest.mark.parametrize(
    ("day", "written_out", "counted_from", "published", "wanted"),
    [
        ("2024-03-10", False, False, "2024-03-24", 1.0),
        ("2024-03-10", True, False, "2024-03-24", 1.5),
        ("2024-03-10", False, True, "2024-03-24", 3.0),
        ("2024-03-10", True, True, "2024-03-24", 4.5),
        ("2024-03-24", False, False, "2024-03-24", 1.0),
        ("2024-03-25", False, False, "2024-03-24", 0.1),
        ("2024-03-25", False, False, "", 1.0),
        ("2023-03-25", False, False, "2024-03-24", 1.0),
        ("2023-03-24", False, False, "2024-03-24", 0.5),
    ],
)
def test_the_weight_of_a_mention(
    day: str, written_out: bool, counted_from: bool, published: str, wanted: float
) -> None:
    assert weight(DayMention(day, written_out, counted_from), published) == pytest.approx(wanted)


def test_only_the_next_days_are_neighbours() -> None:
    found = beside_neighbours({1: 1.0, 2: 16.0, 3: 1.0, 4: 1.0, 6: 16.0})
    assert found == pytest.approx({1: 0.5, 2: 16.0, 3: 0.5, 4: 1.0, 6: 16.0})


def test_sixty_days_are_around_a_day_in_whatever_order_they_come() -> None:
    assert covered({122: 4.0, 61: 2.0, 1: 1.0}) == {1: 3.0, 61: 3.0, 122: 4.0}


def test_a_score_is_divided_by_the_cube_root_of_those_around() -> None:
    found = salience([plain("2024-03-30", ["2024-03-10"])] * 8)
    assert found == {"2024-03-10": pytest.approx(4.0)}
