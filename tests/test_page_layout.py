"""Layout of pages: which runs make which paragraph, and in which order they are read."""

from __future__ import annotations

import pytest

from generator.read.page_layout.characters import is_remnant
from generator.read.page_layout.flow import PageBlock, text_blocks
from generator.read.page_layout.furniture import without_furniture
from generator.read.page_layout.joining import joiner
from generator.read.page_layout.runs import Box, Run, Sheet, on_shown_page

WIDTH, HEIGHT = 600.0, 800.0
FULL = "The commission met on 3 May 2019 and heard what the"  # fills a column of 250 points


def run(text: str, left: float, baseline: float, *, size: float = 10, **looks: bool) -> Run:
    """A run that is five points wide for each character."""
    right = left + len(text) * size / 2
    return Run(text, Box(left, baseline - 2, right, baseline + size - 2), baseline, size, **looks)


def column(texts: list[str], left: float = 50, top: float = 700, **looks: float) -> list[Run]:
    return [run(text, left, top - 12 * n, **looks) for n, text in enumerate(texts)]


def sheet(runs: list[Run], number: int = 0, **kept: object) -> Sheet:
    return Sheet(number, "", WIDTH, HEIGHT, 0, tuple(runs), **kept)


def blocks(*sheets: Sheet) -> tuple[PageBlock, ...]:
    text = "\n".join(run.text for sheet in sheets for run in sheet.runs)
    return text_blocks(without_furniture(sheets), joiner(text))


def texts(*sheets: Sheet) -> list[str]:
    return [block.text for block in blocks(*sheets)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"{FULL} {n}" for n in ("one", "two", "three", "four", "five")]
    right = [f"{FULL} {n}" for n in ("six", "seven", "eight", "nine", "ten")]
    found = " ".join(texts(sheet(column(left, 10) + column(right, 310))))
    assert found.index("five") < found.index("six")


def test_a_title_across_both_columns_comes_first() -> None:
    title = run("A title that is set across the whole page of the report", 40, 740, size=18)
    sides = column([FULL] * 5, 20) + column([FULL] * 5, 320)
    assert texts(sheet([*sides, title]))[0] == title.text


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        run(text, 50 + 150 * at, 700 - 12 * row)
        for row in range(5)
        for at, text in enumerate((f"Name {row}", f"{row} May", f"{row}00"))
    ]
    assert texts(sheet(rows))[:2] == ["Name 0 | 0 May | 000", "Name 1 | 1 May | 100"]
    assert {block.kind for block in blocks(sheet(rows))} == {"row"}


def test_an_empty_cell_keeps_its_column() -> None:
    cells = [[f"Name {row}", f"{row} May", "unknown", f"{row}00"] for row in range(4)]
    cells[2][1] = cells[3][0] = ""
    rows = [
        run(text, 50 + 120 * at, 700 - 12 * row)
        for row, own in enumerate(cells)
        for at, text in enumerate(own)
        if text
    ]
    assert texts(sheet(rows))[2:] == ["Name 2 | | unknown | 200", "| 3 May | unknown | 300"]


def test_a_table_above_columns_does_not_mix_them() -> None:
    rows = [
        run(text, 50 + 130 * at, 700 - 12 * row, size=9)
        for row in range(6)
        for at, text in enumerate((f"Name {row}", f"{row} May", "a few", f"{row}00"))
    ]
    left = [f"{FULL} {n}" for n in ("one", "two", "three", "four", "five")]
    right = [f"{FULL} {n}" for n in ("six", "seven", "eight", "nine", "ten")]
    found = " ".join(texts(sheet([*rows, *column(left, 10, 600), *column(right, 310, 600)])))
    assert found.index("five") < found.index("six")


def test_the_last_line_of_a_lead_belongs_to_it() -> None:
    lead = [run("A lead in larger type goes across both columns and ends with", 40, 760, size=14),
            run("a short line.", 40, 743, size=14)]  # fmt: skip
    sides = column([FULL] * 5, 20) + column([FULL] * 5, 320)
    assert texts(sheet([*lead, *sides]))[0].endswith("and ends with a short line.")


def test_a_quotation_in_small_type_goes_on_in_the_next_column() -> None:
    quote = f"{FULL} office had"
    left = [*column([FULL + "."] * 6, 20), run(quote, 20, 610, size=8)]
    right = [run("it was closed.", 320, 700, size=8), *column([FULL + "."] * 7, 320, 685)]
    assert f"{quote} it was closed." in texts(sheet([*left, *right]))


def test_lines_of_a_text_set_ragged_belong_together() -> None:
    rows = ["They were heard on Sunday, 24 March: Ann Lee, 32;", "Bartholomew Featherstonehaugh,",
            "30; and others."]  # fmt: skip
    assert len(texts(sheet(column(rows)))) == 1


def test_an_indented_line_after_the_mark_of_a_note_begins_a_paragraph() -> None:
    runs = [*column([FULL, "harbour office had written.²"]), run("One of them left the", 60, 676),
            *column([FULL, FULL], top=664)]  # fmt: skip
    assert len(texts(sheet(runs))) == 2


def test_a_paragraph_goes_on_with_a_name_or_a_figure() -> None:
    first = sheet(column([FULL] * 6))
    assert len(texts(first, sheet(column(["23 March 2024 was a Saturday."]), 1))) == 1
    label = sheet([run("Katrina", 50, 700)], 1)
    assert len(texts(first, label)) == 2


def test_captions_are_told_by_their_number() -> None:
    def kind(text: str) -> str:
        return blocks(sheet([*column([FULL + "."] * 4), run(text, 50, 500)]))[-1].kind

    assert kind("Table 1. Dead and injured") == "caption"
    assert kind("Abb. 3: Der Hafen") == "caption"
    assert kind("Fig. 3–2 The quay") == "caption"
    assert kind("Table 1 shows that the quay is old.") == "paragraph"
    assert kind("Figure 2 (above) shows it.") == "paragraph"


def test_a_paragraph_that_a_page_cuts_is_one() -> None:
    first = sheet(column([FULL] * 6))
    second = sheet(column(["harbour office had written.", FULL + "."]), 1)
    cut, other = blocks(first, second)
    assert "heard what the harbour office" in cut.text
    assert other.text == FULL + "."
    assert [piece.page for piece in cut.pieces] == [0] * 6 + [1]
    last = cut.pieces[-1]
    assert cut.text[last.start :] == "harbour office had written."


def test_a_caption_stands_between_the_parts_of_a_paragraph() -> None:
    first = sheet([*column([FULL] * 6), run("Figure 1: The quay in May.", 50, 500)])
    second = sheet(column(["harbour office had written."]), 1)
    assert texts(first, second)[0].endswith("heard what the harbour office had written.")


def test_running_heads_and_page_numbers_are_no_text() -> None:
    sheets = [
        sheet(
            [
                run("The Gazette", 50, 780),
                run(str(411 + n), 500, 780),
                *column([FULL + "."], top=600),
            ],
            n,
        )
        for n in range(3)
    ]
    assert texts(*sheets) == [FULL + "."] * 3
    assert [one.label for one in without_furniture(sheets)] == ["411", "412", "413"]


def test_pages_with_nothing_but_their_numbers_keep_them() -> None:
    assert texts(*(sheet([run(f"Page {n}", 50, 780)], n) for n in range(3)))[0] == "Page 0"


def test_the_title_at_the_head_of_another_page_is_no_text() -> None:
    first = sheet(
        [run("The quay in figures", 50, 700, size=20), *column([FULL + "."] * 3, 50, 600)]
    )
    second = sheet([run("The quay in figures", 50, 780, size=8), *column([FULL + "."])], 1)
    assert texts(first, second).count("The quay in figures") == 1


def test_the_heading_of_a_chapter_is_no_page_number() -> None:
    heading = run("Chapter 4", 50, 780, bold=True)
    assert texts(sheet([heading, *column([FULL])]))[0] == "Chapter 4"


def test_a_year_at_the_edge_is_no_page_number() -> None:
    sheets = [sheet([run("Act of 1998", 50, 780), *column([FULL])], n) for n in range(3)]
    assert [one.label for one in without_furniture(sheets)] == ["", "", ""]


def test_notes_stand_after_the_text_of_their_page() -> None:
    note = run("1 The office closed in 2021.", 50, 90, size=7)
    more = run("It was opened again later.", 50, 81, size=7)
    after = sheet(column(["Another page."]), 1)
    found = blocks(sheet([*column([FULL + "."] * 3), note, more]), after)
    assert [block.kind for block in found][-3:] == ["note", "note", "paragraph"]
    assert found[-2].text == "It was opened again later."


def test_the_figures_of_notes_are_no_words() -> None:
    runs = [
        *column([FULL + "."] * 2),
        run("The quay² was closed in 2019.¹ It has 40 m².", 50, 600),
        run("¹ By order of the county.", 50, 90, size=7),
    ]
    found = texts(sheet(runs))
    assert found[-2:] == [
        "The quay² was closed in 2019. It has 40 m².",
        "1 By order of the county.",
    ]
    assert texts(sheet([*column([FULL]), run("¹", 50, 600), *runs[-1:]]))[-1].startswith("1 By")


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    runs = [
        run("What was found", 50, 700, bold=True),
        run(FULL + " end.", 50, 685),
        run("• first", 50, 670),
        run("• second", 50, 658),
    ]
    found = [(block.kind, block.text) for block in blocks(sheet(runs))]
    assert found == [
        ("heading", "What was found"),
        ("paragraph", FULL + " end."),
        ("item", "• first"),
        ("item", "• second"),
    ]


def test_a_line_in_bold_that_goes_on_is_no_heading() -> None:
    runs = [
        run("and the place that it con-", 50, 700, italic=True),
        run("cerned was there.", 50, 688),
    ]
    assert "heading" not in {block.kind for block in blocks(sheet(runs))}


def test_scripts_without_spaces_are_joined_without_one() -> None:
    runs = [run("법정1군 전염", 50, 700), run("병은 콜레라", 50, 688)]
    assert texts(sheet(runs)) == ["법정1군 전염병은 콜레라"]
    spaced = [run("법정1군 전염병은", 50, 700, space_after=True), run("콜레라", 50, 688)]
    assert texts(sheet(spaced)) == ["법정1군 전염병은 콜레라"]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, (0.1, 0.2, 0.3, 0.25)),
        (1, (0.75, 0.1, 0.8, 0.3)),
        (2, (0.7, 0.75, 0.9, 0.8)),
        (3, (0.2, 0.7, 0.25, 0.9)),
    ],
)
def test_a_box_is_found_on_the_page_as_it_is_shown(turn: int, expected: tuple[float, ...]) -> None:
    page = Sheet(0, "", 100.0, 200.0, turn, ())
    assert on_shown_page(Box(10, 150, 30, 160), page) == pytest.approx(expected)


def test_numbers_of_lines_and_paragraphs_stand_beside_the_text() -> None:
    text = [run(FULL, 80, 600 - 24 * n) for n in range(10)]
    numbers = [run(str(n + 1), 50 if n > 8 else 52.5, 603 - 24 * n) for n in range(10)]
    assert texts(sheet([*text, *numbers])) == texts(sheet(text))
    mark = run("¶ 3", 40, text[4].baseline)
    assert texts(sheet([*text, mark])) == texts(sheet(text))
    rows = [run(FULL, 80, 600 - 12 * n) for n in range(10)]
    years = [run(str(n * n), 50, 600 - 12 * n) for n in range(10)]
    assert "81" in " ".join(texts(sheet([*rows, *years])))


def test_justified_lines_with_wide_gaps_are_no_table() -> None:
    rows = [run(text, left, 700 - 12 * row) for row, line in enumerate((
        (("The", 50), ("harbour", 90), ("office", 170)), (("heard", 50), ("what", 110), ("the", 185)),
        (("county", 50), ("had", 121), ("written", 150)), (("in", 50), ("May", 77), ("to", 201)),
    )) for text, left in line]  # fmt: skip
    assert texts(sheet(rows)) == ["The harbour office heard what the county had written in May to"]


def test_a_large_dot_belongs_to_its_item() -> None:
    dot = run("■", 50, 700, size=20)
    assert len(texts(sheet([dot, *column([FULL, "harbour office had."], 70)]))) == 1
    assert (
        blocks(sheet([run("• The first of them", 50, 700, size=14), *column([FULL] * 9)]))[0].kind
        != "heading"
    )


def test_lines_of_headings_with_space_between_them_are_several() -> None:
    heads = [run(text, 50, 700 - 20 * n, size=8, bold=True)
             for n, text in enumerate(("Department", "Administration", "Part 39"))]  # fmt: skip
    assert texts(sheet([*heads, *column([FULL] * 6, top=620)]))[:2] == [
        "Department",
        "Administration",
    ]


def test_notes_that_begin_with_a_raised_figure_are_several() -> None:
    small = [
        run(text, 50, 90 - 9 * n, size=7)
        for n, text in enumerate(("⁷Since then it", "was shut.", "⁸There is more"))
    ]
    found = blocks(sheet([*column([FULL] * 6), *small]))
    assert [b.text for b in found if b.kind == "note"] == [
        "7 Since then it was shut.",
        "8 There is more",
    ]


def test_next_to_nothing_of_a_page_is_not_its_text() -> None:
    assert is_remnant(2624, 28)  # a page of the Japanese gazette, set vertically
    assert not is_remnant(716, 2187)
    assert not is_remnant(60, 28)
