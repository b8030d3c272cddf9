"""How a series of figures is drawn: on phones and on pages, with what stands beside its dots."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest

from generator.model import Bound, Figure, Provenance, SeriesFigure
from generator.render.drawings.labels import meet
from generator.render.drawings.series import BOTTOM, SeriesDrawing, series_drawing
from generator.render.drawings.series_labels import WIDTHS, Spot, labels

WHERE = Provenance("d", 0, "p1", 0, 1)
Given = tuple[str, float, float, Bound]


def drawing(given: Sequence[Given], holders: str = "", unit: str = "") -> SeriesDrawing | None:
    points = [
        SeriesFigure(
            Figure(0, 1, low, high, bound, "dead", unit, (0, 0)), WHERE, f"2024-{day}", None
        )
        for day, low, high, bound in given
    ]
    names = list(holders or "".join(chr(ord("A") + n) for n in range(len(points))))
    return series_drawing(points, names, [("p", "t")] * len(points))


TOLL: list[Given] = [
    ("03-22", 40, 40, "at least"),
    ("03-22", 40, 40, "at least"),
    ("03-23", 60, 60, "at least"),
    ("03-23", 133, 133, "at least"),
    ("03-24", 137, 137, "exact"),
    ("03-25", 130, 137, "range"),
    ("03-25", 137, 137, "about"),
    ("09-12", 150, 150, "exact"),
]


def texts(found: SeriesDrawing, room: str) -> list[list[str]]:
    return [[x.value for x in dot.labels if x.room in ("", room)] for dot in found.dots]


def test_the_first_and_the_last_figure_are_labelled_whatever_the_width() -> None:
    found = drawing(TOLL)
    assert found
    for room in WIDTHS:
        shown = texts(found, room)
        assert (shown[0], shown[-1]) == (["40+"], ["150"])
        assert all(len(some) <= 1 for some in shown)


def test_labels_never_cover_one_another() -> None:
    spots = [
        Spot(n * 5, 0, 100 + n % 3 * 7, n % 2 == 0, False, "1,234+", "A name") for n in range(21)
    ]
    placed = labels(spots, BOTTOM, range(len(spots)))
    for room, width in WIDTHS.items():
        areas = []
        for spot, some in zip(spots, placed, strict=True):
            for label in (one for one in some if one.room in ("", room)):
                wide = 6 * len(label.value + label.name)
                x = spot.x / 100 * width + label.x
                x -= {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
                areas.append((x, spot.y + label.y - 9, x + wide, spot.y + label.y + 2))
        assert len(areas) > 1
        assert not any(meet(a, b) for a, b in combinations(areas, 2))


def test_dots_of_one_day_stand_side_by_side() -> None:
    found = drawing(TOLL)
    assert found
    assert [dot.dx for dot in found.dots[:2]] == [0, 11]
    assert {(dot.x, dot.dx, dot.y) for dot in found.dots if dot.x == found.dots[5].x} == {
        (found.dots[5].x, 0, found.dots[5].y),
        (found.dots[5].x, 11, found.dots[5].y),
    }


def test_how_exact_a_figure_is_has_its_own_mark() -> None:
    found = drawing(TOLL)
    assert found
    marks = [dot.mark for dot in found.dots]
    assert marks == [*["at least"] * 4, "exact", "range", "about", "exact"]
    assert [dot.height > 0 for dot in found.dots].index(True) == marks.index("range")


def test_the_scale_begins_at_nought_and_holds_all() -> None:
    found = drawing(TOLL)
    assert found
    assert [level.label for level in found.levels] == ["0", "50", "100", "150"]
    assert found.levels[0].y == BOTTOM
    assert drawing([("03-01", 0, 0, "exact"), ("03-02", 0, 0, "exact")])


def test_a_year_is_written_where_it_changes() -> None:
    points: list[Given] = [("03-22", 1, 1, "exact"), ("03-23", 2, 2, "exact")]
    found = drawing(points)
    assert found
    assert [(date.text, date.year) for date in found.dates] == [("22 Mar", "2024"), ("23 Mar", "")]


def test_time_without_figures_is_left_out() -> None:
    found = drawing(TOLL)
    assert found
    assert len(found.cuts) == 1
    assert found.dots[-2].x < found.cuts[0] < found.dots[-1].x == 100


def test_lines_follow_the_highest_of_each_day_and_each_holder() -> None:
    found = drawing(TOLL, "AABCDAEF")
    assert found
    assert len(found.most) == 4  # five days
    assert [step.y1 for step in found.own] == [found.dots[0].y]  # A gives two on one day, one later


def test_what_can_only_be_less_is_no_highest_figure() -> None:
    found = drawing([*TOLL, ("09-12", 900, 900, "at most")])
    assert found
    assert found.most[-1].y2 == found.dots[-2].y


@pytest.mark.parametrize(
    ("bound", "high", "label"),
    [("exact", 5, "5%"), ("about", 5, "≈5%"), ("at most", 5, "≤5%"), ("range", 7, "5–7%")],
)
def test_labels_say_how_exact_a_figure_is(bound: Bound, high: float, label: str) -> None:
    found = drawing([("03-01", 5, high, bound), ("03-02", 9, 9, "exact")], unit="%")
    assert found
    assert found.dots[0].labels[0].value == label
