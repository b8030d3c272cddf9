"""Layout of pages: where lines, paragraphs and running heads begin and end."""

from __future__ import annotations

import pytest

from generator.read.page_layout.furniture import without_furniture
from generator.read.page_layout.raised import in_their_lines
from generator.read.page_layout.right_to_left import put_right
from generator.read.page_layout.runs import Box, Run, Sheet
from tests.test_page_layout import FULL, column, run, sheet, texts


def test_raised_letters_and_figures_stand_in_their_line() -> None:
    runs = [run("The 1", 50, 700), run("st", 75, 705, size=7), run("defendant", 86, 700)]
    assert texts(sheet(list(in_their_lines(runs)))) == ["The 1st defendant"]
    note = [run("TRIPP, at 58.", 60, 90, size=7), run("9 5", 50, 93, size=4)]
    assert in_their_lines(note)[1].text == "⁹⁵"


def test_a_small_line_between_two_large_ones_is_not_raised() -> None:
    runs = [run("A title in large type", 50, 700, size=20), run("A line of small type", 50, 709)]
    assert in_their_lines(runs) == tuple(runs)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        (")ב( סולק", "(ב) סולק"),
        ("סעיפים 6 ו–,8 בשינויים )א(", "סעיפים 6 ו–8, בשינויים (א)"),
        ("كتـــاب الـوزير", "كتاب الوزير"),
        ("(א) סולק (ב)", "(א) סולק (ב)"),
    ],
)
def test_lines_from_right_to_left_are_put_right(seen: str, meant: str) -> None:
    assert put_right([run(seen, 50, 700, right_to_left=True)])[0].text == meant


def test_a_paragraph_from_right_to_left_ends_with_a_short_line() -> None:
    def line(text: str, left: float, baseline: float) -> Run:
        box = Box(left, baseline - 2, 300, baseline + 8)
        return Run(text, box, baseline, 10, right_to_left=True)

    rows = [line("אא " * 16 + "א", 50, 700), line("בב " * 16 + "ב", 50, 688), line("ג.", 280, 676),
            line("דד " * 16 + "ד", 50, 664), line("הה " * 16 + "ה", 50, 652)]  # fmt: skip
    assert len(texts(sheet(rows))) == 2


def test_lines_of_different_lengths_that_were_broken_off_stay_apart() -> None:
    rows = ["Alliance of the harbours", "1521 Quay Street", "Lindesund 55414", "612-331-1099",
            "The office holds seminars, publishes a letter and"]  # fmt: skip
    assert texts(sheet(column(rows))) == rows


def test_entries_whose_first_line_stands_out_begin_at_the_margin() -> None:
    entry = ["Morel, J. (1992). The quay and what became of it in", "Journal of Harbours, 7, 271."]
    runs = [
        run(text, 50 + 20 * at, 700 - 12 * (2 * n + at))
        for n in range(4)
        for at, text in enumerate(entry)
    ]
    assert texts(sheet(runs)) == [" ".join(entry)] * 4


@pytest.mark.parametrize(
    "second",
    ["224) is amended, and the", "S. 240) of the law that was", "B. Morel, who led the"],
)
def test_a_figure_or_an_initial_at_the_head_of_a_line_is_no_item(second: str) -> None:
    first = "The act of 2000, note; Public Law 106–" if second[0] == "2" else FULL
    assert len(texts(sheet(column([first, second, "and of the quay."])))) == 1


def test_items_of_a_law_may_be_quoted() -> None:
    rows = ["‘‘(i) the cost of the quay and of the ship", "‘‘(ii) the price of the bridge"]
    assert len(texts(sheet(column(rows)))) == 2


def test_a_heading_in_the_type_of_the_text_does_not_go_on_in_it() -> None:
    heading = [
        run("§ 21", 150, 700),
        run("Amendment of the act on the archives of the city", 60, 688),
    ]
    assert texts(sheet([*heading, *column([FULL, FULL + "."], top=670)]))[0].endswith("of the city")


def test_lines_without_a_common_part_are_apart() -> None:
    runs = [run("KATHRYN SINNOTT", 250, 700), run("Plaintiff", 500, 688), run("and", 290, 676)]
    assert len(texts(sheet(runs))) == 3


def heads(top: float, *parts: tuple[str, float], pages: int = 3) -> list[Sheet]:
    """Pages with a text and a line above it; # is the number of the page, from 15."""
    return [
        sheet(
            [
                *(run(text.replace("#", str(15 + n)), left, top) for text, left in parts),
                *column([f"{FULL} {n}.", f"{FULL} {n + 5}."], top=top - 100),
            ],
            n,
        )
        for n in range(pages)
    ]


@pytest.mark.parametrize(
    ("sheets", "label"),
    [
        (heads(600, ("H. R. 1904—#", 200)), "16"),
        (heads(620, ("#", 300)), "16"),
        (heads(770, ("Assessment of the quay A-#", 50)), "A-16"),
        (heads(765, ("News of the quay", 50), ("Page #.", 500)), "16"),
        (heads(770, ("9-#", 500)), "9-16"),
        (heads(770, ("(#)", 300)), "16"),
    ],
)
def test_heads_of_pages_with_wide_margins_and_their_labels(sheets: list[Sheet], label: str) -> None:
    assert len(texts(*sheets)) == 3
    assert without_furniture(sheets)[1].label == label


def test_the_head_of_a_single_page() -> None:
    (page,) = heads(780, ("The harbours of Lindesund", 50), ("100", 500), pages=1)
    assert len(texts(page)) == 1


def test_roman_figures_are_labels_only_where_they_grow() -> None:
    pages = [
        heads(770, (f"Page {figure} of the guide", 50), pages=1)[0] for figure in ("ii", "iii")
    ]
    numbered = [Sheet(n, "", 600, 800, 0, page.runs) for n, page in enumerate(pages)]
    assert [one.label for one in without_furniture(numbered)] == ["ii", "iii"]


def test_lines_beside_each_other_at_different_heights_are_columns() -> None:
    left = column(
        ["Wash your hands", "before each meal", "and after you have", "been outside."], 50
    )
    right = column(["Keep the wound", "clean, and dry it", "gently with a", "towel."], 350, top=694)
    assert texts(sheet([*left, *right]))[0] == " ".join(one.text for one in left)
